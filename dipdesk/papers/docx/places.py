"""The room that a shape of a drawing takes, and shapes moved to another place."""

from dataclasses import dataclass, replace
from functools import singledispatch

from dipdesk.papers.blocks import Align, Boxed, Circle, Grid, Image, Label, Line, Polygon, Rect, Shape, both
from dipdesk.papers.pdf.figures import label_lines

NARROWER = 0.8
"""Other fonts may stand in for ours and be wider, so words are set as if they had only so much room."""
_BASE = 0.78
"""The base line in parts of the leading."""
_AROUND = 1.5
"""What a line takes on both sides, so that it can be seen however thin it is."""
_SLACK = 4.0
"""Beside a label, for fonts that are a little wider than ours."""


@dataclass(frozen=True)
class Extent:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@singledispatch
def extent(shape: Shape) -> Extent | None:
    """The room of a shape; None if it shows nothing."""
    raise TypeError(f"no extent of {type(shape).__name__}")


@extent.register
def _rect(shape: Rect) -> Extent | None:
    half = shape.thickness / 2 if shape.ink else 0.0
    return Extent(shape.x - half, shape.y - half, shape.x + shape.width + half, shape.y + shape.height + half)


@extent.register(Image)
@extent.register(Boxed)
def _rectangle(shape: Image | Boxed) -> Extent | None:
    if isinstance(shape, Boxed) and not any(one.strip() for one in both(shape.text)):
        return None
    return Extent(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)


@extent.register
def _grid(shape: Grid) -> Extent | None:
    return Extent(shape.x, shape.y, shape.x + shape.size, shape.y + shape.size)


@extent.register
def _line(shape: Line) -> Extent | None:
    half = max(shape.thickness / 2, _AROUND)
    (left, right), (top, bottom) = sorted((shape.x1, shape.x2)), sorted((shape.y1, shape.y2))
    return Extent(left, top - half, right, bottom + half)


@extent.register
def _circle(shape: Circle) -> Extent | None:
    radius = shape.radius
    return Extent(shape.x - radius, shape.y - radius, shape.x + radius, shape.y + radius)


@extent.register
def _polygon(shape: Polygon) -> Extent | None:
    if not shape.points:
        return None
    xs, ys = [x for x, _y in shape.points], [y for _x, y in shape.points]
    return Extent(min(xs), min(ys), max(xs), max(ys))


@extent.register
def _label(shape: Label) -> Extent | None:
    """As wide as its room if it has one, so that other fonts do not wrap it; turned around its place."""
    own = shape if shape.turned else replace(shape, room=shape.room * NARROWER)
    lines = list(label_lines(own, 1.0))
    if not any(one.strip() for one in both(shape.text)) or not lines:
        return None
    style = lines[0][1]
    width = max(shape.room, max(line.width for line, *_rest in lines) + _SLACK)
    left = {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[shape.align]
    top, bottom = lines[0][3] - _BASE * style.leading, lines[-1][3] + (1 - _BASE) * style.leading
    if shape.turned:
        left, top, bottom = width - left, -bottom, -top
    return Extent(shape.x - left, shape.y + top, shape.x - left + width, shape.y + bottom)


def moved(shape: Shape, across: float, down: float) -> Shape:
    """The shape at another place."""
    if isinstance(shape, Line):
        x1, x2, y1, y2 = shape.x1 + across, shape.x2 + across, shape.y1 + down, shape.y2 + down
        return replace(shape, x1=x1, x2=x2, y1=y1, y2=y2)
    if isinstance(shape, Polygon):
        return replace(shape, points=tuple((x + across, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + across, y=shape.y + down)
