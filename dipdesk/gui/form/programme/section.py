"""The programme of a visit on its page: day columns or a list, what follows a move, and what does not fit."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions import programme_changes as changes
from dipdesk.actions import programme_days, visit_programme
from dipdesk.actions.programme_journeys import Passage, passages
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.gui.focus import has_typing
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.programme.board import Board
from dipdesk.gui.form.programme.deeds import ProgrammeDeeds
from dipdesk.gui.form.programme.foresight import ForesightDialog, ShiftDialog, WorkBackDialog
from dipdesk.gui.form.programme.list_view import ProgrammeTable
from dipdesk.gui.form.programme.shown import Shown
from dipdesk.gui.form.programme.tools import Tools, offer_timings
from dipdesk.gui.form.programme.trouble_list import TroubleList
from dipdesk.gui.form.programme.wide import Wide
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.table_keys import ADD, OPEN, REMOVE, offer
from dipdesk.gui.theme import SPACE, font
from dipdesk.i18n import _, zone_name
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_troubles import QUIET, Trouble, sentence
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile

_MOST_TOLD = 3
_PEOPLE = ("taking_part", "delegation_member", "delegation", "person")


class ProgrammeSection(QWidget):
    """The programme of one visit; all changes are kept at once and can be undone."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._visit_id = office, visit_id
        self._programme: VisitProgramme | None = None
        self._troubles: tuple[Trouble, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self.deeds = ProgrammeDeeds(office, self, lambda: self._programme)
        self._heading = Heading(_("Programme"), self)
        self.add_button = QPushButton(icon("add"), _("Add"), self._heading)
        self.add_button.setProperty("role", "link")
        self.add_button.setAccessibleDescription(_("Programme"))
        self.add_button.setToolTip(_("Add (Insert)"))
        self._heading.add(self.add_button)
        self._empty = secondary(_("What happens when and where, hour by hour."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self.tools = Tools(self)
        shift_tip = _("Move this item and what follows it on its day")
        self.shift_button = self.tools.button(
            "later", _("Move everything from here …"), shift_tip, self.shift
        )
        back_tip = _("Time what comes before backwards from a fixed end")
        self.back_button = self.tools.button("back", _("Work back from …"), back_tip, self.work_back)
        self.board = Board(self.deeds.foresee)
        self._area = Wide(self.board, self)
        self.table = ProgrammeTable(self)
        self.hint = Wrapped(parent=self)
        self.troubles = TroubleList(self)
        self._lay_out()
        self._connect()
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Read the programme again; the same item stays chosen."""
        with self._office.read() as session:
            self._programme = visit_programme.read(session, self._visit_id)
            if self._programme is not None:
                self._passages = passages(session, self._visit_id, self._programme.site.zone)
        if self._programme is not None:
            self._show(self._programme)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        touched = ("programme_item", "ceremony", *_PEOPLE, "travel")
        return news.touches(*touched) or ("visit", self._visit_id) in news.rows

    def choose(self, item: str) -> None:
        """Choose an item in both ways of looking."""
        self.board.choose(item)
        self.table.choose(item)

    @property
    def item(self) -> str:
        """The item that is chosen; empty for none."""
        return self.board.item

    def _show(self, programme: VisitProgramme) -> None:
        wishes = self.tools.wishes
        self._troubles = programme.troubles(programme_days.fasts(programme, wishes))
        words = {day: programme_days.about(programme, day, wishes) for day in programme.days}
        shown = Shown(words, self._troubles, self._passages, programme.titles)
        self.board.show_entries(programme.days, programme.entries, programme.site.zone, shown)
        self.table.show_programme(programme, self._troubles)
        self.troubles.show_troubles(programme, self._troubles)
        self._heading.set_count(len(programme.entries))
        self._arrange()
        self._foresee(None)

    def _arrange(self) -> None:
        """Show what there is something to show of."""
        programme = self._programme
        has_days, has_items = bool(programme and programme.days), bool(programme and programme.entries)
        as_list = self.tools.list.isChecked()
        self._empty.setVisible(not has_items)
        self._area.setVisible(has_days and not as_list)
        self.table.setVisible(has_items and as_list)
        self.tools.setVisible(has_days)
        self._heading.set_lined(True)
        for button in (self.shift_button, self.back_button):
            button.setEnabled(bool(self.item))

    def _look(self, as_list: bool) -> None:
        self.board.fold(not self.tools.night.isChecked())
        self._arrange()
        if as_list:
            self.table.fit()
            self.table.choose(self.item)

    def _ask_again(self) -> None:
        self.refresh()
        self._look(self.tools.list.isChecked())

    def _go_to(self, item: str) -> None:
        self.choose(item)
        self._take_focus()

    def _foresee(self, found: Ripple | None) -> None:
        """Say what would follow a drag; else what holds for the times that are shown."""
        programme = self._programme
        if found is None or programme is None:
            self.board.warn(frozenset())
            self.hint.set_text("\n".join(self._notes()), muted=True)
        else:
            came = [one for one in programme.came(found) if one.kind not in QUIET]
            self.board.warn(frozenset(key for one in came for key in (one.first, one.second)))
            before = {one.id: one for one in programme.stops}
            moved = [changes.told(one, programme.titles, before[one.stop.id]) for one in found.moves]
            said = [sentence(one, programme.titles) for one in came]
            self.hint.set_text(" · ".join([*moved[: _MOST_TOLD + 1], *said[:_MOST_TOLD]]))
        self.hint.setVisible(bool(self.hint.text()))

    # Deeds

    def open_item(self, item: str) -> None:
        """Show the record of an item."""
        if item:
            self.opened.emit("programme_item", item)

    def add(self, at: Moment | None = None) -> None:
        """Ask for a new item: at a moment, else after the chosen item, else at the end; the form knows when
        the first one most likely begins."""
        programme = self._programme
        if programme is None:
            return
        by_button = has_typing(self.add_button)
        last = programme.by_id.get(self.item) or (programme.entries[-1] if programme.entries else None)
        if at is None and last is not None:
            made = self.deeds.add(self._visit_id, changes.after(last.stop))
        else:
            made = self.deeds.add(self._visit_id, changes.at(at) if at else {})
        if made:
            self.refresh()
            self.choose(made)
            if not by_button:
                self._take_focus()

    def remove(self, item: str) -> None:
        """Take an item off, with a way back; the next one is chosen."""
        line = [one.stop.id for one in self._programme.entries] if self._programme else []
        at = line.index(item) if item in line else 0
        following = [*line[at + 1 : at + 2], *line[max(at - 1, 0) : at], ""][0]
        if self.deeds.remove(item):
            self.choose(following)
            self.refresh()

    def change(self, stop: object) -> None:
        """Give a stop other times, and let the rest follow if that is wanted."""
        if self.deeds.change(stop):  # type: ignore[arg-type]  # what Qt's signals carry has no type
            self.refresh()
            self.board.come_into_sight()

    def shift(self) -> None:
        """Ask by how much everything from the chosen item on shall move."""
        if self._programme is not None and self.item:
            self._ask(ShiftDialog(self._programme, self.item, self))

    def work_back(self) -> None:
        """Ask when the chosen item must be over."""
        if self._programme is not None and self.item:
            self._ask(WorkBackDialog(self._programme, self.item, self))

    def menu(self) -> QMenu:
        """What can be done with the chosen item."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        item = self.item
        offer(made, OPEN, partial(self.open_item, item))
        offer(made, ADD, self.add, _("Add below"))
        offer(made, REMOVE, partial(self.remove, item))
        made.addSeparator()
        entry = self._programme.by_id.get(item) if self._programme else None
        offer_timings(made, entry.stop.timing if entry else "", partial(self.set_timing, item))
        made.addSeparator()
        made.addAction(icon("later"), _("Move everything from here …")).triggered.connect(self.shift)
        made.addAction(icon("back"), _("Work back from …")).triggered.connect(self.work_back)
        return made

    def set_timing(self, item: str, timing: str) -> None:
        """Say how firmly an item stands at its hour."""
        if self.deeds.set_timing(item, timing):
            self.refresh()

    def _write(self, item: str, name: str, text: str) -> None:
        """Store an edited cell, when the table is done with editing."""
        QTimer.singleShot(0, self, partial(self._store, item, name, text))

    def _store(self, item: str, name: str, text: str) -> None:
        if self.deeds.set_text(item, name, text):
            self.refresh()

    def _ask(self, dialog: ForesightDialog) -> None:
        if dialog.exec() and dialog.found is not None and self.deeds.keep(dialog.found, self.item):
            self.refresh()
        dialog.deleteLater()
        self._take_focus()

    def _take_focus(self) -> None:
        (self.table if self.tools.list.isChecked() else self.board).setFocus()

    def _notes(self) -> Iterator[str]:
        """By which clocks all stands, if there are several, and what holds for the times of prayer."""
        if self._programme is not None and self._programme.is_of_two_zones:
            yield _("All times: {zone}.").format(zone=zone_name(self._programme.site.zone))
        if self.tools.prayers.isChecked():
            yield _(programme_days.CALCULATED)

    # Building

    def _lay_out(self) -> None:
        self.hint.setFont(font("secondary"))
        self.hint.setContentsMargins(INSET, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (
            self._heading,
            self._empty,
            self.tools,
            self._area,
            self.table,
            self.hint,
            self.troubles,
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.tools.looked.connect(self._look)
        self.tools.asked.connect(self._ask_again)
        self.tools.rest.toggled.connect(self.deeds.let_follow)
        board, table = self.board, self.table
        board.chosen.connect(self.table.choose)
        board.chosen.connect(lambda _item: self._arrange())
        table.chosen.connect(board.choose)
        board.foreseen.connect(self._foresee)
        for signal in (board.changed, table.changed):
            signal.connect(self.change)
        board.wanted.connect(self.open_item)
        board.passage_wanted.connect(self.opened)
        board.removal_wanted.connect(self.remove)
        board.more_wanted.connect(self.add)
        board.menu_wanted.connect(self._show_menu)
        table.wanted.connect(lambda: self.open_item(table.current()))
        table.unwanted.connect(lambda: self.remove(table.current()))
        table.more_wanted.connect(lambda: self.add())
        table.written.connect(self._write)
        table.customContextMenuRequested.connect(lambda at: self._show_menu(table.viewport().mapToGlobal(at)))
        self.troubles.led.connect(self.choose)
        self.troubles.opened.connect(self._go_to)

    def _show_menu(self, place: QPoint) -> None:
        if self.item:
            self.menu().popup(place)
