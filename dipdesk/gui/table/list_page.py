"""The page that lists the records of one entity: what it is called, filter, table, count."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.table import deeds
from dipdesk.gui.table.column_chooser import ColumnChooser
from dipdesk.gui.table.columns import Columns
from dipdesk.gui.table.copying import as_mime
from dipdesk.gui.table.empty import EmptyState
from dipdesk.gui.table.filter_bar import FilterBar
from dipdesk.gui.table.head import ListFoot, ListHead
from dipdesk.gui.table.menu import Entry, menu_of, pop_up
from dipdesk.gui.table.model import ListModel
from dipdesk.gui.table.view import TableView
from dipdesk.gui.taken_along import may_go
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_number
from dipdesk.model import Record, entity_name
from dipdesk.store.columns import heading
from dipdesk.store.office_file import News, OfficeFile
from dipdesk.store.rows import named_by, shows_second

_MOST_COPIED = 5000
_MOST_REMEMBERED = 200


class ListPage(QWidget):
    """The list of all records of ``kind``."""

    opened = Signal(str, str)
    """Show this record: entity and id."""
    wanted_new = Signal(str)
    """Make a new record of this entity."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        settings: Settings,
        news: OfficeNews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._kind, self._name = office, kind, entity_name(kind)
        self._columns = Columns(kind, settings)
        self._telling = named_by(kind)
        self._remembered: list[tuple[int, str]] = []
        self._current = (0, "")
        self.model = ListModel(office, kind, self._columns.names, self._columns.order, self)
        self.filter = FilterBar(kind)
        self.view = TableView(self.model, self._columns, shows_second(kind))
        self.view.setAccessibleName(_(kind.label[1]))
        self.empty = EmptyState(kind)
        self.head, self._foot = ListHead(kind), ListFoot()
        self._lay_out()
        self._connect()
        self._show_count()
        news.changed.connect(self._heard)

    # For others

    def refresh(self) -> None:
        """Read everything again; selection and place stay."""
        self._keeping_place()

    def select(self, row_id: str) -> None:
        """Make a record the current row, if it is shown."""
        place = self.model.position(row_id)
        if place is not None and self.selected_ids() != [row_id]:
            self.view.go_to(place)

    def go_near(self, place: int) -> None:
        """Make the row at ``place`` the current one, the last one if there are fewer."""
        self.view.go_to(max(0, min(place, self.model.rowCount() - 1)))

    def selected_ids(self) -> list[str]:
        """The ids of the selected rows from top to bottom."""
        places = self.view.chosen_rows()
        if len(places) == self.model.rowCount():
            return self.model.ids()
        return [self.model.row(place).id for place in places]

    def shown_ids(self) -> list[str]:
        """The ids of all rows of the list as it is narrowed and ordered now."""
        return self.model.ids()

    def shown_columns(self) -> tuple[str, ...]:
        """The columns from left to right."""
        return self.view.visible_columns()

    def show_only(self, ids: Collection[str], words: str) -> None:
        """Show only these records, until somebody wants all; ``words`` say which they are."""
        self.filter.show_only(ids, words)

    def focus_filter(self) -> None:
        """Go to the filter box."""
        self.filter.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.box.selectAll()

    def neighbour(self, step: int) -> None:
        """Open the record ``step`` rows further down, if there is one."""
        current = self.view.currentIndex()
        place = current.row() + step if current.isValid() else 0
        if 0 <= place < self.model.rowCount():
            self.view.go_to(place)
            self._open_current()

    # Making

    def _lay_out(self) -> None:
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[1])
        column.setSpacing(SPACE[2])
        column.addWidget(self.head)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.head.new_button.clicked.connect(lambda: self.wanted_new.emit(self._name))
        self.empty.new_wanted.connect(lambda: self.wanted_new.emit(self._name))
        self.empty.clear_wanted.connect(self.filter.clear)
        self.filter.narrowed.connect(self._narrow)
        self.filter.left_down.connect(self._into_table)
        self.model.counted.connect(self._show_count)
        self.model.modelReset.connect(self._reordered)
        view = self.view
        view.doubleClicked.connect(lambda _index: self._open_current())
        view.entered_row.connect(self._open_current)
        view.typed.connect(self._type_ahead)
        view.delete_wanted.connect(self.delete)
        view.copy_wanted.connect(self.copy)
        view.duplicate_wanted.connect(self.duplicate)
        view.columns_wanted.connect(self._choose_columns)
        view.columns_moved.connect(lambda: self._columns.choose(self.view.visible_columns()))
        view.menu_wanted.connect(lambda place: pop_up(self.context_menu(), place))
        view.selectionModel().selectionChanged.connect(lambda *_parts: self._remember())
        view.selectionModel().currentRowChanged.connect(lambda now, _before: self._remember_current(now))

    # Doing

    def delete(self) -> None:
        """Delete the selected records, after a question if others go along; a toast offers the way back."""
        row_ids = self.selected_ids()
        if not row_ids or not may_go(self, self._office, self._kind, row_ids):
            return
        place = self.view.currentIndex().row()
        if label := deeds.delete(self._office, self._kind, row_ids):
            self.go_near(place)
            toast(self.window(), label, _("Undo"), lambda: self._take_back(label))

    def duplicate(self) -> None:
        """Make a second record like the current one and open it."""
        row_id = self._current_id()
        if not row_id or not deeds.can_duplicate(self._kind):
            return
        if made := deeds.duplicate(self._office, self._kind, row_id):
            self.select(made)
            self.opened.emit(self._name, made)

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        places = self.view.chosen_rows()
        if len(places) > _MOST_COPIED:
            most = format_number(_MOST_COPIED)
            toast(self.window(), _("More than {most} rows: export the list instead.").format(most=most))
            return
        columns = self.view.visible_columns()
        at = [self.model.columns.index(name) for name in columns]
        rows = (self.model.row(place).texts() for place in places)
        mime = as_mime(
            (heading(self._kind, name) for name in columns), ([row[i] for i in at] for row in rows)
        )
        QGuiApplication.clipboard().setMimeData(mime)

    def _take_back(self, label: str) -> None:
        if self._office.undo_label == label:
            self._office.undo()

    def _open_current(self) -> None:
        if row_id := self._current_id():
            self.opened.emit(self._name, row_id)

    def _current_id(self) -> str:
        current = self.view.currentIndex()
        return self.model.row(current.row()).id if current.isValid() else ""

    def context_menu(self) -> QMenu:
        """The menu of the selected rows."""
        one = len(self.view.chosen_rows()) == 1
        entries = [
            Entry(_("Open"), "open", "Return", self._open_current, one),
            Entry(_("Copy"), "copy", "Ctrl+C", self.copy),
            Entry(_("Duplicate"), "add", "Ctrl+D", self.duplicate, one and deeds.can_duplicate(self._kind)),
            Entry(_("Delete"), "delete", "Del", self.delete),
        ]
        return menu_of(entries, self)

    # Narrowing and ordering

    def _narrow(self) -> None:
        self.model.narrow(self.filter.text, self.filter.filters)
        self.view.scrollToTop()

    def _into_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.go_to(0)

    def _type_ahead(self, letters: str) -> None:
        self.filter.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.box.insert(letters)

    def _reordered(self) -> None:
        self._columns.sort(self.model.order)

    def _choose_columns(self, place: QPoint) -> None:
        chooser = ColumnChooser(self._kind, self.view.visible_columns(), self)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(self.show_columns)
        chooser.reset_wanted.connect(self._reset_columns)
        chooser.show_at(self.view.horizontalHeader().mapToGlobal(place))

    def show_columns(self, names: tuple[str, ...]) -> None:
        """Show these columns from now on."""
        self._columns.choose(names)
        head = self.view.horizontalHeader()
        head.blockSignals(True)
        for place in range(head.count()):
            head.moveSection(head.visualIndex(place), place)
        head.blockSignals(False)
        self.model.show_columns(self._columns.names)
        self.view.share_width()
        self.view.show_order()

    def _reset_columns(self) -> None:
        self._columns.reset()
        self.model.order = self._columns.order
        self.show_columns(self._columns.names)

    # Keeping up

    def _heard(self, news: News) -> None:
        if news.touches(*self._telling):
            self._keeping_place()

    def _keeping_place(self) -> None:
        """Read again; the same records stay selected, the same row stays at the top."""
        chosen, here = self._remembered, self._current
        top = self.view.rowAt(0)
        offset = self.view.verticalScrollBar().value()
        if not self.model.refresh(chosen):
            self._restore([row_id for _place, row_id in chosen], here)
            self.view.verticalScrollBar().setValue(offset if top >= 0 else 0)
        self._show_count()

    def _remember(self) -> None:
        """Note which records are selected while the rows still are what they were when they were chosen."""
        places = self.view.chosen_rows()[:_MOST_REMEMBERED]
        self._remembered = [(place, self.model.row(place).id) for place in places]
        self._show_chosen()

    def _remember_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._current = current.row(), self.model.row(current.row()).id

    def _restore(self, row_ids: list[str], current: tuple[int, str]) -> None:
        """Select these records again and let the same one be current; else the one now in its place."""
        places = [place for row_id in row_ids if (place := self.model.position(row_id)) is not None]
        near = [min(current[0], self.model.rowCount() - 1)] if self.view.hasFocus() else []
        here = [self.model.position(current[1]), *places, *near]
        if found := [one for one in here if one is not None and one >= 0]:
            self.view.choose(places, found[0])

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        whole = self.model.whole_count() if self.model.is_narrowed else shown
        self._foot.say_count(shown, whole, narrowed=self.model.is_narrowed)
        self._stack.setCurrentWidget(self.view if shown else self.empty)
        self.empty.say(narrowed=whole > 0)
        self.filter.setEnabled(whole > 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._foot.say_chosen(len(self.view.chosen_rows()))
