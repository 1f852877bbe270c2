"""Tables of a Word document: rows under repeated heads, facts, and cells for what stands side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

from dipdesk.papers.blocks import Align, Column, Fact, Ink, Row, Table, Text, both, in_line
from dipdesk.papers.docx.markup import line, make, name, twips
from dipdesk.papers.docx.styles import CELL_GAP, CELLS
from dipdesk.papers.docx.texts import Texts, gap, paragraph
from dipdesk.papers.pdf.columns import ColumnWidths
from dipdesk.papers.pdf.people import label_room
from dipdesk.papers.style import BODY, CELL, LABEL, RULE, Style, cell_styles

BELOW = 4.0
"""Between a table and what follows."""
_LABELS = (70.0, 150.0)
"""The least and the most room for the labels of facts."""
_LABEL_GAP = 10.0
_MOST_LINES = 14
"""Rows of more lines may be split between pages."""
_MOST_HEAD = 300
"""Heads of more letters stand once only."""
_LETTER = 0.5
"""How wide a letter is on average, in parts of the type size."""


def grid(style: str, widths: Sequence[float], rows: Iterable[Any]) -> Any:
    """A table with columns of fixed widths."""
    wanted = make(
        "tblPr",
        make("tblStyle", val=style),
        make("tblW", w=twips(sum(widths)), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    columns = make("tblGrid", *(make("gridCol", w=twips(width)) for width in widths))
    return make("tbl", wanted, columns, *rows)


def row(cells: Sequence[Any], whole: bool, head: bool = False) -> Any:
    """A row; a ``whole`` one is never split between pages, a ``head`` stands again on every page."""
    marks = [*([make("cantSplit")] if whole else []), *([make("tblHeader")] if head else [])]
    return make("tr", *([make("trPr", *marks)] if marks else []), *cells)


def cell(width: float, contents: Sequence[Any], *wanted: Any) -> Any:
    """A cell with ``wanted`` properties; Word wants every cell to end with a paragraph."""
    ended = bool(contents) and contents[-1].tag == name("p")
    return make(
        "tc",
        make("tcPr", make("tcW", w=twips(width), type="dxa"), *wanted),
        *contents,
        *([] if ended else [gap(1)]),
    )


def air(**sides: float) -> Any:
    """The distances between a cell and what it holds, where they are not those of the table."""
    order = ("top", "left", "bottom", "right")
    return make("tcMar", *(make(side, w=twips(sides[side]), type="dxa") for side in order if side in sides))


def is_short(pieces: Iterable[tuple[Text, float]], style: Style) -> bool:
    """Whether texts in columns of these widths take so few lines that they should stay on one page."""
    return all(_lines(words, width, style) <= _MOST_LINES for words, width in pieces)


def _lines(words: Text, width: float, style: Style) -> float:
    pieces = [piece for wording in both(words) for piece in wording.split("\n")]
    return sum(max(1.0, len(piece) * style.size * _LETTER / max(width, 1.0)) for piece in pieces)


def table(block: Table, texts: Texts, width: float) -> list[Any]:
    """A table whose columns share the width as they do in a PDF; each but the last ends with a gap."""
    if not block.columns:
        return []
    *others, last = ColumnWidths(block)(width - CELL_GAP * (len(block.columns) - 1))
    widths = [*(column + CELL_GAP for column in others), last]
    rows = [_head(block.columns, texts, widths), *(_row(one, block, texts, widths) for one in block.rows)]
    if not block.rows:
        rows.append(_row(Row(("–", *("" for _ in block.columns[1:]))), block, texts, widths))
    return [grid("Ruled", widths, rows), gap(BELOW)]


def _head(columns: Sequence[Column], texts: Texts, widths: Sequence[float]) -> Any:
    cells = [
        _cell(column.head, "TableHead", column.align, texts, (width, column is columns[-1]), _head_rule())
        for column, width in zip(columns, widths, strict=True)
    ]
    short = sum(len(in_line(column.head)) for column in columns) <= _MOST_HEAD
    return row(cells, whole=short, head=short)


def _head_rule() -> Any:
    return make("tcBorders", line("bottom", Ink.MUTED, RULE))


def _row(one: Row, block: Table, texts: Texts, widths: Sequence[float]) -> Any:
    pieces = zip(one.cells, cell_styles(one), block.columns, widths, strict=True)
    cells = [
        _cell(words, CELLS[style][0], column.align, texts, (width, column is block.columns[-1]))
        for words, style, column, width in pieces
    ]
    return row(cells, is_short(zip(one.cells, widths, strict=True), CELL))


def _cell(
    words: Text, style: str, align: Align, texts: Texts, place: tuple[float, bool], *wanted: Any
) -> Any:
    """A cell of a table; ``place`` is its width and whether it is the last of its row."""
    width, last = place
    flush = [air(right=0)] if last else []
    return cell(width, [paragraph(style, texts.worded(words), align=align)], *wanted, *flush)


def facts(rows: Sequence[Fact], texts: Texts, width: float) -> list[Any]:
    """Facts under one another, the labels in a column of their own."""
    if not rows:
        return []
    lead = label_room([in_line(one.label) for one in rows], LABEL, *_LABELS) + _LABEL_GAP
    widths = (min(lead, width / 2), width - min(lead, width / 2))
    return [grid("Beside", widths, (_fact(one, texts, widths) for one in rows)), gap(BELOW)]


def _fact(one: Fact, texts: Texts, widths: tuple[float, float]) -> Any:
    label = cell(widths[0], [paragraph("FactLabel", texts.in_line(one.label))], air(right=_LABEL_GAP))
    words = cell(widths[1], [paragraph("FactText", texts.worded(one.text))])
    return row([label, words], is_short([(one.text, widths[1])], BODY))
