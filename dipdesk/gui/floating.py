"""Small cards that float over the foot of a window."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from dipdesk.gui.tokens import SPACE

_DEPTH = 70
"""How dark a shadow is, of 255."""


def shadow(card: QWidget) -> QGraphicsDropShadowEffect:
    """The soft shadow of what floats over a page."""
    made = QGraphicsDropShadowEffect(card)
    made.setBlurRadius(SPACE[5])
    made.setOffset(0, SPACE[0])
    made.setColor(QColor(0, 0, 0, _DEPTH))
    return made


class FloatingCard(QFrame):
    """A card over the foot of ``window``, in the middle; it follows when the window changes its size."""

    def __init__(self, window: QWidget, above: int = SPACE[5] + SPACE[3]) -> None:
        super().__init__(window)
        self._window = window
        self._above = above
        self.setProperty("role", "floating")
        self.setGraphicsEffect(shadow(self))
        window.installEventFilter(self)

    def sink(self) -> None:
        """Stand at the very foot of the window, over its status bar, where it covers nothing one clicks."""
        self._above = 0

    def appear(self) -> None:
        """Show the card in its place."""
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        around = self._window.rect()
        self.move(QPoint((around.width() - self.width()) // 2, around.height() - self.height() - self._above))
