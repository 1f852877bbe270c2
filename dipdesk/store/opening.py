"""Making, opening and closing office files with their records."""

from pathlib import Path

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Office
from dipdesk.progress import Progress
from dipdesk.store import connection as driver
from dipdesk.store import copies, erasing, holding, starting, upgrade, whereabouts
from dipdesk.store.held_file import HeldFile
from dipdesk.store.office_file import OfficeFile

SUFFIX = holding.SUFFIX


def create(path: Path, name: str, kind: str = "municipality", progress: Progress | None = None) -> OfficeFile:
    """A new office file for an office called ``name``; if that fails, raises Known and leaves nothing."""
    place = driver.behind_links(path)
    if not place.parent.is_dir():
        raise Known(_("There is no folder “{path}”. Make it first.").format(path=place.parent))
    whereabouts.check(place)
    try:
        place.touch(exist_ok=False)
    except FileExistsError as error:
        raise Known(_("“{path}” exists already. Choose another name.").format(path=path)) from error
    except OSError as error:
        raise _cannot_create(path) from error
    try:
        office = _made(place, name, kind, progress or Progress())
    except BaseException:
        for leftover in (place, *driver.companions(place)):
            leftover.unlink(missing_ok=True)
        raise
    holding.write_note(place)
    return office


def _made(path: Path, name: str, kind: str, progress: Progress) -> OfficeFile:
    """An open office file made from an empty one."""
    raw = None
    try:
        raw = driver.raw(path)
        upgrade.upgrade(raw, progress)
        office = OfficeFile(HeldFile(path, raw, copies.take_up(raw, path, upgrade.VERSION)))
        with office.change(N_("Office file made")) as session:
            session.add(Office(name_tr=name, kind=kind))
            session.add_all(starting.records())
    except BaseException as error:
        if raw is not None:
            driver.close(raw)
        raise driver.trouble(error, path) or error from error
    office.forget_steps()
    return office


def open_file(path: Path, progress: Progress | None = None) -> OfficeFile:
    """Open an office file; raises Known with one sentence for every reason why it cannot be opened."""
    return erasing.records(holding.hold(path, progress))


def close(office: OfficeFile) -> None:
    """Close a file, with a backup if anything was written; closed also if the backup fails (raises Known)."""
    try:
        holding.close(office.held)
    finally:
        office.close()


def _cannot_create(path: Path) -> Known:
    return Known(_("“{path}” cannot be made. Choose a folder where you may write.").format(path=path))
