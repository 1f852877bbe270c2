"""The foot of a page: title, version and time, classification, page of pages, in the paper's language.

A paper with a foot of its own, such as the address of a letterhead, shows that in place of title and time.
"""

from dipdesk.i18n import _
from dipdesk.papers.blocks import Document, Ink, both, in_line
from dipdesk.papers.marks import made, version
from dipdesk.papers.pdf.lines import SetLine, elided, lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import COLUMN, FOOT, FOOT_TEXT, MARGIN, PAGE_HEIGHT, THIN

_GAP = 18.0
_BETWEEN = "   ·   "
_MOST_OWN = 3
"""The most lines of a foot of its own."""
_MOST_MARKS = 0.6
"""The part of the foot that version, time and classification may take."""


class Foot:
    """The foot of the pages of one document."""

    def __init__(self, document: Document, pages: int) -> None:
        time = "" if both(document.foot) else made(document)
        marks = [version(document), time, in_line(document.classification)]
        self._marks = elided(_BETWEEN.join(mark for mark in marks if mark), FOOT_TEXT, COLUMN * _MOST_MARKS)
        self._title = elided("".join(both(document.title)[:1]), FOOT_TEXT, COLUMN)
        self._own, self._pages = "".join(both(document.foot)[:1]), pages

    def paint(self, sheet: Sheet, column: float = COLUMN, height: float = PAGE_HEIGHT) -> None:
        """Draw the foot of the page that the sheet stands on, ``height`` high with a ``column`` of text."""
        base = height - MARGIN + FOOT
        page = _("Page {page} of {pages}").format(page=sheet.page, pages=self._pages)
        right = _one_line(_BETWEEN.join(part for part in (self._marks, page) if part), column)
        sheet.line(MARGIN, base - 13, MARGIN + column, base - 13, Ink.LINE, THIN)
        for number, left in enumerate(self._left(column - right.width - _GAP)):
            sheet.words(left, FOOT_TEXT, MARGIN, base + number * FOOT_TEXT.leading)
        sheet.words(right, FOOT_TEXT, MARGIN + column - right.width, base)

    def _left(self, room: float) -> list[SetLine]:
        """The title in one line, or the foot of the paper's own in a few."""
        if self._own:
            return lay(self._own, FOOT_TEXT, room).lines[:_MOST_OWN]
        return [_one_line(self._title, room)]


def _one_line(text: str, room: float) -> SetLine:
    return lay(elided(text, FOOT_TEXT, room), FOOT_TEXT, room + 1).lines[0]
