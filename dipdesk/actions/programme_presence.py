"""Whether the people of a programme's items are there: the visit's groups with their journeys, read once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Delegation, DelegationMember, Passenger, Person, Ride, Travel, Visit
from dipdesk.model.visit import ABROAD
from dipdesk.rules.clashes_plan import SPOKEN, Event, Plan, Stay, Traveller
from dipdesk.rules.clashes_plan import Journey as PlannedJourney
from dipdesk.rules.clashes_plan import Ride as PlannedRide
from dipdesk.rules.clashes_presence import Presence
from dipdesk.rules.programme_stop import Stop
from dipdesk.rules.programme_troubles import NOT_THERE, PARTLY_THERE, Trouble
from dipdesk.store.naming import load


@dataclass(frozen=True)
class ProgrammePresence:
    """Who comes to a visit and leaves it when, to be compared with any hours of its programme."""

    visit_id: str
    presence: Presence

    def troubles(self, stops: Iterable[Stop], titles: Mapping[str, str]) -> Iterator[Trouble]:
        """What of the stops begins before its people are there, or is over after they have left."""
        for stop in stops:
            for found in self.presence.at(self._event(stop, titles)):
                kind = PARTLY_THERE if found.mild else NOT_THERE
                yield Trouble(kind, stop.id, found.records[-1], question=found.sentence)

    def _event(self, stop: Stop, titles: Mapping[str, str]) -> Event:
        return Event(
            stop.id,
            self.visit_id,
            titles.get(stop.id, ""),
            stop.starts,
            stop.ends,
            takes_part=stop.who.group,
            members=stop.who.members,
            spoken=stop.kind in SPOKEN,
        )


def read(session: Session, visit: Visit) -> ProgrammePresence:
    """Who comes to a visit and leaves it; those who stay away are left out."""
    query = (
        select(
            DelegationMember.id,
            DelegationMember.person_id,
            DelegationMember.role,
            DelegationMember.arrival_id,
            DelegationMember.departure_id,
            Delegation.side,
        )
        .join(Delegation, Delegation.id == DelegationMember.delegation_id)
        .where(Delegation.visit_id == visit.id, DelegationMember.state != "absent")
        .order_by(DelegationMember.id)
    )
    is_met = visit.kind != "online"
    travellers = tuple(
        Traveller(
            row_id,
            visit.id,
            person or "",
            guest=side == "guest" and is_met,
            arrival=arrival or "",
            departure=departure or "",
            head=role == "head",
        )
        for row_id, person, role, arrival, departure, side in session.execute(query)
        if person
    )
    plan = Plan(
        stays=(Stay(visit.id, "", abroad=visit.kind in ABROAD),),
        travellers=travellers,
        journeys=tuple(_journeys(session, visit.id)),
        rides=tuple(_rides(session, visit.id)),
        names=_names(session, travellers),
    )
    return ProgrammePresence(visit.id, Presence(plan))


def _journeys(session: Session, visit_id: str) -> Iterator[PlannedJourney]:
    for one in session.scalars(select(Travel).where(Travel.visit_id == visit_id)):
        yield PlannedJourney(one.id, visit_id, one.title(), one.direction, one.leaves, one.arrives)


def _rides(session: Session, visit_id: str) -> Iterator[PlannedRide]:
    """The cars that go to an item, with who rides in them."""
    query = (
        select(Ride.item_id, Passenger.member_id)
        .join(Passenger, Passenger.ride_id == Ride.id)
        .where(Ride.visit_id == visit_id, Ride.item_id.is_not(None))
    )
    for item_id, member_id in session.execute(query):
        yield PlannedRide("", visit_id, "", passengers=(member_id or "",), towards=item_id or "")


def _names(session: Session, travellers: Iterable[Traveller]) -> dict[str, str]:
    wanted = (one.person for one in travellers if one.arrival or one.departure)
    return {one.id: one.title() for one in load(session, Person, wanted) if isinstance(one, Person)}
