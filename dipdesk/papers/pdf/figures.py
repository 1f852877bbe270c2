"""Drawings on paper: the vector shapes of a figure, painted with the paper's own shades."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, singledispatch

from reportlab.lib.utils import ImageReader

from dipdesk.papers.blocks import (
    Align,
    Boxed,
    Circle,
    Colour,
    Figure,
    Grid,
    Grow,
    Image,
    Ink,
    Label,
    Line,
    Polygon,
    Rect,
    Shape,
    both,
    in_line,
)
from dipdesk.papers.pdf import fitting, fonts
from dipdesk.papers.pdf.boxes import Box
from dipdesk.papers.pdf.lines import SetLine, lay, printable
from dipdesk.papers.pdf.pictures import opened
from dipdesk.papers.pdf.sheet import Sheet
from dipdesk.papers.style import PAGE_HEIGHT, THIN, Face, Style

_LEADING = 1.2
_RISES = {Grow.UP: 1.0, Grow.BOTH: 0.5, Grow.DOWN: 0.0}
_MOST_ALT = 2_000
_LEAST = 0.7
"""A label that does not fit is made smaller down to this part of its size, then wrapped."""


class Drawing:
    """Turns the lengths of a figure into those of the page."""

    def __init__(self, sheet: Sheet, x: float, top: float, scale: float) -> None:
        self.sheet, self._x, self._top, self.scale = sheet, x, top, scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the figure on the page."""
        return self._x + x * self.scale, self._top + y * self.scale


class FigureBox(Box):
    """A figure, scaled down to its column and ``most_height``; a flag fills that height and is framed."""

    def __init__(self, figure: Figure, most_height: float, flag: bool = False) -> None:
        self._figure, self._most_height, self._flag = figure, most_height, flag

    def _scale(self, width: float) -> float:
        scale = min(width / self._figure.width, self._most_height / self._figure.height)
        return scale if self._flag else min(scale, 1.0)

    def height(self, width: float) -> float:
        return self._figure.height * self._scale(width)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        scale = self._scale(width)
        drawing = Drawing(sheet, x, top, scale)
        with sheet.picture(alt(self._figure)):
            for shape in self._figure.shapes:
                draw(shape, drawing)
            if self._flag:
                sheet.frame(x, top, self._figure.width * scale, self._figure.height * scale, Ink.LINE, THIN)
        sheet.place(self._figure.record, x, top, self._figure.width * scale, self._figure.height * scale)


class CutsBox(Box):
    """Cards of one size side by side in their true size, with thin lines along which they are cut."""

    def __init__(self, cards: tuple[Figure, ...]) -> None:
        self._cards = cards

    def height(self, width: float) -> float:
        return max((card.height for card in self._cards), default=0.0)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        for card in self._cards:
            drawing = Drawing(sheet, x, top, 1.0)
            with sheet.picture(alt(card)):
                for shape in card.shapes:
                    draw(shape, drawing)
            for x1, y1, x2, y2 in edges(x, top, card.width, card.height):
                sheet.line(x1, y1, x2, y2, Ink.LINE, THIN, dashed=True)
            sheet.place(card.record, x, top, card.width, card.height)
            x += card.width


def alt(figure: Figure) -> str:
    """What a drawing shows, for those who cannot see it: its caption, and the words in it."""
    labels = (in_line(shape.text) for shape in figure.shapes if isinstance(shape, Label | Boxed))
    return " · ".join(words for words in (in_line(figure.caption), *labels) if words)[:_MOST_ALT]


def edges(x: float, top: float, width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """The four sides of a rectangle, from where to where."""
    right, bottom = x + width, top + height
    yield x, top, right, top
    yield x, bottom, right, bottom
    yield x, top, x, bottom
    yield right, top, right, bottom


@singledispatch
def draw(shape: Shape, drawing: Drawing) -> None:
    """Draw one shape."""
    raise TypeError(f"no way to draw {type(shape).__name__}")


@draw.register
def _draw_line(shape: Line, drawing: Drawing) -> None:
    start, end = drawing.at(shape.x1, shape.y1), drawing.at(shape.x2, shape.y2)
    drawing.sheet.line(*start, *end, shape.ink, shape.thickness * drawing.scale, shape.dashed)


@draw.register
def _draw_rect(shape: Rect, drawing: Drawing) -> None:
    scale = drawing.scale
    (x, top), (width, height) = drawing.at(shape.x, shape.y), (shape.width * scale, shape.height * scale)
    if shape.radius:
        path = drawing.sheet.rounded(x, top, width, height, shape.radius * scale)
    else:
        path = drawing.sheet.polygon(
            [(x, top), (x + width, top), (x + width, top + height), (x, top + height)]
        )
    drawing.sheet.fill_path(path, shape.fill, shape.ink, shape.thickness * scale)


@draw.register
def _draw_circle(shape: Circle, drawing: Drawing) -> None:
    path = drawing.sheet.circle(*drawing.at(shape.x, shape.y), shape.radius * drawing.scale)
    drawing.sheet.fill_path(path, shape.fill, shape.ink, shape.thickness * drawing.scale)


@draw.register
def _draw_polygon(shape: Polygon, drawing: Drawing) -> None:
    path = drawing.sheet.polygon([drawing.at(x, y) for x, y in shape.points])
    drawing.sheet.fill_path(path, shape.fill, shape.ink, shape.thickness * drawing.scale)


@draw.register
def _draw_image(shape: Image, drawing: Drawing) -> None:
    """The picture in its place; what cannot be read leaves an empty frame."""
    (x, top), scale = drawing.at(shape.x, shape.y), drawing.scale
    picture = _opened(shape.data)
    if picture is not None:
        drawing.sheet.image(picture, x, top, shape.width * scale, shape.height * scale)
    if shape.framed:
        drawing.sheet.frame(x, top, shape.width * scale, shape.height * scale, Ink.LINE, THIN)


@lru_cache(maxsize=24)
def _opened(data: bytes) -> ImageReader | None:
    """A picture that many drawings show, such as a flag, is read once."""
    return opened(data)


@draw.register
def _draw_label(shape: Label, drawing: Drawing) -> None:
    x, y = drawing.at(shape.x, shape.y)
    way = -1 if shape.turned else 1
    for line, style, right, down in label_lines(shape, drawing.scale):
        drawing.sheet.words(line, style, x + way * right, y + way * down, turned=shape.turned)


@draw.register
def _draw_boxed(shape: Boxed, drawing: Drawing) -> None:
    corner = drawing.at(shape.x, shape.y)
    for line, style, right, down in fitting.lines(shape, drawing.scale):
        drawing.sheet.words(line, style, corner[0] + right, corner[1] + down)


@draw.register
def _draw_grid(shape: Grid, drawing: Drawing) -> None:
    side = shape.size * drawing.scale / max(len(shape.rows), 1)
    x, y = drawing.at(shape.x, shape.y)
    path = drawing.sheet.canvas.beginPath()
    for number, row in enumerate(shape.rows, start=1):
        for dark in re.finditer("1+", row):
            base = PAGE_HEIGHT - y - number * side
            path.rect(x + dark.start() * side, base, len(dark[0]) * side, side)
    drawing.sheet.fill_path(path, Ink.TEXT, None, 0.0)


def label_lines(shape: Label, scale: float) -> Iterator[tuple[SetLine, Style, float, float]]:
    """The lines of a label, ``scale`` times enlarged, each with its style and where it begins.

    The distances, in points to the right and down, are counted from the place of the label.
    """
    face = Face.BOLD if shape.bold else Face.REGULAR
    size, room = shape.size * scale, shape.room * scale
    lines = []
    for number, wording in enumerate(both(shape.text)):
        style = Style(size, size * _LEADING, face, shape.ink if number == 0 else _second(shape.ink))
        lines += _fitted(wording, style, room)
    base = -sum(style.leading for _, style in lines[1:]) * _RISES[shape.grow]
    for line, style in lines:
        yield line, style, -_shift(line, shape.align), base
        base += style.leading


def _second(ink: Colour) -> Colour:
    return Ink.MUTED if ink is Ink.TEXT else ink


def _fitted(text: str, style: Style, room: float) -> list[tuple[SetLine, Style]]:
    """The lines of a label with the style that lets them fit."""
    if room <= 0:
        return [(line, style) for line in lay(text, style, 1e6).lines]
    letters = fonts.letters(style.face)
    wide = max(letters.width(printable(line, letters)) for line in text.split("\n")) * style.size
    shrunk = max(min(1.0, room / wide), _LEAST) if wide else 1.0
    smaller = replace(style, size=style.size * shrunk, leading=style.leading * shrunk)
    return [(line, smaller) for line in lay(text, smaller, room + 0.01).lines]


def _shift(line: SetLine, align: Align) -> float:
    return {Align.LEFT: 0.0, Align.CENTRE: line.width / 2, Align.RIGHT: line.width}[align]
