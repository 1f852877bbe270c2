"""Drawings for Word: the vector shapes of a figure as a picture, its labels set as on our own paper."""

from collections.abc import Iterable
from functools import lru_cache, singledispatch
from io import BytesIO
from itertools import pairwise

from PIL import Image as Pixels
from PIL import ImageChops, ImageDraw, ImageFont

from dipdesk import paths
from dipdesk.papers import pictures
from dipdesk.papers.blocks import (
    Boxed,
    Circle,
    Colour,
    Figure,
    Grid,
    Image,
    Ink,
    Label,
    Line,
    Polygon,
    Rect,
    Shape,
)
from dipdesk.papers.pdf import fitting
from dipdesk.papers.pdf.figures import label_lines
from dipdesk.papers.pdf.fonts import scale as font_scale
from dipdesk.papers.pdf.lines import SetLine
from dipdesk.papers.style import THIN, Style, shade

_DOTS = 220
"""Dots of the picture in an inch."""
_FINER = 2
"""How much finer it is drawn, so that edges are smooth."""
_DASH = 2.0
_MOST_CROSSING = 16
"""Shapes of more corners, such as coasts, do not cross themselves."""


class _Sheet:
    """Draws shapes; ``fine`` is the number of its dots to a point of the figure."""

    def __init__(self, figure: Figure, fine: float) -> None:
        size = (max(round(figure.width * fine), 1), max(round(figure.height * fine), 1))
        self.image = Pixels.new("RGB", size, _rgb(Ink.PAPER))
        self.pen = ImageDraw.Draw(self.image)
        self.fine = fine

    def turn(self) -> None:
        """Turn the sheet around, as it lies, by half."""
        self.image = self.image.transpose(Pixels.Transpose.ROTATE_180)
        self.pen = ImageDraw.Draw(self.image)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the figure in dots."""
        return x * self.fine, y * self.fine

    def thick(self, thickness: float) -> int:
        """The thickness of a line in dots."""
        return max(round(thickness * self.fine), 1)


def drawn(figure: Figure, scale: float) -> Pixels.Image:
    """The picture of a figure that is shown at ``scale``."""
    fine = scale * _DOTS / 72
    sheet = _Sheet(figure, fine * _FINER)
    for shape in figure.shapes:
        _draw(shape, sheet)
    return sheet.image.reduce(_FINER)


def _rgb(colour: Colour) -> tuple[int, int, int]:
    rgb = shade(colour)
    return rgb.red, rgb.green, rgb.blue


def _paint(colour: Colour | None) -> tuple[int, int, int] | None:
    return None if colour is None else _rgb(colour)


@singledispatch
def _draw(shape: Shape, sheet: _Sheet) -> None:
    raise TypeError(f"no way to draw {type(shape).__name__}")


@_draw.register
def _line(shape: Line, sheet: _Sheet) -> None:
    width, ink = sheet.thick(shape.thickness), _rgb(shape.ink)
    across, down = shape.x2 - shape.x1, shape.y2 - shape.y1
    length = (across**2 + down**2) ** 0.5
    if not shape.dashed or length == 0:
        sheet.pen.line([sheet.at(shape.x1, shape.y1), sheet.at(shape.x2, shape.y2)], ink, width)
        return
    for number in range(0, int(length / _DASH) + 1, 2):
        start, end = number * _DASH / length, min((number + 1) * _DASH / length, 1.0)
        ends = [sheet.at(shape.x1 + across * part, shape.y1 + down * part) for part in (start, end)]
        sheet.pen.line(ends, ink, width)


@_draw.register
def _rect(shape: Rect, sheet: _Sheet) -> None:
    corners = [sheet.at(shape.x, shape.y), sheet.at(shape.x + shape.width, shape.y + shape.height)]
    width = sheet.thick(shape.thickness) if shape.ink else 0
    radius = shape.radius * sheet.fine
    sheet.pen.rounded_rectangle(corners, radius, _paint(shape.fill), _paint(shape.ink), width)


@_draw.register
def _circle(shape: Circle, sheet: _Sheet) -> None:
    width = sheet.thick(shape.thickness) if shape.ink else 0
    centre, radius = sheet.at(shape.x, shape.y), shape.radius * sheet.fine
    sheet.pen.circle(centre, radius, _paint(shape.fill), _paint(shape.ink), width)


@_draw.register
def _polygon(shape: Polygon, sheet: _Sheet) -> None:
    points = [sheet.at(*point) for point in shape.points]
    if len(points) < 2:
        return
    if shape.fill is not None and len(points) > 2:
        if len(points) <= _MOST_CROSSING:
            _fill(sheet.image, points, _rgb(shape.fill))
        else:
            sheet.pen.polygon(points, _rgb(shape.fill))
    if shape.ink is not None:
        sheet.pen.line([*points, points[0]], _rgb(shape.ink), sheet.thick(shape.thickness), "curve")


def _fill(image: Pixels.Image, points: list[tuple[float, float]], colour: tuple[int, int, int]) -> None:
    """Fill a shape whose lines may cross; only its own part of the picture is looked at."""
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    left, top = max(int(min(xs)), 0), max(int(min(ys)), 0)
    size = min(int(max(xs)) + 1, image.width) - left, min(int(max(ys)) + 1, image.height) - top
    if min(size) > 0:
        image.paste(colour, (left, top), _inside([(x - left, y - top) for x, y in points], size))


def _inside(points: list[tuple[float, float]], size: tuple[int, int]) -> Pixels.Image:
    """Where lines wind around a place at least once: by the triangles from the first corner, with sign."""
    left, right = (Pixels.new("L", size) for _ in range(2))
    first = points[0]
    for one, two in pairwise(points[1:]):
        turn = (one[0] - first[0]) * (two[1] - first[1]) - (one[1] - first[1]) * (two[0] - first[0])
        triangle = Pixels.new("L", size)
        ImageDraw.Draw(triangle).polygon([first, one, two], 1)
        if turn > 0:
            left = ImageChops.add(left, triangle)
        else:
            right = ImageChops.add(right, triangle)
    return ImageChops.difference(left, right).point([0] + [255] * 255)


@_draw.register
def _image(shape: Image, sheet: _Sheet) -> None:
    corner, size = sheet.at(shape.x, shape.y), (shape.width * sheet.fine, shape.height * sheet.fine)
    across, down = max(round(size[0]), 1), max(round(size[1]), 1)
    found = pictures.readable(shape.data)
    if found is not None:
        opened = Pixels.open(BytesIO(found)) if isinstance(found, bytes) else found
        place = round(corner[0]), round(corner[1])
        sheet.image.paste(opened.convert("RGB").resize((across, down)), place)
    box = [corner, (corner[0] + size[0], corner[1] + size[1])]
    if shape.framed:
        sheet.pen.rectangle(box, None, _rgb(Ink.LINE), sheet.thick(THIN))


@_draw.register
def _label(shape: Label, sheet: _Sheet) -> None:
    """A label; one that stands on its head is drawn onto the sheet while that is turned."""
    if not shape.turned:
        _words(label_lines(shape, 1.0), (shape.x, shape.y), sheet)
        return
    width, height = (side / sheet.fine for side in sheet.image.size)
    sheet.turn()
    _words(label_lines(shape, 1.0), (width - shape.x, height - shape.y), sheet)
    sheet.turn()


@_draw.register
def _boxed(shape: Boxed, sheet: _Sheet) -> None:
    _words(fitting.lines(shape, 1.0), (shape.x, shape.y), sheet)


@_draw.register
def _grid(shape: Grid, sheet: _Sheet) -> None:
    side, ink = shape.size / max(len(shape.rows), 1), _rgb(Ink.TEXT)
    for down, row in enumerate(shape.rows):
        for right, dark in enumerate(row):
            if dark == "1":
                corner = shape.x + right * side, shape.y + down * side
                sheet.pen.rectangle([sheet.at(*corner), sheet.at(corner[0] + side, corner[1] + side)], ink)


def _words(
    lines: Iterable[tuple[SetLine, Style, float, float]], corner: tuple[float, float], sheet: _Sheet
) -> None:
    """Draw lines, each with its distance from a corner."""
    for line, style, right, down in lines:
        x, y = sheet.at(corner[0] + right, corner[1] + down)
        size = style.size * sheet.fine
        if not -size < y < sheet.image.height + size:
            continue
        for font_name, stretch in line.runs:
            font = _font(font_name, max(int(size * font_scale(font_name)), 1))
            sheet.pen.text((x, y), stretch, _rgb(style.ink), font, "ls")
            x += font.getlength(stretch)


@lru_cache(maxsize=64)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font for letters of ``size`` dots; its first letter takes twenty milliseconds, the next ones none."""
    path = paths.resources("third_party", "fonts", f"{name}.ttf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
