"""One stop of a visit's programme of several days: when it is, for whom, and how firmly it stands."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from dipdesk.rules.timing import Moment

FIXED, EARLIEST, LINKED = "fixed", "earliest", "linked"
EVERYBODY = "all"
_APART = frozenset({frozenset({"guests", "hosts"}), frozenset({"heads", "spouses"})})
"""Groups that share nobody, whoever belongs to them."""
NIGHT = timedelta(hours=6)


@dataclass(frozen=True)
class Who:
    """Who takes part: a group by its key (``TAKE_PART`` of the model) and its members, if they are known."""

    group: str = EVERYBODY
    members: frozenset[str] = frozenset()

    def meets(self, other: "Who") -> bool:
        """Whether somebody would have to be in both; yes where nobody knows."""
        if EVERYBODY in (self.group, other.group):
            return True
        if self.members and other.members:
            return bool(self.members & other.members)
        return frozenset({self.group, other.group}) not in _APART


NOBODY_KNOWS = Who()


@dataclass(frozen=True)
class Stop:
    """An item of the programme; ``ends`` is None for one that takes no time, such as an arrival.

    ``timing`` is ``fixed`` (at this hour), ``earliest`` (not before it) or ``linked`` (after what comes
    before); ``travel_minutes`` are those on the way there.
    """

    id: str
    starts: Moment
    ends: Moment | None = None
    timing: str = FIXED
    travel_minutes: int = 0
    who: Who = NOBODY_KNOWS
    responsible: str = ""
    kind: str = ""

    @cached_property
    def begins(self) -> datetime:
        """The instant at which it begins."""
        return self.starts.instant

    @cached_property
    def over(self) -> datetime:
        """The instant at which it is over, never before it begins."""
        return max(self.begins, self.ends.instant) if self.ends else self.begins

    @cached_property
    def day(self) -> date:
        """The day on which it begins, by the clock on the wall."""
        return self.starts.local.date()

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """What must be asked about its hours: one that does not exist, or comes twice."""
        asked = (self.starts.question(), self.ends.question() if self.ends else "")
        return tuple(one for one in dict.fromkeys(asked) if one)

    @property
    def minutes(self) -> int:
        """How many real minutes it takes."""
        return between(self.begins, self.over)

    @property
    def way(self) -> timedelta:
        """How long one is on the way there."""
        return timedelta(minutes=self.travel_minutes)

    def moved_to(self, starts: Moment) -> "Stop":
        """The same stop at another time, as long as before in real minutes."""
        if self.ends is None:
            return replace(self, starts=starts)
        over = starts.instant + timedelta(minutes=self.minutes)
        return replace(self, starts=starts, ends=moment_at(over, self.ends.zone))

    def begun_at(self, instant: datetime) -> "Stop":
        """The same stop, begun at an instant."""
        return self.moved_to(moment_at(instant, self.starts.zone))

    def later_by(self, minutes: int) -> "Stop":
        """The same stop, real minutes later."""
        return self.begun_at(self.begins + timedelta(minutes=minutes))

    def is_after(self, other: "Stop") -> bool:
        """Whether it can follow ``other``: on the same day, or no night lies between."""
        return self.day == other.day or self.begins - other.over < NIGHT


def moment_at(instant: datetime, zone: str) -> Moment:
    """What the clocks in a zone show at an instant."""
    return Moment(instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)


def between(first: datetime, second: datetime) -> int:
    """Real minutes from one instant to another."""
    return round((second - first).total_seconds() / 60)


def in_order(stop: Stop) -> tuple[datetime, datetime, str]:
    """The key by which stops stand in the order of the programme."""
    return stop.begins, stop.over, stop.id
