"""The strip of chapters: what does not fit stands in a menu, what is shown never does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.strip import ChapterStrip, fitting
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Visit
from dipdesk.store.office_file import OfficeFile

_TITLES = ("Overview", "Delegations", "Programme", "Travel & service", "Ceremonies", "Gifts")


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[ChapterStrip]:
    holder = QWidget()
    made = ChapterStrip(_TITLES, "Chapters", holder)
    made.turned.connect(made.show_place)
    made.show_place(0)
    holder.show()
    yield made
    holder.close()


def seen(strip: ChapterStrip) -> list[str]:
    bar = strip.bar
    return [one for place, one in enumerate(_TITLES) if bar.isTabVisible(place)]


def test_all_fit_or_as_many_as_go_with_the_one_that_is_shown() -> None:
    assert fitting([50, 50, 50], 2, 150, 40) == {0, 1, 2}
    assert fitting([50, 50, 50], 2, 149, 40) == {0, 2}
    assert fitting([50, 50, 50], 0, 130, 40) == {0}
    assert fitting([90, 10, 10], 1, 60, 40) == {1}
    assert fitting([50], 0, 10, 40) == {0}


def test_what_does_not_fit_stands_in_the_menu_and_nothing_is_cut_off(strip: ChapterStrip) -> None:
    for width in (1000, 420, 240, 330, 1000):
        strip.resize(width, strip.sizeHint().height())
        assert seen(strip) + strip.hidden_titles() == list(_TITLES)
        assert strip.more.isHidden() is not bool(strip.hidden_titles())
        assert strip.bar.tabRect(0).x() == 0
        last = max(place for place in range(len(_TITLES)) if strip.bar.isTabVisible(place))
        assert strip.bar.tabRect(last).right() < width
    assert seen(strip) == list(_TITLES)


def test_a_chapter_of_the_menu_comes_into_the_line_when_it_is_chosen(strip: ChapterStrip) -> None:
    strip.resize(300, strip.sizeHint().height())
    menu = strip.more.menu()
    menu.aboutToShow.emit()
    entries = [one.text() for one in menu.actions()]
    assert entries[-1] == "Gifts\tAlt+6"
    assert any(text.startswith("Travel && service") for text in entries)
    menu.actions()[-1].trigger()
    assert strip.bar.currentIndex() == 5
    assert "Gifts" in seen(strip)
    assert strip.hidden_titles()
    assert strip.bar.tabRect(0).x() == 0


def test_the_arrows_go_on_into_the_menu(qtbot: QtBot, strip: ChapterStrip) -> None:
    strip.resize(240, strip.sizeHint().height())
    here = max(place for place in range(len(_TITLES)) if strip.bar.isTabVisible(place))
    strip.show_place(here)
    qtbot.keyClick(strip.bar, Qt.Key.Key_Right)
    assert strip.bar.currentIndex() == here + 1
    strip.show_place(len(_TITLES) - 1)
    qtbot.keyClick(strip.bar, Qt.Key.Key_Right)
    assert strip.bar.currentIndex() == len(_TITLES) - 1


def test_another_chapter_is_shown_from_its_beginning(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    with office.change("a visit") as session:
        session.add(visit := Visit(title_tr="Ziyaret", kind="inbound"))
    page = RecordPage(office, Visit, visit.id, settings, news)
    qtbot.addWidget(page)
    page.resize(900, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    bar, strip = page._area.verticalScrollBar(), page.chapters.strip
    page.focus_first()
    assert bar.value() == 0
    page.chapters.turn("travel")
    qtbot.wait(20)
    assert bar.value() == 0
    assert strip.bar.hasFocus()
    bar.setValue(bar.maximum())
    page.turn(1)
    qtbot.wait(20)
    assert strip.mapTo(page._area.viewport(), strip.rect().topLeft()).y() >= 0
