"""Columns of a table in a page share the width: what some do not need, the others get."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line

_LONG = "Answer of the Mayor given, the days held in the calendar, the interpreters and the hall asked for"


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _table(ground: QWidget, cells: tuple[str, ...], width: int) -> PlainTable:
    model = CellsModel(tuple(f"Head {place}" for place in range(len(cells))))
    table = PlainTable(model, ground)
    model.show([Line("a", cells)])
    table.resize(width, 100)
    ground.show()
    table.fit()
    return table


def _wanted(table: PlainTable) -> list[int]:
    head = table.horizontalHeader()
    return [
        max(table.sizeHintForColumn(place), head.sectionSizeHint(place))
        for place in range(table.model().columnCount())
    ]


def test_a_long_text_stands_whole_where_there_is_room(ground: QWidget) -> None:
    table = _table(ground, (_LONG, "12 May 2027", "Ayşe YILMAZ", ""), 1400)
    wanted = _wanted(table)
    assert sum(wanted) < table.viewport().width()
    assert all(table.columnWidth(place) >= width for place, width in enumerate(wanted))


def test_a_long_text_takes_all_that_the_others_leave(ground: QWidget) -> None:
    table = _table(ground, (_LONG, "12 May 2027", "Ayşe YILMAZ", ""), 640)
    wanted = _wanted(table)
    widths = [table.columnWidth(place) for place in range(4)]
    assert wanted[0] > widths[0] > 640 / 2
    assert widths[1:3] == wanted[1:3]
    assert sum(widths) == table.viewport().width()


def test_every_long_text_gives_way_alike(ground: QWidget) -> None:
    table = _table(ground, (_LONG, "12 May 2027", _LONG), 640)
    assert abs(table.columnWidth(0) - table.columnWidth(2)) <= 1
    assert table.columnWidth(1) == _wanted(table)[1]


def test_a_day_and_its_hour_stand_whole_while_there_is_room(ground: QWidget) -> None:
    table = _table(ground, (_LONG, _LONG, "15 September 2026 14:30", _LONG), 520)
    table.keep_whole({2})
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
    assert sum(table.columnWidth(place) for place in range(4)) <= table.viewport().width()


def test_heads_give_way_before_a_day(ground: QWidget) -> None:
    model = CellsModel(("A rather long head of a column", "Day", "Another long head"))
    table = PlainTable(model, ground)
    model.show([Line("a", (_LONG, "15 September 2026 14:30", _LONG))])
    table.resize(330, 100)
    ground.show()
    table.fit()
    table.keep_whole({1})
    assert sum(_wanted(table)[place] if place == 1 else _head(table, place) for place in range(3)) > 330
    assert table.columnWidth(1) == _wanted(table)[1]
    assert sum(table.columnWidth(place) for place in range(3)) <= table.viewport().width()


def test_what_a_row_is_stays_readable_beside_days(ground: QWidget) -> None:
    cells = ("12 May 2027", _LONG, "Ayşe Nur YILMAZ ÖZTÜRK", "14 May 2027", "Destek Hizmetleri Müdürlüğü")
    table = _table(ground, cells, 520)
    table.keep_whole({0, 3})
    letter = table.fontMetrics().averageCharWidth()
    assert table.columnWidth(1) >= 18 * letter
    assert all(table.columnWidth(place) >= 8 * letter for place in (2, 4))
    assert all(table.columnWidth(place) == _wanted(table)[place] for place in (0, 3))
    assert sum(table.columnWidth(place) for place in range(5)) <= table.viewport().width()


def test_the_bar_to_scroll_sideways_covers_no_row(ground: QWidget) -> None:
    table = _table(ground, (_LONG, _LONG, "15 September 2026 14:30", "16 September 2026 14:30"), 900)
    table.keep_whole({2, 3})
    table.show()
    high = table.height()
    table.resize(400, high)
    assert table.horizontalHeader().length() > table.viewport().width()
    assert table.height() == high + table.horizontalScrollBar().sizeHint().height()
    table.resize(900, table.height())
    assert table.height() == high


def test_columns_can_be_left_out_where_not_all_can_be_read(ground: QWidget) -> None:
    table = _table(ground, (_LONG, "12 May 2027", "Ayşe Nur YILMAZ", "14 May 2027", "Dış İlişkiler"), 900)
    table.leave_out([4, 3, 0])
    assert not any(table.isColumnHidden(place) for place in range(5))
    table.resize(250, 100)
    assert [place for place in range(5) if table.isColumnHidden(place)] == [3, 4]
    table.resize(900, 100)
    assert not any(table.isColumnHidden(place) for place in range(5))
    table.setColumnHidden(2, True)
    table.resize(880, 100)
    assert [place for place in range(5) if table.isColumnHidden(place)] == [2]


def _head(table: PlainTable, place: int) -> int:
    return table.horizontalHeader().sectionSizeHint(place)
