"""Running order: forwards, backwards, gaps, overlaps, midnight, and nights in which the clocks change."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules.programme import Gap, Item, Overlap, Schedule, schedule

DAY = date(2027, 5, 12)


def plan(
    *items: Item, must_end: time | None = None, zone: str = "Europe/Istanbul", day: date = DAY
) -> Schedule:
    return schedule(day, zone, items, must_end)


def starts(answer: Schedule) -> list[str]:
    return [f"{item.start:%H:%M}" for item in answer.items]


def test_items_follow_one_another_and_the_way_counts() -> None:
    answer = plan(Item("a", 10, time(10)), Item("b", 20, travel_minutes=5), Item("c", 5))
    assert starts(answer) == ["10:00", "10:15", "10:35"]
    assert answer.items[0].start.isoformat(timespec="minutes") == "2027-05-12T10:00+03:00"
    assert answer.gaps == answer.overlaps == ()


def test_items_before_the_first_fixed_one_are_timed_backwards() -> None:
    answer = plan(Item("a", 10), Item("b", 20), Item("c", 5, time(10), travel_minutes=15))
    assert starts(answer) == ["09:15", "09:25", "10:00"]


def test_gaps_and_overlaps_count_the_way() -> None:
    answer = plan(
        Item("a", 10, time(10)), Item("b", 10, time(10, 20), travel_minutes=5), Item("c", 5, time(10, 27))
    )
    assert answer.gaps == (Gap("a", 5),)
    assert answer.overlaps == (Overlap("b", "c", 3),)


def test_an_item_that_is_not_fixed_moves_with_what_comes_before() -> None:
    answer = plan(Item("a", 40, time(10)), Item("b", 10, time(10, 30), fixed=False), Item("c", 1))
    assert starts(answer) == ["10:00", "10:40", "10:50"]
    assert answer.overlaps == ()


def test_slack_before_the_end() -> None:
    assert plan(Item("a", 10, time(10)), must_end=time(10, 30)).slack_minutes == 20
    late = plan(Item("a", 40, time(10)), must_end=time(10, 30))
    assert late.slack_minutes == -10
    assert len(late.warnings) == 1


def test_backwards_from_the_end_alone() -> None:
    assert starts(plan(Item("a", 30), Item("b", 15), must_end=time(12, 30))) == ["11:45", "12:15"]


def test_nothing_to_hold_on_to() -> None:
    assert plan().items == ()
    with pytest.raises(Invalid) as trouble:
        plan(Item("a", 10))
    assert trouble.value.place == "items"


def test_after_midnight() -> None:
    answer = plan(Item("a", 60, time(22)), Item("b", 30, time(0, 30)), must_end=time(1))
    assert [item.start.date() for item in answer.items] == [DAY, DAY + timedelta(days=1)]
    assert answer.gaps == (Gap("a", 90),)
    assert answer.slack_minutes == 0


def test_a_night_in_which_the_clocks_go_forward() -> None:
    answer = plan(Item("a", 120, time(1)), Item("b", 10), zone="Europe/Berlin", day=date(2027, 3, 28))
    assert starts(answer) == ["01:00", "04:00"]
    missing = plan(Item("a", 10, time(2, 30)), zone="Europe/Berlin", day=date(2027, 3, 28))
    assert len(missing.warnings) == 1


def test_an_hour_that_comes_twice() -> None:
    answer = plan(Item("a", 90, time(2, 30)), zone="Europe/Berlin", day=date(2027, 10, 31))
    assert f"{answer.items[0].end:%H:%M}" == "03:00"
    assert len(answer.warnings) == 1


def test_refused_with_the_place() -> None:
    with pytest.raises(Invalid) as zone:
        plan(Item("a", 10, time(10)), zone="Mars/Olympus")
    assert zone.value.place == "zone"
    with pytest.raises(Invalid) as twice:
        plan(Item("a", 10, time(10)), Item("a", 5))
    assert twice.value.place == "items[1].id"


items_anyhow = st.lists(
    st.builds(
        Item,
        id=st.uuids().map(str),
        minutes=st.integers(0, 300),
        start=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
        fixed=st.booleans(),
        travel_minutes=st.integers(0, 60),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda item: item.id,
)


@given(items_anyhow)
def test_durations_and_ways_add_up(items: list[Item]) -> None:
    answer = plan(*items, must_end=time(12))
    gaps = {gap.after: gap.minutes for gap in answer.gaps}
    overlaps = {overlap.first: overlap.minutes for overlap in answer.overlaps}
    for item, timed in zip(items, answer.items, strict=True):
        assert timed.end - timed.start == timedelta(minutes=item.minutes)
    for i, (first, second) in enumerate(zip(answer.items, answer.items[1:], strict=False)):
        free = gaps.get(first.id, 0) - overlaps.get(first.id, 0)
        way = items[i + 1].travel_minutes
        assert second.start - first.end == timedelta(minutes=free + way)
