"""The page of the figures: cards, and from every number to its records."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.desk import Desk
from dipdesk.gui.figures.figure_card import FigureCard
from dipdesk.gui.figures.page import FiguresPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import FIGURES
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import speak
from dipdesk.model import Partner, Relation, shipped_id
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office

Make = Callable[[], FiguresPage]


@pytest.fixture
def make(qtbot: QtBot, office: OfficeFile, news: OfficeNews) -> Make:
    """Put the page on the screen, with all its cards."""

    def made() -> FiguresPage:
        page = FiguresPage(office, news)
        page.resize(1100, 800)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: not page._last.isActive())
        return page

    return made


@pytest.fixture
def ids(office: OfficeFile) -> dict[str, str]:
    """An office with relations all over the world: partners by English name."""
    return world_office.fill(office)


def card(page: FiguresPage, name: str) -> FigureCard:
    return next(one for one in page.cards if one.figure.name == name)


def texts(page: FiguresPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_an_empty_office_says_what_belongs_here(make: Make) -> None:
    page = make()
    assert page.cards == []
    assert "will be counted here as soon as they are on file" in texts(page)


def test_every_figure_has_a_card_and_completeness_comes_last(make: Make, ids: dict[str, str]) -> None:
    page = make()
    names = [one.figure.name for one in page.cards]
    assert names[0] == "relations_by_class"
    assert names[-1] == "completeness"
    assert {"activity", "dues_EUR", "visits_by_year", "agreements_by_year"} <= set(names)
    assert "will be counted" not in texts(page)


def test_a_bar_leads_to_the_records_behind_it(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    chart = card(page, "relations_by_country").chart
    number = next(n for n, bar in enumerate(chart.figure.bars) if bar.label == "Greece")
    area = next(one for one in chart.areas if one.bar == number)
    with qtbot.waitSignal(page.listed) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(*chart.centre(area)))
    entity, behind, words = told.args
    assert entity == "relation"
    assert len(behind) == 2
    assert words == "2 records from Figures: Greece"


def test_the_number_of_a_card_leads_to_all_of_them(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    total = card(page, "relations_by_class").total
    assert total is not None
    assert total.text() == f"{len(ids)} · Relations"
    with qtbot.waitSignal(page.listed) as told:
        QTest.mouseClick(total, Qt.MouseButton.LeftButton)
    assert len(told.args[1]) == len(ids)


def test_numbers_can_be_stepped_through_by_keys(qtbot: QtBot, make: Make, ids: dict[str, str]) -> None:
    page = make()
    chart = card(page, "relations_by_state").chart
    assert "Active: 15" in chart.accessibleDescription()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "Idea: 2"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "In talks: 1"
    with qtbot.waitSignal(chart.chosen) as told:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told.args[1] == "In talks"


def test_years_can_be_chosen(make: Make, ids: dict[str, str]) -> None:
    page = make()
    page.first.setCurrentIndex(page.first.findData(1990))
    page.last.setCurrentIndex(page.last.findData(1999))
    assert card(page, "relations_by_class").figure.total == 7
    page.first.setCurrentIndex(page.first.findData(2026))
    assert "Nothing on file falls in these years" not in texts(page)


def test_nothing_in_the_years_is_said(make: Make, office: OfficeFile) -> None:
    with office.change("Idea") as session:
        session.add(Relation(state="idea"))
    page = make()
    page.first.addItem("1900", 1900)
    page.first.setCurrentIndex(page.first.count() - 1)
    assert page.cards == []
    assert "Nothing on file falls in these years" in texts(page)


def test_a_union_chooses_a_municipality(make: Make, office: OfficeFile, ids: dict[str, str]) -> None:
    page = make()
    assert not page.municipality.isVisible()
    member = Partner(name_tr="Çekmeköy", kind="member")
    with office.change("Union") as session:
        session.add(member)
        session.add(Relation(partner_id=ids["Suva"], municipality_id=member.id))
    page.refresh()
    assert page.municipality.isVisible()
    page.municipality.setCurrentIndex(page.municipality.findData(member.id))
    assert card(page, "relations_by_class").figure.total == 1


def test_changes_show_at_once(qtbot: QtBot, make: Make, office: OfficeFile, ids: dict[str, str]) -> None:
    page = make()
    with office.change("New") as session:
        session.add(Relation(partner_id=ids["Suva"], class_id=shipped_id("relation_class", "goodwill")))
    qtbot.waitUntil(lambda: card(page, "relations_by_class").figure.total == len(ids) + 1)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [500, 1100])
def test_charts_are_drawn_whole(
    qtbot: QtBot, qapp: QApplication, make: Make, ids: dict[str, str], mode: theme.Mode, width: int
) -> None:
    page = make()
    theme.apply(qapp, mode, 100)
    page.resize(width, 800)
    qtbot.waitUntil(
        lambda: all(one.height() >= one.column.totalMinimumHeightForWidth(one.width()) for one in page.cards)
    )
    page.grab()
    for one in page.cards:
        assert one.chart.height() >= max(area.y + area.height for area in one.chart.areas)
        assert all(one.chart.rect().contains(QPoint(*one.chart.centre(area))) for area in one.chart.areas)


@pytest.mark.parametrize("name", ["<b>Ayşe</b> & Oğulları", "Ş" * 300, "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn"])
def test_hostile_names_are_shown_letter_for_letter(
    qtbot: QtBot, make: Make, office: OfficeFile, name: str
) -> None:
    with office.change("Hostile") as session:
        member = Partner(name_tr=name, kind="member")
        session.add(member)
        session.add(Relation(municipality_id=member.id))
    page = make()
    chart = card(page, "relations_by_municipality").chart
    assert chart.words(0) == f"{name}: 1"
    page.grab()


def test_it_speaks_turkish(make: Make, ids: dict[str, str]) -> None:
    speak("tr")
    page = make()
    assert card(page, "relations_by_country").chart.figure.bars[1].label == "Yunanistan"


def test_the_list_shows_just_these_records(qtbot: QtBot, desk: Desk) -> None:
    assert desk.office is not None
    world_office.fill(desk.office)
    desk.go_to_place(FIGURES)
    page = desk.page
    assert isinstance(page, FiguresPage)
    chart = card(page, "relations_by_country").chart
    chart.chosen.emit(chart.figure.bars[0].parts[0], "Greece")
    shown = desk.page
    assert isinstance(shown, Workspace)
    assert len(shown.list.shown_ids()) == 2
    assert shown.list.filter.given.text() == "2 records from Figures: Greece"
    desk.go_back(-1)
    assert desk.page is page
