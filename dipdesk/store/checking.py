"""Is an office file whole? Its pages, links and history, and whether the tables say what the log says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from dipdesk.model import Record, entities, entity, entity_name
from dipdesk.model.kinds import Json
from dipdesk.progress import Progress
from dipdesk.store import connection as driver
from dipdesk.store import log
from dipdesk.store.changes import Registers, all_registers, completed, is_empty
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Findings:
    """What a check found; everything is well if all is empty."""

    damage: str
    dangling_links: int
    broken_operation: str
    differing_rows: tuple[str, ...]

    @property
    def all_well(self) -> bool:
        """Whether nothing was found."""
        return not (self.damage or self.dangling_links or self.broken_operation or self.differing_rows)


def check(office: OfficeFile, progress: Progress | None = None) -> Findings:
    """Check the whole file; it is not changed. Raises Cancelled."""
    told = progress or Progress()
    with office.read() as session, driver.any_text(office.raw):
        connection = session.connection()
        told.step(0, 4)
        damage = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
        told.step(1, 4)
        dangling = len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
        told.step(2, 4)
        broken = log.verify(connection)
        told.step(3, 4)
        differing = tuple(differences(session))
        told.step(4, 4)
    return Findings("" if damage == "ok" else str(damage), dangling, broken, differing)


def differences(session: Session) -> Iterator[str]:
    """The rows (as entity/id) that do not say what the log says."""
    written = _projection(session.connection())
    for kind in entities():
        name = entity_name(kind)
        expected = written.pop(name, {})
        for row_id, values in _rows(session, kind):
            if expected.pop(row_id, None) != values:
                yield f"{name}/{row_id}"
        yield from (f"{name}/{row_id}" for row_id in expected)


def _rows(session: Session, kind: type[Record]) -> list[tuple[str, Registers | None]]:
    """All rows of an entity with their values; without them where a value cannot be read."""
    try:
        return [(record.id, all_registers(record)) for record in session.scalars(select(kind))]
    except (ValueError, TypeError):
        return [(row_id, _readable(session, kind, row_id)) for row_id in session.scalars(select(kind.id))]


def _readable(session: Session, kind: type[Record], row_id: str) -> Registers | None:
    try:
        return all_registers(session.get_one(kind, row_id))
    except (ValueError, TypeError):
        return None


def _projection(connection: Connection) -> dict[str, dict[str, Registers]]:
    """What the heads of the log say, by entity, row and register; of several heads the latest is shown."""
    rows = connection.exec_driver_sql(
        "SELECT op.entity, head.row_id, head.reg, op_value.value FROM head"
        " JOIN op USING (op_id) JOIN op_value USING (op_id) ORDER BY op.hlc, op.op_id"
    )
    found: dict[str, dict[str, Registers]] = {}
    born: set[str] = set()
    for name, row_id, register, text in rows:
        value = _value(text)
        registers = found.setdefault(name, {}).setdefault(row_id, {})
        if register != log.EXISTENCE:
            registers[register] = value
            continue
        born.add(row_id)
        if not value.get("exists"):
            found[name].pop(row_id)
    known = {entity_name(kind) for kind in entities()}
    return {
        name: {row: _filled(name, values) for row, values in rows.items() if row in born}
        for name, rows in found.items()
        if name in known
    }


def _value(text: str | None) -> dict[str, Json]:
    """The value of a register; nothing if it was erased or is damaged."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _filled(name: str, values: Registers) -> Registers:
    """The registers as the fields of today have them, without those that were emptied again."""
    kind = entity(name)
    complete = {register: completed(kind, register, value) for register, value in values.items()}
    return {
        register: value
        for register, value in complete.items()
        if value and not is_empty(kind, register, value)
    }
