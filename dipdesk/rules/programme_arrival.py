"""What of a programme follows an arrival that moved: the way itself, and what its people do soon after it.

No legal source: this is arithmetic, in real minutes, with planning values of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dipdesk.rules.programme_ripple import Ripple, ripple, stretch
from dipdesk.rules.programme_stop import EARLIEST, NOBODY_KNOWS, Stop, Who, between, in_order

TIED = timedelta(minutes=90)
"""What begins so soon after an arrival follows it; a planning value of ours, like the next one."""
WELCOMING = timedelta(minutes=15)
"""So little before an arrival one is there to welcome it."""
ON_THE_WAY = timedelta(hours=2)
"""So long a journey takes if nobody knows when it leaves or gets there."""


@dataclass(frozen=True)
class Arrival:
    """People who ``left`` then get there at another instant than planned; ``others`` are when others do."""

    was: datetime
    now: datetime
    left: datetime | None = None
    who: Who = NOBODY_KNOWS
    others: tuple[datetime, ...] = ()


def tied_to(stops: Sequence[Stop], arrival: Arrival) -> tuple[Stop, ...]:
    """The stops that follow an arrival: the way itself, and what its people do soon after it.

    What begins after the next arrival belongs to that one; a programme that goes on while these people are
    still on their way does not wait for them.
    """
    mine = [one for one in sorted(stops, key=in_order) if one.who.meets(arrival.who)]
    if any(_goes_on(one, arrival) for one in mine):
        return ()
    turns = (one - WELCOMING for one in arrival.others if one > arrival.was)
    limit = min((arrival.was + TIED, *turns))
    is_soon = [arrival.was - WELCOMING <= one.begins < limit for one in mine]
    return tuple(one for one, soon in zip(mine, is_soon, strict=True) if soon or _is_the_way(one, arrival))


def follow_arrival(stops: Sequence[Stop], arrival: Arrival, *, with_fixed: bool = False) -> Ripple:
    """Move what is tied to an arrival as far as it moved, and what comes after on its day as ``shift`` does.

    What must not begin earlier stays when all goes earlier. Nothing moves if nothing follows the arrival.
    """
    minutes = between(arrival.was, arrival.now)
    tied = [one for one in tied_to(stops, arrival) if minutes > 0 or one.timing != EARLIEST]
    if not tied or not minutes:
        return Ripple(tuple(sorted(stops, key=in_order)), (), (), ())
    changes = {one.id: one.later_by(minutes) for one in tied}
    return ripple(stops, stretch(stops, tied[-1], minutes, with_fixed=with_fixed) | changes)


def _is_the_way(stop: Stop, arrival: Arrival) -> bool:
    """Whether a stop is the journey itself: it is over when that arrives."""
    return stop.begins < arrival.was and abs(stop.over - arrival.was) <= WELCOMING


def _goes_on(stop: Stop, arrival: Arrival) -> bool:
    """Whether a stop is under way while the people of an arrival travel, and is not their journey."""
    left = arrival.left or arrival.was - ON_THE_WAY
    under_way = left < stop.over and stop.begins < arrival.was - WELCOMING
    return under_way and not _is_the_way(stop, arrival)
