"""Which column means what: a row for every column of the table, with a first value and a choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dipdesk.exchange.cells import visible
from dipdesk.exchange.csv_import import ImportPlan, Table
from dipdesk.gui.labels import plain, secondary, section
from dipdesk.gui.still_box import ShortBox
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number

_MOST = 100
"""Columns that get a row; tables with more are rare, and their first columns are what counts."""
_LONGEST = 28


class MappingPanel(QWidget):
    """Says ``mapped(column, target)`` when somebody chooses; an empty target means: not read."""

    mapped = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[QComboBox] = []
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(section(_("What the columns mean")))
        column.addWidget(self._area, 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the columns of the plan's table and what each is mapped to."""
        self._boxes = []
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, SPACE[1], 0)
        grid.setHorizontalSpacing(SPACE[2])
        grid.setVerticalSpacing(SPACE[1])
        for place, heading in enumerate(plan.table.header[:_MOST]):
            grid.addLayout(_names(heading, _first_value(plan.table, place)), place, 0)
            grid.addWidget(self._box(plan, place, heading), place, 1)
        if len(plan.table.header) > _MOST:
            note = _("Only the first {count} columns are listed.").format(count=format_number(_MOST))
            grid.addWidget(secondary(note), _MOST, 0, 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(page)
        for one, following in zip(self._boxes, self._boxes[1:], strict=False):
            QWidget.setTabOrder(one, following)

    def _box(self, plan: ImportPlan, place: int, heading: str) -> QComboBox:
        box = ShortBox()
        box.setMinimumContentsLength(12)
        box.setMaxVisibleItems(24)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setAccessibleName(_("Meaning of the column “{name}”").format(name=heading))
        box.addItem(_("– not read –"), "")
        for target in plan.shape.targets:
            needed = _("{field} (needed)").format(field=target.title())
            box.addItem(needed if target.required else target.title(), target.name)
        chosen = plan.target_of(place)
        box.setCurrentIndex(max(0, box.findData(chosen.name if chosen else "")))
        box.activated.connect(lambda: self.mapped.emit(place, box.currentData()))
        self._boxes.append(box)
        return box

    def release(self, column: int) -> None:
        """Show that a column is mapped to nothing now, because another took its target."""
        if column < len(self._boxes):
            self._boxes[column].setCurrentIndex(0)

    @property
    def boxes(self) -> Sequence[QComboBox]:
        """The choices, in the order of the columns."""
        return self._boxes


def _names(heading: str, value: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for label in (plain(_short(heading)), secondary(_short(value) or " ", wrap=False)):
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(label)
    return column


def _first_value(table: Table, place: int) -> str:
    """The first that says something to a person; pictures are shown as such in the rows."""
    cells = (row.cells[place] for row in table.rows if not row.problem)
    return next((cell for cell in cells if cell.strip() and cell not in table.files), "")


def _short(text: str) -> str:
    line = " ".join(visible(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
