"""The list beside the board, and the dialogs that move many items at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.programme.foresight import ShiftDialog, WorkBackDialog
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.model import ProgrammeItem
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.programme.conftest import at, key, when

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def listed(section: ProgrammeSection) -> ProgrammeSection:
    section.tools.list.click()
    section.table.setFocus()
    return section


def column(section: ProgrammeSection, number: int) -> list[str]:
    return [line.cells[number] for line in section.table.lines.lines]


def test_day_and_hours_are_never_cut_while_titles_can_give_way(
    visited: OfficeFile, listed: ProgrammeSection
) -> None:
    def needs(place: int, text: str) -> int:
        return listed.table.fontMetrics().horizontalAdvance(text) + 10

    listed.resize(820, 700)
    table = listed.table
    assert table.columnWidth(0) >= needs(0, "12 May 2027")
    assert table.columnWidth(1) >= needs(1, "10:00–10:30")
    with visited.change("a call to Tokyo") as session:
        item = session.get_one(ProgrammeItem, key("call"))
        item.starts, item.ends = at("12 11:45").seen_in("Asia/Tokyo"), at("12 12:15").seen_in("Asia/Tokyo")
    assert table.columnWidth(1) < needs(1, table.lines.lines[2].cells[1])


def test_both_languages_stand_side_by_side_and_every_trouble_is_read(
    visited: OfficeFile, listed: ProgrammeSection
) -> None:
    assert listed.board.isHidden() or not listed.board.isVisible()
    assert column(listed, 2)[:2] == ["Havalimanında karşılama", "Otele yerleşme"]
    assert column(listed, 3)[:2] == ["Welcome at the airport", "Check-in"]
    with visited.change("overlap") as session:
        session.get_one(ProgrammeItem, key("hotel")).ends = session.get_one(ProgrammeItem, key("lunch")).ends
    assert "“Check-in” and “Lunch” overlap by 60 minutes." in column(listed, 8)[1]
    assert "“Check-in” and “Lunch” overlap by 60 minutes." in column(listed, 8)[3]


def test_what_is_chosen_stays_chosen_in_both(listed: ProgrammeSection) -> None:
    listed.table.selectRow(3)
    assert listed.item == key("lunch")
    listed.tools.days.click()
    assert listed.board.item == key("lunch")
    listed.board.choose(key("flight"))
    listed.tools.list.click()
    assert listed.table.current() == key("flight")


def test_keys_move_in_the_list_too(visited: OfficeFile, listed: ProgrammeSection) -> None:
    listed.table.selectRow(0)
    QTest.keyClick(listed.table, Qt.Key.Key_Down, CTRL | SHIFT)
    assert when(visited, "arrival") == "12 10:15–10:45"
    assert when(visited, "hotel") == "12 11:15–11:45"
    QTest.keyClick(listed.table, Qt.Key.Key_Down, SHIFT)
    assert when(visited, "arrival") == "12 10:15–10:50"
    QTest.keyClick(listed.table, Qt.Key.Key_Delete)
    with visited.read() as session:
        assert session.get(ProgrammeItem, key("arrival")) is None
    assert listed.item == key("hotel")


def test_f2_edits_a_title_in_place(qtbot: QtBot, visited: OfficeFile, listed: ProgrammeSection) -> None:
    listed.table.setCurrentIndex(listed.table.lines.index(3, 3))
    QTest.keyClick(listed.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Lunch"
    editor.setText("Working lunch")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(listed, 3)[3] == "Working lunch")
    assert visited.undo_label == "Programme: text of an item changed"
    visited.undo()
    assert column(listed, 3)[3] == "Lunch"


def test_everything_from_here_shows_what_follows_first(
    visited: OfficeFile, section: ProgrammeSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def answer(dialog: ShiftDialog) -> int:
        dialog.minutes.setValue(120)
        seen.extend(dialog.preview.item(row).text() for row in range(dialog.preview.count()))
        return 1

    monkeypatch.setattr(ShiftDialog, "exec", answer)
    section.choose(key("arrival"))
    section.shift_button.click()
    assert seen[:2] == ["Welcome at the airport: 10:00 → 12:00", "Check-in: 11:00 → 13:00"]
    assert "“Check-in” and “Lunch” overlap by 30 minutes." in seen
    assert when(visited, "arrival") == "12 12:00–12:30"
    assert when(visited, "lunch") == "12 13:00–14:00"
    visited.undo()
    assert when(visited, "hotel") == "12 11:00–11:30"


def test_with_fixed_ones_the_whole_day_moves(section: ProgrammeSection) -> None:
    assert section._programme is not None
    dialog = ShiftDialog(section._programme, key("call"), section)
    dialog.with_fixed.setChecked(True)
    dialog.minutes.setValue(-15)
    assert dialog.found is not None
    assert [one.stop.id for one in dialog.found.moves] == [key("call"), key("lunch"), key("dinner")]
    dialog.minutes.setValue(0)
    assert not dialog.main.isEnabled()
    assert dialog.preview.item(0).text() == "Nothing moves."
    dialog.reject()


def test_work_back_from_an_end_and_a_clock_that_is_none(
    visited: OfficeFile, section: ProgrammeSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: WorkBackDialog) -> int:
        dialog.clock.setText("soon")
        assert not dialog.main.isEnabled()
        assert "soon" in dialog.trouble.text()
        dialog.clock.setText("11:45")
        return 1

    monkeypatch.setattr(WorkBackDialog, "exec", answer)
    section.choose(key("hotel"))
    section.back_button.click()
    assert when(visited, "hotel") == "12 11:15–11:45"
    assert when(visited, "arrival") == "12 10:00–10:30"


def test_the_menu_says_how_firmly_an_item_stands(visited: OfficeFile, section: ProgrammeSection) -> None:
    section.choose(key("lunch"))
    menu = section.menu()
    words = [one.text() for one in menu.actions() if one.text()]
    assert words[:3] == ["Open", "Add below", "Remove"]
    starts = next(one.menu() for one in menu.actions() if one.menu() is not None)
    linked = starts.actions()[2]  # type: ignore[attr-defined]
    linked.trigger()
    with visited.read() as session:
        assert session.get_one(ProgrammeItem, key("lunch")).timing == "linked"
    menu.close()


def test_buttons_wait_for_a_chosen_item(section: ProgrammeSection) -> None:
    assert not section.shift_button.isEnabled()
    section.choose(key("lunch"))
    assert section.shift_button.isEnabled()
    section.board.choose("")
    assert not section.back_button.isEnabled()


Show = Callable[[OfficeFile], ProgrammeSection]


def test_the_list_in_turkish(visited: OfficeFile, show: Show) -> None:
    section = show(visited)
    section.tools.list.click()
    assert not section.grab().isNull()
    heads = [
        section.table.lines.headerData(at, Qt.Orientation.Horizontal)
        for at in range(section.table.lines.columnCount())
    ]
    assert len(heads) == 9
    assert all(heads)
