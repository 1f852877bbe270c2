"""The running text of letters, with its sides and its short first line."""

from dataclasses import replace

from dipdesk.papers.blocks import Align, Prose, Side, in_line
from dipdesk.papers.pdf.boxes import Box, Words
from dipdesk.papers.pdf.lines import SetText, lay
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import INDENT, LETTER, LETTER_STRONG, Style

_ALIGNS = {Side.CENTRE: Align.CENTRE, Side.RIGHT: Align.RIGHT}


def prose(block: Prose) -> Box:
    """The box of a paragraph of a letter."""
    style = replace(LETTER_STRONG if block.strong else LETTER, align=_ALIGNS.get(block.side, Align.LEFT))
    style = replace(style, ink=block.ink)
    text = in_line(block.text)
    indent = INDENT if block.indented else 0.0
    made: Box
    if block.side is Side.FULL or indent:
        made = _Full(text, style, block.record, indent, block.side is Side.FULL)
    else:
        made = Words(text, style, block.record)
    return made.spaced(block.above, block.below)


class _Full(Words):
    """Lines that reach from edge to edge, the first with an indent; the last ends where it ends."""

    def __init__(self, text: str, style: Style, record: str, indent: float, full: bool) -> None:
        super().__init__(text, style, record)
        self._indent, self._full, self._ends = indent, full, True

    def _lines(self, width: float) -> SetText:
        if width != self._room:
            self._set = lay(self._text, self._style, self._column(width), self._indent)
            self._room = width
        return self._set

    def _part(self, start: int, end: int, width: float) -> Words:
        part = _Full("", self._style, self._record, self._indent if start == 0 else 0.0, self._full)
        part._set = SetText(self._set.lines[start:end], self._set.right_to_left)
        part._ends = self._ends and end == len(self._set.lines)
        part._room, part.origin = width, self.origin
        return part

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        text = self._lines(width)
        if text.right_to_left:
            super().paint(sheet, x, top, width)
            return
        sheet.prose(text, self._style, x, top, width, self._indent, self._full, self._ends)
        sheet.place(self._record, x, top, width, len(text.lines) * self._style.leading)
