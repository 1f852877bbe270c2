"""What the tables of a visit's travel and service have in common: rows of records, add, open, remove."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.actions.visit_logistics import VisitLogistics, visit_logistics
from dipdesk.gui import deeds
from dipdesk.gui.focus import has_typing
from dipdesk.gui.form.ceremony.part import TablePart
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.storing import remove_record
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.table_keys import ADD, OPEN, REMOVE, offer
from dipdesk.i18n import _, language
from dipdesk.model import Record, Visit, entity_name
from dipdesk.store.office_file import News, OfficeFile

TOUCHED = (
    "delegation",
    "delegation_member",
    "duty",
    "lodging",
    "passenger",
    "person",
    "post",
    "programme_item",
    "ride",
    "room",
    "room_change",
    "taking_part",
    "travel",
    "vehicle",
)


class LogisticsPart(TablePart):
    """A section with a table of records of one ``kind`` that belong to a visit."""

    kind: type[Record]

    def __init__(
        self,
        office: OfficeFile,
        visit_id: str,
        words: tuple[str, str],
        heads: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, visit_id, words, parent)
        self._visit_id = visit_id
        self.add_button = self.button("add", _("Add"), self.add)
        self.model = CellsModel(heads)
        self.table = self.make_table()
        self.note = Wrapped(parent=self)
        self.note.hide()
        self.lay_out(self.note)
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove)
        self.table.more_wanted.connect(self.add)
        self.table.customContextMenuRequested.connect(self._show_menu)

    # What sections say

    def make_table(self) -> PlainTable:
        """The table; some have keys of their own."""
        return PlainTable(self.model, self)

    @abstractmethod
    def lines(self, logistics: VisitLogistics) -> Iterable[Line]:
        """The rows, in their order."""

    def values(self) -> Mapping[str, object]:
        """With what a new record begins."""
        return {"visit_id": self._visit_id}

    def more(self, menu: QMenu) -> None:
        """Add to the menu of a row what only this section can do."""

    # What the page asks

    def refresh(self) -> None:
        """Read the rows again; the same one stays selected."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            found: list[Line] = []
            if visit is not None:
                found = list(self.lines(visit_logistics(session, visit, language())))
        self.show_lines(found)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("visit", self._visit_id) in news.rows or news.touches(*TOUCHED)

    # What somebody does

    def open_current(self) -> None:
        """Show the record of the selected row."""
        if row_id := self.current():
            self.opened.emit(entity_name(self.kind), row_id)

    def add(self) -> None:
        """Ask for a new record; the key that asked for it asks for the next one."""
        by_button = has_typing(self.add_button)
        made = new_record(self._office, self.kind, self.values(), self)
        if made:
            self.refresh()
            self.select(made, with_focus=not by_button)

    def remove(self) -> None:
        """Remove the record of the selected row, with a way back."""
        if row_id := self.current():
            self.do(lambda: remove_record(self._office, self.kind, row_id))

    def do(self, act: Callable[[], object]) -> None:
        """Do something and show what became of it."""
        if deeds.do(self, self._office, act):
            self.refresh()

    def select(self, row_id: str, *, with_focus: bool = True) -> None:
        """Put the selection on a row, and the focus."""
        place = next((at for at, line in enumerate(self.model.lines) if line.row_id == row_id), -1)
        if place >= 0:
            self.table.go_to(place)
            if with_focus:
                self.table.setFocus()
            self.table.show_current()

    def menu(self) -> QMenu:
        """What can be done with the selected row."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer(made, OPEN, self.open_current)
        self.more(made)
        made.addSeparator()
        offer(made, ADD, self.add)
        offer(made, REMOVE, self.remove)
        return made

    def _show_menu(self, place: QPoint) -> None:
        if self.current():
            self.menu().popup(self.table.viewport().mapToGlobal(place))
