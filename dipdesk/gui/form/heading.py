"""The heading of a section of a record's page: words, a count, buttons on the right, a thin line beneath."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dipdesk.gui.labels import secondary, section
from dipdesk.gui.theme import SPACE, tokens

INSET = 9
"""How far texts stand from the edge of a page's sections, as the text of a line edit does."""


class Heading(QWidget):
    """A section's title with room for a count and buttons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lined = True
        self._title = section(title)
        self._title.setWordWrap(False)
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
