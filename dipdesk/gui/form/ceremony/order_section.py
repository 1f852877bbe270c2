"""The guests of a ceremony in order of precedence, each with the reason for the place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy import select

from dipdesk.actions import guest_list, guest_order, plan_ceremony
from dipdesk.errors import Invalid
from dipdesk.gui import deeds
from dipdesk.gui.form.ceremony.part import GUEST_TONES, TablePart
from dipdesk.gui.form.ceremony.reason_dialog import ReasonDialog
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.reasoned_table import ReasonedTable
from dipdesk.gui.form.storing import remove_record
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.i18n import _, format_date, language
from dipdesk.model import Ceremony, Guest, Post
from dipdesk.model.ceremony import GUEST_STATES, SEATED_STATES
from dipdesk.store.office_file import News, OfficeFile

_TOUCHED = ("guest", "guest_move", "person", "post", "precedence_list", "precedence_post", "partner", "visit")
_REASONS = 3
"""The column that says why somebody stands before the next."""
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class GuestTable(ReasonedTable):
    """The guests; Ctrl+Shift+Up and Down move one by hand, the digits set a state."""

    moved = Signal(int)
    state_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        states = {str(number): state for number, state in enumerate(GUEST_STATES, 1)}
        if event.modifiers() == _MODIFIERS and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.text() in states and not event.modifiers():
            self.state_wanted.emit(states[event.text()])
        else:
            super().keyPressEvent(event)


class OrderSection(TablePart):
    """Who comes, in which order and why; what the office changed by hand stays visible."""

    def __init__(self, office: OfficeFile, ceremony_id: str, parent: QWidget | None = None) -> None:
        belongs = _("Who is asked to come. The order and its reasons are worked out at once.")
        super().__init__(office, ceremony_id, (_("Guests in order of precedence"), belongs), parent)
        self._by_hand: set[str] = set()
        self._is_frozen = False
        self.plan_button = self.button("task", _("Plan"), self.plan)
        self.plan_button.setToolTip(
            _("Adds running order, tasks, seats and flags that this kind usually needs")
        )
        self.invite_button = self.button("delegation", _("Invite the delegations"), self.invite)
        self.freeze_button = self.button("lock", _("Freeze"), self.freeze)
        self.add_button = self.button("add", _("Add"), self.add)
        self.model = CellsModel((_("Place"), _("Guest"), _("Post"), _("Why before the next"), _("State")))
        self.table: GuestTable = GuestTable(self.model, self, _REASONS)
        self.note = Wrapped(parent=self)
        self.lay_out(self.note)
        self._connect()
        self.refresh()

    # What the page asks

    def refresh(self) -> None:
        """Read the guests again; the same guest stays selected."""
        self.show_lines(self._read())

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("ceremony", self._ceremony_id) in news.rows or news.touches(*_TOUCHED)

    # What somebody does

    def open_current(self) -> None:
        """Show the guest that is selected."""
        if guest := self.current():
            self.opened.emit("guest", guest)

    def add(self) -> None:
        """Ask for a new guest."""
        new_record(self._office, Guest, {"ceremony_id": self._ceremony_id}, self)

    def plan(self) -> None:
        """Add what this kind of ceremony usually needs."""
        act = partial(plan_ceremony.plan, self._office, self._ceremony_id)
        self._do(act, _("Everything that is usual for this kind is there already."))

    def invite(self) -> None:
        """Ask everybody of the visit's delegations."""
        act = partial(plan_ceremony.invite_delegations, self._office, self._ceremony_id)
        self._do(
            act, _("There is nobody to invite: the visit has no delegation with members that is not asked.")
        )

    def freeze(self) -> None:
        """Keep the order as it is, or let the rules decide again."""
        act = guest_order.thaw if self._is_frozen else guest_order.freeze
        self._do(partial(act, self._office, self._ceremony_id))

    def set_state(self, state: str) -> None:
        """Note down what the selected guest has answered."""
        if guest := self.current():
            row = self.table.currentIndex().row()
            self._do(partial(guest_list.set_state, self._office, [guest], state))
            if self.model.lines[row].row_id != guest:
                self.table.selectRow(row)

    def shift(self, step: int) -> None:
        """Put the selected guest one place up or down, with a reason."""
        with self._office.read() as session:
            pair = guest_list.neighbour_moves(session, self._ceremony_id, self.current(), step)
            if pair is None:
                return
            names = {
                "guest": session.get_one(Guest, pair[0]).title(),
                "before": session.get_one(Guest, pair[1]).title(),
            }
        dialog = ReasonDialog(_("Why does {guest} stand before {before}?").format(**names), self)
        if dialog.exec():
            self._do(partial(guest_list.move_before, self._office, *pair, dialog.reason))
        dialog.deleteLater()

    def take_back(self) -> None:
        """Let the rules decide about the selected guest again."""
        if self.current() in self._by_hand:
            self._do(partial(guest_list.take_back, self._office, self.current()))

    def menu(self) -> QMenu:
        """What can be done with the selected guest."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guest = self.current()
        made.addAction(icon("forward"), _("Open"), self.open_current)
        made.addSeparator()
        for number, (state, label) in enumerate(GUEST_STATES.items(), 1):
            made.addAction(f"{_(label)}\t{number}", partial(self.set_state, state))
        made.addSeparator()
        made.addAction(icon("up"), _("Move up by hand …"), lambda: self.shift(-1)).setEnabled(
            not self._is_frozen
        )
        made.addAction(icon("down"), _("Move down by hand …"), lambda: self.shift(1)).setEnabled(
            not self._is_frozen
        )
        if guest in self._by_hand:
            made.addAction(icon("undo"), _("Take the move back"), self.take_back)
        made.addSeparator()
        made.addAction(icon("delete"), _("Remove"), self.remove)
        return made

    def remove(self) -> None:
        """Take the selected guest off the list."""
        if guest := self.current():
            self._do(partial(remove_record, self._office, Guest, guest))

    # How it is done

    def _do(self, act: Callable[[], object], nothing: str = "") -> None:
        deeds.do(self, self._office, act, self.refresh, nothing)

    def _read(self) -> list[Line]:
        with self._office.read() as session:
            ceremony = session.get(Ceremony, self._ceremony_id)
            if ceremony is None:
                return []
            self.invite_button.setVisible(ceremony.visit_id is not None)
            try:
                order = guest_order.guest_order(session, ceremony, language())
            except Invalid as trouble:
                self.note.set_text(trouble.sentence, muted=False)
                return []
            self._by_hand = {one.guest.id for one in order.attendees if one.by_hand}
            self._is_frozen = order.frozen_on is not None
            self._show_note(order)
            seated = [self._line(one) for one in order.attendees]
            away = select(Guest).where(Guest.ceremony_id == ceremony.id, Guest.state.not_in(SEATED_STATES))
            others = list(session.scalars(away.order_by(Guest.title_key_tr)))
            posts = guest_order.posts_of(session, ceremony, others)
            return seated + [_absent(one, posts.get(one.id)) for one in others]

    def _line(self, one: guest_order.Attendee) -> Line:
        state = _(GUEST_STATES.get(one.guest.state, ""))
        place = f"{one.place} *" if one.by_hand else str(one.place)
        post = one.post.post_name(language()) if one.post else ""
        return Line(
            one.guest.id,
            (place, one.person.title(), post, one.because, state),
            "",
            GUEST_TONES.get(one.guest.state),
        )

    def _show_note(self, order: guest_order.GuestOrder) -> None:
        lines = list(order.warnings)
        if order.frozen_on:
            text = _("The order was frozen on {day}; it stays as it was.")
            lines.insert(0, text.format(day=format_date(order.frozen_on)))
        elif order.attendees:
            source = _("{rules}. Source: {source}")
            lines.append(source.format(rules=order.rule_set.name.said(), source=order.rule_set.source.said()))
        if self._by_hand:
            lines.insert(0, _("* moved by hand, for the reason beside it"))
        self.note.set_text("\n".join(lines), muted=True)
        self.note.setVisible(bool(lines))
        self.freeze_button.setText(_("Release") if self._is_frozen else _("Freeze"))
        self.freeze_button.setVisible(bool(order.attendees))

    def _show_menu(self, place: QPoint) -> None:
        if self.current():
            self.menu().popup(self.table.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove)
        self.table.more_wanted.connect(self.add)
        self.table.moved.connect(self.shift)
        self.table.state_wanted.connect(self.set_state)
        self.table.customContextMenuRequested.connect(self._show_menu)


def _absent(guest: Guest, post: Post | None) -> Line:
    state = _(GUEST_STATES.get(guest.state, ""))
    name = post.post_name(language()) if post else ""
    return Line(
        guest.id, ("–", guest.title(), name, "", state), "", GUEST_TONES.get(guest.state), is_quiet=True
    )
