"""Which copy of an office file this is: a file that was cloned or restored gets a new identity.

Beside the file, in this program's own folder, stands which copy was last seen at which path with which
last operation. Whatever does not fit (another computer, another path, an older state) is a clone.
"""

import getpass
import json
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dipdesk import paths
from dipdesk.model import new_id
from dipdesk.store.log import Pen


def person() -> str:
    """The name of the person at this computer, for the history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def computer() -> str:
    """The name of this computer."""
    return platform.node() or "?"


def _register() -> Path:
    return paths.data() / "copies.json"


def _known() -> dict[str, dict[str, str]]:
    try:
        found = json.loads(_register().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(path: Path, pen: Pen) -> None:
    """Note that this copy lies at ``path`` and ends with the pen's last operation."""
    known = _known()
    known[pen.copy_id] = {"path": str(path.resolve()), "tip": pen.tip.hex()}
    target = _register()
    partial = target.with_suffix(".partial")
    partial.write_text(json.dumps(known, indent=1), encoding="utf-8")
    partial.replace(target)


def take_up(connection: Any, path: Path, schema: int, *, renew: bool = False) -> Pen:
    """The pen of this copy; a new identity if the file is a clone, was set back, or ``renew`` asks for it."""
    copy_id = _meta(connection, "copy_id")
    last = connection.execute(
        "SELECT seq, op_id FROM op WHERE copy_id = ? ORDER BY seq DESC LIMIT 1", (copy_id,)
    ).fetchone()
    pen = Pen(copy_id, schema, *((last[0], bytes(last[1])) if last else (0, b"")))
    if renew or not copy_id or not _is_ours(connection, path, copy_id):
        pen = Pen(new_id(), schema)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO copy (copy_id, label, created) VALUES (?, ?, ?)",
            (pen.copy_id, f"{computer()} · {path.stem}", datetime.now(UTC).isoformat(timespec="seconds")),
        )
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('copy_id', ?)", (pen.copy_id,))
        connection.execute("COMMIT")
    pen.clock = connection.execute("SELECT coalesce(max(hlc), 0) FROM op").fetchone()[0]
    remember(path, pen)
    return pen


def _is_ours(connection: Any, path: Path, copy_id: str) -> bool:
    entry = _known().get(copy_id)
    if entry is None or entry.get("path") != str(path.resolve()):
        return False
    tip = bytes.fromhex(entry.get("tip", ""))
    return not tip or bool(connection.execute("SELECT 1 FROM op WHERE op_id = ?", (tip,)).fetchone())


def _meta(connection: Any, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""
