"""Pictures of the calendar in its four views, with the sample office and with nothing."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from dipdesk.exchange import sample
from dipdesk.gui.calendar.page import CalendarPage
from dipdesk.store.office_file import OfficeFile
from tests.screens.shell_screens import _window
from tests.screens.stage import Screen, Stage

DAY = date(2027, 5, 12)


def sampled(stage: Stage) -> OfficeFile:
    """The sample office, made once."""
    kept: OfficeFile | None = getattr(stage, "sampled", None)
    if kept is None:
        kept = sample.create(stage.folder / "Örnek büro.dipdesk")
        stage.sampled = kept  # type: ignore[attr-defined]
    return kept


def _calendar(view: str, size: tuple[int, int], stage: Stage) -> QWidget:
    stage.settings.set("calendar.view", view)
    page = CalendarPage(sampled(stage), stage.settings, stage.news(), DAY)
    return _window(stage, "calendar", page)


def _empty(stage: Stage) -> QWidget:
    stage.settings.set("calendar.view", "month")
    return _window(stage, "calendar", CalendarPage(stage.empty, stage.settings, stage.news(), DAY))


def _screen(view: str, size: tuple[int, int]) -> Callable[[Stage], QWidget]:
    return partial(_calendar, view, size)


SCREENS = [
    Screen("calendar-month", _screen("month", (1280, 720)), (1280, 720), large_text=True, settle=600),
    Screen("calendar-week", _screen("week", (1280, 720)), (1280, 720), settle=600),
    Screen("calendar-day", _screen("day", (1280, 720)), (1280, 720), settle=600),
    Screen("calendar-list", _screen("list", (1280, 720)), (1280, 720), settle=600),
    Screen("calendar-narrow", _screen("month", (880, 560)), (880, 560), settle=600),
    Screen("calendar-empty", _empty, (1280, 720), settle=600),
]
