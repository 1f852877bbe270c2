"""The page of a running day: now, next, late or early, who is where; by keyboard, also on a projector."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from sqlalchemy.orm import Session

from dipdesk.actions import day_view
from dipdesk.gui import deeds
from dipdesk.gui.day.now_cards import Shown, remaining
from dipdesk.gui.day.rows import counted, may_begin, member_line, plan_lines, span
from dipdesk.gui.day.sheet import DaySheet
from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import SpotPage
from dipdesk.gui.toast import hush
from dipdesk.i18n import _, format_date, format_time, language, zone_name
from dipdesk.model import ProgrammeItem, Visit, best_text
from dipdesk.model.whereabouts import zone_of_visit
from dipdesk.rules.clock import is_another, today_in
from dipdesk.rules.day_clock import Standing
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.store.office_file import OfficeFile

_EVERYWHERE = (Qt.Key.Key_F11, Qt.Key.Key_Escape)
_BEAT = 10_000
"""Milliseconds between two looks at the clock."""


def clock() -> datetime:
    """The time now, with its offset."""
    return datetime.now(UTC)


class DayPage(SpotPage):
    """One day of one visit. Space begins and ends items, F11 hides what is personal and enlarges the rest."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""
    presented = Signal(bool)
    """The whole screen is wanted for a presentation, or not any more."""

    def __init__(self, office: OfficeFile, news: OfficeNews, now: Callable[[], datetime] = clock) -> None:
        super().__init__()
        self._office, self._now = office, now
        self._home = self._zone = office.office().zone or USUAL_ZONE
        self.visit_id = ""
        self.day = self._chosen_on = self._today()
        self.items: list[ProgrammeItem] = []
        self.standing: Standing = day_view.standing([], now())
        self.is_presenting = False
        self.sheet = DaySheet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self._connect()
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.look_at_clock)
        self._keeping_up = KeepingUp(self, news)
        self._keeping_up.due.connect(self.refresh)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_spot(self, row_id: str) -> None:
        """Show the day of the visit with this id, of the one that runs today for none."""
        with self._office.read() as session:
            home_day = today_in(self._home, self._now())
            visit_id = row_id or self.visit_id or day_view.running_visit(session, home_day)
            self._take_zone(session.get(Visit, visit_id) if visit_id else None)
            days = day_view.days_of(session, visit_id, self._zone) if visit_id else []
        if visit_id != self.visit_id:
            self.visit_id = visit_id
            self._choose_day(days)
        self.refresh()

    def enter(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What somebody does

    def step(self) -> None:
        """Begin the next item, or end the one that is on."""
        if self.standing.on:
            self._start_or_finish(self.standing.on)
        else:
            self.begin_next()

    def begin_next(self) -> None:
        """Begin the next item although another is on."""
        self.standing = day_view.standing(self.items, self._now())
        if may_begin(self.standing.until_next):
            self._start_or_finish(self.standing.following)

    def mark(self, member_id: str, state: str) -> None:
        """Note down where a member is."""
        self._do(partial(day_view.set_member, self._office, member_id, state, self._moment("")))

    def note(self, words: str) -> None:
        """Keep a quick note."""
        self._do(partial(day_view.add_note, self._office, self.visit_id, words, self._moment("")))

    def promise(self, words: str) -> None:
        """Keep what was promised."""
        self._do(partial(day_view.add_promise, self._office, self.visit_id, words))

    def tick(self, task_id: str) -> None:
        """Mark a task as done, or not done after all."""
        self._do(partial(day_view.tick, self._office, task_id, self._today()))

    def turn(self, days: int) -> None:
        """Show another day of the visit."""
        with self._office.read() as session:
            known = day_view.days_of(session, self.visit_id, self._zone)
        beyond = [day for day in known if (day > self.day if days > 0 else day < self.day)]
        if beyond:
            self.day = beyond[0] if days > 0 else beyond[-1]
            self.refresh()

    def present(self, on: bool) -> None:
        """Hide what is personal and enlarge the rest, for a projector; or show everything again."""
        if on == self.is_presenting:
            return
        self.is_presenting = on
        hush(self.window())
        self.sheet.present(on)
        self.presented.emit(on)
        self.refresh()

    def acts(self) -> dict[Qt.Key, Callable[[], object]]:
        """What a key alone does, as long as nobody types words."""
        return {
            Qt.Key.Key_Space: self.step,
            Qt.Key.Key_B: self.begin_next,
            Qt.Key.Key_Left: lambda: self.turn(-1),
            Qt.Key.Key_Right: lambda: self.turn(1),
            Qt.Key.Key_F11: lambda: self.present(not self.is_presenting),
            Qt.Key.Key_N: self.sheet.side.note.setFocus,
            Qt.Key.Key_C: self.sheet.side.promise.setFocus,
            Qt.Key.Key_M: self.sheet.side.members.setFocus,
            Qt.Key.Key_P: self.sheet.side.go_to_phones,
            Qt.Key.Key_Escape: self.setFocus,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        plainly = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        act = self.acts().get(Qt.Key(event.key())) if plainly else None
        if act is not None and (not isinstance(self.focusWidget(), QLineEdit) or event.key() in _EVERYWHERE):
            act()
        else:
            super().keyPressEvent(event)

    # What stands there

    def look_at_clock(self) -> None:
        """Follow the clock; after a night, show the new day unless something is still on."""
        if self._chosen_on != self._today() and not self.standing.on:
            with self._office.read() as session:
                self._choose_day(day_view.days_of(session, self.visit_id, self._zone))
            self.refresh()
        self._show_clock()

    def refresh(self) -> None:
        """Read everything anew."""
        self._keeping_up.is_stale = False
        with self._office.read() as session:
            visit = session.get(Visit, self.visit_id) if self.visit_id else None
            self.sheet.title.setText(visit.title() if visit else _("No visit runs today"))
            self.sheet.day.setText(format_date(self.day, "full"))
            self._take_zone(visit)
            self.items = day_view.items_of(
                session, self.visit_id, self.day, self._zone, public=self.is_presenting
            )
            people = day_view.members(session, self.visit_id, self.day) if visit else []
            self.standing = day_view.standing(self.items, self._now())
            on = next((one for one in self.items if one.id == self.standing.on), None)
            there = day_view.takes_part(session, on, people) if on else []
            self._who = {
                one.id: counted(len(day_view.takes_part(session, one, people))) for one in self.items
            }
            calls = [] if self.is_presenting or not visit else self._phones(session)
            tasks = day_view.tasks_of(session, self.visit_id, self.day) if visit else []
            self.sheet.side.show_members([member_line(one, on, there) for one in people])
            self.sheet.side.show_phones(calls)
            self.sheet.side.show_tasks([(one.id, one.title(), one.done_on is not None) for one in tasks])
        self.sheet.belongs.setVisible(not self.items)
        self._show_clock()

    def _show_clock(self) -> None:
        self.standing = day_view.standing(self.items, self._now())
        today = self.day == self._today()
        closes = self.standing.closes
        local = self._now().astimezone(ZoneInfo(self._zone))
        ends = format_time(closes.astimezone(ZoneInfo(self._zone))) if closes else ""
        zone = zone_name(self._zone) if is_another(self._zone, self._now()) else ""
        self.sheet.clock_line.show_time(
            format_time(local), zone, self.standing.late if today else None, ends if today else ""
        )
        self._show_cards()
        self._show_lines()

    def _show_cards(self) -> None:
        by_id = {one.id: self._shown(one) for one in self.items}
        at, until = self.standing, self.standing.until_next
        self.sheet.now_card.show_item(by_id.get(at.on), _("Is over (Space)"), *remaining(at.left, None))
        begins = _("Begins (B)") if at.on else _("Begins (Space)")
        is_past = until is not None and until < 0 and not may_begin(until)
        words = remaining(None, None if is_past else until)
        self.sheet.next_card.show_item(by_id.get(at.following), begins if may_begin(until) else "", *words)

    def _show_lines(self) -> None:
        lines = plan_lines(self.items, self.standing, self._zone, with_notes=not self.is_presenting)
        row = next((at for at, line in enumerate(lines) if line.row_id == self.standing.on), -1)
        if lines != self.sheet.model.lines:
            self.sheet.model.show(lines)
            self.sheet.table.fit_all()
        if row >= 0:
            self.sheet.table.selectRow(row)
        self.sheet.table.setVisible(bool(lines))

    def _shown(self, item: ProgrammeItem) -> Shown:
        place = best_text(item, "place", language())
        who = [self._who.get(item.id, "")]
        if not self.is_presenting and item.responsible is not None:
            who.append(_("Responsible: {who}").format(who=item.responsible.title()))
        hours = span(item.starts, item.ends, self._zone)
        return Shown(item.title(), hours, place, " · ".join(part for part in who if part))

    # How it is done

    def _do(self, act: Callable[[], object]) -> None:
        if deeds.do(self, self._office, act, self.refresh) and self.is_presenting:
            hush(self.window())

    def _start_or_finish(self, item_id: str) -> None:
        self._do(partial(day_view.start_or_finish, self._office, item_id, self._moment(item_id)))

    def _phones(self, session: Session) -> list[day_view.Phone]:
        """Whom one may have to call, first about what is on and what comes next."""
        pressing = (self.standing.on, self.standing.following)
        items = sorted(self.items, key=lambda one: one.id not in pressing)
        return day_view.phones(session, self.visit_id, items)

    def _moment(self, item_id: str) -> Moment:
        """Now, by the clock of the item's place or of the visit's."""
        item = next((one for one in self.items if one.id == item_id), None)
        zone = item.starts.zone if item is not None and item.starts is not None else self._zone
        local = self._now().astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)
        return Moment(local, zone)

    def _choose_day(self, days: list[date]) -> None:
        """Show today if it is one of ``days``, else the next one, else the last."""
        self._chosen_on = today = self._today()
        ahead = [day for day in days if day >= today]
        self.day = today if not days else ahead[0] if ahead else days[-1]

    def _today(self) -> date:
        return today_in(self._zone, self._now())

    def _take_zone(self, visit: Visit | None) -> None:
        """Go by the clocks of the place of the visit, by those of the office if there is none."""
        self._zone = zone_of_visit(visit, self._home) if visit is not None else self._home

    def _connect(self) -> None:
        self.sheet.present_button.clicked.connect(lambda: self.present(not self.is_presenting))
        self.sheet.visit_button.clicked.connect(self._open_visit)
        self.sheet.turned.connect(self.turn)
        self.sheet.now_card.wanted.connect(self.step)
        self.sheet.next_card.wanted.connect(self.begin_next)
        self.sheet.table.wanted.connect(self._open_current)
        self.sheet.side.marked.connect(self.mark)
        self.sheet.side.noted.connect(self.note)
        self.sheet.side.promised.connect(self.promise)
        self.sheet.side.ticked.connect(self.tick)
        self.sheet.side.member_wanted.connect(partial(self.opened.emit, "delegation_member"))

    def _open_visit(self) -> None:
        if self.visit_id:
            self.opened.emit("visit", self.visit_id)

    def _open_current(self) -> None:
        row = self.sheet.table.currentIndex().row()
        if 0 <= row < len(self.sheet.model.lines):
            self.opened.emit("programme_item", self.sheet.model.lines[row].row_id)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._beat.stop()
        if not event.spontaneous():
            self.present(False)
