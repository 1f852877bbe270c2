"""One office in one window: its pages, where the user is, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from dipdesk.gui import theme, tongue
from dipdesk.gui.files import Files
from dipdesk.gui.furnishing import Furnishing
from dipdesk.gui.late import Late
from dipdesk.gui.looks import Looks
from dipdesk.gui.menus import RECENT, fill_recent
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import OFFICE, PAPERS, TODAY, WELCOME, entry_of
from dipdesk.gui.recent import Recent
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot, Trail
from dipdesk.gui.verbs import Verbs, focus_inside
from dipdesk.gui.welcome import WelcomePage
from dipdesk.gui.workspace import OfficePlace, Workspace
from dipdesk.i18n import _, format_time
from dipdesk.model import entity
from dipdesk.store.office_file import OfficeFile

if TYPE_CHECKING:
    from dipdesk.gui.preview.page import PreviewPage

_PATIENCE = 500
"""Milliseconds that the first page may wait for the file that is being opened."""


class Desk(QObject):
    """Puts pages into the window and knows where the user is."""

    settled = Signal()
    """A page is shown and can be used."""

    def __init__(self, furnished: Furnishing, late: Late) -> None:
        super().__init__(furnished.window)
        self.late = late
        self.app, self.settings = furnished.app, furnished.settings
        self.window, self.jobs, self.troubles = furnished.window, furnished.jobs, furnished.troubles
        self.recent = Recent(self.settings)
        self.trail = Trail()
        self.news: OfficeNews | None = None
        self.preview: PreviewPage | None = None
        self._pages: dict[str, QWidget] = {}
        self.files = Files(self.window.frame, self.jobs, self.troubles, self.recent, late)
        self.files.opened.connect(self._opened)
        self.files.closing.connect(self._let_go)
        self.looks = Looks(self.app, self.settings, self.rebuild, self)
        self.verbs = Verbs(self)
        self.window.wanted.connect(self.verbs.do)
        self.window.place_wanted.connect(self.go_to_place)
        self.window.frame.may_leave = self._may_leave
        self.window.frame.leaving.connect(self._leave)

    # Files

    def begin(self, file: Path | None, sample: bool) -> None:
        """Show what was asked for when the program was started, else what was open when it ended."""
        wanted = file or (None if sample else self.recent.last_open())
        if sample:
            self.files.open_sample()
        elif wanted is not None:
            self.files.open(wanted)
        theme.load_more_fonts()  # while the file is being opened in the background
        QTimer.singleShot(0 if not sample and wanted is None else _PATIENCE, self, self._welcome)

    def _welcome(self) -> None:
        """Show the welcome page if there is nothing else to show, because nothing opens or it takes long."""
        if self.page is None:
            self.go(Spot(WELCOME))

    @property
    def office(self) -> OfficeFile | None:
        """The office that is open."""
        return self.files.office

    def _opened(self) -> None:
        assert self.office is not None
        self._drop_pages()
        self.trail = Trail()
        self.news = OfficeNews(self.office, self)
        self.news.changed.connect(self._heard)
        self.window.message.hide()
        self.window.show_title(self.office.office().title(), self.office.path.name)
        self.window.navigation.set_open(True)
        self.go(self._last_spot())

    def _let_go(self) -> None:
        if self.news is not None:
            self.news.close()
            self.news = None
        self._drop_pages()
        self.window.show_title()

    def close_file(self) -> None:
        """Close the office and show the welcome page."""
        if self.commit() and self.files.close():
            self.recent.closed()
            self.trail = Trail()
            self.window.navigation.set_open(False)
            self.go(Spot(WELCOME))

    # Going places

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.window.pages.currentWidget()

    def go_to_place(self, place: str) -> None:
        """Go to a place, where it was left."""
        page = self._pages.get(place)
        self.go(Spot(place, page.row_id if isinstance(page, Workspace) else ""))

    def go(self, spot: Spot) -> None:
        """Go to a spot, unless what is being typed cannot be stored."""
        if self.commit():
            self.trail.visit(spot)
            self._show(spot)
        elif self.trail.here is not None:
            self.window.navigation.show_place(entry_of(self.trail.here.place))

    def go_back(self, step: int) -> None:
        """Go back (-1) or forward (+1) on the trail."""
        if self.commit() and (self.trail.has_back if step < 0 else self.trail.has_forward):
            self._show(self.trail.back() if step < 0 else self.trail.forward())

    def commit(self) -> bool:
        """Store what is being typed on the page that is shown; False if it cannot be stored as it is."""
        page = self.page
        return page.commit() if isinstance(page, Workspace | OfficePlace) else True

    def _show(self, spot: Spot) -> None:
        page = self._pages.get(spot.place) or self._make(spot.place)
        self._pages[spot.place] = page
        if isinstance(page, Workspace):
            page.show_record(spot.row_id)
        elif self.preview is not None and page is self.preview and spot.row_id:
            self.preview.choose(spot.row_id)
        self.window.show_page(page)
        self.window.navigation.show_place(entry_of(spot.place))
        if spot.row_id:
            self.recent.saw(spot)
        self._remember_spot()
        self.refresh_state()
        self._keep_focus(page)
        QTimer.singleShot(0, self, self.settled.emit)

    @staticmethod
    def _keep_focus(page: QWidget) -> None:
        """Put the focus on the page if it would be nowhere or on the first button of the toolbar."""
        here = QApplication.focusWidget()
        if here is None or not here.isVisible() or isinstance(here.parentWidget(), QToolBar):
            focus_inside(page.list.view if isinstance(page, Workspace) else page)

    def _make(self, place: str) -> QWidget:
        if place == WELCOME or self.office is None or self.news is None:
            return self._make_welcome()
        if place == TODAY:
            today = TodayPage(self.office, self.news)
            today.opened.connect(lambda name, row_id: self.go(Spot(name, row_id)))
            today.wanted.connect(self.verbs.do)
            return today
        if place == PAPERS:
            self.preview = self.late.preview()(self.office, self.settings, self.jobs, self.troubles)
            self.preview.ready.connect(self.refresh_state)
            return self.preview
        if place == OFFICE:
            own = OfficePlace(self.office, self.settings, self.news)
            own.opened.connect(lambda name, row_id: self.go(Spot(name, row_id)))
            return own
        return self._make_workspace(place)

    def _make_welcome(self) -> WelcomePage:
        made = WelcomePage(self.recent, is_open=self.office is not None)
        made.wanted.connect(self.verbs.do)
        made.file_wanted.connect(self.files.open)
        return made

    def _make_workspace(self, place: str) -> Workspace:
        assert self.office is not None
        assert self.news is not None
        made = Workspace(self.office, entity(place), self.settings, self.news)
        made.opened.connect(lambda name, row_id: self.go(Spot(name, row_id)))
        made.wanted_new.connect(self.verbs.add)
        made.gone.connect(self.forget)
        made.acted.connect(self.verbs.act)
        return made

    def forget(self, row_id: str) -> None:
        """A record is gone: leave it, and never come back to it."""
        self.trail.forget(row_id)
        for page in self._pages.values():
            if isinstance(page, Workspace) and page.row_id == row_id:
                page.show_record("")
        self.refresh_state()

    # State

    def conditions(self) -> set[str]:
        """Under which conditions actions can be done now; the words of the table of actions."""
        page, office = self.page, self.office
        is_workspace = isinstance(page, Workspace)
        row_id = page.row_id if isinstance(page, Workspace) else ""
        found = {
            "office": office is not None,
            "undo": office is not None and bool(office.undo_label),
            "redo": office is not None and bool(office.redo_label),
            "back": self.trail.has_back,
            "forward": self.trail.has_forward,
            "list": is_workspace,
            "record": bool(row_id),
            "visit": bool(row_id) and self.trail.here == Spot("visit", row_id),
            "paper": self.preview is not None and page is self.preview and self.preview.is_ready,
        }
        return {name for name, is_so in found.items() if is_so}

    def refresh_state(self) -> None:
        """Bring actions, their names and the status bar up to date."""
        commands = self.window.commands
        commands.allow(self.conditions())
        undo = self.office.undo_label if self.office else ""
        redo = self.office.redo_label if self.office else ""
        commands.name("edit.undo", _("Undo: {step}").format(step=undo) if undo else _("Undo"))
        commands.name("edit.redo", _("Redo: {step}").format(step=redo) if redo else _("Redo"))
        commands.check(f"theme.{self.looks.mode}")
        commands.check(f"language.{tongue.spoken()}")
        fill_recent(self.window.menus[RECENT], self.recent.files(), self.files.open)
        self.window.navigation.set_open(self.office is not None)
        self.window.show_status(str(self.office.path) if self.office else "", self._saved())

    def _saved(self) -> str:
        if self.office is None:
            return ""
        at = self.office.saved_at
        return _("Saved {time}").format(time=format_time(at)) if at else _("Everything is saved")

    def _heard(self, news: object) -> None:
        self.refresh_state()

    # Living through changes of language and looks

    def rebuild(self) -> bool:
        """Build everything on the screen anew, in the language and looks of now; the user stays where he is.

        False, and nothing is built, if what is being typed cannot be stored.
        """
        if not self.commit():
            return False
        here = self.trail.here or Spot(WELCOME)
        self._drop_pages()
        self.window.rebuild()
        if self.office is not None:
            self.window.show_title(self.office.office().title(), self.office.path.name)
        self._show(here)
        return True

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self.window.remove_page(page)
        self._pages = {}
        self.preview = None

    def _last_spot(self) -> Spot:
        assert self.office is not None
        kept = self.settings.get("last.spots", {"": [""]}).get(str(self.office.path), [])
        return Spot(*kept) if len(kept) == 2 and self._exists(Spot(*kept)) else Spot(TODAY)

    def _exists(self, spot: Spot) -> bool:
        """Whether a spot of an earlier time can still be gone to."""
        assert self.office is not None
        if not spot.row_id:
            return True
        with self.office.read() as session:
            return (
                session.get(entity("visit" if spot.place == PAPERS else spot.place), spot.row_id) is not None
            )

    def _may_leave(self) -> bool:
        if self.commit():
            return True
        self.window.message.say(
            _("What was typed cannot be stored like this. Correct it, or press Esc to take it back.")
        )
        return False

    def _remember_spot(self) -> None:
        """Keep where we are, for the next start."""
        if self.office is not None and self.trail.here is not None:
            here = self.trail.here
            spots = self.settings.get("last.spots", {"": [""]})
            self.settings.set("last.spots", {**spots, str(self.office.path): [here.place, here.row_id]})

    def _leave(self) -> None:
        self.jobs.close()
        self.files.close()
        self.settings.flush()
