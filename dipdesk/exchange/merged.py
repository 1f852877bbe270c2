"""Merged cells of a sheet: headings of several rows become one, values count for every row they stand by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_MOST = 10_000
"""More merged ranges than any list has; further ones are left as they are."""
_TALLEST = 4
"""The most rows that a heading can have."""
_TITLES = 20
"""Within so many rows the heading is looked for."""
Range = tuple[tuple[int, int], tuple[int, int]]
Lines = Sequence[list[str]]


@dataclass(frozen=True)
class Merge:
    """A merged range: its first and last row and column, both within the table and counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Merges:
    """The merged ranges of a table."""

    ranges: tuple[Merge, ...]

    @classmethod
    def within(cls, ranges: Iterable[Range], top: int, left: int, height: int, width: int) -> "Merges":
        """The ranges of a sheet as seen from a table whose first cell lies at ``top``, ``left``."""
        found = []
        for (first_row, first_column), (last_row, last_column) in list(ranges)[:_MOST]:
            merge = Merge(
                first_row - top,
                first_column - left,
                min(last_row - top, height - 1),
                min(last_column - left, width - 1),
            )
            if 0 <= merge.top <= merge.bottom and 0 <= merge.left <= merge.right:
                found.append(merge)
        return cls(tuple(found))

    def starting(self, row: int) -> list[Merge]:
        """The ranges whose first row this is."""
        return [one for one in self.ranges if one.top == row]

    def filled_down(self, lines: Lines, start: int) -> Iterator[tuple[int, list[str]]]:
        """The lines from ``start`` with their numbers, each with the values merged over it from above."""
        begin: dict[int, list[Merge]] = {}
        for one in self.ranges:
            if one.top >= start and one.left == one.right and one.bottom > one.top:
                begin.setdefault(one.top, []).append(one)
        running: dict[int, tuple[int, str]] = {}
        for number in range(start, len(lines)):
            cells = list(lines[number])
            for column, (bottom, text) in list(running.items()):
                if number > bottom:
                    del running[column]
                elif not cells[column]:
                    cells[column] = text
            for one in begin.get(number, ()):
                running[one.left] = one.bottom, cells[one.left]
            yield number, cells


def find_heading(lines: Lines, merges: Merges) -> tuple[int, int, list[str]]:
    """The row on which the heading begins, how many rows it has, and the names of the columns."""
    start = next(
        (number for number, cells in enumerate(lines[:_TITLES]) if sum(map(bool, map(str.strip, cells))) > 1),
        0,
    )
    height = _height(lines, merges.starting(start), start)
    rows = [list(cells) for cells in lines[start : start + height]]
    for number in range(height):
        for one in merges.starting(start + number):
            for row in range(number, min(one.bottom - start + 1, height)):
                for column in range(one.left, one.right + 1):
                    rows[row][column] = rows[row][column] or lines[one.top][one.left]
    return start, height, [" ".join(_different(column)) for column in zip(*rows, strict=True)]


def _height(lines: Lines, merges: Sequence[Merge], start: int) -> int:
    """Two or more rows if cells of the first are merged downwards, or the next only parts those it merged."""
    height = max((one.bottom - start + 1 for one in merges), default=1)
    below = lines[start + 1] if start + 1 < len(lines) else []
    parted = {column for one in merges if one.right > one.left for column in range(one.left, one.right + 1)}
    if parted and parted == {column for column, cell in enumerate(below) if cell}:
        height = max(height, 2)
    return min(height, _TALLEST, len(lines) - start)


def _different(texts: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(text.strip() for text in texts if text.strip()))
