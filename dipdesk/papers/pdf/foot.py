"""The foot of a page: title, version and time, classification, page of pages, in the paper's language."""

from datetime import datetime

from dipdesk.i18n import _, format_timestamp
from dipdesk.papers.blocks import Document, Ink, both, in_line
from dipdesk.papers.pdf.lines import SetLine, elided, lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import COLUMN, FOOT, FOOT_TEXT, MARGIN, PAGE_HEIGHT, THIN, Style

_GAP = 18.0


def version(document: Document) -> str:
    """The version in words, empty if there is none."""
    return _("Version {version}").format(version=document.version) if document.version else ""


def made(document: Document) -> str:
    """When the paper was made, in words, empty if it is not told."""
    if isinstance(document.made_at, datetime):
        return format_timestamp(document.made_at)
    return "".join(both(document.made_at)[:1])


def foot(sheet: Sheet, document: Document, pages: int) -> None:
    """Draw the foot of the page that the sheet stands on."""
    base = PAGE_HEIGHT - MARGIN + FOOT
    marks = [version(document), made(document), in_line(document.classification)]
    marks.append(_("Page {page} of {pages}").format(page=sheet.page, pages=pages))
    right = _one_line("   ·   ".join(mark for mark in marks if mark), FOOT_TEXT, COLUMN)
    title = elided("".join(both(document.title)[:1]), FOOT_TEXT, COLUMN - right.width - _GAP)
    left = _one_line(title, FOOT_TEXT, COLUMN)
    sheet.line(MARGIN, base - 13, MARGIN + COLUMN, base - 13, Ink.LINE, THIN)
    sheet.words(left, FOOT_TEXT, MARGIN, base)
    sheet.words(right, FOOT_TEXT, MARGIN + COLUMN - right.width, base)


def _one_line(text: str, style: Style, room: float) -> SetLine:
    return lay(elided(text, style, room), style, room + 1).lines[0]
