"""Which chair comes next when somebody goes through a room with the arrow keys."""

from collections.abc import Sequence

from dipdesk.rules.seating.geometry import Chair


def next_seat(chairs: Sequence[Chair], seat: str, across: int, down: int) -> str:
    """The nearest chair in a direction (-1, 0 or 1 each way); the first one if none is chosen."""
    here = next((one for one in chairs if one.seat == seat), None)
    if here is None:
        return chairs[0].seat if chairs else ""
    found = [
        (abs(one.x - here.x) + abs(one.y - here.y) + 2 * _aside(one, here, across), one.seat)
        for one in chairs
        if (one.x - here.x) * across + (one.y - here.y) * down > 1
    ]
    return min(found)[1] if found else seat


def _aside(one: Chair, here: Chair, across: int) -> float:
    """How far a chair lies beside the way."""
    return abs(one.y - here.y) if across else abs(one.x - here.x)
