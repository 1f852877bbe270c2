"""A list of one entity in an order, searched and filtered: how many there are, and any page of it.

The order by title is kept by an index, so that pages of it are read where they lie. What many records
match is read along that index until the page is full; what few match is fetched and sorted. Only pages
far down in any other order need the ids of all, which are then kept. A listing shows the file as it was
when it was first asked; after a change a new one is made.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from dipdesk.model import Record, entity_name, field_of, title_column
from dipdesk.store import search
from dipdesk.store.columns import default_columns
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.ordering import TITLE, Order, expressions, first_order, joined
from dipdesk.store.rows import Row, read_rows

__all__ = ["TITLE", "Filters", "Listing", "Order", "Row", "default_columns", "first_order"]

Filters = Mapping[str, Collection[object]]
"""The values that are let through, by field: ``{"state": {"in_force"}, "country_id": {None}}``.

``id`` stands for the records themselves; there may be any number of them.
"""

_NEAR = 256
"""Rows from the top within which a page is read without the ids of all."""
_SPREAD = 3
"""So many times as many rows are looked through as would fill the page if hits lay evenly."""
_WALK_COST = 2
"""Looking through a row costs so many times as much as sorting a hit."""


@dataclass(frozen=True)
class _Where:
    """Which rows are in the list, as SQL over ``p`` (and ``f``, the finder) with its values."""

    conditions: tuple[str, ...]
    values: tuple[Any, ...]


class Listing:
    """The records of ``kind`` that hold all words of ``text`` and pass ``filters``, in ``order``.

    Of equals the one that was stored first comes first. A text without a letter or digit matches
    nothing; an empty one everything.
    """

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        *,
        columns: tuple[str, ...] = (),
        order: Order | None = None,
        text: str = "",
        filters: Filters | None = None,
    ) -> None:
        self.kind = kind
        self.columns = columns or default_columns(kind)
        self.order = order or first_order(kind)
        self._office = office
        self._table = entity_name(kind)
        self._text = text
        self._query = search.query(text)
        self._filter = _filter(kind, filters or {})
        self._count: int | None = None
        self._ids: list[str] | None = None
        self._places: dict[str, int] | None = None

    def count(self) -> int:
        """How many records are in the list."""
        if self._count is None:
            with self._connection() as connection:
                self._count = self._counted(connection)
        return self._count

    def page(self, start: int, size: int) -> list[Row]:
        """The rows from ``start`` on, at most ``size`` of them, formatted in the language spoken now."""
        with self._office.read() as session:
            return read_rows(session, self.kind, self.columns, self._page_ids(session, start, size))

    def ids(self) -> list[str]:
        """The ids of all records in the list, in its order."""
        if self._ids is None:
            with self._connection() as connection:
                self._ids = self._all_ids(connection)
        return list(self._ids)

    def position(self, row_id: str) -> int | None:
        """The place of a record in the list, from 0; None if it is not in it."""
        if self._ids is None and self._is_whole and self._is_by_title:
            with self._connection() as connection:
                return self._counted_before(connection, row_id)
        if self._places is None:
            self._places = {found: place for place, found in enumerate(self.ids())}
        return self._places.get(row_id)

    @property
    def is_narrowed(self) -> bool:
        """Whether a search text or filter is at work."""
        return not self._is_whole

    @property
    def _is_whole(self) -> bool:
        return not self._text.strip() and not self._filter.conditions

    @property
    def _is_by_title(self) -> bool:
        return self.order.column == TITLE

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with self._office.read() as session:
            yield session.connection()

    def _counted(self, connection: Connection) -> int:
        if self._text.strip() and not self._query:
            return 0
        if not self._query:
            return self._number(connection, f"{self._table} AS p", self._filter)
        if not self._filter.conditions:
            return self._number(connection, "search", self._hits)
        return self._number(connection, self._from_hits, self._match)

    @staticmethod
    def _number(connection: Connection, source: str, where: _Where) -> int:
        statement = f"SELECT count(*) FROM {source}{_conditions(where)}"
        return int(connection.exec_driver_sql(statement, where.values).scalar_one())

    def _page_ids(self, session: Session, start: int, size: int) -> list[str]:
        if self._ids is not None:
            return self._ids[start : start + size]
        if self._text.strip() and not self._query:
            return []
        connection = session.connection()
        if self._is_whole and self._is_by_title:
            return self._along_index(connection, start, size)
        if start + size > _NEAR:
            self._ids = self._all_ids(connection)
            return self._ids[start : start + size]
        if self._is_by_title and (found := self._walk(connection, start + size)):
            return found[start:]
        return self._sorted(connection, start, size)

    def _along_index(self, connection: Connection, start: int, size: int) -> list[str]:
        way = "DESC" if self.order.descending else "ASC"
        key = title_column()
        statement = (
            f"SELECT p.id FROM (SELECT rowid AS place FROM {self._table} ORDER BY {key} {way}, rowid {way}"
            f" LIMIT ? OFFSET ?) AS o JOIN {self._table} AS p ON p.rowid = o.place"
            f" ORDER BY p.{key} {way}, p.rowid {way}"
        )
        return _column(connection, statement, (size, start))

    def _walk(self, connection: Connection, size: int) -> list[str]:
        """The first ``size`` ids, found along the index; none where fetching and sorting all is quicker."""
        whole = self._number(connection, self._table, _Where((), ()))
        rows = _SPREAD * size * whole // max(self.count(), 1)
        if rows * _WALK_COST > self.count():
            return []
        way, side = ("DESC", ">=") if self.order.descending else ("ASC", "<=")
        key = title_column()
        edge = f"(SELECT {key} FROM {self._table} ORDER BY {key} {way} LIMIT 1 OFFSET {rows})"
        near = _Where((f"p.{key} {side} {edge}",), ()) if rows < whole else _Where((), ())
        hits = _Where(("instr(f.words, ?)",) * len(self._words), self._words)
        where = self._and(near, self._filter, hits)
        finder = "CROSS JOIN finder AS f ON f.id = p.id" if self._words else ""
        statement = (
            f"SELECT p.id FROM {self._table} AS p {finder}{_conditions(where)}"
            f" ORDER BY p.{key} {way}, p.id {way} LIMIT ?"
        )
        found = _column(connection, statement, (*where.values, size))
        return found if len(found) == size else []

    def _sorted(self, connection: Connection, start: int, size: int) -> list[str]:
        statement = f"SELECT p.id FROM {self._matching} ORDER BY {self._terms} LIMIT ? OFFSET ?"
        return _column(connection, statement, (*self._match.values, size, start))

    def _all_ids(self, connection: Connection) -> list[str]:
        """All ids in order, fetched as one text: a row each would take ten times as long."""
        if self._text.strip() and not self._query:
            return []
        statement = f"SELECT group_concat(p.id, ' ' ORDER BY {self._terms}) FROM {self._matching}"
        return str(connection.exec_driver_sql(statement, self._match.values).scalar_one() or "").split()

    @property
    def _match(self) -> _Where:
        return self._and(self._hits, self._filter) if self._query else self._filter

    @property
    def _matching(self) -> str:
        """What follows FROM to get the rows of the list as ``p``.

        In the order by title the finder itself knows all that is asked, and spares a look into the table.
        """
        if self._query and self._is_by_title and not self._filter.conditions:
            return f"search CROSS JOIN finder AS p ON p.num = search.rowid{_conditions(self._match)}"
        source = self._from_hits if self._query else f"{self._table} AS p"
        return f"{source}{joined(self.kind, self.order)}{_conditions(self._match)}"

    @property
    def _terms(self) -> str:
        if self._is_whole and self._is_by_title:
            way = "DESC" if self.order.descending else "ASC"
            return f"p.{title_column()} {way}, p.rowid {way}"
        return ", ".join(expressions(self.kind, self.order))

    def _counted_before(self, connection: Connection, row_id: str) -> int | None:
        key = title_column()
        row = connection.exec_driver_sql(
            f"SELECT {key}, rowid FROM {self._table} WHERE id = ?", (row_id,)
        ).one_or_none()
        if row is None:
            return None
        side = ">" if self.order.descending else "<"
        return self._number(
            connection, self._table, _Where((f"({key}, rowid) {side} (?, ?)",), (row[0], row[1]))
        )

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(f" {word}" for word in search.words(self._text))

    @property
    def _hits(self) -> _Where:
        return _Where(
            ("search MATCH ?", "search.rowid BETWEEN ? AND ?"), (self._query, *search.span(self.kind))
        )

    @property
    def _from_hits(self) -> str:
        return (
            "search CROSS JOIN finder AS f ON f.num = search.rowid"
            f" CROSS JOIN {self._table} AS p ON p.id = f.id"
        )

    @staticmethod
    def _and(*parts: _Where) -> _Where:
        return _Where(
            tuple(one for part in parts for one in part.conditions),
            tuple(one for part in parts for one in part.values),
        )


def _conditions(where: _Where) -> str:
    return f" WHERE {' AND '.join(where.conditions)}" if where.conditions else ""


def _column(connection: Connection, statement: str, values: tuple[Any, ...]) -> list[str]:
    return [row[0] for row in connection.exec_driver_sql(statement, values).fetchall()]


def _filter(kind: type[Record], filters: Filters) -> _Where:
    conditions: list[str] = []
    values: list[Any] = []
    for name, allowed in filters.items():
        if name == "id":
            conditions.append("p.id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(map(str, allowed))))
            continue
        column = f"p.{field_of(kind, name).name}"
        some = [value for value in allowed if value]
        parts = [f"{column} IN ({', '.join('?' * len(some))})"] if some else []
        if len(some) < len(allowed):
            parts.append(f"({column} IS NULL OR {column} IN ('', 0))")
        conditions.append(f"({' OR '.join(parts)})" if parts else "0")
        values += some
    return _Where(tuple(conditions), tuple(values))
