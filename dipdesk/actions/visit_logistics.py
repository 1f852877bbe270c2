"""The logistics of a visit as they stand in the office: who comes how, sleeps where, rides with whom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance, attendance
from dipdesk.actions.room_stays import Moves, Stays, moves_of, place_of, stays
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Duty,
    Lodging,
    Passenger,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    TakingPart,
    Travel,
    Visit,
)
from dipdesk.rules.clashes_plan import instant
from dipdesk.store.changes import batched
from dipdesk.store.naming import hold, load

R = TypeVar("R", bound=Record)
_SIDES = ("all", "guests", "hosts")
_LONGEST = 90
"""Days that a table of nights shows at most."""


@dataclass(frozen=True)
class Presence:
    """What decides whether a member takes part: side, role, and from when to when he or she is there."""

    member_id: str
    side: str
    role: str
    absent: bool
    arrives: datetime | None
    leaves: datetime | None


@dataclass(frozen=True)
class VisitLogistics:
    """One visit with all that moves, feeds and serves its people; valid while its session is open.

    ``people`` are the members by the id of their delegation, each list in order of precedence;
    ``passengers`` the members in each ride, from the seat of honour on; ``moves`` who changes rooms when, by
    member; ``kept`` only keeps records known.
    """

    session: Session
    visit: Visit
    delegations: tuple[Delegation, ...]
    people: dict[str, tuple[Attendance, ...]]
    journeys: tuple[Travel, ...]
    lodgings: tuple[Lodging, ...]
    rooms: tuple[Room, ...]
    rides: tuple[Ride, ...]
    passengers: dict[str, tuple[DelegationMember, ...]]
    duties: tuple[Duty, ...]
    moves: dict[str, Moves]
    kept: tuple[Record, ...] = ()

    @cached_property
    def items(self) -> tuple[ProgrammeItem, ...]:
        """The programme, by time."""
        found = _all(self.session, ProgrammeItem, ProgrammeItem.visit_id == self.visit.id)
        return tuple(sorted(found, key=lambda one: (one.starts is None, str(one.starts), one.id)))

    @cached_property
    def taking_part(self) -> dict[str, frozenset[str]]:
        """Who is named for an item, by its id."""
        return _taking_part(self.session, self.items)

    @cached_property
    def members(self) -> tuple[Attendance, ...]:
        """Everybody, the guests first, each delegation in order of precedence."""
        return tuple(one for side in self.delegations for one in self.people[side.id])

    @cached_property
    def guests(self) -> tuple[Attendance, ...]:
        """Those who travel and sleep away from home; nobody at a meeting on the screen."""
        if self.visit.kind == "online":
            return ()
        return tuple(one for side in self.delegations if side.side == "guest" for one in self.people[side.id])

    @cached_property
    def attendance_of(self) -> dict[str, Attendance]:
        """Who a member is, by the member's id."""
        return {one.member.id: one for one in self.members}

    @cached_property
    def nights(self) -> tuple[date, ...]:
        """Every night in which somebody sleeps there, by its evening."""
        return tuple(sorted({night for one in self.guests for night in self.nights_of(one.member)}))

    def nights_of(self, member: DelegationMember) -> tuple[date, ...]:
        """The nights a member stays: from the arrival, or the first day, to the eve of leaving."""
        arrival, departure = member.arrival, member.departure
        first = arrival.arrives.local.date() if arrival and arrival.arrives else self.visit.starts
        last = departure.leaves.local.date() if departure and departure.leaves else self._last_day
        if first is None or last is None:
            return ()
        return tuple(first + timedelta(days=n) for n in range(min((last - first).days, _LONGEST)))

    @property
    def _last_day(self) -> date | None:
        return self.visit.ends or self.visit.starts

    def aboard(self, journey: Travel) -> tuple[Attendance, ...]:
        """Who makes a journey."""
        return tuple(
            one for one in self.members if journey.id in (one.member.arrival_id, one.member.departure_id)
        )

    def stays(self, member: DelegationMember) -> Stays:
        """The rooms of a member one after the other, each with its nights."""
        return stays(member, self.nights_of(member), self.moves.get(member.id, ()))

    def in_room(self, room: Room) -> tuple[Attendance, ...]:
        """Who has a room, in any night."""
        return tuple(one for one in self.members if room.id in dict(self.stays(one.member)))

    def in_ride(self, ride: Ride) -> tuple[Attendance, ...]:
        """Who rides, from the seat of honour on."""
        known = self.attendance_of
        return tuple(known[one.id] for one in self.passengers.get(ride.id, ()) if one.id in known)

    def driver(self, ride: Ride) -> Person | None:
        """Who drives: the one named for the ride, else the driver of the car."""
        return ride.driver or (ride.vehicle.driver if ride.vehicle else None)

    @cached_property
    def _presences(self) -> tuple[Presence, ...]:
        return tuple(
            presence(one.member, side.side) for side in self.delegations for one in self.people[side.id]
        )

    def present(self, item: ProgrammeItem) -> tuple[Attendance, ...]:
        """Who takes part in an item, as the programme says it."""
        found = present_at(item, self._presences, self.taking_part.get(item.id, frozenset()))
        return tuple(self.attendance_of[row_id] for row_id in found)


def presence(member: DelegationMember, side: str) -> Presence:
    """A member of a ``side`` as :func:`present_at` asks for."""
    arrives = member.arrival.arrives if member.arrival else None
    leaves = member.departure.leaves if member.departure else None
    return Presence(
        member.id,
        side,
        member.role,
        member.state == "absent",
        instant(arrives) if arrives else None,
        instant(leaves) if leaves else None,
    )


def present_at(item: ProgrammeItem, members: Iterable[Presence], named: frozenset[str]) -> list[str]:
    """The ids of those who take part in an item; ``named`` are those named for it.

    Spouses take part in what everybody does; who is named takes part whatever the item says. Items for a
    whole side are without those who come later or have left.
    """
    starts = instant(item.starts) if item.starts else None
    ends = instant(item.ends) if item.ends else starts
    fits = _FITS.get(item.takes_part, _nobody)
    whole = item.takes_part in _SIDES

    def is_there(one: Presence) -> bool:
        if not whole or starts is None or ends is None:
            return True
        return (one.arrives is None or one.arrives < ends) and (one.leaves is None or starts < one.leaves)

    return [
        one.member_id
        for one in members
        if not one.absent and (one.member_id in named or (fits(one) and is_there(one)))
    ]


def _nobody(_one: Presence) -> bool:
    return False


_FITS: dict[str, Callable[[Presence], bool]] = {
    "all": lambda _one: True,
    "guests": lambda one: one.side == "guest",
    "hosts": lambda one: one.side == "host",
    "heads": lambda one: one.role == "head",
    "spouses": lambda one: one.role == "spouse",
}
"""Whom an item is for, by its code."""


def visit_logistics(session: Session, visit: Visit, alphabet: str) -> VisitLogistics:
    """Everything of a visit, in a few queries; ``alphabet`` puts equals in order."""
    delegations = _all(session, Delegation, Delegation.visit_id == visit.id, order=(Delegation.side,))
    members = belonging(session, DelegationMember, "delegation_id", [one.id for one in delegations])
    kept = [
        *load(session, Person, (one.person_id for one in members if one.person_id)),
        *load(session, Post, (one.post_id for one in members if one.post_id)),
        *_all(session, Travel, Travel.visit_id == visit.id),
    ]
    lodgings = _all(session, Lodging, Lodging.visit_id == visit.id)
    rooms = belonging(session, Room, "lodging_id", [one.id for one in lodgings])
    rides = _all(session, Ride, Ride.visit_id == visit.id)
    duties = _all(session, Duty, Duty.visit_id == visit.id)
    kept += [*members, *hold(session, [*rides, *duties])]
    wanted = [one.item_id for one in rides if one.item_id] + [one.item_id for one in duties if one.item_id]
    kept += load(session, ProgrammeItem, wanted)
    kept += load(
        session, Person, (one.met_by_id for one in kept if isinstance(one, Travel) and one.met_by_id)
    )
    return VisitLogistics(
        session,
        visit,
        tuple(delegations),
        {one.id: attendance(session, one, visit.starts, alphabet) for one in delegations},
        tuple(sorted((one for one in kept if isinstance(one, Travel)), key=_when_travelling)),
        tuple(sorted(lodgings, key=lambda one: (one.title_key_tr or b"", one.id))),
        tuple(sorted(rooms, key=place_of)),
        tuple(sorted(rides, key=_when_riding)),
        _passengers(session, rides),
        tuple(sorted(duties, key=_when_serving)),
        moves_of(session, [one.id for one in members]),
        tuple(kept),
    )


def _all(
    session: Session, kind: type[R], condition: ColumnElement[bool], order: Sequence[object] = ()
) -> list[R]:
    query = select(kind).where(condition).order_by(*order, kind.id)  # type: ignore[arg-type]
    return list(session.scalars(query))


def belonging(
    session: Session, kind: type[R], link: str, owners: Iterable[str], *conditions: ColumnElement[bool]
) -> list[R]:
    """The records of a kind whose field ``link`` names one of the owners and that meet the conditions."""
    found: list[R] = []
    for some in batched(list(owners)):
        query = select(kind).where(getattr(kind, link).in_(some), *conditions)
        found += session.scalars(query.order_by(kind.id))
    return found


def _passengers(session: Session, rides: Sequence[Ride]) -> dict[str, tuple[DelegationMember, ...]]:
    found: dict[str, list[Passenger]] = {}
    for one in belonging(session, Passenger, "ride_id", [ride.id for ride in rides]):
        found.setdefault(one.ride_id or "", []).append(one)
    return {
        ride: tuple(one.member for one in sorted(seats, key=_seat) if one.member is not None)
        for ride, seats in found.items()
    }


def _taking_part(session: Session, items: Sequence[ProgrammeItem]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in belonging(session, TakingPart, "item_id", [item.id for item in items]):
        if one.item_id and one.member_id:
            found.setdefault(one.item_id, set()).add(one.member_id)
    return {item: frozenset(members) for item, members in found.items()}


def _seat(one: Passenger) -> tuple[bool, int, str]:
    return one.place is None, one.place or 0, one.id


def _when_travelling(one: Travel) -> tuple[int, bool, str, str]:
    sides = ("arrival", "between", "departure")
    moment = one.leaves if one.direction == "departure" else one.arrives
    side = sides.index(one.direction) if one.direction in sides else len(sides)
    return side, moment is None, moment.aware.isoformat() if moment else "", one.id


def _when_riding(one: Ride) -> tuple[bool, str, bool, int, str]:
    moment = one.starts
    return moment is None, str(moment or ""), one.place is None, one.place or 0, one.id


def _when_serving(one: Duty) -> tuple[bool, str, str]:
    moment = one.starts or (one.item.starts if one.item else None)
    return moment is None, str(moment or ""), one.id
