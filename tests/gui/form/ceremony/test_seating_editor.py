"""The seating editor by mouse and by keyboard: swap, lock, block, seat by itself, ways out, tables, undo."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.actions import guest_list, plan_ceremony, seating_plans
from dipdesk.gui.form.seating.canvas import Canvas
from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.gui.form.seating.ways_out import WaysOutDialog
from dipdesk.gui.toast import Toast
from dipdesk.model import Guest, Placing, SeatingPlan, SeatingTable
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.ceremony.conftest import DAIS, DINNER, HALL


@pytest.fixture
def editor(qtbot: QtBot, filled: OfficeFile) -> Iterator[SeatingEditor]:
    made = SeatingEditor(filled, DAIS)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.reject()


def place(editor: SeatingEditor, seat: str) -> QPoint:
    assert editor.canvas.view is not None
    chair = next(one for one in editor.canvas.view.room.chairs if one.seat == seat)
    return editor.canvas.point(chair.x, chair.y).toPoint()


def seating(editor: SeatingEditor) -> dict[str, str]:
    assert editor.seated is not None
    return dict(editor.seated.seating)


def drag(qtbot: QtBot, editor: SeatingEditor, start: QPoint, end: QPoint) -> None:
    canvas = editor.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def test_dragging_a_guest_onto_another_swaps_them(
    qtbot: QtBot, editor: SeatingEditor, filled: OfficeFile
) -> None:
    before = seating(editor)
    drag(qtbot, editor, place(editor, "1/1"), place(editor, "1/5"))
    after = seating(editor)
    assert (after["1/1"], after["1/5"]) == (before["1/5"], before["1/1"])
    assert editor.canvas.seat == "1/5"
    filled.undo()
    assert seating(editor) == before


def test_by_keyboard_a_chair_is_chosen_and_a_guest_found_by_name(
    qtbot: QtBot, editor: SeatingEditor, type_text: Callable[[QWidget, str], None]
) -> None:
    canvas = editor.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    for _step in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    seat = canvas.seat
    assert seat
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.side.search.hasFocus())
    type_text(editor.side.search, "mithal")
    qtbot.keyClick(editor.side.search, Qt.Key.Key_Return)
    assert editor.seated is not None
    assert editor.seated.attendee(seating(editor)[seat]).person.family_name == "al-Mithal"
    qtbot.waitUntil(canvas.hasFocus)
    after = seating(editor)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seating(editor) != after


def test_undo_reaches_the_plan_from_the_empty_search(qtbot: QtBot, editor: SeatingEditor) -> None:
    before = seating(editor)
    editor.canvas.choose("1/3")
    editor.deeds.take_off("1/3")
    assert seating(editor) != before
    editor.side.search.setFocus()
    qtbot.waitUntil(editor.side.search.hasFocus)
    qtbot.keyClick(editor.side.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seating(editor) == before


def test_a_word_about_a_step_goes_when_the_step_is_undone(qtbot: QtBot, editor: SeatingEditor) -> None:
    editor.deeds.take_off("1/3")
    assert [one for one in editor.findChildren(Toast) if one.isVisible()]
    editor.actions_of["undo"].trigger()
    assert not [one for one in editor.findChildren(Toast) if one.isVisible()]


def test_the_reasons_of_seats_can_be_read_in_full(qtbot: QtBot, editor: SeatingEditor) -> None:
    editor.side.setCurrentWidget(editor.side.table)
    QApplication.processEvents()
    table, metrics = editor.side.table, editor.side.table.fontMetrics()
    for row, line in enumerate(editor.side.model.lines):
        room = QRect(0, 0, table.columnWidth(2) - 10, 10_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.cells[2]).height()
        assert table.rowHeight(row) >= min(needed, 4 * metrics.lineSpacing())
    assert table.maximumHeight() > 10_000


def test_only_the_guest_of_the_chosen_chair_is_chosen_in_the_list(
    qtbot: QtBot, editor: SeatingEditor
) -> None:
    editor.canvas.choose("1/2")
    editor.actions_of["block"].trigger()
    editor.canvas.choose("")
    editor.canvas.choose("1/1")
    assert editor.side.guests.chosen() == [seating(editor)["1/1"]]
    assert editor.side.guests.currentItem().isSelected()


def test_a_locked_guest_neither_moves_nor_gives_way(qtbot: QtBot, editor: SeatingEditor) -> None:
    editor.canvas.choose("1/8")
    editor.actions_of["lock"].trigger()
    before = seating(editor)
    drag(qtbot, editor, place(editor, "1/1"), place(editor, "1/8"))
    assert seating(editor) == before
    drag(qtbot, editor, place(editor, "1/8"), place(editor, "1/1"))
    assert seating(editor) == before
    assert editor.actions_of["lock"].isChecked()
    editor.canvas.choose("1/1")
    assert not editor.actions_of["lock"].isChecked()


def test_the_rules_seat_everybody_but_the_locked(qtbot: QtBot, editor: SeatingEditor) -> None:
    editor.canvas.choose("1/1")
    editor.actions_of["lock"].trigger()
    locked = seating(editor)["1/1"]
    editor.canvas.choose("1/17")
    editor.actions_of["block"].trigger()
    with qtbot.waitSignal(editor.canvas.chosen, timeout=100, raising=False):
        pass
    steps = len(editor._office.undo_labels())
    editor.actions_of["seat"].trigger()
    qtbot.waitUntil(lambda: len(editor._office.undo_labels()) > steps)
    after = seating(editor)
    assert after["1/1"] == locked
    assert "1/17" not in after
    assert editor.seated is not None
    assert editor.seated.plan.unseated == ()


def test_three_who_do_not_come_leave_a_plan_with_few_moves(
    qtbot: QtBot, editor: SeatingEditor, filled: OfficeFile
) -> None:
    seats = seating(editor)
    absent = [seats["1/2"], seats["1/9"], seats["1/14"]]
    for row in range(editor.side.guests.count()):
        item = editor.side.guests.item(row)
        item.setSelected(item.data(Qt.ItemDataRole.UserRole) in absent)

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WaysOutDialog)
        assert dialog.list.count() >= 2
        dialog.accept()

    QTimer.singleShot(100, take)
    editor.actions_of["absent"].trigger()
    assert not set(absent) & set(seating(editor).values())
    with filled.read() as session:
        assert {session.get_one(Guest, one).state for one in absent} == {"absent"}
    filled.undo()
    assert seating(editor) == seats


def test_a_chair_whose_guest_does_not_come_is_told_with_the_ways_out(
    qtbot: QtBot, editor: SeatingEditor, filled: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seating(editor)
    guest_list.set_state(filled, [before["1/2"]], "declined")
    editor.side.setCurrentIndex(2)
    remarks = editor.side.remarks
    assert "1/2" not in seating(editor)
    assert editor.seated is not None
    name = editor.seated.gaps["1/2"].title()
    assert name in remarks.item(0).text()
    assert any(name in line.cells[1] for line in editor.side.model.lines)

    def take(dialog: WaysOutDialog) -> int:
        dialog.list.setCurrentRow(1)
        return 1

    monkeypatch.setattr(WaysOutDialog, "exec", take)
    remarks.setCurrentRow(0)
    qtbot.keyClick(remarks, Qt.Key.Key_Return)
    assert "1/2" in seating(editor)
    assert set(seating(editor).values()) == set(before.values()) - {before["1/2"]}
    assert not any(name in remarks.item(row).text() for row in range(remarks.count()))


def test_ways_out_stand_apart_each_with_room_for_its_moves(qtbot: QtBot, editor: SeatingEditor) -> None:
    seats = seating(editor)
    absent = [seats["1/2"], seats["1/9"]]
    assert editor.seated is not None
    ways = seating_plans.ways_out(editor.seated, absent)
    dialog = WaysOutDialog(editor.seated, absent, ways, editor._seat_name, editor)
    dialog.show()
    with qtbot.waitExposed(dialog):
        pass
    view = dialog.list
    rects = [view.visualItemRect(view.item(row)) for row in range(view.count())]
    line = dialog.fontMetrics().lineSpacing()
    for way, rect in zip(ways, rects, strict=True):
        assert rect.height() >= (1 + bool(way.moves) + len(way.moves)) * line
    assert all(one.bottom() < other.top() for one, other in pairwise(rects))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert dialog.chosen is ways[1]
    dialog.reject()


def test_delete_takes_a_guest_off_and_the_list_says_so(qtbot: QtBot, editor: SeatingEditor) -> None:
    editor.canvas.setFocus()
    editor.canvas.choose("1/3")
    guest = seating(editor)["1/3"]
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert guest not in seating(editor).values()
    assert editor.side.guests.item(0).data(Qt.ItemDataRole.UserRole) == guest
    assert "without a seat" in editor.side.remarks.item(0).text()


def test_the_table_of_seats_is_the_twin_of_the_room(qtbot: QtBot, editor: SeatingEditor) -> None:
    QAbstractItemModelTester(editor.side.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    editor.side.table.selectRow(4)
    assert editor.canvas.seat == "1/5"
    editor.canvas.choose("1/7")
    assert editor.side.table.currentIndex().row() == 6
    assert editor.canvas.accessibleDescription().startswith("Row 1, place 7: ")


def test_tables_of_a_hall_are_moved_and_stay_there(qtbot: QtBot, filled: OfficeFile) -> None:
    plan_ceremony.invite_delegations(filled, DINNER)
    made = SeatingEditor(filled, HALL)
    made.show()
    with qtbot.waitExposed(made):
        pass
    assert made.canvas.view is not None
    board = next(one for one in made.canvas.view.room.boards if one.name == "2")
    start = made.canvas.point(board.x, board.y).toPoint()
    drag(qtbot, made, start, start + QPoint(0, -60))
    with filled.read() as session:
        table = session.scalars(select(SeatingTable).where(SeatingTable.name == "2")).one()
        assert table.y is not None
        assert table.y < 600
    made.canvas.zoom(1.5, QPointF(10, 10))
    made.canvas.fit()
    made.reject()


@pytest.mark.parametrize("layout", ["couples", "long_cohost"])
def test_a_layout_that_cannot_be_says_why(qtbot: QtBot, filled: OfficeFile, layout: str) -> None:
    with filled.change("a layout") as session:
        session.get_one(SeatingPlan, DAIS).layout = layout
    made = SeatingEditor(filled, DAIS)
    made.show()
    assert made.message.isVisible()
    assert made.message.text()
    assert not made.canvas.isEnabled()
    made.reject()


def test_more_guests_than_seats_are_named(qtbot: QtBot, filled: OfficeFile) -> None:
    with filled.change("few seats") as session:
        session.get_one(SeatingPlan, DAIS).seats = 3
        for one in session.scalars(select(Placing).where(Placing.plan_id == DAIS)):
            session.delete(one)
    made = SeatingEditor(filled, DAIS)
    made.show()
    steps = len(filled.undo_labels())
    made.actions_of["seat"].trigger()
    qtbot.waitUntil(lambda: len(filled.undo_labels()) > steps)
    assert made.seated is not None
    assert len(made.seated.plan.unseated) == 14
    made.reject()


def test_a_room_that_cannot_be_shown_is_painted_without_a_word(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 100)
    assert canvas.grab().width() == 200
    canvas.resize(0, 100)
    assert canvas._paint_still().isNull()
