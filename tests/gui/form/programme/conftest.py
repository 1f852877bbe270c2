"""A visit of two days with a programme in which some items are linked."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.programme.board import Board
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Country, Office, Partner, ProgrammeItem, Visit
from dipdesk.model.kinds import Position
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

VISIT = "v" * 32
ITEMS = ("arrival", "hotel", "call", "lunch", "dinner", "flight")
_ROWS = {
    "arrival": ("12 10:00", "12 10:30", "fixed", 0, "Havalimanında karşılama", "Welcome at the airport"),
    "hotel": ("12 11:00", "12 11:30", "linked", 30, "Otele yerleşme", "Check-in"),
    "call": ("12 11:45", "12 12:15", "earliest", 10, "Nezaket ziyareti", "Courtesy call"),
    "lunch": ("12 13:00", "12 14:00", "fixed", 0, "Öğle yemeği", "Lunch"),
    "dinner": ("12 19:00", "12 21:00", "fixed", 0, "Akşam yemeği", "Dinner"),
    "flight": ("13 14:00", "13 16:00", "fixed", 0, "Uçuş", "Flight"),
}


def at(words: str) -> Moment:
    day, clock = words.split()
    return Moment(datetime.fromisoformat(f"2027-05-{day}T{clock}"), "Europe/Istanbul")


def key(name: str) -> str:
    return f"{name:x<32}"


def when(office: OfficeFile, name: str) -> str:
    with office.read() as session:
        item = session.get_one(ProgrammeItem, key(name))
        assert item.starts is not None
        end = f"–{item.ends.local:%H:%M}" if item.ends else ""
        return f"{item.starts.local:%d %H:%M}{end}"


@pytest.fixture
def visited(office: OfficeFile) -> OfficeFile:
    with office.change("a visit") as session:
        office_row = session.query(Office).one()
        office_row.position = Position(39.65, 27.88)
        country = session.query(Country).filter_by(code="DE").first() or Country(code="DE", name_tr="Almanya")
        partner = Partner(name_tr="Beispielburg", country_id=country.id)
        session.add_all([country, partner])
        visit = Visit(id=VISIT, title_tr="Ziyaret", starts=date(2027, 5, 12), ends=date(2027, 5, 13))
        visit.partner_id = partner.id
        session.add(visit)
        for name, (start, end, timing, way, title_tr, title_en) in _ROWS.items():
            item = ProgrammeItem(id=key(name), visit_id=VISIT, starts=at(start), ends=at(end), timing=timing)
            item.travel_minutes, item.title_tr, item.title_en = way, title_tr, title_en
            item.kind = "meal" if name in ("lunch", "dinner") else "other"
            session.add(item)
    return office


@pytest.fixture
def show(qtbot: QtBot, settings: Settings) -> Iterator[Callable[[OfficeFile], ProgrammeSection]]:
    made: list[ProgrammeSection] = []

    def shown(office: OfficeFile) -> ProgrammeSection:
        section = ProgrammeSection(office, VISIT)
        news = OfficeNews(office, settings)
        news.setParent(section)
        news.changed.connect(lambda told: section.refresh() if section.concerns(told) else None)
        section.resize(1000, 900)
        qtbot.addWidget(section)
        section.show()
        with qtbot.waitExposed(section):
            pass
        section.board.setFocus()
        made.append(section)
        return section

    yield shown
    for one in made:
        one.close()


@pytest.fixture
def section(visited: OfficeFile, show: Callable[[OfficeFile], ProgrammeSection]) -> ProgrammeSection:
    return show(visited)


def middle(board: Board, name: str) -> QPoint:
    return board.lanes.boxes[key(name)].center().toPoint()


def drag(board: Board, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    """A real drag of the mouse, in some steps."""
    QTest.mousePress(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(board, start + (end - start) * step / 5)
    if drop:
        QTest.mouseRelease(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def hours(board: Board, number: float) -> QPoint:
    """How far down so many hours are."""
    return QPoint(0, round(board.lanes.measures.hour * number))
