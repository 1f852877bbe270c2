"""What happened to a record: every value it ever had, who wrote it and when; and the steps of the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from dipdesk.i18n import _, told
from dipdesk.model import Field, entity, fields
from dipdesk.store import agenda
from dipdesk.store.agenda import Step
from dipdesk.store.log import EXISTENCE
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import own_zone, said

_ERASED = object()
"""Stands for a value that nobody can know any more."""


@dataclass(frozen=True)
class HistoryEntry:
    """One value that changed.

    ``when`` is told by the clocks of the office; ``field`` is the label, ``before`` and ``after`` are as
    people read them; ``name`` is the field's name, empty where the record itself came or went and where the
    value before was erased; ``earlier`` is the value behind ``before``, to put it back.
    """

    when: datetime
    who: str
    step: str
    step_id: str
    field: str
    before: str
    after: str
    name: str
    earlier: Any = None


@dataclass(frozen=True)
class _Operation:
    register: str
    value: dict[str, Any] | None
    step_id: str
    step: str
    who: str
    when: datetime


def history(office: OfficeFile, entity_name: str, row_id: str) -> list[HistoryEntry]:
    """All that happened to a record, newest first, in the language spoken now; empty for an unknown record.

    Values that were erased from the file are shown as erased.
    """
    with office.read() as session:
        return list(_entries(session, entity_name, row_id))[::-1]


def changed_since(session: Session, when: datetime) -> frozenset[str]:
    """The ids of all records that came or changed since an aware time."""
    rows = session.connection().exec_driver_sql(
        "SELECT DISTINCT row_id FROM op JOIN txn USING (txn_id) WHERE datetime(at) >= datetime(?)",
        (when.isoformat(),),
    )
    return frozenset(row[0] for row in rows.fetchall())


def recent_steps(office: OfficeFile, limit: int = 50) -> list[Step]:
    """The latest steps of the whole file, newest first."""
    return agenda.recent_steps(office.raw, limit)


def _operations(session: Session, row_id: str) -> Iterator[_Operation]:
    rows = session.connection().exec_driver_sql(
        "SELECT reg, value, txn_id, label, person, at FROM op LEFT JOIN op_value USING (op_id)"
        " JOIN txn USING (txn_id) WHERE row_id = ? ORDER BY hlc, copy_id, seq",
        (row_id,),
    )
    here = ZoneInfo(own_zone(session))
    for register, value, step_id, label, who, at in rows.fetchall():
        when = datetime.fromisoformat(at).astimezone(here)
        yield _Operation(register, json.loads(value) if value else None, step_id, told(label), who, when)


def _entries(session: Session, name: str, row_id: str) -> Iterator[HistoryEntry]:
    known = {one.name: one for one in fields(entity(name))}
    values: dict[str, Any] = {}
    for _step, group in groupby(_operations(session, row_id), key=lambda one: one.step_id):
        operations = list(group)
        for operation in operations:
            if operation.register == EXISTENCE:
                yield _existence(operation)
                if not (operation.value or {}).get("exists"):
                    values = {}
            elif operation.value is None:
                yield _entry(operation, _label(known, operation.register), "", _("(erased)"), "")
                values |= {one.name: _ERASED for one in known.values() if one.register == operation.register}
            else:
                yield from _changes(session, known, operation, values)


def _changes(
    session: Session, known: dict[str, Field], operation: _Operation, values: dict[str, Any]
) -> Iterator[HistoryEntry]:
    """The fields that an operation changed; brings ``values`` up to date."""
    for name, after in (operation.value or {}).items():
        if name not in known:
            continue
        one = known[name]
        new = one.kind.from_json(after)
        now = said(session, one, new)
        if values.get(name) is _ERASED:
            yield _entry(operation, one.title(), _("(erased)"), now, "")
        elif new != (old := one.kind.from_json(values[name]) if name in values else one.kind.empty):
            yield _entry(operation, one.title(), said(session, one, old), now, name, old)
        values[name] = after


def _existence(operation: _Operation) -> HistoryEntry:
    there = bool((operation.value or {}).get("exists"))
    return _entry(operation, "", "", _("added") if there else _("removed"), "")


def _label(known: dict[str, Field], register: str) -> str:
    return known[register].title() if register in known else register


def _entry(
    operation: _Operation, label: str, before: str, after: str, name: str, earlier: Any = None
) -> HistoryEntry:
    return HistoryEntry(
        operation.when,
        operation.who,
        operation.step,
        operation.step_id,
        label,
        before,
        after,
        name,
        earlier,
    )
