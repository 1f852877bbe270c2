"""How wide the columns of a table are: by their weights, but no word is broken that could stand whole."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from dipdesk.papers.blocks import Table, Text, both
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.lines import pieces, printable, words
from dipdesk.papers.style import CELL_HEAD, Style, cell_styles

COLUMN_GAP = 10.0
"""Between the columns of a table."""
_MOST = 0.45
"""The part of all columns together that the words of one may ask for; a longer word is broken."""
_LEAST = 0.7
"""Below this part of its own width no column is pressed so that words with hyphens can stay whole."""
_ROUNDING = 0.5
"""Other programs set a word a little wider."""
_PHONE = re.compile(r"\+\d[\d ]*\d")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_Cells = list[tuple[str, Style]]
"""Texts as they will be set, and how."""


class ColumnWidths:
    """The widths of the columns of one table, for any width of the table; the same in all of its rows."""

    def __init__(self, table: Table) -> None:
        self._weights = [column.weight for column in table.columns]
        self._table = table
        self._known: dict[float, list[float]] = {}

    def __call__(self, free: float) -> list[float]:
        """The width of each column, in points; together ``free``."""
        if free not in self._known:
            self._known[free] = self._found(free)
        return self._known[free]

    def _found(self, free: float) -> list[float]:
        usual = _shared(self._weights, free)
        if not any(map(_breaks, self._cells, usual)):
            return usual
        most = free * _MOST
        for cut, least in ((words, _LEAST), (pieces, 0.0)):
            needs = [min(_widest(cells, cut), most) for cells in self._cells]
            widened = _widened(self._weights, needs, free)
            if widened and all(wide >= own * least for wide, own in zip(widened, usual, strict=True)):
                return widened
        return usual

    @cached_property
    def _cells(self) -> list[_Cells]:
        """The texts of each column, that of its head among them."""
        columns = [list(_ready(column.head, CELL_HEAD)) for column in self._table.columns]
        for row in self._table.rows:
            for column, text, style in zip(columns, row.cells, cell_styles(row), strict=True):
                column += _ready(text, style)
        return columns


def _ready(text: Text, style: Style) -> Iterator[tuple[str, Style]]:
    letters = fonts.letters(style.face)
    for wording in both(text):
        yield _PHONE.sub(_whole, printable(wording, letters)), style


def _whole(phone: re.Match[str]) -> str:
    return phone[0].replace(" ", _NO_BREAK)


def _breaks(cells: Iterable[tuple[str, Style]], room: float) -> bool:
    """Whether a word of a column is wider than ``room``; no letter is wider than its type is high."""
    return any(
        len(word) * style.size > room and _wide(word, style) > room
        for text, style in cells
        for word in words(text)
    )


def _widest(cells: Iterable[tuple[str, Style]], cut: Callable[[str], Iterable[str]]) -> float:
    """The room that the widest of the words or pieces of a column needs."""
    wide = (_wide(word, style) for text, style in cells for word in cut(text))
    return max(wide, default=0.0) + _ROUNDING


def _wide(word: str, style: Style) -> float:
    return fonts.letters(style.face).width(word) * style.size


def _shared(weights: Sequence[float], free: float) -> list[float]:
    scale = max(free, 1.0) / sum(weights)
    return [weight * scale for weight in weights]


def _widened(weights: Sequence[float], needs: Sequence[float], free: float) -> list[float]:
    """``free`` shared by weight, but no column narrower than it needs; empty if there is not room for all."""
    if sum(needs) > free:
        return []
    held: dict[int, float] = {}
    while True:
        others = [number for number in range(len(weights)) if number not in held]
        shares = _shared([weights[number] for number in others], free - sum(held.values()))
        short = [number for number, share in zip(others, shares, strict=True) if share < needs[number]]
        if not short:
            found = held | dict(zip(others, shares, strict=True))
            return [found[number] for number in range(len(weights))]
        held |= {number: needs[number] for number in short}
