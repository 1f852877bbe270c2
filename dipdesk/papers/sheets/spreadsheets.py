"""The table of a paper for spreadsheet programs: texts only, nothing that could run."""

from dipdesk.i18n import speaking
from dipdesk.papers.blocks import Document, in_line
from dipdesk.papers.sheets.grid import grid
from dipdesk.saving.cells import mark
from dipdesk.saving.csv_file import csv_parts, usual_separator
from dipdesk.saving.workbook import SheetTable, workbook


def csv(document: Document) -> bytes:
    """The table alone; the lines of a cell are parted by commas, its languages by a stroke."""
    found = grid(document)
    with speaking(document.languages[0]):
        separator = usual_separator()
    rows = [found.heads, *(tuple(map(_flat, cells)) for cells in found.rows)]
    return b"".join(csv_parts((tuple(map(mark, cells)) for cells in rows), separator))


def xlsx(document: Document) -> bytes:
    """A workbook of one sheet with the title above the table."""
    found = grid(document)
    heads = tuple(zip(found.heads, found.weights, strict=True))
    rows = [tuple(map("\n".join, cells)) for cells in found.rows]
    return workbook(SheetTable(found.title, found.title, heads, rows), in_line(document.author))


def _flat(cell: tuple[str, ...]) -> str:
    return " / ".join(", ".join(filter(None, map(str.strip, text.splitlines()))) for text in cell)
