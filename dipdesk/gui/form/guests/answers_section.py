"""Answers to the invitations of a ceremony: who was called when, what was said, who moves up."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QWidget

from dipdesk.actions import rsvp
from dipdesk.actions.rsvp import Asked
from dipdesk.gui import deeds
from dipdesk.gui.form.ceremony.part import GUEST_TONES, TablePart, row_of
from dipdesk.gui.form.guests.door import DoorDialog
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain
from dipdesk.gui.literal import visible
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, language, ngettext
from dipdesk.model import Guest
from dipdesk.model.invitation import ANSWERS, WAYS
from dipdesk.rules.rsvp import Tally
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile

_TOUCHED = ("guest", "invitation", "person", "post")
_KEYS = dict(zip("12345", ("coming", "represented", "declined", "undecided", "unreached"), strict=True))
_MEASURED = 40
"""So many rows say how wide a column is; measuring five hundred takes longer than a call."""
_LETTERS = ("letter", "card", "email", "hand")


class CallTable(PlainTable):
    """Guests to call; Enter notes a call, 1 to 5 the answer."""

    answered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.text() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.answered.emit(_KEYS[event.text()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answered.emit("none")
        else:
            super().keyPressEvent(event)


class AnswersSection(TablePart):
    """The list of those who have not answered, made for the phone; all guests if wanted."""

    def __init__(
        self,
        office: OfficeFile,
        ceremony_id: str,
        parent: QWidget | None = None,
        now: Callable[[], Moment] | None = None,
    ) -> None:
        belongs = _("Who was invited when, by letter or phone, and what was answered.")
        super().__init__(office, ceremony_id, (_("Answers"), belongs), parent)
        self._now = now or partial(_clock, office)
        self._noted: Line | None = None
        self.letter_button = self.button("contact", _("Invitations sent …"), self.offer_letters)
        self.companion_button = self.button("add", _("Companion"), self.add_companion)
        self.next_button = self.button("up", "", self.promote)
        self.door_button = self.button("check_list", _("At the door"), self.open_door)
        self.all_box = QCheckBox(_("Also those who have answered"), self)
        self.all_box.toggled.connect(lambda _on: self.refresh())
        self.caller, self.spoke_with = StillBox(), QLineEdit()
        self.caller.setAccessibleName(_("Who calls"))
        self.spoke_with.setPlaceholderText(_("Spoke with"))
        self.spoke_with.setAccessibleName(_("Spoke with"))
        self._calling = row_of(self, plain(_("Who calls")), self.caller, self.spoke_with, self.all_box)
        self._calling.setContentsMargins(INSET, 0, 0, 0)
        self._column.addWidget(self._calling)
        QWidget.setTabOrder(self.caller, self.spoke_with)
        QWidget.setTabOrder(self.spoke_with, self.all_box)
        heads = (_("Guest"), _("Post"), _("Phone"), _("Last tried"), _("State"))
        self.model = CellsModel(heads)
        self.table: CallTable = CallTable(self.model, self)
        self.table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.table.answered.connect(self.note)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.doubleClicked.connect(lambda _index: self.open_current())
        self.sums = Wrapped(parent=self)
        self.lay_out(self.sums)
        self.refresh()

    # What the page asks

    def refresh(self) -> None:
        """Read the guests and their answers again; the same guest stays selected."""
        with self._office.read() as session:
            found = rsvp.asked(session, self._ceremony_id)
            sums = rsvp.tally(session, self._ceremony_id)
            following = rsvp.moves_up(session, self._ceremony_id)
            callers = [(visible(one.full_name()), one.id) for one in rsvp.callers(session)]
            self._next = following.id if following else ""
            if following is not None:
                self.next_button.setText(_("{guest} moves up").format(guest=following.title()))
            lines = [_line(one) for one in found if one.is_open or self.all_box.isChecked()]
        self._offer_callers(callers)
        self.show_lines(lines)
        self._follow_undo(lines)
        self.show_count(len(found))
        self.next_button.setVisible(bool(self._next))
        for part in (self.letter_button, self.companion_button, self.door_button, self._calling, self.sums):
            part.setVisible(bool(found))
        self.sums.set_text("\n".join((*_sums(sums), *_help(lines))), muted=True)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("ceremony", self._ceremony_id) in news.rows or news.touches(*_TOUCHED)

    # What somebody does

    def open_current(self) -> None:
        """Show the guest that is selected."""
        if guest := self.current():
            self.opened.emit("guest", guest)

    def note(self, answer: str) -> None:
        """Note down a call to the selected guest; the next one without an answer is selected."""
        guest, row = self.current(), self.table.currentIndex().row()
        if not guest:
            return
        note = partial(
            rsvp.note_answer,
            self._office,
            guest,
            answer,
            self._now(),
            by_id=self.caller.currentData() or None,
            spoke_with=self.spoke_with.text(),
        )
        self._noted = None
        self._do(note)
        self.spoke_with.clear()
        if self.model.lines:
            stays = any(one.row_id == guest for one in self.model.lines)
            self.table.selectRow(min(row + stays, len(self.model.lines) - 1))
        self.table.setFocus()
        self._noted = self._line_of(guest)

    def offer_letters(self) -> None:
        """Choose how the invitations went out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in _LETTERS:
            menu.addAction(_(WAYS[way]), partial(self.note_letters, way))
        menu.popup(self.letter_button.mapToGlobal(QPoint(0, self.letter_button.height())))

    def note_letters(self, way: str) -> None:
        """Note down that all who have not answered were written to."""
        by = self.caller.currentData() or None
        self._do(partial(rsvp.note_round, self._office, self._ceremony_id, way, self._now(), by))

    def add_companion(self) -> None:
        """Let the selected guest bring somebody along."""
        guest = self.current()
        if not guest:
            toast(self.window(), _("Choose the guest who brings somebody first."))
            return
        self._do(lambda: new_record(self._office, Guest, rsvp.companion(self._office, guest), self))

    def promote(self) -> None:
        """Ask the first of the waiting list."""
        if self._next:
            self._do(partial(rsvp.promote, self._office, self._next))

    def open_door(self) -> None:
        """Let the guests in, by the first letters of their names."""
        dialog = DoorDialog(self._office, self._ceremony_id, self.window(), self._now)
        dialog.exec()
        dialog.deleteLater()
        self.refresh()

    def menu(self) -> QMenu:
        """What can be noted for the selected guest."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(icon("forward"), _("Open"), self.open_current)
        made.addSeparator()
        called, key = _("Called"), _("Enter")
        made.addAction(f"{called}\t{key}", partial(self.note, "none"))
        for key, answer in _KEYS.items():
            made.addAction(f"{_(ANSWERS[answer])}\t{key}", partial(self.note, answer))
        made.addSeparator()
        made.addAction(icon("add"), _("Companion"), self.add_companion)
        return made

    # How it is done

    def _line_of(self, guest: str) -> Line:
        """The row of a guest; one without cells if it is not shown."""
        return next((one for one in self.model.lines if one.row_id == guest), Line(guest, ()))

    def _follow_undo(self, lines: list[Line]) -> None:
        """Select the guest whose answer was noted last and taken back, so that the next key is for him."""
        if self._noted is None:
            return
        place = next((at for at, one in enumerate(lines) if one.row_id == self._noted.row_id), -1)
        if place >= 0 and lines[place].cells != self._noted.cells:
            self.table.selectRow(place)
            self._noted = None

    def _do(self, act: Callable[[], object]) -> None:
        deeds.do(self, self._office, act, self.refresh)

    def _offer_callers(self, callers: list[tuple[str, str]]) -> None:
        chosen = self.caller.currentData()
        self.caller.clear()
        for words, value in [("–", ""), *callers]:
            self.caller.addItem(words, value)
        self.caller.setCurrentIndex(max(0, self.caller.findData(chosen)))

    def _show_menu(self, place: QPoint) -> None:
        if self.current():
            self.menu().popup(self.table.viewport().mapToGlobal(place))


def _line(one: Asked) -> Line:
    guest, person = one.guest, one.guest.person
    name = guest.title()
    if one.host is not None:
        name = _("{guest} (with {host})").format(guest=name, host=one.host.title())
    elif one.companions:
        name = _("{guest} + {count}").format(guest=name, count=one.companions)
    post = one.post.post_name(language()) if one.post else ""
    cells = (name, post, person.phone if person else "", _tried(one), rsvp.state_word(guest.state))
    return Line(guest.id, cells, guest.note, GUEST_TONES.get(guest.state), is_quiet=not one.is_open)


def _tried(one: Asked) -> str:
    """The round, the way and the time of the last attempt, with whom one spoke and what was said."""
    if not one.attempts:
        return ""
    last = one.attempts[0]
    answer = _(ANSWERS[last.answer]) if last.answer in ANSWERS and last.answer != "none" else ""
    way = _(WAYS[last.way]) if last.way in WAYS else ""
    number = _("{count}.").format(count=last.round) if last.round else ""
    when = last.at.format() if last.at else ""
    parts = (f"{number} {way}".strip(), when, last.spoke_with, answer)
    return " · ".join(part for part in parts if part)


def _sums(sums: Tally) -> list[str]:
    """How many come, stay away and say nothing, and how many places are left."""
    states = sums.states
    said = _(
        "{coming} come · {declined} do not come · {represented} send somebody · {open} without an answer"
    ).format(
        coming=states["coming"] + states["arrived"],
        declined=states["declined"] + states["absent"],
        represented=states["represented"],
        open=sums.unanswered,
    )
    lines = [said]
    if states["waiting"]:
        text = ngettext("{count} on the waiting list", "{count} on the waiting list", states["waiting"])
        lines.append(text.format(count=states["waiting"]))
    if sums.free is not None and sums.free >= 0:
        lines.append(ngettext("{count} place left", "{count} places left", sums.free).format(count=sums.free))
    elif sums.free is not None:
        text = ngettext("{count} guest more than places", "{count} guests more than places", -sums.free)
        lines.append(text.format(count=-sums.free))
    return [" · ".join(lines)]


def _help(lines: list[Line]) -> list[str]:
    if not lines:
        return []
    answers = ", ".join(f"{key} {_(ANSWERS[answer])}" for key, answer in _KEYS.items())
    return [_("Enter: called; {answers}").format(answers=answers)]


def _clock(office: OfficeFile) -> Moment:
    """The clock on the wall of the office."""
    zone = office.office().zone
    return Moment(datetime.now(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0), zone)
