"""The start of the window: the frame at once, then its furniture, then the office.

Nothing that is imported here needs the database, the languages or the papers.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from dipdesk import paths
from dipdesk.gui import wardrobe
from dipdesk.gui.background import Task
from dipdesk.gui.frame import Frame
from dipdesk.gui.late import Late
from dipdesk.gui.settings import Settings

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk
    from dipdesk.gui.first_file import FirstFile
    from dipdesk.gui.furnishing import Furnishing
    from dipdesk.gui.rooms import Rooms

_REST = 1000
"""Milliseconds without loading after lists and records are there: what was waited for comes first."""
_TURN = 1
"""Milliseconds that let the window draw and answer first; what waits for 0 comes before that."""
_SHARE = 0.0005
"""Seconds after which a thread gives way to the window; drawing asks for its turn many times."""


@dataclass(frozen=True)
class Wanted:
    """What to open: a file, the sample office, or neither."""

    file: Path | None = None
    sample: bool = False


class Start(QObject):
    """One start of the program."""

    framed = Signal()
    """The first frame is on the screen."""
    usable = Signal()
    """The first page is shown and can be used; what it leads to opens as soon as it is loaded."""
    complete = Signal()
    """Lists and records are loaded."""

    def __init__(self, wanted: Wanted, late: Late) -> None:
        super().__init__()
        gc.disable()
        sys.setswitchinterval(_SHARE)
        self._wanted = wanted
        self._late = late
        self._has_asked_for_rooms = False
        self.app = application()
        self.settings = Settings(paths.settings_file(), self)
        mode = wardrobe.mode_of(self.settings.get("theme", ""))
        wardrobe.dress(self.app, mode, self.settings.get("text_size", wardrobe.TEXT_SIZES[0]))
        self.frame = Frame(self.settings)
        self.frame.framed.connect(self._furnish)
        self.frame.show()

    def _furnish(self) -> None:
        self.framed.emit()
        self._behind(self._late.furnishing, self._bring_furniture)

    def _bring_furniture(self, made: "type[Furnishing]") -> None:
        """Put up the furniture, then load the desk: both at once would hold each other up."""
        furnished = made(self.app, self.frame, self.settings)
        self.frame.setUpdatesEnabled(False)  # it is drawn once, when everything stands
        self._one_by_one(furnished.window.steps(), lambda: self._load_desk(furnished))

    def _load_desk(self, furnished: "Furnishing") -> None:
        """Load the desk and open the file that was wanted, else the one open at the last end."""
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.LayoutRequest.value)
        self.frame.setUpdatesEnabled(True)
        self.frame.repaint()  # what was asked for while it did not draw is forgotten
        wanted = self._wanted
        first = None if wanted.sample else furnished.open_first(wanted.file, self._late.hold)
        self._behind(self._late.desk, lambda made: self._sit_down(made, furnished, first))

    def _one_by_one(self, steps: Sequence[Callable[[], None]], then: Callable[[], None]) -> None:
        """Do one step after the other, so that the window can answer in between, and go on."""

        def go_on() -> None:
            if steps:
                steps[0]()
                self._one_by_one(steps[1:], then)
            else:
                then()

        QtCore.QTimer.singleShot(_TURN, self, go_on)

    def _behind(self, load: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Load something in a thread and go on in the window's; what fails there ends the start."""

        def end(result: Any, error: Exception | None) -> None:
            if error is not None:
                self.app.exit(1)
                raise error
            then(result)

        self._loading = Task(load, end, self)
        QtCore.QThreadPool.globalInstance().start(self._loading.runnable)

    def _sit_down(self, made: "type[Desk]", furnished: "Furnishing", first: "FirstFile | None") -> None:
        """Open what was wanted."""
        self.desk = made(furnished, self._late)
        self.desk.settled.connect(self.usable)
        self.desk.rooms_wanted.connect(self._load_rooms)
        self.desk.begin(first, sample=self._wanted.sample)

    def _load_rooms(self) -> None:
        if not self._has_asked_for_rooms:
            self._has_asked_for_rooms = True
            self.desk.learn_scripts()
            self._behind(self._late.rooms, self._move_in)

    def _move_in(self, rooms: "type[Rooms]") -> None:
        self.desk.move_in(rooms)
        self.complete.emit()
        QtCore.QTimer.singleShot(_REST, self, self._load_more)

    def _load_more(self) -> None:
        """Load what later clicks will need; collect garbage again, which was left lying till now."""
        gc.freeze()
        gc.enable()
        jobs, handle = self.desk.jobs, self.desk.troubles.handle
        jobs.run(lambda progress: self._late.more(), lambda nothing: None, handle, "")


def application() -> QApplication:
    """The Qt application with its name; the style is an argument, for in Python it takes long to name."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("dipdesk")
    app.setDesktopFileName("dipdesk")
    return app


def run(wanted: Wanted, late: Late) -> int:
    """Show the window until it is closed; returns the exit code."""
    start = Start(wanted, late)
    return start.app.exec()
