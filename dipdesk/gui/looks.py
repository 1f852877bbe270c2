"""Language, theme and size of text: chosen by the person, kept in the settings, shown at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dipdesk.gui import theme, tongue
from dipdesk.gui.settings import Settings


class Looks(QObject):
    """How the windows look and speak; ``rebuild`` builds what is on the screen anew."""

    def __init__(
        self, app: QApplication, settings: Settings, rebuild: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app, self._settings, self._rebuild = app, settings, rebuild
        self.settings = settings

    @property
    def language(self) -> str:
        """The code of the language of the windows."""
        return self._settings.get("language", "") or tongue.of_system()

    @property
    def mode(self) -> theme.Mode:
        """Light, dark or as the system."""
        return theme.mode_of(self._settings.get("theme", ""))

    @property
    def text_percent(self) -> int:
        """The size of text in per cent."""
        return self._settings.get("text_size", theme.TEXT_SIZES[0])

    def speak(self, code: str) -> None:
        """Speak a language from now on."""
        before = self.language
        tongue.switch(self._app, code)
        if self._rebuild():
            self._settings.set("language", code)
        else:
            tongue.switch(self._app, before)

    def set_mode(self, mode: str) -> None:
        """Light, dark or as the system from now on."""
        self._settings.set("theme", theme.mode_of(mode))
        self._dress()

    def set_text_percent(self, percent: int) -> None:
        """The size of text from now on."""
        before = self.text_percent
        self._settings.set("text_size", percent)
        self._dress()
        if not self._rebuild():
            self._settings.set("text_size", before)
            self._dress()

    def resize(self, step: int) -> None:
        """The next larger (1) or smaller (-1) size of text."""
        sizes = theme.TEXT_SIZES
        place = min(range(len(sizes)), key=lambda one: abs(sizes[one] - self.text_percent))
        self.set_text_percent(sizes[min(max(place + step, 0), len(sizes) - 1)])

    def _dress(self) -> None:
        theme.apply(self._app, self.mode, self.text_percent)
