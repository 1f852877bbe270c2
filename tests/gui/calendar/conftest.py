"""The page of the calendar on the screen, with what stands there."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.calendar.board import Board
from dipdesk.gui.calendar.page import CalendarPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import (
    ProgrammeItem,
    Record,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

Make = Callable[[], CalendarPage]
TODAY = date(2027, 5, 12)


@pytest.fixture
def make(qtbot: QtBot, office: OfficeFile, news: OfficeNews, settings: Settings) -> Make:
    """Put the page on the screen, with public holidays and the rows of the chosen day."""

    def made() -> CalendarPage:
        page = CalendarPage(office, settings, news, TODAY)
        page.resize(1100, 760)
        qtbot.addWidget(page)
        page.show()
        settle(qtbot, page)
        return page

    return made


def settle(qtbot: QtBot, page: CalendarPage) -> None:
    qtbot.waitUntil(lambda: page.year.is_whole and not page._following.isActive())


def add(office: OfficeFile, *records: Record) -> None:
    with office.change("Added") as session:
        session.add_all(records)


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    made = Visit(
        title_tr="Gence heyeti",
        title_en="Delegation of Ganja",
        starts=date(2027, 5, 11),
        ends=date(2027, 5, 13),
    )
    add(office, made)
    add(
        office,
        ProgrammeItem(
            visit_id=made.id, starts=Moment.parse("2027-05-12T10:00"), title_tr="Kabul", title_en="Reception"
        ),
        ProgrammeItem(
            visit_id=made.id, starts=Moment.parse("2027-05-12T12:30"), title_tr="Yemek", title_en="Lunch"
        ),
    )
    return made


def board(page: CalendarPage) -> Board:
    found = page.views[page.view]
    assert isinstance(found, Board)
    return found


def drawn(page: CalendarPage) -> list[str]:
    page.grab()
    return [one.title for _box, one in board(page).boxes]


def press(page: CalendarPage, *names: Qt.Key) -> None:
    for key in names:
        QTest.keyClick(page.views[page.view], key)
