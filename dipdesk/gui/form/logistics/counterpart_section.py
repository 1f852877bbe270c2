"""The counterpart matrix on a visit's page: guests beside hosts, gaps marked, chosen by rank or by hand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.actions import bilateral_table, counterparts
from dipdesk.actions.attendance import Attendance
from dipdesk.actions.counterparts import Opposite, matrix
from dipdesk.gui import deeds
from dipdesk.gui.focus import scrolled_area
from dipdesk.gui.form.ceremony.part import TablePart
from dipdesk.gui.form.ceremony.seat_section import open_plan
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.logistics import choice_menu
from dipdesk.gui.form.logistics.choice_menu import Choice
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import row_height
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, language, ngettext
from dipdesk.model import SeatingPlan, Visit
from dipdesk.store.office_file import News, OfficeFile

_ALONE = ("gap", "none")
"""Why somebody stands alone: somebody is missing, or nobody is needed."""
_TOUCHED = ("delegation", "delegation_member", "person", "post", "partner", "visit", "seating_plan")


class CounterpartSection(TablePart):
    """Who stands opposite whom, and why; a menu chooses somebody else."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("Counterparts"), _("Guests beside hosts of the same rank, once both sides have members.")
        super().__init__(office, visit_id, words, parent)
        self._visit_id = visit_id
        self._rows: list[Opposite] = []
        self._names: dict[str, str] = {}
        self._hosts: list[Choice] = []
        self._guests: list[Choice] = []
        self.choose_button = self.button("edit", _("Choose another counterpart …"), self.choose)
        self.choose_button.setToolTip(_("Choose another counterpart for the selected row"))
        self.seat_button = self.button("seat", _("Seat both sides …"), self.seat)
        self.seat_button.setToolTip(_("Put counterparts opposite each other at the table of the talks"))
        self.show_button = self.button("forward", _("Show the seating"), self._show_seating)
        self.show_button.hide()
        self._plan_id = ""
        self.model = CellsModel((_("Guest"), _("Host"), _("Why")))
        self.table = PlainTable(self.model, self)
        self.note = Wrapped(parent=self)
        self.told = Wrapped(parent=self)
        self.told.hide()
        self.lay_out(self.note)
        self.told.setContentsMargins(INSET, 0, 0, 0)
        self._column.addWidget(self.told)
        self.table.wanted.connect(self.open_current)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.refresh()

    def refresh(self) -> None:
        """Work the rows out again; the same one stays selected."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            found = matrix(session, visit, language()) if visit is not None else ()
            self._guests = [_choice(one.guest) for one in found if one.guest]
            self._hosts = [_choice(one.host) for one in found if one.host]
            lines = [_line(one) for one in found] if self._guests and self._hosts else []
            if self._plan_id and session.get(SeatingPlan, self._plan_id) is None:
                self._tell("", "")
        self._rows = list(found)
        self.show_lines(lines)
        self.choose_button.setVisible(bool(lines))
        self.seat_button.setVisible(bool(lines))
        self._heading.set_count(_pairs(found))  # not the rows: some have but one side
        self.note.set_text(_sum(found) if lines else "", muted=True)
        self.note.setVisible(bool(lines))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_TOUCHED)

    def open_current(self) -> None:
        """Show the member of the selected row, the guest before the host."""
        if row_id := self.current():
            self.opened.emit("delegation_member", row_id)

    def choose(self) -> None:
        """Offer the other side to choose from, beside the selected row."""
        if not self.current():
            self.table.selectRow(0)
        if self.current():
            area = self.table.visualRect(self.table.currentIndex())
            self.menu().popup(self.table.viewport().mapToGlobal(area.bottomLeft()))

    def put(self, other_id: str) -> None:
        """Put the member of the selected row opposite another."""
        self._do(partial(counterparts.choose, self._office, self.current(), other_id))

    def release(self) -> None:
        """Let the rank decide about the selected row again."""
        self._do(partial(counterparts.release, self._office, self.current()))

    def seat(self) -> None:
        """Seat both sides at the talks of the visit; if there are several, ask at which."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            talks = bilateral_table.talks_of(session, visit) if visit is not None else []
        if len(talks) == 1:
            self.seat_at(talks[0].record)
        else:
            choices = [(one.record, one.title) for one in talks]
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            choice_menu.fill(
                menu, choices, self.seat_at, _("The programme has no talks and no ceremony yet.")
            )
            menu.popup(self.seat_button.mapToGlobal(self.seat_button.rect().bottomLeft()))

    def seat_at(self, record: str) -> None:
        """Seat both sides at some talks, and say what became of it."""
        found: list[bilateral_table.Seated] = []

        def act() -> None:
            found.append(bilateral_table.seat_both_sides(self._office, self._visit_id, record))

        self._do(act)
        if found:
            self._tell(found[0].plan_id, found[0].said())
            QTimer.singleShot(0, self, self._reveal)  # when it has its place

    def _tell(self, plan_id: str, sentence: str) -> None:
        """Say what became of a plan that was made, with the way to it; nothing for one that is gone."""
        self._plan_id = plan_id
        self.told.set_text(sentence)
        self.told.setVisible(bool(sentence))
        self.show_button.setVisible(bool(plan_id))

    def _reveal(self) -> None:
        """Scroll what was said above the foot of the window, where the way back is offered."""
        if (area := scrolled_area(self)) is not None:
            area.ensureWidgetVisible(self.told, 0, 2 * row_height())

    def _show_seating(self) -> None:
        open_plan(self._office, self._plan_id, self.window())

    def menu(self) -> QMenu:
        """Whom the member of the selected row can be put opposite."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self.current()
        is_guest = any(current == row_id for row_id, _name in self._guests)
        others = self._hosts if is_guest else self._guests
        choice_menu.fill(made, others, self.put, _("The other side has no members yet."))
        made.addSeparator()
        row = next((one for one in self._rows if _row_id(one) == current), None)
        leave = made.addAction(icon("undo"), _("Leave it to the rank"), self.release)
        leave.setEnabled(row is not None and row.ground == "hand")
        made.addAction(icon("forward"), _("Open"), self.open_current)
        return made

    def _do(self, act: Callable[[], object]) -> None:
        if deeds.do(self, self._office, act):
            self.refresh()

    def _show_menu(self, place: QPoint) -> None:
        if self.current():
            self.menu().popup(self.table.viewport().mapToGlobal(place))


def _row_id(one: Opposite) -> str:
    who = one.guest or one.host
    return who.member.id if who else ""


def _choice(one: Attendance) -> Choice:
    return one.member.id, one.person.title()


def _line(one: Opposite) -> Line:
    tone: Tone | None = "attention" if one.ground == "gap" else None
    alone = {"none": _("Supports the delegation; no counterpart is needed."), "gap": _("No counterpart")}
    cells = _said(one.guest), _said(one.host), alone.get(one.ground, one.reason)
    return Line(_row_id(one), cells, one.reason if one.ground == "gap" else "", tone)


def _pairs(rows: Sequence[Opposite]) -> int:
    return sum(1 for one in rows if one.guest and one.host)


def _sum(rows: Sequence[Opposite]) -> str:
    """How many pairs there are, who lacks a counterpart, and who needs none."""
    pairs, gaps, rest = _pairs(rows), *(sum(one.ground == ground for one in rows) for ground in _ALONE)
    found = []
    if pairs:
        found.append(ngettext("{count} pair.", "{count} pairs.", pairs).format(count=pairs))
    if gaps:
        text = ngettext("{count} person has no counterpart.", "{count} people have no counterpart.", gaps)
        found.append(text.format(count=gaps))
    if rest:
        text = ngettext(
            "{count} person supports a delegation and needs none.",
            "{count} people support a delegation and need none.",
            rest,
        )
        found.append(text.format(count=rest))
    return " ".join(found)


def _said(one: Attendance | None) -> str:
    if one is None:
        return "–"
    post = one.post.post_name(language()) if one.post else ""
    return " · ".join(part for part in (one.person.title(), post) if part)
