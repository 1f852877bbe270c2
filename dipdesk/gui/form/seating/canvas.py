"""The room of a seating plan: chairs that can be chosen, dragged and swapped, tables that can be moved.

The room is painted once into a picture; while something is dragged only that is painted over it, so that 500
seats move as lightly as five.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dipdesk.gui.form.chain.step_table import as_tooltip
from dipdesk.gui.form.seating.face import GUEST_MIME
from dipdesk.gui.form.seating.neighbours import next_seat
from dipdesk.gui.form.seating.painter import RoomPainter, View, names_in
from dipdesk.gui.tokens import Tokens, tokens
from dipdesk.i18n import _
from dipdesk.papers.ceremony.seat_names import Name
from dipdesk.papers.ceremony.seating_drawing import CHAIR
from dipdesk.rules.seating.geometry import Board, Chair

_ZOOM = 1.2
_MOST, _LEAST = 8.0, 0.2
_NEAR = 1.6
"""How many radii away from a chair a dragged guest still lands on it."""


class Canvas(QWidget):
    """Shows a :class:`View`; says what somebody wants to be changed, and changes nothing itself."""

    chosen = Signal(str)
    """The seat that is chosen now; empty for none."""
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Room"))
        self.view: View | None = None
        self.seat = ""
        self._zoom = 1.0
        self._shift = QPointF(0, 0)
        self._still: QPixmap | None = None
        self._names: tuple[float, tuple[Name, ...]] | None = None
        self._held: Chair | Board | None = None
        self._grip = QPointF()
        self._at = QPointF()
        self._pan: QPointF | None = None

    # What is shown

    def show_view(self, view: View) -> None:
        """Show another state of the room; the chosen seat stays if it is still there."""
        self.view = view
        self._names = None
        if self.seat not in {chair.seat for chair in view.room.chairs}:
            self.choose("")
        self._held = None
        self._renew()

    def choose(self, seat: str) -> None:
        """Choose a seat."""
        if seat != self.seat:
            self.seat = seat
            self.setAccessibleDescription(self.words_of(seat))
            self.update()
            self.chosen.emit(seat)

    def fit(self) -> None:
        """Show the whole room."""
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self._renew()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Come closer or go away; the point under the pointer stays where it is."""
        centre = around if around is not None else QPointF(self.rect().center())
        wanted = min(max(self._zoom * factor, _LEAST), _MOST)
        real = wanted / self._zoom
        self._shift = centre - (centre - self._origin()) * real - self._origin() + self._shift
        self._zoom = wanted
        self._renew()

    def words_of(self, seat: str) -> str:
        """What stands at a seat, in words."""
        if not seat or self.view is None:
            return ""
        face = self.view.faces.get(seat)
        who = f"{face.rank}. {face.name}" if face else _("empty")
        lines = [f"{(self.view.words or {}).get(seat, seat)}: {who}", self.view.broken.get(seat, "")]
        return "\n".join(line for line in lines if line)

    # Where things are

    def _scale(self) -> float:
        if self.view is None:
            return 1.0
        room = self.view.room
        whole = min(self.width() / max(room.width, 1.0), self.height() / max(room.height, 1.0))
        return max(whole * self._zoom, 0.01)

    def _origin(self) -> QPointF:
        if self.view is None:
            return QPointF()
        scale, room = self._scale(), self.view.room
        left = (self.width() - room.width * scale) / 2
        return QPointF(left, (self.height() - room.height * scale) / 2) + self._shift

    def point(self, x: float, y: float) -> QPointF:
        """Where a place of the room is in the window."""
        return self._origin() + QPointF(x, y) * self._scale()

    def seat_at(self, place: QPointF, reach: float = 1.0) -> str:
        """The seat at a place of the window; empty for none."""
        if self.view is None:
            return ""
        inside = (place - self._origin()) / self._scale()
        x, y, radius = inside.x(), inside.y(), CHAIR * reach
        near = [((one.x - x) ** 2 + (one.y - y) ** 2, one.seat) for one in self.view.room.chairs]
        distance, seat = min(near, default=(radius**2 + 1, ""))
        return seat if distance <= radius**2 else ""

    def _board_at(self, place: QPointF) -> Board | None:
        for board in self.view.room.boards if self.view else ():
            if board.name and self._area(board).contains(place):
                return board
        return None

    def _area(self, board: Board) -> QRectF:
        scale = self._scale()
        corner = self.point(board.x - board.width / 2, board.y - board.height / 2)
        return QRectF(corner.x(), corner.y(), board.width * scale, board.height * scale)

    # Painting

    def _painter(self, painter: QPainter) -> RoomPainter:
        assert self.view is not None
        return RoomPainter(painter, tokens(self), self.view, (self._origin(), self._scale()))

    def _named(self) -> tuple[Name, ...]:
        """The names at this scale; found once, however the room is moved."""
        scale = self._scale()
        if self.view is not None and (self._names is None or self._names[0] != scale):
            self._names = scale, names_in(self.view, scale)
        return self._names[1] if self._names else ()

    def _renew(self) -> None:
        self._still = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._still is None:
            self._still = QPixmap(self.size() * self.devicePixelRatioF())
            self._still.setDevicePixelRatio(self.devicePixelRatioF())
            self._still.fill(tokens(self).paper)
            still = QPainter(self._still)
            self._painter(still).room(self._named())
            still.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self.view is not None:
            self._painter(painter).ring(self.seat)
        if self._held is not None:
            self._paint_held(painter, tokens(self))
        painter.end()

    def _paint_held(self, painter: QPainter, colours: Tokens) -> None:
        """What is dragged, over the picture of the room."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self._held
        if isinstance(held, Board):
            area = self._area(held).translated(self._at - self._grip)
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area) if held.is_round else painter.drawRect(area)
            return
        assert isinstance(held, Chair)
        assert self.view is not None
        radius = CHAIR * self._scale()
        if target := self.seat_at(self._at, _NEAR):
            chair = next(one for one in self.view.room.chairs if one.seat == target)
            painter.setPen(QPen(colours.accent, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.point(chair.x, chair.y), radius + 3, radius + 3)
        face = self.view.faces.get(held.seat)
        self._painter(painter).disc(self._at, radius, face)

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
            self._held = self._board_at(place)
            self._pan = place if self._held is None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self._pan is not None:
            self._shift += place - self._pan
            self._pan = place
            self._renew()
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
            gap = (place - self._grip) / self._scale()
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
