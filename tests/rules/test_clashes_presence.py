"""Items of the programme that begin before their people have arrived, or are over after they have left."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dipdesk.i18n import speaking
from dipdesk.rules.clashes import clashes
from dipdesk.rules.clashes_plan import Event, Finding, Journey, Plan, Ride, Stay, Traveller
from dipdesk.rules.timing import Moment
from tests.rules.test_clashes import at, event, traveller

NAMES = {"a": "Ada", "b": "Bora", "c": "Cem", "d": "Deniz", "e": "Ege"}
MAIN = Journey("travel/main", "visit/1", "TK 1", leaves=at(9), arrives=at(11))
LATE = Journey("travel/late", "visit/1", "TK 2", leaves=at(17), arrives=at(19, 35))
HOME = Journey("travel/home", "visit/1", "TK 9", "departure", leaves=at(16), arrives=at(18))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with speaking("en"):
        yield


def guests(*ids: str, arrival: str = MAIN.id, **more: object) -> tuple[Traveller, ...]:
    return tuple(traveller(one, arrival=arrival, **more) for one in ids)


def found(
    travellers: tuple[Traveller, ...], *events: Event, abroad: bool = False, rides: tuple[Ride, ...] = ()
) -> list[Finding]:
    stay = Stay("visit/1", "Visit", abroad=abroad)
    plan = Plan((stay,), travellers, (MAIN, LATE, HOME), rides=rides, events=events, names=NAMES)
    return [one for one in clashes(plan) if one.kind in ("not_there", "partly_there")]


def test_what_is_over_before_the_delegation_lands_is_told_with_a_way_out() -> None:
    (only,) = found(guests("a", "b"), event("Talks", 9, 10, spoken=True))
    assert only.sentence == (
        "“Talks” (12 May 2027 09:00–10:00) begins before TK 1 is there (12 May 2027 11:00): Ada and Bora."
        " Move it after the arrival, or let these not take part."
    )
    assert only.records == ("item/Talks", MAIN.id)
    assert not only.mild


def test_what_is_under_way_when_they_land_is_told_too() -> None:
    assert [one.kind for one in found(guests("a"), event("Lunch", 10, 12))] == ["not_there"]
    assert not found(guests("a"), event("Lunch", 11, 12))


def test_what_goes_on_when_they_leave_is_told_with_a_way_out() -> None:
    leaving = guests("a", "b", departure=HOME.id)
    (only,) = found(leaving, event("Tour", 15, 17))
    assert only.sentence == (
        "“Tour” (12 May 2027 15:00–17:00) is over only after TK 9 has left (12 May 2027 16:00): Ada and Bora."
        " Let it end before they leave, or let these not take part."
    )
    assert [one.kind for one in found(leaving, event("Dinner", 19, 20))] == ["not_there"]
    assert not found(leaving, event("Tour", 15, 16))


def test_an_item_for_all_does_not_wait_for_a_few_who_come_later() -> None:
    people = (*guests("a", "b", "c"), *guests("d", arrival=LATE.id))
    assert not found(people, event("Talks", 12, 13))
    (only,) = found(people, event("Dinner", 19, 22))
    assert (only.kind, only.mild) == ("partly_there", True)
    assert only.sentence == (
        "“Dinner” (12 May 2027 19:00–22:00) is under way when TK 2 is there (12 May 2027 19:35):"
        " Deniz can only join it then."
    )


def test_who_is_driven_to_it_later_joins_as_it_is_meant() -> None:
    people, dinner = (*guests("a", "b", "c"), *guests("d", arrival=LATE.id)), event("Dinner", 19, 22)
    ride = Ride("ride/1", "visit/1", "To the dinner", at(20), passengers=("m/d",), towards=dinner.id)
    assert not found(people, dinner, rides=(ride,))
    assert found(people, dinner, rides=(replace(ride, towards=""),))


def test_it_waits_for_most_of_them_and_for_the_head() -> None:
    people = (*guests("a"), *guests("b", "c", arrival=LATE.id))
    (only,) = found(people, event("Talks", 12, 13))
    assert only.records == ("item/Talks", LATE.id)
    head = (*guests("a", "b"), *guests("c", arrival=LATE.id, head=True))
    (only,) = found(head, event("Talks", 12, 13))
    assert only.sentence.endswith("Cem. Move it after the arrival, or let these not take part.")


def test_nobody_there_is_told_once_up_to_whom_it_waits_for() -> None:
    people = (*guests("a", "b"), *guests("c", arrival=LATE.id))
    (only,) = found(people, event("Talks", 9, 10, spoken=True))
    assert only.records == ("item/Talks", MAIN.id)
    assert "Ada and Bora" in only.sentence


def test_who_is_named_is_waited_for_each_with_those_of_the_same_journey() -> None:
    people = (*guests("a", "b", "c"), *guests("d", "e", arrival=LATE.id))
    item = event("Call", 10, 10, "a", "b", "d", takes_part="named")
    told = found(people, item)
    assert [one.records[1] for one in told] == [LATE.id, MAIN.id]
    assert "Ada and Bora" in told[1].sentence


def test_what_only_our_own_staff_do_waits_for_nobody() -> None:
    host = Traveller("m/e", "visit/1", "e", guest=False)
    waiting = event("Reception at the airport", 10, 11, "e", takes_part="hosts")
    assert not found((*guests("a"), host), waiting)
    assert not found((*guests("a"), host), replace(waiting, takes_part="named"))


def test_the_welcome_and_the_journey_itself_are_no_clash() -> None:
    welcome = replace(event("Welcome", 11, 12), starts=at(10, 50))
    assert not found(guests("a"), welcome)
    people = guests("a", departure=HOME.id)
    flights = event("Flight", 9, 11), event("Flight home", 16, 18), event("To the airport and home", 14, 18)
    assert not found(people, *flights)
    assert found(people, replace(flights[0], spoken=True)), "talks that end at the landing are no journey"


def test_abroad_what_is_at_home_before_and_after_is_no_clash() -> None:
    people = guests("a", departure=HOME.id)
    at_home = event("Departure from the town hall", 7, 8), event("Statement at home", 19, 20)
    assert not found(people, *at_home, abroad=True)
    assert len(found(people, *at_home)) == 2
    assert found(people, event("Talks", 9, 10, spoken=True), abroad=True)


def test_hours_of_other_zones_are_compared_as_they_are() -> None:
    tokyo = replace(event("Talks", 16, 17), starts=Moment(at(16, 30).local, "Asia/Tokyo"))
    tokyo = replace(tokyo, ends=Moment(at(18).local, "Asia/Tokyo"))  # 10:30 to 12:00 in Istanbul
    (only,) = found(guests("a"), tokyo)
    assert "16:30–18:00" in only.sentence
    assert "11:00" in only.sentence
    assert not found(guests("a"), replace(tokyo, starts=Moment(at(17).local, "Asia/Tokyo")))


def test_who_has_no_journey_or_one_without_hours_is_waited_for_by_nothing() -> None:
    people = (*guests("a", "b"), *guests("c", "d", arrival=""))
    assert not found(people, event("Talks", 9, 10, spoken=True))
    assert found((*people, *guests("e")), event("Talks", 9, 10, spoken=True))
