"""The room of a seating plan: chairs that can be chosen, dragged and swapped, tables that can be moved."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from dipdesk.gui.form.seating.face import GUEST_MIME
from dipdesk.gui.form.seating.neighbours import next_seat
from dipdesk.gui.form.seating.painter import View
from dipdesk.gui.form.seating.room_view import RoomView
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.tokens import tokens
from dipdesk.papers.ceremony.seating_drawing import CHAIR
from dipdesk.rules.seating.geometry import Board, Chair

_ZOOM = 1.2
_NEAR = 1.6
"""How many radii away from a chair a dragged guest still lands on it."""


class Canvas(RoomView):
    """Says what somebody wants to be changed, and changes nothing itself."""

    seat_dropped = Signal(str, str)
    """A guest of the first seat was dropped on the second."""
    taken_off = Signal(str)
    """The guest of a seat was dragged out of the room."""
    wanted = Signal(str)
    """Enter on a seat."""
    removal_wanted = Signal(str)
    table_moved = Signal(str, float, float)
    """A table was put somewhere else, in centimetres."""
    menu_wanted = Signal(str, QPoint)
    guest_dropped = Signal(str, str)
    """A guest from the list was dropped on a seat: guest and seat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._held: Chair | Board | None = None
        self._grip = QPointF()
        self._at = QPointF()
        self._pan: QPointF | None = None

    def show_view(self, view: View) -> None:
        """Show another state of the room; what is dragged is let go."""
        self._held = None
        super().show_view(view)

    def paint_above(self, painter: QPainter) -> None:
        """Paint what is dragged."""
        held, colours = self._held, tokens(self)
        if held is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(held, Board):
            area = self.area_of(held).translated(self._at - self._grip)
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area) if held.is_round else painter.drawRect(area)
            return
        assert self.view is not None
        radius = CHAIR * self.scale()
        if target := self.seat_at(self._at, _NEAR):
            chair = next(one for one in self.view.room.chairs if one.seat == target)
            painter.setPen(QPen(colours.accent, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.point(chair.x, chair.y), radius + 3, radius + 3)
        face = self.view.faces.get(held.seat)
        self.room_painter(painter).disc(self._at, radius, face)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = place
            return
        if event.button() != Qt.MouseButton.LeftButton or self.view is None:
            return
        seat = self.seat_at(place)
        self.choose(seat)
        self._grip = self._at = place
        if seat and seat in self.view.faces and seat not in self.view.locked:
            self._held = next(one for one in self.view.room.chairs if one.seat == seat)
        elif not seat:
            self._held = self.board_at(place)
            self._pan = place if self._held is None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self._pan is not None:
            self.shift(place - self._pan)
            self._pan = place
        elif self._held is not None:
            self._at = place
            self.update()
        elif seat := self.seat_at(place):
            QToolTip.showText(event.globalPosition().toPoint(), as_tooltip(self.words_of(seat)), self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        held, place = self._held, event.position()
        self._held, self._pan = None, None
        self.update()
        if held is None or (place - self._grip).manhattanLength() < 4:
            return
        if isinstance(held, Board):
            gap = (place - self._grip) / self.scale()
            self.table_moved.emit(held.name, held.x + gap.x(), held.y + gap.y())
        elif target := self.seat_at(place, _NEAR):
            if target != held.seat:
                self.seat_dropped.emit(held.seat, target)
        elif not self.rect().contains(place.toPoint()):
            self.taken_off.emit(held.seat)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if seat := self.seat_at(event.position()):
            self.wanted.emit(seat)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM, event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        seat = self.seat_at(QPointF(event.pos())) or self.seat
        if seat:
            self.choose(seat)
            self.menu_wanted.emit(seat, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasFormat(GUEST_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if seat := self.seat_at(event.position(), _NEAR):
            self.choose(seat)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        guest = bytes(event.mimeData().data(GUEST_MIME).data()).decode()
        if seat := self.seat_at(event.position(), _NEAR):
            self.guest_dropped.emit(guest, seat)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self.choose(next_seat(self.view.room.chairs if self.view else (), self.seat, *ways[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.seat:
            self.wanted.emit(self.seat)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.seat:
            self.removal_wanted.emit(self.seat)
        elif event.text() in ("+", "-"):
            self.zoom(_ZOOM if event.text() == "+" else 1 / _ZOOM)
        elif event.text() == "0":
            self.fit()
        else:
            super().keyPressEvent(event)
