"""Bringing an office file from a share or a synchronised folder to this computer."""

import shutil
from itertools import chain, count
from pathlib import Path

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.store import backup
from dipdesk.store import connection as driver


def bring(source: Path, folder: Path) -> Path:
    """Copy an office file into ``folder``, under a name that is free; returns the copy once it was checked.

    What a crash left beside the file comes along, so that the copy can be mended. The source is not touched.
    Raises Known.
    """
    target = _free(folder, source)
    made = [target]
    try:
        shutil.copyfile(source, target)
        for one in driver.companions(source):
            beside = target.with_name(one.name.replace(source.name, target.name, 1))
            made.append(beside)
            shutil.copyfile(one, beside)
        backup.fingerprint_of(target)
    except OSError as error:
        _remove(made)
        raise Known(
            _("“{name}” could not be copied to “{folder}”. Make room, or check the connection.").format(
                name=source.name, folder=folder
            )
        ) from error
    except Known:
        _remove(made)
        raise
    return target


def _free(folder: Path, source: Path) -> Path:
    names = chain([source.name], (f"{source.stem} {number}{source.suffix}" for number in count(2)))
    return next(path for name in names if not (path := folder / name).exists())


def _remove(made: list[Path]) -> None:
    for one in made:
        one.unlink(missing_ok=True)
