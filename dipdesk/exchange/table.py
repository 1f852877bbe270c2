"""A table as it was read from a file, whatever its format: named columns and rows of text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_number, ngettext

LARGEST = 50 * 1024 * 1024
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000


@dataclass(frozen=True)
class Row:
    """One row: the line of the file on which it begins, its cells, and what is wrong with it, if anything."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True)
class Content:
    """A file that came with a table, such as the picture of a person."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class Table:
    """What a file holds. Every row has as many cells as ``header`` unless it has a problem; none is blank.

    ``encoding`` and ``separator`` are empty where the format leaves no choice. ``sheets`` are the names of
    the sheets of a workbook and ``sheet`` the one that was read; ``files`` what came with it, by address.
    """

    path: Path
    encoding: str
    separator: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    files: Mapping[str, Content] = field(default_factory=dict)


def headings(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, each a different one; raises Invalid for none or too many."""
    if not cells:
        raise Invalid(_("The file is empty: the first row has to name the columns."))
    check_width(len(cells))
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        first = name = " ".join(cell.split()) or _("Column {number}").format(number=place)
        repeated = 1
        while name in taken:
            repeated += 1
            name = f"{first} ({repeated})"
        taken.add(name)
        names.append(name)
    return tuple(names)


def check_width(count: int) -> None:
    """Raise Invalid if a table has more columns than can be read."""
    if count > MOST_COLUMNS:
        raise Invalid(
            _("The file has {count} columns; at most {most} can be read.").format(
                count=format_number(count), most=format_number(MOST_COLUMNS)
            )
        )


def check_height(count: int) -> None:
    """Raise Invalid if a table has more rows than can be read."""
    if count > MOST_ROWS:
        raise Invalid(
            _("The file has more than {most} rows. Part it into smaller files.").format(
                most=format_number(MOST_ROWS)
            )
        )


def fitted(line: int, cells: list[str], width: int) -> Row:
    """A row with as many cells as the heading has; one that has more says so."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) > width:
        problem = ngettext(
            "The row has {count} cell, but the heading only {width}.",
            "The row has {count} cells, but the heading only {width}.",
            len(cells),
        ).format(count=format_number(len(cells)), width=format_number(width))
        return Row(line, tuple(cells[:width]), problem)
    return Row(line, (*cells, *("",) * (width - len(cells))))
