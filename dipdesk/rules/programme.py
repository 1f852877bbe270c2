"""The running order of a day: fixed and linked items, timed forwards and backwards, gaps and overlaps.

All sums are made in real minutes, so that a night in which the clocks change is timed right. No legal
source: this is arithmetic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dipdesk.errors import Invalid
from dipdesk.i18n import _, ngettext
from dipdesk.rules.timing import Moment, zones

_HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True)
class Item:
    """One point of the programme: ``minutes`` long, reached after ``travel_minutes``.

    With a ``start`` it begins then; ``fixed=False`` lets it begin later if what comes before runs over.
    Without a start it follows the item before.
    """

    id: str
    minutes: int
    start: time | None = None
    fixed: bool = True
    travel_minutes: int = 0


@dataclass(frozen=True)
class Timed:
    """When an item begins and ends, with the offset of the place."""

    id: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Gap:
    """Free minutes after an item, the way to the next one not counted."""

    after: str
    minutes: int


@dataclass(frozen=True)
class Overlap:
    """Minutes by which an item, with the way to the next one, runs into the next one."""

    first: str
    second: str
    minutes: int


@dataclass(frozen=True)
class Schedule:
    """The timed items; ``slack_minutes`` is what is left before ``must_end`` (negative if it runs over)."""

    items: tuple[Timed, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]
    slack_minutes: int
    warnings: tuple[str, ...]


def schedule(day: date, zone: str, items: Sequence[Item], must_end: time | None = None) -> Schedule:
    """Time ``items`` on ``day`` in ``zone``; raises Invalid with the place if it cannot be done.

    A clock time far before the item it follows is taken to be after midnight.
    """
    _check(zone, items)
    clock = _Clock(day, zone)
    starts = _starts(items, clock, must_end)
    ends = [start + timedelta(minutes=item.minutes) for start, item in zip(starts, items, strict=True)]
    differences = [
        (i, round((starts[i + 1] - ends[i]).total_seconds() / 60) - items[i + 1].travel_minutes)
        for i in range(len(items) - 1)
    ]
    last = max(ends, default=None)
    slack = clock.minutes_until(must_end, last) if must_end and last else 0
    zoned = ZoneInfo(zone)
    return Schedule(
        items=tuple(
            Timed(item.id, start.astimezone(zoned), end.astimezone(zoned))
            for item, start, end in zip(items, starts, ends, strict=True)
        ),
        gaps=tuple(Gap(items[i].id, free) for i, free in differences if free > 0),
        overlaps=tuple(Overlap(items[i].id, items[i + 1].id, -free) for i, free in differences if free < 0),
        slack_minutes=slack,
        warnings=(*dict.fromkeys(clock.questions), *_warnings(slack)),
    )


class _Clock:
    """Wall clock times of one day and place as instants; remembers what must be asked about them."""

    def __init__(self, day: date, zone: str) -> None:
        self._day = day
        self._zone = zone
        self.questions: list[str] = []

    def instant(self, clock: time, reference: datetime | None = None) -> datetime:
        """The instant of ``clock``: on the day, or on the first day not half a day before ``reference``."""
        moment = Moment(datetime.combine(self._day, clock), self._zone)
        while reference is not None and moment.aware < reference - _HALF_A_DAY:
            moment = Moment(moment.local + timedelta(days=1), self._zone)
        if question := moment.question():
            self.questions.append(question)
        return moment.aware.astimezone(UTC)

    def minutes_until(self, clock: time, end: datetime) -> int:
        """Minutes from ``end`` to ``clock``."""
        return round((self.instant(clock, end) - end).total_seconds() / 60)


def _check(zone: str, items: Sequence[Item]) -> None:
    if zone not in zones():
        raise Invalid(
            _("“{zone}” is not a time zone. Write it like Europe/Istanbul.").format(zone=zone), "zone"
        )
    seen: set[str] = set()
    for i, item in enumerate(items):
        if item.id in seen:
            raise Invalid(_("The id “{id}” is used twice.").format(id=item.id), f"items[{i}].id")
        seen.add(item.id)


def _starts(items: Sequence[Item], clock: _Clock, must_end: time | None) -> list[datetime]:
    """Instants at which the items begin."""
    if not items:
        return []
    anchor = next((i for i, item in enumerate(items) if item.start), None)
    if anchor is not None:
        first = items[anchor].start
        assert first is not None
        starts = [clock.instant(first)]
    elif must_end:
        anchor = len(items) - 1
        starts = [clock.instant(must_end) - timedelta(minutes=items[anchor].minutes)]
    else:
        raise Invalid(_("No item has a start and no end is given, so nothing can be timed."), "items")
    for i in range(anchor - 1, -1, -1):
        back = items[i].minutes + items[i + 1].travel_minutes
        starts.insert(0, starts[0] - timedelta(minutes=back))
    for i in range(anchor + 1, len(items)):
        ready = starts[-1] + timedelta(minutes=items[i - 1].minutes + items[i].travel_minutes)
        starts.append(_start(items[i], ready, clock))
    return starts


def _start(item: Item, ready: datetime, clock: _Clock) -> datetime:
    """When an item begins that could begin at ``ready``."""
    if item.start is None:
        return ready
    wanted = clock.instant(item.start, ready)
    return wanted if item.fixed else max(wanted, ready)


def _warnings(slack: int) -> Iterator[str]:
    if slack < 0:
        text = ngettext(
            "The programme ends {minutes} minute too late.",
            "The programme ends {minutes} minutes too late.",
            -slack,
        )
        yield text.format(minutes=-slack)
