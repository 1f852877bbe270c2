"""Who sits on which chair of one round table: by rank first, then what wishes and languages ask for."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dipdesk.rules.seating.parts import Guest, Wish
from dipdesk.rules.seating.rounds import round_order

_CONDITION = 1000.0
_LANGUAGE = 0.3
_SIDES = 0.1
_RANK = 0.001


@dataclass(frozen=True)
class Likings:
    """What two guests are worth side by side, and with one chair between them."""

    beside: Mapping[tuple[str, str], float]
    near: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, guests: Sequence[Guest], wishes: Sequence[Wish]) -> "Likings":
        """From the wishes; then a common language, then host and guest in turn."""
        ids = {guest.id for guest in guests}
        beside: dict[tuple[str, str], float] = {}
        near: dict[tuple[str, str], float] = {}
        for wish in wishes:
            if wish.a in ids and wish.b in ids and wish.kind not in ("same_table", "not_same_table"):
                worth = wish.weight * (_CONDITION if wish.must else 1.0)
                worth = -worth if wish.kind.startswith("not_") else worth
                _add(beside, wish.a, wish.b, worth)
                if wish.kind.endswith("near"):
                    _add(near, wish.a, wish.b, worth)
        for i, one in enumerate(guests):
            for two in guests[i + 1 :]:
                if one.languages and two.languages and set(one.languages) & set(two.languages):
                    _add(beside, one.id, two.id, _LANGUAGE)
                if one.side and two.side and one.side != two.side:
                    _add(beside, one.id, two.id, _SIDES)
        return cls(beside, near)


def _add(worth: dict[tuple[str, str], float], one: str, two: str, more: float) -> None:
    worth[one, two] = worth[two, one] = worth.get((one, two), 0.0) + more


def arrange(
    guests: Sequence[Guest],
    chairs: int,
    likings: Likings,
    locked: Mapping[int, str],
    blocked: Sequence[int],
    seconds: float = 1.0,
) -> list[str | None]:
    """The guest of each chair, None where it stays empty; ``guests`` in order of precedence.

    Chairs count counter-clockwise from 0. Pairs of guests change chairs as long as that makes it better, for
    ``seconds`` at most.
    """
    ring: list[str | None] = [locked.get(chair) for chair in range(chairs)]
    waiting = [guest.id for guest in guests if guest.id not in locked.values()]
    open_chairs = [chair for chair in round_order(chairs) if ring[chair] is None and chair not in blocked]
    for chair, guest_id in zip(open_chairs, waiting, strict=False):
        ring[chair] = guest_id
    if likings.beside or likings.near:
        _improve(ring, open_chairs, likings, time.monotonic() + seconds)
    return ring


def _improve(ring: list[str | None], free: Sequence[int], likings: Likings, deadline: float) -> None:
    """Change two chairs, the best change first, until no change helps or the time is over."""
    home = {guest_id: chair for chair, guest_id in enumerate(ring) if guest_id}
    change: tuple[float, int, int] | None = (0.0, 0, 0)
    while change is not None:
        change = None
        for i, one in enumerate(free):
            if time.monotonic() > deadline:
                return
            for two in free[i + 1 :]:
                better = _gain(ring, one, two, likings, home)
                if better > 1e-9 and (change is None or better > change[0]):
                    change = better, one, two
        if change is not None:
            _better, one, two = change
            ring[one], ring[two] = ring[two], ring[one]


def _gain(ring: list[str | None], one: int, two: int, likings: Likings, home: Mapping[str, int]) -> float:
    """What it is worth that two chairs change guests."""
    size = len(ring)
    chairs = {(chair - step) % size for chair in (one, two) for step in range(3)}
    before = sum(_forward(ring, chair, likings) + _stay(ring, chair, home) for chair in chairs)
    ring[one], ring[two] = ring[two], ring[one]
    after = sum(_forward(ring, chair, likings) + _stay(ring, chair, home) for chair in chairs)
    ring[one], ring[two] = ring[two], ring[one]
    return after - before


def _forward(ring: Sequence[str | None], chair: int, likings: Likings) -> float:
    """What a guest and the next two to the right are worth to one another; each pair counts once."""
    size, guest = len(ring), ring[chair]
    if guest is None:
        return 0.0
    total = 0.0
    after = ring[(chair + 1) % size] if size > 2 or chair + 1 < size else None
    if after is not None:
        total += likings.beside.get((guest, after), 0.0)
    skip = ring[(chair + 2) % size] if size > 4 or (size > 3 and chair + 2 < size) else None
    if skip is not None:
        total += likings.near.get((guest, skip), 0.0)
    return total


def _stay(ring: Sequence[str | None], chair: int, home: Mapping[str, int]) -> float:
    """Staying on the chair of the rank counts a little."""
    guest = ring[chair]
    return _RANK if guest is not None and home[guest] == chair else 0.0
