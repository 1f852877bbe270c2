"""What a picture is taken of, and the stage it stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.store.office_file import OfficeFile


@dataclass
class Stage:
    """An office with data and one without, settings and ids of records by name."""

    app: QApplication
    folder: Path
    office: OfficeFile
    empty: OfficeFile
    settings: Settings
    ids: dict[str, str]

    def news(self) -> OfficeNews:
        """News of the office with data."""
        return OfficeNews(self.office, self.settings)


@dataclass(frozen=True)
class Screen:
    """One picture; ``make`` gives the widget, in the language and theme that are set when it is called.

    ``settle`` is how long to wait before the picture is taken, in milliseconds. Screens that are ``small``
    are also shown at 150 per cent of text.
    """

    name: str
    make: Callable[[Stage], QWidget]
    size: tuple[int, int] = (1280, 720)
    settle: int = 50
    large_text: bool = False
