"""The cover: office above, title and the two sides in the middle, classification and version below."""

from collections.abc import Iterator

from dipdesk.papers.blocks import Cover, Document, Figure, Ink, Party, Text, both, in_line
from dipdesk.papers.pdf.boxes import Beside, Box, Gap, Rule, Stack, Words, worded
from dipdesk.papers.pdf.figures import FigureBox
from dipdesk.papers.pdf.foot import made, version
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
_BEFORE_TITLE = 120.0


class Spread(Box):
    """Boxes at the top and boxes at the bottom of a page of their own."""

    def __init__(self, above: Stack, below: Stack) -> None:
        self._above, self._below = above, below

    def inside(self) -> Iterator[Box]:
        yield from (self._above, self._below)

    def height(self, width: float) -> float:
        return max(self._above.height(width) + self._below.height(width) + 24, PAGE_ROOM)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        return Stack([self._above, self._below.spaced(24, 0)]).split(width, room, fresh)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        self._above.paint(sheet, x, top, width)
        self._below.paint(sheet, x, top + self.height(width) - self._below.height(width), width)


def cover(block: Cover, document: Document) -> Box:
    """The box of the cover; it fills a page."""
    title = _doubled(block.title, COVER_TITLE, COVER_TITLE_SECOND)
    subtitle = _doubled(block.subtitle, COVER_SUBTITLE, COVER_SUBTITLE_SECOND)
    dates = _doubled(block.dates, COVER_SUBTITLE, COVER_SUBTITLE_SECOND)
    above: list[Box] = [
        *_office(block),
        Gap(_BEFORE_TITLE),
        Rule(Ink.ACCENT, 2.0, 48),
        Gap(16),
        *title,
        *_after(10, subtitle),
        *_after(6, dates),
        *_after(44, _parties(block.parties)),
    ]
    return Spread(Stack(above), Stack(_bottom(block, document)))


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
    lines = facts(block.facts, BODY, LABEL, (60, 130))
    if both(document.classification):
        lines += [Gap(10), Words(in_line(document.classification), COVER_CLASS)]
    marks = " · ".join(part for part in (version(document), made(document)) if part)
    if marks:
        lines += [Gap(2), Words(marks, SMALL)]
    return lines
