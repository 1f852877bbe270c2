"""A chart in the window: its bars can be pointed at, clicked, and stepped through with the arrow keys."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dipdesk.actions.figures import Figure, Number
from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import tokens
from dipdesk.papers.charts import Area, Chart, amount, chart, lines_of

_POINT = 1.4
"""Pixels for a point of a chart, in text of 100 per cent."""
_LEAST_WIDTH, _USUAL_WIDTH = 260, 440
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChartView(QWidget):
    """Shows the chart of one figure."""

    chosen = Signal(object, str)
    """A number was chosen: the :class:`Number` and what it counts."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self._point = _POINT * icon_side(100) / 100
        self._current: Area | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription("; ".join(self.words(n) for n in range(len(figure.bars))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._drawn = Chart(0, 0, (), ())
        self._fit(_USUAL_WIDTH)

    def words(self, bar: int, part: int | None = None) -> str:
        """What a bar, or a part of it, says."""
        one = self.figure.bars[bar]
        if part is None:
            return f"{one.label}: {amount(self.figure, one.total)}{self._unit}"
        label = self.label(bar, part)
        return f"{label}: {amount(self.figure, one.parts[part].value)}{self._unit}"

    def label(self, bar: int, part: int) -> str:
        """What a part of a bar counts."""
        series = self.figure.series[part].label
        return " · ".join(word for word in (self.figure.bars[bar].label, series) if word)

    @property
    def _unit(self) -> str:
        return f" {self.figure.currency}" if self.figure.currency else ""

    @property
    def areas(self) -> tuple[Area, ...]:
        """What can be clicked, in pixels' chart units."""
        return self._drawn.areas

    @property
    def current(self) -> Area | None:
        """The number that was stepped to."""
        return self._current

    def centre(self, area: Area) -> tuple[int, int]:
        """The pixel in the middle of an area."""
        x, y = area.x + area.width / 2, area.y + area.height / 2
        return round(x * self._point), round(y * self._point)

    # Size

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_USUAL_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Be as high as the chart needs in this width."""
        self._drawn = self._chart(width)
        self.setFixedHeight(round(self._drawn.height * self._point) + 2)

    def _chart(self, width: int) -> Chart:
        wide = max(width, _LEAST_WIDTH) / self._point
        return chart(self.figure, wide, [lines_of(bar.label, wide) for bar in self.figure.bars])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        brush = Brush(painter, tokens(self), self._point)
        for shape in self._drawn.shapes:
            draw(shape, brush)
        if self._current is not None and self.hasFocus():
            painter.setPen(QPen(tokens(self).accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box(self._current).adjusted(-3, -3, 3, 3))

    def _box(self, area: Area) -> QRectF:
        point = self._point
        return QRectF(area.x * point, area.y * point, area.width * point, area.height * point)

    # Mouse and keys

    def _at(self, x: float, y: float) -> Area | None:
        return next((one for one in self.areas if self._box(one).adjusted(-1, -3, 1, 3).contains(x, y)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = self._at(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = self._at(event.position().x(), event.position().y())
        if here is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(here)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            here = self._at(event.pos().x(), event.pos().y())
            words = one_line(self.words(here.bar, here.part)) if here else ""
            QToolTip.showText(event.globalPos(), as_tooltip(words), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _STEPS and self.areas:
            here = self.areas.index(self._current) if self._current in self.areas else -1
            there = here + _STEPS[key] if here >= 0 else 0
            self._step_to(self.areas[max(0, min(there, len(self.areas) - 1))])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _step_to(self, area: Area) -> None:
        self._current = area
        self.setAccessibleDescription(self.words(area.bar, area.part))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _choose(self, area: Area) -> None:
        number: Number = self.figure.bars[area.bar].parts[area.part]
        if number.ids:
            self.chosen.emit(number, self.label(area.bar, area.part))
