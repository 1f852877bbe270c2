"""Where the names stand beside the chairs of a drawing: all in one size, clear of each other, no word broken.

A name is written in full where there is room, else with the initials of the given names. Lengths are points.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dipdesk.papers.drawing import Align
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.lines import printable
from dipdesk.papers.style import Face

LEADING = 1.2
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5)
LEAST = _SIZES[-1]
USUAL = 8.0
"""The largest size of names on a page with other texts."""
_GAP, _ASIDE = 2.2, 1.6
_SPARE = 1.06
"""Letters on the screen may be a little wider than those on paper."""
_CELL = 48.0
_LEAST_PART = 4
"""A family name is divided at its hyphen only into parts of so many letters."""
_RISE = 0.78
"""How high letters stand above their base line, in parts of the size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that nothing else may stand on."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have room in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Stand:
    """A chair around (x, y) whose guest looks away from the direction (ahead, down)."""

    x: float
    y: float
    radius: float
    out: tuple[float, float]
    given: str
    family: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name in lines; the base line of the first runs through ``y``. ``leader`` is how long its line is."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    align: Align
    box: Box
    leader: tuple[float, float] | None = None


class _Ground:
    """What is taken already, found by place."""

    def __init__(self, taken: Iterable[Box]) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in taken:
            self.take(box)

    def take(self, box: Box) -> None:
        for cell in self._of(box):
            self._cells[cell].append(box)

    def is_free(self, box: Box) -> bool:
        return not any(box.meets(other) for cell in self._of(box) for other in self._cells.get(cell, ()))

    @staticmethod
    def _of(box: Box) -> Iterator[tuple[int, int]]:
        for across in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            for down in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                yield across, down


def names_of(
    stands: Sequence[Stand], taken: Sequence[Box], most: float = USUAL, least: float = LEAST
) -> list[Name | None]:
    """The name of each chair, in the largest size from ``most`` down to ``least`` in which all fit.

    None where even the least size does not fit.
    """
    sizes = [one for one in _SIZES if least <= one <= most]
    found: list[Name | None] = []
    for size in sizes:
        found = _tried(stands, taken, size, needs_all=size > sizes[-1])
        if all(found):
            break
    return found


def _tried(
    stands: Sequence[Stand], taken: Sequence[Box], size: float, *, needs_all: bool
) -> list[Name | None]:
    """The names in one size; if it ``needs_all`` and one has no room, it gives up."""
    ground = _Ground(taken)
    found: list[Name | None] = []
    for stand in stands:
        ways = _ways(stand, size) if needs_all else _least_ways(stand, size)
        name = next((one for one in ways if _has_room(one, ground)), None)
        if name is not None:
            ground.take(name.box)
            for box in _leader_box(name):
                ground.take(box)
        elif needs_all:
            return [None]
        found.append(name)
    return found


def _has_room(name: Name, ground: _Ground) -> bool:
    return ground.is_free(name.box) and all(ground.is_free(box) for box in _leader_box(name))


def _leader_box(name: Name) -> Iterator[Box]:
    if name.leader is not None:
        top, bottom = name.leader
        yield Box(name.x - 0.5, top + 0.1, name.x + 0.5, bottom - 0.1)


def _ways(stand: Stand, size: float) -> Iterator[Name]:
    """Every way to write the name beside the chair, the best first."""
    sides = _sides(stand.out)
    for lines in _wordings(stand.given, stand.family):
        for side in sides:
            yield from _beside(stand, lines, size, side)


def _least_ways(stand: Stand, size: float) -> Iterator[Name]:
    """The same where room is short: the narrowest wording first, at last the initials of all names."""
    letters = " ".join(part for part in (initials(stand.given), initials(stand.family)) if part)
    wordings = sorted(_wordings(stand.given, stand.family), key=lambda one: max(map(_width, one)))
    for lines in (*wordings, (letters or "–",)):
        for side in _sides(stand.out):
            yield from _beside(stand, lines, size, side)


def _sides(out: tuple[float, float]) -> list[tuple[int, int]]:
    """Right, left, up and down as far as they lead away from the table, the straightest way first."""
    ways = ((1, 0), (-1, 0), (0, -1), (0, 1))
    turned = [(out[0] * x + out[1] * y, (x, y)) for x, y in ways]
    return [way for share, way in sorted(turned, key=lambda one: -one[0]) if share > -0.1]


def _beside(stand: Stand, lines: tuple[str, ...], size: float, side: tuple[int, int]) -> Iterator[Name]:
    """The name on one side; above and below also one step further away, with a line to its chair."""
    wide, high = max(map(_width, lines)) * size * _SPARE, len(lines) * size * LEADING
    off = stand.radius + _GAP
    if side[0]:
        left = stand.x + off if side[0] > 0 else stand.x - off - wide
        top = stand.y - high / 2
        align = Align.LEFT if side[0] > 0 else Align.RIGHT
        x = stand.x + side[0] * off
        yield _name(lines, x, top, size, align, Box(left, top, left + wide, top + high))
        return
    step = 2 * size * LEADING + _GAP
    for far in (0.0, step):
        edge = stand.y + side[1] * (off + far)
        top = edge if side[1] > 0 else edge - high
        box = Box(stand.x - wide / 2 - _ASIDE, top, stand.x + wide / 2 + _ASIDE, top + high)
        rim = stand.y + side[1] * stand.radius
        leader = (min(rim, edge), max(rim, edge)) if far else None
        yield _name(lines, stand.x, top, size, Align.CENTRE, box, leader)


def _name(
    lines: tuple[str, ...],
    x: float,
    top: float,
    size: float,
    align: Align,
    box: Box,
    leader: tuple[float, float] | None = None,
) -> Name:
    return Name(lines, x, top + _RISE * size * LEADING, size, align, box, leader)


@cache
def _width(text: str) -> float:
    letters = fonts.letters(Face.REGULAR)
    return letters.width(printable(text, letters))


@cache
def _wordings(given: str, family: str) -> tuple[tuple[str, ...], ...]:
    """A name in full and with initials, in two lines and in one."""
    whole = " ".join(part for part in (given, family) if part) or "–"
    short = " ".join(part for part in (initials(given), family) if part) or "–"
    found = [_halved(whole), (whole,), (short,), _halved(short)]
    return tuple(dict.fromkeys(found))


def initials(given: str) -> str:
    """The first letters of given names: İ. I., J.-L.; names in scripts without capitals stay whole."""
    return " ".join("-".join(_initial(part) for part in word.split("-")) for word in given.split())


def _initial(part: str) -> str:
    first = part[:1]
    return f"{first}." if first and first.lower() != first.upper() else part


def _halved(text: str) -> tuple[str, ...]:
    """A text in the two lines that take least room; in one if it is a single word."""
    ways = list(_halves(text))
    return min(ways, key=lambda way: max(map(_width, way))) if ways else (text,)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    words = text.split()
    for number, (_before, _after) in enumerate(pairwise(words), 1):
        yield " ".join(words[:number]), " ".join(words[number:])
    for at, letter in enumerate(text):
        before, after = text[: at + 1], text[at + 1 :]
        if letter == "-" and min(len(before.split()[-1]), len((after.split() or [""])[0])) > _LEAST_PART:
            yield before, after
