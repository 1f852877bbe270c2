"""What clashes in the logistics of a visit, with itself and with other visits on the same days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.actions.visit_logistics import belonging, is_present
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
from dipdesk.rules import clashes_plan as rules
from dipdesk.rules.clashes import clashes
from dipdesk.rules.clashes_plan import Finding
from dipdesk.store.naming import load

R = TypeVar("R", bound=Record)
_STILL_OPEN = ("", "idea", "planned", "confirmed")
_TAKES_PLACE = ("planned", "confirmed", "done")
_SPOKEN = ("meeting", "call", "ceremony", "tour", "meal", "press")
"""Items at which people talk with each other."""
_ABROAD = ("outbound", "meeting")


def clashes_of(session: Session, visit: Visit) -> tuple[Finding, ...]:
    """The clashes that concern a visit, by time, in the language spoken now; none if it is over."""
    if visit.state not in _STILL_OPEN:
        return ()
    visits = [visit, *_same_days(session, visit)]
    return tuple(one for one in clashes(plan_of(session, visits)) if _name(visit) in one.visits)


def plan_of(session: Session, visits: Sequence[Visit]) -> rules.Plan:
    """The logistics of some visits as the rules see them; kept apart from the records."""
    return _Reader(session, visits).plan()


def _same_days(session: Session, visit: Visit) -> list[Visit]:
    """Other visits that take place while this one does."""
    if visit.starts is None:
        return []
    day = timedelta(days=1)
    first, last = visit.starts - day, (visit.ends or visit.starts) + day
    query = select(Visit).where(
        Visit.id != visit.id,
        Visit.state.in_(_TAKES_PLACE),
        Visit.starts <= last,
        or_(Visit.ends >= first, Visit.ends.is_(None) & (Visit.starts >= first)),
    )
    return [one for one in session.scalars(query.order_by(Visit.id)) if not one.template]


def _name(record: Record) -> str:
    return f"{entity_name(type(record))}/{record.id}"


def _named(kind: type[Record], row_id: str | None) -> str:
    return f"{entity_name(kind)}/{row_id}" if row_id else ""


class _Reader:
    """Turns the records of some visits into a plan, each table asked once."""

    def __init__(self, session: Session, visits: Sequence[Visit]) -> None:
        self._session = session
        self._visits = {one.id: one for one in visits}
        self._sides = {one.id: one for one in self._of(Delegation, "visit_id", self._visits)}
        members = self._of(DelegationMember, "delegation_id", self._sides)
        self._members = [one for one in members if one.person_id and one.state != "absent"]
        self._items = [one for one in self._of(ProgrammeItem, "visit_id", self._visits) if one.starts]
        self._duties = self._of(Duty, "visit_id", self._visits)
        self._rides = self._of(Ride, "visit_id", self._visits)
        self._cars = {
            one.id: one
            for one in load(session, Vehicle, (one.vehicle_id for one in self._rides if one.vehicle_id))
            if isinstance(one, Vehicle)
        }
        self._journeys = self._of(Travel, "visit_id", self._visits)
        self._people = self._load_people()

    def plan(self) -> rules.Plan:
        """The plan of all the visits together."""
        lodgings = {one.id: one for one in self._of(Lodging, "visit_id", self._visits)}
        return rules.Plan(
            stays=tuple(_stay(one) for one in self._visits.values()),
            travellers=tuple(self._traveller(one) for one in self._members),
            journeys=tuple(_journey(one) for one in self._journeys),
            rooms=tuple(
                rules.Room(
                    _name(one),
                    _named(Visit, lodgings[one.lodging_id or ""].visit_id),
                    one.title(),
                    one.beds,
                )
                for one in self._of(Room, "lodging_id", lodgings)
            ),
            rides=tuple(self._rides_said()),
            events=tuple(self._events()),
            duties=tuple(self._duty(one) for one in self._duties),
            absences=tuple(self._absences()),
            names={one.id: one.title() for one in self._people.values()},
        )

    def _of(self, kind: type[R], link: str, owners: Iterable[str]) -> list[R]:
        return belonging(self._session, kind, link, owners)

    def _load_people(self) -> dict[str, Person]:
        """Everybody who is named anywhere, in one go."""
        wanted = {one.person_id for one in self._members} | {one.person_id for one in self._duties}
        wanted |= {one.responsible_id for one in self._items} | {one.driver_id for one in self._rides}
        wanted |= {one.driver_id for one in self._cars.values()}
        wanted |= {one.officer_id for one in self._visits.values()}
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
            languages=tuple(person.languages) if person else (),
            needs_interpreter=bool(one.needs_interpreter),
            interprets=_voice(one, person),
            passport_until=one.passport_until,
        )

    def _rides_said(self) -> Iterator[rules.Ride]:
        aboard: dict[str, list[str]] = {}
        known = {one.id for one in self._members}
        for seat in self._of(Passenger, "ride_id", [one.id for one in self._rides]):
            if seat.member_id in known:
                aboard.setdefault(seat.ride_id or "", []).append(_named(DelegationMember, seat.member_id))
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
            )

    def _events(self) -> Iterator[rules.Event]:
        named: dict[str, set[str]] = {}
        for part in self._of(TakingPart, "item_id", [one.id for one in self._items]):
            named.setdefault(part.item_id or "", set()).add(part.member_id or "")
        sides: dict[str, list[DelegationMember]] = {}
        for member in self._members:
            visit = self._sides[member.delegation_id or ""].visit_id or ""
            sides.setdefault(visit, []).append(member)
        for one in self._items:
            if one.starts is None:
                continue
            named_here = frozenset(named.get(one.id, ()))
            present = [
                _name(member)
                for member in sides.get(one.visit_id or "", ())
                if is_present(one, member, self._sides[member.delegation_id or ""].side, named_here)
            ]
            yield rules.Event(
                id=_name(one),
                visit=_named(Visit, one.visit_id),
                what=one.title(),
                starts=one.starts,
                ends=one.ends,
                place=best_text(one, "place", language()),
                minutes_there=one.travel_minutes or 0,
                takes_part=one.takes_part,
                members=frozenset(present),
                responsible=one.responsible_id or "",
                spoken=one.kind in _SPOKEN,
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
    return rules.Stay(_name(one), one.title(), one.starts, ends, one.officer_id or "", one.kind in _ABROAD)


def _journey(one: Travel) -> rules.Journey:
    return rules.Journey(
        _name(one),
        _named(Visit, one.visit_id),
        one.title(),
        one.direction,
        one.leaves,
        one.arrives,
        bool(one.met_by_id),
    )


def _voice(one: DelegationMember, person: Person | None) -> tuple[str, ...]:
    """From and into which languages a member interprets; interpreters with their own if none are named."""
    if one.interprets or one.role != "interpreter":
        return tuple(one.interprets or ())
    return tuple(person.languages) if person else ()
