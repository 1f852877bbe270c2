"""The map itself: moved and brought closer by wheel, mouse and keys; its marks lead to the partners.

Keys: the arrows move, + and - bring closer and farther, 0 shows everything; Tab and Shift+Tab go from mark to
mark and then on, Enter opens the partner or looks closer at several, Esc lets go of the mark.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.map.camera import Camera
from dipdesk.gui.map.ground import Ground
from dipdesk.gui.map.pictures import paint_mark
from dipdesk.gui.map.scene import Scene, Seen
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _
from dipdesk.papers.world import STAR, project, star_place, star_shape

_STEP = 1.5
"""How much closer a key or button brings."""
_WHEEL = 600.0
"""The wheel brings twice as close for so many eighths of a degree."""
_KEY_MOVE = 80
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapView(QWidget):
    """Shows a scene."""

    opened = Signal(str)
    """A partner is to be shown: its record, ``partner/…``."""
    several = Signal(list, QPoint)
    """Several partners that lie at one place are wanted: their records, and where to ask (global)."""
    told = Signal(object)
    """The mark that is pointed at or stepped to, a :class:`Seen`, or None."""
    moved = Signal()
    """The look changed."""
    fine_wanted = Signal()
    """The fine outlines are needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Map of the partners"))
        self.setMinimumSize(240, 180)
        self.ground = Ground()
        self.scene = Scene()
        self.camera = Camera()
        self.words: Callable[[Seen], str] = self._names
        """What is said about a mark, in its tooltip and to screen readers."""
        self._fits = True
        self._current: Seen | None = None
        self._pressed: QPointF | None = None
        self._dragged = False

    # For others

    def show_scene(self, scene: Scene) -> None:
        """Show other pins, with the same look; everything until somebody chose a look."""
        self.scene, self._current = scene, None
        if self._fits:
            self.fit()
        self.update()

    def look(self, camera: Camera) -> None:
        """Look at the map like this."""
        self._fits = False
        self._look(camera)

    def fit(self) -> None:
        """Look at everything."""
        self._fits = True
        self._look(self.camera.showing(self.scene.whole()))

    def step(self, way: int) -> None:
        """Closer (1) or farther away (-1)."""
        self.look(self.camera.zoomed(_STEP**way))

    @property
    def current(self) -> Seen | None:
        """The mark that was stepped to."""
        return self._current

    def point_to(self, record: str) -> None:
        """Step to the mark of a record, and bring it into the window."""
        seen = self.scene.holding(self.camera, record)
        if seen is not None and not self.rect().contains(round(seen.x), round(seen.y)):
            self.look(self.camera.at(seen.cluster.x, seen.cluster.y))
            seen = self.scene.holding(self.camera, record)
        self._tell(seen)

    def _names(self, seen: Seen) -> str:
        return ", ".join(str(self.scene.pins[member].name) for member in seen.cluster.members)

    # Looking

    def _look(self, camera: Camera) -> None:
        self.camera = camera
        if self._current is not None:
            first = self.scene.pins[self._current.cluster.members[0]].record
            self._current = self.scene.holding(camera, first)
        if self.ground.wants_fine(camera.scale):
            self.fine_wanted.emit()
        self.update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._look(self.camera.sized(self.width(), self.height()))
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        colours = tokens(self)
        self.ground.paint(painter, self.camera, colours)
        brush = Brush(painter, colours, self.scene.point)
        marks = self.scene.seen(self.camera)
        for seen in marks:
            paint_mark(painter, seen, self.scene.point)
        if self.scene.home is not None:
            here = self.camera.pixel(*project(*self.scene.home))
            x, y = star_place(*here, [(one.x, one.y, one.reach) for one in marks], STAR * brush.scale)
            draw(star_shape(x / brush.scale, y / brush.scale), brush)
        if self._current is not None:
            self._paint_ring(painter, colours.accent)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_ring(self, painter: QPainter, colour: QColor) -> None:
        assert self._current is not None
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = self._current.reach + 4
        painter.drawEllipse(QPointF(self._current.x, self._current.y), reach, reach)

    # Mouse

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            place = event.position()
            self.look(self.camera.zoomed(2 ** (turned / _WHEEL), place.x(), place.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self._pressed is None:
            seen = self.scene.seen_at(self.camera, place.x(), place.y())
            self.setCursor(Qt.CursorShape.PointingHandCursor if seen else Qt.CursorShape.ArrowCursor)
            self.told.emit(seen or self._current)
            return
        way = place - self._pressed
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed = place
            self.look(self.camera.moved(-way.x(), -way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        place = event.position()
        seen = None if self._dragged else self.scene.seen_at(self.camera, place.x(), place.y())
        if seen is not None:
            self._enter(seen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self.scene.seen_at(self.camera, place.x(), place.y()) is None:
            self.look(self.camera.zoomed(_STEP, place.x(), place.y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.told.emit(self._current)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            seen = self.scene.seen_at(self.camera, event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), as_tooltip(self.words(seen)) if seen else "", self)
            return True
        return super().event(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _ARROWS:
            right, down = _ARROWS[key]
            self.look(self.camera.moved(right * _KEY_MOVE, down * _KEY_MOVE))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step(1)
        elif key == Qt.Key.Key_Minus:
            self.step(-1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self._enter(self._current)
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self._tell(None)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes to the next mark in the window, and on to the next widget after the last one."""
        marks = [
            one for one in self.scene.seen(self.camera) if self.rect().contains(round(one.x), round(one.y))
        ]
        marks.sort(key=lambda one: (one.x, one.y))
        here = next((n for n, one in enumerate(marks) if one == self._current), -1 if forward else len(marks))
        there = here + (1 if forward else -1)
        if 0 <= there < len(marks):
            self._tell(marks[there])
            return True
        self._tell(None)
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def _tell(self, seen: Seen | None) -> None:
        self._current = seen
        self.setAccessibleDescription(self.words(seen) if seen else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.told.emit(seen)
        self.update()

    def _enter(self, seen: Seen) -> None:
        """Open a partner; look closer at several, and ask which one if that does not part them."""
        records = [self.scene.pins[member].record for member in seen.cluster.members]
        if len(records) == 1:
            self.opened.emit(records[0])
            return
        closer = self.scene.closer(self.camera, seen)
        if closer.scale > self.camera.scale * 1.01:
            self._current = None
            self.look(closer)
        else:
            self.several.emit(records, self.mapToGlobal(QPoint(round(seen.x), round(seen.y))))
