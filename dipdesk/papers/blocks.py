"""What a paper consists of: the only words between the papers, which build blocks, and the writers.

Every block is a frozen value. Texts are plain: a line feed breaks the line and nothing is markup.
Lengths are points (1/72 inch). ``record`` names the record behind a block (``person/0190…``), empty if
there is none, so that a reader can go from the paper to its source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from dipdesk.papers.block import Block, Picture, Status, Tone
from dipdesk.papers.drawing import (
    Align,
    Boxed,
    Circle,
    Colour,
    Grid,
    Grow,
    Image,
    Ink,
    Label,
    Line,
    Polygon,
    Rect,
    Rgb,
    Shape,
)
from dipdesk.papers.gaps import Gap
from dipdesk.papers.prose import Prose, Side
from dipdesk.papers.rows import Bullets, Card, Cards, Column, Fact, Facts, Moment, Row, Table, Timeline
from dipdesk.papers.words import Pair, Text, both, in_line

__all__ = [
    "Align",
    "Annex",
    "Block",
    "Booklet",
    "Boxed",
    "Bullets",
    "Callout",
    "Card",
    "Cards",
    "Circle",
    "Colour",
    "Column",
    "Columns",
    "Contents",
    "Cover",
    "Cuts",
    "Document",
    "Facing",
    "Fact",
    "Facts",
    "Figure",
    "Grid",
    "Grow",
    "Heading",
    "Image",
    "Ink",
    "KeepTogether",
    "Label",
    "Leaves",
    "Line",
    "Moment",
    "PageBreak",
    "Pair",
    "Paragraph",
    "Party",
    "Photo",
    "Picture",
    "Polygon",
    "Poster",
    "Prose",
    "Rect",
    "Rgb",
    "Row",
    "Shape",
    "Side",
    "Status",
    "Table",
    "Text",
    "Timeline",
    "Tone",
    "both",
    "every",
    "in_line",
    "inner",
]


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """The title of a part, level 1 to 3; it goes into the outline and, if ``listed``, into the contents."""

    text: Text
    level: int = 1
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    text: Text
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """What must not be overlooked; ``word`` says in a word what the colour means."""

    status: Status
    word: Text
    text: Text = ""


@dataclass(frozen=True, slots=True)
class Photo(Block):
    """A picture in the text; ``width`` 0 takes the whole column."""

    picture: Picture
    caption: Text = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A drawing of ``width`` by ``height``, origin in the upper left corner, y downwards.

    It is scaled down to the column if it is wider, never up.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    caption: Text = ""


@dataclass(frozen=True, slots=True)
class Cuts(Block):
    """Cards of one size in their true size, ``across`` side by side, to be cut along thin lines."""

    cards: tuple[Figure, ...]
    across: int = 1

    def rows(self) -> Iterator[tuple[Figure, ...]]:
        """The cards of each row."""
        for first in range(0, len(self.cards), self.across):
            yield self.cards[first : first + self.across]


@dataclass(frozen=True, slots=True)
class Leaves(Cuts):
    """Cards at exact places on leaves of ``width`` by ``height``, without margins or page foot.

    ``places`` are the upper left corners on every leaf; the first card takes place ``start`` (from 0), so
    that a leaf that was begun can be used up. ``cut`` draws thin lines around the cards.
    """

    width: float = 0.0
    height: float = 0.0
    places: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
    start: int = 0
    cut: bool = False

    def leaves(self) -> Iterator[tuple[tuple[float, float, Figure], ...]]:
        """The cards of each leaf with their places."""
        rest, free = self.cards, self.places[self.start % len(self.places) :]
        while rest:
            yield tuple((x, y, card) for (x, y), card in zip(free, rest, strict=False))
            rest, free = rest[len(free) :], self.places


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Blocks side by side; ``weights`` share out the width, equal if left empty."""

    columns: tuple[tuple[Block, ...], ...]
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepTogether(Block):
    """Blocks that stand on one page if one page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Poster(KeepTogether):
    """Blocks on a page of their own in a PDF: A4 ``scale`` times as large, on its side if ``wide``."""

    wide: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Booklet(KeepTogether):
    """Blocks on pages of A5, in a PDF two on each side of A4 in the order in which they are folded."""


@dataclass(frozen=True, slots=True)
class Annex(KeepTogether):
    """The pages of another PDF, each on a page of its own of ours, the first below ``blocks``.

    ``sizes`` are width and height of its pages in points. What is no PDF shows the blocks alone.
    """

    content: bytes = b""
    sizes: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Facing(Block):
    """The same in two languages on facing pages: ``left`` on those with even numbers, ``right`` beside."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows begins on a new page; ``gentle`` unless there is only a small rest on the one before."""

    gentle: bool = False


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """The table of contents: every heading of the paper down to ``levels``, with its page."""

    title: Text
    levels: int = 2


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a meeting as it stands on the cover: Guests, Schwäbisch Hall, Germany, its flag."""

    label: Text
    name: Text
    note: Text = ""
    flag: Picture | Figure | None = None


@dataclass(frozen=True, slots=True)
class Cover(Block):
    """The first page; classification, version and time come from the document."""

    title: Text
    office: Text = ""
    subtitle: Text = ""
    dates: Text = ""
    parties: tuple[Party, ...] = ()
    facts: tuple[Fact, ...] = ()
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    ``languages`` are codes such as ``("tr",)``; the first is the language of page foots.
    ``made_at`` is an aware time, printed as it reads in its own zone, or a text already put in words.
    ``foot`` stands in the page foot instead of title and time, such as the address of a letterhead.
    ``accent`` is the colour of the office, if it has one of its own.
    ``gaps`` are the texts that could not be said in one of the languages.
    """

    title: Text
    blocks: tuple[Block, ...]
    languages: tuple[str, ...] = ("tr",)
    subject: Text = ""
    author: Text = ""
    classification: Text = ""
    version: str = field(default="", metadata={"same": True})
    made_at: datetime | Text = ""
    foot: Text = ""
    accent: Rgb | None = field(default=None, metadata={"same": True})
    gaps: tuple[Gap, ...] = field(default=(), metadata={"same": True})


def inner(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block that holds others."""
    if isinstance(block, KeepTogether):
        return block.blocks
    if isinstance(block, Columns):
        return tuple(one for column in block.columns for one in column)
    if isinstance(block, Facing):
        return (*block.left, *block.right)
    return ()


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, those inside others too."""
    for block in blocks:
        yield block
        yield from every(inner(block))
