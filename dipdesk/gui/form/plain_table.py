"""A table without a frame inside a page, as high as its rows."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dipdesk.gui.focus import scrolled_area
from dipdesk.gui.form.kept_rows import KeptRows
from dipdesk.gui.table_keys import ADD, OPEN, REMOVE, deed_of, to_an_end
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.tokens import SPACE

_ROWS_SHOWN = 12
_PADDING = 5
_LEAST_LETTERS, _LETTERS, _FIRST_LETTERS, _MAIN_LETTERS = 5, 8, 14, 18
"""Letters of a text beside hours that stand whole; of any text; of the first; and of the longest."""


class PlainTable(QTableView):
    """Shows a model's rows, columns as wide as what they hold; the longest take what the others leave.

    The same records stay selected when the model reads its rows again.
    Enter opens, Delete removes, Insert adds; Home and End go to the first and last row.
    """

    wanted = Signal()
    unwanted = Signal()
    more_wanted = Signal()

    def __init__(self, model: QAbstractTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole: frozenset[int] = frozenset()
        self._going: tuple[int, ...] = ()
        self._left_out: list[int] = []
        self._bar = 0
        self.setModel(model)
        self._kept_rows = KeptRows(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(font("table"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.doubleClicked.connect(lambda _index: self.wanted.emit())
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        self.setItemDelegate(_Padded(self))

    def fit(self) -> None:
        """Be as high as the rows, up to a dozen."""
        rows = min(self.model().rowCount(), _ROWS_SHOWN)
        self._bar = 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row_height() + 2)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._share_width()

    def keep_whole(self, places: Iterable[int]) -> None:
        """Let these columns give way last, after the heads of others: half a day or hour says nothing."""
        self._whole = frozenset(places)
        self._share_width()

    def mains(self, wanted: Sequence[int]) -> dict[int, int]:
        """The places of the columns that say what a row is, with the letters to be read of them."""
        longest = max(range(len(wanted)), key=wanted.__getitem__, default=-1)
        first = {0: _FIRST_LETTERS} if wanted and 0 not in self._whole else {}
        return {**first, longest: _MAIN_LETTERS}

    def wanted_widths(self) -> list[int]:
        """How wide the columns would be if there were room for all, heads and texts."""
        head, places = self.horizontalHeader(), range(self.model().columnCount())
        return [max(self.sizeHintForColumn(place), head.sectionSizeHint(place)) for place in places]

    def readable(self, wanted: Sequence[int]) -> list[int]:
        """How wide the columns must be for one to guess the rest of a text that is cut."""
        letter, mains = self.fontMetrics().averageCharWidth(), self.mains(wanted)
        least = (letter * mains.get(place, _LETTERS) + 3 * _PADDING for place in range(len(wanted)))
        return [min(pair) for pair in zip(wanted, least, strict=True)]

    def leave_out(self, places: Iterable[int]) -> None:
        """Let these columns go, one after the other, where there is no room to read of all of them."""
        self._going = tuple(places)
        self._share_width()

    def going(self) -> Sequence[int]:
        """The places of the columns that can be left out, the first to go first."""
        return self._going

    def _share_width(self) -> None:
        head, room = self.horizontalHeader(), self.viewport().width()
        places = range(self.model().columnCount())
        for place in self._left_out:
            self.setColumnHidden(place, False)
        hidden = [place for place in places if self.isColumnHidden(place)]
        wanted = self.wanted_widths()
        heads = [head.sectionSizeHint(place) for place in places]
        whole = [width if place in self._whole else 0 for place, width in enumerate(wanted)]
        read = [max(pair) for pair in zip(whole, self.readable(wanted), strict=True)]
        kept = self._kept([at for at in places if at not in hidden], read, self.mains(wanted), room)
        least = [[max(heads[at], read[at]) for at in kept], [read[at] for at in kept]]
        spare = room - sum(whole[at] for at in kept)
        if spare >= _LEAST_LETTERS * self.fontMetrics().averageCharWidth() * len(kept):
            least.append([whole[at] for at in kept])
        fitting = next((one for one in least if sum(one) <= room), None)
        widths = shared_below(fitting, [wanted[at] for at in kept], room) if fitting else least[1]
        self._left_out = [place for place in places if place not in kept and place not in hidden]
        for place in self._left_out:
            self.setColumnHidden(place, True)
        for place, width in zip(kept, widths, strict=True):
            self.setColumnWidth(place, width)
        if self.isVisible():
            self._make_room_for_the_bar(sum(widths) > room)

    def _kept(self, kept: list[int], read: Sequence[int], mains: Mapping[int, int], room: int) -> list[int]:
        """Those of the columns that stay where not all can be read."""
        for place in self.going():
            if place in kept and place not in mains and sum(read[at] for at in kept) > room:
                kept.remove(place)
        return kept

    def _make_room_for_the_bar(self, is_there: bool) -> None:
        """The bar to scroll sideways with stands beneath the last row, not over it."""
        is_fixed = self.minimumHeight() == self.maximumHeight()
        bar = self.horizontalScrollBar().sizeHint().height() if is_there else 0
        is_off = self.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if is_fixed and not is_off and bar != self._bar:
            height, self._bar = self.minimumHeight() + bar - self._bar, bar
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        signals = {OPEN: self.wanted, REMOVE: self.unwanted, ADD: self.more_wanted}
        deed = deed_of(event)
        if deed in signals:
            signals[deed].emit()
            return
        before = self.currentIndex()
        super().keyPressEvent(to_an_end(event) if self._is_of_rows() else event)
        if self.currentIndex() != before:
            self._come_into_sight()

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and last row, not through the columns of one."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.model().rowCount() - 1,
        }
        if action in ends and self._is_of_rows():
            return self.model().index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def _is_of_rows(self) -> bool:
        return self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the page past the table, unless somebody works in it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_current(self) -> None:
        """Let the page scroll to the current row, when the table has got its new height."""
        QTimer.singleShot(0, self, self._come_into_sight)

    def show_rows(self) -> None:
        """Let the page scroll to the rows with their heading, as many as find room, when all have a place."""
        QTimer.singleShot(0, self, self._unroll)

    def _unroll(self) -> None:
        area, part = scrolled_area(self), self.parentWidget()
        sheet = area.widget() if area is not None else None
        if area is not None and sheet is not None and part is not None:
            top = part.mapTo(sheet, QPoint(0, 0))
            room = min(part.height(), area.viewport().height())
            area.ensureVisible(top.x(), top.y() + room - 1, 0, 0)
            area.ensureVisible(top.x(), top.y(), 0, 0)

    def _come_into_sight(self) -> None:
        area = scrolled_area(self)
        sheet = area.widget() if area is not None else None
        if area is not None and sheet is not None:
            self.scrollTo(self.currentIndex())
            row = self.visualRect(self.currentIndex())
            below = self.viewport().mapTo(sheet, row.bottomLeft())
            area.ensureVisible(below.x(), below.y(), 0, row.height() + SPACE[2])

    def selected_rows(self) -> list[int]:
        """The places of the selected rows from top to bottom."""
        return sorted({one.row() for one in self.selectionModel().selectedRows()})

    def select_rows(self, rows: Iterable[int]) -> None:
        """Let these rows be selected and no others; the current one stays."""
        chosen = QItemSelection()
        model, last = self.model(), self.model().columnCount() - 1
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, row: int) -> None:
        """Let this row be the current one and selected alone, whichever keys are held."""
        here = self.model().index(row, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.select_rows([row])

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        nearest = self._kept_rows.nearest
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection() and self.model().rowCount():
            self.go_to(nearest)


class _Padded(QStyledItemDelegate):
    """Lets the text of a cell stand where the text of the column's head stands."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        panel = QStyleOptionViewItem(option)
        self.initStyleOption(panel, index)
        style = panel.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, panel.widget)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        super().paint(painter, inner, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return super().sizeHint(option, index) + QSize(2 * _PADDING + _PADDING, 0)


def shared_below(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fit into ``room``, none below its ``least`` as long as all of those find room."""
    if sum(least) > room:
        return shared(wanted, room)
    fixed: dict[int, int] = {}
    while True:
        free = [place for place in range(len(wanted)) if place not in fixed]
        given = shared([wanted[place] for place in free], room - sum(fixed.values()))
        cut = {place: least[place] for place, width in zip(free, given, strict=True) if width < least[place]}
        if not cut:
            widths = fixed | dict(zip(free, given, strict=True))
            return [widths[place] for place in range(len(wanted))]
        fixed |= cut


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fit into ``room``: the widest give way first, down to one common width."""
    if sum(wanted) <= room or not wanted:
        return list(wanted)
    level, left = 0, room
    for count, width in zip(range(len(wanted), 0, -1), sorted(wanted), strict=True):
        level = left // count
        if width > level:
            break
        left -= width
    return [min(width, max(level, 1)) for width in wanted]
