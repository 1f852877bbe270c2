"""The pages of one desk: made when somebody goes there, kept until the office or the language changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dipdesk.gui.front import today_page, welcome_page
from dipdesk.gui.page import ListedPage, SpotPage
from dipdesk.gui.places import TODAY, WELCOME
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.waiting import sign_over
from dipdesk.i18n import _

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk
    from dipdesk.gui.preview.page import PreviewPage

_LONG = 0.2
"""Seconds that a record may take to open without a word."""


class Pages:
    """The pages that were made so far; ``preview`` is that of papers, if it is among them."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._made: dict[str, QWidget] = {}
        self._quick: set[str] = set()
        self.preview: PreviewPage | None = None

    @property
    def today(self) -> TodayPage | None:
        """The page of today, if it is made."""
        page = self._made.get(TODAY)
        return page if isinstance(page, TodayPage) else None

    def at(self, place: str) -> QWidget:
        """The page of a place; it is made if somebody goes there for the first time."""
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def record_at(self, place: str) -> str:
        """The record that is shown at a place; empty for none."""
        page = self._made.get(place)
        return page.row_id if isinstance(page, ListedPage) else ""

    def left_at(self, spot: Spot) -> QWidget | None:
        """What had the focus when the page of a spot was left; None if it showed something else."""
        page = self._made.get(spot.place)
        was_shown = page is not None and self._desk.window.pages.indexOf(page) >= 0
        if page is None or not was_shown or self.record_at(spot.place) != spot.row_id:
            return None
        return page.focusWidget()

    def show(self, spot: Spot) -> QWidget:
        """Bring the page of a spot to the front, and on it what the spot names."""
        with self._sign(spot):
            page = self.at(spot.place)
            if isinstance(page, ListedPage):
                page.show_record(spot.row_id)
            elif isinstance(page, SpotPage):
                page.show_spot(spot.row_id)
            elif self.preview is not None and page is self.preview:
                self.preview.choose(spot.row_id)
            self._desk.window.show_page(page)
        return page

    def forget(self, row_id: str) -> None:
        """A record is gone: no page shows it any more."""
        for page in self._made.values():
            if isinstance(page, ListedPage) and page.row_id == row_id:
                page.show_record("")

    def drop(self) -> None:
        """Let go of all pages."""
        for page in self._made.values():
            self._desk.window.remove_page(page)
        self._made = {}
        self.preview = None

    @contextmanager
    def _sign(self, spot: Spot) -> Iterator[None]:
        """Say at once that a record is being opened where that took long before, or nobody knows yet."""
        if not spot.row_id or spot.place in self._quick or self.record_at(spot.place) == spot.row_id:
            yield
            return
        begun = perf_counter()
        with sign_over(self._desk.window.frame, _("Opening …")):
            yield
        if perf_counter() - begun < _LONG:
            self._quick.add(spot.place)

    def _make(self, place: str) -> QWidget:
        desk = self._desk
        if place == TODAY and desk.files.held is not None:
            return today_page(desk, desk.files.held)
        if place == WELCOME or desk.rooms is None or desk.office is None or desk.news is None:
            return welcome_page(desk)
        return desk.rooms.make(place, desk.office, desk.news)
