"""A pill that lets something through while it is pressed in: the choice above a list on a page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from dipdesk.gui.tokens import SPACE, tokens


class Pill(QToolButton):
    """A word that is on or off, for ``key``."""

    def __init__(self, key: str, text: str, *, on: bool = False) -> None:
        super().__init__()
        self.key = key
        self.name(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def name(self, text: str) -> None:
        """Give it another word."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SPACE[2], metrics.height() + SPACE[1])

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Its edge is in the accent with the focus, its ground while it is on."""
        colours = tokens(QGuiApplication.palette())
        on, near = self.isChecked(), self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if on or self.hasFocus() else colours.line, 1 + self.hasFocus()))
        painter.setBrush(colours.accent_soft if on else colours.hover if near else colours.paper)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(colours.accent if on else colours.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
