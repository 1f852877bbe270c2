"""Where the chairs and tables of a layout stand in a room, in centimetres from its upper left corner.

Seen from above, with the observer (hall, guests coming in, camera) at the lower edge, so that the observer's
left is the left of the drawing. 65 cm a chair: the practice asks for 60 to 80 cm a guest.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import count
from math import ceil, sqrt

from dipdesk.rules.seating.parts import Frame, Layout, Request
from dipdesk.rules.seating.sketch import (
    AISLE,
    DEPTH,
    GAP,
    MARGIN,
    PITCH,
    Board,
    Chair,
    Mark,
    RoomDrawing,
    Sign,
    Sketch,
    Spot,
    column,
    diameter,
    fitted,
    ring,
    row,
    wide,
)

_LONG = ("long_cohost", "long_opposite", "bilateral")
_CLEAR = 0.8
"""How far a new table stays away from one that was put somewhere, in parts of the usual distance."""

__all__ = ["MARGIN", "Board", "Chair", "RoomDrawing", "Sign", "Spot", "room"]


def room(request: Request, frame: Frame, spots: Mapping[str, Spot] | None = None) -> RoomDrawing:
    """The drawing of a layout; ``spots`` says where tables of a hall were put, by their ids."""
    sketch = Sketch([], [], [])
    _DRAWN[request.layout](sketch, request, frame, spots or {})
    _behind(sketch, frame)
    return fitted(sketch, keep=bool(spots) and request.layout == "hall")


def from_right(layout: str, seats: Collection[str]) -> str:
    """The line of a layout that is drawn with its first seat at the right; empty for none.

    Its seats are numbered as those who look at it from the other side of the table see them. ``seats`` are
    all of the plan.
    """
    if layout == "hollow_square":
        return "4"
    is_long = layout in _LONG or (layout == "couples" and not any(one.startswith("3/") for one in seats))
    return "2" if is_long else ""


def _facing_audience(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """One row behind a table, looking at the observer."""
    seats = frame.lines[0].seats if frame.lines else ()
    sketch.boards.append(Board(0, GAP + DEPTH / 2, wide(len(seats)), DEPTH))
    row(sketch, seats, 0, 0, 0)
    sketch.signs.append(Sign("observer", 0, GAP + DEPTH + PITCH))


def _standing_rows(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Rows without a table that look at the observer, the first in front."""
    for number, line in enumerate(frame.lines):
        row(sketch, line.seats, 0, -number * PITCH * 1.2, 0)
    mark: Mark = "entrance" if request.layout == "receiving_line" else "observer"
    x = -wide(len(frame.lines[0].seats) if frame.lines else 0) / 2 if mark == "entrance" else 0.0
    sketch.signs.append(Sign(mark, x, PITCH * 1.3))


def _theatre(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
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
            row(sketch, blocks[0].seats, 0, y, 180)
            continue
        left, right = blocks[0].seats, blocks[1].seats
        row(sketch, left, -(AISLE + len(left) * PITCH) / 2, y, 180)
        row(sketch, right, (AISLE + len(right) * PITCH) / 2, y, 180)
    sketch.signs.append(Sign("door", 0, len(rows) * PITCH * 1.4 + PITCH / 2))


def _long_table(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Two sides of a table, the first above it; the middle persons face each other.

    Heads of delegations have as much of the table to their left as to their right.
    """
    honoured = _heads(frame) if request.layout == "bilateral" else _in_the_middle(frame)
    for number, line in enumerate(frame.lines[:2]):
        seats = line.seats[::-1] if number else line.seats
        middle = next((i for i, seat in enumerate(seats) if seat in honoured), (len(seats) - 1) / 2)
        y = (DEPTH / 2 + GAP) * (1 if number else -1)
        for i, seat in enumerate(seats):
            sketch.chairs.append(Chair(seat, (i - middle) * PITCH, y, 180 if number else 0))
    xs = [chair.x for chair in sketch.chairs] or [0.0]
    if request.layout == "bilateral":
        xs += [-x for x in xs]
    middle_x = (min(xs) + max(xs)) / 2
    sketch.boards.append(Board(middle_x, 0, max(xs) - min(xs) + PITCH + 20, DEPTH))


def _in_the_middle(frame: Frame) -> set[str]:
    """The first seat of each chain, of a single one the first two."""
    honoured = {chain.seats[0] for chain in frame.chains if chain.seats}
    return honoured | (set(frame.chains[0].seats[:2]) if len(frame.chains) == 1 else set())


def _heads(frame: Frame) -> set[str]:
    """The first seat of the first chain of each side; interpreters have chains of their own after it."""
    firsts = [chain.seats[0] for chain in frame.chains if chain.seats]
    return set({seat.partition("/")[0]: seat for seat in reversed(firsts)}.values())


def _couples(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """French style: two long sides; English style: two sides from the host's end down, and the two ends."""
    if len(frame.lines) < 4:
        _long_table(sketch, request, frame, spots)
        return
    right, left, head, foot = (line.seats for line in frame.lines)
    deep = max(len(right), len(left), 1) * PITCH + 20
    sketch.boards.append(Board(0, deep / 2, DEPTH, deep))
    across = DEPTH / 2 + GAP
    column(sketch, right, -across, PITCH / 2 + 10, 270)
    column(sketch, left, across, PITCH / 2 + 10, 90)
    row(sketch, head, 0, -GAP, 0)
    row(sketch, foot, 0, deep + GAP, 180)


def _with_head(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """U, T and hollow square: the head above, arms or stem down, the fourth side below."""
    head, own_right, own_left = (line.seats for line in frame.lines[:3])
    foot = frame.lines[3].seats if len(frame.lines) > 3 else ()
    breadth = max(wide(len(head)), wide(len(foot)), 3 * DEPTH)
    deep = max(len(own_right), len(own_left)) * PITCH + 20
    sketch.boards.append(Board(0, 0, breadth, DEPTH))
    row(sketch, head, 0, -DEPTH / 2 - GAP, 0)
    top = DEPTH / 2
    if request.layout == "t":
        if own_right or own_left:
            sketch.boards.append(Board(0, top + deep / 2, DEPTH, deep))
        across = DEPTH / 2 + GAP
        column(sketch, own_right, -across, top + PITCH, 270)
        column(sketch, own_left, across, top + PITCH, 90)
        return
    edge = breadth / 2
    for seats, side in ((own_right, -1), (own_left, 1)):
        if seats:
            sketch.boards.append(Board(side * (edge - DEPTH / 2), top + deep / 2, DEPTH, deep))
        column(sketch, seats, side * (edge + GAP), top + PITCH / 2 + 10, 270 if side < 0 else 90)
    if foot:
        sketch.boards.append(Board(0, top + deep + DEPTH / 2, breadth, DEPTH))
        row(sketch, foot, 0, top + deep + DEPTH + GAP, 180, from_right=True)


def _round(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    ring(sketch, frame.lines[0].seats if frame.lines else (), 0, 0)


def _hall(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """Round tables where they were put, the others in rows."""
    names = [line.seats[0].rpartition("/")[0] if line.seats else "" for line in frame.lines]
    most = max((len(line.seats) for line in frame.lines), default=0)
    apart = diameter(most) + 2 * GAP + AISLE
    free = _free_spots(
        apart, max(1, ceil(sqrt(len(names)))), [spots[name] for name in names if name in spots]
    )
    for name, line in zip(names, frame.lines, strict=True):
        x, y = spots[name] if name in spots else next(free)
        ring(sketch, line.seats, x, y, name)


def _free_spots(apart: float, across: int, taken: Sequence[Spot]) -> Iterator[Spot]:
    """Places in rows of ``across`` where no table that somebody put is in the way."""
    for number in count():
        x = apart * (number % across) + apart / 2 + MARGIN
        y = apart * (number // across) + apart / 2 + MARGIN
        if all(max(abs(x - left), abs(y - top)) >= _CLEAR * apart for left, top in taken):
            yield x, y


def _signing(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """The signatories at the table, their delegations standing behind."""
    seated = frame.lines[0].seats if frame.lines else ()
    sketch.boards.append(Board(0, GAP + DEPTH / 2, wide(2 * len(seated)), DEPTH))
    for number, seat in enumerate(seated):
        sketch.chairs.append(Chair(seat, (number - (len(seated) - 1) / 2) * 2 * PITCH, 0, 0))
    if len(frame.lines) > 1:
        row(sketch, frame.lines[1].seats, 0, -PITCH * 2, 0)
    sketch.signs.append(Sign("observer", 0, GAP + DEPTH + PITCH))


def _vehicle(sketch: Sketch, request: Request, frame: Frame, spots: Mapping[str, Spot]) -> None:
    """A car or minibus that drives upwards: the driver in front at the left, rows from the right."""
    lines = frame.lines
    most = max((len(line.seats) for line in lines), default=1)
    half = (max(most, 2) - 1) * PITCH / 2
    is_car = request.layout == "car"
    drives = is_car and len(lines[0].seats) > 1
    sketch.signs.append(Sign("driver", -half, -PITCH * 0.75 if drives else 0))
    rows = [*lines] if is_car else [None, *lines]
    for number, line in enumerate(rows):
        for place, seat in enumerate(line.seats if line else ()):
            apart = 2 * half if is_car and line and len(line.seats) == 2 else PITCH
            sketch.chairs.append(Chair(seat, half - place * apart, number * PITCH * 1.4, 180))
    if not is_car:
        sketch.signs.append(Sign("door", half + PITCH, PITCH * 1.4))


def _behind(sketch: Sketch, frame: Frame) -> None:
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


_DRAWN: Mapping[Layout, Callable[[Sketch, Request, Frame, Mapping[str, Spot]], None]] = {
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
