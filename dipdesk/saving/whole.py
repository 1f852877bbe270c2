"""Writing a file so that it is there whole or not at all; the only module that writes files for people."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from dipdesk.errors import Known
from dipdesk.i18n import _

_OFFICE_FILE = ".dipdesk"


def save(content: bytes | memoryview, target: Path) -> None:
    """Put ``content`` in the place of ``target`` once it is complete and on the disk; raises Known."""
    write_whole(target, (content,))


def write_whole(target: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write ``parts`` one after the other to ``target``, in place of what was there.

    Raises Known, and whatever ``parts`` raise; then the old file is as it was.
    """
    if target.suffix.lower() == _OFFICE_FILE:
        raise Known(
            _("“{name}” is the name of an office file. Choose another name.").format(name=target.name)
        )
    if target.is_dir() or not target.parent.is_dir():
        raise Known(_("There is no folder “{path}”. Make it first.").format(path=target.parent))
    partial = target.with_name(f".{target.name[:80]}.{uuid4().hex}.partial")
    try:
        with partial.open("xb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as trouble:
        raise _known(trouble, target) from trouble
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """See to it that the new name outlives a power cut, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _known(trouble: OSError, target: Path) -> Known:
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Known(_("There is not enough room on the disk to write “{name}”.").format(name=target.name))
    return Known(
        _(
            "“{name}” cannot be written here. Close it if it is open elsewhere, or choose another folder."
        ).format(name=target.name)
    )
