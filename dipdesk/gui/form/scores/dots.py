"""Points from 0 to 5 as dots: a click sets them, so do the keys 0 to 5 and the arrows; Delete empties."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dipdesk.gui.theme import SPACE, icon_side, tokens
from dipdesk.i18n import _
from dipdesk.rules.scoring import MOST_POINTS


class Dots(QWidget):
    """Five dots; ``points`` is None as long as nobody gave any."""

    given = Signal(object)
    """Points were given, or taken away (None)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: int | None = None
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Click, or press 0 to 5; Delete takes the points away"))
        self.set_points(None)

    def set_points(self, points: int | None) -> None:
        """Show these points."""
        self.points = points
        said = _("no points yet") if points is None else _("{points} of {most}").format(points=points, most=5)
        self.setAccessibleName(_("{field}: {value}").format(field=self._name, value=said))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(MOST_POINTS * self._step() + 2 * SPACE[0] + self._figure(), self._step() + SPACE[0])

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        digit = event.text()
        if digit.isdecimal() and digit.isascii() and int(digit) <= MOST_POINTS:
            self._give(int(digit))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self._give(min((self.points if self.points is not None else -1) + 1, MOST_POINTS))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Minus) and self.points is not None:
            self._give(max(self.points - 1, 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The dot that is clicked is the last full one; a click on it again leaves one less."""
        place = min(int((event.position().x() - SPACE[0]) // self._step()) + 1, MOST_POINTS)
        if event.button() == Qt.MouseButton.LeftButton and place >= 1:
            self._give(place - 1 if place == self.points else place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours, step = tokens(self), self._step()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        side = step - 2 * SPACE[0]
        for place in range(MOST_POINTS):
            full = self.points is not None and place < self.points
            painter.setPen(QPen(colours.accent if self.points is not None else colours.dormant, 1.5))
            painter.setBrush(colours.accent if full else Qt.BrushStyle.NoBrush)
            left, top = SPACE[0] + place * step + SPACE[0], (self.height() - side) / 2
            painter.drawEllipse(QRectF(left, top, side, side))
        painter.setPen(colours.ink if self.points is not None else colours.muted)
        figure = "–" if self.points is None else str(self.points)
        room = self.rect().adjusted(MOST_POINTS * step + SPACE[0], 0, -SPACE[0], 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)

    def _give(self, points: int | None) -> None:
        if points != self.points:
            self.set_points(points)
            self.given.emit(points)

    @staticmethod
    def _step() -> int:
        return icon_side(22)

    def _figure(self) -> int:
        return 3 * self.fontMetrics().averageCharWidth()
