"""The cover: office above, title and the two sides in the middle, classification and version below."""

from collections.abc import Iterator

from dipdesk.papers.blocks import Cover, Document, Figure, Ink, Party, Text, both, in_line
from dipdesk.papers.marks import made, version
from dipdesk.papers.pdf.boxes import Beside, Box, Gap, Rule, Stack, Words, worded
from dipdesk.papers.pdf.figures import FigureBox
from dipdesk.papers.pdf.people import facts
from dipdesk.papers.pdf.pictures import PictureBox
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import (
    BODY,
    BODY_MUTED,
    COVER_CLASS,
    COVER_OFFICE,
    COVER_PARTY,
    COVER_SUBTITLE,
    COVER_SUBTITLE_SECOND,
    COVER_TITLE,
    COVER_TITLE_SECOND,
    LABEL,
    PAGE_ROOM,
    SMALL,
    Style,
)

_LOGO = 62.0
_FLAG = 40.0
_FLAG_WIDTH = 90.0
_LEAST_GAP, _MOST_GAP = 24.0, 130.0
"""Between the office and the title."""


class Spread(Box):
    """Boxes at the top, in the middle and at the bottom of a page of their own."""

    def __init__(self, top: Box, middle: Box, bottom: Box) -> None:
        self._top, self._middle, self._bottom = top, middle, bottom

    def inside(self) -> Iterator[Box]:
        yield from (self._top, self._middle, self._bottom)

    def _free(self, width: float) -> float:
        """The height that the boxes leave empty."""
        return PAGE_ROOM - sum(box.height(width) for box in self.inside())

    def height(self, width: float) -> float:
        return max(PAGE_ROOM, PAGE_ROOM - self._free(width) + 2 * _LEAST_GAP)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        boxes = [self._top, Gap(_LEAST_GAP), self._middle, Gap(_LEAST_GAP), self._bottom]
        return Stack(boxes).split(width, room, fresh)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        before_middle = min(max(self._free(width) * 0.35, _LEAST_GAP), _MOST_GAP)
        middle = top + self._top.height(width) + before_middle
        self._top.paint(sheet, x, top, width)
        self._middle.paint(sheet, x, middle, width)
        self._bottom.paint(sheet, x, top + self.height(width) - self._bottom.height(width), width)


def cover(block: Cover, document: Document) -> Box:
    """The box of the cover; it fills a page."""
    middle: list[Box] = [
        Rule(Ink.ACCENT, 2.0, 48),
        Gap(16),
        *_doubled(block.title, COVER_TITLE, COVER_TITLE_SECOND),
        *_after(10, _doubled(block.subtitle, COVER_SUBTITLE, COVER_SUBTITLE_SECOND)),
        *_after(6, _doubled(block.dates, COVER_SUBTITLE, COVER_SUBTITLE_SECOND)),
        *_after(44, _parties(block.parties)),
    ]
    return Spread(Stack(_office(block)), Stack(middle), Stack(_bottom(block, document)))


def _after(distance: float, boxes: list[Box]) -> list[Box]:
    return [Gap(distance), *boxes] if boxes else []


def _doubled(text: Text, first: Style, second: Style) -> list[Box]:
    """A text whose second language has a style of its own."""
    return [Words(word, style) for word, style in zip(both(text), (first, second), strict=False)]


def _office(block: Cover) -> list[Box]:
    name = worded(block.office, COVER_OFFICE, block.record)
    if block.logo is None:
        return [name] if both(block.office) else []
    return [PictureBox(block.logo, 0, _LOGO), *_after(10, [name] if both(block.office) else [])]


def _parties(parties: tuple[Party, ...]) -> list[Box]:
    if not parties:
        return []
    flags = any(party.flag for party in parties)
    return [Beside([_party(party, flags) for party in parties], [1] * len(parties), 22)]


def _party(party: Party, flags: bool) -> Box:
    lines: list[Box] = [Words(in_line(party.label), LABEL), *_doubled(party.name, COVER_PARTY, BODY_MUTED)]
    lines += [worded(party.note, BODY)] if both(party.note) else []
    return Stack([*([_flag(party), Gap(10)] if flags else []), *lines])


def _flag(party: Party) -> Box:
    if party.flag is None:
        return Gap(_FLAG)
    if isinstance(party.flag, Figure):
        return FigureBox(party.flag, _FLAG, flag=True)
    return PictureBox(party.flag, _FLAG_WIDTH, _FLAG, framed=True)


def _bottom(block: Cover, document: Document) -> list[Box]:
    lines = facts(block.facts, BODY, LABEL, (60, 170))
    if both(document.classification):
        lines += [Gap(10), Words(in_line(document.classification), COVER_CLASS)]
    marks = " · ".join(part for part in (version(document), made(document)) if part)
    if marks:
        lines += [Gap(2), Words(marks, SMALL)]
    return lines
