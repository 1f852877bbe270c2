"""What of a programme follows an arrival that moved, and when nothing does."""

import pytest

from dipdesk.rules.programme_arrival import Arrival, follow_arrival
from dipdesk.rules.programme_stop import FIXED, Who
from tests.rules.test_programme_ripple import MORNING, at, starts, stop


def arrival(was: str, now: str, left: str = "", others: tuple[str, ...] = (), **more: object) -> Arrival:
    waiting = tuple(at(one).instant for one in others)
    left_at = at(left).instant if left else None
    return Arrival(at(was).instant, at(now).instant, left_at, others=waiting, **more)  # type: ignore[arg-type]


def test_what_is_tied_to_an_arrival_follows_it_and_stops_at_what_is_fixed() -> None:
    found = follow_arrival(MORNING, arrival("09:50", "11:50"))
    assert starts(found) == {
        "arrival": "12:00",
        "hotel": "13:00",
        "call": "13:45",
        "lunch": "13:00",
        "tour": "14:15",
    }
    assert [(one.kind, one.first, one.second) for one in found.came if one.kind == "overlap"] == [
        ("overlap", "hotel", "lunch"),
        ("overlap", "lunch", "call"),
    ]
    with_fixed = follow_arrival(MORNING, arrival("09:50", "11:50"), with_fixed=True)
    assert [one.minutes for one in with_fixed.moves] == [120] * 5
    assert with_fixed.came == ()


def test_an_earlier_arrival_pulls_nothing_that_must_not_begin_earlier() -> None:
    found = follow_arrival(MORNING, arrival("09:50", "09:20"))
    assert [one.stop.id for one in found.moves] == ["arrival", "hotel"]


@pytest.mark.parametrize(
    "moved_to",
    [
        arrival("07:00", "08:00"),
        arrival("11:00", "12:00", left="08:00"),
        arrival("09:30", "10:30", others=("09:50",)),
        arrival("09:50", "09:50"),
    ],
    ids=["long before", "it goes on without them", "others arrive before it", "not moved"],
)
def test_nothing_follows_an_arrival_that_the_programme_does_not_wait_for(moved_to: Arrival) -> None:
    found = follow_arrival(MORNING, moved_to)
    assert (found.moves, found.stops) == ((), MORNING)


def test_the_journey_in_the_programme_moves_with_its_arrival() -> None:
    flight = stop("flight", "06:00", "09:50", FIXED)
    found = follow_arrival((flight, *MORNING), arrival("09:50", "10:50", left="06:00"))
    assert starts(found)["flight"] == "07:00"
    assert starts(found)["arrival"] == "11:00"


def test_those_who_do_not_travel_are_left_in_peace() -> None:
    hosts = stop("hosts", "10:10", "10:20", FIXED, who=Who("hosts", frozenset({"h"})))
    moved_to = arrival("09:50", "11:50", who=Who("named", frozenset({"g"})))
    assert "hosts" not in [one.stop.id for one in follow_arrival((hosts, *MORNING), moved_to).moves]
