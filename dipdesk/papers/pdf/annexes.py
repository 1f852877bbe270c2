"""Boxes on a page of their own with a foot: posters, and the pages of annexes."""

from dipdesk.papers.annexing import Placed
from dipdesk.papers.blocks import Ink
from dipdesk.papers.pdf.boxes import Box, Stack
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import MARGIN, PAGE_HEIGHT, PAGE_ROOM, PAGE_WIDTH, THIN

_EDGE = 30.0
"""What stays free on the left and right of an annex."""
_BELOW_HEAD = 10.0


class PosterBox(Stack):
    """What stands on a page of another size; it fills a page whatever is before or after it."""

    def __init__(self, boxes: list[Box], *, wide: bool, scale: float) -> None:
        super().__init__(boxes, keep=True)
        self.scale = scale
        self.page_width, self.page_height = (PAGE_HEIGHT, PAGE_WIDTH) if wide else (PAGE_WIDTH, PAGE_HEIGHT)
        self.column = self.page_width - 2 * MARGIN

    def height(self, width: float) -> float:
        return PAGE_ROOM

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        return None


class AnnexPage(PosterBox):
    """A page of an annex as large as fits below ``heads``; on its side if that page is."""

    def __init__(self, heads: list[Box], content: bytes, number: int, size: tuple[float, float]) -> None:
        super().__init__(heads, wide=size[0] > size[1], scale=1.0)
        self._content, self._number, self._size = content, number, size

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        super().paint(sheet, x, top, width)
        used = max((end for _box, _top, end in self._spans(width)), default=0.0)
        first = top + (used + _BELOW_HEAD if used else 0.0)
        across, down = self._size
        room = self.page_width - 2 * _EDGE, self.page_height - MARGIN - first
        scale = min(room[0] / across, room[1] / down)
        across, down = across * scale, down * scale
        left = (self.page_width - across) / 2
        sheet.frame(left, first, across, down, Ink.LINE, THIN)
        bottom = self.page_height - first - down
        sheet.annexed.append(Placed(sheet.page, self._content, self._number, left, bottom, across, down))
