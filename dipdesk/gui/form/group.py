"""A group of fields: two beside each other where there is room, empty ones behind “Add …”."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.heading import Heading
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import LANGUAGES, _
from dipdesk.model import Field
from dipdesk.model.kinds import File, Text

_NARROW = 52
"""Letters of width below which fields stand one beneath the other."""


@dataclass(frozen=True)
class Place:
    """Where a cell stands in the grid."""

    row: int
    column: int
    span: int


def stem(field: Field) -> str:
    """The name that versions of a text in several languages share: ``title`` of ``title_tr``; else empty."""
    base, _underscore, tongue = field.name.rpartition("_")
    return base if tongue in LANGUAGES and getattr(field.kind, "tongue", "") == tongue else ""


def arrange(fields: Sequence[Field], columns: int) -> list[Place]:
    """Where each field stands: versions in two languages side by side, pages across, the rest as it comes."""
    places: list[Place] = []
    row, column = 0, 0
    for index, field in enumerate(fields):
        first = index + 1 < len(fields) and _belong(field, fields[index + 1])
        second = index > 0 and _belong(fields[index - 1], field)
        wide = columns == 1 or (_is_wide(field) and not first and not second)
        if column and (wide or (first and not second)):
            row, column = row + 1, 0
        places.append(Place(row, column, columns if wide else 1))
        column += columns if wide else 1
        if column >= columns:
            row, column = row + 1, 0
    return places


def _belong(one: Field, other: Field) -> bool:
    """Whether two fields that follow each other stand side by side."""
    tongues = bool(stem(one)) and stem(one) == stem(other)
    return tongues or (bool(one.together) and one.together == other.together)


def _is_wide(field: Field) -> bool:
    return isinstance(field.kind, File) or (isinstance(field.kind, Text) and field.kind.long)


class FieldGroup(QWidget):
    """Cells under a heading, ``gap`` pixels apart; ``folded`` ones wait behind a button that names them."""

    def __init__(self, title: str, parent: QWidget | None = None, gap: int = SPACE[1]) -> None:
        super().__init__(parent)
        self.cells: tuple[FieldCell, ...] = ()
        self._folded: list[FieldCell] = []
        self._columns = 2
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(gap)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        if title:
            column.addWidget(Heading(title, self))
        column.addLayout(self._grid)
        self._column = column

    def fill(self, cells: Sequence[FieldCell], folded: Sequence[FieldCell] = ()) -> None:
        """Show these cells, children of the group, in their order; ``folded`` ones only when asked for."""
        self.cells = tuple(cells)
        self._folded = list(folded)
        self._add = QPushButton(icon("add"), _("Add …"), self)
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self._offer)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for cell in self.cells:
            cell.setVisible(cell not in self._folded)
        self._show_add()
        self._place(self._columns)

    def shown_cells(self) -> list[FieldCell]:
        """The cells that are not folded away, in order."""
        return [cell for cell in self.cells if cell not in self._folded]

    def unfold(self, cell: FieldCell) -> None:
        """Show a cell that waits behind the button."""
        if cell in self._folded:
            self._folded.remove(cell)
            cell.show()
            self._show_add()
            self._place(self._columns)

    def menu(self) -> QMenu:
        """The menu of the fields that wait behind the button."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cell in self._folded:
            action = made.addAction(cell.field.title().replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, wanted=cell: self._begin(wanted))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW * self.fontMetrics().averageCharWidth()
        if self._columns != (1 if narrow else 2):
            self._place(1 if narrow else 2)

    def _offer(self) -> None:
        menu = self.menu()
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _begin(self, cell: FieldCell) -> None:
        """Show a field, with its versions in other languages, and put the focus into it."""
        wanted = stem(cell.field)
        twins = [one for one in self._folded if wanted and stem(one.field) == wanted]
        for one in (cell, *twins):
            self.unfold(one)
        cell.begin(Qt.FocusReason.TabFocusReason)

    def _show_add(self) -> None:
        self._add.setVisible(bool(self._folded))
        names = ", ".join(cell.field.title() for cell in self._folded)
        self._add.setAccessibleDescription(names)
        self._add.setToolTip(names)

    def _place(self, columns: int) -> None:
        shown = self.shown_cells()
        self._columns = columns
        for cell in self.cells:
            self._grid.removeWidget(cell)
        for cell, place in zip(shown, arrange([cell.field for cell in shown], columns), strict=True):
            self._grid.addWidget(cell, place.row, place.column, 1, place.span, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
