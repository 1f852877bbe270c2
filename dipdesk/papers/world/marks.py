"""The marks upon the map: what stands for a partner, for several, and for our own office.

Kinds of partners differ by colour and by form, so that they can be told apart in black and white too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, hypot, pi, sin

from dipdesk.papers.blocks import Align, Circle, Ink, Label, Polygon, Rgb, Shape, Text

PIN = 4.2
"""The radius of the mark of one partner, in points."""
STAR = 6.5
"""That of our own office."""
_EDGE = 0.9
_BASE = 0.36
"""The base line of a text in a circle lies so much of its size below the middle."""
_STAR_WAIST = 0.45


class Mark(Enum):
    """The forms of marks: how many corners, and by how much of a turn the first lies off the top."""

    CIRCLE = (0, 0.0)
    SQUARE = (4, 1 / 8)
    TRIANGLE = (3, 0.0)
    DIAMOND = (4, 0.0)
    PENTAGON = (5, 0.0)
    POINTED = (3, 1 / 2)
    HEXAGON = (6, 1 / 12)
    HOUSE = (5, 1 / 2)


@dataclass(frozen=True, slots=True)
class Sign:
    """What a kind of partners is drawn with, and what it is called in the legend."""

    label: Text
    colour: Rgb
    mark: Mark = Mark.CIRCLE


@dataclass(frozen=True, slots=True)
class Pin:
    """A partner on the map: its name, degrees east and north, its sign, and the record behind it."""

    name: Text
    longitude: float
    latitude: float
    sign: Sign
    record: str = ""


def pin_shape(x: float, y: float, sign: Sign, radius: float = PIN) -> Shape:
    """The mark of one partner."""
    corners, turn = sign.mark.value
    if not corners:
        return Circle(x, y, radius, sign.colour, Ink.PAPER, _EDGE)
    wide = radius * (1.3 if corners == 3 else 1.15)
    return Polygon(tuple(_round(x, y, wide, corners, turn)), sign.colour, Ink.PAPER, _EDGE)


def cluster_shapes(x: float, y: float, signs: Sequence[Sign]) -> Iterator[Shape]:
    """The mark of several partners: how many, with a ring of their colours."""
    radius = cluster_radius(len(signs))
    yield Circle(x, y, radius, Ink.PAPER, Ink.PAPER, 2 * _EDGE)
    start = 0.0
    for sign, count in Counter(signs).most_common():
        share = count / len(signs)
        yield Polygon(tuple(_slice(x, y, radius, start, share)), sign.colour, None)
        start += share
    yield Circle(x, y, radius * 0.74, Ink.PAPER, None)
    size = radius * (0.95 if len(signs) < 100 else 0.7)
    yield Label(x, y + size * _BASE, str(len(signs)), size, bold=True, align=Align.CENTRE)


def cluster_radius(count: int) -> float:
    """How large the mark of ``count`` partners is, in points."""
    return 7.5 if count < 10 else 9.0 if count < 100 else 11.0


def star_shape(x: float, y: float, radius: float = STAR) -> Shape:
    """The mark of our own office."""
    return Polygon(tuple(_star(x, y, radius)), Ink.ACCENT, Ink.PAPER, _EDGE)


def star_place(
    x: float, y: float, marks: Iterable[tuple[float, float, float]], radius: float = STAR
) -> tuple[float, float]:
    """Where our star is drawn: at its place, or just beside a mark (middle and reach) that it would hide."""
    for left, top, reach in marks:
        away = hypot(x - left, y - top)
        wanted = reach + 0.7 * radius
        if away < wanted:
            right, down = ((x - left) / away, (y - top) / away) if away else (0.0, 1.0)
            return left + right * wanted, top + down * wanted
    return x, y


def _round(x: float, y: float, radius: float, corners: int, turn: float) -> Iterator[tuple[float, float]]:
    for corner in range(corners):
        angle = 2 * pi * (corner / corners + turn)
        yield x + radius * sin(angle), y - radius * cos(angle)


def _star(x: float, y: float, radius: float) -> Iterator[tuple[float, float]]:
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * _STAR_WAIST
        angle = pi * corner / 5
        yield x + reach * sin(angle), y - reach * cos(angle)


def _slice(x: float, y: float, radius: float, start: float, share: float) -> Iterator[tuple[float, float]]:
    if share < 1:
        yield x, y
    steps = max(2, round(share * 36))
    for step in range(steps + 1):
        angle = 2 * pi * (start + share * step / steps)
        yield x + radius * sin(angle), y - radius * cos(angle)
