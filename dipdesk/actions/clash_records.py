"""The records of visits as the rules of clashes see them: plain values, each table asked once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from dipdesk.actions.room_stays import moves_of
from dipdesk.actions.visit_logistics import Presence, belonging, presence, present_at
from dipdesk.i18n import _, language
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Duty,
    Leave,
    Lodging,
    Passenger,
    Person,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    TakingPart,
    Travel,
    Vehicle,
    Visit,
    best_text,
    entity_name,
)
from dipdesk.model.service import DUTIES
from dipdesk.model.travel import EMPTY_CARS
from dipdesk.model.visit import ABROAD
from dipdesk.rules import clashes_plan as rules
from dipdesk.store.changes import batched
from dipdesk.store.naming import load

R = TypeVar("R", bound=Record)


def _name(record: Record) -> str:
    return f"{entity_name(type(record))}/{record.id}"


def _named(kind: type[Record], row_id: str | None) -> str:
    return f"{entity_name(kind)}/{row_id}" if row_id else ""


class ClashRecords:
    """Turns the records of some visits into a plan, each table asked once."""

    def __init__(self, session: Session, visit: Visit, others: Sequence[Visit]) -> None:
        self._session = session
        self._visits = {one.id: one for one in (visit, *others)}
        self._sides: dict[str, Delegation] = {}
        self._journeys = self._of(Travel, "visit_id", [visit.id])
        self._lodgings = {one.id: one for one in self._of(Lodging, "visit_id", [visit.id])}
        self._members = self._members_of([visit.id])
        self._items = self._of(ProgrammeItem, "visit_id", [visit.id])
        self._moves = moves_of(session, [one.id for one in self._members])
        self._duties = self._of(Duty, "visit_id", [visit.id])
        self._rides = self._of(Ride, "visit_id", [visit.id])
        self._seats = self._links(Passenger.ride_id, Passenger.member_id, [one.id for one in self._rides])
        self._cars = self._load_cars()
        self._read_others([one.id for one in others])
        self._cars = self._load_cars()
        self._people = self._load_people()

    def plan(self) -> rules.Plan:
        """The plan of all the visits together."""
        return rules.Plan(
            stays=tuple(_stay(one) for one in self._visits.values()),
            travellers=tuple(self._traveller(one) for one in self._members),
            journeys=tuple(_journey(one) for one in self._journeys),
            rooms=tuple(
                rules.Room(
                    _name(one),
                    _named(Visit, self._lodgings[one.lodging_id or ""].visit_id),
                    one.title(),
                    one.sleeps(),
                )
                for one in self._of(Room, "lodging_id", self._lodgings)
            ),
            rides=tuple(self._rides_said()),
            events=tuple(self._events()),
            duties=tuple(self._duty(one) for one in self._duties),
            absences=tuple(self._absences()),
            names={one.id: one.title() for one in self._people.values()},
            today=date.today(),  # noqa: DTZ011 - the day on this desk
        )

    def _of(self, kind: type[R], link: str, owners: Iterable[str]) -> list[R]:
        return belonging(self._session, kind, link, owners)

    def _links(
        self,
        owner: InstrumentedAttribute[str | None],
        other: InstrumentedAttribute[str | None],
        owners: Sequence[str],
    ) -> list[tuple[str, str]]:
        """What a table of links holds for some owners, without its records: owner and other, by id."""
        found: list[tuple[str, str]] = []
        for some in batched(owners):
            rows = self._session.execute(
                select(owner, other).where(owner.in_(some)).order_by(owner.class_.id)
            )
            found += [(one or "", two or "") for one, two in rows]
        return found

    def _members_of(self, visits: Sequence[str], *conditions: ColumnElement[bool]) -> list[DelegationMember]:
        """Who belongs to the delegations of some visits and is not absent."""
        sides = {one.id: one for one in self._of(Delegation, "visit_id", visits)}
        self._sides |= sides
        found = belonging(self._session, DelegationMember, "delegation_id", sides, *conditions)
        return [one for one in found if one.person_id and one.state != "absent"]

    def _read_others(self, visits: Sequence[str]) -> None:
        """Add what other visits want of the people and the cars of this one."""
        people = self._everybody() - {None}
        shared = self._members_of(visits, DelegationMember.person_id.in_(people))
        busy = {self._visit_of(one) for one in shared}
        asked = ProgrammeItem.visit_id.in_(busy) | ProgrammeItem.responsible_id.in_(people)
        self._items += belonging(self._session, ProgrammeItem, "visit_id", visits, asked)
        self._duties += belonging(self._session, Duty, "visit_id", visits, Duty.person_id.in_(people))
        here = [one.id for one in shared]
        seats = [(ride, who) for who, ride in self._links(Passenger.member_id, Passenger.ride_id, here)]
        driven = (
            Ride.id.in_({ride for ride, _who in seats})
            | Ride.vehicle_id.in_(self._cars)
            | Ride.driver_id.in_(people)
        )
        self._rides += belonging(self._session, Ride, "visit_id", visits, driven)
        self._members += shared
        self._seats += seats

    def _everybody(self) -> set[str | None]:
        """Everybody who is named so far."""
        found = {one.person_id for one in self._members} | {one.person_id for one in self._duties}
        found |= {one.responsible_id for one in self._items} | {one.driver_id for one in self._rides}
        return found | {one.driver_id for one in self._cars.values()}

    def _load_cars(self) -> dict[str, Vehicle]:
        found = load(self._session, Vehicle, (one.vehicle_id for one in self._rides if one.vehicle_id))
        return {one.id: one for one in found if isinstance(one, Vehicle)}

    def _visit_of(self, member: DelegationMember) -> str:
        return self._sides[member.delegation_id or ""].visit_id or ""

    def _load_people(self) -> dict[str, Person]:
        """Everybody who is named anywhere, in one go."""
        wanted = self._everybody() | {one.officer_id for one in self._visits.values()}
        found = load(self._session, Person, (one for one in wanted if one))
        return {one.id: one for one in found if isinstance(one, Person)}

    def _traveller(self, one: DelegationMember) -> rules.Traveller:
        side = self._sides[one.delegation_id or ""]
        visit = self._visits[side.visit_id or ""]
        person = self._people.get(one.person_id or "")
        return rules.Traveller(
            id=_name(one),
            visit=_name(visit),
            person=one.person_id or "",
            guest=side.side == "guest" and visit.kind != "online",
            arrival=_named(Travel, one.arrival_id),
            departure=_named(Travel, one.departure_id),
            room=_named(Room, one.room_id),
            moves=tuple((day, _named(Room, room)) for day, room in self._moves.get(one.id, ())),
            languages=tuple(person.languages) if person else (),
            needs_interpreter=bool(one.needs_interpreter),
            interprets=_voice(one, person),
            passport_until=one.passport_until,
            has_passport=bool(one.passport),
            visa=one.visa,
            head=one.role == "head",
        )

    def _rides_said(self) -> Iterator[rules.Ride]:
        aboard: dict[str, list[str]] = {}
        known = {one.id for one in self._members}
        for ride, who in self._seats:
            if who in known:
                aboard.setdefault(ride, []).append(_named(DelegationMember, who))
        items = {one.id: one for one in self._items}
        for one in self._rides:
            car = self._cars.get(one.vehicle_id or "")
            item = items.get(one.item_id or "")
            way = " – ".join(part for part in (one.origin, one.destination) if part)
            yield rules.Ride(
                id=_name(one),
                visit=_named(Visit, one.visit_id),
                what=way or (item.title() if item else "") or (car.title() if car else _("Ride")),
                starts=one.starts,
                ends=one.ends,
                car=_named(Vehicle, car.id) if car else "",
                car_name=car.title() if car else "",
                seats=car.seats if car else None,
                driver=one.driver_id or (car.driver_id if car else None) or "",
                passengers=tuple(dict.fromkeys(aboard.get(one.id, ()))),
                towards=_named(ProgrammeItem, one.item_id),
                origin=one.origin,
                destination=one.destination,
                carries=car is None or car.kind not in EMPTY_CARS,
            )

    def _events(self) -> Iterator[rules.Event]:
        named: dict[str, set[str]] = {}
        items = [one.id for one in self._items]
        for item, who in self._links(TakingPart.item_id, TakingPart.member_id, items):
            named.setdefault(item, set()).add(who)
        sides: dict[str, list[Presence]] = {}
        for member in self._members:
            side = self._sides[member.delegation_id or ""].side
            sides.setdefault(self._visit_of(member), []).append(presence(member, side))
        for one in self._items:
            if one.starts is None:
                continue
            named_here = frozenset(named.get(one.id, ()))
            present = present_at(one, sides.get(one.visit_id or "", ()), named_here)
            yield rules.Event(
                id=_name(one),
                visit=_named(Visit, one.visit_id),
                what=one.title(),
                starts=one.starts,
                ends=one.ends,
                place=best_text(one, "place", language()),
                minutes_there=one.travel_minutes or 0,
                takes_part=one.takes_part or "all",
                members=frozenset(_named(DelegationMember, row_id) for row_id in present),
                responsible=one.responsible_id or "",
                spoken=one.kind in rules.SPOKEN,
            )

    def _duty(self, one: Duty) -> rules.Duty:
        person = self._people.get(one.person_id or "")
        return rules.Duty(
            id=_name(one),
            visit=_named(Visit, one.visit_id),
            what=_(DUTIES[one.kind]) if one.kind in DUTIES else _("Duty"),
            kind=one.kind,
            person=one.person_id or "",
            starts=one.starts,
            ends=one.ends,
            event=_named(ProgrammeItem, one.item_id),
            member=_named(DelegationMember, one.member_id),
            languages=tuple(one.languages or (person.languages if person else ())),
        )

    def _absences(self) -> Iterator[rules.Absence]:
        days = [day for one in self._visits.values() for day in (one.starts, one.ends) if day]
        if not days:
            return
        query = select(Leave).where(Leave.starts <= max(days), Leave.ends >= min(days)).order_by(Leave.id)
        for one in self._session.scalars(query):
            if one.person_id and one.starts and one.ends:
                yield rules.Absence(_name(one), one.person_id, one.starts, one.ends)


def _stay(one: Visit) -> rules.Stay:
    ends = one.ends if one.ends and one.starts and one.ends >= one.starts else one.starts
    return rules.Stay(_name(one), one.title(), one.starts, ends, one.officer_id or "", one.kind in ABROAD)


def _journey(one: Travel) -> rules.Journey:
    return rules.Journey(
        _name(one),
        _named(Visit, one.visit_id),
        one.title(),
        one.direction,
        one.leaves,
        one.arrives,
        bool(one.met_by_id),
        one.met_by_id or "",
        one.destination,
    )


def _voice(one: DelegationMember, person: Person | None) -> tuple[str, ...]:
    """From and into which languages a member interprets; interpreters with their own if none are named."""
    if one.interprets or one.role != "interpreter":
        return tuple(one.interprets or ())
    return tuple(person.languages) if person else ()
