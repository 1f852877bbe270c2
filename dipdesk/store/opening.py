"""Making and opening office files, and saying plainly why one cannot be opened."""

import json
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
    """A new office file for an office called ``name``; raises Known if something is already there."""
    if path.exists():
        raise Known(_("“{path}” exists already. Choose another name.").format(path=path))
    if not path.parent.is_dir():
        raise Known(_("There is no folder “{path}”. Make it first.").format(path=path.parent))
    try:
        raw = driver.raw(path)
    except driver.DriverError as error:
        raise driver.trouble(error, path) or _cannot_create(path) from error
    upgrade.upgrade(raw, progress or Progress())
    office = OfficeFile(path, raw, copies.take_up(raw, path, upgrade.VERSION))
    with office.change(_("Office file made")) as session:
        session.add(Office(name_tr=name, kind=kind))
        session.add_all(_country(code) for code in countries.codes())
    office.forget_steps()
    _write_note(path)
    return office


def open_file(path: Path, progress: Progress | None = None) -> OfficeFile:
    """Open an office file; raises Known with one sentence for every reason why it cannot be opened."""
    driver.check_writable(path)
    raw = _connect(path)
    try:
        _check_ours(raw, path)
        _check_whole(raw, path, thoroughly=driver.note(path).exists())
        if upgrade.version(raw) < upgrade.VERSION:
            backup.write(raw, path, backup.folder_for(raw, path))
            upgrade.upgrade(raw, progress or Progress())
        pen = copies.take_up(raw, path, upgrade.VERSION)
        _write_note(path)
    except driver.DriverError as error:
        raw.close()
        raise driver.trouble(error, path) or error from error
    except BaseException:
        raw.close()
        raise
    return OfficeFile(path, raw, pen)


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
        return driver.raw(path)
    except driver.DriverError as error:
        if driver.is_locked(error):
            raise Known(_in_use(path)) from error
        raise driver.trouble(error, path) or error from error


def _check_ours(raw: Any, path: Path) -> None:
    if raw.execute("PRAGMA application_id").fetchone()[0] != driver.APPLICATION_ID:
        raise driver.not_ours(path)
    if upgrade.version(raw) > upgrade.VERSION:
        raise Known(
            _(
                "“{name}” was made by a newer dipdesk. Update dipdesk to open it; the file was not changed."
            ).format(name=path.name)
        )


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
