"""A new journey, room or cost for several members of a delegation, inside the step that adds it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance, attendance
from dipdesk.actions.trip_costs import ALLOWANCE, days_away
from dipdesk.actions.visit_logistics_deeds import found_members, give_journey, give_room
from dipdesk.i18n import language
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Expense,
    Lodging,
    Passenger,
    Ride,
    Room,
    Travel,
    Visit,
    fields,
)
from dipdesk.model.expense import of_days
from dipdesk.model.kinds import Money
from dipdesk.rules.timing import Moment

_LINK_OF = {"arrival": "arrival_id", "departure": "departure_id"}
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)", re.ASCII)


@dataclass(frozen=True)
class Traveller:
    """A guest to be chosen: with the post, and what he or she has; ``is_likely`` if chosen at first."""

    member_id: str
    name: str
    post: str = ""
    has: str = ""
    is_likely: bool = False

    def said(self) -> str:
        """The line of a list."""
        text = " · ".join(part for part in (self.name, self.post) if part)
        return f"{text} ({self.has})" if self.has else text


def for_journey(session: Session, visit_id: str, direction: str) -> tuple[Traveller, ...]:
    """Who can make a journey of arrival or departure; likely, and first, are those who have none that way."""
    link = _LINK_OF.get(direction, "")

    def traveller(one: Attendance) -> Traveller:
        row_id = getattr(one.member, link)
        journey = session.get(Travel, row_id) if row_id else None
        has = (journey.number or journey.title()) if journey is not None else ""
        return Traveller(*_told(one), has, is_likely=journey is None)

    found = [traveller(one) for one in guests(session, visit_id)] if link else []
    return tuple(sorted(found, key=lambda one: not one.is_likely))


def for_room(session: Session, lodging_id: str) -> tuple[Traveller, ...]:
    """Who can have a room of a hotel: those without one before the others."""
    hotel = session.get(Lodging, lodging_id) if lodging_id else None
    found = guests(session, hotel.visit_id or "") if hotel is not None else ()
    made = [Traveller(*_told(one), one.member.room.number if one.member.room else "") for one in found]
    return tuple(sorted(made, key=lambda one: bool(one.has)))


def for_ride(session: Session, visit_id: str, starts: Moment | None) -> tuple[Traveller, ...]:
    """Who can ride in a car, guests before hosts; who rides elsewhere at that time comes last."""
    query = select(Passenger).join(Ride, Passenger.ride_id == Ride.id).where(Ride.visit_id == visit_id)
    taken = {
        one.member_id: one.ride.vehicle.plate if one.ride.vehicle else one.ride.title()
        for one in session.scalars(query)
        if one.ride is not None and starts is not None and one.ride.starts == starts
    }
    line = [one for side in ("guest", "host") for one in of_side(session, visit_id, side)]
    made = [Traveller(*_told(one), taken.get(one.member.id, "")) for one in line]
    return tuple(sorted(made, key=lambda one: bool(one.has)))


def for_cost(session: Session, visit_id: str) -> tuple[Traveller, ...]:
    """For whom a cost of a visit can be."""
    return tuple(Traveller(*_told(one)) for one in guests(session, visit_id))


def guests(session: Session, visit_id: str) -> tuple[Attendance, ...]:
    """Those who travel and do not stay away, in order of precedence; nobody for a meeting on the screen."""
    visit = session.get(Visit, visit_id) if visit_id else None
    return of_side(session, visit_id, "guest") if visit is not None and visit.kind != "online" else ()


def of_side(session: Session, visit_id: str, side: str) -> tuple[Attendance, ...]:
    """The members of a side who do not stay away, in order of precedence."""
    visit = session.get(Visit, visit_id) if visit_id else None
    if visit is None:
        return ()
    query = select(Delegation).where(Delegation.visit_id == visit_id, Delegation.side == side)
    line = (attendance(session, one, visit.starts, language()) for one in session.scalars(query).all())
    return tuple(one for some in line for one in some if one.member.state != "absent")


def _told(one: Attendance) -> tuple[str, str, str]:
    return one.member.id, one.person.title(), one.post.post_name(language()) if one.post else ""


def take_along(session: Session, travel: Travel, members: Sequence[str]) -> None:
    """Let members arrive or leave with a new journey."""
    for one in found_members(session, members):
        give_journey(one, travel)


def share_rooms(session: Session, room: Room, members: Sequence[str]) -> None:
    """Let members sleep in a new room, and in others like it where one has not beds enough."""
    taken = set(session.scalars(select(Room.number).where(Room.lodging_id == room.lodging_id)))
    for at, some in enumerate(shares(members, room.sleeps())):
        if at:
            number = next(one for one in _following(room.number) if one not in taken)
            taken.add(number)
            made = Room(lodging_id=room.lodging_id, number=number, kind=room.kind, beds=room.beds)
            session.add(made)
            session.flush()
        for one in found_members(session, some):
            give_room(session, one, room.id if not at else made.id)


def shares(members: Sequence[str], beds: int | None) -> list[Sequence[str]]:
    """Members in rooms of so many beds, one each where that is not known."""
    size = beds or 1
    return [members[at : at + size] for at in range(0, len(members), size)]


def _following(number: str) -> Iterator[str]:
    """The names of rooms after one: 302 after 301, Single room 2 after Single room 1."""
    last = _LAST_NUMBER.search(number)
    step = 0
    while True:
        step += 1
        if last is None:
            yield f"{number} {step + 1}"
        else:
            yield f"{number[: last.start()]}{int(last[0]) + step:0{len(last[0])}}{number[last.end() :]}"


def share_cost(session: Session, line: Expense, members: Sequence[str]) -> None:
    """Give each further member a line like that of the first; an allowance has the rate of each."""
    visit = session.get(Visit, line.visit_id) if line.visit_id else None
    found = found_members(session, members)
    for one in found[1:]:
        session.add(_line_for(line, visit, found[0], one))


def planned_for(
    session: Session, values: dict[str, object], members: Sequence[str]
) -> tuple[Money | None, ...]:
    """What is planned for each of the members if a line with ``values`` is for the first of them."""
    known = {name: value for name, value in values.items() if name in {one.name for one in fields(Expense)}}
    line = Expense(**known)
    visit = session.get(Visit, line.visit_id) if line.visit_id else None
    found = found_members(session, members)
    return tuple(
        line.planned if one is found[0] else _line_for(line, visit, found[0], one).planned for one in found
    )


def _line_for(
    line: Expense, visit: Visit | None, first: DelegationMember, member: DelegationMember
) -> Expense:
    """The line of another member; rate and days are his or hers where they were those of the first one."""
    made = Expense(**{one.name: getattr(line, one.name) for one in fields(Expense)})
    made.member_id = member.id
    if line.kind == ALLOWANCE and visit is not None:
        rate = member.allowance if line.rate == first.allowance else line.rate
        days = days_away(visit, member) if line.days == days_away(visit, first) else line.days
        if line.planned == of_days(line.rate, line.days):
            made.planned = of_days(rate, days)
        made.rate, made.days = rate, days
    return made
