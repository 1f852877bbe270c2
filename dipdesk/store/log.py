"""The log of operations: every value anybody ever wrote, who had seen what, in a chain per copy.

An operation is immutable. Its id is the SHA-256 of its signed part, in which the value stands only as a
salted commitment, so that the value itself can be erased and the chain still verifies.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from dipdesk.model.kinds import Json
from dipdesk.rules.ids import new_id
from dipdesk.store.changes import Change, RowChange, batched
from dipdesk.store.pen import Pen

EXISTENCE = ""
"""The register that says whether a row exists."""
_SALT = 16
canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""A value as text that is the same wherever it is written."""


def write(connection: Connection, pen: Pen, change: Change, person: str) -> str:
    """Append a change to the log, bring the heads up to date and return the id of its transaction."""
    transaction = new_id()
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    connection.exec_driver_sql(
        "INSERT INTO txn VALUES (?, ?, ?, ?)", (transaction, change.label, person, now)
    )
    for rows in batched(change.rows):
        _write_rows(connection, pen, rows, transaction)
    return transaction


def _write_rows(connection: Connection, pen: Pen, rows: Sequence[RowChange], transaction: str) -> None:
    seen = _heads(connection, [row.row_id for row in rows])
    page = _Page()
    for row in rows:
        known = seen.get(row.row_id, {})
        for register, value in _registers(row):
            parents = known.get(register, []) if row.after is not None else _all(known)
            page.add(pen, row, register, value, parents, transaction)
        if row.after is None:
            page.gone += [(row.row_id, register, head) for register, ids in known.items() for head in ids]
    page.write(connection)


class _Page:
    """Rows for the tables of the log, gathered to be written together."""

    def __init__(self) -> None:
        self.operations: list[tuple[Any, ...]] = []
        self.values: list[tuple[Any, ...]] = []
        self.heads: list[tuple[Any, ...]] = []
        self.gone: list[tuple[Any, ...]] = []

    def add(
        self, pen: Pen, row: RowChange, register: str, value: Json, parents: list[bytes], transaction: str
    ) -> None:
        """Take up one operation, as the next in the chain of the pen's copy."""
        salt, text = os.urandom(_SALT), canonical(value)
        commitment = _committed(salt, text)
        pen.seq += 1
        where = (row.entity, row.row_id, register)
        known = (b"".join(parents), commitment, transaction, pen.schema)
        signed = (pen.copy_id, pen.seq, pen.tip, pen.tick(), *where, *known)
        pen.tip = operation_id(signed)
        self.operations.append((pen.tip, *signed))
        self.values.append((pen.tip, salt, text))
        self.heads.append((row.row_id, register, pen.tip))
        self.gone += [(row.row_id, register, parent) for parent in parents]

    def write(self, connection: Connection) -> None:
        """Write everything gathered."""
        for statement, rows in (
            (f"INSERT INTO op VALUES ({', '.join('?' * 12)}, NULL)", self.operations),
            ("INSERT INTO op_value VALUES (?, ?, ?)", self.values),
            ("DELETE FROM head WHERE row_id = ? AND reg = ? AND op_id = ?", self.gone),
            ("INSERT INTO head VALUES (?, ?, ?)", self.heads),
        ):
            if rows:
                connection.exec_driver_sql(statement, rows)


def _all(heads: dict[str, list[bytes]]) -> list[bytes]:
    return sorted(head for ids in heads.values() for head in ids)


def _registers(row: RowChange) -> Iterable[tuple[str, Json]]:
    """The registers to write: existence first where it changes, then the values."""
    if row.after is None:
        return [(EXISTENCE, {"exists": False})]
    born = [(EXISTENCE, {"exists": True})] if row.before is None else []
    return [*born, *row.after.items()]


def _heads(connection: Connection, row_ids: list[str]) -> dict[str, dict[str, list[bytes]]]:
    """The present heads of rows, by row and register."""
    found: dict[str, dict[str, list[bytes]]] = {}
    if not row_ids:
        return found
    marks = ", ".join("?" * len(row_ids))
    rows = connection.exec_driver_sql(
        f"SELECT row_id, reg, op_id FROM head WHERE row_id IN ({marks}) ORDER BY row_id, reg, op_id",
        tuple(row_ids),
    )
    for (row_id, register), group in groupby(rows, key=lambda one: (one[0], one[1])):
        found.setdefault(row_id, {})[register] = [bytes(one[2]) for one in group]
    return found


def operation_id(signed: tuple[Any, ...]) -> bytes:
    """SHA-256 over the canonical form of the signed part of an operation."""
    plain = [part.hex() if isinstance(part, bytes) else part for part in signed]
    return hashlib.sha256(canonical(plain).encode()).digest()


def _committed(salt: bytes, text: str) -> bytes:
    """What stands for a value in the signed part."""
    return hashlib.sha256(salt + text.encode()).digest()


def verify(connection: Connection) -> str:
    """The id (hexadecimal) of the first operation that does not fit its id, chain or value, else empty.

    A value may be missing only where it is written down that it was erased; its place must be there.
    """
    previous: dict[str, bytes] = {}
    rows = connection.exec_driver_sql(
        "SELECT op.op_id, copy_id, seq, prev_op, hlc, entity, row_id, reg, parents, commitment, txn_id,"
        " schema_ver, salt, value, erased.op_id FROM op LEFT JOIN op_value USING (op_id)"
        " LEFT JOIN erased USING (op_id) ORDER BY copy_id, seq"
    )
    for op_id, *rest in rows:
        signed, (salt, value, erased) = tuple(rest[:11]), rest[11:]
        copy_id, link, commitment = signed[0], bytes(signed[2]), bytes(signed[8])
        chained = link == previous.get(copy_id, b"")
        if value is None:
            kept = salt is not None and erased is not None
        else:
            kept = _committed(bytes(salt), value) == commitment
        if not chained or not kept or operation_id(signed) != bytes(op_id):
            return bytes(op_id).hex()
        previous[copy_id] = bytes(op_id)
    return ""
