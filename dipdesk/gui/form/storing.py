"""The few changes that a form makes: a field, a new record, one that goes; each one labelled step."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import visit_tasks
from dipdesk.actions.programme_changes import take_ceremony_along
from dipdesk.actions.staying_away import stay_away
from dipdesk.i18n import N_, NN_, lasting, lasting_many, short
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Expense,
    Field,
    ProgrammeItem,
    Record,
    Room,
    entity_name,
    fields,
)
from dipdesk.model.hours import moved_along
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove


def store_field(
    office: OfficeFile,
    record: tuple[type[Record], str],
    field: Field,
    value: object,
    origin: object,
    keep: Callable[[Session], None],
) -> bool:
    """Give one field of a record a value, as one step; False if the record is gone. Raises Known.

    ``keep`` stores inside the same step what the value refers to.
    """
    title = short(_title(office, *record)) or lasting(record[0].label[0])
    label = lasting(N_("{field} of {record} changed"), field=lasting(field.label), record=title)
    return _set(office, record, {field.name: value}, label, origin, keep)


def restore_field(
    office: OfficeFile, record: tuple[type[Record], str], field: Field, value: object, origin: object
) -> bool:
    """Give a field back what it held before, as one step; False if the record is gone. Raises Known."""
    title = short(_title(office, *record))
    label = lasting(N_("{field} of {record} restored"), field=lasting(field.label), record=title)
    return _set(office, record, {field.name: value}, label, origin, lambda session: None)


def add_record(
    office: OfficeFile,
    kind: type[Record],
    values: Mapping[str, object],
    origin: object = None,
    keep: Callable[[Session], None] = lambda session: None,
    also: Callable[[Session, Record], None] | None = None,
) -> str:
    """A new record as one step, with what is ``also`` done when it is there; its id. Raises Known."""
    with office.change(lasting(N_("{thing} added"), thing=lasting(kind.label[0])), origin=origin) as session:
        keep(session)
        made = kind(**values)
        session.add(made)
        if also is not None:
            session.flush()
            also(session, made)
    return str(made.id)


def remove_record(office: OfficeFile, kind: type[Record], row_id: str, origin: object = None) -> bool:
    """A record goes, with what belongs to it, as one step; False if it is gone already. Raises Known."""
    return remove_records(office, kind, [row_id], origin) == 1


def remove_records(
    office: OfficeFile, kind: type[Record], row_ids: Sequence[str], origin: object = None
) -> int:
    """Records go, with what belongs to them, as one step; how many were still there. Raises Known."""
    label = lasting(N_("{thing} removed"), thing=lasting(kind.label[0]))
    if len(row_ids) > 1:
        label = lasting_many(NN_("Deleted: {count} record", "Deleted: {count} records"), len(row_ids))
    with office.change(label, origin=origin) as session:
        found = [one for row_id in row_ids if (one := session.get(kind, row_id)) is not None]
        stay_away(session, (one for record in found for one in _members(session, record)))
        for record in found:
            remove(session, record)
    return len(found)


def _set(
    office: OfficeFile,
    record: tuple[type[Record], str],
    values: Mapping[str, object],
    label: str,
    origin: object,
    keep: Callable[[Session], None],
) -> bool:
    with office.change(label, origin=origin) as session:
        found = session.get(*record)
        if found is None:
            return False
        keep(session)
        if isinstance(found, ProgrammeItem) and "starts" in values:
            take_ceremony_along(session, found, values["starts"])
        for name, value in {**_following(found, values), **values}.items():
            setattr(found, name, value)
        if isinstance(found, DelegationMember) and values.get("state") == "absent":
            stay_away(session, [found])
        if set(values) & set(visit_tasks.DATED.get(entity_name(record[0]), ())):
            visit_tasks.follow(session, found)
    return True


def _members(session: Session, record: Record) -> list[DelegationMember]:
    """The members of delegations that go with a record, as far as their visit stays."""
    if isinstance(record, Delegation):
        query = select(DelegationMember).where(DelegationMember.delegation_id == record.id)
        return list(session.scalars(query))
    return [record] if isinstance(record, DelegationMember) else []


def _following(found: Record, values: Mapping[str, Any]) -> dict[str, object]:
    """What changes with fields of a record: an end with its start, beds with a room, a sum with its rate."""
    if isinstance(found, Room) and "kind" in values:
        found.become(str(values["kind"]))
    if isinstance(found, Expense) and {"rate", "days"} & set(values):
        found.reckon(values.get("rate", found.rate), values.get("days", found.days))
    held = {one.name: getattr(found, one.name) for one in fields(type(found))}
    moved = (moved_along(held, name, value) for name, value in values.items())
    return {name: value for one in moved for name, value in one.items()}


def _title(office: OfficeFile, kind: type[Record], row_id: str) -> str:
    with office.read() as session:
        found = session.get(kind, row_id)
        return found.title() if found is not None else ""
