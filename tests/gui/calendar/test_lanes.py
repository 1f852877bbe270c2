"""Where things stand in the calendar: nothing covers another, everything lies in its days and hours."""

from datetime import date, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.gui.calendar import lanes, spans
from dipdesk.gui.calendar.spans import VIEWS
from dipdesk.store.dated import SORTS, Dated

MONDAY = date(2027, 5, 10)
DAYS = st.integers(-5, 12).map(lambda number: MONDAY + timedelta(days=number))


@st.composite
def dated(draw: st.DrawFn) -> Dated:
    first = draw(DAYS)
    last = max(first, draw(DAYS))
    starts = ends = None
    if draw(st.booleans()):
        starts = datetime.combine(first, datetime.min.time()) + timedelta(minutes=draw(st.integers(0, 1439)))
        ends = max(starts, datetime.combine(last, starts.time()))
    return Dated(
        draw(st.sampled_from(list(SORTS))),
        "visit",
        "id",
        draw(st.text(max_size=3)),
        first,
        last,
        starts,
        ends,
    )


@given(entries=st.lists(dated(), max_size=25))
def test_bars_lie_in_the_week_and_never_cover_each_other(entries: list[Dated]) -> None:
    found = lanes.bars(entries, MONDAY)
    inside = [one for one in entries if one.first <= MONDAY + timedelta(days=6) and one.last >= MONDAY]
    assert len(found) == len(inside)
    assert all(0 <= bar.first <= bar.last < 7 for bar in found)
    for one, other in combinations(found, 2):
        assert one.lane != other.lane or one.last < other.first or other.last < one.first


def test_the_hours_of_a_day_stand_by_the_clock() -> None:
    def at(sort: str, hour: int) -> Dated:
        starts = datetime.combine(MONDAY, datetime.min.time()) + timedelta(hours=hour)
        return Dated(sort, sort, "id", sort, MONDAY, MONDAY, starts, starts + timedelta(hours=1))

    dinner, flight, signing = at("programme", 19), at("travel", 9), at("ceremony", 14)
    visit = Dated("visit", "visit", "id", "", MONDAY, MONDAY)
    task = Dated("task", "task", "id", "", MONDAY, MONDAY)
    found = [one.entry for one in lanes.bars([task, dinner, signing, visit, flight], MONDAY)]
    assert found == [visit, flight, signing, dinner, task]


@given(entries=st.lists(dated(), max_size=25))
def test_hours_never_cover_each_other(entries: list[Dated]) -> None:
    found = lanes.slots(entries, MONDAY)
    assert all(0 <= one.start < one.end <= 1440 and one.column < one.columns for one in found)
    for one, other in combinations(found, 2):
        assert one.column != other.column or one.end <= other.start or other.end <= one.start


@given(day=st.dates(), pages=st.integers(-3, 3))
def test_every_view_of_every_day_can_be_shown(day: date, pages: int) -> None:
    for view in VIEWS:
        first, last = spans.shown(view, spans.turned(view, day, pages))
        assert first <= last
        if view in ("month", "week"):
            assert first.weekday() == 0
            assert ((last - first).days + 1) % 7 == 0
        assert spans.title(view, spans.within(day))
