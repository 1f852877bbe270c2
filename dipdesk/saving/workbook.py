"""Workbooks for spreadsheet programs; only this module and ``form_workbook`` know XlsxWriter.

Every cell is written as text, so nothing in it can run as a formula or become a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_LETTERS = 100
"""How many letters all columns of a sheet are wide together."""
_ROW_HEIGHT = 15.0


@dataclass(frozen=True)
class SheetTable:
    """One sheet: its name, the title above the table, heads with their weights, and rows of texts."""

    name: str
    title: str
    heads: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]


def workbook(table: SheetTable, author: str = "") -> bytes:
    """The content of a workbook with one sheet; heads stay in sight and can be filtered by."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": table.title, "author": author})
    sheet = book.add_worksheet(_sheet_name(table.name))
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    _set_page(sheet, [weight for _head, weight in table.heads])
    sheet.write_string(0, 0, _short(table.title), title)
    _write(sheet, 2, [text for text, _weight in table.heads], head)
    for number, cells in enumerate(table.rows, start=3):
        _write(sheet, number, cells, cell)
        most = max((text.count("\n") + 1 for text in cells), default=1)
        sheet.set_row(number, _ROW_HEIGHT * min(most, 20))
    sheet.autofilter(2, 0, 2 + len(table.rows), max(len(table.heads) - 1, 0))
    book.close()
    return made.getvalue()


def _set_page(sheet: Worksheet, weights: Sequence[float]) -> None:
    whole = sum(weights) or 1.0
    for column, weight in enumerate(weights):
        sheet.set_column(column, column, max(8.0, _LETTERS * weight / whole))
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, cells: Sequence[str], look: Format) -> None:
    for column, text in enumerate(cells):
        sheet.write_string(row, column, _short(text), look)


def _short(text: str) -> str:
    """What a cell can hold."""
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _sheet_name(text: str) -> str:
    """A name that a sheet can have."""
    return " ".join(text.translate(_FORBIDDEN).split())[:_LONGEST_NAME].strip("' ") or "1"
