"""A small visit with guests, hosts, journeys, rooms, cars and duties."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from dipdesk.model import (
    Delegation,
    DelegationMember,
    Duty,
    Lodging,
    Person,
    Post,
    Ride,
    Room,
    Travel,
    Vehicle,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


def at(day: int, hour: int, minute: int = 0) -> Moment:
    return Moment(datetime(2027, 5, day, hour, minute))  # noqa: DTZ001 - what the wall clock shows


@dataclass(frozen=True)
class Small:
    """The ids of what the visit consists of."""

    visit: str
    guests: str
    members: tuple[str, ...]
    hosts: tuple[str, ...]
    arrival: str
    departure: str
    rooms: tuple[str, ...]
    rides: tuple[str, ...]
    duty: str


@pytest.fixture
def small(office: OfficeFile) -> Small:
    """Three guests and two hosts, nobody with a room or a journey yet."""
    visit = Visit(title_tr="Ziyaret", title_en="Visit")
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
    guests = Delegation(visit_id=visit.id, side="guest", name_tr="Misafirler", name_en="The guests")
    hosts = Delegation(visit_id=visit.id, side="host", name_tr="Ev sahipleri", name_en="The hosts")
    people = [
        Person(given_name=given, family_name=family)
        for given, family in (
            ("Ada", "Alt"),
            ("Ben", "Berg"),
            ("Cora", "Cramer"),
            ("Deniz", "Dağ"),
            ("Ece", "Erk"),
        )
    ]
    functions = ("specialist", "mayor", "deputy_mayor", "mayor", "councillor")
    posts = [
        Post(person_id=who.id, function=function) for who, function in zip(people, functions, strict=True)
    ]
    sides = (guests, guests, guests, hosts, hosts)
    roles = ("member", "head", "member", "head", "member")
    members = [
        DelegationMember(delegation_id=side.id, person_id=who.id, role=role)
        for side, who, role in zip(sides, people, roles, strict=True)
    ]
    arrival = Travel(visit_id=visit.id, direction="arrival", number="TK 1", arrives=at(12, 11))
    departure = Travel(visit_id=visit.id, direction="departure", number="TK 2", leaves=at(14, 17))
    hotel = Lodging(visit_id=visit.id, name="Otel Örnek")
    rooms = [Room(lodging_id=hotel.id, number=number, beds=1) for number in ("401", "402")]
    car = Vehicle(plate="99 AA 001", seats=2)
    rides = [
        Ride(
            visit_id=visit.id, starts=at(12, 12), ends=at(12, 13), vehicle_id=car.id, origin="A", place=place
        )
        for place in (1, 2)
    ]
    duty = Duty(visit_id=visit.id, person_id=people[4].id, kind="escort", starts=at(12, 9), ends=at(12, 20))
    with office.change("a visit") as session:
        session.add_all([visit, guests, hosts, *people, *posts, *members, arrival, departure, hotel])
        session.add_all([*rooms, car, *rides, duty])
    return Small(
        visit.id,
        guests.id,
        tuple(one.id for one in members[:3]),
        tuple(one.id for one in members[3:]),
        arrival.id,
        departure.id,
        tuple(one.id for one in rooms),
        tuple(one.id for one in rides),
        duty.id,
    )
