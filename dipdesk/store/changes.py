"""What a change did to which rows, taken down while the session writes it, and how to turn it round."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import History, get_history

from dipdesk.model import Field, Record, entity, entity_name, fields
from dipdesk.model.kinds import Json

T = TypeVar("T")
Registers = dict[str, dict[str, Json]]
"""Values by register: ``{"name": {"given_name": "Ayşe", "family_name": "Yılmaz"}}``."""


@dataclass
class RowChange:
    """What happened to one row: the touched registers before and after; None where there was no row."""

    entity: str
    row_id: str
    before: Registers | None
    after: Registers | None

    def inverse(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.entity, self.row_id, self.after, self.before)

    def empty(self) -> bool:
        """Whether nothing happened in the end."""
        return self.before == self.after

    def without(self, gone: Set[tuple[str, str]]) -> "RowChange":
        """The change but for the registers ``gone``, given as (row id, register)."""
        return RowChange(
            self.entity, self.row_id, self._rest(self.before, gone), self._rest(self.after, gone)
        )

    def _rest(self, values: Registers | None, gone: Set[tuple[str, str]]) -> Registers | None:
        if values is None:
            return None
        return {name: value for name, value in values.items() if (self.row_id, name) not in gone}


@dataclass
class Change:
    """One labelled step: what a person did, in rows."""

    label: str
    rows: list[RowChange] = field(default_factory=list)

    def inverse(self) -> "Change":
        """The step that takes this one back."""
        return Change(self.label, [row.inverse() for row in reversed(self.rows)])

    def without(self, gone: Set[tuple[str, str]]) -> "Change":
        """The step but for the registers ``gone``, given as (row id, register)."""
        rest = (row.without(gone) for row in self.rows)
        return Change(self.label, [row for row in rest if not row.empty()])


def batched(items: Sequence[T], size: int = 400) -> Iterator[Sequence[T]]:
    """Items in pieces that fit into one SQL statement."""
    return (items[start : start + size] for start in range(0, len(items), size))


@lru_cache
def registers(kind: type[Record]) -> dict[str, tuple[Field, ...]]:
    """The registers of an entity with their fields."""
    found: dict[str, tuple[Field, ...]] = {}
    for one in fields(kind):
        found[one.register] = (*found.get(one.register, ()), one)
    return found


class Recorder:
    """Listens to a session and keeps what every flush did; refuses statements that would go unseen."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], RowChange] = {}
        self._records: dict[str, Record] = {}

    def rows(self) -> list[RowChange]:
        """What happened, in the order in which rows were first touched."""
        return [row for row in self._rows.values() if not row.empty()]

    def present(self) -> list[Record]:
        """The touched records that exist now."""
        return [self._records[row.row_id] for row in self._rows.values() if row.after is not None]

    def after_flush(self, session: Session, context: Any) -> None:
        """Take down what the flush wrote."""
        for record in session.new:
            self._added(record, all_registers(record))
        for record in session.dirty:
            before, after = _touched(record)
            if after:
                self._changed(record, before, after)
        for record in session.deleted:
            self._removed(record, all_registers(record, stored=True))

    @staticmethod
    def refuse_bulk(state: ORMExecuteState) -> None:
        """Refuse bulk statements: they would not reach the history."""
        if state.is_update or state.is_delete or state.is_insert:
            raise TypeError("bulk statements bypass the history; change records instead")

    def _added(self, record: Record, values: Registers) -> None:
        known = self._known(record)
        known.after = values
        if known.before is not None:
            # The row was there when the change began: both sides name what is empty on the other.
            known.after = {**_emptied(type(record), known.before), **values}
            known.before = {**_emptied(type(record), values), **known.before}

    def _changed(self, record: Record, before: Registers, after: Registers) -> None:
        known = self._known(record, {})
        if known.before is not None:
            known.before = {**before, **known.before}
        known.after = {**(known.after or {}), **after}

    def _removed(self, record: Record, values: Registers) -> None:
        known = self._known(record, {})
        if known.before is not None:
            known.before = {**values, **known.before}
        known.after = None

    def _known(self, record: Record, start: Registers | None = None) -> RowChange:
        """What is known of the record's row; ``start`` for one that this change had not touched yet."""
        self._records[record.id] = record
        key = entity_name(type(record)), record.id
        return self._rows.setdefault(key, RowChange(*key, start, None))


def _packed(record: Record, parts: Iterable[Field], *, stored: bool = False) -> dict[str, Json]:
    """The values of a register; ``stored`` gives those in the file instead of those just set."""
    value = _stored if stored else getattr
    return {one.name: one.kind.to_json(value(record, one.name)) for one in parts}


def _stored(record: Record, name: str) -> Any:
    history: History = get_history(record, name)
    return history.deleted[0] if history.deleted else getattr(record, name)


@lru_cache
def blank(kind: type[Record]) -> Registers:
    """The registers of a record in which nobody filled in anything."""
    return {
        register: {one.name: one.kind.to_json(None) for one in parts}
        for register, parts in registers(kind).items()
    }


def _emptied(kind: type[Record], values: Registers) -> Registers:
    """Nothing in each of the registers of ``values``."""
    return {register: blank(kind)[register] for register in values}


def is_empty(kind: type[Record], register: str, values: Any) -> bool:
    """Whether all values of a register are those of a field nobody filled in."""
    return bool(blank(kind).get(register) == values)


def completed(kind: type[Record], register: str, values: dict[str, Json]) -> dict[str, Json]:
    """The values of a register with those of fields that it did not have when it was written."""
    return {
        one.name: values.get(one.name, one.kind.to_json(None)) for one in registers(kind).get(register, ())
    }


def all_registers(record: Record, *, stored: bool = False) -> Registers:
    """The values of a record by register, without the empty ones; ``stored`` gives those in the file."""
    nothing = blank(type(record))
    found = {}
    for register, parts in registers(type(record)).items():
        values = _packed(record, parts, stored=stored)
        if values != nothing[register]:
            found[register] = values
    return found


def _touched(record: Record) -> tuple[Registers, Registers]:
    """The registers in which something changed, before and after."""
    before: Registers = {}
    after: Registers = {}
    state = inspect(record)
    for register, parts in registers(type(record)).items():
        if any(state.attrs[one.name].history.has_changes() for one in parts):
            old, new = _packed(record, parts, stored=True), _packed(record, parts)
            if old != new:
                before[register], after[register] = old, new
    return before, after


def apply(session: Session, rows: Iterable[RowChange]) -> None:
    """Make the rows as the changes' ``after`` says; rows that are gone by now are left alone."""
    for row in rows:
        kind = entity(row.entity)
        record = session.get(kind, row.row_id)
        if row.after is None:
            if record is not None:
                session.delete(record)
        elif record is None and row.before is None:
            nothing = {one.name: one.kind.empty for one in fields(kind)}
            session.add(kind(**{**nothing, **dict(_values(kind, row.after)), "id": row.row_id}))
        elif record is not None:
            for name, value in _values(kind, row.after):
                setattr(record, name, value)


def _values(kind: type[Record], values: Registers) -> Iterator[tuple[str, Any]]:
    known = {one.name: one for one in fields(kind)}
    for register in values.values():
        for name, packed in register.items():
            if name in known:
                yield name, known[name].kind.from_json(packed)
