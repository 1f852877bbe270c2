"""Writing a file so that it is there whole or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from dipdesk.errors import Known
from dipdesk.i18n import _


def write_whole(target: Path, parts: Iterable[str], encoding: str = "utf-8") -> None:
    """Write text to ``target``, in place of what was there. Raises Known; then the old file is as it was."""
    if target.suffix.lower() == ".dipdesk":
        raise Known(
            _("“{name}” is the name of an office file. Choose another name.").format(name=target.name)
        )
    if target.is_dir() or not target.parent.is_dir():
        raise Known(_("There is no folder “{path}”. Make it first.").format(path=target.parent))
    try:
        part = _part_of(target)
    except OSError as error:
        raise _cannot_write(target) from error
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            for text in parts:
                file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise _cannot_write(target) from error
    finally:
        part.unlink(missing_ok=True)
    _settle(target.parent)


def _part_of(target: Path) -> Path:
    """A new file beside the target, with a name that nothing else has."""
    part = target.with_name(f".{target.name}.{uuid4().hex}.part")
    part.touch(exist_ok=False)
    return part


def _settle(folder: Path) -> None:
    """See to it that the new name outlives a power cut, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot_write(target: Path) -> Known:
    return Known(
        _("“{name}” cannot be written. Choose a folder where you may write and that has room.").format(
            name=target.name
        )
    )
