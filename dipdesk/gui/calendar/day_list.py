"""The calendar as a list: every thing with its day, its hours and its place."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.board import Keys, Sight
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_date, format_interval, weekday
from dipdesk.store.dated import OVER, SORTS, Dated

_LETTERS = (20, 12, 13, 0, 0, 20)
"""The widths of columns, in letters; title and place share what is left."""
_TITLE, _PLACE, _SHARE = 3, 4, 0.65


class DayList(Keys):
    """A table by day; Enter opens a row, the letters of the calendar choose another view."""

    opened = Signal(object)
    chosen = Signal(object)
    """The day of the selected row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: Sight | None = None
        self._is_showing = False
        self.model = CellsModel((_("Day"), _("Weekday"), _("Time"), _("What"), _("Place"), _("Sort")))
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("List of what has a day"))
        self.table.doubleClicked.connect(lambda index: self.opened.emit(self.entries[index.row()]))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self._nothing = secondary(_("Nothing stands on these days."))
        self._nothing.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        self.entries: list[Dated] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_sight(self, sight: Sight) -> None:
        """Show the days; the first row that begins there is selected, else what still lasts."""
        self._sight, self._is_showing = sight, True
        if list(sight.entries) != self.entries:
            self.entries = list(sight.entries)
            self.model.show([_line(one) for one in self.entries])
        self._nothing.setVisible(not self.entries)
        self.table.setVisible(bool(self.entries))
        begins = (at for at, one in enumerate(self.entries) if one.first >= sight.day)
        lasts = (at for at, one in enumerate(self.entries) if one.last >= sight.day)
        row = next(begins, next(lasts, -1))
        here = self.table.currentIndex().row()
        if row >= 0 and not (0 <= here < len(self.entries) and _is_on(self.entries[here], sight.day)):
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._is_showing = False

    def _choose(self) -> None:
        one = self.current()
        if one is not None and self._sight is not None and not self._is_showing:
            self.chosen.emit(max(one.first, self._sight.first))

    def current(self) -> Dated | None:
        """What is selected."""
        row = self.table.currentIndex().row()
        return self.entries[row] if 0 <= row < len(self.entries) else None


class _Table(QTableView):
    """Rows of the list; keys that mean something in the calendar go there."""

    def __init__(self, keys: DayList) -> None:
        super().__init__(keys)
        self._keys = keys
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(font("table"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        head, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        least = [head.sectionSizeHint(place) if letters else 0 for place, letters in enumerate(_LETTERS)]
        widths = [max(letters * letter, width) for letters, width in zip(_LETTERS, least, strict=True)]
        room = max(event.size().width() - sum(widths), widths[0])
        widths[_TITLE], widths[_PLACE] = round(room * _SHARE), round(room * (1 - _SHARE))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (event.text().isalpha() or event.text() in ("\r", "\n")) and self._keys.take_key(event):
            return
        super().keyPressEvent(event)


def _line(one: Dated) -> Line:
    day = format_date(one.first, "medium") if one.first == one.last else format_interval(one.first, one.last)
    what = " · ".join(part for part in (one.title, one.note) if part)
    cells = (day, weekday(one.first), tiles.hours(one), what, one.place, _(SORTS[one.sort]))
    return Line(f"{one.sort}.{one.row_id}.{one.first}", cells, is_quiet=one.state in OVER)


def _is_on(one: Dated, day: date) -> bool:
    return one.first <= day <= one.last
