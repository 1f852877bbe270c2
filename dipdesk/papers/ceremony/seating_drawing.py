"""Seating plans as vector drawings: tables, chairs with names, and which side looks at whom."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.seating_plans import Seated
from dipdesk.i18n import _
from dipdesk.model import SeatingTable
from dipdesk.papers.blocks import Align, Figure, Ink, Label, Rect, Shape
from dipdesk.papers.drawing import Circle
from dipdesk.rules.seating.geometry import Board, Chair, Sign, Spot, room

_WORDS: Mapping[str, Callable[[], str]] = {
    "observer": lambda: _("Observer"),
    "stage": lambda: _("Stage"),
    "entrance": lambda: _("Entrance"),
    "driver": lambda: _("Driver"),
    "door": lambda: _("Door"),
}
_CHAIR = 22.0
"""The radius of a chair in centimetres."""


def seating_figure(
    seated: Seated, width: float, height: float, spots: Mapping[str, Spot], observer: str = ""
) -> Figure:
    """The plan in ``width`` by ``height`` points; ``observer`` is what the observer's side is called."""
    drawn = room(seated.request, seated.plan.frame, spots)
    scale = min(width / drawn.width, height / drawn.height, 1.0)
    shapes = [
        *(shape for board in drawn.boards for shape in _board(board, scale)),
        *(shape for chair in drawn.chairs for shape in _chair(chair, seated, scale)),
        *(_sign(sign, scale, observer) for sign in drawn.signs),
    ]
    return Figure(drawn.width * scale, drawn.height * scale, tuple(shapes))


def spots_of(session: Session, plan_id: str) -> dict[str, Spot]:
    """Where the tables of a hall were put, by their names."""
    tables = session.scalars(select(SeatingTable).where(SeatingTable.plan_id == plan_id))
    return {
        one.name: (float(one.x), float(one.y)) for one in tables if one.x is not None and one.y is not None
    }


def _board(board: Board, scale: float) -> Iterator[Shape]:
    x, y = board.x * scale, board.y * scale
    width, height = board.width * scale, board.height * scale
    if board.is_round:
        yield Circle(x, y, width / 2, fill=Ink.TINT)
    else:
        yield Rect(x - width / 2, y - height / 2, width, height, fill=Ink.TINT, radius=3)
    if board.name:
        yield Label(x, y + 4, board.name, size=11, bold=True, align=Align.CENTRE, ink=Ink.ACCENT)


def _chair(chair: Chair, seated: Seated, scale: float) -> Iterator[Shape]:
    """A chair with the rank and name of its guest; an empty one in outline, a blocked one dashed out."""
    x, y, radius = chair.x * scale, chair.y * scale, _CHAIR * scale
    guest = seated.seating.get(chair.seat)
    if chair.seat in seated.request.blocked:
        yield Circle(x, y, radius, fill=Ink.LINE)
        return
    if guest is None:
        yield Circle(x, y, radius, ink=Ink.MUTED)
        return
    one = seated.attendee(guest)
    is_host = one.guest.side == "host"
    yield Circle(x, y, radius, fill=Ink.TINT if is_host else Ink.PAPER, ink=Ink.ACCENT, thickness=0.8)
    yield Label(x, y + 3, str(one.place), size=min(9, radius), bold=True, align=Align.CENTRE, room=2 * radius)
    below = y - radius - 3 if chair.faces == 0 else y + radius + 8
    name = one.person.full_name()
    yield Label(x, below, name, size=min(7.5, 26 * scale), align=Align.CENTRE, room=64 * scale)


def _sign(sign: Sign, scale: float, observer: str) -> Label:
    text = observer if sign.mark == "observer" and observer else _WORDS[sign.mark]()
    return Label(sign.x * scale, sign.y * scale, text, size=9, align=Align.CENTRE, ink=Ink.MUTED)
