"""The content of a file that somebody chose to be read."""

from pathlib import Path

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.table import LARGEST
from dipdesk.i18n import _

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How files of old office programs begin, and new ones that are kept under a password."""


def content(path: Path, of_folder: str, of_office: str) -> bytes:
    """What is in the file, at most ``LARGEST`` bytes; raises Known, or Invalid if there is more.

    ``of_folder`` and ``of_office`` are said of a folder and an office file, with its ``{name}``. An office
    file is never opened here: that would drop the lock on it.
    """
    if ".dipdesk" in (path.suffix.lower(), path.resolve().suffix.lower()):
        raise Known(of_office.format(name=path.name))
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Known(of_folder.format(name=path.name))
        if size > LARGEST:
            raise Invalid(
                _("“{name}” is too large: at most {most} MB can be read. Part it into smaller files.").format(
                    name=path.name, most=LARGEST // 1024 // 1024
                )
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Known(
            _("There is no file “{path}”. Check the name and the folder.").format(path=path)
        ) from error
    except OSError as error:
        raise Known(
            _("“{name}” cannot be read. Check whether you may open it.").format(name=path.name)
        ) from error
