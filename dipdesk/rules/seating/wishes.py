"""Wishes about two guests: whether a seating fulfils them, and in words which it breaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Frame, Request, Wish, WishKind

TOGETHER: tuple[WishKind, ...] = ("same_table", "next_to", "near")
"""The wishes that bring two guests to one table."""

_NEAR = 2


@dataclass(frozen=True)
class Broken:
    """A rule or wish a seating breaks, the guests it is about, and why in a sentence."""

    rule: str
    guests: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Room:
    """What wishes need to know of the seats: the table of each, and how many chairs lie between two."""

    table_of: Mapping[str, str]
    beside: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, frame: Frame) -> "Room":
        """The room of a frame; each line is a table, seats aside belong to none."""
        table_of = {seat: seat.rpartition("/")[0] for seat in frame.seats}
        return cls(table_of, frame.neighbours())

    def chairs_between(self, one: str, two: str) -> int:
        """1 for neighbours, 2 with one chair between them, 3 for anything further."""
        if two in self.beside[one]:
            return 1
        return 2 if any(two in self.beside[seat] for seat in self.beside[one]) else _NEAR + 1


def fulfilled(wish: Wish, seat_of: Mapping[str, str], room: Room) -> bool:
    """Whether both are seated as wished; nobody is near somebody who has no seat."""
    one, two = seat_of.get(wish.a), seat_of.get(wish.b)
    apart = wish.kind.startswith("not_")
    if one is None or two is None:
        return apart
    if wish.kind in ("same_table", "not_same_table"):
        return (room.table_of[one] == room.table_of[two]) is not apart
    limit = 1 if wish.kind in ("next_to", "not_next_to") else _NEAR
    return (room.chairs_between(one, two) <= limit) is not apart


def broken(request: Request, seat_of: Mapping[str, str], room: Room) -> list[Broken]:
    """Every wish that is not fulfilled, conditions first."""
    called = {guest.id: guest.called for guest in request.guests}
    found = [wish for wish in request.wishes if not fulfilled(wish, seat_of, room)]
    return [_in_words(wish, called) for wish in sorted(found, key=lambda wish: (not wish.must, -wish.weight))]


def share_fulfilled(wishes: Sequence[Wish], seat_of: Mapping[str, str], room: Room) -> float | None:
    """The share of the weight of all wishes that is fulfilled, from 0 to 1; None without wishes."""
    total = sum(wish.weight for wish in wishes)
    if not wishes or total <= 0:
        return None
    return sum(wish.weight for wish in wishes if fulfilled(wish, seat_of, room)) / total


def _in_words(wish: Wish, called: Mapping[str, str]) -> Broken:
    text = {
        "next_to": _("{a} and {b} do not sit side by side."),
        "near": _("{a} and {b} do not sit near each other."),
        "not_next_to": _("{a} and {b} sit side by side."),
        "not_near": _("{a} and {b} sit near each other."),
        "same_table": _("{a} and {b} do not sit at the same table."),
        "not_same_table": _("{a} and {b} sit at the same table."),
    }[wish.kind]
    return Broken(wish.kind, (wish.a, wish.b), text.format(a=called[wish.a], b=called[wish.b]))
