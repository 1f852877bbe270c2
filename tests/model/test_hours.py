"""An end goes along with its start, in its zone, and cannot come before it."""

from datetime import date, datetime

import pytest

from dipdesk.model.hours import moved_along, refusal, wrong_end
from dipdesk.rules.timing import Moment

HOME, AWAY = "Europe/Istanbul", "Europe/Berlin"


def at(clock: str, zone: str = HOME) -> Moment:
    return Moment(datetime.fromisoformat(f"2027-05-12T{clock}"), zone)


def test_an_item_keeps_its_length_when_it_starts_later() -> None:
    held = {"starts": at("09:00"), "ends": at("09:45")}
    assert moved_along(held, "starts", at("14:00")) == {"ends": at("14:45")}


def test_the_end_takes_the_zone_of_the_start() -> None:
    held = {"starts": at("09:00"), "ends": at("10:00")}
    assert moved_along(held, "starts", at("09:00", AWAY)) == {"ends": at("10:00", AWAY)}


def test_the_end_of_what_leads_elsewhere_keeps_its_zone() -> None:
    held = {"starts": at("09:00"), "ends": at("11:00", AWAY)}
    assert moved_along(held, "starts", at("10:00")) == {"ends": at("12:00", AWAY)}


def test_a_journey_gets_there_as_much_later_by_the_clock_there() -> None:
    held = {"leaves": at("07:00"), "arrives": at("09:00", AWAY)}
    assert moved_along(held, "leaves", at("08:30")) == {"arrives": at("10:30", AWAY)}
    assert moved_along(held, "leaves", at("07:00", AWAY)) == {}


def test_the_last_day_goes_along_with_the_first() -> None:
    held = {"starts": date(2026, 11, 22), "ends": date(2026, 11, 24)}
    assert moved_along(held, "starts", date(2027, 2, 15)) == {"ends": date(2027, 2, 17)}
    assert moved_along(held, "starts", None) == {}
    assert moved_along(held, "starts", date(2026, 11, 22)) == {}
    assert moved_along({**held, "ends": date(2026, 11, 1)}, "starts", date(2027, 2, 15)) == {}
    assert moved_along(held, "starts", date(9999, 12, 31)) == {}


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ({}, at("14:00")),
        ({"starts": at("09:00")}, at("14:00")),
        ({"starts": at("09:00"), "ends": at("10:00")}, None),
        ({"starts": at("09:00"), "ends": at("08:00")}, at("07:00")),
        ({"starts": at("09:00"), "ends": at("10:00")}, at("09:00")),
    ],
)
def test_there_may_be_nothing_to_move(held: dict[str, object], value: object) -> None:
    assert moved_along(held, "starts", value) == {}


def test_an_end_before_its_start_is_refused_by_the_instant() -> None:
    assert refusal({"starts": at("14:00")}, "ends", at("09:30")) == "It ends before it starts."
    assert refusal({"starts": at("14:00")}, "ends", at("13:30", AWAY)) == ""
    assert "time zone" in refusal({"leaves": at("08:00", AWAY)}, "arrives", at("08:30"))
    assert refusal({}, "ends", at("09:30")) == refusal({"starts": at("14:00")}, "ends", None) == ""
    assert wrong_end({"starts": at("14:00"), "ends": at("09:30")})[0] == "ends"
    assert wrong_end({"starts": at("14:00"), "ends": at("14:00")}) == ("", "")
