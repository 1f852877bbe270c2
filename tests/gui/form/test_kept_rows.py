"""Tables that read their rows again keep the record one works on, not its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def table(qtbot: QtBot, ground: QWidget) -> PlainTable:
    """A table of four rows that has the focus."""
    made = PlainTable(CellsModel(("What", "Where")), ground)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    _show(made, "abcd")
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    made.setFocus()
    return made


def _show(table: PlainTable, ids: str, more: str = "") -> None:
    model = table.model()
    assert isinstance(model, CellsModel)
    model.show([Line(one, (one, more)) for one in ids])


def _chosen(table: PlainTable) -> str:
    model = table.model()
    return "".join(str(model.index(row, 0).data()) for row in table.selected_rows())


def test_the_keys_go_on_from_the_record_that_was_current(qtbot: QtBot, table: PlainTable) -> None:
    table.go_to(1)
    _show(table, "abcd", "somewhere else")
    assert (_chosen(table), table.currentIndex().row()) == ("b", 1)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert _chosen(table) == "c"


def test_the_record_is_followed_to_its_new_place(qtbot: QtBot, table: PlainTable) -> None:
    table.go_to(1)
    _show(table, "dcab")
    assert (_chosen(table), table.currentIndex().row()) == ("b", 3)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert _chosen(table) == "a"


def test_several_stay_selected_and_more_can_be_added_from_there(qtbot: QtBot, table: PlainTable) -> None:
    table.go_to(2)
    table.select_rows([0, 2])
    _show(table, "abcd", "somewhere else")
    assert (_chosen(table), table.currentIndex().row()) == ("ac", 2)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _chosen(table) == "cd"


def test_after_a_removal_the_next_is_selected_where_one_works(table: PlainTable) -> None:
    table.go_to(1)
    _show(table, "acd")
    assert _chosen(table) == "c"
    table.go_to(2)
    _show(table, "ac")
    assert _chosen(table) == "c"


def test_elsewhere_nothing_is_selected_by_itself(qtbot: QtBot, table: PlainTable) -> None:
    table.go_to(1)
    table.clearFocus()
    _show(table, "acd")
    assert _chosen(table) == ""
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert _chosen(table) == "c"


def test_what_comes_back_is_selected_again(table: PlainTable) -> None:
    table.go_to(1)
    _show(table, "")
    _show(table, "abcd")
    assert (_chosen(table), table.currentIndex().row()) == ("b", 1)
