"""Making and opening office files, and saying plainly why one cannot be opened."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dipdesk.errors import Known
from dipdesk.i18n import _, format_timestamp
from dipdesk.model import Country, Office
from dipdesk.progress import Progress
from dipdesk.rules import countries
from dipdesk.store import backup, copies, upgrade
from dipdesk.store import connection as driver
from dipdesk.store.office_file import OfficeFile

SUFFIX = ".dipdesk"


def create(path: Path, name: str, kind: str = "municipality", progress: Progress | None = None) -> OfficeFile:
    """A new office file for an office called ``name``; if that fails, raises Known and leaves nothing."""
    place = driver.behind_links(path)
    if not place.parent.is_dir():
        raise Known(_("There is no folder “{path}”. Make it first.").format(path=place.parent))
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
    _write_note(place)
    return office


def _made(path: Path, name: str, kind: str, progress: Progress) -> OfficeFile:
    """An open office file made from an empty one."""
    raw = None
    try:
        raw = driver.raw(path)
        upgrade.upgrade(raw, progress)
        office = OfficeFile(path, raw, copies.take_up(raw, path, upgrade.VERSION))
        with office.change(_("Office file made")) as session:
            session.add(Office(name_tr=name, kind=kind))
            session.add_all(_country(code) for code in countries.codes())
    except BaseException as error:
        if raw is not None:
            driver.close(raw)
        raise driver.trouble(error, path) or error from error
    office.forget_steps()
    return office


def open_file(path: Path, progress: Progress | None = None) -> OfficeFile:
    """Open an office file; raises Known with one sentence for every reason why it cannot be opened."""
    place = driver.behind_links(path)
    driver.check_writable(place)
    raw = _connect(place)
    try:
        upgrade.check_version(raw, place)
        _check_whole(raw, place, thoroughly=driver.has_note(place))
        _bring_up_to_date(raw, place, progress or Progress())
        pen = copies.take_up(raw, place, upgrade.VERSION)
    except driver.DriverError as error:
        driver.close(raw)
        raise driver.trouble(error, place) or driver.damaged(place) from error
    except BaseException:
        driver.close(raw)
        raise
    _write_note(place)
    return OfficeFile(place, raw, pen)


def _bring_up_to_date(raw: Any, path: Path, progress: Progress) -> None:
    """Upgrade an older file, after a verified backup; it stays as it was if either fails."""
    if upgrade.version(raw) == upgrade.VERSION:
        return
    backup.write(raw, path, backup.folder_for(raw, path))
    try:
        upgrade.upgrade(raw, progress)
    except driver.DriverError as error:
        raise driver.trouble(error, path) or Known(
            _("“{name}” could not be brought to this version of dipdesk. It was not changed.").format(
                name=path.name
            )
        ) from error


def close(office: OfficeFile) -> None:
    """Close a file, with a backup if anything was written; closed also if the backup fails (raises Known)."""
    try:
        if office.is_changed:
            backup.write(office.raw, office.path, backup.folder_for(office.raw, office.path))
    finally:
        office.close()


def _country(code: str) -> Country:
    """The card of a country; the same id in every file, so that files can be merged."""
    key = uuid5(NAMESPACE_URL, f"dipdesk:country:{code}").hex
    return Country(id=key, code=code, name_tr=countries.name(code, "tr"), name_en=countries.name(code, "en"))


def _cannot_create(path: Path) -> Known:
    return Known(_("“{path}” cannot be made. Choose a folder where you may write.").format(path=path))


def _connect(path: Path) -> Any:
    try:
        if not driver.is_ours(path):
            raise driver.not_ours(path)
        return driver.raw(path)
    except driver.DriverError as error:
        if driver.is_locked(error):
            raise Known(_in_use(path)) from error
        raise driver.trouble(error, path) or error from error


def _check_whole(raw: Any, path: Path, *, thoroughly: bool) -> None:
    check = "integrity_check" if thoroughly else "quick_check"
    if raw.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
        raise driver.damaged(path)


def _write_note(path: Path) -> None:
    who = {
        "person": copies.person(),
        "computer": copies.computer(),
        "since": datetime.now().astimezone().isoformat(timespec="minutes"),
    }
    with suppress(OSError):  # a full disk is no reason not to open a file
        driver.note(path).write_text(json.dumps(who), encoding="utf-8")


def _in_use(path: Path) -> str:
    try:
        who = json.loads(driver.note(path).read_text(encoding="utf-8"))
        since = format_timestamp(datetime.fromisoformat(who["since"]))
        return _("“{name}” is open since {since} on {computer} ({person}). Close it there first.").format(
            name=path.name, since=since, computer=who["computer"], person=who["person"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return _("“{name}” is open in another program. Close it there first.").format(name=path.name)
