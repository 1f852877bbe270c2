"""Paints the room of a seating plan: tables, chairs with their guests, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from dipdesk.gui.form.seating.face import Face
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import Tokens
from dipdesk.rules.seating.geometry import Board, Chair, RoomDrawing, Sign

CHAIR = 24.0
"""The radius of a chair in centimetres."""
_SMALLEST = 9.0
"""The radius in pixels from which names stand beside chairs."""


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


class RoomPainter:
    """Paints a :class:`View`; ``frame`` is where its corner lies and how many pixels a centimetre has."""

    def __init__(self, painter: QPainter, colours: Tokens, view: View, frame: tuple[QPointF, float]) -> None:
        self._painter, self._colours, self._view = painter, colours, view
        self._origin, self._scale = frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def room(self) -> None:
        """Everything: the picture beneath, tables, chairs, signs."""
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
        if face is not None and radius > _SMALLEST:
            self._name(chair, centre, radius, face)

    def _name(self, chair: Chair, centre: QPointF, radius: float, face: Face) -> None:
        letters = font("secondary")
        letters.setPixelSize(max(8, min(13, round(radius * 0.6))))
        self._painter.setFont(letters)
        self._painter.setPen(self._colours.ink)
        room, metrics = 64 * self._scale, QFontMetricsF(letters)
        text = metrics.elidedText(face.short, Qt.TextElideMode.ElideRight, room)
        above = centre.y() - radius - metrics.height() - 1
        top = above if chair.faces == 0 else centre.y() + radius + 1
        box = QRectF(centre.x() - room, top, 2 * room, metrics.height())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _sign(self, sign: Sign) -> None:
        self._painter.setFont(font("secondary"))
        self._painter.setPen(self._colours.muted)
        place = self._point(sign.x, sign.y)
        text = (self._view.words or {}).get(f"sign:{sign.mark}", sign.mark)
        area = QRectF(place.x() - 150, place.y() - 10, 300, 20)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
