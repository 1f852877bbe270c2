"""Somebody does not come: the plan with the fewest moves, and whose cards change.

Three ways out: leave the gap, fill it by moving as few guests as possible from the least honoured seats, or
close it by letting everybody behind move up. Locked guests never move; conditions that held before are kept.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations
from typing import Literal

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.seating.filling import Seating
from dipdesk.rules.seating.parts import Frame, Request, Wish
from dipdesk.rules.seating.plan import Plan, judged
from dipdesk.rules.seating.wishes import Room, fulfilled

Way = Literal["leave", "fill", "close"]
WAYS: tuple[Way, ...] = ("leave", "fill", "close")

_MOST_TRIES = 20_000


@dataclass(frozen=True)
class Move:
    """A guest who changes seats: a new place card, and one to take away."""

    guest: str
    before: str
    after: str


@dataclass(frozen=True)
class Rescue:
    """One way out: the plan without the absent, who moves, and what the way is called in a sentence."""

    way: Way
    plan: Plan
    moves: tuple[Move, ...]
    because: str


def rescues(
    frame: Frame, request: Request, seating: Mapping[str, str], absent: Collection[str]
) -> tuple[Rescue, ...]:
    """Every way out, the one with the fewest moves first; ways that come to the same are given once."""
    found = [rescue(frame, request, seating, absent, way) for way in WAYS]
    different = [one for i, one in enumerate(found) if all(one.moves != other.moves for other in found[:i])]
    return tuple(sorted(different, key=lambda one: len(one.moves)))


def rescue(
    frame: Frame, request: Request, seating: Mapping[str, str], absent: Collection[str], way: Way
) -> Rescue:
    """The seating (guest of each seat) without ``absent``; raises Invalid for an unknown guest."""
    known = {guest.id for guest in request.guests}
    for guest in absent:
        if guest not in known:
            raise Invalid(_("There is no guest “{id}”.").format(id=guest), "absent")
    present = _without(request, absent)
    left = {seat: guest for seat, guest in seating.items() if guest not in absent}
    after = dict(left)
    if way != "leave":
        for chain in frame.chains:
            seats = [seat for seat in chain.seats if seat not in request.blocked]
            after = _filled(frame, present, after, seats) if way == "fill" else _closed(present, after, seats)
    seat_after = {guest: seat for seat, guest in after.items()}
    moves = tuple(Move(g, s, seat_after[g]) for s, g in left.items() if seat_after[g] != s)
    text = {
        "leave": _("The chair stays empty; nobody moves."),
        "fill": _("As few as possible move to the empty chairs."),
        "close": _("Everybody behind the gap moves up in order."),
    }[way]
    return Rescue(way, judged(frame, present, after), moves, text)


def better_than_taken(frame: Frame, request: Request, seating: Mapping[str, str]) -> frozenset[str]:
    """The empty seats that are more honoured than one that somebody has who could move."""
    held = {*request.blocked, *(lock.seat for lock in request.locked)}
    found: set[str] = set()
    for chain in frame.chains:
        free = [seat for seat in chain.seats if seat not in held]
        last = max((at for at, seat in enumerate(free) if seat in seating), default=0)
        found.update(seat for seat in free[:last] if seat not in seating)
    return frozenset(found)


def kept_chairs(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """``after`` with those who had a chair ``before`` and have none any more on chairs that became free.

    So the room stays as large as it was: a chair of their own, else one of their row, else any.
    """
    found = dict(after)
    gone = {seat: who for seat, who in before.items() if who not in after.values()}
    free = [seat for seat in before if seat not in after]
    for own in sorted(gone, key=lambda seat: seat not in free):
        seat = min(free, key=lambda one: (one != own, _row_of(one) != _row_of(own)), default=None)
        if seat is not None:
            free.remove(seat)
            found[seat] = gone[own]
    return found


def _row_of(seat: str) -> str:
    return seat.rpartition("/")[0]


def _without(request: Request, absent: Collection[str]) -> Request:
    """The request as if the absent had never been asked."""
    return replace(
        request,
        guests=tuple(guest for guest in request.guests if guest.id not in absent),
        wishes=tuple(w for w in request.wishes if w.a not in absent and w.b not in absent),
        locked=tuple(lock for lock in request.locked if lock.guest not in absent),
    )


def _closed(request: Request, seating: Seating, seats: Sequence[str]) -> Seating:
    """Everybody who is not locked moves up, in the order in which they sit."""
    locked = {lock.seat for lock in request.locked}
    free = [seat for seat in seats if seat not in locked]
    line = [seating[seat] for seat in free if seat in seating]
    kept = {seat: guest for seat, guest in seating.items() if seat not in free}
    return kept | dict(zip(free, line, strict=False))


def _filled(frame: Frame, request: Request, seating: Seating, seats: Sequence[str]) -> Seating:
    """The fewest moves after which no empty seat is more honoured than a taken one."""
    locked = {lock.seat for lock in request.locked}
    free = [seat for seat in seats if seat not in locked]
    number = sum(seat in seating for seat in free)
    target = free[:number]
    gaps = [seat for seat in target if seat not in seating]
    far = [seating[seat] for seat in free[number:] if seat in seating]
    rank = {guest.id: i for i, guest in enumerate(request.guests)}
    far.sort(key=rank.__getitem__)
    first = _moved(seating, far, gaps)
    room = Room.of(frame)
    held = [wish for wish in request.wishes if wish.must and _holds(wish, seating, room)]
    if not gaps or all(_holds(wish, first, room) for wish in held):
        return first
    near = [seating[seat] for seat in target if seat in seating]
    for tries, attempt in enumerate(_attempts(seating, far, near, gaps)):
        if tries > _MOST_TRIES:
            break
        if all(_holds(wish, attempt, room) for wish in held):
            return attempt
    return first


def _attempts(
    seating: Seating, far: Sequence[str], near: Sequence[str], gaps: Sequence[str]
) -> Iterator[Seating]:
    """Seatings with the gaps filled, those with fewer moves first: some guests near by move as well."""
    seat_of = {guest: seat for seat, guest in seating.items()}
    for more in range(len(near) + 1):
        for also in combinations(reversed(near), more):
            open_seats = [*gaps, *(seat_of[guest] for guest in also)]
            for order in permutations([*far, *also]):
                if all(seat_of[g] != s for g, s in zip(order, open_seats, strict=True)):
                    yield _moved(seating, order, open_seats)


def _moved(seating: Seating, guests: Sequence[str], seats: Sequence[str]) -> Seating:
    """``seating`` after ``guests`` went to ``seats``."""
    kept = {seat: guest for seat, guest in seating.items() if guest not in guests}
    return kept | dict(zip(seats, guests, strict=True))


def _holds(wish: Wish, seating: Seating, room: Room) -> bool:
    return fulfilled(wish, {guest: seat for seat, guest in seating.items()}, room)
