"""Headings and the table of contents; all is laid out before it is painted, so their pages are known."""

from dipdesk.papers import script
from dipdesk.papers.blocks import Align, Document, Heading, Ink, every, in_line
from dipdesk.papers.pdf.boxes import Box, Words
from dipdesk.papers.pdf.lines import lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import BODY, HEADINGS, MEASURE, STRONG, THIN, Style

_ABOVE = (22.0, 16.0, 11.0)
_BELOW = (9.0, 7.0, 3.0)
_NUMBER_ROOM = 30.0
_INDENT = 14.0


def headings(document: Document) -> list[Heading]:
    """The headings of a paper in reading order; their places in this list are their numbers."""
    return [block for block in every(document.blocks) if isinstance(block, Heading)]


def level_of(heading: Heading) -> int:
    """The level of a heading, from 1 to 3."""
    return min(max(heading.level, 1), len(HEADINGS))


class HeadingBox(Box):
    """A heading; never last on a page."""

    keep_next = True

    def __init__(self, heading: Heading, number: int) -> None:
        self.number, self._heading = number, heading
        level = level_of(heading) - 1
        self._words: Box = Words(in_line(heading.text), HEADINGS[level], heading.record)
        self.spaced(_ABOVE[level], _BELOW[level])

    def height(self, width: float) -> float:
        return self._words.height(width)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        halves = self._words.split(width, room, fresh) if fresh else None
        if halves is None:
            return None
        first = HeadingBox(self._heading, self.number)
        first._words = halves[0]
        return first, halves[1].spaced(0, self.below)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        title = " ".join(script.clean(in_line(self._heading.text)).split())
        level = level_of(self._heading)
        sheet.heading(self.number, title, level, top)
        with sheet.part(f"H{level}"):
            self._words.paint(sheet, x, top, width)


class ContentsEntry(Box):
    """One line of the contents: the heading, and its page on the right."""

    def __init__(self, heading: Heading, number: int) -> None:
        level = level_of(heading)
        self._style: Style = STRONG if level == 1 else BODY
        self._words = Words(in_line(heading.text), self._style)
        self._indent, self._number = _INDENT * (level - 1), number
        self._ruled = level == 1
        self.spaced(7.0 if self._ruled else 0.0, 1.0)

    def _room(self, width: float) -> float:
        return min(width, MEASURE) - self._indent - _NUMBER_ROOM

    def height(self, width: float) -> float:
        return self._words.height(self._room(width))

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.part("P"):
            self._paint_words(sheet, x, top, width)
        if self._ruled:
            sheet.line(x, top - 3.5, x + min(width, MEASURE), top - 3.5, Ink.LINE, THIN)
        sheet.link(self._number, x, top, min(width, MEASURE), self.height(width))

    def _paint_words(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The heading and, level with its last line, the page."""
        self._words.paint(sheet, x + self._indent, top, self._room(width))
        page = str(sheet.heading_pages[self._number])
        line = lay(page, self._style, _NUMBER_ROOM)
        last = top + self.height(width) - self._style.leading
        left = x + min(width, MEASURE) - _NUMBER_ROOM
        sheet.text(line, _right(self._style), left, last, _NUMBER_ROOM)


def _right(style: Style) -> Style:
    return Style(style.size, style.leading, style.face, Ink.MUTED, Align.RIGHT)
