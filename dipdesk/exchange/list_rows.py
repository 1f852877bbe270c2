"""The rows of any list as text that the importer reads back: headings are the labels of the fields.

Links are written as the title of the record; where that is not enough to find it again, its id follows
after ``#``.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.exchange.shapes import importable
from dipdesk.exchange.stock import Stock
from dipdesk.model import Field, Privacy, Record, entity, title_column
from dipdesk.model.kinds import Link, Subject, Text, Words
from dipdesk.progress import Progress
from dipdesk.store.changes import batched

_STEP = 200


def chosen_columns(kind: type[Record], names: Sequence[str] | None) -> list[Field]:
    """The fields of these names in their order; if None, all that a cell can hold and nobody must hide."""
    if names is None:
        return [one for one in importable(kind) if one.privacy is not Privacy.SENSITIVE]
    return sorted(
        (one for one in importable(kind) if one.name in names), key=lambda one: names.index(one.name)
    )


def chosen_records(session: Session, kind: type[Record], ids: Sequence[str] | None) -> list[Record]:
    """The records with these ids in their order; all by title if None."""
    if ids is None:
        return list(session.scalars(select(kind).order_by(getattr(kind, title_column()), kind.id)))
    found: dict[str, Record] = {}
    for some in batched(ids):
        found.update({one.id: one for one in session.scalars(select(kind).where(kind.id.in_(some)))})
    return [found[row_id] for row_id in ids if row_id in found]


class ListRows:
    """Turns records into rows of text; ``guard`` is done to every text that a person wrote."""

    def __init__(
        self,
        session: Session,
        kind: type[Record],
        columns: Sequence[Field],
        guard: Callable[[str], str] = str,
    ) -> None:
        self._session = session
        self._columns = columns
        self._guard = guard
        self._stock = Stock.take(session, (kind,))
        self._named: dict[tuple[str, str], str] = {}

    def heading(self) -> list[str]:
        """The labels of the columns."""
        return [self._guard(one.title()) for one in self._columns]

    def rows(self, records: Sequence[Record], progress: Progress | None) -> Iterator[list[str]]:
        """The cells of each record; raises Cancelled."""
        for number, record in enumerate(records):
            if number % _STEP == 0 and progress is not None:
                progress.step(number, len(records))
            yield [self._cell(one, getattr(record, one.name)) for one in self._columns]

    def _cell(self, one: Field, value: Any) -> str:
        kind = one.kind
        if isinstance(kind, Link):
            return self._guard(self._link(kind.target, value)) if value else ""
        text = str(value or "") if isinstance(kind, Subject) else kind.edit(value)
        return self._guard(text) if isinstance(kind, (Text, Words)) else text

    def _link(self, target: str, row_id: str) -> str:
        """The title by which the importer finds the record, with its id where the title is not enough."""
        known = self._named.get((target, row_id))
        if known is None:
            record = self._session.get(entity(target), row_id)
            title = record.title() if record else ""
            known = title if self._found(target, title) == row_id else f"{title} #{row_id}".strip()
            self._named[target, row_id] = known
        return known

    def _found(self, target: str, title: str) -> str:
        try:
            return self._stock.linked(target, title) if title else ""
        except Invalid:
            return ""
