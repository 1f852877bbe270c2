"""What does not fit in a programme: overlaps, ways that are too short, free time, hours that do not exist.

No legal source: this is arithmetic, in real minutes. Stops at the same time are no overlap if they share
nobody; one officer cannot be in charge of two at once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dipdesk.i18n import N_, _, format_time, ngettext
from dipdesk.rules.programme_stop import EVERYBODY, Stop, between, in_order
from dipdesk.rules.timing import Moment

OVERLAP, WAY, GAP, OFFICER, ENDS, CLOCK, DAY, FAST, NOT_THERE, PARTLY_THERE = (
    "overlap",
    "way",
    "gap",
    "officer",
    "ends",
    "clock",
    "day",
    "fast",
    "not_there",
    "partly_there",
)
QUIET = frozenset({GAP, CLOCK, FAST, PARTLY_THERE})
"""Kinds that are worth knowing; all others are wrong."""
_FAR = timedelta(hours=6)
LEAST_GAP = 30
"""Free minutes from which on they are worth a word."""


@dataclass(frozen=True)
class Trouble:
    """One thing that does not fit: its kind, the ids of the stops, and how many minutes it is about.

    Of people who are not there, ``second`` is their journey and ``question`` the whole sentence.
    """

    kind: str
    first: str
    second: str = ""
    minutes: int = 0
    question: str = ""


@dataclass(frozen=True)
class Frame:
    """The days of a visit, and by day from when to when there is fasting; empty where it does not matter."""

    first: date | None = None
    last: date | None = None
    fasts: Mapping[date, tuple[Moment, Moment]] | None = None


NO_FRAME = Frame()


def troubles(
    stops: Sequence[Stop], frame: Frame = NO_FRAME, least_gap: int = LEAST_GAP
) -> tuple[Trouble, ...]:
    """All troubles of a programme, in the order of its stops."""
    line = sorted(stops, key=in_order)
    by_day: dict[date, list[Stop]] = {}
    for stop in line:
        by_day.setdefault(stop.day, []).append(stop)
    found: list[Trouble] = []
    for at, stop in enumerate(line):
        found += _alone(stop, frame)
        found += _pairs(stop, line[at + 1 :])
        found += _gap(stop, by_day[stop.day], least_gap)
    return tuple(found)


def _alone(stop: Stop, frame: Frame) -> Iterator[Trouble]:
    """What is wrong with a stop by itself."""
    if stop.ends is not None and stop.ends < stop.starts:
        yield Trouble(ENDS, stop.id)
    day = stop.day
    if (frame.first and day < frame.first) or (frame.last and day > frame.last):
        yield Trouble(DAY, stop.id)
    for question in stop.questions:
        yield Trouble(CLOCK, stop.id, question=question)
    dawn, dusk = (frame.fasts or {}).get(day, (None, None))
    if stop.kind == "meal" and dawn and dusk and dawn < stop.starts < dusk:
        yield Trouble(
            FAST, stop.id, minutes=between(stop.begins, dusk.aware), question=format_time(dusk.local)
        )


def _pairs(stop: Stop, later: Sequence[Stop]) -> Iterator[Trouble]:
    """What runs into a stop that begins later, or is too far away from it."""
    reached: list[Stop] = []
    for other in later:
        is_over = other.begins >= stop.over
        if is_over and (
            other.begins - stop.over > _FAR or any(one.who.group == EVERYBODY for one in reached)
        ):
            break
        meets = other.who.meets(stop.who)
        shared = between(other.begins, min(stop.over, other.over))
        if meets and other.begins < stop.over:
            yield Trouble(OVERLAP, stop.id, other.id, shared or between(other.begins, stop.over))
        elif shared > 0 and stop.responsible and stop.responsible == other.responsible:
            yield Trouble(OFFICER, stop.id, other.id, shared)
        elif meets and is_over and not any(one.who.meets(other.who) for one in reached):
            missing = other.travel_minutes - between(stop.over, other.begins)
            if missing > 0:
                yield Trouble(WAY, stop.id, other.id, missing)
        if meets:
            reached.append(other)


def _gap(stop: Stop, nearby: Sequence[Stop], least: int) -> Iterator[Trouble]:
    """Free time after a stop, until the next one for its people on the same day."""
    ahead = (one for one in nearby if one is not stop and one.over > stop.over and one.who.meets(stop.who))
    following = next(ahead, None)
    if following is None or following.day != stop.day:
        return
    free = between(stop.over, following.begins) - following.travel_minutes
    if free >= least:
        yield Trouble(GAP, stop.id, following.id, free)


_PAIRS: dict[str, Callable[[int], str]] = {
    OVERLAP: lambda count: ngettext(
        "“{first}” and “{second}” overlap by {count} minute.",
        "“{first}” and “{second}” overlap by {count} minutes.",
        count,
    ),
    WAY: lambda count: ngettext(
        "The way from “{first}” to “{second}” is {count} minute too short.",
        "The way from “{first}” to “{second}” is {count} minutes too short.",
        count,
    ),
    GAP: lambda count: ngettext(
        "{count} minute is free between “{first}” and “{second}”.",
        "{count} minutes are free between “{first}” and “{second}”.",
        count,
    ),
    OFFICER: lambda count: ngettext(
        "The same officer is in charge of “{first}” and “{second}” for {count} minute.",
        "The same officer is in charge of “{first}” and “{second}” for {count} minutes.",
        count,
    ),
}
_ALONE = {
    ENDS: N_("“{first}” ends before it starts."),
    DAY: N_("“{first}” is not on a day of the visit."),
    FAST: N_("“{first}” is a meal before iftar ({question})."),
    CLOCK: N_("“{first}”: {question}"),
}


def sentence(trouble: Trouble, titles: Mapping[str, str]) -> str:
    """A trouble in words, with the titles of the stops by id."""
    words = {
        "first": titles.get(trouble.first, ""),
        "second": titles.get(trouble.second, ""),
        "question": trouble.question,
        "count": trouble.minutes,
    }
    if trouble.kind in (NOT_THERE, PARTLY_THERE):
        return trouble.question
    if trouble.kind in _PAIRS:
        return _PAIRS[trouble.kind](trouble.minutes).format(**words)
    return _(_ALONE[trouble.kind]).format(**words)
