"""The one connection to an office file; the only module that knows the database driver.

Settings: TRUNCATE journal with ``synchronous=EXTRA`` and an exclusive lock, so that nothing shown as
saved is lost in a power cut and a copy of the file is always complete.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.store import whereabouts
from dipdesk.store.refusals import LookOnly

APPLICATION_ID = 0x44495044  # "DIPD"
_PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "cache_size=-65536",
)
DRIVER: Any = driver
"""The driver's module, for SQLAlchemy."""
_COPY_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "cache_size=200")
_PAGES, _RETRY = 64, 0.005
"""Pages of a step, and seconds until it is tried again when somebody writes."""
DriverError = driver.Error


def raw(path: Path) -> Any:
    """A driver connection to the file ``path`` with our settings; raises the driver's errors."""
    connection = driver.connect(
        str(path.absolute()), timeout=0, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def copy_pages(connection: Any, target: Path, breathe: Callable[[], None]) -> None:
    """Copy the file behind a connection to ``target``, a few pages at a time; raises the driver's errors.

    May run in another thread than that of the connection, which is kept waiting for one step at most;
    ``breathe`` is called between two steps, and what it raises ends the copying. ``target`` is not yet
    safe on the disk.
    """
    copy = driver.connect(str(target.absolute()), isolation_level=None, check_same_thread=False)
    try:
        for pragma in _COPY_PRAGMAS:
            copy.execute(f"PRAGMA {pragma}").fetchall()
        connection.backup(copy, pages=_PAGES, sleep=_RETRY, progress=lambda *_left: breathe())
    finally:
        copy.close()


def is_ours(path: Path) -> bool:
    """Whether dipdesk made this file; it is only looked at. Raises the driver's errors."""
    connection = driver.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    try:
        return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    finally:
        connection.close()


def close(connection: Any) -> None:
    """Close a connection and remove its journal, empty by now; what was not committed is taken back."""
    with suppress(driver.Error):  # if the file was moved or the disk fails, an empty journal stays
        connection.rollback()
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()


@contextmanager
def any_text(connection: Any) -> Iterator[None]:
    """Inside the block damaged text is read with marks in place of what no letter can be."""
    usual = connection.text_factory
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        connection.text_factory = usual


def behind_links(path: Path) -> Path:
    """The file itself, also if ``path`` is a symbolic link; raises Known for names that no file can have."""
    try:
        os.fspath(path).encode()
        path.lstat()
        return path.resolve() if path.is_symlink() else path
    except FileNotFoundError:
        return path
    except (OSError, ValueError, RuntimeError) as error:
        raise inaccessible(path) from error


def identity(path: Path) -> tuple[int, int]:
    """What tells the file from every other one, also after it was renamed; zeros if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def check_writable(path: Path) -> None:
    """Raise Known unless the file exists on this computer, is a file and may be written, with its folder."""
    if path.is_dir():
        raise Known(_("“{name}” is a folder. Choose an office file.").format(name=path.name))
    if not path.exists():
        raise Known(_("There is no file “{path}”. Check the name and the folder.").format(path=path))
    if path.stat().st_size == 0:
        raise not_ours(path)
    whereabouts.check(path)
    if not _may_write(path) or not _may_write(path.parent):
        raise read_only(path)


def _may_write(path: Path) -> bool:
    """Whether somebody may write here: not where every write bit is off or the system refuses.

    The file itself is never opened: closing it again would drop the locks of a database in use.
    """
    anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(path.stat().st_mode & anyone) and os.access(path, os.W_OK)


def note(path: Path) -> Path:
    """Beside the file: who has it open. It outlives the program only after a crash."""
    return path.with_name(f".{path.name}.in-use")


def has_note(path: Path) -> bool:
    """Whether the file is open, or was when its program crashed."""
    return os.path.exists(note(path))  # noqa: PTH110 - also if the name is too long


def remove_note(path: Path) -> None:
    """Take the note away; one that cannot be removed only makes the next opening check more."""
    with suppress(OSError):
        note(path).unlink()


def companions(path: Path) -> list[Path]:
    """The files that the database keeps beside ``path`` and that are there now."""
    names = (path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))
    return [one for one in names if os.path.exists(one)]  # noqa: PTH110 - also if the name is too long


def not_ours(path: Path) -> Known:
    """The sentence for a file that dipdesk did not make."""
    return Known(_("“{name}” is not an office file of dipdesk. It was not changed.").format(name=path.name))


def damaged(path: Path) -> Known:
    """The sentence for a file that is damaged."""
    return Known(
        _("“{name}” is damaged. It was not changed. Restore the last backup (File ▸ Backups).").format(
            name=path.name
        )
    )


def inaccessible(path: Path) -> Known:
    """The sentence for a file that the system does not let us use."""
    name = path.name.encode("utf-8", "replace").decode()
    return Known(
        _("“{name}” cannot be opened. Check its name, and whether you may read and write there.").format(
            name=name
        )
    )


def gone(path: Path) -> Known:
    """The sentence for a file that was taken away while it was open."""
    return Known(
        _(
            "“{name}” is no longer there: it was moved, deleted or replaced while it was open."
            " The change was not saved. Put the file back."
        ).format(name=path.name)
    )


def read_only(path: Path) -> Known:
    """The sentence for a file or folder that may not be written."""
    return LookOnly(
        _("“{name}” is read-only. Copy it to a folder where you may write and open the copy.").format(
            name=path.name
        )
    )


def no_room(path: Path) -> Known:
    """The sentence for a disk that takes no more."""
    return Known(_("The disk is full or cannot be written. Nothing was changed. Make room and try again."))


_SENTENCES: dict[str, Callable[[Path], Known]] = {
    "not a database": not_ours,
    "malformed": damaged,
    "corrupt": damaged,
    "unable to open": inaccessible,
    "full": no_room,
    "disk i/o": no_room,
    "readonly": read_only,
}
"""What the driver's errors mean, by words that stand in them."""


def trouble(error: BaseException, path: Path) -> Known | None:
    """What a driver's error means to a person, or None if it is a bug."""
    original = _own(error)
    if not isinstance(original, driver.Error):
        return None
    text = str(original).lower()
    return next((sentence(path) for words, sentence in _SENTENCES.items() if words in text), None)


def is_damage(error: BaseException) -> bool:
    """Whether the driver's error says that the file is damaged."""
    text = str(error).lower()
    return isinstance(error, driver.Error) and ("malformed" in text or "corrupt" in text)


def is_full(error: BaseException) -> bool:
    """Whether the driver's error says that the disk takes no more."""
    text = str(error).lower()
    return isinstance(error, driver.Error) and ("full" in text or "disk i/o" in text)


def is_locked(error: BaseException) -> bool:
    """Whether the error says that another program holds the file."""
    original = _own(error)
    return isinstance(original, driver.OperationalError) and "locked" in str(original).lower()


def _own(error: BaseException) -> BaseException:
    """The driver's own error, also where SQLAlchemy wraps it."""
    return getattr(error, "orig", None) or error
