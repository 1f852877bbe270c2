"""Who sits on which chair of one round table: by rank first, then what wishes and languages ask for."""

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
    guests: Sequence[Guest], chairs: int, likings: Likings, locked: Mapping[int, str], blocked: Sequence[int]
) -> list[str | None]:
    """The guest of each chair, None where it stays empty; ``guests`` in order of precedence.

    Chairs count counter-clockwise from 0. Pairs of guests change chairs as long as that makes it better.
    """
    ring: list[str | None] = [locked.get(chair) for chair in range(chairs)]
    waiting = [guest.id for guest in guests if guest.id not in locked.values()]
    open_chairs = [chair for chair in round_order(chairs) if ring[chair] is None and chair not in blocked]
    for chair, guest_id in zip(open_chairs, waiting, strict=False):
        ring[chair] = guest_id
    if likings.beside or likings.near:
        _improve(ring, open_chairs, likings)
    return ring


def _improve(ring: list[str | None], free: Sequence[int], likings: Likings) -> None:
    """Change two chairs, the best change first, until no change helps."""
    home = {guest_id: chair for chair, guest_id in enumerate(ring) if guest_id}
    now = _worth(ring, likings, home)
    for _round in range(4 * len(ring)):
        best, change = now + 1e-9, None
        for i, one in enumerate(free):
            for two in free[i + 1 :]:
                ring[one], ring[two] = ring[two], ring[one]
                worth = _worth(ring, likings, home)
                ring[one], ring[two] = ring[two], ring[one]
                if worth > best:
                    best, change = worth, (one, two)
        if change is None:
            return
        one, two = change
        ring[one], ring[two] = ring[two], ring[one]
        now = best


def _worth(ring: Sequence[str | None], likings: Likings, home: Mapping[str, int]) -> float:
    """What the ring is worth; staying on the chair of the rank counts a little."""
    size = len(ring)
    total = 0.0
    for chair, guest_id in enumerate(ring):
        if guest_id is None:
            continue
        after = ring[(chair + 1) % size] if size > 2 or chair + 1 < size else None
        if after is not None:
            total += likings.beside.get((guest_id, after), 0.0)
        if size > 3:
            skip = ring[(chair + 2) % size]
            if skip is not None:
                total += likings.near.get((guest_id, skip), 0.0)
        if home[guest_id] != chair:
            total -= _RANK
    return total
