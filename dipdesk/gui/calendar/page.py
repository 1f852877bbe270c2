"""The page of the calendar: month, week, day and list over everything that has a day."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout

from dipdesk.actions import calendar_year
from dipdesk.errors import Known
from dipdesk.gui.calendar import spans
from dipdesk.gui.calendar.approval_steps import ApprovalSteps
from dipdesk.gui.calendar.beginnings import BEGINNINGS, values_on
from dipdesk.gui.calendar.board import Keys, Sight
from dipdesk.gui.calendar.day_list import DayList
from dipdesk.gui.calendar.day_panel import DayPanel
from dipdesk.gui.calendar.head import SortPills, ViewRow
from dipdesk.gui.calendar.hours_board import HoursBoard
from dipdesk.gui.calendar.month_board import MonthBoard
from dipdesk.gui.calendar.spans import VIEWS, View
from dipdesk.gui.calendar.year_days import YearDays
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.icons import icon
from dipdesk.gui.keeping_up import KeepingUp
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import SpotPage
from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import row_height
from dipdesk.gui.toast import toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, zone_name
from dipdesk.model import Record, entity_name
from dipdesk.rules import clock
from dipdesk.rules.timing import USUAL_ZONE
from dipdesk.store import dated
from dipdesk.store.dated import SORTS, Dated
from dipdesk.store.office_file import News, OfficeFile

_VIEW, _HIDDEN, _DAY = "calendar.view", "calendar.hidden", "calendar.day"
_PANEL_FROM, _PANEL_WIDTH = 27, 9
"""The day beside the calendar from a width of so many rows' heights; it is as wide as so many."""
_MOMENT = 60
"""Milliseconds until the rows of the chosen day follow, so that one can run through the days."""


class CalendarPage(SpotPage):
    """A view of days, with pills for what is shown, and beside it what stands on the chosen day."""

    opened = Signal(str, str)
    """A record shall be shown: entity and id."""
    reading_wanted = Signal()
    """A calendar file is to be read into the programme of a visit."""

    def __init__(
        self, office: OfficeFile, settings: Settings, news: OfficeNews, today: date | None = None
    ) -> None:
        super().__init__()
        self._office, self._settings = office, settings
        self._today, self._zone = today, office.office().zone or USUAL_ZONE
        self.day = self._kept_day()
        kept = settings.get(_VIEW, VIEWS[0])
        self.view: View = next((one for one in VIEWS if one == kept), VIEWS[0])
        self._hidden = {one for one in settings.get(_HIDDEN, ["abroad"]) if one in SORTS}
        self.entries: list[Dated] = []
        self.year = YearDays(office, self)
        self.year.grown.connect(self._read)
        self._steps = ApprovalSteps(office)
        self._following = QTimer(self, singleShot=True, interval=_MOMENT)
        self._following.timeout.connect(self._show_panel)
        self.views: dict[View, MonthBoard | HoursBoard | DayList] = {
            "month": MonthBoard(),
            "week": HoursBoard(),
            "day": HoursBoard(),
            "list": DayList(),
        }
        self.panel = DayPanel()
        self.head = ViewRow(self.view, zone_name(self._zone) if clock.is_another(self._zone) else "")
        self.sorts = SortPills(self._hidden)
        self._lay_out()
        self._connect()
        news.changed.connect(self._forget)
        self._keeping_up = KeepingUp(self, news)
        self._keeping_up.due.connect(self._read)

    # Going through the days

    def show_spot(self, row_id: str) -> None:
        """Show the day that a spot names, such as 2027-04-23; stay for any other."""
        try:
            day = date.fromisoformat(row_id)
        except ValueError:
            return
        self.go(day)

    def enter(self) -> None:
        """Take the keys: one goes through the days at once."""
        self.views[self.view].setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, day: date) -> None:
        """Choose a day, and show the days around it."""
        before = spans.shown(self.view, self.day)
        self.day = spans.within(day)
        self._settings.set(_DAY, [self._now().isoformat(), self.day.isoformat()])
        if spans.shown(self.view, self.day) != before or self._keeping_up.is_stale:
            self._read()
        else:
            self._show()

    def look(self, view: str) -> None:
        """Show the same day in another view."""
        self.view = next(one for one in VIEWS if one == view)
        self._settings.set(_VIEW, self.view)
        self.head.mark(self.view)
        had_focus = any(
            one.isAncestorOf(self.focusWidget() or self) or one.hasFocus() for one in self.views.values()
        )
        self._stack.setCurrentWidget(self.views[self.view])
        if had_focus:
            self.views[self.view].setFocus()
        self._read()

    def turn(self, pages: int) -> None:
        """Go so many months, weeks or days on."""
        self.go(spans.turned(self.view, self.day, pages))

    def go_to_today(self) -> None:
        """Choose today."""
        self.go(self._now())

    # What stands there

    def refresh(self) -> None:
        """Read everything anew."""
        self._read()

    def open_chosen(self) -> None:
        """Open what stands on the chosen day: the only thing at once, else one chooses in the rows."""
        if self.view == "list":
            one = self.views["list"].current() if isinstance(self.views["list"], DayList) else None
            if one is not None:
                self.open(one)
            return
        here = [one for one in self.sight.on(self.day) if one.entity]
        if len(here) == 1:
            self.open(here[0])
        elif self.panel.isVisible() and here:
            if self._following.isActive():
                self._following.stop()
                self._show_panel()
            first = next(row for row in self.panel.rows if row.isEnabled())
            QTimer.singleShot(0, first, first.setFocus)  # rows that are new are not shown yet
        else:
            self.look("list")
            self.views["list"].setFocus()

    def open(self, one: Dated) -> None:
        """Show the record of a thing, if it has one."""
        if one.entity:
            self.opened.emit(one.entity, one.row_id)
        else:
            self.go(one.first)

    def new_menu(self) -> QMenu:
        """What can be added on the chosen day."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in BEGINNINGS:
            action = menu.addAction(icon(kind.icon), _(kind.label[0]))
            action.triggered.connect(lambda _checked=False, kind=kind: self.add(kind))
        return menu

    def add(self, kind: type[Record]) -> None:
        """Ask for a new record of a kind on the chosen day, and show it."""
        values = values_on(kind, self.day, self._office.office().zone)
        if row_id := new_record(self._office, kind, values, self):
            self.opened.emit(entity_name(kind), row_id)

    def prepare(self, one: Dated) -> None:
        """Begin the ceremony of a day of the year, and show it."""
        with self._office.read() as session:
            day = calendar_year.find(session, one.row_id)
        if day is None:
            return
        try:
            made = calendar_year.prepare(self._office, day, one.first)
        except Known as trouble:
            toast(self.window(), trouble.sentence)
            return
        toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)
        self.opened.emit("ceremony", made)

    @property
    def sight(self) -> Sight:
        """What is shown now."""
        first, last = spans.shown(self.view, self.day)
        return Sight(first, last, self.day, self._now(), self.entries)

    # How it is done

    def _read(self) -> None:
        self._keeping_up.is_stale = False
        first, last = spans.shown(self.view, self.day)
        wanted = [sort for sort in SORTS if sort not in self._hidden]
        with self._office.held.looking_up() as raw:
            found = dated.between(raw, first, last, wanted, self._now())
        found += [one for one in self.year.between(first, last) if one.sort in wanted]
        if "approval" in wanted:
            found += self._steps.between(first, last, self._now())
        self.entries = sorted(found, key=lambda one: one.order)
        self._show()

    def _show(self) -> None:
        self.head.title.setText(spans.title(self.view, self.day))
        self.views[self.view].setAccessibleName(spans.title(self.view, self.day))
        self.views[self.view].show_sight(self.sight)
        self._following.start()

    def _show_panel(self) -> None:
        here = self.sight.on(self.day)
        self.panel.show_day(self.day, here, self.year.preparable(here))

    def _filter(self, hidden: list[str]) -> None:
        self._hidden = set(hidden)
        self._settings.set(_HIDDEN, sorted(self._hidden) or [""])
        self._read()

    def _offer_new(self) -> None:
        board = self.views[self.view]
        self.new_menu().popup(board.mapToGlobal(QPoint(board.width() // 3, board.height() // 3)))

    def _kept_day(self) -> date:
        """The day that was chosen last today, else today."""
        kept = self._settings.get(_DAY, [""])
        if len(kept) == 2 and kept[0] == self._now().isoformat():
            return spans.within(date.fromisoformat(kept[1]))
        return self._now()

    def _now(self) -> date:
        return self._today or clock.today_in(self._zone)

    # Laying out

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for view in self.views.values():
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(self.views[self.view])
        self.panel.setFixedWidth(_PANEL_WIDTH * row_height())
        beside = QHBoxLayout()
        beside.setSpacing(SPACE[2])
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[2], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(self.head)
        column.addWidget(self.sorts)
        column.addLayout(beside, 1)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.head.turned.connect(self.turn)
        self.head.now_wanted.connect(self.go_to_today)
        self.head.looked.connect(self.look)
        self.head.reading_wanted.connect(self.reading_wanted)
        self.sorts.turned.connect(self._filter)
        for view in self.views.values():
            self._connect_keys(view)
            view.opened.connect(self.open)
            view.chosen.connect(self.go)
        self.panel.opened.connect(self.open)
        self.panel.prepare_wanted.connect(self.prepare)
        self.panel.new_wanted.connect(self._offer_new)

    def _connect_keys(self, view: Keys) -> None:
        view.stepped.connect(lambda days: self.go(spans.moved(self.day, days)))
        view.paged.connect(self.turn)
        view.looked.connect(self.look)
        view.now_wanted.connect(self.go_to_today)
        view.entered.connect(self.open_chosen)
        view.new_wanted.connect(self._offer_new)

    # Keeping up

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.panel.setVisible(event.size().width() >= _PANEL_FROM * row_height())

    def _forget(self, news: News) -> None:
        """Forget what was worked out before a change."""
        self.year.forget(news)
        self._steps.forget()
