"""Clashes in the logistics of visits."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import speaking
from dipdesk.rules.clashes import clashes
from dipdesk.rules.clashes_care import visa_days, visa_source
from dipdesk.rules.clashes_plan import (
    Absence,
    Duty,
    Event,
    Finding,
    Journey,
    Plan,
    Ride,
    Room,
    Stay,
    Traveller,
)
from dipdesk.rules.timing import Moment

DAY = date(2027, 5, 12)
NAMES = {"a": "Ada", "b": "Bora", "c": "Cem", "d": "Deniz", "e": "Ege"}


@pytest.fixture(autouse=True)
def _english() -> object:
    with speaking("en"):
        yield


def at(hour: int, minute: int = 0, day: int = 12) -> Moment:
    return Moment(datetime(2027, 5, day, hour, minute))  # noqa: DTZ001 - what the wall clock shows


def event(name: str, start: int, end: int, *members: str, **more: object) -> Event:
    who = frozenset(f"m/{one}" for one in members)
    return Event(f"item/{name}", "visit/1", name, at(start), at(end), members=who, **more)  # type: ignore[arg-type]


def traveller(person: str, **more: object) -> Traveller:
    return Traveller(f"m/{person}", "visit/1", person, **more)  # type: ignore[arg-type]


def plan(**more: object) -> Plan:
    usual = {
        "stays": (Stay("visit/1", "Visit", DAY, DAY + timedelta(days=2)),),
        "travellers": tuple(traveller(one, guest=False) for one in NAMES),
        "names": NAMES,
    }
    return Plan(**{**usual, **more})  # type: ignore[arg-type]


def found(made: Plan, kind: str = "") -> list[Finding]:
    return [one for one in clashes(made) if not kind or one.kind == kind]


def test_two_things_at_once_name_who_what_and_when() -> None:
    made = plan(
        events=(
            event("Talks", 10, 11, "a", takes_part="named"),
            event("Tour", 10, 12, "a", "b", takes_part="named"),
        )
    )
    (only,) = found(made)
    assert only.sentence == (
        "Ada: “Talks” (12 May 2027 10:00–11:00) and “Tour” (12 May 2027 10:00–12:00) at the same time."
    )
    assert set(only.records) == {"item/Talks", "item/Tour"}


def test_what_follows_at_once_does_not_clash() -> None:
    items = event("Talks", 10, 11, "a", takes_part="named"), event("Tour", 11, 12, "a", takes_part="named")
    assert not found(plan(events=items))


def test_a_named_item_frees_from_one_for_everybody() -> None:
    items = event("Dinner", 19, 22, "a", "b"), event("Call", 20, 21, "a", takes_part="named")
    assert not found(plan(events=items))


def test_escort_goes_along_but_not_with_two_visits() -> None:
    duty = Duty("duty/1", "visit/1", "Escort", "escort", "e", at(8), at(20), member="m/a")
    item = event("Talks", 10, 11, "a", responsible="e")
    assert not found(plan(events=(item,), duties=(duty,)))
    other = replace(duty, id="duty/2", visit="visit/2", starts=at(12))
    (only,) = found(plan(events=(item,), duties=(duty, other)))
    assert only.kind == "person_twice"
    assert only.visits == {"visit/1", "visit/2"}


def test_who_does_a_duty_at_an_item_is_not_there_twice() -> None:
    duty = Duty("duty/1", "visit/1", "Photographer", "photographer", "e", event="item/Talks")
    assert not found(plan(events=(event("Talks", 10, 11, responsible="e"),), duties=(duty,)))


def test_driver_cannot_be_at_talks() -> None:
    ride = Ride("ride/1", "visit/1", "To the hotel", at(10), at(11), driver="e")
    (only,) = found(plan(events=(event("Talks", 10, 12, responsible="e"),), rides=(ride,)))
    assert only.kind == "person_twice"


def test_way_that_takes_longer_than_there_is_time() -> None:
    tour = replace(event("Tour", 11, 12, "a"), starts=at(11, 10), minutes_there=25, place="Museum")
    made = plan(events=(replace(event("Talks", 10, 11, "a"), place="Town hall"), tour))
    (only,) = found(made)
    assert only.sentence.startswith("Ada: 10 minutes from “Talks”")
    assert only.sentence.endswith("the way takes 25.")
    assert not found(replace(made, events=(made.events[0], replace(tour, place="TOWN HALL"))))


def test_same_car_and_full_car() -> None:
    first = Ride("ride/1", "visit/1", "Out", at(10), at(11), "car/1", "34 A", 1, "d", ("m/a", "m/b"))
    second = Ride("ride/2", "visit/1", "Back", at(10, 30), at(12), "car/1", "34 A", 1, "c")
    kinds = [one.kind for one in found(plan(rides=(first, second)))]
    assert kinds == ["car_full", "car_twice"]


def journeys() -> tuple[Journey, Journey]:
    return (
        Journey("travel/in", "visit/1", "TK 1", "arrival", arrives=at(11), met=False),
        Journey("travel/out", "visit/1", "TK 2", "departure", leaves=at(17, day=14)),
    )


def test_arrival_without_greeting_car_and_with_a_ride_too_early() -> None:
    guest = traveller("a", arrival="travel/in", departure="travel/out", room="room/1")
    rides = (
        Ride("ride/1", "visit/1", "Airport", at(10), at(10, 30), driver="e", passengers=("m/a",)),
        Ride(
            "ride/2",
            "visit/1",
            "To the flight",
            at(16, day=14),
            at(17, 30, day=14),
            driver="e",
            passengers=("m/a",),
        ),
    )
    made = plan(
        travellers=(guest,),
        journeys=journeys(),
        rooms=(Room("room/1", "visit/1", "401", 1),),
        rides=rides,
    )
    kinds = [one.kind for one in found(made)]
    assert kinds == ["ride_too_early", "not_met", "ride_too_late"]
    without = replace(made, rides=())
    assert [one.kind for one in found(without)] == ["no_ride", "not_met", "no_ride"]
    abroad = replace(made, stays=(replace(made.stays[0], abroad=True),))
    assert [one.kind for one in found(abroad)] == ["ride_too_early", "ride_too_late"]


def test_who_moves_sleeps_in_one_room_a_night() -> None:
    made = plan(
        travellers=(
            traveller("a", room="room/1", moves=((date(2027, 5, 13), "room/2"),)),
            traveller("b", room="room/2"),
        ),
        rooms=(Room("room/1", "visit/1", "401", 1), Room("room/2", "visit/1", "402", 1)),
    )
    (full,) = found(made, "room_full")
    assert "402 has 1 bed, but 2 sleep there (13 May 2027)" in full.sentence
    assert not found(made, "no_room")
    moved = replace(made.travellers[1], moves=((date(2027, 5, 13), "room/1"),))
    assert not found(replace(made, travellers=(made.travellers[0], moved)), "room_full")


def test_rooms_by_night() -> None:
    late = Journey("travel/late", "visit/1", "TK 3", arrives=at(20, day=13))
    made = plan(
        travellers=(
            traveller("a", room="room/1"),
            traveller("b", room="room/1", arrival="travel/late"),
            traveller("c", arrival="travel/late"),
        ),
        journeys=(late,),
        rooms=(Room("room/1", "visit/1", "Room 401", 1),),
    )
    (full,) = found(made, "room_full")
    assert full.sentence == "Room 401 has 1 bed, but 2 sleep there (13 May 2027): Ada and Bora."
    (none,) = found(made, "no_room")
    assert none.sentence == "No room for the night of 13 May 2027: Cem."
    assert none.records == ("m/c",)


def test_passport_tells_neither_day_nor_number() -> None:
    made = plan(
        stays=(Stay("visit/1", "Visit", DAY, DAY, abroad=True),),
        travellers=(
            traveller("a", passport_until=date(2027, 11, 11)),
            traveller("b", passport_until=date(2027, 11, 12)),
        ),
    )
    (only,) = found(made)
    assert only.sentence == "This passport is valid for less than six months after the journey: Ada."


def test_interpreter_must_share_a_language() -> None:
    talks = event("Talks", 10, 11, "a", "b", spoken=True)
    members = (
        traveller("a", guest=False, needs_interpreter=True, languages=("de",)),
        traveller("b", guest=False, languages=("de",)),
    )
    duty = Duty("duty/1", "visit/1", "Interpreter", person="e", event="item/Talks", languages=("fr", "tr"))
    made = plan(events=(talks,), travellers=members, duties=(duty,))
    (only,) = found(made)
    assert only.sentence == "No interpreter at “Talks” (12 May 2027 10:00–11:00): Ada (German)."
    assert not found(replace(made, duties=(replace(duty, languages=("de", "tr")),)))
    voice = replace(members[1], interprets=("de", "tr"))
    assert not found(replace(made, travellers=(members[0], voice)))


def test_duty_without_a_person() -> None:
    (only,) = found(plan(duties=(Duty("duty/1", "visit/1", "Interpreter", starts=at(9)),)))
    assert only.sentence == "Nobody is named for the duty “Interpreter” (12 May 2027 09:00)."


def test_leave_and_travel_are_told_once() -> None:
    items = tuple(event(name, hour, hour + 1, "a") for name, hour in (("Talks", 9), ("Lunch", 12)))
    leave = Absence("leave/1", "a", DAY, DAY)
    trip = Stay("visit/2", "Trip", DAY, DAY, abroad=True)
    away = Traveller("m/x", "visit/2", "a", room="room/1")
    made = plan(events=items, absences=(leave,))
    (only,) = found(made)
    assert only.sentence.startswith("Ada is on leave, but is needed for “Talks”")
    assert only.sentence.endswith("and 1 more thing.")
    made = plan(events=items, stays=(*plan().stays, trip), travellers=(*plan().travellers, away))
    (only,) = found(made)
    assert only.kind == "abroad"


def test_officer_of_two_visits() -> None:
    stays = (
        Stay("visit/1", "One", DAY, DAY + timedelta(days=2), "a"),
        Stay("visit/2", "Two", DAY + timedelta(days=2), DAY + timedelta(days=4), "a"),
    )
    (only,) = found(plan(stays=stays))
    assert only.sentence == "Ada leads “One” and “Two” at the same time (14 May 2027)."


def test_named_before_the_arrival() -> None:
    late = Journey("travel/late", "visit/1", "TK 3", arrives=at(20), met=True)
    guest = traveller("a", guest=False, arrival="travel/late")
    item = event("Call", 15, 16, "a", takes_part="heads")
    (only,) = found(plan(events=(item,), travellers=(guest,), journeys=(late,)))
    assert only.kind == "not_there"


HOURS = st.integers(0, 20)
EVENTS = st.lists(
    st.builds(
        lambda number, start, length, who, kind: Event(
            f"item/{number}",
            "visit/1",
            f"Item {number}",
            at(start),
            at(min(start + length, 23)),
            takes_part=kind,
            members=frozenset(f"m/{one}" for one in who),
        ),
        st.integers(0, 50),
        HOURS,
        st.integers(0, 3),
        st.sets(st.sampled_from(sorted(NAMES))),
        st.sampled_from(["all", "named", "heads"]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(EVENTS)
def test_findings_do_not_depend_on_the_order_of_the_input(events: list[Event]) -> None:
    forwards = found(plan(events=tuple(events)))
    backwards = found(plan(events=tuple(reversed(events))))
    assert {one.sentence for one in forwards} == {one.sentence for one in backwards}
    assert len({one.sentence for one in forwards}) == len(forwards)


@given(EVENTS)
def test_every_pair_told_overlaps_and_shares_somebody(events: list[Event]) -> None:
    known = {one.id: one for one in events}
    told = set()
    for one in found(plan(events=tuple(events)), "person_twice"):
        first, second = (known[row] for row in one.records)
        told.add(frozenset(one.records))
        assert first.members & second.members
        assert first.starts < (second.ends or second.starts)
        assert second.starts < (first.ends or first.starts)
    for first in events:
        for second in events:
            narrow = {first.takes_part, second.takes_part} <= {"named", "heads"}
            overlap = first.starts < (second.ends or second.starts) and second.starts < (
                first.ends or first.starts
            )
            if first.id < second.id and narrow and overlap and first.members & second.members:
                assert frozenset({first.id, second.id}) in told


@given(EVENTS, st.integers(-72, 72))
def test_moving_everything_moves_the_clashes_alone(events: list[Event], hours: int) -> None:
    def moved(one: Event) -> Event:
        ends = one.ends.after(60 * hours) if one.ends else None
        return replace(one, starts=one.starts.after(60 * hours), ends=ends)

    before = [one.records for one in found(plan(events=tuple(events)))]
    after = [one.records for one in found(plan(events=tuple(map(moved, events))))]
    assert sorted(before) == sorted(after)


@given(EVENTS)
def test_fewer_people_never_clash_more(events: list[Event]) -> None:
    fewer = tuple(replace(one, members=one.members - {"m/a"}) for one in events)
    with_all = {one.records for one in found(plan(events=tuple(events)))}
    assert {one.records for one in found(plan(events=fewer))} <= with_all


# What nobody is listed for


def unlisted(**more: object) -> Plan:
    """A guest who arrives another way, and a car and an escort for a flight that nobody is listed for."""
    usual: dict[str, object] = {
        "travellers": (traveller("a", arrival="travel/rail", room="room/1"),),
        "journeys": (
            Journey("travel/in", "visit/1", "TK 1", arrives=at(13), destination="Örnekkent", met_by="b"),
            Journey("travel/rail", "visit/1", "Rail", arrives=at(8), destination="Örnekkent Garı"),
        ),
        "rooms": (Room("room/1", "visit/1", "401", 1),),
        "rides": (
            Ride("ride/0", "visit/1", "From the station", at(8, 10), passengers=("m/a",)),
            Ride(
                "ride/1",
                "visit/1",
                "From the airport",
                at(11),
                car="c",
                car_name="99 AA 1",
                origin="ÖRNEKKENT havalimanı",
            ),
        ),
    }
    return plan(**{**usual, **more})


def test_a_flight_and_a_car_without_anybody_are_told_mildly() -> None:
    made = unlisted()
    later = replace(made, rides=(made.rides[0], replace(made.rides[1], starts=at(13, 30))))
    empty = [one for one in found(later) if one.mild]
    assert [one.sentence for one in empty] == [
        "Nobody is listed for TK 1 (12 May 2027 13:00).",
        "Nobody is listed in 99 AA 1 for From the airport (12 May 2027 13:30).",
    ]


def test_an_empty_car_leaves_before_the_arrival() -> None:
    (early,) = found(unlisted(), "ride_too_early")
    assert early.mild
    assert early.records == ("ride/1", "travel/in")
    assert not found(unlisted(), "ride_empty")


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "Otel Örnek"},
        {"origin": "Belediye", "destination": "Örnekkent Havalimanı"},
        {"origin": "Örnekkent Garı"},
        {"starts": at(11, day=13)},
    ],
)
def test_a_car_that_is_not_from_the_arrival_is_not_too_early(changed: dict[str, object]) -> None:
    made = unlisted()
    other = replace(made.rides[1], **changed)  # type: ignore[arg-type]
    assert not found(replace(made, rides=(other,)), "ride_too_early")


def test_luggage_rides_alone() -> None:
    made = unlisted()
    luggage = replace(made.rides[1], starts=at(13, 30), carries=False)
    assert not found(replace(made, rides=(made.rides[0], luggage)), "ride_empty")


def test_nothing_is_told_of_a_draft() -> None:
    assert not [one for one in found(unlisted(travellers=())) if one.mild]
    made = unlisted()
    unnamed = replace(made.rides[1], starts=at(13, 30), car="", car_name="")
    assert not found(replace(made, rides=(unnamed,)), "ride_empty")


@pytest.mark.parametrize(
    ("hours", "is_told"), [((11, 14), True), ((12, 14), False), ((12, 13), True), ((13, 14), False)]
)
def test_who_meets_an_arrival_is_there_in_time(hours: tuple[int, int], is_told: bool) -> None:
    duty = Duty("duty/1", "visit/1", "Escort officer", "escort", "b", at(hours[0]), at(hours[1]))
    early = found(unlisted(duties=(duty,)), "duty_too_early")
    assert bool(early) is is_told
    if is_told:
        assert early[0].sentence.startswith("Escort officer, Bora (12 May 2027")
    own = replace(duty, person="c", member="m/a")
    assert not found(unlisted(duties=(own,)), "duty_too_early")


def test_a_ride_that_nobody_drives_is_told_with_a_way_out() -> None:
    made = unlisted()
    ride = replace(made.rides[1], starts=at(13, 30), driver="")
    (only,) = found(replace(made, rides=(ride,)), "no_driver")
    assert only.sentence == (
        "Nobody drives 99 AA 1 for From the airport (12 May 2027 13:30)."
        " Name the driver of the ride or of the car; who drives himself stands as the driver."
    )
    assert (only.records, only.mild) == (("ride/1",), False)
    for driver in ("e", "a"):  # a chauffeur, or a guest at the wheel
        driven = replace(ride, driver=driver, passengers=("m/a",))
        assert not found(replace(made, rides=(driven,)), "no_driver")


def test_people_wait_for_a_car_and_a_driver_unless_the_hosts_abroad_see_to_it() -> None:
    made = unlisted()
    ride = replace(made.rides[1], starts=at(13, 30), car="", car_name="", driver="", passengers=("m/a",))
    (only,) = found(replace(made, rides=(ride,)), "no_driver")
    assert "has neither a car nor a driver. Choose a car, or name who drives." in only.sentence
    stays = tuple(replace(one, abroad=True) for one in made.stays)
    assert not found(replace(made, rides=(ride,), stays=stays), "no_driver")
    assert not found(replace(made, rides=(replace(ride, passengers=()),)), "no_driver")


def visiting(days: int, **more: object) -> Plan:
    """A guest who arrives with the visit, so many days from today."""
    return plan(travellers=(traveller("a", **more),), today=DAY - timedelta(days=days))


@pytest.mark.parametrize("what", ["needed", "applied"])
def test_a_visa_that_is_not_there_is_told_shortly_before_the_arrival(what: str) -> None:
    last = visa_days(what)
    (only,) = found(visiting(last, visa=what), f"visa_{what}")
    assert (only.records, only.mild) == (("m/a",), False)
    assert not found(visiting(last + 1, visa=what), f"visa_{what}")
    assert found(visiting(0, visa=what), f"visa_{what}")
    assert not found(visiting(-1, visa=what), f"visa_{what}"), "who was to be there, is"
    assert not found(replace(visiting(last, visa=what), today=None), f"visa_{what}")


def test_a_visa_is_told_with_a_reason_and_a_way_out() -> None:
    (needed,) = found(visiting(9, visa="needed"), "visa_needed")
    assert needed.sentence == (
        "The arrival is on 12 May 2027, and nobody applied for the visa yet: Ada."
        " Write the invitation letter for the visa, and let them apply."
    )
    abroad = replace(visiting(9, visa="applied"), stays=(Stay("visit/1", "Trip", DAY, DAY, abroad=True),))
    (applied,) = found(abroad, "visa_applied")
    assert "not granted yet: Ada. Ask the consulate" in applied.sentence
    for visa in ("granted", "not_needed", ""):
        assert not [one for one in found(visiting(9, visa=visa, has_passport=False)) if "visa" in one.kind]
    assert not found(visiting(9, visa="needed", guest=False), "visa_needed")


def test_a_passport_is_missing_where_a_visa_is_needed() -> None:
    (only,) = found(visiting(9, visa="needed", has_passport=False), "visa_passport")
    assert "no passport number is on file: Ada. Ask them for their passport." in only.sentence
    assert not found(visiting(9, visa="needed"), "visa_passport")
    assert not found(visiting(visa_days("passport") + 1, visa="needed", has_passport=False), "visa_passport")


def test_the_day_of_the_own_journey_counts_and_the_days_say_their_source() -> None:
    early = Journey("travel/in", "visit/1", "TK 1", "arrival", arrives=at(11, day=10))
    made = replace(visiting(9, visa="needed", arrival="travel/in"), journeys=(early,))
    (only,) = found(made, "visa_needed")
    assert only.sentence.startswith("The arrival is on 10 May 2027,")
    assert visa_source().state == "unverified"
    with speaking("tr"):
        assert visa_source().said().startswith("Önerimiz")
