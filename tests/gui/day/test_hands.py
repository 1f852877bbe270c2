"""The day view under somebody's hands: where keys and mouse lead, and what never happens by accident."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.day.page import DayPage
from dipdesk.gui.day.side import DaySide
from dipdesk.gui.desk import Desk
from dipdesk.gui.page_keys import CALENDAR_KEYS, DAY_KEYS
from dipdesk.gui.places import DAY
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.trail import Spot
from dipdesk.i18n import _
from dipdesk.model import DelegationMember, Person, ProgrammeItem, Task, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.day.conftest import Watch


def button(side: DaySide, words: str) -> QPushButton:
    return next(one for one in side.findChildren(QPushButton) if words in one.text())


def hoped(page: DayPage) -> list[str]:
    return [line.cells[1] for line in page.sheet.model.lines]


def test_what_began_and_what_is_only_expected_look_different(page: DayPage, watch: Watch) -> None:
    watch.set("10:05")
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert hoped(page) == ["10:05–≈10:35", "≈12:00–13:00"]
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert hoped(page)[0] == "10:05"


def test_nothing_begins_by_accident_on_another_day(page: DayPage, watch: Watch, office: OfficeFile) -> None:
    watch.set("18:00", "2027-05-13")
    page.refresh()
    assert page.day == date(2027, 5, 12)
    assert hoped(page) == ["", ""]
    assert page.sheet.next_card.button.isHidden()
    assert page.sheet.next_card.chip.isHidden()
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_B)
    watch.set("09:00", "2027-05-10")
    QTest.keyClick(page, Qt.Key.Key_Space)
    with office.read() as session:
        assert [one.began for one in session.scalars(select(ProgrammeItem))] == [None, None]


def test_what_lasts_past_midnight_can_still_be_ended(page: DayPage, watch: Watch) -> None:
    watch.set("12:00")
    QTest.keyClick(page, Qt.Key.Key_B)
    watch.set("00:20", "2027-05-13")
    page._show_clock()
    assert not page.sheet.now_card.button.isHidden()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.standing.on == ""


def test_the_next_morning_the_page_shows_the_new_day(page: DayPage, watch: Watch) -> None:
    watch.set("08:00", "2027-05-13")
    page.look_at_clock()
    assert page.day == date(2027, 5, 13)
    QTest.keyClick(page, Qt.Key.Key_Left)
    page.look_at_clock()
    assert page.day == date(2027, 5, 12)


def test_a_click_on_a_button_leaves_the_keys_to_the_page(page: DayPage) -> None:
    QTest.mouseClick(page.sheet.next_card.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.sheet.present_button, Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page
    assert page.sheet.next_card.button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_members_are_marked_by_mouse_too(page: DayPage, office: OfficeFile) -> None:
    side = page.sheet.side
    side.members.selectRow(0)
    QTest.mouseClick(button(side, "(X)"), Qt.MouseButton.LeftButton)
    assert side.model.lines[0].cells[2] == "Absent"
    assert side.members.currentIndex().row() == 1
    opened: list[tuple[str, str]] = []
    page.opened.connect(lambda *spot: opened.append(spot))
    side.members.wanted.emit()
    with office.read() as session:
        ids = [one.id for one in session.scalars(select(DelegationMember))]
    assert opened == [("delegation_member", side.model.lines[1].row_id)]
    assert opened[0][1] in ids


def test_the_focus_stays_on_a_task_that_was_ticked(page: DayPage, office: OfficeFile) -> None:
    box = page.sheet.side.task_boxes[0]
    page.window().activateWindow()
    QTest.qWaitForWindowActive(page.window())
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert page.sheet.side.task_boxes[0] is box
    assert box.isChecked()
    assert page.focusWidget() is box
    office.undo()
    page.refresh()
    assert not box.isChecked()
    with office.change("More") as session:
        session.add(Task(subject=f"visit/{page.visit_id}", what_tr="Su", due=date(2027, 5, 12)))
    page.refresh()
    assert [one.accessibleName() for one in page.sheet.side.task_boxes] == ["Çiçek", "Su"]


@pytest.fixture
def many_phones(page: DayPage, office: OfficeFile) -> DayPage:
    """Six more items, each with somebody else who is responsible."""
    people = [Person(family_name=f"Görevli{number}", phone=f"+90 555 {number}") for number in range(6)]
    with office.change("More") as session:
        session.add_all(people)
        session.flush()
        for number, one in enumerate(people):
            session.add(
                ProgrammeItem(
                    visit_id=page.visit_id,
                    title_tr=f"Madde {number}",
                    starts=Moment.parse(f"2027-05-12T{14 + number}:00"),
                    responsible_id=one.id,
                )
            )
    page.refresh()
    return page


def test_the_numbers_for_what_is_on_stand_first_and_few(many_phones: DayPage, watch: Watch) -> None:
    side = many_phones.sheet.side
    shown = [one for one in side.phone_buttons if not one.isHidden()]
    assert (len(shown), len(side.phone_buttons)) == (4, 7)
    side.more_phones.click()
    assert not any(one.isHidden() for one in side.phone_buttons)
    watch.set("15:30")
    with many_phones._office.change("Over") as session:
        for one in session.scalars(select(ProgrammeItem)):
            if one.starts is not None and one.starts.local.hour < 16:
                one.began = one.finished = one.starts
            elif one.title_tr == "Madde 5":
                one.responsible_id = session.scalars(
                    select(Person.id).where(Person.phone == "+90 555 2")
                ).one()
    many_phones.refresh()
    assert side.phone_buttons[0].text().endswith("GÖREVLİ2")


def test_names_stay_whole_beside_long_items(page: DayPage, office: OfficeFile, watch: Watch) -> None:
    with office.change("Long") as session:
        for one in session.scalars(select(ProgrammeItem)):
            one.title_en = "A very long walk through the old bazaar with everybody who is there"
    watch.set("10:00")
    QTest.keyClick(page, Qt.Key.Key_Space)
    members = page.sheet.side.members
    assert members.columnWidth(0) >= members.sizeHintForColumn(0)


def test_p_leads_to_the_numbers(page: DayPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_P)
    assert page.focusWidget() is page.sheet.side.phone_buttons[0]


def test_a_narrow_page_puts_the_side_beneath(page: DayPage, qtbot: QtBot) -> None:
    page.resize(1060, 700)
    qtbot.waitUntil(lambda: page.sheet.side.width() < 500)
    assert page.sheet.side.x() > page.sheet.table.x()
    assert page.sheet.side.width() >= 300
    page.resize(800, 700)
    qtbot.waitUntil(lambda: page.sheet.side.width() > 700)


def test_the_plan_is_whole_in_large_letters(page: DayPage) -> None:
    rows = page.sheet.table.verticalHeader()
    before = rows.defaultSectionSize()
    page.present(True)
    assert page.sheet.table.verticalScrollBar().maximum() == 0
    assert rows.defaultSectionSize() > before
    page.present(False)
    assert rows.defaultSectionSize() == before


def test_the_page_takes_the_keys_when_one_comes(desk: Desk) -> None:
    assert desk.office is not None
    with desk.office.change("Visit") as session:
        visit = Visit(title_tr="Ziyaret", starts=date(2027, 5, 11))
        session.add(visit)
    desk.go(Spot(DAY, visit.id))
    assert desk.page is not None
    assert desk.page.focusWidget() is desk.page
    window, page = desk.window, desk.page
    assert isinstance(page, DayPage)
    page.present(True)
    assert window.navigation.isHidden()
    assert window.frame.isFullScreen()
    desk.go_to_place("today")
    assert not window.navigation.isHidden()
    assert not window.frame.isFullScreen()
    assert not page.is_presenting


def test_the_list_of_shortcuts_names_the_keys_of_the_page_and_of_the_calendar(
    page: DayPage, qtbot: QtBot
) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    named = dialog.shown()
    assert {_(one.label) for one in (*DAY_KEYS, *CALENDAR_KEYS)} <= set(named)
    letters = {one.keys[0] for one in DAY_KEYS}
    acts = {QKeySequence(key).toString() for key in page.acts()}
    assert letters <= acts
