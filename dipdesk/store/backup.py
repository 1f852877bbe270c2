"""Backups: a copy counts only when it was opened again and compared; old ones are thinned out."""

import hashlib
import marshal
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Any

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.store import connection as driver
from dipdesk.store import copies, erased, upgrade

_STAMP = "%Y-%m-%d_%H-%M-%S"
_STAMPED = len("2026-11-21_20-00-00")
_LONGEST = 60
_KEEP_ALL_DAYS = 2
_DAILY, _WEEKLY = 14, 8
MONTHLY = 12
"""So many months keep their last backup."""
_LEAST = 3
_AT_ONCE = 1000
_PLAIN = 2
"""The version of ``marshal`` that writes equal values as equal bytes."""


def folder_for(raw: Any, path: Path) -> Path:
    """The folder of a file's backups, by its name and the first copy's identity; raises Known."""
    row = raw.execute("SELECT copy_id FROM copy ORDER BY created, copy_id LIMIT 1").fetchone()
    try:
        folder = paths.data() / "backups" / f"{path.stem[:_LONGEST]}-{row[0][-8:] if row else 'new'}"
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(error.filename) from error
    return folder


def list_backups(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob("*.dipdesk"), key=lambda one: (_made_at(one), one.stem), reverse=True)


def made_since(folder: Path, when: datetime) -> list[Path]:
    """The backups in a folder that were made at an aware time or later, the newest first."""
    local = when.astimezone().replace(tzinfo=None, microsecond=0)
    return [one for one in list_backups(folder) if _made_at(one) >= local]


def write(raw: Any, path: Path, folder: Path) -> Path:
    """Write a backup, open it again, compare it with the file, thin the old ones; raises Known.

    The caller holds no transaction open on ``raw``.
    """
    target = free_name(folder, ".dipdesk")
    partial = target.with_suffix(".partial")
    try:
        remove(folder.glob("*.partial*"))
        raw.execute("VACUUM INTO ?", (str(partial),))
        settle(partial)
        if not _equal(partial, fingerprint(raw)):
            raise Known(_("The backup does not equal the file. The earlier backups were kept."))
        partial.replace(target)
        settle(folder)
    except (driver.DriverError, OSError) as error:
        raise driver.damaged(path) if driver.is_damage(error) else not_written(folder) from error
    finally:
        remove([partial])
    remove(superfluous(list_backups(folder)))
    return target


def ensure(raw: Any, path: Path) -> None:
    """Write a backup unless the newest one holds all that is in the file; done before risky steps."""
    folder = folder_for(raw, path)
    newest = next(iter(list_backups(folder)), None)
    if newest is None or not _holds(newest, raw):
        write(raw, path, folder)


def restore(source: Path, target: Path) -> Path | None:
    """Put a verified backup in the place of ``target``; what was there moves aside, its new path is returned.

    The restored file gets a new identity. What the file there, or the newest backup, says was erased since
    goes from its history, too, and from its records when they are loaded. Raises Known, and changes nothing,
    if the backup is damaged, made by a newer dipdesk, or cannot be put there.
    """
    if not source.is_file():
        raise Known(_("There is no file “{path}”. Check the name and the folder.").format(path=source))
    wanted = fingerprint_of(source)
    place = driver.behind_links(target)
    known = [place] if place.exists() and _check_free(place) else []
    known += [one for one in list_backups(source.parent)[:1] if one != place and not driver.companions(one)]
    gone = erased.listed(known)
    partial = place.with_name(f"{place.name}.partial")
    try:
        shutil.copyfile(source, partial)
        if not _equal(partial, wanted):
            raise _not_restored(place)
        with opened(partial) as raw:
            pen = copies.take_up(raw, partial, upgrade.version(raw), renew=True)
            erased.strike(raw, gone)
        settle(partial)
        aside = _swap(partial, place)
    except (driver.DriverError, OSError) as error:
        raise _not_restored(place) from error
    finally:
        remove([partial, *driver.companions(partial)])
    copies.remember(place, pen)
    return aside


def _swap(partial: Path, target: Path) -> Path | None:
    """Put a finished file in the place of ``target``; returns where that is now, None if there was none."""
    if not target.exists():
        partial.replace(target)
        return None
    aside = free_name(target.parent, target.suffix, f"{target.stem[:_LONGEST]}-")
    target.rename(aside)
    try:
        for leftover in driver.companions(target):
            leftover.rename(aside.with_name(leftover.name.replace(target.name, aside.name, 1)))
        partial.replace(target)
    except OSError:
        aside.rename(target)
        raise
    settle(target.parent)
    return aside


def _check_free(path: Path) -> bool:
    """Whether the file can be read; raises Known if another program has it open.

    A damaged or foreign file may be set aside. A journal that nobody uses may belong to another file, so
    the file is not opened beside one.
    """
    if driver.companions(path) and not driver.has_note(path):
        return False
    try:
        is_ours = driver.is_ours(path)
        if is_ours:
            driver.raw(path).close()
        return is_ours
    except driver.DriverError as error:
        if driver.is_locked(error):
            sentence = _("“{name}” is open in another program. Close it there first.")
            raise Known(sentence.format(name=path.name)) from error
        return False


def not_written(folder: object) -> Known:
    """The sentence for a folder that takes no backup."""
    return Known(
        _("No backup could be written to “{folder}”. Make room or check the folder.").format(folder=folder)
    )


def _not_restored(path: Path) -> Known:
    return Known(
        _("The backup could not be put in the place of “{name}”. Make room or check the folder.").format(
            name=path.name
        )
    )


def free_name(folder: Path, suffix: str, start: str = "") -> Path:
    """A path in ``folder`` named by the present second that nothing has yet."""
    stamp = f"{start}{datetime.now():{_STAMP}}"  # noqa: DTZ005 - the clock of the wall names the file
    names = chain([stamp], (f"{stamp}-{number}" for number in count(2)))
    return next(path for name in names if not (path := folder / f"{name}{suffix}").exists())


def remove(leftovers: Iterable[Path]) -> None:
    """Delete files that are not needed; one that cannot be deleted stays."""
    for one in leftovers:
        with suppress(OSError):
            one.unlink()


def _equal(path: Path, wanted: str) -> bool:
    """Whether a file is whole and has the fingerprint ``wanted``."""
    try:
        return fingerprint_of(path) == wanted
    except Known:
        return False


def _holds(path: Path, raw: Any) -> bool:
    """Whether a backup ends with the same operations as the file."""
    last = "SELECT copy_id, max(seq), op_id FROM op GROUP BY copy_id ORDER BY copy_id"
    try:
        with opened(path) as other:
            return bool(other.execute(last).fetchall() == raw.execute(last).fetchall())
    except driver.DriverError:
        return False


class opened:  # noqa: N801 - used like a function
    """A driver connection for the length of a block."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Any:
        self.raw = driver.raw(self.path)
        return self.raw

    def __exit__(self, *ignored: object) -> None:
        driver.close(self.raw)


def fingerprint_of(path: Path) -> str:
    """Check a file thoroughly and return its fingerprint; raises Known if it is damaged or not ours."""
    try:
        if not driver.is_ours(path):
            raise driver.not_ours(path)
        with opened(path) as raw:
            upgrade.check_version(raw, path)
            whole = raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            if not whole or raw.execute("PRAGMA foreign_key_check").fetchone():
                raise driver.damaged(path)
            return fingerprint(raw)
    except driver.DriverError as error:
        raise driver.trouble(error, path) or error from error


def fingerprint(raw: Any) -> str:
    """A hash over all rows of all tables of a file, the same for equal contents."""
    digest = hashlib.sha256()
    names = [
        row[0]
        for row in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    ]
    for name in names:
        digest.update(name.encode())
        rows = raw.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2')
        while some := rows.fetchmany(_AT_ONCE):
            digest.update(marshal.dumps(some, _PLAIN))
    return digest.hexdigest()


def superfluous(backups: list[Path], today: date | None = None) -> list[Path]:
    """The backups that need not be kept.

    Kept are all of two days, 14 daily, 8 weekly, 12 monthly ones, and never fewer than three. Those from
    the future, written while the clock was wrong, take no place away from the others.
    """
    now = today or datetime.now().date()  # noqa: DTZ005
    kept: set[Path] = set(backups[:_LEAST])
    kept.update(one for one in backups if _made_at(one).date() > now - timedelta(days=_KEEP_ALL_DAYS))
    for amount, period in ((_DAILY, "%Y-%m-%d"), (_WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        latest: dict[str, Path] = {}
        for one in (one for one in backups if _made_at(one).date() <= now):
            latest.setdefault(_made_at(one).strftime(period), one)
        kept.update(list(latest.values())[:amount])
    return [one for one in backups if one not in kept]


def _made_at(path: Path) -> datetime:
    try:
        return datetime.strptime(path.stem[:_STAMPED], _STAMP)  # noqa: DTZ007
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006


def settle(path: Path) -> None:
    """Make sure that a file or folder is on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
