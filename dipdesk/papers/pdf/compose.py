"""Turns the blocks of a paper into boxes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatchmethod
from itertools import count

from dipdesk.papers.blocks import (
    Annex,
    Block,
    Booklet,
    Bullets,
    Callout,
    Cards,
    Columns,
    Contents,
    Cover,
    Cuts,
    Document,
    Facing,
    Facts,
    Figure,
    Heading,
    KeepTogether,
    Leaves,
    PageBreak,
    Paragraph,
    Photo,
    Poster,
    Prose,
    Table,
    Text,
    Timeline,
    Tone,
    both,
    in_line,
)
from dipdesk.papers.pdf.annexes import AnnexPage, PosterBox
from dipdesk.papers.pdf.boxes import Beside, Box, Gap, Inset, Joined, Stack, Words, worded
from dipdesk.papers.pdf.cover import cover
from dipdesk.papers.pdf.facing import FacingBox
from dipdesk.papers.pdf.figures import CutsBox, FigureBox
from dipdesk.papers.pdf.headings import ContentsEntry, HeadingBox, headings, level_of
from dipdesk.papers.pdf.leaves import Break, apart, booklet_leaves, card_leaves
from dipdesk.papers.pdf.people import cards, facts, timeline
from dipdesk.papers.pdf.pictures import PictureBox
from dipdesk.papers.pdf.prose import prose
from dipdesk.papers.pdf.tables import table
from dipdesk.papers.style import (
    BODY,
    BODY_MUTED,
    HEADINGS,
    HIGHEST,
    LABEL,
    LEAD,
    MEASURE,
    SIGNALS,
    SMALL,
    STRONG,
    WARNING,
)

_TONES = {Tone.NORMAL: BODY, Tone.LEAD: LEAD, Tone.MUTED: BODY_MUTED, Tone.WARNING: WARNING}


class Composer:
    """Makes the boxes of one document; headings are numbered as they come."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = count()

    def all(self) -> Iterator[Box]:
        """The boxes of the whole document; each knows the block that it comes from."""
        for number, block in enumerate(self._document.blocks):
            for box in self.boxes(block):
                box.origin = number
                yield box

    def _inside(self, blocks: tuple[Block, ...]) -> list[Box]:
        """The boxes of blocks inside others, where pages do not end at will."""
        return [box for block in blocks for box in self.boxes(block) if not isinstance(box, Break)]

    @singledispatchmethod
    def boxes(self, block: Block) -> list[Box]:
        """The boxes of one block."""
        raise TypeError(f"no boxes for {type(block).__name__}")

    @boxes.register
    def _heading(self, block: Heading) -> list[Box]:
        return [HeadingBox(block, next(self._numbers))]

    @boxes.register
    def _paragraph(self, block: Paragraph) -> list[Box]:
        made = worded(block.text, _TONES[block.tone], block.record, MEASURE)
        return [made.spaced(0, 7)] if both(block.text) else []

    @boxes.register
    def _prose(self, block: Prose) -> list[Box]:
        return [prose(block)]

    @boxes.register
    def _bullets(self, block: Bullets) -> list[Box]:
        items = [text for text in block.items if both(text)]
        marks = [f"{number}." if block.numbered else "•" for number in range(1, len(items) + 1)]
        lead = 16.0 if block.numbered else 8.0
        made: list[Box] = [
            _item(mark, text, lead, block.record) for mark, text in zip(marks, items, strict=True)
        ]
        return [*made[:-1], *(last.spaced(0, 8) for last in made[-1:])]

    @boxes.register
    def _facts(self, block: Facts) -> list[Box]:
        made = facts(block.rows, BODY, LABEL, (70, 150))
        return [*made[:-1], *(last.spaced(0, 8) for last in made[-1:])]

    @boxes.register
    def _table(self, block: Table) -> list[Box]:
        return [table(block)] if block.columns else []

    @boxes.register
    def _cards(self, block: Cards) -> list[Box]:
        return cards(block)

    @boxes.register
    def _timeline(self, block: Timeline) -> list[Box]:
        return [*timeline(block), Gap(8)]

    @boxes.register
    def _callout(self, block: Callout) -> list[Box]:
        colour = SIGNALS[block.status]
        words: list[Box] = [Words(in_line(block.word), replace(STRONG, ink=colour), block.record, MEASURE)]
        words += [worded(block.text, BODY, block.record, MEASURE)] if both(block.text) else []
        return [Inset(Stack(words), colour).spaced(4, 10)]

    @boxes.register
    def _photo(self, block: Photo) -> list[Box]:
        return [_captioned(PictureBox(block.picture, block.width, HIGHEST, block.record), block.caption)]

    @boxes.register
    def _figure(self, block: Figure) -> list[Box]:
        return [_captioned(FigureBox(block, HIGHEST), block.caption)]

    @boxes.register
    def _cuts(self, block: Cuts) -> list[Box]:
        return [CutsBox(row) for row in block.rows()]

    @boxes.register
    def _leaves(self, block: Leaves) -> list[Box]:
        return apart(card_leaves(block))

    @boxes.register
    def _booklet(self, block: Booklet) -> list[Box]:
        return apart(booklet_leaves([box for part in block.blocks for box in self._folded(part)]))

    def _folded(self, block: Block) -> list[Box]:
        """The boxes of a block in a booklet: its pages stand in another order, so there is no outline."""
        if isinstance(block, Heading):
            title = worded(block.text, HEADINGS[block.level - 1], block.record).spaced(10, 4)
            title.keep_next = True
            return [title]
        if isinstance(block, KeepTogether):
            return [_like_its_parts([box for part in block.blocks for box in self._folded(part)])]
        return self.boxes(block)

    @boxes.register
    def _columns(self, block: Columns) -> list[Box]:
        cells = [Stack(self._inside(column)) for column in block.columns]
        return [Beside(cells, block.weights or [1.0] * len(cells), 22).spaced(2, 8)] if cells else []

    @boxes.register
    def _together(self, block: KeepTogether) -> list[Box]:
        return [_like_its_parts(self._inside(block.blocks))]

    @boxes.register
    def _poster(self, block: Poster) -> list[Box]:
        return [Break(), PosterBox(self._inside(block.blocks), wide=block.wide, scale=block.scale), Break()]

    @boxes.register
    def _annex(self, block: Annex) -> list[Box]:
        heads = [self._inside(block.blocks), *([] for _more in block.sizes[1:])]
        pages = enumerate(zip(heads, block.sizes, strict=True))
        made = [AnnexPage(head, block.content, number, size) for number, (head, size) in pages]
        return [Break(), *(part for page in made for part in (page, Break()))]

    @boxes.register
    def _facing(self, block: Facing) -> list[Box]:
        both_sides = FacingBox(self._inside(block.left), self._inside(block.right))
        return [Break(), both_sides, Break()]

    @boxes.register
    def _break(self, block: PageBreak) -> list[Box]:
        return [Break(block.gentle)]

    @boxes.register
    def _cover(self, block: Cover) -> list[Box]:
        return [cover(block, self._document), Break()]

    @boxes.register
    def _contents(self, block: Contents) -> list[Box]:
        title = Words(in_line(block.title), HEADINGS[0], block.record).spaced(14, 8)
        entries = [
            ContentsEntry(heading, number)
            for number, heading in enumerate(headings(self._document))
            if heading.listed and level_of(heading) <= block.levels
        ]
        return [title, *entries, Gap(10)]


def _item(mark: str, text: Text, lead: float, record: str) -> Box:
    return Joined([Words(mark, BODY), worded(text, BODY, record, MEASURE - lead - 4)], [1], 4, lead).spaced(
        0, 3
    )


def _captioned(box: Box, caption: Text) -> Box:
    captions = [worded(caption, SMALL).spaced(4, 0)] if both(caption) else []
    return Stack([box, *captions], keep=True).spaced(6, 12)


def _like_its_parts(boxes: list[Box]) -> Box:
    """A kept stack that has the distances of its first and last box."""
    stack = Stack(boxes, keep=True)
    return stack.spaced(boxes[0].above, boxes[-1].below) if boxes else stack
