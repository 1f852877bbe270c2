"""Which copy of an office file this is: a file that was cloned or restored gets a new identity.

In this program's own folder stands, for each copy that was closed here, at which path it lay, on which
computer and with which last operation. Whatever does not fit exactly (another computer, another path, an
older state, a program that was killed) gets a new identity: two files never write in the same chain.
"""

import getpass
import json
import platform
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dipdesk import paths
from dipdesk.rules.ids import new_id
from dipdesk.store import connection as driver
from dipdesk.store.pen import Pen, furthest

_ID = re.compile(r"[0-9a-f]{32}")
_OPEN = "open"
"""Stands for the last operation while the file is open and after a program that was killed."""


def person() -> str:
    """The name of the person at this computer, for the history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def computer() -> str:
    """The name of this computer."""
    return platform.node() or "?"


def remember(path: Path, pen: Pen) -> None:
    """Note, if possible, that this copy was closed at ``path`` with the pen's last operation."""
    _note(path, pen.copy_id, pen.tip.hex())


def take_up(connection: Any, path: Path, schema: int, *, renew: bool = False) -> Pen:
    """The pen of this copy; a new identity if the file is a clone, was set back, or ``renew`` asks for it."""
    pen = _last_pen(connection, schema)
    ours = not renew and _fits(path, pen) and _note(path, pen.copy_id, _OPEN)
    if not ours:
        pen = Pen(new_id(), schema)
        _introduce(connection, pen, f"{computer()} · {path.stem}")
        _note(path, pen.copy_id, _OPEN)
    latest = connection.execute("SELECT max(hlc) FROM op WHERE hlc < ?", (furthest(),)).fetchone()[0]
    pen.has_seen(latest or 0)
    return pen


def _last_pen(connection: Any, schema: int) -> Pen:
    """The pen as the file was left with; nothing is known yet of whether it is still ours."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'copy_id'").fetchone()
    copy_id = str(row[0]) if row else ""
    last = connection.execute(
        "SELECT seq, op_id, hlc FROM op WHERE copy_id = ? ORDER BY seq DESC LIMIT 1", (copy_id,)
    ).fetchone()
    return Pen(copy_id, schema, last[0], bytes(last[1]), last[2]) if last else Pen(copy_id, schema)


def _introduce(connection: Any, pen: Pen, label: str) -> None:
    """Write the identity of a new copy into the file; on a full disk it serves this once without."""
    readable = label.encode("utf-8", "replace").decode()
    created = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO copy (copy_id, label, created) VALUES (?, ?, ?)", (pen.copy_id, readable, created)
        )
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('copy_id', ?)", (pen.copy_id,))
        connection.execute("COMMIT")
    except driver.DriverError as error:
        connection.rollback()
        if not driver.is_full(error):
            raise


def _fits(path: Path, pen: Pen) -> bool:
    """Whether the file is just as it was when it was closed here."""
    if not _ID.fullmatch(pen.copy_id):
        return False
    try:
        found = json.loads(_place(pen.copy_id).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return bool(found == _entry(path, pen.tip.hex()))


def _note(path: Path, copy_id: str, last: str) -> bool:
    """Write down what is known of a copy; whether that was possible."""
    if not _ID.fullmatch(copy_id):
        return False
    try:
        place = _place(copy_id)
        place.parent.mkdir(exist_ok=True)
        partial = place.with_suffix(".partial")
        partial.write_text(json.dumps(_entry(path, last)), encoding="utf-8")
        partial.replace(place)
    except OSError:
        return False
    return True


def _entry(path: Path, last: str) -> dict[str, str]:
    return {"path": str(path.resolve()), "computer": computer(), "last": last}


def _place(copy_id: str) -> Path:
    return paths.data() / "copies" / f"{copy_id}.json"
