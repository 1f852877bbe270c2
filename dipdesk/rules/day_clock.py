"""The running day: what is on now, what comes next, how late it is, and when the day will be over.

Planned hours push nothing earlier: what ends early leaves a gap, what ends late moves what follows as far as
the gaps between do not take it up. This is the reckoning of rundown programs; the figures are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_USUAL = timedelta(minutes=30)
"""What has no planned end is taken to last so long."""


@dataclass(frozen=True)
class Part:
    """One item of a day with instants (aware of their offset): as planned and as it was."""

    key: str
    starts: datetime
    ends: datetime | None = None
    began: datetime | None = None
    finished: datetime | None = None

    @property
    def lasts(self) -> timedelta:
        """How long it is planned to last."""
        if self.ends is None or self.ends < self.starts:
            return _USUAL
        return self.ends - self.starts

    @property
    def closes(self) -> datetime:
        """When it is planned to be over."""
        return self.starts + self.lasts


@dataclass(frozen=True)
class Expected:
    """From when to when an item is expected now, or was."""

    key: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class Standing:
    """Where the day stands: the keys of what is on and of what comes next (empty for nothing).

    ``late`` is by how many minutes the day runs behind its plan, negative if what is on began early.
    ``left`` are the minutes until what is on should be over, negative if it runs over; None if nothing is
    on. ``until_next`` are the minutes until the next item should begin.
    """

    on: str
    following: str
    late: int
    left: int | None
    until_next: int | None
    expected: tuple[Expected, ...]

    @property
    def closes(self) -> datetime | None:
        """When the day is expected to be over; None for an empty day."""
        return max((one.ends for one in self.expected), default=None)


def standing(parts: Sequence[Part], now: datetime) -> Standing:
    """Where the day stands at ``now``, given its items in the order of their planned start."""
    line = sorted(parts, key=lambda one: (one.starts, one.closes, one.key))
    on = next((one for one in reversed(line) if _is_on(one, line)), None)
    waiting = [one for one in line if one.began is None and one.finished is None]
    following = waiting[0] if waiting else None
    return Standing(
        on.key if on else "",
        following.key if following else "",
        _late(on, following, now),
        _minutes(_end_of(on, None) - now) if on else None,
        _minutes(following.starts - now) if following else None,
        tuple(_expected(line, now)),
    )


def minutes_off(part: Part) -> int | None:
    """By how many minutes an item that is over ended after its planned end; None while it is not over."""
    return None if part.finished is None else _minutes(part.finished - part.closes)


def _is_on(one: Part, line: Sequence[Part]) -> bool:
    return one.began is not None and one.finished is None and _replaced(one, line) is None


def _replaced(one: Part, line: Sequence[Part]) -> datetime | None:
    """When something else began after an item without a planned end, which is over by that; else None."""
    if one.ends is not None or one.began is None:
        return None
    later = [other.began for other in line if other.began is not None and other.began > one.began]
    return min(later, default=None)


def _late(on: Part | None, following: Part | None, now: datetime) -> int:
    if on is not None and on.began is not None:
        over, behind = _minutes(now - on.closes), _minutes(on.began - on.starts)
        return max(over, behind) if over > 0 or behind > 0 else behind
    if following is not None:
        return max(_minutes(now - following.starts), 0)
    return 0


def _expected(line: Sequence[Part], now: datetime) -> list[Expected]:
    found = []
    free = datetime.min.replace(tzinfo=UTC)
    for one in line:
        if one.finished is not None:
            begins, ends = one.began or min(one.starts, one.finished), one.finished
        elif one.began is not None:
            begins, ends = one.began, _replaced(one, line) or _end_of(one, now)
        else:
            begins = max(one.starts, now, free) if one.starts < now or free > one.starts else one.starts
            ends = begins + one.lasts
        free = max(free, ends)
        found.append(Expected(one.key, begins, max(begins, ends)))
    return found


def _end_of(one: Part, now: datetime | None) -> datetime:
    """When an item that is on should be over: as long as planned after it began; not before ``now``."""
    ends = one.closes if one.began is None else max(one.closes, one.began + one.lasts)
    return ends if now is None else max(ends, now)


def _minutes(span: timedelta) -> int:
    """Whole minutes, rounded towards zero."""
    return int(span.total_seconds() / 60)
