"""Cards on sheets as tables of their exact size: a cell for each card, in it its words as text to be edited.

A card is a table of bands that lie under one another; a band has a cell for each thing that stands in it.
Words keep their place and size; flags, logos, codes and what stands on its head are pictures.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dipdesk.papers.blocks import Boxed, Figure, Image, Ink, Label, Leaves, Line, Picture, Shape, both
from dipdesk.papers.docx import fonts
from dipdesk.papers.docx.markup import line, make, name, properties, twips
from dipdesk.papers.docx.media import Media
from dipdesk.papers.docx.places import NARROWER, Extent, extent, moved
from dipdesk.papers.docx.tables import cell, grid
from dipdesk.papers.docx.texts import Look, gap, paragraph, runs, spacing
from dipdesk.papers.pdf import fitting
from dipdesk.papers.pdf.figures import label_lines
from dipdesk.papers.script import clean
from dipdesk.papers.style import THIN, Style

_TOUCHING = 0.5
"""Things that reach so far into one another still stand side by side."""
_END = 3.0
"""What a page keeps for the paragraph that must follow a table."""
_THINNEST = 1.0
_TINY = 1.0
"""The type around a picture, which would make its line higher."""


@dataclass(frozen=True)
class Piece:
    """Something on a card and the room it takes."""

    place: Extent
    shape: Shape


def leaf_table(block: Leaves, media: Media) -> Any:
    """All cards of a document, row by row; a page of the sheet's form holds one leaf."""
    lefts, tops = (sorted({place[axis] for place in block.places}) for axis in (0, 1))
    height = block.cards[0].height
    slots = list(_slots(lefts, block.cards[0].width))
    rows = []
    for leaf in block.leaves():
        cards = {(x, y): card for x, y, card in leaf}
        for number, top in enumerate(tops):
            between = top - tops[number - 1] - height if number else 0.0
            if between > _TOUCHING:
                rows.append(_row([_blank([width for width, _place in slots])], between))
            found = [cards.get((left, top)) for left in lefts]
            high = min(height, block.height - _END - top)
            rows.append(_row(list(_cells(found, slots, block.cut, media)), high, first=number == 0))
    return grid("Beside", [width for width, _place in slots], rows)


def cut_table(row: Sequence[Figure], media: Media) -> Any:
    """Cards side by side in their true size, with thin lines along which they are cut."""
    slots = [(card.width, place) for place, card in enumerate(row)]
    cells = list(_cells(row, slots, True, media))
    return grid("Beside", [width for width, _place in slots], [_row(cells, row[0].height)])


def _slots(lefts: Sequence[float], width: float) -> Iterator[tuple[float, int]]:
    """The widths of the cells of a row, each with the place of its card, or -1 for what lies between them."""
    yield width, 0
    for place, (before, after) in enumerate(pairwise(lefts), 1):
        if after - before - width > _TOUCHING:
            yield after - before - width, -1
        yield width, place


def _cells(
    cards: Sequence[Figure | None], slots: Iterable[tuple[float, int]], cut: bool, media: Media
) -> Iterator[Any]:
    """The cells of a row of cards."""
    for width, place in slots:
        card = cards[place] if place >= 0 else None
        if card is None:
            yield cell(width, [])
            continue
        edges = [make("tcBorders", *map(_dashed, ("top", "left", "bottom", "right")))] if cut else []
        yield cell(width, [_card(card, media), gap(1)], *edges)


def _blank(widths: Sequence[float]) -> Any:
    """An empty cell across columns."""
    return cell(sum(widths), [], *([_span(len(widths))] if len(widths) > 1 else []))


def _dashed(side: str) -> Any:
    made = line(side, Ink.LINE, THIN)
    made.set(name("val"), "dashed")
    return made


def _row(cells: Sequence[Any], height: float, first: bool = False) -> Any:
    """A row of exactly this height, at the top of a page if it is the ``first`` of a leaf."""
    marks = make("trPr", make("cantSplit"), make("trHeight", val=max(twips(height), 1), hRule="exact"))
    made = make("tr", marks, *cells)
    if first:
        next(made.iter(name("p"))).get_or_add_pPr().get_or_add_pageBreakBefore()
    return made


def _span(columns: int) -> Any:
    return make("gridSpan", val=columns)


def _card(card: Figure, media: Media) -> Any:
    """One card as a table of its bands."""
    pieces = [Piece(place, shape) for shape in card.shapes if (place := extent(shape)) is not None]
    bands = [*_grouped(pieces, lambda one: (one.place.top, one.place.bottom))]
    columns = [[*_grouped(band, lambda one: (one.place.left, one.place.right))] for band in bands]
    edges = [edge for parts in columns for part in parts for edge in _reach(part)]
    inside = {round(min(max(edge, 0.0), card.width), 1) for edge in edges}
    marks = sorted({0.0, round(card.width, 1), *inside})
    rows, below = [], 0.0
    for band, parts in zip(bands, columns, strict=True):
        top, bottom = min(one.place.top for one in band), max(one.place.bottom for one in band)
        if top - below > _TOUCHING:
            rows.append(_row([_blank([after - before for before, after in pairwise(marks)])], top - below))
        rows.append(_row(list(_band(parts, marks, top, media)), bottom - max(top, below)))
        below = bottom
    widths = [after - before for before, after in pairwise(marks)]
    return grid("Beside", widths, rows or [_row([cell(card.width, [])], card.height)])


def _reach(pieces: Iterable[Piece]) -> tuple[float, float]:
    found = list(pieces)
    return min(one.place.left for one in found), max(one.place.right for one in found)


def _grouped(pieces: Iterable[Piece], reach: Callable[[Piece], tuple[float, float]]) -> Iterator[list[Piece]]:
    """Pieces whose reaches overlap, together; the groups lie one after the other."""
    group: list[Piece] = []
    end = 0.0
    for one in sorted(pieces, key=reach):
        start, stop = reach(one)
        if group and start > end - _TOUCHING:
            yield group
            group, end = [], stop
        group.append(one)
        end = max(end, stop)
    if group:
        yield group


def _band(
    columns: Sequence[Sequence[Piece]], marks: Sequence[float], top: float, media: Media
) -> Iterator[Any]:
    """The cells of a band: its things, and what is empty between them."""
    at = 0
    for pieces in columns:
        left, right = (marks.index(_nearest(marks, edge)) for edge in _reach(pieces))
        right = max(right, left + 1)
        if left > at:
            yield cell(marks[left] - marks[at], [], _span(left - at))
        width = marks[right] - marks[left]
        yield cell(width, [*_contents(pieces, top, marks[left], media)], _span(right - left))
        at = right
    if at < len(marks) - 1:
        yield cell(marks[-1] - marks[at], [], _span(len(marks) - 1 - at))


def _nearest(marks: Sequence[float], edge: float) -> float:
    return min(marks, key=lambda one: abs(one - edge))


def _contents(pieces: Iterable[Piece], top: float, left: float, media: Media) -> Iterator[Any]:
    """The paragraphs of a cell, each as far below the one before as on the card."""
    for one in sorted(pieces, key=lambda piece: piece.place.top):
        above = max(one.place.top - top, 0.0)
        if isinstance(one.shape, Boxed):
            yield from _words(one.shape, above)
        elif isinstance(one.shape, Label) and not one.shape.turned:
            yield from _label(one.shape, above)
        elif isinstance(one.shape, Line) and one.place.width > one.place.height:
            yield _rule(one.shape, above)
        else:
            yield _picture(one, above, left, media)
        top = one.place.bottom


def _words(shape: Boxed, above: float) -> Iterator[Any]:
    """A text in the middle of the height that it has, in the size in which it fits."""
    lines = list(fitting.lines(replace(shape, width=shape.width * NARROWER), 1.0))
    wordings = [one for one in both(shape.text) if one.strip()]
    if not wordings or not lines:
        yield gap(max(above + shape.height, 1.0))
        return
    style = lines[0][1]
    rest = max(shape.height - len(lines) * style.leading, 0.0) / 2
    inks = (shape.ink, Ink.MUTED if shape.ink is Ink.TEXT else shape.ink)
    for number, wording in enumerate(wordings):
        before = above + rest if number == 0 else 0.0
        after = rest if number == len(wordings) - 1 else 0.0
        distances = spacing(before, after, style.leading, exact=True)
        look = Look(shape.bold, inks[min(number, 1)], style.size)
        yield paragraph("Normal", runs(clean(wording.strip()), look), distances, align=shape.align)


def _label(shape: Label, above: float) -> Iterator[Any]:
    lines = list(label_lines(replace(shape, room=shape.room * NARROWER), 1.0))
    style: Style = lines[0][1] if lines else Style()
    for number, wording in enumerate(both(shape.text)):
        distances = spacing(0.0 if number else above, 0.0, style.leading, exact=True)
        look = Look(shape.bold, shape.ink, style.size)
        yield paragraph("Normal", runs(clean(wording), look), distances, align=shape.align)


def _rule(shape: Line, above: float) -> Any:
    """A line from side to side, as the upper edge of an empty paragraph."""
    edge = line("top", shape.ink, shape.thickness)
    edge.set(name("val"), "dashed" if shape.dashed else "single")
    return paragraph("Gap", [], spacing(above, 0.0, 1.0, exact=True), make("pBdr", edge))


def _picture(one: Piece, above: float, left: float, media: Media) -> Any:
    """A picture in its place, or a drawing of what is neither picture nor text."""
    place, shape = one.place, one.shape
    drawn = None
    if isinstance(shape, Image):
        drawn = media.picture(Picture(shape.data, shape.alt), place.width, place.height, shape.framed)
    if drawn is None:
        size = max(place.width, _THINNEST), max(place.height, _THINNEST)
        drawn = media.figure(Figure(*size, (moved(shape, -place.left, -place.top),)), *size)
    drawn.insert(0, properties("rPr", *fonts.sizes(_TINY)))
    indent = make("ind", left=twips(max(place.left - left, 0.0)))
    return paragraph("Picture", [drawn], spacing(above, 0.0), indent, properties("rPr", *fonts.sizes(_TINY)))
