"""Reading the sheet of a workbook (XLSX) as a table of text; the only module that knows python-calamine.

Cells come as a person sees them: dates as 05.03.2015, or 03.2015 where the sheet shows only the month,
whole numbers without a point. Formulas are never computed; what the spreadsheet program made of them is read.
Titles above the table are passed over, headings of two rows with merged cells become one, and a cell merged
over several rows counts for each of them.
"""

import io
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from dipdesk.errors import Invalid
from dipdesk.exchange import archive
from dipdesk.exchange.merged import Merges, find_heading
from dipdesk.exchange.sheet_scan import BOOK, Extent, extent, nothing, sheet_parts, walk
from dipdesk.exchange.table import Table, check_height, check_width, fitted, headings
from dipdesk.i18n import _, format_number, language

MOST_CELLS = 4_000_000
_NEEDED = (".xml", ".rels")
_SHARED = ("xl/workbook.xml", "xl/styles.xml", "xl/sharedstrings.xml")
_LINKS = ("[content_types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels")


def read_workbook(path: Path, raw: bytes, sheet: str = "") -> Table:
    """The table on ``sheet`` (the first one if empty) of the workbook ``raw``; raises Invalid."""
    parts = archive.parts(raw, path.name, lambda name: name.endswith(_NEEDED))
    if BOOK not in parts:
        raise Invalid(
            _("“{name}” is no workbook that can be read. Save it as XLSX or CSV and import that.").format(
                name=path.name
            )
        )
    sheets = sheet_parts(parts)
    chosen = _chosen(sheets, sheet, path.name)
    kept = _kept(parts, sheets[chosen])
    reach = extent(kept[sheets[chosen]], kept)
    _check(reach)
    lines, merges = _cells(kept, chosen, reach, path.name)
    start, height, names = find_heading(lines, merges)
    header = headings(names)
    rows = (
        fitted(reach.top + number + 1, cells, len(header))
        for number, cells in merges.filled_down(lines, start + height)
        if any(cell.strip() for cell in cells)
    )
    return Table(path, "", "", header, tuple(rows), tuple(sheets), chosen)


def _kept(parts: Mapping[str, bytes], sheet: str) -> dict[str, bytes]:
    """The sheet and what it needs, each found to be plain XML; nothing else reaches the reader of cells."""
    wanted = {sheet.lower(), *_SHARED, *_LINKS}
    kept = {name: content for name, content in parts.items() if name.lower() in wanted}
    for name, content in kept.items():
        if name != sheet:
            walk(content, nothing)
    return kept


def _chosen(sheets: Mapping[str, str], wanted: str, name: str) -> str:
    """The name of the sheet to read; raises Invalid if there is none."""
    if not sheets:
        raise Invalid(_("“{name}” has no sheet with cells.").format(name=name))
    if not wanted:
        return next(iter(sheets))
    for one in sheets:
        if one.strip().casefold() == wanted.strip().casefold():
            return one
    raise Invalid(
        _("“{name}” has no sheet “{sheet}”. Its sheets are: {choices}.").format(
            name=name, sheet=wanted, choices=", ".join(sheets)
        )
    )


def _check(reach: Extent) -> None:
    """Raise Invalid if the sheet is empty or reaches further than a table can."""
    if reach.bottom < 0:
        raise Invalid(_("The sheet is empty: the first row has to name the columns."))
    check_width(reach.width)
    check_height(reach.height)
    if reach.height * reach.width > MOST_CELLS:
        raise Invalid(
            _("The sheet has more than {most} cells. Part it into smaller sheets.").format(
                most=format_number(MOST_CELLS)
            )
        )


def _cells(
    parts: Mapping[str, bytes], sheet: str, reach: Extent, name: str
) -> tuple[list[list[str]], Merges]:
    """The cells as text, from the first that has content, and which of them are merged."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(archive.packed(parts)))
        opened = book.get_sheet_by_name(sheet)
        values = opened.to_python(skip_empty_area=True)
    except (CalamineError, ValueError, OSError) as error:
        raise Invalid(
            _("“{name}” is damaged. Open it in your spreadsheet program and save it anew.").format(name=name)
        ) from error
    top, left = opened.start or (reach.top, reach.left)
    lines = [
        [
            _text(value, reach.dayless.get((top + row, left + column), ""))
            for column, value in enumerate(cells)
        ]
        for row, cells in enumerate(values)
    ]
    return lines, Merges.within(
        opened.merged_cell_ranges or (), top, left, len(lines), len(lines[0]) if lines else 0
    )


def _text(value: Any, exactness: str) -> str:
    """A cell as a person sees it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (date, datetime)):
        return _day(value, exactness)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    return text.replace(".", ",") if language() == "tr" else text


def _day(value: date, exactness: str) -> str:
    if exactness:
        return f"{value.year}" if exactness == "year" else f"{value.month:02}.{value.year}"
    day = f"{value.day:02}.{value.month:02}.{value.year}"
    if isinstance(value, datetime) and value.time() != time(0):
        return f"{day} {value:%H:%M}"
    return day
