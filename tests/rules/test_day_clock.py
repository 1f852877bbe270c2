"""Tests of the running day: now, next, late, and the expected end."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.day_clock import Part, minutes_off, standing

NINE = datetime(2027, 5, 12, 9, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def part(key: str, start: int, end: int, began: int | None = None, finished: int | None = None) -> Part:
    return Part(
        key,
        at(start),
        at(end),
        None if began is None else at(began),
        None if finished is None else at(finished),
    )


def test_before_the_first_item_the_next_is_awaited() -> None:
    found = standing([part("a", 0, 60), part("b", 60, 90)], at(-15))
    assert (found.on, found.following, found.late, found.left, found.until_next) == ("", "a", 0, None, 15)
    assert found.closes == at(90)


def test_what_has_not_begun_in_time_makes_the_day_late() -> None:
    found = standing([part("a", 0, 60), part("b", 60, 90)], at(12))
    assert (found.following, found.late) == ("a", 12)
    assert found.closes == at(102)


def test_what_began_late_or_runs_over_pushes_what_follows() -> None:
    found = standing([part("a", 0, 60, began=10), part("b", 60, 90)], at(20))
    assert (found.on, found.following, found.late, found.left) == ("a", "b", 10, 50)
    assert found.closes == at(100)
    over = standing([part("a", 0, 60, began=0), part("b", 60, 90)], at(75))
    assert (over.late, over.left, over.closes) == (15, -15, at(105))


def test_a_gap_takes_up_what_is_late() -> None:
    found = standing([part("a", 0, 60, began=0), part("b", 120, 150)], at(75))
    assert found.closes == at(150)
    assert found.until_next == 45


def test_what_began_early_is_before_its_plan() -> None:
    found = standing([part("a", 0, 60, began=-5)], at(0))
    assert (found.late, found.left) == (-5, 60)


def test_what_is_over_keeps_its_hours() -> None:
    done = part("a", 0, 60, began=5, finished=70)
    found = standing([done, part("b", 60, 90, began=70)], at(80))
    assert [(one.starts, one.ends) for one in found.expected] == [(at(5), at(70)), (at(70), at(100))]
    assert minutes_off(done) == 10
    assert minutes_off(part("b", 60, 90)) is None


def test_what_has_no_end_is_over_when_something_else_begins() -> None:
    welcome = Part("a", at(0), None, at(5))
    found = standing([welcome, part("b", 30, 60, began=35, finished=60), part("c", 90, 120)], at(70))
    assert (found.on, found.following, found.closes) == ("", "c", at(120))


def test_an_empty_day_and_one_that_is_over() -> None:
    assert standing([], NINE).closes is None
    found = standing([part("a", 0, 60, began=0, finished=50)], at(55))
    assert (found.on, found.following, found.late, found.left, found.until_next) == ("", "", 0, None, None)


times = st.none() | st.integers(-300, 600)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    start = draw(st.integers(0, 480))
    end = draw(st.none() | st.integers(-60, 600))
    began, finished = draw(times), draw(times)
    return Part(
        draw(st.text("abc", min_size=1, max_size=3)),
        at(start),
        None if end is None else at(end),
        None if began is None else at(began),
        None if finished is None else at(finished),
    )


@given(day=st.lists(parts(), max_size=12, unique_by=lambda one: one.key), now=st.integers(-300, 900))
def test_nothing_is_expected_in_the_past_or_before_its_plan(day: list[Part], now: int) -> None:
    found = standing(day, at(now))
    assert {one.key for one in found.expected} == {one.key for one in day}
    known = {one.key: one for one in day}
    for one in found.expected:
        assert one.starts <= one.ends
        if known[one.key].began is None and known[one.key].finished is None:
            assert one.starts >= known[one.key].starts
            assert one.starts >= min(at(now), known[one.key].starts)
