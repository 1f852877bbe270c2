"""How fast a brief of about forty pages becomes a PDF, beside plain platypus with the same content.

Run as ``python -m tests.bench.brief_speed [ROUNDS]``. Both sides are measured in turn in one process, after
a warm-up in which the fonts are opened; the ratio of the medians is what counts. The goal is 0.8 or more.
"""

import statistics
import sys
import time
from collections.abc import Callable
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    Image,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

from dipdesk.papers import blocks, pdf
from dipdesk.papers.pdf import lines
from dipdesk.papers.pdf.fonts import font
from dipdesk.papers.style import COLUMN, MARGIN, MEASURE, PAGE_HEIGHT, PAGE_WIDTH, Face
from dipdesk.progress import Progress
from tests.papers.demo import photo

GOAL = 0.8
_SENTENCE = (
    "Görüşmede ulaşım, kuraklık ve gençlik değişimi ele alınacaktır; metinler iki dilde karşılaştırılır. "
    "Şehrin nüfusu 1.257.590 kişidir ve İğde Çayı’nın iki yakasında ağırlıklı olarak sanayi vardır. "
)
_PARTS, _PARAGRAPHS, _ROWS = 30, 6, 22
_PHOTOS = [photo((120 + 4 * number, 160, 170), (300, 380)) for number in range(_PARTS)]


def _cells(part: int) -> list[tuple[str, str, str, str]]:
    return [
        (str(row), f"Gülşen Öztürk-İnanç {part}.{row}", "Belediye Başkan Yardımcısı", "Balıkesir")
        for row in range(1, _ROWS + 1)
    ]


def _words(part: int, number: int) -> str:
    """A paragraph like no other: what is set twice is remembered."""
    return f"{part}.{number} {_SENTENCE * 2}"


def cold() -> None:
    """Forget the texts that were set in an earlier round."""
    lines._known.cache_clear()
    lines._remembered.cache_clear()


def ours() -> blocks.Document:
    """The brief as blocks."""
    made: list[blocks.Block] = []
    columns = tuple(blocks.Column(head, weight) for head, weight in zip("#NPC", (0.5, 2, 2, 1), strict=True))
    for part in range(_PARTS):
        made.append(blocks.Heading(f"Bölüm {part}"))
        made += [blocks.Paragraph(_words(part, number)) for number in range(_PARAGRAPHS)]
        made.append(blocks.Photo(blocks.Picture(_PHOTOS[part]), width=100))
        made.append(blocks.Table(columns, tuple(blocks.Row(cells) for cells in _cells(part))))
    return blocks.Document("Brifing", tuple(made), version="1")


def platypus(file: BytesIO) -> int:
    """The same brief by platypus; returns the number of pages."""
    regular, bold = font("NotoSans", Face.REGULAR).fontName, font("NotoSans", Face.BOLD).fontName
    body = ParagraphStyle("body", fontName=regular, fontSize=9.5, leading=13.5, spaceAfter=7)
    body.rightIndent = COLUMN - MEASURE
    cell = ParagraphStyle("cell", fontName=regular, fontSize=8.5, leading=11)
    head = ParagraphStyle("head", fontName=bold, fontSize=16, leading=21, spaceBefore=22, spaceAfter=9)
    story: list[Flowable] = []
    for part in range(_PARTS):
        story.append(Paragraph(f"Bölüm {part}", head))
        story += [Paragraph(escape(_words(part, number)), body) for number in range(_PARAGRAPHS)]
        story.append(Image(BytesIO(_PHOTOS[part]), 100, 100 * 380 / 300))
        story.append(_table(part, cell))
    pages: list[int] = []

    def foot(canvas: object, document: SimpleDocTemplate) -> None:
        pages.append(document.page)
        document.canv.setFont(regular, 7.5)
        document.canv.drawString(MARGIN, 36, f"Brifing · Page {document.page}")

    paper = SimpleDocTemplate(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    paper.build(story, onFirstPage=foot, onLaterPages=foot)
    return len(pages)


def _table(part: int, cell: ParagraphStyle) -> Table:
    rows = [["#", "N", "P", "C"], *_cells(part)]
    widths = [COLUMN * share / 5.5 for share in (0.5, 2, 2, 1)]
    made = Table([[Paragraph(escape(text), cell) for text in row] for row in rows], widths, repeatRows=1)
    made.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.35, HexColor(0xC4CDD1))]))
    return made


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    start = time.process_time()
    pages = work()
    return time.process_time() - start, pages


def main(rounds: int) -> None:
    """Measure both sides in turn and print the table."""
    document = ours()

    def write() -> int:
        cold()
        return pdf.write(document, BytesIO(), Progress()).pages

    def plain() -> int:
        return platypus(BytesIO())

    speeds: dict[str, list[float]] = {"dipdesk": [], "platypus": []}
    for round_ in range(rounds + 1):
        for name, work in (("dipdesk", write), ("platypus", plain)):
            seconds, pages = _timed(work)
            if round_:
                speeds[name].append(pages / seconds)
            elif name == "dipdesk":
                print(f"{pages} pages, {_PARTS} photos, {_PARTS * _ROWS} table rows, {rounds} rounds")
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    print(f"{'writer':<10}{'pages/s':>9}{'ratio':>8}")
    for name, speed in medians.items():
        print(f"{name:<10}{speed:>9.0f}{speed / medians['platypus']:>8.2f}")
    print(f"goal: ratio of dipdesk at least {GOAL}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
