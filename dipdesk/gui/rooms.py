"""The pages and verbs that work with records; they are loaded when the first page stands already."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dipdesk.actions import attention, calendar_year, relation_health
from dipdesk.gui import papered
from dipdesk.gui.arrival_watch import ArrivalWatch
from dipdesk.gui.day.page import DayPage
from dipdesk.gui.day.soon import SoonWatch
from dipdesk.gui.faring import HEALTH_WORDS
from dipdesk.gui.focus import keep_focus
from dipdesk.gui.looking import Looking
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import CALENDAR, DAY, FIGURES, MAP, OFFICE, PAPERS, STALE
from dipdesk.gui.safekeeping import Safekeeping
from dipdesk.gui.toast import toast
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.verbs import Verbs
from dipdesk.gui.visit_watch import VisitWatch
from dipdesk.gui.workspace import OfficePlace, Workspace
from dipdesk.i18n import _
from dipdesk.model import entity
from dipdesk.rules import clock
from dipdesk.rules.ceremony_year import days_of_turkiye, national_day
from dipdesk.rules.chains import chain_keys, shipped_chain
from dipdesk.rules.relation_health import Word
from dipdesk.store import erasing, legal_due
from dipdesk.store.attention import Due, due_soon
from dipdesk.store.office_file import OfficeFile

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


class Rooms(QObject):
    """Makes the pages of one desk, and does its actions."""

    records = staticmethod(erasing.records)
    """Brings the records to a file that is held."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.verbs = Verbs(desk)
        self.safekeeping = Safekeeping(desk.files, desk.jobs, desk.troubles, self)
        self.soon = SoonWatch(lambda: desk.files.held, desk.settings, self)
        self.soon.due.connect(self._remind)
        self.watches = (ArrivalWatch(desk.window.offer, self), VisitWatch(desk.window.offer, self))
        for watch in self.watches:
            watch.answered.connect(lambda: keep_focus(desk.page) if desk.page else None)
            desk.files.closing.connect(watch.forget)
        self.looking = Looking(desk.window.frame, desk.jobs, desk.late.viewer)

    def make(self, place: str, office: OfficeFile, news: OfficeNews) -> QWidget:
        """The page of a place where records are worked with."""
        for watch in self.watches:
            watch.listen(office, news)
        makers = {
            PAPERS: self._make_preview,
            OFFICE: self._make_own,
            CALENDAR: self._make_calendar,
            DAY: self._make_day,
            MAP: self._make_map,
            FIGURES: self._make_figures,
            STALE: self._make_exported,
        }
        if place in makers:
            return makers[place](office, news)
        return self._make_workspace(place, office, news)

    def _make_own(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        own = OfficePlace(office, self._desk.settings, news)
        own.opened.connect(self._go)
        own.typing.connect(self._desk.refresh_state)
        return own

    def _make_calendar(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        dated = self._desk.late.dated()(office, self._desk.settings, news)
        dated.opened.connect(self._go)
        dated.reading_wanted.connect(lambda: self._desk.do("visit.calendar_read"))
        return dated

    def _make_day(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        running = DayPage(office, news)
        running.opened.connect(self._go)
        running.presented.connect(self._desk.window.present)
        return running

    def _make_map(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        world = self._desk.late.world()(office, self._desk.settings, news, self._desk.jobs)
        world.opened.connect(self._go)
        return world

    def _make_figures(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        counted = self._desk.late.figures()(office, news)
        counted.listed.connect(self._list)
        return counted

    def _make_preview(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        desk = self._desk
        desk.pages.preview = desk.late.preview()(office, desk.settings, news, desk.jobs, desk.troubles)
        desk.pages.preview.ready.connect(desk.refresh_state)
        desk.pages.preview.opened.connect(self._go)
        return desk.pages.preview

    def _make_exported(self, office: OfficeFile, news: OfficeNews) -> QWidget:
        desk = self._desk
        made = desk.late.exported()(office, desk.settings, news, desk.jobs, desk.troubles)
        made.opened.connect(self._go)
        made.sheet_wanted.connect(lambda: papered.show(desk, "change_sheet", ""))
        return made

    def _make_workspace(self, place: str, office: OfficeFile, news: OfficeNews) -> Workspace:
        made = Workspace(office, entity(place), self._desk.settings, news)
        made.opened.connect(self._go)
        made.wanted_new.connect(self.verbs.add)
        made.gone.connect(self._desk.forget)
        made.acted.connect(self.verbs.act)
        made.typing.connect(self._desk.refresh_state)
        return made

    def _list(self, name: str, row_ids: list[str], words: str) -> None:
        """Show just these records in their list; ``words`` say which they are."""
        self._desk.go(Spot(name))
        if isinstance(page := self._desk.page, Workspace):
            page.list.show_only(row_ids, words)

    def learn(self, then: Callable[[], None]) -> None:
        """Read behind the window the know-how that is asked for the first page, and go on."""
        desk = self._desk
        desk.jobs.run(lambda progress: _read_know_how(), lambda nothing: then(), desk.troubles.handle, "")

    def tell(self, page: TodayPage) -> None:
        """Tell the first page whom it can ask for what it does without at first."""
        page.know_more((self.steps_due, self.legal_due, self.days_due), self.fares)

    def steps_due(self, today: date) -> list[Due]:
        """The steps of approval that should be taken soon, for the first page."""
        if self._desk.office is None:
            return []
        with self._desk.office.read() as session:
            return attention.steps_due(session, today)

    def legal_due(self, today: date) -> list[Due]:
        """What laws want done with gifts and personal data soon, for the first page."""
        if self._desk.office is None:
            return []
        with self._desk.office.held.looking_up() as raw:
            return due_soon(raw, today, legal_due.READERS)

    def days_due(self, today: date) -> list[Due]:
        """The days of the year whose ceremony should be begun soon, for the first page."""
        if self._desk.office is None:
            return []
        with self._desk.office.read() as session:
            return calendar_year.days_due(session, today)

    def fares(self, today: date) -> dict[Word, int]:
        """How many relations fare how, for the first page."""
        return dict(Counter(self._faring(today).values()))

    def show_faring(self, word: Word) -> None:
        """Show the relations that fare so in their list."""
        said = _(HEALTH_WORDS[word][0])
        self._list(
            "relation", [row_id for row_id, one in self._faring(clock.today()).items() if one == word], said
        )

    def _faring(self, today: date) -> dict[str, Word]:
        if self._desk.office is None:
            return {}
        with self._desk.office.read() as session:
            return {row_id: one.word for row_id, one in relation_health.of_all(session, today).items()}

    def mark_done(self, due: Due) -> None:
        """Note down that something on the first page is done, with a way back."""
        if self._desk.office is not None and attention.mark_done(self._desk.office, due, clock.today()):
            self._tell_of_step()

    def put_off(self, due: Due) -> None:
        """Let something on the first page come back later, with a way back."""
        if self._desk.office is not None and attention.put_off(self._desk.office, due, clock.today()):
            self._tell_of_step()

    def _remind(self, sentence: str, name: str, row_id: str) -> None:
        """Say what begins soon, with a way to it."""
        toast(self._desk.window.frame, sentence, _("Open"), lambda: self._go(name, row_id))

    def _tell_of_step(self) -> None:
        office = self._desk.office
        assert office is not None
        toast(self._desk.window.frame, office.undo_label, _("Undo"), self.verbs.undo)

    def _go(self, name: str, row_id: str) -> None:
        self._desk.go(Spot(name, row_id))


def _read_know_how() -> None:
    """Read the chains of approval and the days of the year, which are kept from then on."""
    for key in chain_keys():
        shipped_chain(key)
    days_of_turkiye()
    national_day("TR")
