"""Boxes: what blocks become before they are painted. Each knows its height for a width, and how to split.

Heights and widths are points. Nothing is painted before every box has its page, so page numbers are known.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dipdesk.papers.blocks import Align, Colour, Ink, Text, both
from dipdesk.papers.pdf.lines import SetText, lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import BAR, THIN, Face, Style


class Box(ABC):
    """Something with a place on a page; ``above`` and ``below`` are its distances, the larger one counts."""

    above = 0.0
    below = 0.0
    keep_next = False
    """Whether it must not stand last on a page."""
    origin = -1
    """The place of the block in the document that it was made from."""

    @abstractmethod
    def height(self, width: float) -> float:
        """How high it is in a column of ``width``."""

    def split(self, width: float, room: float, fresh: bool) -> "tuple[Box, Box] | None":
        """A part of at most ``room`` and the rest, or None to go to the next page as a whole.

        ``fresh`` tells that ``room`` is a whole page, so that waiting would not help.
        """
        return None

    @abstractmethod
    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw itself; ``x`` and ``top`` are counted from the upper left corner of the page."""

    def inside(self) -> "Iterator[Box]":
        """The boxes that it consists of."""
        return iter(())

    def spaced(self, above: float, below: float) -> "Box":
        """Itself, with these distances."""
        self.above, self.below = above, below
        return self


class Words(Box):
    """A text in one style, in lines of at most ``measure`` points."""

    def __init__(self, text: str, style: Style, record: str = "", measure: float = 0.0) -> None:
        self._text, self._style, self._record, self._measure = text, style, record, measure
        self._room = -1.0
        self._set = SetText([], False)

    def _lines(self, width: float) -> SetText:
        if width != self._room:
            self._set, self._room = lay(self._text, self._style, self._column(width)), width
        return self._set

    def _column(self, width: float) -> float:
        return min(width, self._measure) if self._measure else max(width, 1.0)

    def height(self, width: float) -> float:
        return len(self._lines(width).lines) * self._style.leading

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        total = len(self._lines(width).lines)
        count = min(int(room / self._style.leading + 1e-6), total)
        if total - count == 1:
            count -= 1
        if count < 2 and not (fresh and total > 1):
            return None
        count = max(count, 1)
        return self._part(0, count, width).spaced(self.above, 0), self._part(count, total, width).spaced(
            0, self.below
        )

    def _part(self, start: int, end: int, width: float) -> "Words":
        part = Words("", self._style, self._record, self._measure)
        part._set = SetText(self._set.lines[start:end], self._set.right_to_left)
        part._room, part.origin = width, self.origin
        return part

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        text = self._lines(width)
        style = replace(self._style, align=Align.RIGHT) if self._turned(text) else self._style
        sheet.text(text, style, x, top, self._column(width))
        sheet.place(self._record, x, top, width, len(text.lines) * style.leading)

    def _turned(self, text: SetText) -> bool:
        """Whether the lines begin on the right: right-to-left texts of more than a line do."""
        return text.right_to_left and len(text.lines) > 1 and self._style.align is Align.LEFT


class Gap(Box):
    """Empty height."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        return self._height

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        return


class Rule(Box):
    """A line across the column, or ``length`` long."""

    def __init__(self, colour: Colour = Ink.LINE, thickness: float = THIN, length: float = 0.0) -> None:
        self._colour, self._thickness, self._length = colour, thickness, length

    def height(self, width: float) -> float:
        return self._thickness

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.line(x, top, x + (self._length or width), top, self._colour, self._thickness)


class Stack(Box):
    """Boxes one under the other; ``keep`` holds them on one page if a page can hold them."""

    def __init__(self, boxes: Sequence[Box], keep: bool = False) -> None:
        self._boxes, self._keep = boxes, keep

    def inside(self) -> Iterator[Box]:
        return iter(self._boxes)

    def _spans(self, width: float) -> Iterator[tuple[Box, float, float]]:
        """Each box with its upper and lower edge, counted from the upper edge of the first."""
        end, below = 0.0, 0.0
        for number, box in enumerate(self._boxes):
            top = end + (max(below, box.above) if number else 0.0)
            end, below = top + box.height(width), box.below
            yield box, top, end

    def height(self, width: float) -> float:
        return max((end for _, _, end in self._spans(width)), default=0.0)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for box, down, _ in self._spans(width):
            box.paint(sheet, x, top + down, width)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        if self._keep and not fresh:
            return None
        first, rest = fill(self._boxes, width, room, fresh)
        if not first:
            return None
        return Stack(first).spaced(self.above, 0), Stack(rest).spaced(0, self.below)


def worded(text: Text, style: Style, record: str = "", measure: float = 0.0) -> Box:
    """The box of a text; the second language stands under the first, muted."""
    wordings = both(text)
    if len(wordings) < 2:
        return Words("".join(wordings), style, record, measure)
    second = replace(style, face=Face.REGULAR, ink=Ink.MUTED)
    return Stack([Words(wordings[0], style, record, measure), Words(wordings[1], second, record, measure)])


class Beside(Box):
    """Boxes side by side with ``gap`` between; the first is ``lead`` points wide, or all share the width."""

    def __init__(
        self, cells: Sequence[Box], shares: Sequence[float], gap: float = 0.0, lead: float = 0.0
    ) -> None:
        self._cells, self._shares, self._gap, self._lead = cells, shares, gap, lead
        self._width = self._height = -1.0

    def inside(self) -> Iterator[Box]:
        return iter(self._cells)

    def _columns(self, width: float) -> list[tuple[Box, float, float]]:
        """Each cell with its left edge and width."""
        widths = self._widths(width - self._gap * (len(self._cells) - 1) - self._lead)
        columns, left = [], 0.0
        for cell, wide in zip(self._cells, [self._lead, *widths] if self._lead else widths, strict=True):
            columns.append((cell, left, wide))
            left += wide + self._gap
        return columns

    def _widths(self, free: float) -> list[float]:
        """How the cells share the width that is ``free``."""
        scale = max(free, 1.0) / sum(self._shares)
        return [share * scale for share in self._shares]

    def height(self, width: float) -> float:
        if width != self._width:
            self._height = max((cell.height(wide) for cell, _, wide in self._columns(width)), default=0.0)
            self._width = width
        return self._height

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for cell, left, wide in self._columns(width):
            cell.paint(sheet, x + left, top, wide)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        halves = [halved(cell, wide, room, fresh) for cell, _, wide in self._columns(width)]
        if any(half is None for half in halves):
            return None
        pairs = [half for half in halves if half is not None]
        first, rest = self._halves([one for one, _ in pairs], [two for _, two in pairs])
        return first.spaced(self.above, 0), rest.spaced(0, self.below)

    def _halves(self, first: list[Box], rest: list[Box]) -> tuple[Box, Box]:
        return (
            Beside(first, self._shares, self._gap, self._lead),
            Beside(rest, self._shares, self._gap, self._lead),
        )


class Joined(Beside):
    """Boxes side by side that are read as one paragraph: a label and what it stands for."""

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.part("P"):
            super().paint(sheet, x, top, width)

    def _halves(self, first: list[Box], rest: list[Box]) -> tuple[Box, Box]:
        return (
            Joined(first, self._shares, self._gap, self._lead),
            Joined(rest, self._shares, self._gap, self._lead),
        )


def halved(box: Box, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
    """What of ``box`` fits into ``room`` and what is left, which may be empty."""
    if box.height(width) <= room:
        return box, Gap(0.0)
    return box.split(width, room, fresh)


class Inset(Box):
    """A box moved in from the left, with a coloured bar at its edge."""

    def __init__(self, box: Box, colour: Colour, indent: float = 10.0) -> None:
        self._box, self._colour, self._indent = box, colour, indent

    def inside(self) -> Iterator[Box]:
        yield self._box

    def height(self, width: float) -> float:
        return self._box.height(width - self._indent)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.bar(x, top, BAR, self.height(width), self._colour)
        self._box.paint(sheet, x + self._indent, top, width - self._indent)

    def split(self, width: float, room: float, fresh: bool) -> tuple[Box, Box] | None:
        halves = self._box.split(width - self._indent, room, fresh)
        if halves is None:
            return None
        first, rest = (Inset(half, self._colour, self._indent) for half in halves)
        return first.spaced(self.above, 0), rest.spaced(0, self.below)


def fill(boxes: Sequence[Box], width: float, room: float, fresh: bool) -> tuple[list[Box], list[Box]]:
    """The boxes that fill a height of ``room``, the last perhaps in part, and those that are left.

    Nothing is taken if not even the first fits and the room is not ``fresh``; else always something.
    """
    taken: list[Box] = []
    used, below = 0.0, 0.0
    for number, box in enumerate(boxes):
        top = used + (max(below, box.above) if taken else 0.0)
        end = top + box.height(width)
        if end > room:
            alone = fresh and all(one.keep_next for one in taken)
            return _ended(taken, boxes[number:], box.split(width, room - top, alone), fresh)
        taken.append(box)
        used, below = end, box.below
    return taken, []


def _ended(
    taken: list[Box], left: Sequence[Box], halves: tuple[Box, Box] | None, fresh: bool
) -> tuple[list[Box], list[Box]]:
    """End in the middle of the first box that is left, or before it and the headings that belong to it."""
    if halves is not None:
        halves[0].origin = left[0].origin
        return [*taken, halves[0]], [halves[1], *left[1:]]
    if fresh and not taken:
        return [left[0]], list(left[1:])
    kept = len(taken)
    while kept and taken[kept - 1].keep_next:
        kept -= 1
    if kept == 0 and fresh:
        kept = len(taken)
    return taken[:kept], [*taken[kept:], *left]
