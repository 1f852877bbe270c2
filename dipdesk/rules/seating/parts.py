"""The words of seating: guests, shapes, wishes, and the frame of seats that a layout gives."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dipdesk.errors import Invalid
from dipdesk.i18n import _

Layout = Literal[
    "head_table", "theatre", "long_cohost", "long_opposite", "couples", "bilateral", "armchairs", "u", "t",
    "hollow_square", "round", "hall", "signing", "car", "minibus", "photo", "receiving_line", "wreath",
]  # fmt: skip
WishKind = Literal["next_to", "near", "not_next_to", "not_near", "same_table", "not_same_table"]


@dataclass(frozen=True)
class Guest:
    """Somebody to be seated; empty texts mean that nothing is known. Sentences use ``name``, else the id."""

    id: str
    side: Literal["", "host", "guest"] = ""
    role: Literal["", "host", "cohost", "guest_of_honour", "interpreter"] = ""
    sex: Literal["", "f", "m"] = ""
    spouse_of: str = ""
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    name: str = ""

    @property
    def called(self) -> str:
        """What the guest is called in a sentence."""
        return self.name.strip() or self.id


@dataclass(frozen=True)
class Table:
    """A table of a hall with its number of seats; ``near_door`` if it can be reached without steps."""

    id: str
    seats: int
    near_door: bool = False


@dataclass(frozen=True)
class Shape:
    """How many seats there are; what is None follows from the number of guests."""

    head: int | None = None
    arms: int | None = None
    rows: int | None = None
    left: int | None = None
    right: int | None = None
    seats: int | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Switches:
    """What differs between conventions."""

    interpreter: Literal["left", "behind", "none"] = "left"
    aisle_right_first: bool = True
    style: Literal["english", "french"] = "english"
    host_variant: Literal["centre", "left_of_guest"] = "centre"


@dataclass(frozen=True)
class Wish:
    """A wish about two guests; ``must`` makes it a condition, ``weight`` says how much it counts."""

    kind: WishKind
    a: str
    b: str
    must: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Lock:
    """Guest and seat that belong together whatever else moves."""

    guest: str
    seat: str


@dataclass(frozen=True)
class Request:
    """Everything a seating is made from: ``guests`` in order of precedence, ``seconds`` for a search.

    ``precedence_weight`` is what the table of the rank is worth for each guest of a hall, compared with the
    weights of wishes; None lets precedence decide only where wishes leave it free.
    """

    layout: Layout
    guests: tuple[Guest, ...]
    switches: Switches = field(default_factory=Switches)
    shape: Shape = field(default_factory=Shape)
    wishes: tuple[Wish, ...] = ()
    locked: tuple[Lock, ...] = ()
    blocked: tuple[str, ...] = ()
    seed: int = 1
    seconds: float = 3.0
    precedence_weight: float | None = None

    @property
    def places_needed(self) -> int:
        """Seats for everyone, counting those that are blocked."""
        return len(self.guests) + len(set(self.blocked))


@dataclass(frozen=True)
class Line:
    """One row, side or table: its seats in reading order; ``mirrored`` if those seated see it reversed."""

    seats: tuple[str, ...]
    mirrored: bool = True
    ring: bool = False


@dataclass(frozen=True)
class Chain:
    """Seats from the most honoured on, the reason for each, and who takes them in which order."""

    guests: tuple[str, ...]
    seats: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """The seats of a layout: lines to read, chains to fill, and seats aside that stand in no line.

    With ``spill`` those who find no seat in their own chain take what the others leave; ``corners`` are
    neighbours that stand in different lines. ``told`` says why somebody has a seat that nobody else could.
    """

    lines: tuple[Line, ...]
    chains: tuple[Chain, ...]
    aside: tuple[str, ...] = ()
    spill: bool = False
    corners: tuple[tuple[str, str], ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def seats(self) -> tuple[str, ...]:
        """All seats in reading order."""
        return (*(seat for line in self.lines for seat in line.seats), *self.aside)

    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """The seats beside each seat."""
        beside: dict[str, list[str]] = {seat: [] for seat in self.seats}
        for line in self.lines:
            size = len(line.seats)
            for i in range(size if line.ring and size > 2 else size - 1):
                one, two = line.seats[i], line.seats[(i + 1) % size]
                beside[one].append(two)
                beside[two].append(one)
        for one, two in self.corners:
            beside[one].append(two)
            beside[two].append(one)
        return {seat: tuple(found) for seat, found in beside.items()}


def lines(
    rows: Sequence[Sequence[Hashable]], *, mirrored: bool = True, ring: bool = False, first: int = 1
) -> tuple[tuple[Line, ...], dict[Hashable, str]]:
    """Number rows of slots in reading order; gives the lines and the seat of each slot: ``2/3``."""
    found: list[Line] = []
    seat_of: dict[Hashable, str] = {}
    for number, row in enumerate(rows, first):
        seats = tuple(f"{number}/{place}" for place in range(1, len(row) + 1))
        seat_of.update(zip(row, seats, strict=True))
        found.append(Line(seats, mirrored, ring))
    return tuple(found), seat_of


def chain(
    guests: Sequence[Guest],
    slots: Sequence[Hashable],
    seat_of: Mapping[Hashable, str],
    because: Sequence[str],
) -> Chain:
    """A chain from slots in order of honour."""
    return Chain(tuple(g.id for g in guests), tuple(seat_of[slot] for slot in slots), tuple(because))


def centre_out(size: int) -> list[int]:
    """Positions in the observer's reading order from the most honoured on (rule S1).

    Odd: the middle, then the own right (the observer's left), the own left, and so on. Even: the first two
    share the middle, the first on the own right.
    """
    return sorted(range(size), key=lambda place: (abs(2 * place - (size - 1)), place))


def with_role(guests: Sequence[Guest], role: str) -> Guest | None:
    """The first guest with ``role``."""
    return next((guest for guest in guests if guest.role == role), None)


def is_host_side(guest: Guest) -> bool:
    """Whether somebody belongs to the hosts; without a side the role decides."""
    return guest.side == "host" if guest.side else guest.role in ("host", "cohost")


def needed(guests: Sequence[Guest], role: str) -> Guest:
    """The guest with ``role``; raises Invalid if there is none."""
    found = with_role(guests, role)
    if found is None:
        raise Invalid(_("This layout needs a guest with the role “{role}”.").format(role=role), "guests")
    return found


def without(guests: Sequence[Guest], *taken: Guest | None) -> list[Guest]:
    """``guests`` without those ``taken``, in the same order."""
    gone = {guest.id for guest in taken if guest}
    return [guest for guest in guests if guest.id not in gone]
