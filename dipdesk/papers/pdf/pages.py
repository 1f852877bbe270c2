"""Divides boxes over pages and paints the pages."""

from collections.abc import Iterator, Sequence

from dipdesk.papers.blocks import Document
from dipdesk.papers.pdf.annexes import PosterBox
from dipdesk.papers.pdf.boxes import Box, Stack, fill
from dipdesk.papers.pdf.cover import Spread
from dipdesk.papers.pdf.facing import FacingBox
from dipdesk.papers.pdf.foot import Foot
from dipdesk.papers.pdf.headings import HeadingBox
from dipdesk.papers.pdf.leaves import Break, LeafBox
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import COLUMN, MARGIN, PAGE_ROOM
from dipdesk.progress import Progress

Page = list[Box]

_SMALL_REST = PAGE_ROOM / 5
"""What is lower has no page of its own before a gentle break."""
_SCANT = PAGE_ROOM / 8
"""If less would stand on the last page of a chapter, some of the page before goes there too."""


def divided(boxes: Sequence[Box], progress: Progress) -> list[Page]:
    """The boxes of each page; at least one page. The first half of the progress."""
    pages: list[Page] = []
    rest: Sequence[Box] = boxes
    done = 0
    while rest:
        chapter, gentle, rest = _until_break(rest)
        begun, before = len(pages), chapter
        if chapter and isinstance(chapter[0], FacingBox):
            pages += chapter[0].pages(len(pages))
            continue
        while chapter:
            last, before = before, chapter
            taken, chapter = fill(chapter, COLUMN, PAGE_ROOM, fresh=True)
            pages.append(taken)
            done = max(done, len(boxes) - len(rest) - len(chapter))
            progress.step(done, 2 * len(boxes))
        if gentle and rest and begun < len(pages) and _height(pages[-1]) < _SMALL_REST:
            rest = [*pages.pop(), *rest]
        elif begun + 1 < len(pages) and _height(pages[-1]) < _SCANT:
            pages[-2:] = _balanced(last) or pages[-2:]
    return pages or [[]]


def _balanced(boxes: Sequence[Box]) -> list[Page]:
    """Two pages of which the second is not scant; empty if the boxes cannot be divided so."""
    first, rest = fill(boxes, COLUMN, PAGE_ROOM - _SCANT, fresh=True)
    second, more = fill(rest, COLUMN, PAGE_ROOM, fresh=True)
    is_better = not more and _height(second) >= _SCANT and _height(first) >= PAGE_ROOM / 2
    return [first, second] if is_better else []


def _height(page: Page) -> float:
    return Stack(page).height(COLUMN)


def _until_break(boxes: Sequence[Box]) -> tuple[Sequence[Box], bool, Sequence[Box]]:
    """The boxes up to the first break, whether it is gentle, and the boxes after it."""
    for number, box in enumerate(boxes):
        if isinstance(box, Break):
            return boxes[:number], box.gentle, boxes[number + 1 :]
    return boxes, False, []


def paint(
    pages: Sequence[Page], document: Document, sheet: Sheet, progress: Progress, only: int | None = None
) -> None:
    """Paint every page with its foot, or ``only`` one (from 1); the second half of the progress."""
    sheet.heading_pages.update(headed(pages))
    foot = Foot(document, len(pages))
    for number, page in enumerate(pages, start=1):
        own = next((box for box in page if isinstance(box, PosterBox | LeafBox)), None)
        if own is not None:
            sheet.form(own.page_height, own.page_width, own.scale if isinstance(own, PosterBox) else 1.0)
        if only in (None, number):
            _paint_page(page, own, sheet, foot)
        sheet.next_page()
        progress.step(len(pages) + number, 2 * len(pages))


def _paint_page(page: Page, own: PosterBox | LeafBox | None, sheet: Sheet, foot: Foot) -> None:
    """Paint a page; of those of a form of its ``own`` only a poster has margins and a foot."""
    if isinstance(own, LeafBox):
        own.paint(sheet, 0.0, 0.0, own.page_width)
    elif own is not None:
        own.paint(sheet, MARGIN, MARGIN, own.column)
        foot.paint(sheet, own.column, own.page_height)
    else:
        Stack(page).paint(sheet, MARGIN, MARGIN, COLUMN)
        if not any(isinstance(box, Spread) for box in page):
            foot.paint(sheet)


def headed(pages: Sequence[Page]) -> dict[int, int]:
    """The page of every heading by its number."""
    found: dict[int, int] = {}
    for number, page in enumerate(pages, start=1):
        for box in _every(page):
            if isinstance(box, HeadingBox):
                found.setdefault(box.number, number)
    return found


def _every(boxes: Sequence[Box]) -> Iterator[Box]:
    for box in boxes:
        yield box
        yield from _every(list(box.inside()))


def block_pages(pages: Sequence[Page], blocks: int) -> tuple[int, ...]:
    """The page on which each of ``blocks`` blocks begins; one without a box counts with the next."""
    first: dict[int, int] = {}
    for number, page in enumerate(pages, start=1):
        for box in page:
            first.setdefault(box.origin, number)
    begun: list[int] = []
    page_now = len(pages)
    for block in reversed(range(blocks)):
        page_now = first.get(block, page_now)
        begun.append(page_now)
    return tuple(reversed(begun))
