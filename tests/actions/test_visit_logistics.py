"""The logistics of a visit as they are read, changed and found to clash."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from dipdesk.actions import counterparts, visit_logistics_deeds
from dipdesk.actions.clashes import clashes_of
from dipdesk.actions.visit_logistics import visit_logistics
from dipdesk.errors import Known
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Duty,
    Leave,
    Lodging,
    Passenger,
    Person,
    ProgrammeItem,
    Ride,
    Room,
    TakingPart,
    Travel,
    Vehicle,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


def at(hour: int, day: int = 12) -> Moment:
    return Moment(datetime(2027, 5, day, hour))  # noqa: DTZ001 - what the wall clock shows


@dataclass(frozen=True)
class Small:
    """Ids of a visit with two guests and a host."""

    visit: str
    members: tuple[str, ...]
    people: tuple[str, ...]


@pytest.fixture
def small(office: OfficeFile) -> Small:
    visit = Visit(title_tr="Ziyaret", state="confirmed")
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 13)
    sides = [Delegation(visit_id=visit.id, side=side) for side in ("guest", "host")]
    people = [Person(given_name="Ad", family_name=name) for name in ("Ada", "Ben", "Cem")]
    members = [
        DelegationMember(delegation_id=sides[n // 2].id, person_id=one.id) for n, one in enumerate(people)
    ]
    with office.change("a visit") as session:
        session.add_all([visit, *sides, *people, *members])
    return Small(visit.id, tuple(one.id for one in members), tuple(one.id for one in people))


def kinds(office: OfficeFile, visit: str) -> list[str]:
    with office.read() as session:
        return [one.kind for one in clashes_of(session, session.get_one(Visit, visit))]


def test_who_comes_later_is_not_at_what_is_for_all(office: OfficeFile, small: Small) -> None:
    late = Travel(visit_id=small.visit, arrives=at(15))
    lunch = ProgrammeItem(visit_id=small.visit, starts=at(12), ends=at(13), title_tr="Yemek")
    talks = ProgrammeItem(
        visit_id=small.visit, starts=at(12), ends=at(13), title_tr="Görüşme", takes_part="named"
    )
    named = TakingPart(item_id=talks.id, member_id=small.members[0])
    with office.change("late") as session:
        session.add_all([late, lunch, talks, named])
        session.get_one(DelegationMember, small.members[0]).arrival_id = late.id
        session.get_one(DelegationMember, small.members[2]).state = "absent"
    with office.read() as session:
        found = visit_logistics(session, session.get_one(Visit, small.visit), "tr")
        shown = {item.title_tr: [one.member.id for one in found.present(item)] for item in found.items}
    assert shown == {"Yemek": [small.members[1]], "Görüşme": [small.members[0]]}
    assert "not_there" in kinds(office, small.visit)


def test_two_visits_want_the_same_person_and_the_same_car(office: OfficeFile, small: Small) -> None:
    car = Vehicle(plate="99 AA 001", driver_id=small.people[2])
    other = Visit(title_tr="Başka", state="planned")
    other.starts = other.ends = date(2027, 5, 12)
    rides = [
        Ride(visit_id=visit, vehicle_id=car.id, starts=at(10), ends=at(11), origin=origin)
        for visit, origin in ((small.visit, "A"), (other.id, "B"))
    ]
    duty = Duty(visit_id=other.id, person_id=small.people[1], kind="escort", starts=at(9), ends=at(12))
    talks = ProgrammeItem(
        visit_id=small.visit, starts=at(9), ends=at(10), title_tr="G", responsible_id=small.people[1]
    )
    with office.change("another visit") as session:
        session.add_all([car, other, *rides, duty, talks])
    assert [one for one in kinds(office, small.visit) if one != "no_room"] == [
        "person_twice",
        "car_twice",
        "person_twice",
        "ride_empty",
    ]
    with office.change("cancelled") as session:
        session.get_one(Visit, other.id).state = "cancelled"
    assert kinds(office, small.visit) == ["no_room", "ride_empty"]


def test_a_visit_that_is_over_has_nothing_to_mend(office: OfficeFile, small: Small) -> None:
    assert kinds(office, small.visit) == ["no_room"]
    with office.change("over") as session:
        session.get_one(Visit, small.visit).state = "done"
    assert kinds(office, small.visit) == []


def test_leave_of_somebody_on_duty_is_told(office: OfficeFile, small: Small) -> None:
    duty = Duty(visit_id=small.visit, person_id=small.people[2], starts=at(9), ends=at(10))
    leave = Leave(person_id=small.people[2], starts=date(2027, 5, 12), ends=date(2027, 5, 12))
    with office.change("leave") as session:
        session.add_all([duty, leave])
    assert kinds(office, small.visit) == ["no_room", "on_leave"]


def test_a_visa_that_is_needed_soon_is_told_with_the_missing_passport(
    office: OfficeFile, small: Small
) -> None:
    soon = date.today() + timedelta(days=10)  # noqa: DTZ011 - the day on this desk
    with office.change("soon") as session:
        visit = session.get_one(Visit, small.visit)
        visit.starts = visit.ends = soon
        session.get_one(DelegationMember, small.members[0]).visa = "needed"
        applied = session.get_one(DelegationMember, small.members[1])
        applied.visa, applied.passport = "applied", "X0"
    assert kinds(office, small.visit) == ["visa_applied", "visa_needed", "visa_passport"]


def test_deeds_refuse_what_is_gone(office: OfficeFile, small: Small) -> None:
    on_the_way = Travel(visit_id=small.visit, direction="between")
    with office.change("a journey") as session:
        session.add(on_the_way)
    for act in (
        lambda: visit_logistics_deeds.put_into_room(office, small.members, "0" * 32),
        lambda: visit_logistics_deeds.go_with(office, small.members, "0" * 32),
        lambda: visit_logistics_deeds.go_with(office, small.members, on_the_way.id),
        lambda: visit_logistics_deeds.ride_with(office, small.members, "0" * 32),
        lambda: visit_logistics_deeds.serve(office, small.members, "0" * 32),
        lambda: visit_logistics_deeds.move_in_convoy(office, "0" * 32, 1),
        lambda: counterparts.choose(office, small.members[0], small.members[1]),
        lambda: counterparts.choose(office, small.members[0], "0" * 32),
    ):
        steps = len(office.undo_labels())
        with pytest.raises(Known):
            act()
        assert len(office.undo_labels()) == steps


def test_who_rides_already_keeps_the_seat(office: OfficeFile, small: Small) -> None:
    ride = Ride(visit_id=small.visit, starts=at(10))
    with office.change("a ride") as session:
        session.add(ride)
    visit_logistics_deeds.ride_with(office, small.members[:1], ride.id)
    visit_logistics_deeds.ride_with(office, small.members, ride.id)
    with office.read() as session:
        seats = {one.member_id: one.place for one in session.query(Passenger)}
    assert seats == {small.members[0]: 1, small.members[1]: 2, small.members[2]: 3}
    visit_logistics_deeds.leave_ride(office, small.members[:2], ride.id)
    with office.read() as session:
        assert [one.member_id for one in session.query(Passenger)] == [small.members[2]]


def test_a_guest_moves_to_another_room_during_the_stay(office: OfficeFile, small: Small) -> None:
    hotel = Lodging(visit_id=small.visit, name="Otel")
    rooms = [Room(lodging_id=hotel.id, number=number) for number in ("9", "10", "11")]
    with office.change("rooms") as session:
        session.add_all([hotel, *rooms])
        session.get_one(Visit, small.visit).ends = date(2027, 5, 16)
    one, (first, second, third) = small.members[0], (room.id for room in rooms)

    def nights() -> list[tuple[str, int]]:
        with office.read() as session:
            logistics = visit_logistics(session, session.get_one(Visit, small.visit), "tr")
            found = logistics.stays(logistics.attendance_of[one].member)
            return [(room, len(some)) for room, some in found]

    move = partial(visit_logistics_deeds.move_to_room, office, one)
    visit_logistics_deeds.put_into_room(office, [one], first)
    assert nights() == [(first, 4)]
    move(second, date(2027, 5, 13))
    move(third, date(2027, 5, 15))
    assert nights() == [(first, 1), (second, 2), (third, 1)]
    assert office.undo_label == "Moved to another room"
    move(first, date(2027, 5, 14))
    assert nights() == [(first, 1), (second, 1), (first, 2)]
    move(second, date(2027, 5, 14))
    assert nights() == [(first, 1), (second, 3)]
    visit_logistics_deeds.put_into_room(office, [one], third)
    assert nights() == [(third, 4)]
    with pytest.raises(Known):
        move("0" * 32, date(2027, 5, 14))
