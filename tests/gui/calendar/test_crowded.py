"""Much in the calendar: days that hold more than fits, and the list that leads through them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dipdesk.gui import theme
from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.day_list import DayList
from dipdesk.gui.calendar.hours_board import HoursBoard
from dipdesk.gui.calendar.month_board import MonthBoard
from dipdesk.model import (
    Commitment,
    Leave,
    Person,
    Visit,
)
from dipdesk.store.office_file import OfficeFile
from tests.gui.calendar.conftest import TODAY, Make, add, board, drawn, settle


def test_the_day_follows_the_row_of_the_list(qtbot: QtBot, make: Make, office: OfficeFile) -> None:
    person = Person(family_name="Yılmaz")
    add(office, person, Commitment(what_tr="Erken", due=date(2027, 5, 10)))
    add(office, Commitment(what_tr="Geç", due=date(2027, 5, 20)))
    add(office, Leave(person_id=person.id, starts=date(2027, 4, 1), ends=date(2027, 5, 30)))
    page = make()
    page.look("list")
    listed = page.views["list"]
    assert isinstance(listed, DayList)
    listed.setFocus()
    one = listed.current()
    assert one is not None
    assert one.first >= TODAY  # not what began weeks ago
    row = next(at for at, one in enumerate(listed.entries) if one.title == "Erken")
    listed.table.selectRow(row)
    assert page.day == date(2027, 5, 10)
    assert listed.table.currentIndex().row() == row
    settle(qtbot, page)
    listed.table.selectRow(0)
    assert page.day >= date(2027, 5, 1)


def test_a_crowded_day_shows_as_much_as_there_is_room_for(make: Make, office: OfficeFile) -> None:
    add(office, *(Commitment(what_tr=f"Söz {number}", due=TODAY) for number in range(40)))
    page = make()
    drawn(page)
    month = board(page)
    assert isinstance(month, MonthBoard)
    boxes = [box for box, one in month.boxes if one.title.startswith("Söz")]
    step = boxes[1].top() - boxes[0].top()
    cell = month._cell((TODAY - month.sight.first).days)
    assert boxes[-1].bottom() <= cell.bottom() <= boxes[-1].bottom() + step


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_crowded_days_say_how_much_more(
    qapp: QApplication, make: Make, office: OfficeFile, mode: theme.Mode
) -> None:
    person = Person(family_name="Yılmaz")
    add(office, person, *(Commitment(what_tr=f"Söz {number}", due=TODAY) for number in range(40)))
    add(office, Leave(person_id=person.id, starts=date(2027, 1, 1), ends=date(2027, 12, 31)))
    theme.apply(qapp, mode, 100)
    page = make()
    shown = drawn(page)
    assert 0 < len([one for one in shown if one.startswith("Söz")]) < 40
    assert len(page.panel.rows) == 25


def test_a_month_of_six_weeks_fits_in_large_letters_on_a_small_laptop(
    qapp: QApplication, make: Make, office: OfficeFile
) -> None:
    add(office, *(Commitment(what_tr=f"Söz {number}", due=date(2027, 5, 31)) for number in range(3)))
    theme.apply(qapp, "light", 150)
    page = make()
    page.resize(980, 580)
    assert page.minimumSizeHint().height() <= 580
    page.go(date(2027, 5, 31))
    assert "Söz 0" in drawn(page)


def test_only_whole_lines_are_drawn(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    line = metrics.lineSpacing()
    assert [tiles.whole_lines(metrics, height) for height in (line - 1, 2.5 * line, 3 * line)] == [
        0,
        2 * line,
        3 * line,
    ]


def test_with_ctrl_a_pill_shows_only_its_sort_and_once_more_everything(make: Make, visit: Visit) -> None:
    page = make()
    pill = next(one for one in page.sorts.pills if one.key == "programme")
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton, ctrl)
    assert {one.key for one in page.sorts.pills if one.isChecked()} == {"programme"}
    assert set(drawn(page)) == {"Reception", "Lunch"}
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton, ctrl)
    assert all(one.isChecked() for one in page.sorts.pills)
    assert "Delegation of Ganja" in drawn(page)


def test_the_hours_are_gone_through_with_the_keys(make: Make, visit: Visit) -> None:
    page = make()
    page.look("day")
    page.resize(1100, 500)
    hours = page.views["day"]
    assert isinstance(hours, HoursBoard)
    before = hours.bar.value()
    QTest.keyClick(hours, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert hours.bar.value() == before + hours._hour
    QTest.keyClick(hours, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert hours.bar.value() == before
    assert page.day == TODAY
