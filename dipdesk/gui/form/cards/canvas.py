"""A card drawn to scale whose elements are chosen, dragged and resized, by mouse or by keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.form.cards import grips
from dipdesk.gui.theme import SPACE
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _
from dipdesk.papers.blocks import Shape
from dipdesk.papers.style import MILLIMETRE
from dipdesk.rules.card_layouts import KINDS, Element

_GRIP = 4.0
_REACH = 9.0
_PAUSE = 500
"""Milliseconds after the last key until moves by keyboard become one step."""
_FINE, _COARSE = 0.1, 1.0
_LARGEST = 2.6
"""Pixels of a point at most: small cards are not blown up to the width of the window."""
_ROOM = QSize(260, 260)
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CardCanvas(QWidget):
    """Shows elements; says what somebody wants to be changed, and keeps nothing itself."""

    chosen = Signal(int)
    """The place of the element that is chosen now; -1 for none."""
    changed = Signal(int, object, bool)
    """An element was moved or resized: its place, what it became, and whether it was resized."""
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Card"))
        self.setToolTip(
            _("Arrows move by 1 mm, with Shift by 0.1 mm, with Ctrl they resize. Page keys choose.")
        )
        self.card = (90.0, 54.0)
        self.elements: list[Element] = []
        self.current = -1
        self._drawer: Callable[[Element], Sequence[Shape]] = lambda _element: ()
        self._held: tuple[QPointF, Element, tuple[int, int] | None] | None = None
        self._waiting: bool | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self.flush)

    # What is shown

    def show_card(
        self,
        card: tuple[float, float],
        elements: Sequence[Element],
        drawer: Callable[[Element], Sequence[Shape]],
    ) -> None:
        """Show a card of a size in millimetres; the same element stays chosen if it is still there."""
        self.card, self.elements, self._drawer = card, list(elements), drawer
        self._held = self._waiting = None
        self._fit()
        self.choose(min(self.current, len(self.elements) - 1))
        self.update()

    def choose(self, place: int) -> None:
        """Choose an element."""
        self.flush()
        self.setAccessibleDescription(self.words_of(place))
        self.update()
        if place != self.current:
            self.current = place
            self.chosen.emit(place)

    def words_of(self, place: int) -> str:
        """An element in words, for those who cannot see it."""
        if not 0 <= place < len(self.elements):
            return ""
        one = self.elements[place]
        text = _("{element}: {x} mm from the left, {y} mm from the top, {width} × {height} mm")
        return text.format(element=_(KINDS[one.kind]), x=one.x, y=one.y, width=one.width, height=one.height)

    def flush(self) -> None:
        """Tell of what was moved by keyboard and is not told yet."""
        self._clock.stop()
        if self._waiting is not None and 0 <= self.current < len(self.elements):
            was_resized, self._waiting = self._waiting, None
            self.changed.emit(self.current, self.elements[self.current], was_resized)

    # Where things are

    def _scale(self) -> float:
        """Pixels of a millimetre."""
        inside = max(self.width() - 2 * SPACE[3], 40)
        return min(inside / self.card[0], _LARGEST * MILLIMETRE)

    def _origin(self) -> QPointF:
        return QPointF((self.width() - self.card[0] * self._scale()) / 2, SPACE[3])

    def area(self, one: Element) -> QRectF:
        """Where an element is in the window."""
        scale, origin = self._scale(), self._origin()
        corner = origin + QPointF(one.x, one.y) * scale
        return QRectF(corner.x(), corner.y(), one.width * scale, one.height * scale)

    def _fit(self) -> None:
        wanted = round(self.card[1] * self._scale()) + 2 * SPACE[3]
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_ROOM.width() * 2, max(self.minimumHeight(), _ROOM.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_ROOM.width(), self.minimumHeight())

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self._fit()

    def _at(self, place: QPointF) -> int:
        """The smallest element at a place of the window; -1 for none."""
        hit = [
            (one.width * one.height, -number)
            for number, one in enumerate(self.elements)
            if self.area(one).adjusted(-2, -2, 2, 2).contains(place)
        ]
        return -min(hit)[1] if hit else -1

    def _corner_at(self, place: QPointF) -> tuple[int, int] | None:
        if not 0 <= self.current < len(self.elements):
            return None
        area = self.area(self.elements[self.current])
        for right, down in grips.CORNERS:
            corner = QPointF(area.left() + right * area.width(), area.top() + down * area.height())
            if (corner - place).manhattanLength() <= _REACH:
                return right, down
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colours, scale = QPainter(self), tokens(self), self._scale()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = self._origin()
        ground = QRectF(origin.x(), origin.y(), self.card[0] * scale, self.card[1] * scale)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.paper)
        painter.drawRect(ground)
        painter.translate(origin)
        brush = Brush(painter, colours, scale / MILLIMETRE)
        for one in self.elements:
            for shape in self._drawer(one):
                draw(shape, brush)
        painter.resetTransform()
        self._paint_frames(painter)
        painter.end()

    def _paint_frames(self, painter: QPainter) -> None:
        """A quiet frame around every element, a clear one with grips around the one that is chosen."""
        colours = tokens(self)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, one in enumerate(self.elements):
            is_chosen = number == self.current
            pen = QPen(
                colours.accent if is_chosen else colours.line, 2 if is_chosen and self.hasFocus() else 1
            )
            pen.setStyle(Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(self.area(one))
        if 0 <= self.current < len(self.elements):
            area = self.area(self.elements[self.current])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            for right, down in grips.CORNERS:
                x, y = area.left() + right * area.width(), area.top() + down * area.height()
                painter.drawRect(QRectF(x - _GRIP, y - _GRIP, 2 * _GRIP, 2 * _GRIP))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        corner = self._corner_at(place)
        if corner is None:
            self.choose(self._at(place))
        if 0 <= self.current < len(self.elements):
            self.flush()
            self._held = place, self.elements[self.current], corner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self._held is None:
            over = Qt.CursorShape.SizeFDiagCursor if self._corner_at(place) else Qt.CursorShape.ArrowCursor
            self.setCursor(over)
            return
        begun, was, corner = self._held
        gap = (place - begun) / self._scale()
        if corner is None:
            self.elements[self.current] = grips.dragged(was, gap.x(), gap.y(), self.card)
        else:
            self.elements[self.current] = grips.pulled(was, corner, gap.x(), gap.y(), self.card)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        held, self._held = self._held, None
        if held is None:
            return
        begun, was, corner = held
        if (event.position() - begun).manhattanLength() < 3:
            self.elements[self.current] = was
            self.update()
        elif self.elements[self.current] != was:
            self.changed.emit(self.current, self.elements[self.current], corner is not None)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _WAYS and 0 <= self.current < len(self.elements):
            self._nudge(_WAYS[key], event.modifiers())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.elements:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.choose((self.current + step) % len(self.elements))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current >= 0:
            self.flush()
            self.removal_wanted.emit(self.current)
        elif key == Qt.Key.Key_Escape and self.current >= 0:
            self.choose(-1)
        else:
            super().keyPressEvent(event)

    def _nudge(self, way: tuple[int, int], held: Qt.KeyboardModifier) -> None:
        """Move the chosen element by a step, or its lower right corner with Ctrl."""
        step = _FINE if held & Qt.KeyboardModifier.ShiftModifier else _COARSE
        resizes = bool(held & Qt.KeyboardModifier.ControlModifier)
        if self._waiting is not None and self._waiting != resizes:
            self.flush()
        change = grips.resized if resizes else grips.moved
        one = self.elements[self.current]
        self.elements[self.current] = change(one, way[0] * step, way[1] * step, self.card)
        self._waiting = resizes
        self.setAccessibleDescription(self.words_of(self.current))
        self._clock.start()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.flush()
        self.update()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.flush()
        super().hideEvent(event)
