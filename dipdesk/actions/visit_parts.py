"""What of a visit stands on a day of its own, part by part, and what of it is done already."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Gift,
    Lodging,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    RoomChange,
    Slot,
    Speech,
    Task,
    Travel,
    Visit,
    entity_name,
)
from dipdesk.rules.timing import Moment

PARTS = {
    "programme": N_("Programme"),
    "journeys": N_("Journeys"),
    "rides": N_("Rides"),
    "duties": N_("Duties"),
    "ceremonies": N_("Ceremonies, with their running order and the day for answers"),
    "rooms": N_("Changes of room"),
    "slots": N_("Slots at the meeting"),
    "tasks": N_("Tasks with a day of their own"),
    "speeches": N_("Speeches"),
    "gifts": N_("Gifts planned"),
    "costs": N_("Costs planned"),
}
"""What can go along; tasks that count their days from those of the visit follow by themselves."""
DAYS: Mapping[type[Record], tuple[str, ...]] = {
    ProgrammeItem: ("starts", "ends"),
    Travel: ("leaves", "arrives"),
    Ride: ("starts", "ends"),
    Duty: ("starts", "ends"),
    Ceremony: ("starts", "ends", "answer_by"),
    RoomChange: ("starts",),
    Slot: ("starts", "ends"),
    Speech: ("day",),
    Task: ("due",),
    Gift: ("day",),
    Expense: ("day",),
}
"""The fields of each entity that move; what says when something took place is none of them."""
_OVER = ("done", "cancelled", "held")


@dataclass(frozen=True)
class Standing:
    """A record of a visit with a day: its entity and id, what it is called, and what moves of it."""

    entity: str
    row_id: str
    title: str
    held: tuple[date | Moment, ...]

    @property
    def day(self) -> date:
        """The first day on which it is, by the clocks there."""
        first = self.held[0]
        return first.local.date() if isinstance(first, Moment) else first


@dataclass(frozen=True)
class Part:
    """What of a visit goes along under one head, and how many stay because they are done."""

    key: str
    moving: tuple[Standing, ...]
    done: int


def parts_of(session: Session, visit: Visit, left: Collection[str] = ()) -> tuple[Part, ...]:
    """The parts of a visit in which something has a day; records with an id in ``left`` are left out."""
    found = (
        _part(key, [one for one in _FINDERS[key](session, visit) if one.id not in left], over)
        for over in [_over(session, visit)]
        for key in PARTS
    )
    return tuple(part for part in found if part.moving or part.done)


def standing(record: Record) -> Standing | None:
    """A record with its days; None if it has none."""
    held = tuple(value for name in DAYS[type(record)] if (value := getattr(record, name)) is not None)
    return Standing(entity_name(type(record)), record.id, record.title(), held) if held else None


def _part(key: str, records: Sequence[Record], over: Collection[str]) -> Part:
    dated = [(one, stands) for one in records if (stands := standing(one)) is not None]
    moving = tuple(stands for one, stands in dated if not _is_done(one, over))
    return Part(key, moving, len(dated) - len(moving))


def _is_done(record: Record, over: Collection[str]) -> bool:
    """Whether a record tells of what took place or was called off; ``over`` are ids of what is over."""
    if isinstance(record, Ceremony | Gift | Speech):
        return record.state in _OVER
    if isinstance(record, Task):
        return record.done_on is not None
    if isinstance(record, Slot):
        return bool(record.result_tr or record.result_en)
    if isinstance(record, Expense):
        return record.spent is not None or record.stage in ("invoiced", "paid")
    return record.id in over or getattr(record, "item_id", None) in over


def _over(session: Session, visit: Visit) -> set[str]:
    """The ids of the items that began, and of the journeys that members have made."""
    items = select(ProgrammeItem).where(ProgrammeItem.visit_id == visit.id)
    found = {one.id for one in session.scalars(items) if one.began or one.finished}
    members = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
    members = members.where(Delegation.visit_id == visit.id)
    for one in session.scalars(members.where(DelegationMember.state.in_(("arrived", "left")))):
        found |= {one.arrival_id or "", (one.departure_id or "") if one.state == "left" else ""}
    return found - {""}


def _of(kind: type[Any]) -> Callable[[Session, Visit], Iterator[Record]]:
    """Finds the records of an entity that name the visit."""

    def find(session: Session, visit: Visit) -> Iterator[Record]:
        yield from session.scalars(select(kind).where(kind.visit_id == visit.id).order_by(kind.id))

    return find


def _ceremonies(session: Session, visit: Visit) -> Iterator[Record]:
    """Those of the visit, and those of its items that belong to no visit."""
    in_items = select(ProgrammeItem.ceremony_id).where(ProgrammeItem.visit_id == visit.id)
    query = select(Ceremony).where(
        or_(Ceremony.visit_id == visit.id, Ceremony.visit_id.is_(None) & Ceremony.id.in_(in_items))
    )
    yield from session.scalars(query.order_by(Ceremony.id))


def _speeches(session: Session, visit: Visit) -> Iterator[Record]:
    """Those of the visit, and those of its ceremonies; a model text belongs to no day."""
    own = [one.id for one in _ceremonies(session, visit)]
    query = select(Speech).where(or_(Speech.visit_id == visit.id, Speech.ceremony_id.in_(own)))
    yield from session.scalars(query.where(Speech.state != "model").order_by(Speech.id))


def _rooms(session: Session, visit: Visit) -> Iterator[Record]:
    query = select(RoomChange).join(Room, RoomChange.room_id == Room.id)
    query = query.join(Lodging, Room.lodging_id == Lodging.id).where(Lodging.visit_id == visit.id)
    yield from session.scalars(query.order_by(RoomChange.id))


def _tasks(session: Session, visit: Visit) -> Iterator[Record]:
    """Those that do not count their days from those of the visit."""
    query = select(Task).where(Task.subject == f"{entity_name(Visit)}/{visit.id}", Task.days.is_(None))
    yield from session.scalars(query.order_by(Task.id))


_FINDERS: Mapping[str, Callable[[Session, Visit], Iterator[Record]]] = {
    "programme": _of(ProgrammeItem),
    "journeys": _of(Travel),
    "rides": _of(Ride),
    "duties": _of(Duty),
    "ceremonies": _ceremonies,
    "rooms": _rooms,
    "slots": _of(Slot),
    "speeches": _speeches,
    "tasks": _tasks,
    "gifts": _of(Gift),
    "costs": _of(Expense),
}
