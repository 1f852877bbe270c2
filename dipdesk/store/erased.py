"""Which values were erased, in plain SQL: read from files, and struck out again in an older state of them."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from dipdesk.store import connection as driver

Erased = tuple[bytes, str, str, str]
"""A row of the list: the operation, who erased its value, when (UTC, ISO 8601), and why."""

NOTE_TRACES = "INSERT OR REPLACE INTO meta VALUES ('traces', 'left')"
"""Notes down that erased values may still be found in pages of the file, until they are written anew."""
STRIKE = "UPDATE op_value SET salt = x'', value = NULL WHERE op_id = ?"


def listed(paths: Iterable[Path]) -> list[Erased]:
    """What the files at ``paths`` say was erased; those that cannot be read say nothing."""
    found: list[Erased] = []
    for path in paths:
        with suppress(driver.DriverError):
            if driver.is_ours(path):
                found += _read(path)
    return found


def _read(path: Path) -> list[Erased]:
    raw = driver.raw(path)
    try:
        return list(raw.execute("SELECT op_id, person, at, reason FROM erased"))
    finally:
        driver.close(raw)


def strike(raw: Any, rows: Iterable[Erased]) -> None:
    """Take erased values out of the history of a file that still has them, and write that down there, too.

    The records themselves follow when they are loaded, see :func:`dipdesk.store.erasing.records`.
    """
    raw.execute("BEGIN IMMEDIATE")
    try:
        for row in rows:
            if raw.execute(STRIKE, (row[0],)).rowcount:
                raw.execute("INSERT OR IGNORE INTO erased VALUES (?, ?, ?, ?)", row)
                raw.execute(NOTE_TRACES)
        raw.execute("COMMIT")
    except BaseException:
        raw.rollback()
        raise
