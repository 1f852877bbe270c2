"""Puts a finished paper on the disk: whole, or not at all."""

import errno
import os
from pathlib import Path

from dipdesk.errors import Known
from dipdesk.i18n import _


def save(content: bytes | memoryview, target: Path) -> None:
    """Put ``content`` in the place of ``target`` once it is complete and on the disk; raises Known."""
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as trouble:
        raise _known(trouble, target) from trouble
    finally:
        partial.unlink(missing_ok=True)


def _known(trouble: OSError, target: Path) -> Known:
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return Known(_("There is not enough room on the disk to write “{name}”.").format(name=target.name))
    return Known(
        _(
            "“{name}” cannot be written here. Close it if it is open elsewhere, or choose another folder."
        ).format(name=target.name)
    )
