"""A list inside a page: what belongs to a record, with add, open and remove."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.action import Action
from dipdesk.gui.focus import has_typing
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.related import Related
from dipdesk.gui.form.rows import RowsModel, read_rows
from dipdesk.gui.form.storing import remove_records
from dipdesk.gui.labels import secondary
from dipdesk.gui.table_keys import ADD, OPEN, REMOVE, offer
from dipdesk.gui.taken_along import may_go
from dipdesk.gui.theme import SPACE, icon
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, ngettext
from dipdesk.model import entity
from dipdesk.model.kinds import Day, Link, WallClock
from dipdesk.store.office_file import News, OfficeFile

_ALWAYS = 3
"""So many columns always stand there; those behind them are left out where there is no room."""


class RelatedList(QWidget):
    """The records that point at ``target``, under a heading; new ones start with ``values``."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""

    def __init__(
        self,
        office: OfficeFile,
        what: Related,
        target: str,
        values: Mapping[str, object] | None = None,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.what = what
        self._office = office
        self._kind = entity(what.kind)
        self._target = target
        self._values = {what.link: target, **(values or {})}
        self.model = self.make_model(what.columns or self._kind.columns)
        self._title = title or _(what.title)
        self._heading = Heading(self._title, self)
        self.open_button = self._icon_button("forward", _("Open"), _("Open (Enter)"), self.open_current)
        self.remove_button = self._icon_button(
            "delete", _("Remove"), _("Remove (Delete)"), self.remove_current
        )
        self.add_button = self._button("add", _("Add"), self.add)
        self.add_button.setToolTip(_("Add (Insert)"))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(self._title)
        days = (at for at, one in enumerate(self.model.columns) if isinstance(one.kind, Day | WallClock))
        self.table.keep_whole(days)
        self.table.leave_out(reversed(range(_ALWAYS, self.model.columnCount() + 1)))
        self._empty = secondary(_(what.empty))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._more = secondary()
        self._more.setContentsMargins(INSET, 0, 0, 0)
        self._lay_out()
        self.refresh()

    def make_model(self, columns: Sequence[str]) -> RowsModel:
        """The rows; some lists say more about each than its fields."""
        return RowsModel(self._kind, columns)

    def refresh(self) -> None:
        """Read the rows again; the same ones stay selected."""
        current, chosen = self.current_id(), self.chosen_ids()
        rows, total = read_rows(self._office, self._kind, self.what.link, self._target, self.model.columns)
        if rows != self.model.rows:
            self.model.show(rows)
            place = next((at for at, row in enumerate(rows) if row.row_id == current), -1)
            if place >= 0:
                self.table.go_to(place)
            if len(chosen) > 1:
                self.table.select_rows(at for at, row in enumerate(rows) if row.row_id in chosen)
        self._heading.set_count(total)
        self._more.setText(
            ngettext(
                "{count} more is not shown here.", "{count} more are not shown here.", total - len(rows)
            ).format(count=total - len(rows))
        )
        self._more.setVisible(total > len(rows))
        self.table.fit()
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._heading.set_lined(not rows)
        self.setVisible(bool(rows) or bool(self.what.empty))
        self._selection_changed()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        names = [one.kind.target for one in self.model.columns if isinstance(one.kind, Link)]
        return news.touches(self.what.kind, *names)

    def lead(self, text: str, name: str, action: Callable[[], None]) -> None:
        """Put one more button beside the heading: its word, what it does, and its doing."""
        made = self._button("forward", text, action)
        made.setAccessibleName(name)
        self._heading.add(made)
        QWidget.setTabOrder(self.add_button, made)

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        buttons = self._heading.findChildren(QAbstractButton)
        return [*buttons, self.table]

    def current_id(self) -> str:
        """The id of the selected record; empty for none."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()].row_id if index.isValid() else ""

    def chosen_ids(self) -> list[str]:
        """The ids of the selected records in their order; that of the current one if none is selected."""
        rows = [row for row in self.table.selected_rows() if row < len(self.model.rows)]
        current = self.current_id()
        return [self.model.rows[row].row_id for row in rows] or ([current] if current else [])

    def add(self) -> None:
        """Ask for a new record of the list and add it; the key that asked for it asks for the next one."""
        by_button = has_typing(self.add_button)
        made = new_record(self._office, self._kind, self._values, self)
        if made:
            self.refresh()
            self.select(made, with_focus=not by_button)

    def open_current(self) -> None:
        """Show the selected record."""
        if row_id := self.current_id():
            self.opened.emit(self.what.kind, row_id)

    def remove_current(self) -> None:
        """Remove the selected records in one step, with a way back; asks first if others go along."""
        chosen = self.chosen_ids()
        if not chosen or not may_go(self, self._office, self._kind, chosen):
            return
        if remove_records(self._office, self._kind, chosen):
            self.refresh()
            toast(self.window(), self._office.undo_label, _("Undo"), self._undo)
            if self.isVisible() and self.table.isVisible():
                self.table.setFocus()
            else:
                self.add_button.setFocus()

    def select(self, row_id: str, *, with_focus: bool = True) -> None:
        """Put the selection on a record of the list, and the focus."""
        place = next((at for at, row in enumerate(self.model.rows) if row.row_id == row_id), -1)
        if place >= 0:
            self.table.go_to(place)
            if with_focus:
                self.table.setFocus()
            self.table.show_current()

    def menu(self) -> QMenu:
        """What can be done with the selected records."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, act in self.verbs():
            offer(made, action, act)
        return made

    def verbs(self) -> list[tuple[Action, Callable[[], None]]]:
        """What the menu of the selected records offers, and its doing."""
        return [(OPEN, self.open_current), (ADD, self.add), (REMOVE, self.remove_current)]

    def _undo(self) -> None:
        self._office.undo()

    def _selection_changed(self) -> None:
        chosen = bool(self.current_id())
        self.open_button.setVisible(chosen)
        self.remove_button.setVisible(chosen)

    def _button(self, name: str, text: str, action: Callable[[], None]) -> QPushButton:
        made = QPushButton(icon(name), text, self._heading)
        made.setProperty("role", "link")
        made.setAccessibleDescription(self._title)
        made.clicked.connect(lambda _checked=False: action())
        return made

    def _icon_button(self, name: str, text: str, tip: str, action: Callable[[], None]) -> QToolButton:
        made = QToolButton(self._heading)
        made.setIcon(icon(name))
        made.setToolTip(tip)
        made.setAccessibleName(text)
        made.setAccessibleDescription(self._title)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: action())
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for button in (self.open_button, self.remove_button, self.add_button):
            self._heading.add(button)
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addWidget(self._more)
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove_current)
        self.table.more_wanted.connect(self.add)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.model.modelReset.connect(self._selection_changed)

    def _row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._selection_changed()

    def _show_menu(self, place: QPoint) -> None:
        if self.current_id():
            self.menu().popup(self.table.viewport().mapToGlobal(place))
