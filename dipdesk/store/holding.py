"""Taking hold of an office file, and saying plainly why that cannot be; it needs no model."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from dipdesk.errors import Known
from dipdesk.i18n import _, format_timestamp
from dipdesk.progress import Progress
from dipdesk.store import backup, copies, upgrade
from dipdesk.store import connection as driver
from dipdesk.store.held_file import HeldFile
from dipdesk.store.refusals import LookOnly

SUFFIX = ".dipdesk"


def hold(path: Path, progress: Progress | None = None) -> HeldFile:
    """Take hold of an office file; raises Known with one sentence for every reason why that cannot be."""
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
    write_note(place)
    return HeldFile(place, raw, pen)


def close(held: HeldFile) -> None:
    """Close a file, with a backup if anything was written; closed also if the backup fails (raises Known)."""
    try:
        if held.is_changed:
            backup.write(held.raw, held.path, backup.folder_for(held.raw, held.path))
    finally:
        held.close()


def write_note(path: Path) -> None:
    """Write beside the file who has it open."""
    who = {
        "person": copies.person(),
        "computer": copies.computer(),
        "since": datetime.now().astimezone().isoformat(timespec="minutes"),
    }
    with suppress(OSError):  # a full disk is no reason not to open a file
        driver.note(path).write_text(json.dumps(who), encoding="utf-8")


def _connect(path: Path) -> Any:
    try:
        if not driver.is_ours(path):
            raise driver.not_ours(path)
        return driver.raw(path)
    except driver.DriverError as error:
        if driver.is_locked(error):
            raise LookOnly(_in_use(path)) from error
        raise driver.trouble(error, path) or error from error


def _check_whole(raw: Any, path: Path, *, thoroughly: bool) -> None:
    check = "integrity_check" if thoroughly else "quick_check"
    if raw.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
        raise driver.damaged(path)


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


def _in_use(path: Path) -> str:
    try:
        who = json.loads(driver.note(path).read_text(encoding="utf-8"))
        since = format_timestamp(datetime.fromisoformat(who["since"]))
        return _("“{name}” is open since {since} on {computer} ({person}). Close it there first.").format(
            name=path.name, since=since, computer=who["computer"], person=who["person"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return _("“{name}” is open in another program. Close it there first.").format(name=path.name)
