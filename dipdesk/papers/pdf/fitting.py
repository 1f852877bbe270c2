"""Sets a text into a rectangle: as large as wished, or as small as it must be to stay inside as a whole."""

from collections.abc import Iterator
from dataclasses import replace

from dipdesk.papers.blocks import Align, Boxed, Ink, both
from dipdesk.papers.pdf import fonts
from dipdesk.papers.pdf.lines import SetLine, count, lay, printable
from dipdesk.papers.style import Face, Style

LEADING = 1.2
_BASE = 0.78
"""The base line in parts of the leading."""
ONE_LINE = 0.7
"""A text is made smaller down to this part of its size before it is wrapped."""
_WHOLE_WORDS = 0.4
"""Down to this part of its size before a word is broken."""
_HALVINGS = 8


def lines(shape: Boxed, scale: float) -> Iterator[tuple[SetLine, Style, float, float]]:
    """The lines of a text, ``scale`` times enlarged, each with its style and where its base line begins.

    The distances, in points to the right and down, are counted from the corner of the rectangle.
    """
    width, height = shape.width * scale, shape.height * scale
    face = Face.BOLD if shape.bold else Face.REGULAR
    second = Ink.MUTED if shape.ink is Ink.TEXT else shape.ink
    wordings = [one.strip() for one in both(shape.text)]
    size = _size(wordings, face, shape.size * scale, width, height)
    style = Style(size, size * LEADING, face, shape.ink)
    found = [
        (line, style if number == 0 else replace(style, ink=second))
        for number, wording in enumerate(wordings)
        for line in lay(wording, style, width + 0.01).lines
    ]
    base = (height - len(found) * style.leading) / 2 + _BASE * style.leading
    for line, own in found:
        yield line, own, _indent(line, shape.align, width), base
        base += style.leading


def _size(wordings: list[str], face: Face, wanted: float, width: float, height: float) -> float:
    """The size of type in which all of it fits: one line each if that is not too small."""
    letters = fonts.letters(face)
    spans = [letters.width(printable(line, letters)) for text in wordings for line in text.split("\n")]
    wide = max(spans, default=0.0)
    single = min(wanted, width / wide if wide else wanted, height / LEADING / max(len(spans), 1))
    if single >= wanted * ONE_LINE:
        return single
    words = [letters.width(printable(word, letters)) for text in wordings for word in text.split()]
    widest = max(words, default=0.0)
    whole = width / widest if widest else wanted
    high = min(wanted, whole) if whole >= wanted * _WHOLE_WORDS else wanted
    if _fits(wordings, face, high, width, height):
        return max(high, single)
    low = 0.0
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(wordings, face, middle, width, height) else (low, middle)
    return max(low, single)


def _fits(wordings: list[str], face: Face, size: float, width: float, height: float) -> bool:
    lines_taken = sum(count(text, face, (width + 0.01) / size) for text in wordings)
    return lines_taken * size * LEADING <= height


def _indent(line: SetLine, align: Align, width: float) -> float:
    left_over = width - line.width
    return {Align.LEFT: 0.0, Align.CENTRE: left_over / 2, Align.RIGHT: left_over}[align]
