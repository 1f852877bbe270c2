"""Paints the room of a seating plan: tables, chairs with their guests, and the words around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from dipdesk.gui.form.seating.face import Face
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import Tokens
from dipdesk.papers.ceremony.seat_names import LEADING, Box, Name
from dipdesk.papers.ceremony.seating_drawing import CHAIR, room_names
from dipdesk.papers.drawing import Align
from dipdesk.rules.seating.geometry import Board, Chair, RoomDrawing, Sign

_SMALLEST = 6.0
"""The radius in pixels from which names stand beside chairs."""
_SIGN = 40.0
"""Half the room in pixels that a word of the room keeps free of names."""
_LARGEST_NAME, _LEAST_NAME = 12.0, 8.0
"""The sizes of names in pixels."""


@dataclass(frozen=True)
class View:
    """What is shown: the room, who sits where, which seats are locked or blocked, and a picture beneath."""

    room: RoomDrawing
    faces: Mapping[str, Face]
    locked: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()
    broken: Mapping[str, str] = field(default_factory=dict)
    beneath: QPixmap | None = None
    words: Mapping[str, str] | None = None


def names_in(view: View, scale: float) -> tuple[Name, ...]:
    """Where the names stand, counted from the corner of the room; none where chairs are too small."""
    if scale * CHAIR < _SMALLEST:
        return ()
    people = {seat: face.called for seat, face in view.faces.items() if seat not in view.blocked}
    signs = [
        Box(sign.x * scale - _SIGN, sign.y * scale - 10, sign.x * scale + _SIGN, sign.y * scale + 10)
        for sign in view.room.signs
    ]
    found = room_names(view.room, people, scale, signs, _LARGEST_NAME, _LEAST_NAME)
    return tuple(found.values())


class RoomPainter:
    """Paints a :class:`View`; ``frame`` is where its corner lies and how many pixels a centimetre has."""

    def __init__(self, painter: QPainter, colours: Tokens, view: View, frame: tuple[QPointF, float]) -> None:
        self._painter, self._colours, self._view = painter, colours, view
        self._origin, self._scale = frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def room(self, names: Iterable[Name]) -> None:
        """Everything: the picture beneath, tables, chairs, their ``names``, signs."""
        room = self._view.room
        if self._view.beneath is not None:
            area = QRectF(self._point(0, 0), self._point(room.width, room.height))
            self._painter.setOpacity(0.35)
            self._painter.drawPixmap(area, self._view.beneath, QRectF(self._view.beneath.rect()))
            self._painter.setOpacity(1.0)
        for board in room.boards:
            self._board(board)
        for chair in room.chairs:
            self._chair(chair)
        for name in names:
            self._name(name)
        for sign in room.signs:
            self._sign(sign)

    def disc(self, centre: QPointF, radius: float, face: Face | None, *, is_blocked: bool = False) -> None:
        """A chair with the rank of its guest; dashed without one, crossed out if nobody may sit there."""
        if face is None:
            self._nobody(centre, radius, is_blocked=is_blocked)
            return
        painter, colours = self._painter, self._colours
        ground = QColor(face.colour)
        ground.setAlpha(46)
        painter.setPen(QPen(face.colour, 1.6))
        for brush in (colours.paper, ground):
            painter.setBrush(brush)
            painter.drawEllipse(centre, radius, radius)
        letters = font("table")
        letters.setPixelSize(max(7, round(radius * 0.85)))
        letters.setBold(True)
        painter.setFont(letters)
        painter.setPen(colours.ink)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(face.rank))

    def ring(self, seat: str) -> None:
        """The ring around the seat that is chosen."""
        chair = next((one for one in self._view.room.chairs if one.seat == seat), None)
        if chair is not None:
            radius = CHAIR * self._scale + 4
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._colours.accent, 3))
            self._painter.drawEllipse(self._point(chair.x, chair.y), radius, radius)

    def _point(self, x: float, y: float) -> QPointF:
        return self._origin + QPointF(x, y) * self._scale

    def _nobody(self, centre: QPointF, radius: float, *, is_blocked: bool) -> None:
        painter, colours = self._painter, self._colours
        style = Qt.PenStyle.SolidLine if is_blocked else Qt.PenStyle.DashLine
        painter.setPen(QPen(colours.dormant, 1.2, style))
        painter.setBrush(colours.dormant_soft if is_blocked else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        if is_blocked:
            corner = QPointF(radius, radius) * 0.6
            painter.drawLine(centre - corner, centre + corner)

    def _board(self, board: Board) -> None:
        painter, colours = self._painter, self._colours
        painter.setPen(QPen(colours.line, 1.2))
        painter.setBrush(colours.ground)
        corner = self._point(board.x - board.width / 2, board.y - board.height / 2)
        area = QRectF(corner.x(), corner.y(), board.width * self._scale, board.height * self._scale)
        if board.is_round:
            painter.drawEllipse(area)
        else:
            painter.drawRoundedRect(area, 4, 4)
        if board.name:
            painter.setPen(colours.muted)
            painter.setFont(font("section"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, board.name)

    def _chair(self, chair: Chair) -> None:
        view, painter, colours = self._view, self._painter, self._colours
        centre, radius = self._point(chair.x, chair.y), CHAIR * self._scale
        face = view.faces.get(chair.seat)
        self.disc(centre, radius, face, is_blocked=chair.seat in view.blocked)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chair.seat in view.broken:
            painter.setPen(QPen(colours.bad, 2.5))
            painter.drawEllipse(centre, radius + 1, radius + 1)
        if chair.seat in view.locked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.ink)
            corner = centre + QPointF(0.5, 0.45) * radius
            painter.drawRect(QRectF(corner.x(), corner.y(), radius * 0.5, radius * 0.4))

    def _name(self, name: Name) -> None:
        """A name beside its chair, with the line that leads to it if it stands further away."""
        painter, origin = self._painter, self._origin
        if name.leader is not None:
            painter.setPen(QPen(self._colours.line, 1))
            top, bottom = name.leader
            painter.drawLine(origin + QPointF(name.x, top), origin + QPointF(name.x, bottom))
        letters = font("secondary")
        letters.setPixelSize(round(name.size))
        painter.setFont(letters)
        painter.setPen(self._colours.ink)
        metrics = QFontMetricsF(letters)
        for number, line in enumerate(name.lines):
            wide = metrics.horizontalAdvance(line)
            left = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[name.align]
            base = name.y + number * name.size * LEADING
            painter.drawText(origin + QPointF(name.x - left, base), line)

    def _sign(self, sign: Sign) -> None:
        self._painter.setFont(font("secondary"))
        self._painter.setPen(self._colours.muted)
        place = self._point(sign.x, sign.y)
        text = (self._view.words or {}).get(f"sign:{sign.mark}", sign.mark)
        area = QRectF(place.x() - 150, place.y() - 10, 300, 20)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
