"""Wishes in a layout that follows rank: guests change places by no more than their wishes are worth."""

import time
from collections.abc import Iterator

from dipdesk.progress import Cancelled, Progress
from dipdesk.rules.seating.filling import Seating
from dipdesk.rules.seating.parts import Frame, Guest, Request, Wish
from dipdesk.rules.seating.wishes import Room, fulfilled

_CONDITION = 1000.0
_PLACES_A_WISH = 2.5


def adjusted(frame: Frame, request: Request, seating: Seating, progress: Progress | None = None) -> Seating:
    """Swap two guests at a time, the best swap first, until none helps, time is over or somebody stops it.

    A wish of weight 1 may move two neighbours in rank past each other, one of weight 5 five times as far; a
    condition moves anybody. Locked guests, hosts, guests of honour and interpreters stay; at a table with
    couples only those of one sex change places, and husband and wife do not sit side by side.
    """
    wishes = [*request.wishes, *_spouses_apart(request)]
    if not wishes or not seating:
        return seating
    work = _Adjustment(frame, request, wishes, seating)
    deadline = time.monotonic() + request.seconds
    try:
        for turn in range(len(seating)):
            if progress is not None:
                progress.step(turn, len(seating))
            change = min(work.swaps(deadline), default=None)
            if change is None or change[0] > -1e-9:
                break
            work.swap(*change[1:])
    except Cancelled:
        pass
    return {seat: guest for guest, seat in work.seat_of.items()}


def _spouses_apart(request: Request) -> list[Wish]:
    """At a mixed table spouses are not neighbours, host and hostess excepted."""
    if request.layout != "couples":
        return []
    roles = {guest.id: guest.role for guest in request.guests}
    return [
        Wish("not_next_to", guest.id, guest.spouse_of, weight=100)
        for guest in request.guests
        if guest.spouse_of and not {roles[guest.id], roles[guest.spouse_of]} & {"host", "cohost"}
    ]


class _Adjustment:
    """A seating that is changed two guests at a time; cost counts broken wishes and places away from rank."""

    def __init__(self, frame: Frame, request: Request, wishes: list[Wish], seating: Seating) -> None:
        self.seat_of = {guest: seat for seat, guest in seating.items()}
        self._room = Room.of(frame)
        self._rank = {guest.id: i for i, guest in enumerate(request.guests)}
        self._rank_at = {seat: self._rank[guest] for seat, guest in seating.items()}
        self._of: dict[str, list[Wish]] = {}
        for wish in wishes:
            self._of.setdefault(wish.a, []).append(wish)
            self._of.setdefault(wish.b, []).append(wish)
        self._couples = request.layout == "couples"
        locked = {lock.guest for lock in request.locked}
        self._movable = [
            guest
            for guest in request.guests
            if not guest.role and guest.id not in locked and guest.id in self.seat_of
        ]

    def swaps(self, deadline: float) -> Iterator[tuple[float, str, str]]:
        """Swaps that touch a broken wish, with the change of cost; none once the time is over."""
        for one in self._movable:
            if time.monotonic() > deadline:
                return
            if not any(self._lost(wish) for wish in self._of.get(one.id, [])):
                continue
            for two in self._movable:
                if two is not one and self._may_swap(one, two):
                    yield self._change(one.id, two.id), one.id, two.id

    def swap(self, one: str, two: str) -> None:
        """Let two guests change places."""
        self.seat_of[one], self.seat_of[two] = self.seat_of[two], self.seat_of[one]

    def _may_swap(self, one: Guest, two: Guest) -> bool:
        return not self._couples or one.sex == two.sex

    def _change(self, one: str, two: str) -> float:
        before = self._cost(one, two)
        self.swap(one, two)
        after = self._cost(one, two)
        self.swap(one, two)
        return after - before

    def _cost(self, one: str, two: str) -> float:
        """The part of the cost that a swap of the two can change."""
        wishes = dict.fromkeys([*self._of.get(one, []), *self._of.get(two, [])])
        moved = sum(abs(self._rank[g] - self._rank_at[self.seat_of[g]]) for g in (one, two))
        return moved + sum(self._lost(wish) for wish in wishes)

    def _lost(self, wish: Wish) -> float:
        if fulfilled(wish, self.seat_of, self._room):
            return 0.0
        return _CONDITION if wish.must else _PLACES_A_WISH * wish.weight
