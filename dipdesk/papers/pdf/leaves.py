"""Pages of their own form: cards at exact places, and the sheets of a folded booklet."""

from collections.abc import Iterator, Sequence

from dipdesk.papers.blocks import Align, Figure, Ink, Leaves
from dipdesk.papers.pdf.boxes import Box, Gap, Stack, Words, fill
from dipdesk.papers.pdf.figures import Drawing, alt, draw, edges
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import MILLIMETRE, PAGE_HEIGHT, PAGE_ROOM, PAGE_WIDTH, SMALL, THIN, Style
from dipdesk.rules.label_sheets import folded

A5_WIDTH, A5_HEIGHT = PAGE_HEIGHT / 2, PAGE_WIDTH
_MARGIN = 14 * MILLIMETRE
BOOKLET_COLUMN = A5_WIDTH - 2 * _MARGIN
BOOKLET_ROOM = A5_HEIGHT - 2 * _MARGIN - 4
"""What a page of a booklet has for its blocks."""
_FOLIO = Style(SMALL.size, SMALL.leading, ink=Ink.MUTED, align=Align.CENTRE)


class Break(Gap):
    """What follows begins on a new page; ``gentle`` unless there is only a small rest on the one before."""

    def __init__(self, gentle: bool = False) -> None:
        super().__init__(0.0)
        self.gentle = gentle


class CardBox(Box):
    """A drawing in its true size, with thin lines around it if it is to be cut out."""

    def __init__(self, card: Figure, cut: bool) -> None:
        self._card, self._cut = card, cut

    def height(self, width: float) -> float:
        return self._card.height

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        drawing = Drawing(sheet, x, top, 1.0)
        with sheet.picture(alt(self._card)):
            for shape in self._card.shapes:
                draw(shape, drawing)
        if self._cut:
            for x1, y1, x2, y2 in edges(x, top, self._card.width, self._card.height):
                sheet.line(x1, y1, x2, y2, Ink.LINE, THIN, dashed=True)
        sheet.place(self._card.record, x, top, self._card.width, self._card.height)


class LeafBox(Box):
    """A page of ``page_width`` by ``page_height`` without a foot; every part has its place and width."""

    def __init__(
        self, page_width: float, page_height: float, parts: Sequence[tuple[float, float, float, Box]]
    ) -> None:
        self.page_width, self.page_height, self._parts = page_width, page_height, parts

    def inside(self) -> Iterator[Box]:
        return (box for _x, _top, _width, box in self._parts)

    def height(self, width: float) -> float:
        return PAGE_ROOM

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for right, down, wide, box in self._parts:
            box.paint(sheet, x + right, top + down, wide)


def apart(leaves: Iterator[LeafBox]) -> list[Box]:
    """Every leaf on a page of its own."""
    return [box for leaf in leaves for box in (Break(), leaf, Break())]


def card_leaves(block: Leaves) -> Iterator[LeafBox]:
    """The pages with the cards of a block."""
    for cards in block.leaves():
        parts = [(x, y, card.width, CardBox(card, block.cut)) for x, y, card in cards]
        yield LeafBox(block.width, block.height, parts)


def booklet_leaves(boxes: Sequence[Box]) -> Iterator[LeafBox]:
    """Boxes on pages of A5, two on each side of a sheet; empty pages stand before the last one."""
    pages = list(_pages(boxes))
    pages[-1:-1] = [[] for _number in range(-len(pages) % 4)]
    for left, right in folded(len(pages)):
        parts = [*_parts(pages, left, 0.0), *_parts(pages, right, A5_WIDTH)]
        yield LeafBox(2 * A5_WIDTH, A5_HEIGHT, parts)


def _pages(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    for chapter in chapters(boxes):
        rest: Sequence[Box] = chapter
        while rest:
            taken, rest = fill(rest, BOOKLET_COLUMN, BOOKLET_ROOM, fresh=True)
            yield taken


def _parts(pages: list[list[Box]], number: int, x: float) -> Iterator[tuple[float, float, float, Box]]:
    """A page where it stands on its sheet, with its number between the cover pages."""
    if not pages[number]:
        return
    yield x + _MARGIN, _MARGIN, BOOKLET_COLUMN, Stack(pages[number])
    if 0 < number < len(pages) - 1:
        yield x + _MARGIN, A5_HEIGHT - _MARGIN + 6, BOOKLET_COLUMN, Words(str(number + 1), _FOLIO)


def chapters(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """The boxes between the breaks."""
    chapter: list[Box] = []
    for box in boxes:
        if isinstance(box, Break):
            yield chapter
            chapter = []
        else:
            chapter.append(box)
    yield chapter
