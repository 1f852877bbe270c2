"""List and record on one page: the list makes room for a record, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dipdesk.gui.actions import ACTIONS
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.fold import FOLD_KEY, FoldChoice
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Partner, Visit
from dipdesk.store.office_file import OfficeFile

_NARROW, _WIDE = 1150, 1400


@pytest.fixture
def visits(office: OfficeFile) -> list[str]:
    with office.change("two visits") as session:
        made = [Visit(title_tr=title, kind="inbound") for title in ("Bir", "İki")]
        session.add_all(made)
    return [one.id for one in made]


@pytest.fixture
def page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Workspace:
    made = Workspace(office, Visit, settings, news)
    made.opened.connect(lambda _name, row_id: made.show_record(row_id))
    qtbot.addWidget(made)
    made.resize(_NARROW, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_somebody_chose_counts_before_the_room_there_is(settings: Settings) -> None:
    visit = FoldChoice(settings, "visit", has_chapters=True)
    partner = FoldChoice(settings, "partner", has_chapters=False)
    assert [visit.is_folded(width) for width in (600, _NARROW, _WIDE)] == [True, True, False]
    assert [partner.is_folded(width) for width in (600, _NARROW, _WIDE)] == [True, False, False]
    visit.choose(_NARROW, folded=False)
    assert [visit.is_folded(width) for width in (600, _NARROW, _WIDE)] == [False, False, False]
    visit.choose(_WIDE, folded=True)
    assert [visit.is_folded(width) for width in (_NARROW, _WIDE)] == [False, True]
    assert not partner.is_folded(_NARROW)
    settings.set("workspace.partner.folded.wide", "nonsense")
    assert not partner.is_folded(_NARROW)


def test_a_record_with_chapters_takes_the_whole_of_a_narrow_page(page: Workspace, visits: list[str]) -> None:
    assert not page.is_folded
    assert page.rail.isHidden()
    page.show_record(visits[0])
    assert page.is_folded
    assert page.rail.isVisible()
    assert page.record is not None
    assert page.parts() == [page.record]
    page.resize(_WIDE, 700)
    assert not page.is_folded
    assert page.rail.isHidden()
    assert page.parts() == [page.list, page.record]
    page.resize(_NARROW, 700)
    page.show_record("")
    assert not page.is_folded


def test_the_focus_goes_with_the_record_and_esc_brings_the_list_back(
    qtbot: QtBot, page: Workspace, visits: list[str]
) -> None:
    page.list.view.setFocus()
    page.list.view.go_to(0)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    first = page.row_id
    assert page.is_folded
    assert page.record is not None
    assert page.record.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.is_folded
    assert page.list.view.hasFocus()
    assert page.row_id == first
    qtbot.keyClick(page.list.view, Qt.Key.Key_Escape)
    assert page.list.view.hasFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.is_folded


def test_the_rail_and_the_button_are_remembered(
    page: Workspace, visits: list[str], office: OfficeFile, settings: Settings, news: OfficeNews, qtbot: QtBot
) -> None:
    page.show_record(visits[0])
    page.rail.setFocus()
    page.rail.click()
    assert not page.is_folded
    assert page.list.view.hasFocus()
    page.show_record(visits[1])
    assert not page.is_folded
    page.list.head.fold_button.click()
    assert page.is_folded
    page.resize(_WIDE, 700)
    page.turn_list()
    later = Workspace(office, Visit, settings, news)
    qtbot.addWidget(later)
    later.resize(_WIDE, 700)
    later.show_record(visits[0])
    assert later.is_folded


def test_a_page_comes_with_the_focus_where_the_work_is(page: Workspace, visits: list[str]) -> None:
    page.hide()
    page.show_record(visits[0])
    assert page.record is not None
    focused = page.focusWidget()
    assert focused is not None
    assert page.record.isAncestorOf(focused)
    page.show_record("")
    page.list.view.setFocus()
    assert page.focusWidget() is page.list.view


def test_other_records_stand_beside_their_list(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    with office.change("a partner") as session:
        partner = Partner(name_tr="Kent", kind="city")
        session.add(partner)
    page = Workspace(office, Partner, settings, news)
    qtbot.addWidget(page)
    page.resize(_NARROW, 700)
    page.show()
    page.show_record(partner.id)
    assert not page.is_folded
    assert page.list.head.fold_button.isVisible()


def test_the_key_that_is_told_is_that_of_the_action() -> None:
    assert next(one for one in ACTIONS if one.id == "view.list").keys == (FOLD_KEY,)


def test_the_list_goes_back_to_the_record_that_cannot_be_left(
    qtbot: QtBot, page: Workspace, visits: list[str]
) -> None:
    """A link holds a name that nobody has: who clicks another row sees the list return."""
    page.resize(_WIDE, 700)
    page.show_record(visits[0])
    assert page.record is not None
    partner = page.record.cells["partner_id"]
    partner.begin()
    typed = QApplication.focusWidget()
    assert typed is not None
    qtbot.keyClicks(typed, "qqqq zzzz")
    place = page.list.model.position(visits[1])
    assert place is not None
    view = page.list.view
    there = view.visualRect(page.list.model.index(place, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(lambda: page.list.selected_ids() == [visits[0]])
    assert page.row_id == visits[0]
    assert partner.problem
    partner.revert()
    view.go_to(place)
    QApplication.processEvents()
    assert page.list.selected_ids() == [visits[1]]
