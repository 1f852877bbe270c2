"""Turns the blocks of a paper into the body of a Word document."""

from collections.abc import Mapping
from functools import singledispatchmethod
from typing import Any

from docx.document import Document as WordDocument

from dipdesk.papers.blocks import (
    Align,
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
    Ink,
    KeepTogether,
    Leaves,
    PageBreak,
    Paragraph,
    Photo,
    Prose,
    Side,
    Table,
    Text,
    Timeline,
    Tone,
    both,
)
from dipdesk.papers.docx import leaves, pages, styles, tables
from dipdesk.papers.docx.contents import Outline
from dipdesk.papers.docx.cover import CoverPage
from dipdesk.papers.docx.markup import line, make, name, twips
from dipdesk.papers.docx.media import Media
from dipdesk.papers.docx.people import People
from dipdesk.papers.docx.texts import Look, Texts, gap, paragraph, region, spacing
from dipdesk.papers.style import BAR, COLUMN, HIGHEST, INDENT, MEASURE, SIGNALS
from dipdesk.progress import Progress

_STYLES = {
    Tone.NORMAL: "BodyText",
    Tone.LEAD: "Lead",
    Tone.MUTED: "BodyMuted",
    Tone.WARNING: "BodyWarning",
}
_ALIGNS = {Side.CENTRE: Align.CENTRE, Side.RIGHT: Align.RIGHT}
_GUTTER = 22.0


class Composer:
    """Fills a Word document with the blocks of one paper, whose headings stand on these ``pages``."""

    def __init__(self, paper: Document, document: WordDocument, pages: Mapping[int, int]) -> None:
        self._paper, self._document = paper, document
        self._texts = Texts(paper.languages)
        self._media = Media(document)
        self._people = People(self._texts, self._media)
        self._outline = Outline(paper, self._texts, pages)
        self._numberings: Any = document.part.numbering_part.element
        self._callouts = 0
        self._new_page = False
        self._section: Any = None

    def fill(self, progress: Progress) -> None:
        """Put all blocks into the body and give its pages their shape."""
        body: Any = self._document.element.body
        body.clear_content()
        end = body.sectPr
        for number, block in enumerate(self._paper.blocks):
            progress.step(number, len(self._paper.blocks))
            for element in self._placed(block):
                end.addprevious(element)
        if len(body) == 1:
            end.addprevious(gap(1))
        _keep_introductions(body)
        pages.lay_out(self._document, self._paper, self._section)

    def _placed(self, block: Block) -> list[Any]:
        """The elements of a block, on a new page if that was asked for."""
        made = self.elements(block, COLUMN)
        if isinstance(block, PageBreak):
            self._new_page = True
        if not made:
            return []
        is_first = len(self._document.element.body) <= 1
        if self._section is not None:
            made = [gap(1, self._section), *_at_top(made)]
        elif isinstance(block, Leaves) and not is_first:
            made = [gap(1, pages.section()), *made]
        elif self._new_page and not is_first:
            made = _on_new_page(made)
        self._section, self._new_page = _section_of(block), False
        return made

    def _inside(self, blocks: tuple[Block, ...], width: float) -> list[Any]:
        return [element for block in blocks for element in self.elements(block, width)]

    @singledispatchmethod
    def elements(self, block: Block, width: float) -> list[Any]:
        """The elements of one block in a column of ``width`` points."""
        raise TypeError(f"no elements for {type(block).__name__}")

    @elements.register
    def _heading(self, block: Heading, width: float) -> list[Any]:
        return self._outline.heading(block)

    @elements.register
    def _paragraph(self, block: Paragraph, width: float) -> list[Any]:
        made = [paragraph(_STYLES[block.tone], self._texts.worded(block.text), *_measure(width))]
        return made if both(block.text) else []

    @elements.register
    def _prose(self, block: Prose, width: float) -> list[Any]:
        words = self._texts.worded(
            block.text,
            Look(block.strong, None if block.ink is Ink.TEXT else block.ink, language=region(block.language)),
        )
        wanted = [spacing(block.above, block.below)]
        if block.indented:
            wanted.append(make("ind", firstLine=twips(INDENT)))
        align = _ALIGNS.get(block.side, Align.LEFT)
        made = paragraph("Letter", words, *wanted, align=align)
        if block.side is Side.FULL and made.pPr.find(name("jc")) is None:
            made.pPr.append(make("jc", val="both"))
        return [made]

    @elements.register
    def _bullets(self, block: Bullets, width: float) -> list[Any]:
        items = [item for item in block.items if both(item)]
        kind = styles.NUMBER if block.numbered else styles.BULLET
        key = self._list(kind)
        return [self._item(item, kind, key, width, item is items[-1]) for item in items]

    def _list(self, kind: int) -> int:
        """The number of a list; every numbered one begins with 1."""
        if kind == styles.BULLET:
            return styles.BULLET
        key = len(self._numberings.num_lst) + 1
        self._numberings.append(styles.number(key, kind))
        return key

    def _item(self, item: Text, kind: int, key: int, width: float, last: bool) -> Any:
        mark = make("numPr", make("ilvl", val=0), make("numId", val=key))
        style = "ListNumber" if kind == styles.NUMBER else "ListBullet"
        wanted = [*_measure(width, styles.INDENTS[kind]), *([spacing(0, 8)] if last else [])]
        return paragraph(style, self._texts.worded(item), mark, *wanted)

    @elements.register
    def _facts(self, block: Facts, width: float) -> list[Any]:
        return tables.facts(block.rows, self._texts, width)

    @elements.register
    def _table(self, block: Table, width: float) -> list[Any]:
        return tables.table(block, self._texts, width)

    @elements.register
    def _cards(self, block: Cards, width: float) -> list[Any]:
        return self._people.cards(block, width)

    @elements.register
    def _timeline(self, block: Timeline, width: float) -> list[Any]:
        return self._people.timeline(block, width)

    @elements.register
    def _callout(self, block: Callout, width: float) -> list[Any]:
        colour = SIGNALS[block.status]
        words = self._texts.in_line(block.word, Look(bold=True, ink=colour))
        if both(block.text):
            words += [make("r", make("br")), *self._texts.worded(block.text)]
        self._callouts += 1
        free = twips(max(width - MEASURE, 0)) + self._callouts % 2
        bar = make("pBdr", line("left", colour, BAR, 8))
        # Word draws one bar along neighbours with equal bars and indents, so these differ by 1/20 point.
        return [paragraph("Callout", words, bar, make("ind", left=twips(10), right=free))]

    @elements.register
    def _photo(self, block: Photo, width: float) -> list[Any]:
        drawn = self._media.picture(block.picture, min(block.width or width, width), HIGHEST)
        if drawn is None:
            return [paragraph("BodyMuted", self._texts.worded(block.caption or block.picture.alt))]
        return self._captioned(drawn, block.caption)

    @elements.register
    def _figure(self, block: Figure, width: float) -> list[Any]:
        return self._captioned(self._media.figure(block, width, HIGHEST), block.caption)

    @elements.register
    def _cuts(self, block: Cuts, width: float) -> list[Any]:
        return [part for row in block.rows() for part in (leaves.cut_table(row, self._media), gap(1))]

    @elements.register
    def _leaves(self, block: Leaves, width: float) -> list[Any]:
        return [leaves.leaf_table(block, self._media), gap(1)] if block.cards else []

    def _captioned(self, drawn: Any, caption: Text) -> list[Any]:
        if not both(caption):
            return [paragraph("Picture", [drawn])]
        above = paragraph("Picture", [drawn], make("keepNext"), spacing(6, 0))
        return [above, paragraph("Caption", self._texts.worded(caption))]

    @elements.register
    def _columns(self, block: Columns, width: float) -> list[Any]:
        if not block.columns:
            return []
        weights = block.weights or (1.0,) * len(block.columns)
        widths = [(width + _GUTTER) * weight / sum(weights) for weight in weights]
        cells = [
            tables.cell(wide, self._inside(column, wide - _GUTTER), tables.air(right=_GUTTER))
            for column, wide in zip(block.columns, widths, strict=True)
        ]
        return [tables.grid("Beside", widths, [tables.row(cells, whole=False)]), gap(tables.BELOW)]

    @elements.register
    def _together(self, block: KeepTogether, width: float) -> list[Any]:
        made = self._inside(block.blocks, width)
        lines = [one for element in made for one in element.iter(name("p"))]
        for one in lines[:-1]:
            one.get_or_add_pPr().get_or_add_keepNext()
        return made

    @elements.register
    def _booklet(self, block: Booklet, width: float) -> list[Any]:
        return self._inside(block.blocks, width)

    @elements.register
    def _facing(self, block: Facing, width: float) -> list[Any]:
        right = self._inside(block.right, width)
        return [*self._inside(block.left, width), *(_on_new_page(right) if right else [])]

    @elements.register
    def _break(self, block: PageBreak, width: float) -> list[Any]:
        return []

    @elements.register
    def _cover(self, block: Cover, width: float) -> list[Any]:
        return CoverPage(self._paper, self._texts, self._media).elements(block)

    @elements.register
    def _contents(self, block: Contents, width: float) -> list[Any]:
        return self._outline.contents(block)


def _section_of(block: Block) -> Any:
    """The section of its own, without a foot, in which a block stands; None for most."""
    if isinstance(block, Cover):
        return pages.section()
    return pages.leaf_section(block) if isinstance(block, Leaves) and block.cards else None


def _measure(width: float, left: float = 0.0) -> list[Any]:
    """The indent of running text where the column is no wider than a line should be."""
    if width > MEASURE:
        return []
    return [make("ind", left=twips(left), right=0, **({"hanging": twips(left)} if left else {}))]


def _keep_introductions(body: Any) -> None:
    """Let a paragraph between a heading and a table stay with the table, so that both are not left alone."""
    for table in body.tbl_lst:
        above = table.getprevious()
        heading = above.getprevious() if above is not None and above.tag == name("p") else None
        if heading is not None and heading.tag == name("p") and (heading.style or "").startswith("Heading"):
            above.get_or_add_pPr().get_or_add_keepNext()


def _on_new_page(made: list[Any]) -> list[Any]:
    """The elements with a page break before the first."""
    if made[0].tag == name("tbl"):
        made = [gap(1), *made]
    next(made[0].iter(name("p"))).get_or_add_pPr().get_or_add_pageBreakBefore()
    return _at_top(made)


def _at_top(made: list[Any]) -> list[Any]:
    """The elements without a distance above the first."""
    next(made[0].iter(name("p"))).get_or_add_pPr().get_or_add_spacing().set(name("before"), "0")
    return made
