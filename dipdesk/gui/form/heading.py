"""The heading of a section of a record's page: words, a count, buttons on the right, a thin line beneath."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE, font, tokens

INSET = 9
"""How far texts stand from the edge of a page's sections, as the text of a line edit does."""


class _Title(QLabel):
    """Words in one line, shortened where there is no room."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(title)
        self.setFont(font("section"))
        self.setMinimumWidth(1)
        self.setAccessibleDescription("heading")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class Heading(QWidget):
    """A section's title with room for a count and buttons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lined = True
        self._title = _Title(title, self)
        self._count = secondary(wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(INSET, SPACE[2], 0, SPACE[0])
        self._row.setSpacing(SPACE[1])
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)

    def set_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self._count.setText(str(count) if count else "")

    def set_lined(self, lined: bool) -> None:
        """Whether there is a line beneath; a table brings its own."""
        self._is_lined = lined
        self.update()

    def add(self, button: QWidget) -> None:
        """Put a button to the right."""
        self._row.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not self._is_lined:
            return
        painter = QPainter(self)
        painter.setPen(tokens(self).line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
