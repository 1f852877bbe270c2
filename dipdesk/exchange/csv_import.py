"""Importing a table: look at it first, then store it as one step that can be undone.

Three parts, so that a window can keep the database to itself: ``take`` reads what is there, ``work``
goes through the rows without any database (a worker may do it), ``store`` writes. ``preview`` and
``run`` do all that is needed in one call.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.exchange.cells import is_blank
from dipdesk.exchange.csv_reader import ENCODINGS, SEPARATORS
from dipdesk.exchange.ledger import Ledger, of_kind
from dipdesk.exchange.mapping import ImportPlan, assign, check, guess, shape, shapes
from dipdesk.exchange.reading import read_table
from dipdesk.exchange.result import ImportResult, Outcome
from dipdesk.exchange.shapes import Shape, Target, needs_subjects
from dipdesk.exchange.stock import Entry, Stock
from dipdesk.exchange.table import Row, Table
from dipdesk.i18n import N_, lasting
from dipdesk.model import Record, fields
from dipdesk.model.kinds import File
from dipdesk.progress import Progress
from dipdesk.store import blobs
from dipdesk.store.changes import batched
from dipdesk.store.office_file import OfficeFile

__all__ = [
    "ENCODINGS",
    "SEPARATORS",
    "ImportPlan",
    "ImportResult",
    "Outcome",
    "Preview",
    "Shape",
    "Stock",
    "Table",
    "Target",
    "Work",
    "assign",
    "guess",
    "preview",
    "read_table",
    "run",
    "shape",
    "shapes",
    "store",
    "take",
    "work",
]

PREVIEW_ROWS = 20
_STEP = 200


@dataclass(frozen=True)
class Preview:
    """The first rows of a table with what each would do, and the result of all."""

    rows: tuple[Outcome, ...]
    result: ImportResult


@dataclass(frozen=True)
class Work:
    """The rows worked through: what each does, and what is to be written. Nothing has been yet."""

    outcomes: tuple[Outcome, ...]
    ledger: Ledger

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.ledger.added or self.ledger.changed)

    def result(self, *, stored: bool = False) -> ImportResult:
        """The counts."""
        refused = tuple(one for one in self.outcomes if one.action == "refused")
        return ImportResult(
            read=len(self.outcomes),
            added=len(self.ledger.added),
            updated=len(self.ledger.changed),
            same=sum(one.action == "same" for one in self.outcomes),
            refused=refused,
            by_entity=of_kind(self.ledger.added),
            stored=stored,
        )


def take(office: OfficeFile, plan: ImportPlan) -> Stock:
    """What the office file holds of the entities that the table brings; one query for each."""
    with office.read() as session:
        return Stock.take(session, plan.shape.kinds, subjects=needs_subjects(plan.shape))


def work(plan: ImportPlan, stock: Stock, progress: Progress | None = None) -> Work:
    """Go through all rows; ``stock`` is used up. Raises Invalid if a needed column is missing, Cancelled."""
    check(plan)
    ledger = Ledger(stock, update=plan.update)
    total = len(plan.table.rows)
    outcomes = []
    for done, row in enumerate(plan.table.rows):
        if progress is not None and done % _STEP == 0:
            progress.step(done, total)
        outcomes.append(_outcome(plan, row, ledger))
    plan.shape.conclude(ledger)
    return Work(tuple(outcomes), ledger)


def store(
    office: OfficeFile, plan: ImportPlan, done: Work, progress: Progress | None = None, origin: object = None
) -> ImportResult:
    """Write the rows that are not refused as one step. Raises Known or Cancelled; then nothing is written."""
    ledger = done.ledger
    if not done.changes_anything:
        return done.result()
    label = lasting(N_("Import of “{file}”"), file=plan.table.path.name)
    with office.change(label, origin) as session:
        total = len(ledger.added) + len(ledger.changed)
        _keep_files(session, plan.table, done)
        for number, entry in enumerate(ledger.added):
            if number % _STEP == 0:
                session.flush()
                if progress is not None:
                    progress.step(number, total)
            session.add(entry.kind(id=entry.id, **entry.values))
        _write_changes(session, ledger)
        if progress is not None:
            progress.step(total, total)
    return done.result(stored=True)


def _keep_files(session: Session, table: Table, done: Work) -> None:
    """Keep the files that came with the table and that the written records name."""
    for address in _addresses(done) & table.files.keys():
        one = table.files[address]
        blobs.put(session.connection(), one.content, one.media_type)


def _write_changes(session: Session, ledger: Ledger) -> None:
    for kind, entries in _by_kind(ledger.changed.values()).items():
        for some in batched(entries):
            for record in session.scalars(select(kind).where(kind.id.in_([entry.id for entry in some]))):
                for name, value in ledger.changes[record.id].items():
                    setattr(record, name, value)


def preview(office: OfficeFile, plan: ImportPlan, progress: Progress | None = None) -> Preview:
    """What the import would do; nothing is written. Raises Invalid if a needed column is missing."""
    done = work(plan, take(office, plan), progress)
    return Preview(done.outcomes[:PREVIEW_ROWS], done.result())


def run(
    office: OfficeFile,
    plan: ImportPlan,
    skip_refused: bool = False,
    progress: Progress | None = None,
    origin: object = None,
) -> ImportResult:
    """Import the table. If a row is refused nothing is stored, unless ``skip_refused`` leaves it out."""
    done = work(plan, take(office, plan), progress)
    result = done.result()
    if result.refused and not skip_refused:
        return result
    return store(office, plan, done, progress, origin)


def _outcome(plan: ImportPlan, row: Row, ledger: Ledger) -> Outcome:
    if row.problem:
        return Outcome(row.line, row.cells, "refused", row.problem)
    cells = dict(plan.given) | {
        name: cell for name, at in plan.columns.items() if not is_blank(cell := row.cells[at])
    }
    try:
        action = ledger.place(plan.shape.drafts(cells, ledger.stock), row.line)
    except Invalid as error:
        return Outcome(row.line, row.cells, "refused", error.sentence, plan.columns.get(error.place))
    return Outcome(row.line, row.cells, action)


def _addresses(done: Work) -> set[str]:
    """The files that the written records name."""
    entries = [*done.ledger.added, *done.ledger.changed.values()]
    return {
        entry.values[one.name]
        for kind, some in _by_kind(entries).items()
        for one in fields(kind)
        if isinstance(one.kind, File)
        for entry in some
    }


def _by_kind(entries: Iterable[Entry]) -> dict[type[Record], list[Entry]]:
    found: dict[type[Record], list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.kind, []).append(entry)
    return found
