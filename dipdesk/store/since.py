"""What changed in the office file since a time: which records, and their values then and now."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.i18n import _
from dipdesk.model import Record, entities, entity, entity_name, fields
from dipdesk.model.kinds import Link, Text
from dipdesk.store.log import EXISTENCE
from dipdesk.store.titles import said, title_of


@dataclass(frozen=True)
class Touched:
    """A record that came, changed or went; ``at`` is when last (UTC, ISO 8601), ``step`` what was done then.

    ``title`` is what a record was called that is gone.
    """

    entity: str
    row_id: str
    at: str
    step: str
    is_new: bool
    is_gone: bool
    title: str = ""


@dataclass(frozen=True)
class ValueChange:
    """A field that has another value now: label, both values as people read them, language and name."""

    field: str
    before: str
    after: str
    tongue: str = ""
    name: str = ""


def touched_since(session: Session, when: datetime) -> list[Touched]:
    """The records touched after an aware time, in the order of their last change."""
    rows = session.connection().exec_driver_sql(
        "SELECT entity, row_id, reg, value, label, at FROM op JOIN txn USING (txn_id)"
        " LEFT JOIN op_value USING (op_id) WHERE at > ? ORDER BY hlc, copy_id, seq",
        (_stamp(when),),
    )
    found: dict[tuple[str, str], list[tuple[str, str | None, str, str]]] = {}
    known = {entity_name(kind) for kind in entities()}
    for name, row_id, register, value, label, at in rows.fetchall():
        if name in known:
            found.setdefault((name, row_id), []).append((register, value, label, at))
    touched = [_touched(session, *key, operations) for key, operations in found.items()]
    return sorted(touched, key=lambda one: one.at)


def values_since(session: Session, name: str, row_id: str, when: datetime) -> list[ValueChange]:
    """The fields of a record whose value now is not that of an aware time, in the order of its fields."""
    rows = session.connection().exec_driver_sql(
        "SELECT value, at > ? FROM op JOIN txn USING (txn_id) LEFT JOIN op_value USING (op_id)"
        " WHERE row_id = ? AND reg <> ? ORDER BY hlc, copy_id, seq",
        (_stamp(when), row_id, EXISTENCE),
    )
    before: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for value, is_later in rows.fetchall():
        written = json.loads(value) if value else {}
        now.update(written)
        if not is_later:
            before.update(written)
    return list(_changes(session, entity(name), before, now))


def _changes(
    session: Session, kind: type[Record], before: dict[str, Any], now: dict[str, Any]
) -> Iterator[ValueChange]:
    for one in fields(kind):
        if one.technical or one.name not in now:
            continue
        old, new = one.kind.from_json(before.get(one.name)), one.kind.from_json(now[one.name])
        if (old or None) != (new or None):
            tongue = one.kind.tongue if isinstance(one.kind, Text) else ""
            yield ValueChange(one.title(), said(session, one, old), said(session, one, new), tongue, one.name)


def _touched(
    session: Session, name: str, row_id: str, operations: list[tuple[str, str | None, str, str]]
) -> Touched:
    existence = [
        json.loads(value or "{}").get("exists")
        for register, value, *_rest in operations
        if register == EXISTENCE
    ]
    is_gone = bool(existence) and not existence[-1]
    _register, _value, step, at = operations[-1]
    title = _last_title(session, entity(name), row_id) if is_gone else ""
    return Touched(name, row_id, at, step, bool(existence) and bool(existence[0]), is_gone, title)


def _last_title(session: Session, kind: type[Record], row_id: str) -> str:
    """What a record was called that is gone, as far as its values and what it took its name from tell."""
    rows = session.connection().exec_driver_sql(
        "SELECT value FROM op JOIN op_value USING (op_id) WHERE row_id = ? AND reg <> ?"
        " ORDER BY hlc, copy_id, seq",
        (row_id, EXISTENCE),
    )
    values: dict[str, Any] = {}
    for (value,) in rows.fetchall():
        values.update(json.loads(value) if value else {})
    known = {one.name: one for one in fields(kind)}
    kept = {name: known[name].kind.from_json(value) for name, value in values.items() if name in known}
    named = [
        title_of(session, one.kind.target, str(kept[one.name]))
        for one in known.values()
        if isinstance(one.kind, Link) and one.kind.names and kept.get(one.name)
    ]
    return kind(**kept).title() or " · ".join(named) or _("(without a name)")


def _stamp(when: datetime) -> str:
    """An aware time as the log writes it."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")
