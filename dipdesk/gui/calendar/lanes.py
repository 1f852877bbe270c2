"""Where things stand in the calendar: bars over days in lanes, hours beside each other in columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dipdesk.gui.calendar.spans import WEEK
from dipdesk.store.dated import SORTS, Dated

_BY_THE_CLOCK = frozenset({"programme", "ceremony", "travel"})
"""What fills the hours of a day: it stands together, the earlier above the later."""
_RANKS = {sort: 1 if sort in _BY_THE_CLOCK else number for number, sort in enumerate(SORTS)}
_LEAST = timedelta(minutes=30)
"""What has no end, or ends at once, takes so much room."""


@dataclass(frozen=True)
class Bar:
    """Something over the columns ``first`` to ``last`` of a row of days, in a lane from the top."""

    entry: Dated
    first: int
    last: int
    lane: int


@dataclass(frozen=True)
class Slot:
    """Something in the hours of a day, from minute to minute, in one of ``columns`` beside each other."""

    entry: Dated
    start: int
    end: int
    column: int
    columns: int


def bars(entries: Iterable[Dated], first: date, days: int = WEEK) -> list[Bar]:
    """The bars of a row of ``days`` days; the sorts in their order, and what is long above what is short."""
    last = first + timedelta(days=days - 1)
    here = [one for one in entries if one.first <= last and one.last >= first]
    here.sort(key=lambda one: (_RANKS[one.sort], max(one.first, first), -one.last.toordinal(), one.order))
    taken: list[int] = []
    made = []
    for one in here:
        begins, closes = max((one.first - first).days, 0), min((one.last - first).days, days - 1)
        columns = (1 << closes + 1) - (1 << begins)
        lane = next((number for number, held in enumerate(taken) if not held & columns), len(taken))
        if lane == len(taken):
            taken.append(0)
        taken[lane] |= columns
        made.append(Bar(one, begins, closes, lane))
    return made


def slots(entries: Iterable[Dated], day: date) -> list[Slot]:
    """What happens in the hours of a day; what overlaps stands beside each other."""
    timed = sorted(
        (
            (*_minutes(one, day), one)
            for one in entries
            if one.starts is not None and one.first <= day <= one.last
        ),
        key=lambda row: (row[0], -row[1], row[2].order),
    )
    made: list[Slot] = []
    group: list[tuple[int, int, Dated]] = []
    closes = 0
    for row in timed:
        if group and row[0] >= closes:
            made += _beside(group)
            group = []
        closes = max(closes, row[1]) if group else row[1]
        group.append(row)
    return made + _beside(group)


def _beside(group: Sequence[tuple[int, int, Dated]]) -> list[Slot]:
    ends: list[int] = []
    placed = []
    for start, end, entry in group:
        column = next((number for number, closed in enumerate(ends) if closed <= start), len(ends))
        ends[column : column + 1] = [end]
        placed.append((entry, start, end, column))
    return [Slot(*one, len(ends)) for one in placed]


def _minutes(one: Dated, day: date) -> tuple[int, int]:
    """From which to which minute of the day it lasts; at least half an hour, never past midnight."""
    begin = datetime.combine(day, time())
    whole = 24 * 60
    assert one.starts is not None
    end = max(one.ends or one.starts, one.starts + _LEAST)
    first = max(int((one.starts - begin).total_seconds()) // 60, 0)
    last = min(int((end - begin).total_seconds()) // 60, whole)
    least = int(_LEAST.total_seconds()) // 60
    return min(first, whole - least), max(last, min(first, whole - least) + least)
