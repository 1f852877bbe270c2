"""What a room is drawn from: chairs, tables and signs in centimetres; rows, columns, rings of chairs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, radians, sin
from typing import Literal

PITCH = 65.0
"""From chair to chair."""
DEPTH = 90.0
"""The depth of a table."""
GAP = 45.0
"""From the edge of a table to the middle of a chair."""
MARGIN = 90.0
"""Free around everything."""
AISLE = 120.0

Spot = tuple[float, float]
Mark = Literal["observer", "stage", "entrance", "driver", "door"]


@dataclass(frozen=True)
class Chair:
    """A chair around (x, y); ``faces`` is where its guest looks, in degrees clockwise from the lower edge."""

    seat: str
    x: float
    y: float
    faces: float = 0.0


@dataclass(frozen=True)
class Board:
    """A table whose middle is (x, y); round if ``is_round``, then ``width`` is its diameter."""

    x: float
    y: float
    width: float
    height: float
    is_round: bool = False
    name: str = ""


@dataclass(frozen=True)
class Sign:
    """A word in the drawing: where the observer is, the stage, the entrance, the driver, the door."""

    mark: Mark
    x: float
    y: float


@dataclass(frozen=True)
class RoomDrawing:
    """Everything that stands in the room; ``width`` and ``height`` hold all of it."""

    width: float
    height: float
    boards: tuple[Board, ...]
    chairs: tuple[Chair, ...]
    signs: tuple[Sign, ...]


@dataclass
class Sketch:
    """What is drawn so far, around a middle of its own."""

    boards: list[Board]
    chairs: list[Chair]
    signs: list[Sign]


def fitted(sketch: Sketch, *, keep: bool) -> RoomDrawing:
    """Everything moved so that it begins at the margin; tables that somebody placed stay where they are."""
    left, top, right, bottom = _extent(sketch)
    dx, dy = (0.0, 0.0) if keep else (MARGIN - left, MARGIN - top)
    if keep:
        dx, dy = max(0.0, MARGIN - left), max(0.0, MARGIN - top)
    return RoomDrawing(
        right + dx + MARGIN,
        bottom + dy + MARGIN,
        tuple(replace(one, x=one.x + dx, y=one.y + dy) for one in sketch.boards),
        tuple(replace(one, x=one.x + dx, y=one.y + dy) for one in sketch.chairs),
        tuple(replace(one, x=one.x + dx, y=one.y + dy) for one in sketch.signs),
    )


def _extent(sketch: Sketch) -> tuple[float, float, float, float]:
    half = PITCH / 2
    boxes = [(one.x - half, one.y - half, one.x + half, one.y + half) for one in sketch.chairs]
    boxes += [
        (one.x - one.width / 2, one.y - one.height / 2, one.x + one.width / 2, one.y + one.height / 2)
        for one in sketch.boards
    ]
    boxes += [(one.x, one.y, one.x, one.y) for one in sketch.signs]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def row(
    sketch: Sketch, seats: Sequence[str], x: float, y: float, faces: float, *, from_right: bool = False
) -> None:
    """Chairs side by side around x; the first at the left unless ``from_right``."""
    line = seats[::-1] if from_right else seats
    first = x - (len(line) - 1) * PITCH / 2
    sketch.chairs += [Chair(seat, first + i * PITCH, y, faces) for i, seat in enumerate(line)]


def column(sketch: Sketch, seats: Sequence[str], x: float, y: float, faces: float) -> None:
    """Chairs under one another, the first at y."""
    sketch.chairs += [Chair(seat, x, y + i * PITCH, faces) for i, seat in enumerate(seats)]


def wide(number: int) -> float:
    """The width of a table with that many chairs on one side."""
    return max(1, number) * PITCH + 20


def ring(sketch: Sketch, seats: Sequence[str], x: float, y: float, name: str = "") -> None:
    """A round table: the first chair above, the next to its guest's right, counter-clockwise from above."""
    around = diameter(len(seats)) / 2 + GAP
    sketch.boards.append(Board(x, y, 2 * (around - GAP), 2 * (around - GAP), is_round=True, name=name))
    for number, seat in enumerate(seats):
        turn = 360 * number / max(1, len(seats))
        angle = radians(-90 - turn)
        sketch.chairs.append(
            Chair(seat, x + around * cos(angle), y + around * sin(angle), (360 - turn) % 360)
        )


def diameter(seats: int) -> float:
    """The diameter of a round table with that many seats, in centimetres."""
    return max(100.0, seats * PITCH / pi - GAP)
