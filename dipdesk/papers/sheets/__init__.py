"""Papers that are one table, as files for spreadsheets (CSV, XLSX) and for a web page (HTML)."""

from dipdesk.papers.blocks import Document
from dipdesk.papers.sheets import html, spreadsheets

WRITERS = {"csv": spreadsheets.csv, "xlsx": spreadsheets.xlsx, "html": html.page}
"""What makes the content of a file, by its ending; each may raise NoTable and Known."""


def content(document: Document, kind: str) -> bytes:
    """The content of a file of the format ``kind`` with the one table of ``document``."""
    return WRITERS[kind](document)
