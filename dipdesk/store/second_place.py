"""The second place for backups: a stick or a share that outlives this computer."""

import hashlib
import shutil
from pathlib import Path

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.store import backup, whereabouts


def check(place: Path) -> None:
    """Raise Known if backups must not be kept in ``place``; a share may be it, a cloud may not."""
    if not place.is_dir():
        raise _gone(place)
    if program := whereabouts.synced_by(place / "x"):
        raise Known(
            _(
                "{program} copies this folder to a cloud, and circular 2019/12 does not allow that."
                " Choose a stick or a share."
            ).format(program=program)
        )


def is_same_disk(place: Path, other: Path) -> bool:
    """Whether two folders would be lost together."""
    try:
        return place.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def latest(place: Path, name: str) -> Path | None:
    """The newest backup there of the file whose backups lie in a folder called ``name``."""
    try:
        return next(iter(backup.list_backups(place / name)), None)
    except OSError:
        return None


def mirror(made: Path, place: Path) -> Path:
    """Copy a backup to the second place, compare it and thin out the old ones there; raises Known."""
    check(place)
    folder = place / made.parent.name
    target = folder / made.name
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(made, partial)
        backup.settle(partial)
        if _hash(partial) != _hash(made):
            raise backup.not_written(place)
        partial.replace(target)
        backup.remove(backup.superfluous(backup.list_backups(folder)))
    except OSError as error:
        raise backup.not_written(place) from error
    finally:
        backup.remove([partial])
    return target


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _gone(place: Path) -> Known:
    return Known(
        _(
            "The second place for backups, “{folder}”, cannot be reached."
            " Plug in the stick, or choose another place."
        ).format(folder=place)
    )
