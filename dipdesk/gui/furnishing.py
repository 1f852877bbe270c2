"""What a window needs before it can open an office: its language, furniture, troubles and jobs."""

from PySide6.QtWidgets import QApplication

from dipdesk.gui import theme, tongue, trouble
from dipdesk.gui.frame import Frame
from dipdesk.gui.icons import icon
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.settings import Settings
from dipdesk.gui.window import Window


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
        frame.setWindowIcon(icon("office"))

    def put_up(self) -> "Furnishing":
        """Put up the furniture at once, where nobody is waiting."""
        self.window.furnish()
        return self
