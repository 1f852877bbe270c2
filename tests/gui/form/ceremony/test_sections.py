"""The page of a ceremony: the order with its reasons, moves by hand, states, running order, seats, flags."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.ceremony.flag_section import FlagSection
from dipdesk.gui.form.ceremony.order_section import OrderSection
from dipdesk.gui.form.ceremony.reason_dialog import ReasonDialog
from dipdesk.gui.form.ceremony.running_section import RunningSection
from dipdesk.gui.form.ceremony.seat_section import SeatSection
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.model import Ceremony, Guest, GuestMove, Phase, Placing, SeatingPlan
from dipdesk.model.ceremony import GUEST_STATES
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.ceremony.conftest import DAIS, DINNER, SIGNING

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def order(qtbot: QtBot, filled: OfficeFile) -> OrderSection:
    made = OrderSection(filled, SIGNING)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def names(section: OrderSection) -> list[str]:
    return [line.cells[1] for line in section.model.lines]


def test_everybody_stands_in_order_with_a_reason(order: OrderSection) -> None:
    QAbstractItemModelTester(order.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(order)[0] == "Dr. Katharina MUSTERFRAU"
    assert len(order.model.lines) == 17
    assert all(line.cells[3] for line in order.model.lines[:-1])
    assert [line.cells[0] for line in order.model.lines if "*" in line.cells[0]] == ["4 *"]
    assert "moved by hand" in order.note.text()


def test_a_digit_sets_the_state_and_takes_the_place_away(
    qtbot: QtBot, order: OrderSection, filled: OfficeFile
) -> None:
    order.table.setFocus()
    order.table.selectRow(2)
    guest, post = order.current(), order.model.lines[2].cells[2]
    qtbot.keyClicks(order.table, "6")
    with filled.read() as session:
        assert session.get_one(Guest, guest).state == "absent"
    assert order.model.lines[-1].row_id == guest
    assert order.model.lines[-1].cells[0] == "–"
    assert order.model.lines[-1].cells[2] == post != ""
    filled.undo()
    order.refresh()
    assert order.model.lines[2].row_id == guest


@pytest.mark.parametrize(("digit", "state"), [(str(n), one) for n, one in enumerate(GUEST_STATES, 1)])
def test_every_state_has_its_digit(
    qtbot: QtBot, order: OrderSection, filled: OfficeFile, digit: str, state: str
) -> None:
    order.table.selectRow(4)
    guest = order.current()
    qtbot.keyClicks(order.table, digit)
    with filled.read() as session:
        assert session.get_one(Guest, guest).state == state


def answer(text: str, type_text: Callable[[QWidget, str], None]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.line, text)
    dialog.accept() if text.strip() else dialog.reject()


@pytest.mark.parametrize("width", [560, 700, 1000])
def test_reasons_can_be_read_in_full(order: OrderSection, width: int) -> None:
    order.resize(width, 900)
    QApplication.processEvents()
    table, metrics = order.table, order.table.fontMetrics()
    column = 3
    for row, line in enumerate(order.model.lines):
        room = QRect(0, 0, table.columnWidth(column) - 2 * 5, 10_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.cells[column]).height()
        if needed <= 4 * metrics.lineSpacing():
            assert table.rowHeight(row) >= needed
    assert sum(table.columnWidth(place) for place in range(5)) <= table.viewport().width() + 1
    assert table.columnWidth(column) > table.viewport().width() * 0.35


def test_a_move_by_hand_wants_a_reason_and_can_be_taken_back(
    qtbot: QtBot, order: OrderSection, filled: OfficeFile, type_text: Callable[[QWidget, str], None]
) -> None:
    before = names(order)
    order.table.setFocus()
    order.table.selectRow(5)
    QTimer.singleShot(50, lambda: answer("", type_text))
    qtbot.keyClick(order.table, Qt.Key.Key_Up, CTRL_SHIFT)
    assert names(order) == before
    QTimer.singleShot(50, lambda: answer("Karar", type_text))
    qtbot.keyClick(order.table, Qt.Key.Key_Up, CTRL_SHIFT)
    assert names(order)[4:6] == [before[5], before[4]]
    assert order.model.lines[4].cells[3] == "Moved by hand: Karar"
    order.take_back()
    assert names(order) == before
    with filled.read() as session:
        assert len(session.scalars(select(GuestMove)).all()) == 1


def test_a_frozen_order_can_be_released(qtbot: QtBot, order: OrderSection, filled: OfficeFile) -> None:
    qtbot.mouseClick(order.freeze_button, Qt.MouseButton.LeftButton)
    with filled.read() as session:
        assert session.get_one(Ceremony, SIGNING).frozen_on is not None
    assert order.freeze_button.text() == "Release"
    assert "frozen" in order.note.text()
    qtbot.mouseClick(order.freeze_button, Qt.MouseButton.LeftButton)
    assert order.freeze_button.text() == "Freeze"


def test_a_ceremony_is_planned_and_delegations_are_invited(qtbot: QtBot, filled: OfficeFile) -> None:
    section = OrderSection(filled, DINNER)
    qtbot.addWidget(section)
    section.show()
    assert not section.table.isVisible()
    qtbot.mouseClick(section.invite_button, Qt.MouseButton.LeftButton)
    assert len(section.model.lines) > 20
    qtbot.mouseClick(section.plan_button, Qt.MouseButton.LeftButton)
    with filled.read() as session:
        assert session.scalars(select(Phase).where(Phase.ceremony_id == DINNER)).all()
    assert filled.undo_label == "Ceremony planned"


def test_points_move_and_stretch_by_keyboard(qtbot: QtBot, filled: OfficeFile) -> None:
    section = RunningSection(filled, SIGNING)
    qtbot.addWidget(section)
    section.show()
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert section.model.lines[1].cells[0].replace("\u202f", " ").startswith(("17:25", "5:25"))
    section.table.setFocus()
    section.table.selectRow(0)
    qtbot.keyClicks(section.table, "++")
    assert section.model.lines[0].cells[1] == "12"
    assert "27" in section.model.lines[1].cells[0]
    section.table.selectRow(2)
    third = section.current()
    qtbot.keyClick(section.table, Qt.Key.Key_Up, CTRL_SHIFT)
    assert section.model.lines[1].row_id == third
    section.table.selectRow(0)
    qtbot.keyClick(section.table, Qt.Key.Key_Up, CTRL_SHIFT)
    assert section.model.lines[1].row_id == third


def test_flags_are_drawn_from_both_sides(qtbot: QtBot, filled: OfficeFile) -> None:
    section = FlagSection(filled, SIGNING)
    qtbot.addWidget(section)
    section.resize(800, 600)
    section.show()
    assert [view.accessibleName() for view in section.views] == [
        "Türkiye, Germany, European Union",
        "European Union, Germany, Türkiye",
    ]


def test_the_editor_opens_from_the_page(qtbot: QtBot, filled: OfficeFile) -> None:
    section = SeatSection(filled, SIGNING)
    qtbot.addWidget(section)
    section.resize(800, 600)
    section.show()
    with qtbot.waitExposed(section):
        pass
    qtbot.mouseClick(next(iter(section.edit_buttons.values())), Qt.MouseButton.LeftButton)
    assert section.editor is not None
    assert section.editor.isVisible()
    section.editor.reject()


def test_a_plan_that_is_called_as_its_kind_is_named_once(qtbot: QtBot, filled: OfficeFile) -> None:
    with filled.change("a plan") as session:
        session.add(SeatingPlan(ceremony_id=DINNER, layout="bilateral", name_en="Bilateral table"))
    section = SeatSection(filled, DINNER)
    qtbot.addWidget(section)
    heads = [one.text() for one in section.findChildren(Wrapped) if "Bilateral" in one.text()]
    assert heads == ["Bilateral table"]


def test_whose_chair_is_empty_is_told_below_the_plan(qtbot: QtBot, filled: OfficeFile) -> None:
    with filled.change("somebody drops out") as session:
        placing = session.scalars(select(Placing).where(Placing.plan_id == DAIS)).first()
        assert placing is not None
        guest = session.get_one(Guest, placing.guest_id)
        guest.state = "declined"
        name = guest.title()
    section = SeatSection(filled, SIGNING)
    qtbot.addWidget(section)
    said = [one.text() for one in section.findChildren(QLabel)]
    assert f"{name} does not come; the chair is empty." in said


@pytest.mark.parametrize("maker", [OrderSection, RunningSection, SeatSection, FlagSection])
def test_an_empty_ceremony_says_what_belongs_there(
    qtbot: QtBot, filled: OfficeFile, maker: Callable[[OfficeFile, str], QWidget]
) -> None:
    with filled.change("a ceremony") as session:
        empty = Ceremony(title_tr="<b>Boş</b>")
        session.add(empty)
    section = maker(filled, empty.id)
    qtbot.addWidget(section)
    section.show()
    assert section._empty.isVisible()  # type: ignore[attr-defined]
