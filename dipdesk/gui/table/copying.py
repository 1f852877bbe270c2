"""Rows for the clipboard: as plain text with tabs, and as CSV that a spreadsheet does not compute."""

import csv
import io
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from dipdesk.saving.cells import mark


def as_mime(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> QMimeData:
    """What goes to the clipboard: tab-separated text and CSV, with the headings above."""
    lines = [list(headings), *([mark(text) for text in row] for row in rows)]
    made = QMimeData()
    made.setText("\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines))
    made.setData("text/csv", _csv(lines).encode())
    return made


def _csv(lines: list[list[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(lines)
    return written.getvalue()
