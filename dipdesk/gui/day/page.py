"""The page of a running day: now, next, late or early, who is where; by keyboard, also on a projector."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.actions import day_view
from dipdesk.errors import Known
from dipdesk.gui.day.now_cards import ClockLine, ItemCard, Shown, remaining, sized
from dipdesk.gui.day.rows import member_line, plan_lines, span
from dipdesk.gui.day.side import DaySide
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import SpotPage
from dipdesk.gui.theme import row_height
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_date, format_time, language, ngettext
from dipdesk.model import ProgrammeItem, Visit, best_text
from dipdesk.rules.day_clock import Standing
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import News, OfficeFile

_BEAT = 10_000
"""Milliseconds between two looks at the clock."""
_TABLE_LARGE = 1.3
_BESIDE_FROM = 25
"""The side stands beside the day from a width of so many rows' heights."""


def clock() -> datetime:
    """The time now, with its offset."""
    return datetime.now(UTC)


class DayPage(SpotPage):
    """One day of one visit. Space begins and ends items, F11 hides what is personal and enlarges the rest."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""

    def __init__(self, office: OfficeFile, news: OfficeNews, now: Callable[[], datetime] = clock) -> None:
        super().__init__()
        self._office, self._now = office, now
        self._zone = office.office().zone
        self.visit_id = ""
        self.day = self._today()
        self.items: list[ProgrammeItem] = []
        self.standing: Standing = day_view.standing([], now())
        self.is_presenting = False
        self._is_stale = True
        self._lay_out()
        self._connect()
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._show_clock)
        news.changed.connect(self._heard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_spot(self, row_id: str) -> None:
        """Show the day of the visit with this id, of the one that runs today for none."""
        with self._office.read() as session:
            visit_id = row_id or self.visit_id or day_view.running_visit(session, self._today())
            days = day_view.days_of(session, visit_id) if visit_id else []
        if visit_id != self.visit_id:
            self.visit_id = visit_id
            today = self._today()
            ahead = [day for day in days if day >= today]
            self.day = today if today in days or not days else ahead[0] if ahead else days[-1]
        self.refresh()

    # What somebody does

    def step(self) -> None:
        """Begin the next item, or end the one that is on."""
        if item_id := self.standing.on or self.standing.following:
            self._do(partial(day_view.start_or_finish, self._office, item_id, self._moment(item_id)))

    def begin_next(self) -> None:
        """Begin the next item although another is on."""
        if item_id := self.standing.following:
            self._do(partial(day_view.start_or_finish, self._office, item_id, self._moment(item_id)))

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
            known = day_view.days_of(session, self.visit_id)
        beyond = [day for day in known if (day > self.day if days > 0 else day < self.day)]
        if beyond:
            self.day = beyond[0] if days > 0 else beyond[-1]
            self.refresh()

    def present(self, on: bool) -> None:
        """Hide what is personal and enlarge the rest, for a projector; or show everything again."""
        self.is_presenting = on
        self.side.setVisible(not on)
        self.clock_line.set_large(large=on)
        self.now_card.set_large(large=on)
        self.next_card.set_large(large=on)
        self.table.setFont(sized(_TABLE_LARGE if on else 1.0))
        self.table.verticalHeader().setDefaultSectionSize(round(self.table.fontMetrics().height() * 2))
        self.present_button.setText(_("End the presentation (F11)") if on else _("Presentation (F11)"))
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: self.step,
            Qt.Key.Key_B: self.begin_next,
            Qt.Key.Key_Left: lambda: self.turn(-1),
            Qt.Key.Key_Right: lambda: self.turn(1),
            Qt.Key.Key_F11: lambda: self.present(not self.is_presenting),
            Qt.Key.Key_N: self.side.note.setFocus,
            Qt.Key.Key_C: self.side.promise.setFocus,
            Qt.Key.Key_M: self.side.members.setFocus,
            Qt.Key.Key_Escape: self.setFocus,
        }
        plainly = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        act = acts.get(Qt.Key(event.key())) if plainly else None
        if act is not None and (not isinstance(self.focusWidget(), QLineEdit) or event.key() in _EVERYWHERE):
            act()
        else:
            super().keyPressEvent(event)

    # What stands there

    def refresh(self) -> None:
        """Read everything anew."""
        self._is_stale = False
        with self._office.read() as session:
            visit = session.get(Visit, self.visit_id) if self.visit_id else None
            self._title.setText(visit.title() if visit else _("No visit runs today"))
            self._day.setText(format_date(self.day, "full"))
            self.items = day_view.items_of(session, self.visit_id, self.day) if visit else []
            people = day_view.members(session, self.visit_id, self.day) if visit else []
            self.standing = day_view.standing(self.items, self._now())
            on = next((one for one in self.items if one.id == self.standing.on), None)
            there = day_view.takes_part(session, on, people) if on else []
            self._who = {
                one.id: self._counted(len(day_view.takes_part(session, one, people))) for one in self.items
            }
            calls = (
                [] if self.is_presenting or not visit else day_view.phones(session, self.visit_id, self.items)
            )
            tasks = day_view.tasks_of(session, self.visit_id, self.day) if visit else []
            self.side.show_members([member_line(one, on, there) for one in people])
            self.side.show_phones(calls)
            self.side.show_tasks([(one.id, one.title(), one.done_on is not None) for one in tasks])
        self._belongs.setVisible(not self.items)
        self._show_clock()

    def _show_clock(self) -> None:
        self.standing = day_view.standing(self.items, self._now())
        today = self.day == self._today()
        closes = self.standing.closes
        local = self._now().astimezone(ZoneInfo(self._zone))
        ends = format_time(closes.astimezone(ZoneInfo(self._zone))) if closes else ""
        self.clock_line.show_time(
            format_time(local), self.standing.late if today else 0, ends if today else ""
        )
        by_id = {one.id: one for one in self.items}
        for card, key, deed in (
            (self.now_card, self.standing.on, _("Is over (Space)")),
            (
                self.next_card,
                self.standing.following,
                _("Begins (B)") if self.standing.on else _("Begins (Space)"),
            ),
        ):
            item = by_id.get(key)
            words = (
                remaining(self.standing.left, None)
                if card is self.now_card
                else remaining(None, self.standing.until_next)
            )
            card.show_item(self._shown(item) if item else None, deed, *words)
        self._show_lines()

    def _show_lines(self) -> None:
        lines = plan_lines(self.items, self.standing, with_notes=not self.is_presenting)
        row = next((at for at, line in enumerate(lines) if line.row_id == self.standing.on), -1)
        if lines != self.model.lines:
            self.model.show(lines)
            self.table.fit()
        if row >= 0:
            self.table.selectRow(row)
        self.table.setVisible(bool(lines))

    def _shown(self, item: ProgrammeItem) -> Shown:
        place = best_text(item, "place", language())
        who = [self._who.get(item.id, "")]
        if not self.is_presenting and item.responsible is not None:
            who.append(_("Responsible: {who}").format(who=item.responsible.title()))
        return Shown(
            item.title(), span(item.starts, item.ends), place, " · ".join(part for part in who if part)
        )

    @staticmethod
    def _counted(count: int) -> str:
        return ngettext("{count} person takes part", "{count} people take part", count).format(count=count)

    # How it is done

    def _do(self, act: Callable[[], object]) -> None:
        steps = len(self._office.undo_labels())
        try:
            act()
        except Known as trouble:
            toast(self.window(), trouble.sentence)
            return
        self.refresh()
        if len(self._office.undo_labels()) > steps:
            toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)

    def _moment(self, item_id: str) -> Moment:
        """Now, by the clock of the item's place or of the office."""
        item = next((one for one in self.items if one.id == item_id), None)
        zone = item.starts.zone if item is not None and item.starts is not None else self._zone
        local = self._now().astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)
        return Moment(local, zone)

    def _today(self) -> date:
        return self._now().astimezone(ZoneInfo(self._zone)).date()

    def _lay_out(self) -> None:
        self._title, self._day = headline(), secondary(wrap=False)
        self.clock_line = ClockLine()
        self.now_card = ItemCard(_("Now"), _("Nothing is on."))
        self.next_card = ItemCard(_("Next"), _("Nothing more on this day."))
        self.model = CellsModel(
            (_("As planned"), _("Actual or expected"), _("What"), _("Place"), _("Difference"))
        )
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(_("Planned and actual"))
        self._belongs = secondary(
            _("The programme of this day will stand here, with its hours as they really were.")
        )
        self.side = DaySide()
        cards = QHBoxLayout()
        cards.setSpacing(SPACE[2])
        cards.addWidget(self.now_card, 1)
        cards.addWidget(self.next_card, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACE[2])
        left.addLayout(cards)
        left.addWidget(self._belongs)
        left.addWidget(self.table)
        left.addStretch(1)
        area = self._side_by_side(left)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[2], SPACE[2])
        column.addLayout(self._head())
        column.addWidget(self.clock_line)
        column.addWidget(area, 1)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _side_by_side(self, left: QVBoxLayout) -> QScrollArea:
        """The day and what stands beside it, in an area that scrolls."""
        ground = QWidget()
        ground.setProperty("role", "paper")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._body.setContentsMargins(0, 0, SPACE[1], 0)
        self._body.setSpacing(SPACE[3])
        self._body.addLayout(left, 5)
        self._body.addWidget(self.side, 3)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        return area

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._day)
        row.addLayout(words, 1)
        self.present_button = QPushButton(icon("preview"), _("Presentation (F11)"))
        self.visit_button = QPushButton(icon("visit"), _("Visit"))
        for sign, name, days in (("left", _("Day before (Left)"), -1), ("right", _("Day after (Right)"), 1)):
            button = QToolButton()
            button.setIcon(icon(sign))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(partial(self.turn, days))
            row.addWidget(button)
        row.addWidget(self.visit_button)
        row.addWidget(self.present_button)
        return row

    def _connect(self) -> None:
        self.present_button.clicked.connect(lambda: self.present(not self.is_presenting))
        self.visit_button.clicked.connect(self._open_visit)
        self.now_card.wanted.connect(self.step)
        self.next_card.wanted.connect(self.begin_next)
        self.table.wanted.connect(self._open_current)
        self.side.marked.connect(self.mark)
        self.side.noted.connect(self.note)
        self.side.promised.connect(self.promise)
        self.side.ticked.connect(self.tick)

    def _open_visit(self) -> None:
        if self.visit_id:
            self.opened.emit("visit", self.visit_id)

    def _open_current(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.lines):
            self.opened.emit("programme_item", self.model.lines[row].row_id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Beside each other where there is room, else under each other."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= _BESIDE_FROM * row_height()
        self._body.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._beat.start()
        if self._is_stale:
            self.refresh()

    def _heard(self, news: News) -> None:
        self._is_stale = True
        if self.isVisible():
            QTimer.singleShot(0, self, self._refresh_if_stale)

    def _refresh_if_stale(self) -> None:
        if self._is_stale:
            self.refresh()


_EVERYWHERE = (Qt.Key.Key_F11, Qt.Key.Key_Escape)
