"""How wide the columns of a table are."""

import pytest

from dipdesk.papers.blocks import Column, Row, Table
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.columns import ColumnWidths
from dipdesk.papers.style import CELL, Face

FREE = 420.0


def widths(cells: tuple[str, ...], weights: tuple[float, ...], free: float = FREE) -> list[float]:
    heads = (Column("", weight) for weight in weights)
    return ColumnWidths(Table(tuple(heads), (Row(cells),)))(free)


def wide(text: str) -> float:
    return fonts.letters(Face.REGULAR).width(text) * CELL.size


def test_columns_in_which_every_word_fits_keep_their_shares() -> None:
    assert widths(("Directorate of Culture", "13 May 2027"), (2, 1)) == [280, 140]


@pytest.mark.parametrize("free", [150.0, 420.0])
def test_a_column_gets_the_room_that_its_longest_word_needs(free: float) -> None:
    first, *others = widths(("Departure", "leaves 12 May 2027", "four people"), (0.1, 1, 1), free)
    assert first >= wide("Departure")
    assert first + sum(others) == pytest.approx(free)
    assert others[0] == others[1]


def test_a_head_counts_like_its_cells() -> None:
    table = Table((Column("Direction", 0.1), Column("When", 1)), ())
    assert ColumnWidths(table)(FREE)[0] > wide("Directio")


def test_a_word_of_any_length_leaves_the_others_whole() -> None:
    _long, second, third = widths(("x" * 300, "Departure", "Örnekkent"), (1, 0.1, 0.1))
    assert second >= wide("Departure")
    assert third >= wide("Örnekkent")


def test_a_telephone_number_stays_in_one_line() -> None:
    assert widths(("Ece PROVA\n+90 000 000 01 11", "4"), (0.1, 1))[0] >= wide("+90 000 000 01 11")


def test_long_words_with_hyphens_break_there_rather_than_press_the_others() -> None:
    cells = ("E-00000000-724.01-0123", "Örnekkentli Beispielburger", "Wohlfahrtsverbandes")
    first, second, third = widths(cells, (1, 1, 1), 230.0)
    assert wide("E-00000000-") <= first < wide(cells[0])
    assert second >= wide("Beispielburger")
    assert third >= wide("Wohlfahrtsverbandes")
