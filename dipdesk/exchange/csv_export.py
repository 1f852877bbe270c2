"""Exporting a list as CSV that spreadsheets open as it is and the importer reads back.

Letters and separator are those that spreadsheets of the language expect (:mod:`dipdesk.saving.csv_file`).
The headings are the labels of the fields. Text that would be computed as a formula is marked (see
:mod:`dipdesk.saving.cells`). Links are written as the title of the record; where that is not enough to find
it again, its id follows after ``#``.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.exchange.shapes import importable
from dipdesk.exchange.stock import Stock
from dipdesk.model import Field, Record, entity, title_column
from dipdesk.model.kinds import Link, Subject, Text, Words
from dipdesk.progress import Progress
from dipdesk.saving import write_whole
from dipdesk.saving.cells import mark
from dipdesk.saving.csv_file import csv_parts, usual_separator
from dipdesk.store.changes import batched
from dipdesk.store.office_file import OfficeFile

_STEP = 200


def export(
    office: OfficeFile,
    kind: type[Record],
    target: Path,
    *,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    separator: str = "",
    progress: Progress | None = None,
) -> int:
    """Write records to ``target`` and return how many. Raises Known or Cancelled; then no file is left.

    ``rows`` are ids in the order wanted (all by title if None), ``columns`` names of fields (all if None).
    """
    wanted = [one for one in importable(kind) if columns is None or one.name in columns]
    if columns is not None:
        wanted.sort(key=lambda one: columns.index(one.name))
    with office.read() as session:
        records = _records(session, kind, rows)
        table = _Table(session, kind, wanted)
        rows = table.rows(records, progress)
        write_whole(target, csv_parts(rows, separator or usual_separator()))
    return len(records)


def _records(session: Session, kind: type[Record], rows: Sequence[str] | None) -> list[Record]:
    if rows is None:
        return list(session.scalars(select(kind).order_by(getattr(kind, title_column()), kind.id)))
    found: dict[str, Record] = {}
    for some in batched(rows):
        found.update({one.id: one for one in session.scalars(select(kind).where(kind.id.in_(some)))})
    return [found[row_id] for row_id in rows if row_id in found]


class _Table:
    """Turns records into rows of text."""

    def __init__(self, session: Session, kind: type[Record], columns: Sequence[Field]) -> None:
        self._session = session
        self._columns = columns
        self._stock = Stock.take(session, (kind,))
        self._named: dict[tuple[str, str], str] = {}

    def rows(self, records: Sequence[Record], progress: Progress | None) -> Iterator[list[str]]:
        yield [mark(one.title()) for one in self._columns]
        for number, record in enumerate(records):
            if number % _STEP == 0 and progress is not None:
                progress.step(number, len(records))
            yield [self._cell(one, getattr(record, one.name)) for one in self._columns]

    def _cell(self, one: Field, value: Any) -> str:
        kind = one.kind
        if isinstance(kind, Link):
            return mark(self._link(kind.target, value)) if value else ""
        text = str(value or "") if isinstance(kind, Subject) else kind.edit(value)
        return mark(text) if isinstance(kind, (Text, Words)) else text

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
