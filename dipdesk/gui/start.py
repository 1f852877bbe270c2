"""The start of the window: the frame at once, then its furniture, then the office.

Nothing that is imported here needs the database, the languages or the papers.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dipdesk import paths
from dipdesk.gui import theme
from dipdesk.gui.frame import Frame
from dipdesk.gui.settings import Settings

if TYPE_CHECKING:
    from dipdesk.gui import furnishing
    from dipdesk.gui.desk import Desk


@dataclass(frozen=True)
class Wanted:
    """What to open: a file, the sample office, or neither."""

    file: Path | None = None
    sample: bool = False


@dataclass(frozen=True)
class Late:
    """What is loaded after the first frame: ``furnishing`` and ``desk`` in the window's thread."""

    furnishing: "Callable[[], type[furnishing.Furnishing]]"
    warm_up: Callable[[], None]
    desk: "Callable[[], type[Desk]]"


class Start(QObject):
    """One start of the program."""

    framed = Signal()
    """The first frame is on the screen."""
    usable = Signal()
    """What was wanted is open and can be used."""

    def __init__(self, wanted: Wanted, late: Late) -> None:
        super().__init__()
        self._wanted = wanted
        self._late = late
        self.app = application()
        self.settings = Settings(paths.settings_file(), self)
        mode = self.settings.get("theme", theme.MODES[0])
        theme.apply(self.app, mode, self.settings.get("text_size", theme.TEXT_SIZES[0]))
        self.frame = Frame(self.settings)
        self.frame.framed.connect(self._furnish)
        self.frame.show()

    def _furnish(self) -> None:
        self.framed.emit()
        made = self._late.furnishing()
        QTimer.singleShot(0, self, lambda: self._warm_up(made(self.app, self.frame, self.settings)))

    def _warm_up(self, furnished: "furnishing.Furnishing") -> None:
        furnished.jobs.run(
            lambda progress: self._late.warm_up(),
            lambda nothing: self._sit_down(furnished),
            furnished.troubles.handle,
            "",
        )

    def _sit_down(self, furnished: "furnishing.Furnishing") -> None:
        self.desk = self._late.desk()(furnished)
        self.desk.settled.connect(self.usable)
        self.desk.begin(self._wanted.file, self._wanted.sample)


def application() -> QApplication:
    """The Qt application with its name and typeface."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("dipdesk")
    app.setDesktopFileName("dipdesk")
    theme.load_fonts()
    return app


def run(wanted: Wanted, late: Late) -> int:
    """Show the window until it is closed; returns the exit code."""
    start = Start(wanted, late)
    return start.app.exec()
