"""Text as it was typed, wrapped to the width there is, broken inside words only where it must be."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from dipdesk.gui.literal import visible
from dipdesk.gui.tokens import tokens

_LONGEST = 4000


class Wrapped(QWidget):
    """Shows text literally on as many lines as it needs, ``most_lines`` at most, in the width it is given."""

    def __init__(self, text: str = "", parent: QWidget | None = None, most_lines: int = 30) -> None:
        super().__init__(parent)
        self._text = text
        self._most_lines = most_lines
        self._muted = False
        self._colour: QColor | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str, *, muted: bool = False) -> None:
        """Show ``text``, in the quiet colour if ``muted``."""
        if (text, muted) != (self._text, self._muted):
            self._text, self._muted = text, muted
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def set_colour(self, colour: QColor) -> None:
        """Draw the text in ``colour`` from now on."""
        self._colour = colour
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        inside = max(width - margins.left() - margins.right(), 1)
        if inside not in self._heights:  # a layout asks many times for the same width
            self._heights[inside] = int(self._laid_out(inside)[1]) + 1
        return self._heights[inside] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        width = metrics.horizontalAdvance(self._shown()[:200]) + margins.left() + margins.right() + 2
        width = min(width, metrics.averageCharWidth() * 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        margins = self.contentsMargins()
        height = self.fontMetrics().height() + margins.top() + margins.bottom()
        return QSize(self.fontMetrics().averageCharWidth() * 8, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        area = self.contentsRect()
        self.paint_text(painter, area)
        painter.end()

    def paint_text(self, painter: QPainter, area: QRect) -> None:
        """Draw the lines into ``area``."""
        colours = tokens(self)
        own = self._colour or self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(colours.muted if self._muted else own)
        layout, _height = self._laid_out(max(area.width(), 1))
        layout.draw(painter, QPointF(area.topLeft()))

    def _shown(self) -> str:
        text = visible(self._text)
        cut = f"{text[:_LONGEST]} …" if len(text) > _LONGEST else text
        return cut.replace("\r", "").replace("\n", "\u2028")

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines in ``width`` and their height; what does not fit is cut off with an ellipsis."""
        text = self._shown()
        layout, height = self._lines(text, width)
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        if last is not None and last.textStart() + last.textLength() < len(text):
            end = last.textStart() + max(last.textLength() - 2, 0)
            layout, height = self._lines(f"{text[:end].rstrip()}…", width)
        return layout, height or self.fontMetrics().height()

    def _lines(self, text: str, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text, self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while layout.lineCount() < self._most_lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height
