"""Backups: a copy counts only when it was opened again and compared; old ones are thinned out."""

import hashlib
import marshal
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.store import connection as driver
from dipdesk.store import copies, upgrade

_STAMP = "%Y-%m-%d_%H-%M-%S"
_KEEP_ALL_DAYS = 2
_DAILY, _WEEKLY, _MONTHLY = 14, 8, 12
_LEAST = 3
_AT_ONCE = 1000
_PLAIN = 2
"""The version of ``marshal`` that writes equal values as equal bytes."""


def folder_for(raw: Any, path: Path) -> Path:
    """The folder of a file's backups, by the name of the file and the first copy's identity."""
    row = raw.execute("SELECT copy_id FROM copy ORDER BY created, copy_id LIMIT 1").fetchone()
    folder = paths.data() / "backups" / f"{path.stem}-{row[0][-8:] if row else 'new'}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def list_backups(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob("*.dipdesk"), key=_made_at, reverse=True)


def write(raw: Any, path: Path, folder: Path) -> Path:
    """Write a backup, open it again, compare it with the file, thin the old ones; raises Known.

    The caller holds no transaction open on ``raw``.
    """
    target = folder / f"{datetime.now():{_STAMP}}.dipdesk"  # noqa: DTZ005 - the clock of the wall names the file
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    try:
        raw.execute("VACUUM INTO ?", (str(partial),))
        _sync(partial)
        if fingerprint_of(partial) != fingerprint(raw):
            raise Known(_("The backup does not equal the file. The earlier backups were kept."))
        partial.replace(target)
        _sync(folder)
    except (driver.DriverError, OSError) as error:
        raise driver.trouble(error, path) or Known(
            _("No backup could be written to “{folder}”. Make room or check the folder.").format(
                folder=folder
            )
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    for old in superfluous(list_backups(folder)):
        old.unlink(missing_ok=True)
    return target


def ensure(raw: Any, path: Path, saved_at: datetime | None) -> None:
    """Write a backup unless the newest one holds all that was saved; done before risky steps."""
    folder = folder_for(raw, path)
    newest = next(iter(list_backups(folder)), None)
    if newest is None or (saved_at is not None and _made_at(newest).astimezone() < saved_at):
        write(raw, path, folder)


def restore(source: Path, target: Path) -> Path | None:
    """Put a verified backup in the place of ``target``; what was there moves aside, its new path is returned.

    The restored file gets a new identity when it is opened.
    """
    if not source.is_file():
        raise Known(_("There is no file “{path}”. Check the name and the folder.").format(path=source))
    fingerprint_of(source)
    if target.exists():
        _check_free(target)
    aside = None
    partial = target.with_name(f"{target.name}.partial")
    partial.write_bytes(source.read_bytes())
    _sync(partial)
    if target.exists():
        aside = target.with_name(f"{target.stem}-{datetime.now():{_STAMP}}{target.suffix}")  # noqa: DTZ005
        target.rename(aside)
        for leftover in driver.companions(target):
            leftover.rename(aside.with_name(leftover.name.replace(target.name, aside.name, 1)))
    partial.replace(target)
    _sync(target.parent)
    with _opened(target) as raw:
        copies.take_up(raw, target, upgrade.version(raw), renew=True)
    return aside


def _check_free(path: Path) -> None:
    """Raise Known if another program has the file open; a damaged or foreign file may be set aside.

    A journal that nobody uses may belong to another file, so the file is not opened beside one.
    """
    if driver.companions(path) and not driver.note(path).exists():
        return
    try:
        driver.raw(path).close()
    except driver.DriverError as error:
        if driver.is_locked(error):
            sentence = _("“{name}” is open in another program. Close it there first.")
            raise Known(sentence.format(name=path.name)) from error


class _opened:  # noqa: N801 - used like a function
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
        with _opened(path) as raw:
            if raw.execute("PRAGMA application_id").fetchone()[0] != driver.APPLICATION_ID:
                raise driver.not_ours(path)
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

    Kept are all of two days, 14 daily, 8 weekly, 12 monthly ones, and never fewer than three.
    """
    now = today or datetime.now().date()  # noqa: DTZ005
    kept: set[Path] = set(backups[:_LEAST])
    kept.update(one for one in backups if _made_at(one).date() > now - timedelta(days=_KEEP_ALL_DAYS))
    for amount, period in ((_DAILY, "%Y-%m-%d"), (_WEEKLY, "%G-%V"), (_MONTHLY, "%Y-%m")):
        latest: dict[str, Path] = {}
        for one in backups:
            latest.setdefault(_made_at(one).strftime(period), one)
        kept.update(list(latest.values())[:amount])
    return [one for one in backups if one not in kept]


def _made_at(path: Path) -> datetime:
    try:
        return datetime.strptime(path.stem, _STAMP)  # noqa: DTZ007
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006


def _sync(path: Path) -> None:
    """Make sure that a file or folder is on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
