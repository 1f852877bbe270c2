"""Hours of two places: both are named where their clocks differ, and no place where they do not."""

from datetime import datetime

import pytest

from dipdesk.i18n import speaking
from dipdesk.rules.timing import Moment
from dipdesk.rules.two_clocks import clock_in, hours_in, notes

HERE, TOKYO, TBILISI = "Europe/Istanbul", "Asia/Tokyo", "Asia/Tbilisi"


def at(words: str, zone: str = HERE) -> Moment:
    return Moment(datetime.fromisoformat(f"2027-05-{words}"), zone)


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (at("12T09:00"), at("12T10:00"), "09:00–10:00"),
        (at("12T09:00"), None, "09:00"),
        (at("12T09:00"), at("12T08:00"), "09:00"),
        (at("12T15:00", TOKYO), at("12T16:00", TOKYO), "15:00–16:00 Tokyo, 09:00–10:00 Istanbul"),
        (at("12T15:00", TOKYO), None, "15:00 Tokyo, 09:00 Istanbul"),
        (at("13T02:00", TOKYO), None, "13 May 2027 02:00 Tokyo, 20:00 Istanbul"),
        (at("12T07:40"), at("12T10:35", TBILISI), "07:40 Istanbul – 10:35 Tbilisi"),
        (
            at("12T15:00", TOKYO),
            at("12T10:35", "Europe/Berlin"),
            "15:00 Tokyo – 10:35 Berlin, 09:00–11:35 Istanbul",
        ),
        (at("12T09:00", "Asia/Riyadh"), at("12T10:00"), "09:00–10:00"),
    ],
)
def test_hours_are_said_with_their_places(starts: Moment, ends: Moment | None, said: str) -> None:
    with speaking("en"):
        assert hours_in(starts, ends, HERE) == said


def test_notes_say_both_clocks_once() -> None:
    with speaking("en"):
        found = list(notes(at("12T15:00", TOKYO), at("12T15:00", TOKYO), HERE))
        assert found == ["15:00 Japan Time is 09:00 Türkiye Time."]
        assert list(notes(at("12T09:00"), None, HERE)) == []
    with speaking("tr"):
        assert clock_in(at("12T10:35", TBILISI), HERE) == "12 Mayıs 2027 10:35 (Tiflis)"
        assert clock_in(at("12T10:35"), HERE) == "12 Mayıs 2027 10:35"


def test_the_change_of_clocks_in_one_place_is_seen_in_the_other() -> None:
    berlin = Moment(datetime(2027, 3, 27, 10), "Europe/Berlin")  # noqa: DTZ001 - what the wall clock shows
    summer = Moment(datetime(2027, 3, 28, 10), "Europe/Berlin")  # noqa: DTZ001 - what the wall clock shows
    with speaking("en"):
        assert hours_in(berlin, None, HERE) == "10:00 Berlin, 12:00 Istanbul"
        assert hours_in(summer, None, HERE) == "10:00 Berlin, 11:00 Istanbul"
