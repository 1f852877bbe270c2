"""What stands in the frame: menus, toolbar, navigation, a place for pages, messages and the status bar.

It knows no office file; :class:`~dipdesk.gui.desk.Desk` brings one in.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from dipdesk.gui.frame import Frame
from dipdesk.gui.labels import secondary
from dipdesk.gui.menus import Commands, ToolBar, fill_menus
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.navigation import Navigation
from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import font
from dipdesk.i18n import _


class Window(QObject):
    """The furniture of one frame; :meth:`furnish` puts it up."""

    wanted = Signal(str)
    """Somebody chose the action with this id."""
    place_wanted = Signal(str)
    """Somebody chose this entry of the navigation."""

    def __init__(self, frame: Frame, settings: Settings) -> None:
        super().__init__(frame)
        self.frame = frame
        self.settings = settings
        self.message, self.offer = MessageBar(), MessageBar()
        self.pages = QStackedWidget()
        self._saved, self._file = secondary(wrap=False), secondary(wrap=False)
        self._build_centre()
        frame.statusBar().addWidget(self._file)
        frame.statusBar().addPermanentWidget(self._saved)
        frame.statusBar().setSizeGripEnabled(False)
        self.menus: dict[str, QMenu] = {}

    def furnish(self) -> None:
        """Put everything in its place that carries words or measures."""
        for step in self.steps():
            step()

    def steps(self) -> tuple[Callable[[], None], ...]:
        """The pieces of work that furnish the window; between them it can answer."""
        return self._put_menus, self._put_toolbar, self._put_navigation

    def rebuild(self) -> None:
        """Make everything that carries words or measures anew, in the language and theme of now."""
        self.commands.retire()
        self._toolbar.deleteLater()
        self.frame.removeToolBar(self._toolbar)
        self._row.removeWidget(self.navigation)
        self.navigation.deleteLater()
        self.furnish()

    def show_title(self, office: str = "", file_name: str = "") -> None:
        """Name the office and its file in the title of the window."""
        parts = [part for part in (office, file_name, "dipdesk") if part]
        self.frame.setWindowTitle(" — ".join(parts))

    def show_status(self, file: str, saved: str) -> None:
        """Say in the status bar which file is open and when it was saved."""
        self._file.setText(file)
        self._saved.setText(saved)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, adding it first if it is new."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def present(self, on: bool) -> None:
        """Leave the whole screen to the page, as for a projector; or show everything around it again."""
        for part in (self.navigation, self._toolbar, self.frame.statusBar()):
            part.setVisible(not on)
        whole = Qt.WindowState.WindowFullScreen
        state = self.frame.windowState()
        self.frame.setWindowState(state | whole if on else state & ~whole)

    def remove_page(self, page: QWidget) -> None:
        """Take a page out and let go of it."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def _put_menus(self) -> None:
        for label in (self._saved, self._file):
            label.setFont(font("secondary"))
        self.commands = Commands(self.frame, self.wanted.emit)
        self.commands.allow(set())
        self.menus = fill_menus(self.frame, self.commands)

    def _put_toolbar(self) -> None:
        self._toolbar = ToolBar(self.commands)
        self.frame.addToolBar(self._toolbar)

    def _put_navigation(self) -> None:
        self.navigation = Navigation(self.frame)
        self.navigation.chosen.connect(self.place_wanted)
        self._row.insertWidget(0, self.navigation)
        self.pages.setAccessibleName(_("Page"))

    def _build_centre(self) -> None:
        centre = QWidget()
        self._row = QHBoxLayout(centre)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.offer)
        column.addWidget(self.pages, 1)
        self._row.addLayout(column, 1)
        self.frame.setCentralWidget(centre)
