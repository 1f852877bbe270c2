"""Which records a paper is read from: watches a session while the paper is built."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Column, Executable, Select, Table, event, select
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql.visitors import ExternallyTraversible, iterate

from dipdesk.model import Exported, Record, entity_name

_TAIL = 10
"""Letters of an id that are kept of a record that was read; they tell the records of a file apart."""


@dataclass
class Seen:
    """The kinds of records that were asked for, also where none was found, and the records that were read.

    ``fields`` are those that were looked at or asked by, of whichever record: entity and name.
    """

    kinds: set[str] = field(default_factory=set)
    rows: set[tuple[str, str]] = field(default_factory=set)
    fields: set[tuple[str, str]] = field(default_factory=set)

    def packed(self) -> str:
        """As text to be kept: the kinds with the ends of the ids."""
        tails: dict[str, list[str]] = {name: [] for name in sorted(self.kinds)}
        for name, row_id in sorted(self.rows):
            tails[name].append(row_id[-_TAIL:])
        return json.dumps(tails, separators=(",", ":"))


@dataclass(frozen=True)
class Reads:
    """What a paper was read from, as it was kept."""

    tails: Mapping[str, frozenset[str]]

    @classmethod
    def unpacked(cls, text: str) -> "Reads":
        """The inverse of :meth:`Seen.packed`."""
        return cls({name: frozenset(tails) for name, tails in json.loads(text or "{}").items()})

    def asked(self, entity: str) -> bool:
        """Whether records of the entity were asked for."""
        return entity in self.tails

    def held(self, entity: str, row_id: str) -> bool:
        """Whether the record was read."""
        return row_id[-_TAIL:] in self.tails.get(entity, ())


def made_from(session: Session, rows: Collection[tuple[str, str]]) -> list[Exported]:
    """The exported papers that none replaced and that were read from one of the rows, the latest first."""
    query = select(Exported).where(Exported.superseded.is_not(True)).order_by(Exported.stamp.desc())
    found = []
    for note in session.scalars(query):
        reads = Reads.unpacked(note.reads)
        if any(reads.held(*row) for row in rows):
            found.append(note)
    return found


class _Looked(dict[str, Any]):
    """The values of a record, noting down which of them are looked at."""

    def __init__(self, values: dict[str, Any], entity: str, fields: set[tuple[str, str]]) -> None:
        super().__init__(values)
        self._entity, self._fields = entity, fields

    def __getitem__(self, name: str) -> Any:
        self._fields.add((self._entity, name))
        return super().__getitem__(name)


def _asked_by(statement: Executable) -> Iterator[tuple[str, str]]:
    """The columns by which records are chosen, and those that are asked for alone."""
    if not isinstance(statement, Select):
        return
    alone = [one["expr"] for one in statement.column_descriptions if not isinstance(one["expr"], type)]
    for part in (*alone, statement.whereclause):
        for column in iterate(part) if part is not None else ():
            if isinstance(column, Column) and isinstance(column.table, Table):
                yield column.table.name, column.name


@contextmanager
def watched(session: Session) -> Iterator[Seen]:
    """Inside the block, what ``session`` reads is gathered; what it holds already counts as read."""
    seen = Seen()

    def loaded(_session: Session, record: object) -> None:
        if isinstance(record, Record):
            name = entity_name(type(record))
            seen.kinds.add(name)
            seen.rows.add((name, record.id))
            record.__dict__ = _Looked(record.__dict__, name, seen.fields)

    def asked(state: ORMExecuteState) -> None:
        for part in iterate(cast(ExternallyTraversible, state.statement)):
            if isinstance(part, Table):
                seen.kinds.add(part.name)
        seen.fields.update(_asked_by(state.statement))

    for record in session.identity_map.values():
        loaded(session, record)
    event.listen(session, "loaded_as_persistent", loaded)
    event.listen(session, "do_orm_execute", asked)
    try:
        yield seen
    finally:
        event.remove(session, "loaded_as_persistent", loaded)
        event.remove(session, "do_orm_execute", asked)
