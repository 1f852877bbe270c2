"""What a copy of a visit takes along: the records of each part, and which of their fields stay behind."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_
from dipdesk.model import (
    Ceremony,
    Cue,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Field,
    FlagPlan,
    FlagShown,
    Gift,
    Guest,
    GuestMove,
    Lodging,
    Passenger,
    Phase,
    Placing,
    Privacy,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    RoomChange,
    SeatingPlan,
    SeatingTable,
    SeatWish,
    TakingPart,
    TalkingPoint,
    Task,
    Travel,
    Visit,
)

PARTS = {
    "programme": N_("Programme"),
    "delegations": N_("Delegations"),
    "ceremonies": N_("Ceremonies with guests, running order, flags and seats"),
    "checklist": N_("Checklist"),
    "service": N_("Journeys, hotels, rides and duties"),
    "points": N_("Talking points"),
    "gifts": N_("Gifts planned"),
    "costs": N_("Budget lines"),
}
"""What can be taken along."""
_LEFT_OUT: Mapping[Any, frozenset[str]] = {
    Visit: frozenset({"template"}),
    DelegationMember: frozenset({"note", "phone"}),
    Guest: frozenset({"capacity", "stands_for_id", "substitute_id", "companion_of_id", "note"}),
    Task: frozenset({"due"}),
    Gift: frozenset(
        {"value", "in_lira", "value_source", "value_on", "photo", "where_kept", "keeper_id", "note"}
    ),
    Expense: frozenset({"day"}),
    Travel: frozenset({"met_by_id"}),
}
"""What a duplicate takes along, but another visit does not; of guests, what they had answered.

Left out everywhere is what no duplicate takes along, and what is sensitive or personal.
"""
BOUND = frozenset(
    {
        *("delegation", "delegation_member", "programme_item", "travel", "lodging", "room", "ride", "duty"),
        *("expense", "ceremony", "guest", "phase", "flag_plan", "seating_plan"),
    }
)
"""Entities whose records belong to one visit: a link to one that does not come along is let go."""
Find = Callable[[Session, str], Iterator[Record]]


def rows(session: Session, visit_id: str, parts: Collection[str]) -> Iterator[Record]:
    """What belongs to a visit, of the parts called so, owners before what they own."""
    for part, found in _FINDERS.items():
        if part in parts:
            yield from found(session, visit_id)
    if {"checklist", "ceremonies"} <= set(parts):
        for one in _ceremonies_of(session, visit_id):
            yield from session.scalars(
                select(Task).where(Task.subject == f"ceremony/{one.id}").order_by(Task.id)
            )


def goes_along(kind: type[Record], one: Field) -> bool:
    """Whether a field of the records of an entity comes along."""
    is_open = one.privacy not in (Privacy.SENSITIVE, Privacy.PERSONAL)
    return one.copied and is_open and one.name not in _LEFT_OUT.get(kind, frozenset())


def guests_of(session: Session, visit_id: str) -> Iterator[Guest]:
    """Who is asked to the ceremonies of a visit by the office itself: nobody whom a guest sent or brought."""
    found = list(session.scalars(_below(Guest, Guest.ceremony_id, visit_id)))
    sent = {one.substitute_id for one in found}
    yield from (one for one in found if one.id not in sent and not one.companion_of_id)


def gifts_of(session: Session, visit_id: str) -> Iterator[Gift]:
    """What the office gave, or planned to give, on a visit."""
    query = select(Gift).where(Gift.visit_id == visit_id).order_by(Gift.id)
    yield from (
        one for one in session.scalars(query) if one.direction == "given" and one.state != "cancelled"
    )


def _of(*kinds: type[Any]) -> Find:
    """Finds the records of these entities that name the visit."""

    def find(session: Session, visit_id: str) -> Iterator[Record]:
        for kind in kinds:
            yield from session.scalars(select(kind).where(kind.visit_id == visit_id).order_by(kind.id))

    return find


def _ceremonies_of(session: Session, visit_id: str) -> list[Ceremony]:
    return list(session.scalars(select(Ceremony).where(Ceremony.visit_id == visit_id).order_by(Ceremony.id)))


def _below(kind: type[Any], column: Any, visit_id: str) -> Select[Any]:
    """The records whose ``column`` names a ceremony of the visit."""
    return (
        select(kind)
        .join(Ceremony, column == Ceremony.id)
        .where(Ceremony.visit_id == visit_id)
        .order_by(kind.id)
    )


def _ceremonies(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _ceremonies_of(session, visit_id)
    yield from guests_of(session, visit_id)
    for kind in (GuestMove, Phase, FlagPlan, SeatingPlan, SeatWish):
        yield from session.scalars(_below(kind, kind.ceremony_id, visit_id))
    for below, above, column in (
        (Cue, Phase, Cue.phase_id),
        (FlagShown, FlagPlan, FlagShown.plan_id),
        (SeatingTable, SeatingPlan, SeatingTable.plan_id),
        (Placing, SeatingPlan, Placing.plan_id),
    ):
        query = select(below).join(above, column == above.id).join(Ceremony, above.ceremony_id == Ceremony.id)
        yield from session.scalars(query.where(Ceremony.visit_id == visit_id).order_by(below.id))


def _programme(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(ProgrammeItem)(session, visit_id)
    wanted = select(TakingPart).join(ProgrammeItem, TakingPart.item_id == ProgrammeItem.id)
    yield from session.scalars(wanted.where(ProgrammeItem.visit_id == visit_id).order_by(TakingPart.id))
    cues = select(Cue).join(ProgrammeItem, Cue.item_id == ProgrammeItem.id)
    yield from session.scalars(cues.where(ProgrammeItem.visit_id == visit_id).order_by(Cue.id))


def _delegations(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(Delegation)(session, visit_id)
    wanted = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
    yield from session.scalars(wanted.where(Delegation.visit_id == visit_id).order_by(DelegationMember.id))


def _service(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(Travel, Lodging, Ride, Duty)(session, visit_id)
    rooms = select(Room).join(Lodging, Room.lodging_id == Lodging.id).where(Lodging.visit_id == visit_id)
    yield from session.scalars(rooms.order_by(Room.id))
    moves = select(RoomChange).join(Room, RoomChange.room_id == Room.id).join(Lodging)
    yield from session.scalars(moves.where(Lodging.visit_id == visit_id).order_by(RoomChange.id))
    seats = select(Passenger).join(Ride, Passenger.ride_id == Ride.id).where(Ride.visit_id == visit_id)
    yield from session.scalars(seats.order_by(Passenger.id))


def _tasks(session: Session, visit_id: str) -> Iterator[Record]:
    yield from session.scalars(select(Task).where(Task.subject == f"visit/{visit_id}").order_by(Task.id))


_FINDERS: Mapping[str, Find] = {
    "programme": _programme,
    "delegations": _delegations,
    "ceremonies": _ceremonies,
    "checklist": _tasks,
    "service": _service,
    "points": _of(TalkingPoint),
    "gifts": gifts_of,
    "costs": _of(Expense),
}
