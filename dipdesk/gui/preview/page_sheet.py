"""One page of a paper on the screen: its picture, and what can be chosen on it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dipdesk.gui.tokens import tokens
from dipdesk.papers.pdf import Place

_AROUND = 2.0
"""Points by which the frame of a place is larger than its text."""
_GROUND = 28
"""How strongly a place is tinted, of 255."""


class PageSheet(QWidget):
    """White paper with a thin edge; the place under the mouse is framed, a click chooses it."""

    chosen = Signal(object)
    """A :class:`Place` was clicked."""

    def __init__(self, size: tuple[float, float], places: tuple[Place, ...]) -> None:
        super().__init__()
        self._size = size
        self._places = places
        self._marked: Place | None = None
        self._picture: QImage | None = None
        self._asked = 0.0
        self.setMouseTracking(bool(places))

    @property
    def is_drawn(self) -> bool:
        """Whether its picture is there."""
        return self._picture is not None

    def follow(self, places: tuple[Place, ...]) -> None:
        """Be the same page of a later print; its picture stays until that of the later one comes."""
        self._places, self._marked, self._asked = places, None, 0.0
        self.setMouseTracking(bool(places))

    def set_scale(self, scale: float) -> None:
        """Be as large as ``scale`` pixels for a point."""
        self.setFixedSize(QSize(round(self._size[0] * scale), round(self._size[1] * scale)))

    def wants(self, scale: float) -> bool:
        """Whether a picture of this scale is needed and was not asked for yet."""
        needed = abs(self._asked - scale) > 0.01
        self._asked = scale
        return needed

    def show_picture(self, picture: QImage) -> None:
        """Show the page."""
        self._picture = picture
        self.update()

    def mark(self, place: Place | None) -> None:
        """Frame a place; none for None."""
        if place is not self._marked:
            self._marked = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
            self.update()

    def place_at(self, point: QPoint) -> Place | None:
        """The smallest place under a point of the widget."""
        found = [one for one in self._places if self.box(one).contains(point)]
        return min(found, key=lambda one: one.width * one.height, default=None)

    def box(self, place: Place) -> QRectF:
        """Where a place is on the widget."""
        scale = self.width() / self._size[0]
        return QRectF(
            (place.x - _AROUND) * scale,
            (place.top - _AROUND) * scale,
            (place.width + 2 * _AROUND) * scale,
            (place.height + 2 * _AROUND) * scale,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.mark(self.place_at(event.position().toPoint()))

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        self.mark(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = self.place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.chosen.emit(place)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
        if self._marked is not None:
            accent = QColor(tokens(self).accent)
            painter.setPen(QPen(accent, 1))
            accent.setAlpha(_GROUND)
            painter.setBrush(accent)
            painter.drawRoundedRect(self.box(self._marked), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(tokens(self).line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
