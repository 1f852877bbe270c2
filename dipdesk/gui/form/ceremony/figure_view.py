"""Shows a drawing of a paper in the window, as wide as there is room, in the colours of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.tokens import tokens
from dipdesk.papers.blocks import Figure, Label, in_line

_POINT = 96 / 72
"""Pixels of a point at the usual size."""


class FigureView(QWidget):
    """One drawing; what it shows is told in words to those who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure | None) -> None:
        """Show another drawing, or none."""
        self._figure = figure
        labels = [shape for shape in figure.shapes if isinstance(shape, Label)] if figure else []
        words = [" ".join(in_line(label.text).split()) for label in labels]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setVisible(figure is not None)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, self.height())

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, tokens(self), self._scale())
        for shape in self._figure.shapes:
            draw(shape, brush)
        painter.end()

    def _scale(self) -> float:
        assert self._figure is not None
        return min(_POINT, self.width() / max(self._figure.width, 1.0))

    def _fit(self) -> None:
        wanted = round(self._figure.height * self._scale()) + 2 if self._figure else 0
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
