"""What a window needs before it can open an office: its language, furniture, troubles and jobs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dipdesk.gui import theme, tongue, trouble
from dipdesk.gui.first_file import FirstFile
from dipdesk.gui.frame import Frame
from dipdesk.gui.icons import icon
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.recent import Recent
from dipdesk.gui.settings import Settings
from dipdesk.gui.window import Window

if TYPE_CHECKING:
    from dipdesk.progress import Progress
    from dipdesk.store.held_file import HeldFile


class Furnishing:
    """The parts of one window, made in the right order."""

    def __init__(self, app: QApplication, frame: Frame, settings: Settings) -> None:
        theme.load_fonts()
        mode = theme.mode_of(settings.get("theme", ""))
        theme.apply(app, mode, settings.get("text_size", theme.TEXT_SIZES[0]))
        self.app = app
        self.settings = settings
        tongue.switch(app, settings.get("language", "") or tongue.of_system())
        self.window = Window(frame, settings)
        self.troubles = trouble.Troubles(self.window.message, frame)
        self.troubles.install()
        trouble.start_log()
        trouble.watch_crashes()
        self.jobs = Jobs(frame)
        self.recent = Recent(settings)
        frame.setWindowIcon(icon("office"))

    def open_first(
        self, wanted: Path | None, hold: "Callable[[Path, Progress], HeldFile]"
    ) -> FirstFile | None:
        """Begin to open ``wanted``, else the file that was open at the last end; None if there is none."""
        path = wanted or self.recent.last_open()
        return FirstFile(self.jobs, path, hold) if path is not None else None

    def put_up(self) -> "Furnishing":
        """Put up the furniture at once, where nobody is waiting."""
        self.window.furnish()
        return self
