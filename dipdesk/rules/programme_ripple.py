"""What follows when a stop of a programme is moved: forwards, by a stretch, and backwards from an end.

No legal source: this is arithmetic, in real minutes. What is at a fixed hour is never moved by a rule; what
is *not before* an hour is pushed later and never pulled earlier; what is *after the item before* follows it
both ways if it began right after it, and is pushed if there was time between. What was pushed past a fixed
stop pushes what comes after that one too. Stops that share nobody do not touch each other, and a night ends
every chain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.programme_stop import (
    EARLIEST,
    FIXED,
    LINKED,
    NIGHT,
    Stop,
    between,
    in_order,
)
from dipdesk.rules.programme_troubles import Trouble, troubles
from dipdesk.rules.timing import Moment


@dataclass(frozen=True)
class Move:
    """A stop has other times now: by how many real minutes its start moved, and which stop pushed it.

    ``because`` is empty for what was moved by hand; ``longer`` are the real minutes that it takes more.
    """

    stop: Stop
    minutes: int
    because: str = ""
    longer: int = 0


@dataclass(frozen=True)
class Ripple:
    """All stops as they are now, in their order; what moved; which troubles came and which went."""

    stops: tuple[Stop, ...]
    moves: tuple[Move, ...]
    came: tuple[Trouble, ...]
    went: tuple[Trouble, ...]


class _Moved:
    """What moved so far, and on which days and until when it is."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._days: set[date] = set()
        self._over = datetime.min.replace(tzinfo=UTC)

    def add(self, stop: Stop) -> None:
        """One more, as it was before it moved."""
        self._stops.append(stop)
        self._days.add(stop.day)
        self._over = max(self._over, stop.over)

    def pushing(self, stop: Stop) -> list[Stop]:
        """What of it a stop has to wait for; a night later nothing, without looking at each."""
        if stop.day not in self._days and stop.begins - self._over >= NIGHT:
            return []
        return [one for one in self._stops if _touches(one, stop)]


def ripple(stops: Sequence[Stop], changes: Mapping[str, Stop], *, rest_follows: bool = True) -> Ripple:
    """Give the stops in ``changes`` their new times and let the rest follow."""
    before = {one.id: one for one in stops}
    changed = {key: one for key, one in changes.items() if before.get(key) != one and key in before}
    line = sorted(stops, key=lambda one: _place(one, changed, stops))
    now, because = dict(before), dict.fromkeys(changed, "")
    now.update(changed)
    if rest_follows and changed:
        moved = _Moved()
        for at, stop in enumerate(line):
            if stop.id in changed:
                moved.add(stop)
            elif stop.timing != FIXED and (pushing := moved.pushing(stop)):
                right_before = list(_direct(line[:at], stop))
                if pushed := _follow(stop, (right_before, pushing), before, now):
                    because[stop.id] = pushed
                    moved.add(stop)
    return _result(stops, now, because)


def shift(stops: Sequence[Stop], first: str, minutes: int, *, with_fixed: bool = False) -> Ripple:
    """Move a stop and what comes after it on its day by real minutes.

    What is at a fixed hour ends the stretch, and so does what must not begin earlier when all goes earlier;
    with ``with_fixed`` everything of the day from there on moves. Raises Invalid if there is no such stop.
    """
    here = _found(stops, first)
    changes = {here.id: here.later_by(minutes)}
    return ripple(stops, changes | stretch(stops, here, minutes, with_fixed=with_fixed))


def stretch(stops: Sequence[Stop], here: Stop, minutes: int, *, with_fixed: bool) -> dict[str, Stop]:
    """What comes after a stop on its day, up to what stays, moved by real minutes."""
    changes: dict[str, Stop] = {}
    for one in sorted(stops, key=in_order):
        if in_order(one) <= in_order(here) or one.day != here.day:
            continue
        stays = one.timing == FIXED or (one.timing == EARLIEST and minutes < 0)
        if with_fixed or (one.who.meets(here.who) and not stays):
            changes[one.id] = one.later_by(minutes)
        elif one.who.meets(here.who):
            break
    return changes


def staying(stops: Sequence[Stop], found: Ripple) -> tuple[Stop, ...]:
    """What stays because its hour is fixed, though something before it moves for its people that day."""
    before = {one.id: one for one in stops}
    moved = [before[one.stop.id] for one in found.moves]
    ids = {one.id for one in moved}
    return tuple(
        one
        for one in sorted(stops, key=in_order)
        if one.timing == FIXED and one.id not in ids
        if any(two.day == one.day and two.begins <= one.begins and two.who.meets(one.who) for two in moved)
    )


def work_back(stops: Sequence[Stop], last: str, end: Moment) -> Ripple:
    """Let a stop be over at ``end`` and time what comes before it backwards, up to what does not give way.

    Only what is *after the item before* gives way. Raises Invalid if there is no such stop.
    """
    here = _found(stops, last)
    before = {one.id: one for one in stops}
    over = end.aware
    now = {here.id: here.later_by(between(here.over, over))}
    line = sorted(stops, key=in_order)
    because = {here.id: ""}
    for at in range(len(line) - 1, -1, -1):
        for earlier in _direct(line[:at], line[at]) if line[at].id in now else ():
            if earlier.timing == LINKED:
                reached = now[line[at].id].begins - line[at].way
                placed = earlier.later_by(between(earlier.over, reached))
                if earlier.id not in now or placed.begins < now[earlier.id].begins:
                    now[earlier.id] = placed
                    because[earlier.id] = line[at].id
    return _result(stops, {**before, **now}, because)


def _found(stops: Sequence[Stop], wanted: str) -> Stop:
    for one in stops:
        if one.id == wanted:
            return one
    raise Invalid(_("This item is not in the programme any more."))


def _place(
    stop: Stop, changed: Mapping[str, Stop], stops: Sequence[Stop]
) -> tuple[datetime, int, datetime, str]:
    """Where a stop stands in the line; going later it keeps its place, unless it passes something fixed."""
    new = changed.get(stop.id, stop)
    if new.begins <= stop.begins or _passes(stop, new, changed, stops):
        return new.begins, 0 if stop.id in changed else 1, new.over, stop.id
    return stop.begins, 1, stop.over, stop.id


def _passes(stop: Stop, new: Stop, changed: Mapping[str, Stop], stops: Sequence[Stop]) -> bool:
    """Whether a stop that goes later takes another place: on another day, or past a fixed one.

    What has something linked to it takes that along, even past a fixed one.
    """
    if stop.day != new.day:
        return True
    mine = [one for one in stops if one.id not in changed and one.who.meets(stop.who)]
    if any(one.timing == LINKED and one.begins == stop.over + one.way for one in mine):
        return False
    return any(one.timing == FIXED and stop.begins < one.begins <= new.begins for one in mine)


def _touches(earlier: Stop, stop: Stop) -> bool:
    """Whether a stop has to wait for an earlier one; what goes on around it does not count."""
    is_around = earlier.begins <= stop.begins and stop.over < earlier.over
    return not is_around and earlier.who.meets(stop.who) and stop.is_after(earlier)


def _direct(earlier: Sequence[Stop], stop: Stop) -> Iterator[Stop]:
    """What comes right before a stop for those who take part in it."""
    nearer: list[Stop] = []
    for one in reversed(earlier):
        if not _touches(one, stop):
            continue
        if not any(other.who.meets(one.who) for other in nearer):
            yield one
        nearer.append(one)


def _follow(
    stop: Stop,
    found: tuple[Sequence[Stop], Sequence[Stop]],
    before: Mapping[str, Stop],
    now: dict[str, Stop],
) -> str:
    """Time a stop after those right before it and those that were moved; what moves it, empty if it stays."""
    right_before, moved = found
    latest = max((*right_before, *moved), key=lambda one: (now[one.id].over, one.id))
    ready = now[latest.id].over + stop.way
    was_ready = max(before[one.id].over for one in right_before) + stop.way
    follows = stop.timing == LINKED and stop.begins == was_ready
    if ready > stop.begins or (follows and ready < stop.begins):
        now[stop.id] = stop.begun_at(ready)
        return latest.id
    return ""


def _result(stops: Sequence[Stop], now: Mapping[str, Stop], because: Mapping[str, str]) -> Ripple:
    after = tuple(sorted(now.values(), key=in_order))
    moves = tuple(
        _move(one, now[one.id], because.get(one.id, ""))
        for one in sorted(stops, key=in_order)
        if now[one.id] != one
    )
    had, has = _had(tuple(stops)), troubles(after)
    return Ripple(
        after,
        moves,
        came=tuple(one for one in has if not _among(one, had)),
        went=tuple(one for one in had if not _among(one, has)),
    )


def _move(was: Stop, now: Stop, because: str) -> Move:
    return Move(now, between(was.begins, now.begins), because, now.minutes - was.minutes)


@lru_cache(maxsize=4)
def _had(stops: tuple[Stop, ...]) -> tuple[Trouble, ...]:
    """The troubles before a change; the same for every step of a drag."""
    return troubles(stops)


def _among(trouble: Trouble, others: Sequence[Trouble]) -> bool:
    """Whether others hold the same trouble, however many minutes it is about."""
    return any(
        (one.kind, one.first, one.second) == (trouble.kind, trouble.first, trouble.second) for one in others
    )
