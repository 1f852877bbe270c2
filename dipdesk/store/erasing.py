"""Erasing values for good: from records, their history, what can be undone, and the pages of the file.

The chain of operations holds them only as salted commitments, so it still verifies. Who erased what, when
and why stays written down in the file.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Record, entity, entity_name, field_of
from dipdesk.store import connection as driver
from dipdesk.store import copies, erased
from dipdesk.store.changes import all_registers, blank, registers
from dipdesk.store.held_file import HeldFile
from dipdesk.store.log import canonical
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Erasure:
    """One erasing while it goes on: a session inside a change, and the registers taken, as (row id, name)."""

    session: Session
    reason: str
    taken: set[tuple[str, str]] = field(default_factory=set)

    def take(self, kind: type[Record], row_id: str, names: Iterable[str]) -> None:
        """Empty these registers of a record, if it is still there, and erase all that they ever held."""
        record = self.session.get(kind, row_id)
        for name in names:
            self.taken.add((row_id, name))
            self._strike(kind, row_id, name)
            for one in registers(kind)[name] if record is not None else ():
                setattr(record, one.name, one.kind.empty)

    def _strike(self, kind: type[Record], row_id: str, name: str) -> None:
        connection = self.session.connection()
        nothing = canonical(blank(kind)[name])
        found = connection.exec_driver_sql(
            "SELECT op_id FROM op JOIN op_value USING (op_id)"
            " WHERE row_id = ? AND reg = ? AND value IS NOT NULL AND value <> ?",
            (row_id, name, nothing),
        ).fetchall()
        if found:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            who = copies.person()
            connection.exec_driver_sql(
                "INSERT INTO erased VALUES (?, ?, ?, ?)", [(one[0], who, now, self.reason) for one in found]
            )
            connection.exec_driver_sql(erased.STRIKE, [(one[0],) for one in found])


@contextmanager
def erasing(office: OfficeFile, reason: str) -> Iterator[Erasure]:
    """Like ``office.change``, but for good: what is taken inside the block cannot be brought back.

    ``reason`` is the label of the step. Raises Known if the disk is full or the like; then nothing was
    erased, or traces in the pages of the file are left until it is opened again.
    """
    with office.change(reason, undoable=False) as session:
        erasure = Erasure(session, reason)
        yield erasure
        session.connection().exec_driver_sql(erased.NOTE_TRACES)
    office.forget(erasure.taken)
    office.held.saved_at = datetime.now().astimezone()
    _compact(office)


def _compact(office: OfficeFile) -> None:
    """Write the index and all pages anew: in what is only marked as free, values may still be found."""
    try:
        office.raw.execute("INSERT INTO search (search) VALUES ('optimize')")
        office.raw.execute("VACUUM")
        office.raw.execute("DELETE FROM meta WHERE key = 'traces'")
    except driver.DriverError as error:
        if not driver.is_full(error):
            raise driver.trouble(error, office.path) or error from error
        raise Known(
            _(
                "The data are cleared, but traces of them are left in the file, because the disk is full."
                " Make room; they go when the file is opened again."
            )
        ) from error


def kept(
    session: Session, kind: type[Record], row_ids: Collection[str], names: Collection[str]
) -> dict[tuple[str, str], datetime]:
    """Which of the registers ``names`` of these records hold something, or did once, as (row id, name).

    With each stands since when (aware).
    """
    nothing = {name: canonical(blank(kind)[name]) for name in names}
    rows = session.connection().exec_driver_sql(
        "SELECT row_id, reg, op_value.value, min(at)"
        " FROM op JOIN op_value USING (op_id) JOIN txn USING (txn_id)"
        " WHERE row_id IN (SELECT value FROM json_each(?)) AND reg IN (SELECT value FROM json_each(?))"
        " AND op_value.value IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC",
        (json.dumps(list(row_ids)), json.dumps(list(names))),
    )
    return {
        (row_id, name): datetime.fromisoformat(at)
        for row_id, name, value, at in rows
        if value != nothing[name]
    }


def ever_linked(session: Session, kind: type[Record], link: str, targets: Collection[str]) -> list[str]:
    """The ids of all records, also of those that are gone, that pointed at one of ``targets`` by a field."""
    rows = session.connection().exec_driver_sql(
        "SELECT DISTINCT row_id FROM op JOIN op_value USING (op_id) WHERE entity = ? AND reg = ?"
        " AND json_extract(op_value.value, ?) IN (SELECT value FROM json_each(?))",
        (entity_name(kind), field_of(kind, link).register, f"$.{link}", json.dumps(list(targets))),
    )
    return [row[0] for row in rows]


def records(held: HeldFile) -> OfficeFile:
    """The records of a file that is held.

    An older state may have been put back that still has what was erased since; then it is erased again. So
    are the traces that are left if the program was killed or the disk was full. What fails now is tried
    again when the file is opened the next time.
    """
    office = OfficeFile(held)
    listed = office.raw.execute(
        "SELECT entity, op.row_id, op.reg FROM erased CROSS JOIN op USING (op_id)"
        " CROSS JOIN head ON head.row_id = op.row_id AND head.reg = op.reg AND head.op_id = op.op_id"
    ).fetchall()
    pending = [(entity(name), row_id, register) for name, row_id, register in listed]
    if pending and any(_holds(office, *one) for one in pending):
        with suppress(Known), erasing(office, N_("Erased again after a backup was put back")) as erasure:
            for kind, row_id, register in pending:
                erasure.take(kind, row_id, [register])
    if office.raw.execute("SELECT 1 FROM meta WHERE key = 'traces'").fetchone():
        with suppress(Known):
            _compact(office)
    return office


def _holds(office: OfficeFile, kind: type[Record], row_id: str, register: str) -> bool:
    """Whether a record still holds something in a register."""
    with office.read() as session:
        record = session.get(kind, row_id)
        return record is not None and register in all_registers(record)
