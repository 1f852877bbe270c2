"""Cars and duties that go along with an arrival that moved."""

from dataclasses import replace

import pytest

from dipdesk.rules.arrival_service import Service, services
from dipdesk.rules.clashes_plan import Duty, Event, Journey, Plan, Ride
from tests.rules.test_clashes import at, plan, traveller

WAS, LATER = at(11), 120


def late(**more: object) -> Plan:
    """Ada arrives two hours later, at 13:00, Bora by train as planned; Ege meets the flight."""
    usual: dict[str, object] = {
        "travellers": (traveller("a", arrival="travel/in"), traveller("b", arrival="travel/rail")),
        "journeys": (
            Journey("travel/in", "visit/1", "TK 1", arrives=at(13), destination="Örnekkent", met_by="e"),
            Journey("travel/rail", "visit/1", "Rail", arrives=at(10), destination="Örnekkent Garı"),
        ),
        "events": (Event("item/1", "visit/1", "Lunch", at(14)),),
    }
    return plan(**{**usual, **more})


def moved(made: Plan, **items: int) -> list[Service]:
    return list(services(made, "travel/in", WAS, {f"item/{name[1:]}": one for name, one in items.items()}))


def ride(**more: object) -> Ride:
    usual = {"starts": at(11, 30), "ends": at(12), "passengers": ("m/a",)}
    return Ride("ride/1", "visit/1", "To the hotel", **{**usual, **more})  # type: ignore[arg-type]


def duty(**more: object) -> Duty:
    usual = {"kind": "escort", "person": "c", "starts": at(10, 30), "ends": at(12)}
    return Duty("duty/1", "visit/1", "Escort officer", **{**usual, **more})  # type: ignore[arg-type]


def test_a_car_for_those_on_board_goes_along_with_its_reason() -> None:
    (only,) = moved(late(rides=(ride(),)))
    assert (only.starts, only.ends, only.doubt) == (at(13, 30), at(14), "")
    assert only.reason == "Takes on those who arrive then: Ada."


def test_a_car_that_also_takes_others_on_is_doubtful() -> None:
    (only,) = moved(late(rides=(ride(passengers=("m/a", "m/b")),)))
    assert only.doubt == "It also takes on Bora, arriving with Rail."


@pytest.mark.parametrize(
    "changed",
    [
        {"passengers": ("m/b",)},
        {"passengers": (), "origin": "Otel Örnek"},
        {"passengers": (), "origin": "Örnekkent Garı"},
        {"starts": at(10, 59)},
        {"starts": at(14, 1), "ends": None},
        {"visit": "visit/2"},
    ],
)
def test_other_cars_stay(changed: dict[str, object]) -> None:
    assert not moved(late(rides=(replace(ride(), **changed),)))  # type: ignore[arg-type]


def test_an_empty_car_from_there_goes_along() -> None:
    (only,) = moved(late(rides=(ride(passengers=(), origin="Havalimanı, Örnekkent"),)))
    assert only.reason == "Begins where the journey ends; nobody is listed in it."


def test_what_is_for_an_item_moves_as_far_as_the_item() -> None:
    to_lunch = ride(starts=at(13, 40), ends=None, towards="item/1", passengers=())
    helps = duty(starts=at(14), ends=at(15), event="item/1")
    found = moved(late(rides=(to_lunch,), duties=(helps,)), _1=30)
    assert [(one.starts, one.ends) for one in found] == [(at(14, 10), None), (at(14, 30), at(15, 30))]
    assert {one.reason for one in found} == {"Belongs to “Lunch”, which moves."}
    assert not moved(late(rides=(to_lunch,), duties=(helps,)))


@pytest.mark.parametrize(
    ("changed", "times"),
    [
        ({"member": "m/a"}, (at(12, 30), at(14))),
        ({"member": "m/a", "ends": at(20)}, (at(12, 30), at(20))),
        ({"person": "e"}, (at(12, 30), at(14))),
        ({"member": "m/b"}, None),
        ({}, None),
        ({"member": "m/a", "kind": "master"}, None),
        ({"member": "m/a", "starts": at(7)}, None),
        ({"member": "m/a", "starts": None, "ends": None}, None),
    ],
)
def test_duties_for_the_arrival_go_along_and_long_ones_end_when_they_did(
    changed: dict[str, object], times: tuple[object, object] | None
) -> None:
    found = moved(late(duties=(duty(**changed),)))
    assert [(one.starts, one.ends) for one in found] == ([times] if times else [])
