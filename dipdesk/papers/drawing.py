"""Vector drawings: shapes by their meaning, for the window and for every paper. Lengths are points."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from dipdesk.papers.words import Text


class Align(Enum):
    """Where the texts of a column stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Grow(Enum):
    """Where a label goes that needs more than one line: away from what stands below, above, or neither."""

    UP = "up"
    BOTH = "both"
    DOWN = "down"


class Ink(Enum):
    """The colours of a drawing by their meaning; window and paper know their own shades."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    LINE = "line"
    TINT = "tint"
    PAPER = "paper"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Rgb:
    """A colour that must be exactly so, as on a flag; parts from 0 to 255."""

    red: int
    green: int
    blue: int


Colour: TypeAlias = Ink | Rgb


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Colour = Ink.LINE
    thickness: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle whose upper left corner is (x, y)."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    ink: Colour | None = Ink.LINE
    thickness: float = 0.5
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    ink: Colour | None = Ink.LINE
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through ``points``; also what its lines cross over is inside (non-zero rule)."""

    points: tuple[tuple[float, float], ...]
    fill: Colour | None = None
    ink: Colour | None = Ink.LINE
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Label:
    """A text in a drawing; its base line runs through (x, y).

    With ``room`` above 0 the text is made smaller, then wrapped, until it fits that width; never cut.
    ``turned`` labels stand on their heads, for the back of a folded card.
    """

    x: float
    y: float
    text: Text
    size: float = 8.5
    bold: bool = False
    align: Align = Align.LEFT
    ink: Colour = Ink.TEXT
    room: float = 0.0
    grow: Grow = Grow.BOTH
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG) in a rectangle whose upper left corner is (x, y); ``alt`` says what it is.

    ``framed`` ones, such as flags, have a thin line around them.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    alt: Text = ""
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text in the middle of a rectangle whose upper left corner is (x, y).

    It is set in ``size``, or as small as it must be to stay inside as a whole; never cut.
    """

    x: float
    y: float
    width: float
    height: float
    text: Text
    size: float = 12.0
    bold: bool = False
    align: Align = Align.CENTRE
    ink: Colour = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Grid:
    """A square of ``size`` whose upper left corner is (x, y), such as a QR code: dark where a row has a 1."""

    x: float
    y: float
    size: float
    rows: tuple[str, ...] = field(repr=False, metadata={"same": True})


Shape: TypeAlias = Line | Rect | Circle | Polygon | Label | Image | Boxed | Grid
