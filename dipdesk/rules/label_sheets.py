"""Sheets of labels and cards: where each label lies on the paper. Lengths are millimetres.

Source: each file in ``resources/labels/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "labels"
A4 = (210.0, 297.0)
EDGE = 10.0
"""What a printer leaves free at the edges of paper that is cut by hand."""
_SLACK = 0.01
_LENGTHS = (
    "page_width",
    "page_height",
    "width",
    "height",
    "left",
    "top",
    "pitch_across",
    "pitch_down",
)


@dataclass(frozen=True)
class LabelSheet:
    """A sheet of ``columns`` by ``rows`` labels of one size; the pitches count from edge to edge.

    ``key`` is empty for plain paper that is cut by hand.
    """

    key: str
    name: Wording
    source: Source
    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch_across: float
    pitch_down: float

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "LabelSheet":
        """A sheet from its table (the form of the TOML files); raises Invalid with the place."""
        sizes = {name: _length(table, name) for name in _LENGTHS}
        counts = {name: _count(table, name) for name in ("columns", "rows")}
        name, source = Wording.read(table.get("name", key), "name"), Source.read(table)
        sheet = cls(key, name, source, **sizes, **counts)  # type: ignore[arg-type]  # the keys are checked above
        sheet.check()
        return sheet

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """The upper left corner of every label, row by row."""
        return tuple(
            (self.left + column * self.pitch_across, self.top + row * self.pitch_down)
            for row in range(self.rows)
            for column in range(self.columns)
        )

    def check(self) -> None:
        """Raise Invalid if labels overlap or leave the paper."""
        apart = (self.columns == 1 or self.pitch_across >= self.width - _SLACK) and (
            self.rows == 1 or self.pitch_down >= self.height - _SLACK
        )
        if not apart:
            raise Invalid(_("The labels of this sheet overlap."), "pitch_across")
        right, bottom = self.places[-1][0] + self.width, self.places[-1][1] + self.height
        if right > self.page_width + _SLACK or bottom > self.page_height + _SLACK:
            raise Invalid(_("The labels of this sheet do not fit on the paper."), "width")


@lru_cache
def sheet_keys() -> tuple[str, ...]:
    """The keys of the shipped sheets."""
    return tuple(sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml")))


@lru_cache
def label_sheet(key: str) -> LabelSheet:
    """The shipped sheet of that key."""
    return LabelSheet.read(key, shipped(FOLDER, f"{key}.toml"))


def cut_from_a4(width: float, height: float) -> LabelSheet:
    """Plain A4 cut into as many cards of this size as it holds, upright or on its side, in its middle.

    A card that leaves no room for the printer's edges lies on the bare paper; one that is larger than A4
    has a sheet of its own size.
    """
    ways = [_grid(width, height, page, edge) for edge in (EDGE, 0.0) for page in (A4, A4[::-1])]
    found = [way for way in ways if way is not None]
    if not found:
        return _sheet(width, height, (width, height), 1, 1)
    edged = [way for way in ways[:2] if way is not None]
    return max(edged or found, key=lambda one: one.columns * one.rows)


def folded(pages: int) -> tuple[tuple[int, int], ...]:
    """Which pages (from 0) stand left and right on each side of the sheets of a folded booklet.

    Sheets are printed on both sides, turned on the short edge, and put into one another; ``pages`` is a
    multiple of four.
    """
    sides: list[tuple[int, int]] = []
    for first in range(0, pages // 2, 2):
        last = pages - 1 - first
        sides += [(last, first), (first + 1, last - 1)]
    return tuple(sides)


def _grid(width: float, height: float, page: tuple[float, float], edge: float) -> LabelSheet | None:
    columns = int((page[0] - 2 * edge + _SLACK) / width)
    rows = int((page[1] - 2 * edge + _SLACK) / height)
    return _sheet(width, height, page, columns, rows) if columns and rows else None


def _sheet(width: float, height: float, page: tuple[float, float], columns: int, rows: int) -> LabelSheet:
    left, top = (page[0] - columns * width) / 2, (page[1] - rows * height) / 2
    return LabelSheet(
        "",
        Wording(),
        Source(Wording(), "verified"),
        *page,
        columns,
        rows,
        width,
        height,
        max(left, 0.0),
        max(top, 0.0),
        width,
        height,
    )


def _length(table: Mapping[str, Any], name: str) -> float:
    value = table.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 2000:
        raise Invalid(_("not a number"), name)
    if value == 0 and name not in ("left", "top"):
        raise Invalid(_("not a number"), name)
    return float(value)


def _count(table: Mapping[str, Any], name: str) -> int:
    value = table.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 99:
        raise Invalid(_("not a whole number"), name)
    return value
