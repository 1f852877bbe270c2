"""The table on the screen: whole rows, hover, keys, and columns that share the width."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dipdesk.gui.table.columns import Columns
from dipdesk.gui.table.delegate import CHIP_ROOM, RowDelegate
from dipdesk.gui.table.model import ListModel
from dipdesk.gui.table_keys import to_an_end
from dipdesk.gui.theme import SPACE, font
from dipdesk.gui.tones import STATE_FIELDS
from dipdesk.i18n import _
from dipdesk.store.listing import TITLE

_NARROWEST = 56
_NAME_LETTERS = 30
_NAME_SHARE = 0.7
_WIDEST_LETTERS = 34
_SHORT_TITLE, _ARROW = 14, 18
Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Shows a :class:`ListModel`; ``typed`` carries letters that were typed over it."""

    typed = Signal(str)
    entered_row = Signal()
    delete_wanted = Signal()
    copy_wanted = Signal()
    duplicate_wanted = Signal()
    columns_wanted = Signal(QPoint)
    menu_wanted = Signal(QPoint)
    """The menu of the selected rows is wanted at this place of the screen."""
    columns_moved = Signal()

    def __init__(
        self, model: ListModel, columns: Columns, two_lines: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows = model
        self._sharing = False
        self.delegate = RowDelegate(two_lines, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self._behave()
        self._head()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerWidget(QWidget())
        self.setAlternatingRowColors(False)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(1)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(self.delegate.height())

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_NARROWEST)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.setToolTip(_("Click to sort, drag to move, right-click to choose columns"))
        head.customContextMenuRequested.connect(self.columns_wanted)
        self.show_order()
        self.setSortingEnabled(True)
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(lambda *_places: self.columns_moved.emit())
        self.share_width()

    # Columns

    def show_order(self) -> None:
        """Point the arrow of the header at the column the list is in order of."""
        order = self._rows.order
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        columns = self._rows.columns
        place = columns.index(order.column) if order.column in columns else -1
        if order.column == TITLE:
            place = self._rows.name_place
        self.horizontalHeader().setSortIndicator(place, way)

    def visible_columns(self) -> tuple[str, ...]:
        """The columns from left to right as they stand on the screen."""
        head = self.horizontalHeader()
        return tuple(self._rows.columns[head.logicalIndex(place)] for place in range(head.count()))

    def share_width(self) -> None:
        """Give each column its width; that of the name takes what is left."""
        self._sharing = True
        metrics = QFontMetrics(font("table"))
        letter = metrics.averageCharWidth()
        chosen = self._columns.widths
        for place, name in enumerate(self._rows.columns):
            letters = min(self._columns.letters(name), _WIDEST_LETTERS)
            room = 2 * SPACE[2] + (CHIP_ROOM if name in STATE_FIELDS else 0)
            told = metrics.horizontalAdvance(self._columns.widest(name))
            wide = max(letters * letter, told) + room
            self.setColumnWidth(place, chosen.get(name) or max(wide, self._titled(place)))
        names = self._rows.name_place
        if self._rows.columns[names] not in chosen:
            others = sum(
                self.columnWidth(place) for place in range(len(self._rows.columns)) if place != names
            )
            least = min(_NAME_LETTERS * letter, int(self.viewport().width() * _NAME_SHARE))
            self.setColumnWidth(names, max(self.viewport().width() - others, least, _NARROWEST))
        self._sharing = False

    def _titled(self, column: int) -> int:
        """The width that the title of a column needs beside the arrow, if the title is a short one."""
        title = str(self._rows.headerData(column, Qt.Orientation.Horizontal))
        wide = self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 2 * SPACE[1] + _ARROW
        return wide if len(title) <= _SHORT_TITLE else 0

    def _resized(self, column: int, _old: int, width: int) -> None:
        if not self._sharing and column < len(self._rows.columns) and width > 0:
            self._columns.widen(self._rows.columns[column], width)

    # Rows

    def chosen_rows(self) -> list[int]:
        """The places of the selected rows from top to bottom."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        return sorted({place for part in parts for place in range(part.top(), part.bottom() + 1)})

    def go_to(self, place: int, *, keep_selection: bool = False) -> None:
        """Make the row at ``place`` the current one."""
        index = self._rows.index(place, 0)
        if not index.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag.Rows
        if keep_selection:
            flags |= QItemSelectionModel.SelectionFlag.Current
        else:
            flags |= QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def choose(self, places: Iterable[int], current: int) -> None:
        """Select these rows and no others; the one at ``current`` is the current one, selected or not."""
        here, chosen = self._rows.index(current, 0), QItemSelection()
        for place in places:
            chosen.select(self._rows.index(place, 0), self._rows.index(place, len(self._rows.columns) - 1))
        self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(here)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Right-clicking a row that is selected leaves the selection as it is."""
        if (
            isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.RightButton
            and self.selectionModel().isSelected(index)
        ):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        column = max(self.currentIndex().column(), 0)
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, column)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, column)
        return super().moveCursor(action, modifiers)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicate_wanted.emit()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(to_an_end(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """By key the menu opens at the current row, by mouse under the mouse."""
        if not self.chosen_rows():
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.scrollTo(self.currentIndex())
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            place = self.viewport().mapToGlobal(corner + QPoint(SPACE[4], 0))
        self.menu_wanted.emit(place)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        """Letters go to the filter box, not to Qt's search through all rows."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered:
            self.delegate.hovered = row
            self.viewport().update()

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        dressed = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in dressed and hasattr(self, "delegate"):
            self.delegate.dress()
            self.verticalHeader().setDefaultSectionSize(self.delegate.height())
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.viewport().update()


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    held &= ~Qt.KeyboardModifier.KeypadModifier
    return bool(event.text().strip()) and event.text().isprintable() and not held
