"""A workbook to be filled in by somebody else: headings, empty rows of text cells, lists to choose from.

Every cell is text, also the empty ones, so that phone numbers and dates stay as they are typed and nothing
runs as a formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter

_HEAD_ROW = 5
_LISTS = "lists"
_LONGEST_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_TONES = ("#E3F1F0", "#EEF3E6", "#F5EFE2", "#E8EDF6", "#F7E9E6", "#EFEAF5", "#EDEFF0")
_ACCENT, _MUTED = "#0B7A75", "#6A767C"
_NOTES_WIDTH, _LINE_HEIGHT = 90, 16


@dataclass(frozen=True)
class FormHead:
    """A column: its heading, width in letters, the texts to choose from, and the number of its group."""

    heading: str
    width: int
    choices: tuple[str, ...]
    group: int
    hint: str = ""


@dataclass(frozen=True)
class FormSheet:
    """A form: the name of its sheet, the lines above the table (the title first), columns and empty rows.

    ``filled`` are rows that are filled in already. ``notes_name`` and ``notes`` make a second sheet of text;
    a line that begins with ``# `` is a heading.
    """

    name: str
    lines: Sequence[str]
    heads: Sequence[FormHead]
    rows: int
    filled: Sequence[Sequence[str]]
    notes_name: str
    notes: Sequence[str]


def form_workbook(form: FormSheet, author: str = "") -> bytes:
    """The content of the workbook."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": form.lines[0] if form.lines else "", "author": author})
    sheet = book.add_worksheet(_sheet_name(form.name))
    _write_table(book, sheet, form)
    _write_notes(book, form)
    _write_lists(book, sheet, form)
    book.close()
    return made.getvalue()


def _write_table(book: Any, sheet: Any, form: FormSheet) -> None:
    title = book.add_format({"bold": True, "font_size": 16, "font_color": _ACCENT, "num_format": "@"})
    quiet = book.add_format({"font_color": _MUTED, "num_format": "@"})
    for row, text in enumerate(form.lines[:_HEAD_ROW]):
        sheet.write_string(row, 0, text, quiet if row else title)
    plain = {"num_format": "@", "text_wrap": True, "valign": "top", "border": 1, "border_color": "#C4CDD1"}
    cell = book.add_format(plain)
    for column, head in enumerate(form.heads):
        tone = _TONES[head.group % len(_TONES)]
        look = book.add_format({**plain, "bold": True, "bg_color": tone, "bottom": 2})
        sheet.set_column(column, column, head.width)
        sheet.write_string(_HEAD_ROW, column, head.heading, look)
        for row in range(form.rows):
            there = form.filled[row][column] if row < len(form.filled) else ""
            if there:
                sheet.write_string(_HEAD_ROW + 1 + row, column, there, cell)
            else:
                sheet.write_blank(_HEAD_ROW + 1 + row, column, None, cell)
    sheet.set_row(_HEAD_ROW, 62)
    sheet.freeze_panes(_HEAD_ROW + 1, 3)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(3, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.repeat_columns(0, 2)


def _write_notes(book: Any, form: FormSheet) -> None:
    sheet = book.add_worksheet(_sheet_name(form.notes_name))
    head = book.add_format({"bold": True, "font_size": 13, "font_color": _ACCENT})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _NOTES_WIDTH)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(form.notes):
        is_head = line.startswith("# ")
        sheet.write_string(row, 0, line.removeprefix("# "), head if is_head else text)
        sheet.set_row(row, _LINE_HEIGHT * (1 + len(line) // (_NOTES_WIDTH - 5)) + (5 if is_head else 0))


def _write_lists(book: Any, sheet: Any, form: FormSheet) -> None:
    """The lists to choose from stand on a hidden sheet, as they may be long."""
    lists = book.add_worksheet(_LISTS)
    lists.hide()
    last = _HEAD_ROW + form.rows
    for column, head in enumerate(form.heads):
        if not head.choices:
            continue
        for row, text in enumerate(head.choices):
            lists.write_string(row, column, text)
        letters = xlsxwriter.utility.xl_col_to_name(column)
        rule = {
            "validate": "list",
            "source": f"={_LISTS}!${letters}$1:${letters}${len(head.choices)}",
            "error_type": "warning",
            "ignore_blank": True,
        }
        if head.hint:
            rule["input_message"] = head.hint[:255]
        sheet.data_validation(_HEAD_ROW + 1, column, last, column, rule)


def _sheet_name(text: str) -> str:
    return " ".join(text.translate(_FORBIDDEN).split())[:_LONGEST_NAME].strip() or "1"
