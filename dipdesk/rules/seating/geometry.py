"""Where the chairs and tables of a layout stand in a room, in centimetres from its upper left corner.

Seen from above, with the observer (hall, guests coming in, camera) at the lower edge, so that the observer's
left is the left of the drawing. 65 cm a chair: the practice asks for 60 to 80 cm a guest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, pi, radians, sin, sqrt
from typing import Literal

from dipdesk.rules.seating.parts import Frame, Layout, Request

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
class _Sketch:
    """What is drawn so far, around a middle of its own."""

    boards: list[Board]
    chairs: list[Chair]
    signs: list[Sign]


def room(request: Request, frame: Frame, spots: Mapping[str, Spot] | None = None) -> RoomDrawing:
    """The drawing of a layout; ``spots`` says where tables of a hall were put, by their ids."""
    sketch = _Sketch([], [], [])
    _DRAWN[request.layout](sketch, request, frame, spots or {})
    _behind(sketch, frame)
    return _fitted(sketch, keep=bool(spots) and request.layout == "hall")


def _fitted(sketch: _Sketch, *, keep: bool) -> RoomDrawing:
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


def _extent(sketch: _Sketch) -> tuple[float, float, float, float]:
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


def _row(
    sketch: _Sketch, seats: Sequence[str], x: float, y: float, faces: float, *, from_right: bool = False
) -> None:
    """Chairs side by side around x; the first at the left unless ``from_right``."""
    line = seats[::-1] if from_right else seats
    first = x - (len(line) - 1) * PITCH / 2
    sketch.chairs += [Chair(seat, first + i * PITCH, y, faces) for i, seat in enumerate(line)]


def _column(sketch: _Sketch, seats: Sequence[str], x: float, y: float, faces: float) -> None:
    """Chairs under one another, the first at y."""
    sketch.chairs += [Chair(seat, x, y + i * PITCH, faces) for i, seat in enumerate(seats)]


def _wide(number: int) -> float:
    return max(1, number) * PITCH + 20


def _facing_audience(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """One row behind a table, looking at the observer."""
    seats = frame.lines[0].seats if frame.lines else ()
    sketch.boards.append(Board(0, GAP + DEPTH / 2, _wide(len(seats)), DEPTH))
    _row(sketch, seats, 0, 0, 0)
    sketch.signs.append(Sign("observer", 0, GAP + DEPTH + PITCH))


def _standing_rows(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Rows without a table that look at the observer, the first in front."""
    for number, line in enumerate(frame.lines):
        _row(sketch, line.seats, 0, -number * PITCH * 1.2, 0)
    mark: Mark = "entrance" if request.layout == "receiving_line" else "observer"
    x = -_wide(len(frame.lines[0].seats) if frame.lines else 0) / 2 if mark == "entrance" else 0.0
    sketch.signs.append(Sign(mark, x, PITCH * 1.3))


def _theatre(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Rows that look up to the stage; two blocks of a row with the aisle between them."""
    has_aisle = bool(request.shape.left and request.shape.right)
    sketch.signs.append(Sign("stage", 0, -PITCH * 1.6))
    rows = (
        [frame.lines[i : i + 2] for i in range(0, len(frame.lines), 2)]
        if has_aisle
        else [(line,) for line in frame.lines]
    )
    for number, blocks in enumerate(rows):
        y = number * PITCH * 1.4
        if len(blocks) < 2:
            _row(sketch, blocks[0].seats, 0, y, 180)
            continue
        left, right = blocks[0].seats, blocks[1].seats
        _row(sketch, left, -(AISLE + len(left) * PITCH) / 2, y, 180)
        _row(sketch, right, (AISLE + len(right) * PITCH) / 2, y, 180)
    sketch.signs.append(Sign("door", 0, len(rows) * PITCH * 1.4 + PITCH / 2))


def _long_table(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Two sides of a table, the first above it; the middle persons face each other."""
    honoured = {chain.seats[0] for chain in frame.chains if chain.seats}
    honoured |= set(frame.chains[0].seats[:2]) if len(frame.chains) == 1 else set()
    for number, line in enumerate(frame.lines[:2]):
        seats = line.seats[::-1] if number else line.seats
        middle = next((i for i, seat in enumerate(seats) if seat in honoured), (len(seats) - 1) / 2)
        y = (DEPTH / 2 + GAP) * (1 if number else -1)
        for i, seat in enumerate(seats):
            sketch.chairs.append(Chair(seat, (i - middle) * PITCH, y, 180 if number else 0))
    xs = [chair.x for chair in sketch.chairs] or [0.0]
    middle_x = (min(xs) + max(xs)) / 2
    sketch.boards.append(Board(middle_x, 0, max(xs) - min(xs) + PITCH + 20, DEPTH))


def _couples(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """French style: two long sides; English style: two sides from the host's end down, and the two ends."""
    if len(frame.lines) < 4:
        _long_table(sketch, request, frame, spots)
        return
    right, left, head, foot = (line.seats for line in frame.lines)
    deep = max(len(right), len(left), 1) * PITCH + 20
    sketch.boards.append(Board(0, deep / 2, DEPTH, deep))
    across = DEPTH / 2 + GAP
    _column(sketch, right, -across, PITCH / 2 + 10, 270)
    _column(sketch, left, across, PITCH / 2 + 10, 90)
    _row(sketch, head, 0, -GAP, 0)
    _row(sketch, foot, 0, deep + GAP, 180)


def _with_head(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """U, T and hollow square: the head above, arms or stem down, the fourth side below."""
    head, own_right, own_left = (line.seats for line in frame.lines[:3])
    foot = frame.lines[3].seats if len(frame.lines) > 3 else ()
    wide = max(_wide(len(head)), _wide(len(foot)), 3 * DEPTH)
    deep = max(len(own_right), len(own_left)) * PITCH + 20
    sketch.boards.append(Board(0, 0, wide, DEPTH))
    _row(sketch, head, 0, -DEPTH / 2 - GAP, 0)
    top = DEPTH / 2
    if request.layout == "t":
        if own_right or own_left:
            sketch.boards.append(Board(0, top + deep / 2, DEPTH, deep))
        across = DEPTH / 2 + GAP
        _column(sketch, own_right, -across, top + PITCH, 270)
        _column(sketch, own_left, across, top + PITCH, 90)
        return
    edge = wide / 2
    for seats, side in ((own_right, -1), (own_left, 1)):
        if seats:
            sketch.boards.append(Board(side * (edge - DEPTH / 2), top + deep / 2, DEPTH, deep))
        _column(sketch, seats, side * (edge + GAP), top + PITCH / 2 + 10, 270 if side < 0 else 90)
    if foot:
        sketch.boards.append(Board(0, top + deep + DEPTH / 2, wide, DEPTH))
        _row(sketch, foot, 0, top + deep + DEPTH + GAP, 180, from_right=True)


def _ring(sketch: _Sketch, seats: Sequence[str], x: float, y: float, name: str = "") -> None:
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


def _round(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    _ring(sketch, frame.lines[0].seats if frame.lines else (), 0, 0)


def _hall(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Round tables where they were put, the others in rows."""
    names = [line.seats[0].rpartition("/")[0] if line.seats else "" for line in frame.lines]
    most = max((len(line.seats) for line in frame.lines), default=0)
    apart = diameter(most) + 2 * GAP + AISLE
    across = max(1, ceil(sqrt(len(names))))
    for number, (name, line) in enumerate(zip(names, frame.lines, strict=True)):
        usual = (
            apart * (number % across) + apart / 2 + MARGIN,
            apart * (number // across) + apart / 2 + MARGIN,
        )
        x, y = spots.get(name, usual)
        _ring(sketch, line.seats, x, y, name)


def _signing(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """The signatories at the table, their delegations standing behind."""
    seated = frame.lines[0].seats if frame.lines else ()
    sketch.boards.append(Board(0, GAP + DEPTH / 2, _wide(2 * len(seated)), DEPTH))
    for number, seat in enumerate(seated):
        sketch.chairs.append(Chair(seat, (number - (len(seated) - 1) / 2) * 2 * PITCH, 0, 0))
    if len(frame.lines) > 1:
        _row(sketch, frame.lines[1].seats, 0, -PITCH * 2, 0)
    sketch.signs.append(Sign("observer", 0, GAP + DEPTH + PITCH))


def _vehicle(sketch: _Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """A car or minibus that drives upwards: the driver in front at the left, rows from the right."""
    lines = frame.lines
    most = max((len(line.seats) for line in lines), default=1)
    half = (max(most, 2) - 1) * PITCH / 2
    is_car = request.layout == "car"
    sketch.signs.append(Sign("driver", -half, 0))
    rows = [*lines] if is_car else [None, *lines]
    for number, line in enumerate(rows):
        for place, seat in enumerate(line.seats if line else ()):
            apart = 2 * half if is_car and line and len(line.seats) == 2 else PITCH
            sketch.chairs.append(Chair(seat, half - place * apart, number * PITCH * 1.4, 180))
    if not is_car:
        sketch.signs.append(Sign("door", half + PITCH, PITCH * 1.4))


def _behind(sketch: _Sketch, frame: Frame) -> None:
    """Chairs aside: behind the first persons of their line."""
    chairs = {chair.seat: chair for chair in sketch.chairs}
    first = {
        chain.seats[0].partition("/")[0]: chain.seats[0] for chain in reversed(frame.chains) if chain.seats
    }
    for seat in frame.aside:
        line, _slash, rest = seat.partition("/")
        number = int(rest.rpartition("/")[2])
        before = chairs.get(first.get(line, ""))
        x, y, faces = (before.x, before.y, before.faces) if before else (0.0, 0.0, 0.0)
        away = PITCH * 1.1 * (1 if faces == 180 else -1)
        sketch.chairs.append(Chair(seat, x + (number - 0.5) * PITCH, y + away, faces))


_DRAWN: Mapping[Layout, Callable[[_Sketch, Request, Frame, Mapping[str, Spot]], None]] = {
    "head_table": _facing_audience,
    "theatre": _theatre,
    "long_cohost": _long_table,
    "long_opposite": _long_table,
    "couples": _couples,
    "bilateral": _long_table,
    "armchairs": _standing_rows,
    "u": _with_head,
    "t": _with_head,
    "hollow_square": _with_head,
    "round": _round,
    "hall": _hall,
    "signing": _signing,
    "car": _vehicle,
    "minibus": _vehicle,
    "photo": _standing_rows,
    "receiving_line": _standing_rows,
    "wreath": _standing_rows,
}
