"""The room of a seating plan as it is seen: where everything lies, closer or farther away, one seat chosen.

The room is painted once into a picture; while something is dragged only that is painted over it, so that 500
seats move as lightly as five.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dipdesk.gui.form.seating.painter import RoomPainter, View, names_in
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _
from dipdesk.papers.ceremony.seat_names import Name
from dipdesk.papers.ceremony.seating_drawing import CHAIR
from dipdesk.rules.seating.geometry import Board

_MOST, _LEAST = 8.0, 0.2


class RoomView(QWidget):
    """Shows a :class:`View`."""

    chosen = Signal(str)
    """The seat that is chosen now; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Room"))
        self.view: View | None = None
        self.seat = ""
        self._zoom = 1.0
        self._shift = QPointF(0, 0)
        self._still: QPixmap | None = None
        self._names: tuple[float, tuple[Name, ...]] | None = None

    # What is shown

    def show_view(self, view: View) -> None:
        """Show another state of the room; the chosen seat stays if it is still there."""
        self.view = view
        self._names = None
        if self.seat not in {chair.seat for chair in view.room.chairs}:
            self.choose("")
        self.renew()

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
        self.renew()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Come closer or go away; the point under the pointer stays where it is."""
        centre = around if around is not None else QPointF(self.rect().center())
        wanted = min(max(self._zoom * factor, _LEAST), _MOST)
        real = wanted / self._zoom
        self._shift = centre - (centre - self.origin()) * real - self.origin() + self._shift
        self._zoom = wanted
        self.renew()

    def shift(self, way: QPointF) -> None:
        """Move the room in the window."""
        self._shift += way
        self.renew()

    def words_of(self, seat: str) -> str:
        """What stands at a seat, in words."""
        if not seat or self.view is None:
            return ""
        face = self.view.faces.get(seat)
        who = f"{face.rank}. {face.name}" if face else _("empty")
        lines = [f"{(self.view.words or {}).get(seat, seat)}: {who}", self.view.broken.get(seat, "")]
        return "\n".join(line for line in lines if line)

    # Where things are

    def scale(self) -> float:
        """How many pixels a centimetre of the room has."""
        if self.view is None:
            return 1.0
        room = self.view.room
        whole = min(self.width() / max(room.width, 1.0), self.height() / max(room.height, 1.0))
        return max(whole * self._zoom, 0.01)

    def origin(self) -> QPointF:
        """Where the corner of the room is in the window."""
        if self.view is None:
            return QPointF()
        scale, room = self.scale(), self.view.room
        left = (self.width() - room.width * scale) / 2
        return QPointF(left, (self.height() - room.height * scale) / 2) + self._shift

    def point(self, x: float, y: float) -> QPointF:
        """Where a place of the room is in the window."""
        return self.origin() + QPointF(x, y) * self.scale()

    def seat_at(self, place: QPointF, reach: float = 1.0) -> str:
        """The seat at a place of the window; empty for none."""
        if self.view is None:
            return ""
        inside = (place - self.origin()) / self.scale()
        x, y, radius = inside.x(), inside.y(), CHAIR * reach
        near = [((one.x - x) ** 2 + (one.y - y) ** 2, one.seat) for one in self.view.room.chairs]
        distance, seat = min(near, default=(radius**2 + 1, ""))
        return seat if distance <= radius**2 else ""

    def board_at(self, place: QPointF) -> Board | None:
        """The table at a place of the window, if it has a name."""
        for board in self.view.room.boards if self.view else ():
            if board.name and self.area_of(board).contains(place):
                return board
        return None

    def area_of(self, board: Board) -> QRectF:
        """What a table covers of the window."""
        scale = self.scale()
        corner = self.point(board.x - board.width / 2, board.y - board.height / 2)
        return QRectF(corner.x(), corner.y(), board.width * scale, board.height * scale)

    # Painting

    def room_painter(self, painter: QPainter) -> RoomPainter:
        """What paints the room as it lies in the window."""
        assert self.view is not None
        return RoomPainter(painter, tokens(self), self.view, (self.origin(), self.scale()))

    def _named(self) -> tuple[Name, ...]:
        """The names at this scale; found once, however the room is moved."""
        scale = self.scale()
        if self.view is not None and (self._names is None or self._names[0] != scale):
            self._names = scale, names_in(self.view, scale)
        return self._names[1] if self._names else ()

    def renew(self) -> None:
        """Paint everything anew."""
        self._still = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.renew()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._still is None:
            self._still = self._paint_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self.view is not None:
            self.room_painter(painter).ring(self.seat)
        self.paint_above(painter)
        painter.end()

    def _paint_still(self) -> QPixmap:
        """The room without what moves."""
        made = QPixmap(self.size() * self.devicePixelRatioF())
        if made.isNull():  # a window that is made small leaves no room
            return made
        made.setDevicePixelRatio(self.devicePixelRatioF())
        made.fill(tokens(self).paper)
        if self.view is not None:
            painter = QPainter(made)
            self.room_painter(painter).room(self._named())
            painter.end()
        return made

    def paint_above(self, painter: QPainter) -> None:
        """Paint what lies over the picture of the room."""
