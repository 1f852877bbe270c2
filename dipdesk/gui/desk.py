"""One office in one window: its pages, where the user is, and the way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dipdesk.gui import state, theme
from dipdesk.gui.files import Files, shown_name
from dipdesk.gui.first_file import FirstFile
from dipdesk.gui.focus import enter, keep_focus
from dipdesk.gui.furnishing import Furnishing
from dipdesk.gui.late import Late
from dipdesk.gui.looks import Looks
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import RecordsPage, SpotPage
from dipdesk.gui.pages import Pages
from dipdesk.gui.places import TODAY, WELCOME, entry_of
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot, Trail
from dipdesk.gui.waiting import Waiting
from dipdesk.i18n import _
from dipdesk.store import agenda

if TYPE_CHECKING:
    from dipdesk.gui.rooms import Rooms
    from dipdesk.store.office_file import OfficeFile

_PATIENCE = 500
"""Milliseconds that the first page may wait for the file that is being opened."""
_AT_ONCE = (TODAY, WELCOME)
"""The places that need no rooms."""


class Desk(QObject):
    """Puts pages into the window and knows where the user is.

    The rooms, where records are worked with, are moved in later; what is wanted of them before waits.
    """

    settled = Signal()
    """A page is shown and can be used."""
    rooms_wanted = Signal()
    """Somebody waits for the rooms, or there is nothing else left to do."""

    def __init__(self, furnished: Furnishing, late: Late) -> None:
        super().__init__(furnished.window)
        self.late = late
        self.app, self.settings = furnished.app, furnished.settings
        self.window, self.jobs, self.troubles = furnished.window, furnished.jobs, furnished.troubles
        self.recent = furnished.recent
        self.trail = Trail()
        self.news: OfficeNews | None = None
        self.rooms: Rooms | None = None
        self.pages = Pages(self)
        self._waiting = Waiting(self.window.frame, self._stay)
        self.files = Files(self.window.frame, self.jobs, self.troubles, self.recent, late)
        self.files.opened.connect(self._opened)
        self.files.closing.connect(self._let_go)
        self.looks = Looks(self.app, self.settings, self.rebuild, self)
        self.window.wanted.connect(self.do)
        self.window.place_wanted.connect(self.go_to_place)
        self.window.frame.may_leave = self._may_leave
        self.window.frame.leaving.connect(self._leave)

    # Files

    def begin(self, first: FirstFile | None, *, sample: bool) -> None:
        """Show the file that the program was started for, the sample office, or that nothing is open."""
        if sample:
            self.files.open_sample()
        elif first is not None:
            first.bring_to(self.files)
        QTimer.singleShot(_PATIENCE if sample or first is not None else 0, self, self._welcome)

    def _welcome(self) -> None:
        """Show the welcome page if there is nothing else to show, because nothing opens or it takes long."""
        if self.page is None and self.files.held is None:
            self.go(Spot(WELCOME))

    @property
    def office(self) -> "OfficeFile | None":
        """The records of the office that is open, once they are loaded."""
        return self.files.office

    def _opened(self) -> None:
        self.pages.drop()
        self.trail = Trail()
        self._listen()
        self.window.message.hide()
        self._show_title()
        self.window.navigation.set_open(True)
        self.go(self._last_spot())

    def _listen(self) -> None:
        """Hear what changes in the office, if its records are loaded."""
        if self.news is not None:
            self.news.close()
        if self.office is not None:
            self.news = OfficeNews(self.office, self)
            self.news.changed.connect(self._heard)

    def _heard(self, news: object) -> None:
        self.refresh_state()
        if self.pages.today is not None:
            self.pages.today.refresh()

    def _let_go(self) -> None:
        self._waiting.drop()
        if self.news is not None:
            self.news.close()
            self.news = None
        self.pages.drop()
        self.window.show_title()

    def close_file(self) -> None:
        """Close the office and show the welcome page."""
        if self.commit() and self.files.close():
            self.recent.closed()
            self.trail = Trail()
            self.window.navigation.set_open(False)
            self.go(Spot(WELCOME))

    # Rooms

    def move_in(self, rooms: "type[Rooms]") -> None:
        """The rooms are loaded: bring the records to the file that is open, and do what waited for them."""
        self.rooms = rooms(self)
        self.files.bring_records(rooms.records)
        self._listen()
        self._waiting.release()
        if self.pages.today is not None:
            self.rooms.tell(self.pages.today)
        self.rooms.learn(self._let_today_ask)

    def _let_today_ask(self) -> None:
        if self.pages.today is not None:
            self.pages.today.ask_more()

    def in_rooms(self, act: "Callable[[Rooms], object]") -> None:
        """Do something that needs the rooms, now or as soon as they are there."""
        if self.rooms is not None:
            act(self.rooms)
        else:
            self._waiting.add(lambda: act(self.rooms) if self.rooms else None)
            self.rooms_wanted.emit()

    def do(self, action: str) -> None:
        """Do the action with this id."""
        family, _dot, what = action.partition(".")
        if family == "place":
            self.go_to_place(what)
        elif action == "app.quit":
            self.window.frame.close()
        else:
            self.in_rooms(lambda rooms: rooms.verbs.do(action))

    # Going places

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.window.pages.currentWidget()

    def go_to_place(self, place: str) -> None:
        """Go to a place, where it was left."""
        if place in _AT_ONCE:
            self._waiting.drop()
        self.go(Spot(place, self.pages.record_at(place)))

    def go(self, spot: Spot) -> None:
        """Go to a spot, unless what is being typed cannot be stored."""
        if self.rooms is None and spot.place not in _AT_ONCE:
            self.window.navigation.show_place(entry_of(spot.place))
            self.in_rooms(lambda rooms: self.go(spot))
        elif self.commit():
            self.trail.visit(spot)
            self._show(spot)
        else:
            self._stay()

    def go_back(self, step: int) -> None:
        """Go back (-1) or forward (+1) on the trail."""
        if self.commit() and (self.trail.has_back if step < 0 else self.trail.has_forward):
            self._show(self.trail.back() if step < 0 else self.trail.forward())

    def commit(self) -> bool:
        """Store what is being typed on the page that is shown; False if it cannot be stored as it is."""
        page = self.page
        return page.commit() if isinstance(page, RecordsPage) else True

    def _stay(self) -> None:
        """Stay where the user is, after all."""
        if self.trail.here is not None:
            self.window.navigation.show_place(entry_of(self.trail.here.place))
        else:
            self.go(Spot(TODAY if self.files.held else WELCOME))

    def _show(self, spot: Spot) -> None:
        self.window.navigation.show_place(entry_of(spot.place))
        page = self.pages.at(spot.place) if spot.place in _AT_ONCE else None
        if self.rooms is None and isinstance(page, TodayPage) and not page.is_filled:
            page.prepare()
        else:
            self._show_page(spot)

    def show_today(self) -> None:
        """Show the page of today, now that it is prepared, if nobody went elsewhere."""
        if self.trail.here is not None and self.trail.here.place == TODAY:
            self._show(self.trail.here)

    def _show_page(self, spot: Spot) -> None:
        before = self.page
        left = self.pages.left_at(spot)
        page = self.pages.show(spot)
        if page is not before and left is not None and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not before:
            enter(page)
        if spot.row_id and not isinstance(page, SpotPage):
            self.recent.saw(spot)
        if self.files.held is not None and self.trail.here is not None:
            self.recent.stays_at(self.files.held.path, self.trail.here)
        self.refresh_state()
        keep_focus(page)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self.settled.emit()
        if not isinstance(self.page, TodayPage):  # which says so itself when all its rows are there
            self.rooms_wanted.emit()

    def learn_scripts(self) -> None:
        """Make names in all scripts readable; the first page has seen to its own."""
        theme.load_more_fonts()

    def forget(self, row_id: str) -> None:
        """A record is gone: leave it, and never come back to it."""
        self.trail.forget(row_id)
        self.pages.forget(row_id)
        self.refresh_state()

    def refresh_state(self) -> None:
        """Bring actions, their names and the status bar up to date."""
        state.show(self)

    # Living through changes of language and looks

    def rebuild(self) -> bool:
        """Build everything on the screen anew, in the language and looks of now; the user stays where he is.

        False, and nothing is built, if what is being typed cannot be stored.
        """
        if not self.commit():
            return False
        here = self.trail.here or Spot(WELCOME)
        self.pages.drop()
        self.window.rebuild()
        self._show_title()
        self._show(here)
        return True

    def _show_title(self) -> None:
        held = self.files.held
        if held is not None:
            with held.looking_up() as raw:
                self.window.show_title(agenda.office_name(raw), shown_name(held.path))

    def _last_spot(self) -> Spot:
        assert self.files.held is not None
        spot = self.recent.spot_in(self.files.held.path)
        if spot is None:
            return Spot(TODAY)
        with self.files.held.looking_up() as raw:
            return spot if not spot.row_id or agenda.is_there(raw, spot.row_id) else Spot(TODAY)

    def _may_leave(self) -> bool:
        if self.commit():
            return True
        self.window.message.say(
            _("What was typed cannot be stored like this. Correct it, or press Esc to take it back.")
        )
        return False

    def _leave(self) -> None:
        self.jobs.close()
        self.files.close()
        self.settings.flush()
