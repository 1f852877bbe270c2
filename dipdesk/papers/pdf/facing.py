"""Two languages on facing pages: each runs over its own pages, and both begin beside each other."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from dipdesk.papers.pdf.boxes import Box, Gap, fill
from dipdesk.papers.style import COLUMN, PAGE_ROOM

Page = list[Box]


class FacingBox(Gap):
    """What stands on the left pages and what on the right ones."""

    def __init__(self, left: Sequence[Box], right: Sequence[Box]) -> None:
        super().__init__(0.0)
        self._left, self._right = left, right

    def pages(self, before: int) -> Iterator[Page]:
        """Left and right pages in turn, the first with an even number if ``before`` pages are there."""
        if before % 2 == 0:
            yield []
        for left, right in zip_longest(filled(self._left), filled(self._right)):
            yield left or []
            yield right or []


def filled(boxes: Sequence[Box]) -> Iterator[Page]:
    """The boxes of each page."""
    rest: Sequence[Box] = boxes
    while rest:
        taken, rest = fill(rest, COLUMN, PAGE_ROOM, fresh=True)
        yield taken
