"""What the sections of a ceremony's page share: heading, buttons, the sentence where nothing is yet."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.tones import Tone
from dipdesk.store.office_file import OfficeFile

GUEST_TONES: dict[str, Tone] = {
    "invited": "attention",
    "expected": "attention",
    "coming": "good",
    "arrived": "good",
    "represented": "info",
    "declined": "dormant",
    "absent": "bad",
    "waiting": "info",
}
"""The colour of a guest's state."""


class Part(QWidget):
    """A section under ``title``; ``belongs`` is the sentence for an empty one."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""

    def __init__(
        self, office: OfficeFile, ceremony_id: str, words: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._ceremony_id = ceremony_id
        self._title, belongs = words
        self._heading = Heading(self._title, self)
        self._empty = secondary(belongs)
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[0])
        self.buttons = Flow(gap=SPACE[0])
        self._column.addWidget(self._heading)
        self._column.addLayout(self.buttons)
        self._column.addWidget(self._empty)

    def button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        """A button below the heading, where many find room in several lines."""
        made = QPushButton(icon(name), text, self)
        made.setProperty("role", "link")
        made.setAccessibleDescription(self._title)
        made.clicked.connect(lambda _checked=False: act())
        self.buttons.addWidget(made)
        return made

    def show_count(self, count: int) -> None:
        """Say how many there are, or what belongs here."""
        self._heading.set_count(count)
        self._empty.setVisible(not count)


class DrawnPart(Part):
    """A section whose rows are drawings, made anew whenever something changes."""

    def __init__(
        self, office: OfficeFile, ceremony_id: str, words: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(office, ceremony_id, words, parent)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(INSET, 0, 0, 0)
        self._rows.setSpacing(SPACE[1])
        self._column.addLayout(self._rows)


class TablePart(Part):
    """A section with one table of texts whose rows stand for records."""

    model: CellsModel
    table: PlainTable

    def current(self) -> str:
        """The id of the record of the selected row; empty for none."""
        index = self.table.currentIndex()
        return self.model.lines[index.row()].row_id if index.isValid() else ""

    def show_lines(self, lines: list[Line]) -> None:
        """Show other rows; the same record stays selected."""
        current = self.current()
        if lines != self.model.lines:
            self.model.show(lines)
            self.table.fit()
            place = next((at for at, one in enumerate(lines) if one.row_id == current), -1)
            if place >= 0:
                self.table.go_to(place)
        self.show_count(len(lines))
        self._heading.set_lined(not lines)
        self.table.setVisible(bool(lines))

    def lay_out(self, note: QWidget) -> None:
        """Put the table and a note below it into the section."""
        self.table.setAccessibleName(self._title)
        self._column.addWidget(self.table)
        note.setContentsMargins(INSET, 0, 0, 0)
        self._column.addWidget(note)


def row_of(parent: QWidget, *parts: QWidget) -> QWidget:
    """A row of its own that can be taken out as one; what finds no room goes into the next line."""
    made = QWidget(parent)
    inside = Flow(made)
    inside.setContentsMargins(0, SPACE[1], 0, 0)
    for part in parts:
        inside.addWidget(part)
    return made
