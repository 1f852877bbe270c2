"""Seating plans as vector drawings: tables, chairs with names, and which side looks at whom."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.seating_plans import Seated
from dipdesk.i18n import _
from dipdesk.model import SeatingTable
from dipdesk.papers.blocks import Align, Figure, Grow, Ink, Label, Line, Rect, Shape
from dipdesk.papers.ceremony.seat_names import LEAST, USUAL, Box, Name, Stand, names_of
from dipdesk.papers.drawing import Circle
from dipdesk.rules.seating.geometry import Board, Chair, RoomDrawing, Sign, Spot, room

_WORDS: Mapping[str, Callable[[], str]] = {
    "observer": lambda: _("Observer"),
    "stage": lambda: _("Stage"),
    "entrance": lambda: _("Entrance"),
    "driver": lambda: _("Driver"),
    "door": lambda: _("Door"),
}
CHAIR = 22.0
"""The radius of a chair in centimetres."""
_SIGN, _SIGN_ROOM = 9.0, 110.0
"""The size of a word beside the chairs and its room, the same in every language."""
_PAD = 3.0
_TRIES = 6
_USUAL, _POSTER = (1.0, USUAL), (1.6, 12.0)
"""The most points of a centimetre, and the largest size of names."""
_ROUND = 0.4
"""Half the side of the square that a round table keeps free of names, in parts of its diameter."""


@dataclass(frozen=True)
class _Drawn:
    """The parts of a plan at one scale, wherever they lie, and the rectangle that holds them all."""

    shapes: tuple[Shape, ...]
    box: Box


def seating_figure(
    seated: Seated,
    width: float,
    height: float,
    spots: Mapping[str, Spot],
    observer: str = "",
    *,
    poster: bool = False,
) -> Figure:
    """The plan in at most ``width`` by ``height`` points, as large as it fits, with nothing empty around it.

    ``observer`` is what the observer's side is called. On a ``poster`` chairs and names may be larger.
    """
    largest, most = _POSTER if poster else _USUAL
    plan = room(seated.request, seated.plan.frame, spots)
    scale = min((width - 2 * _PAD) / plan.width, (height - 2 * _PAD) / plan.height, largest) * 1.5
    scale = min(scale, largest)
    for _attempt in range(_TRIES):
        drawn = _drawn(plan, seated, scale, observer, most)
        wide, high = drawn.box.right - drawn.box.left, drawn.box.bottom - drawn.box.top
        share = min((width - 2 * _PAD) / wide, (height - 2 * _PAD) / high)
        if share >= 1:
            break
        scale *= share * 0.995
    dx, dy = _PAD - drawn.box.left, _PAD - drawn.box.top
    return Figure(wide + 2 * _PAD, high + 2 * _PAD, tuple(_moved(shape, dx, dy) for shape in drawn.shapes))


def spots_of(session: Session, plan_id: str) -> dict[str, Spot]:
    """Where the tables of a hall were put, by their names."""
    tables = session.scalars(select(SeatingTable).where(SeatingTable.plan_id == plan_id))
    return {
        one.name: (float(one.x), float(one.y)) for one in tables if one.x is not None and one.y is not None
    }


def room_names(
    plan: RoomDrawing,
    people: Mapping[str, tuple[str, str]],
    scale: float,
    taken: Sequence[Box] = (),
    most: float = USUAL,
    least: float = LEAST,
) -> dict[str, Name]:
    """Where the names stand in a room, by seat; ``people`` are given and family name of each.

    ``scale`` is how long a centimetre is; ``taken`` is where nothing may stand besides chairs and tables.
    """
    ground = [_chair_box(chair, scale) for chair in plan.chairs]
    ground += [_board_box(board, scale, _ROUND if board.is_round else 0.5) for board in plan.boards]
    chairs = [chair for chair in plan.chairs if chair.seat in people]
    stands = [_stand(chair, people[chair.seat], scale) for chair in chairs]
    found = zip(chairs, names_of(stands, [*ground, *taken], most, least), strict=True)
    return {chair.seat: name for chair, name in found if name is not None}


def _stand(chair: Chair, called: tuple[str, str], scale: float) -> Stand:
    turn = radians(chair.faces)
    out = (round(sin(turn), 3), round(-cos(turn), 3))
    return Stand(chair.x * scale, chair.y * scale, CHAIR * scale, out, *called)


def _drawn(plan: RoomDrawing, seated: Seated, scale: float, observer: str, most: float) -> _Drawn:
    signs = [_sign(sign, scale, observer) for sign in plan.signs]
    people = {chair.seat: _called(chair, seated) for chair in plan.chairs if _guest_at(chair, seated)}
    names = room_names(plan, people, scale, [_sign_box(sign) for sign in signs], most)
    shapes: list[Shape] = [shape for board in plan.boards for shape in _board(board, scale, most)]
    for chair in plan.chairs:
        shapes += _chair(chair, seated, scale, most)
        shapes += _written(names.get(chair.seat))
    edges = [_chair_box(chair, scale) for chair in plan.chairs]
    edges += [_board_box(board, scale, 0.5) for board in plan.boards]
    edges += [*map(_sign_box, signs), *(name.box for name in names.values())]
    return _Drawn((*shapes, *signs), _around(edges))


def _guest_at(chair: Chair, seated: Seated) -> str:
    """The guest who sits there; empty for none."""
    return "" if chair.seat in seated.request.blocked else seated.seating.get(chair.seat, "")


def _called(chair: Chair, seated: Seated) -> tuple[str, str]:
    """Given and family name of who sits there."""
    person = seated.attendee(seated.seating[chair.seat]).person
    return person.given_name, person.family_name


def _board(board: Board, scale: float, most: float) -> Iterator[Shape]:
    x, y = board.x * scale, board.y * scale
    width, height = board.width * scale, board.height * scale
    if board.is_round:
        yield Circle(x, y, width / 2, fill=Ink.TINT)
    else:
        yield Rect(x - width / 2, y - height / 2, width, height, fill=Ink.TINT, radius=3)
    if board.name:
        yield Label(
            x, y + 4, board.name, size=most + 3, bold=True, align=Align.CENTRE, ink=Ink.ACCENT, room=width
        )


def _chair(chair: Chair, seated: Seated, scale: float, most: float) -> Iterator[Shape]:
    """A chair with the rank of its guest; an empty one in outline, a blocked one filled in."""
    x, y, radius = chair.x * scale, chair.y * scale, CHAIR * scale
    if chair.seat in seated.request.blocked:
        yield Circle(x, y, radius, fill=Ink.LINE)
        return
    guest = _guest_at(chair, seated)
    if not guest:
        yield Circle(x, y, radius, ink=Ink.MUTED)
        return
    one = seated.attendee(guest)
    is_host = one.guest.side == "host"
    yield Circle(x, y, radius, fill=Ink.TINT if is_host else Ink.PAPER, ink=Ink.ACCENT, thickness=0.8)
    size = min(most + 1, radius)
    yield Label(x, y + size / 3, str(one.place), size=size, bold=True, align=Align.CENTRE, room=2 * radius)


def _written(name: Name | None) -> Iterator[Shape]:
    if name is None:
        return
    if name.leader is not None:
        yield Line(name.x, name.leader[0], name.x, name.leader[1])
    text = "\n".join(name.lines)
    yield Label(name.x, name.y, text, size=name.size, align=name.align, grow=Grow.DOWN)


def _sign(sign: Sign, scale: float, observer: str) -> Label:
    text = observer if sign.mark == "observer" and observer else _WORDS[sign.mark]()
    x, y = sign.x * scale, sign.y * scale
    return Label(x, y, text, size=_SIGN, align=Align.CENTRE, ink=Ink.MUTED, room=_SIGN_ROOM)


def _chair_box(chair: Chair, scale: float) -> Box:
    return _square(chair.x * scale, chair.y * scale, CHAIR * scale, CHAIR * scale)


def _board_box(board: Board, scale: float, share: float) -> Box:
    """What a table keeps free of names, ``share`` of it to each side; round ones give way at corners."""
    return _square(
        board.x * scale, board.y * scale, board.width * share * scale, board.height * share * scale
    )


def _sign_box(sign: Label) -> Box:
    return Box(sign.x - sign.room / 2, sign.y - _SIGN, sign.x + sign.room / 2, sign.y + _SIGN / 3)


def _square(x: float, y: float, across: float, down: float) -> Box:
    return Box(x - across, y - down, x + across, y + down)


def _around(boxes: Sequence[Box]) -> Box:
    if not boxes:
        return Box(0, 0, 1, 1)
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, x1=shape.x1 + dx, y1=shape.y1 + dy, x2=shape.x2 + dx, y2=shape.y2 + dy)
    assert isinstance(shape, Circle | Rect | Label)
    return replace(shape, x=shape.x + dx, y=shape.y + dy)
