"""Tables: rows under heads that stand again on every page; a row that is longer than a page is split."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from dipdesk.papers.blocks import Align, Ink, Row, Table
from dipdesk.papers.pdf.boxes import Beside, Box, Gap, Words, worded
from dipdesk.papers.pdf.columns import COLUMN_GAP, ColumnWidths
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import CELL_HEAD, CELL_MUTED, RULE, THIN, Style, cell_styles

_PADDING = 3.5
_WORTH_SPLITTING = 160.0
"""Lower rows go to the next page as a whole."""
_WORTH_STARTING = 80.0
"""No split row begins in less room than this."""
_HIGHEST_HEAD = 180.0
"""A higher head stands once only, as if it were a row."""


_ENOUGH = 3
"""After so many rows one goes to the next page with the last, so that it does not stand there alone."""


class Line(Beside):
    """A row: its cells, air above and below, and a rule under it."""

    def __init__(self, cells: Sequence[Box], columns: ColumnWidths, head: bool = False) -> None:
        super().__init__(cells, (), COLUMN_GAP)
        self._of_table, self._head = columns, head

    def _widths(self, free: float) -> list[float]:
        return self._of_table(free)

    def height(self, width: float) -> float:
        return super().height(width) + 2 * _PADDING

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        role = "TH" if self._head else "TD"
        with sheet.part("TR"):
            for cell, left, wide in self._columns(width):
                with sheet.part(role):
                    cell.paint(sheet, x + left, top + _PADDING, wide)
        bottom = top + self.height(width)
        colour, thickness = (Ink.MUTED, RULE) if self._head else (Ink.LINE, THIN)
        sheet.line(x, bottom, x + width, bottom, colour, thickness)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        if not fresh and (room < _WORTH_STARTING or self.height(width) < _WORTH_SPLITTING):
            return None
        return super().split(width, room - 2 * _PADDING, fresh)

    def _halves(self, first: list[Box], rest: list[Box]) -> tuple[Box, Box]:
        return Line(first, self._of_table, self._head), Line(rest, self._of_table, self._head)


class Lines(Box):
    """A head and the rows under it, counted from ``start``."""

    def __init__(
        self, head: Box, rows: Sequence[Box], start: int = 0, ends: list[float] | None = None
    ) -> None:
        self._head, self._rows, self._start = head, rows, start
        self._ends = ends or []
        self.above, self.below = 6.0, 10.0

    def _measured(self, width: float) -> list[float]:
        """The upper edge of each row and the lower of the last, from the first row of the whole table."""
        if not self._ends:
            self._ends = list(accumulate((row.height(width) for row in self._rows), initial=0.0))
        return self._ends

    def height(self, width: float) -> float:
        ends = self._measured(width)
        return self._head.height(width) + ends[-1] - ends[self._start]

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.part("Table"):
            self._head.paint(sheet, x, top, width)
            top += self._head.height(width)
            for row in self._rows[self._start :]:
                row.paint(sheet, x, top, width)
                top += row.height(width)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        if self._head.height(width) > _HIGHEST_HEAD:
            return Lines(Gap(0), [self._head, *self._rows]).split(width, room, fresh)
        ends = self._measured(width)
        bottom = ends[self._start] + room - self._head.height(width)
        cut = max(bisect_right(ends, bottom) - 1, self._start)
        alone = fresh and cut == self._start
        halves = self._rows[cut].split(width, bottom - ends[cut], alone)
        if halves is not None:
            return self._with_split_row(cut, halves)
        cut += alone
        cut -= cut == len(self._rows) - 1 and cut - self._start > _ENOUGH
        if cut == len(self._rows) or cut - self._start < (1 if fresh else 2):
            return None
        first = Lines(self._head, self._rows[self._start : cut])
        return first.spaced(self.above, 0), Lines(self._head, self._rows, cut, ends).spaced(0, self.below)

    def _with_split_row(self, cut: int, halves: tuple[Box, Box]) -> tuple[Box, Box]:
        first = Lines(self._head, [*self._rows[self._start : cut], halves[0]])
        rest = Lines(self._head, [halves[1], *self._rows[cut + 1 :]])
        return first.spaced(self.above, 0), rest.spaced(0, self.below)


def table(block: Table) -> Box:
    """The box of a table."""
    columns = ColumnWidths(block)
    heads = [worded(column.head, replace(CELL_HEAD, align=column.align)) for column in block.columns]
    rows = [_row(row, block, columns) for row in block.rows] or [_empty(columns, len(heads))]
    return Lines(Line(heads, columns, head=True), rows)


def _empty(columns: ColumnWidths, count: int) -> Box:
    return Line([Words("–", CELL_MUTED), *(Gap(0) for _ in range(1, count))], columns)


def _row(row: Row, block: Table, columns: ColumnWidths) -> Box:
    styles = map(_aligned, cell_styles(row), (column.align for column in block.columns))
    cells = [worded(text, style, row.record) for text, style in zip(row.cells, styles, strict=True)]
    return Line(cells, columns)


@lru_cache
def _aligned(style: Style, align: Align) -> Style:
    return replace(style, align=align)
