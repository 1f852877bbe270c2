"""The list beside the map: the partners on it, and those that have no position yet."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.form.flow import Flow
from dipdesk.gui.labels import secondary
from dipdesk.gui.map.partner_rows import PartnerRow, PartnerRows
from dipdesk.gui.theme import icon, row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number, ngettext

_PLACED, _UNPLACED = 0, 1
_MEASURED = 30
"""So many rows are looked at to find how wide a column should be."""


class Side(QWidget):
    """Two tables, one at a time."""

    opened = Signal(str)
    """A partner is to be shown: its record."""
    pointed = Signal(str)
    """A partner on the map was chosen in the list: its record."""
    fill_wanted = Signal()
    """Positions shall be looked up in the gazetteer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.placed, self.unplaced = PartnerRows(), PartnerRows()
        self.placed_table = self._table(self.placed, _("Partners on the map"))
        self.unplaced_table = self._table(self.unplaced, _("Partners without a position"))
        self.placed_table.selectionModel().currentRowChanged.connect(self._point)
        self.tabs = [self._tab(_PLACED), self._tab(_UNPLACED)]
        self.fill_button = QPushButton(icon("pin"), _("Fill in from the gazetteer"))
        self.fill_button.clicked.connect(self.fill_wanted)
        self._none = secondary()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.placed_table)
        self._stack.addWidget(self._unplaced_page())
        self._lay_out()

    def show_rows(self, placed: Sequence[PartnerRow], unplaced: Sequence[PartnerRow]) -> None:
        """Show other partners."""
        self.placed.show(placed)
        self.unplaced.show(unplaced)
        on_map, without = len(placed), len(unplaced)
        self.tabs[_PLACED].setText(
            ngettext("{count} on the map", "{count} on the map", on_map).format(count=format_number(on_map))
        )
        self.tabs[_UNPLACED].setText(
            ngettext("{count} without a position", "{count} without a position", without).format(
                count=format_number(without)
            )
        )
        self.fill_button.setVisible(bool(unplaced))
        self.unplaced_table.setVisible(bool(unplaced))
        self._none.setText("" if unplaced else _("Every partner shown has a position."))
        self._none.setVisible(not unplaced)
        for table in (self.placed_table, self.unplaced_table):
            table.resizeColumnsToContents()
            self._stretch(table)

    def show_unplaced(self) -> None:
        """Show those without a position."""
        self.tabs[_UNPLACED].click()

    def choose(self, record: str) -> None:
        """Make a partner on the map the current row, without pointing back."""
        place = self.placed.place(record)
        model = self.placed_table.selectionModel()
        model.blockSignals(True)
        if place >= 0:
            self.placed_table.selectRow(place)
            self.placed_table.scrollTo(self.placed.index(place, 0))
        else:
            self.placed_table.clearSelection()
        model.blockSignals(False)
        self.placed_table.viewport().update()

    def _lay_out(self) -> None:
        row = Flow(gap=SPACE[0])
        group = QButtonGroup(self)
        for number, tab in enumerate(self.tabs):
            group.addButton(tab, number)
            row.addWidget(tab)
        group.idClicked.connect(self._stack.setCurrentIndex)
        self.tabs[_PLACED].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _unplaced_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.fill_button)
        column.addWidget(self._none)
        column.addWidget(self.unplaced_table, 1)
        column.addStretch(0)
        return page

    def _tab(self, number: int) -> QPushButton:
        tab = QPushButton()
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        return tab

    def _table(self, rows: PartnerRows, name: str) -> QTableView:
        table = QTableView()
        table.setModel(rows)
        table.setAccessibleName(name)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.activated.connect(lambda index: self._open(rows, index))
        return table

    @staticmethod
    def _stretch(table: QTableView) -> None:
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        widest = max(table.viewport().width() * 3 // 5, 8 * SPACE[4])
        for column in range(4):
            table.setColumnWidth(column, min(table.columnWidth(column) + SPACE[1], widest))
        head.setStretchLastSection(True)

    def _open(self, rows: PartnerRows, index: QModelIndex) -> None:
        self.opened.emit(rows.rows[index.row()].record)

    def _point(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.pointed.emit(self.placed.rows[current.row()].record)
