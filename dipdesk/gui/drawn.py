"""Drawings in the window: the vector shapes of papers, painted in the colours of the theme."""

from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from dipdesk.gui.theme import font
from dipdesk.gui.tokens import Tokens
from dipdesk.papers.drawing import (
    Align,
    Boxed,
    Circle,
    Colour,
    Grid,
    Grow,
    Image,
    Ink,
    Label,
    Line,
    Polygon,
    Rect,
    Rgb,
    Shape,
)
from dipdesk.papers.words import both

_INKS = {
    Ink.TEXT: "ink",
    Ink.MUTED: "muted",
    Ink.ACCENT: "accent",
    Ink.LINE: "line",
    Ink.TINT: "accent_soft",
    Ink.PAPER: "paper",
    Ink.GREEN: "good",
    Ink.AMBER: "attention",
    Ink.RED: "bad",
    Ink.BLUE: "info",
}
_LEADING = 1.2
_LEAST = 0.7
"""A label that does not fit is made smaller down to this part of its size, then wrapped."""
_ASIDE = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_RISES = {Grow.UP: 1.0, Grow.BOTH: 0.5, Grow.DOWN: 0.0}


class Brush:
    """Paints shapes with ``painter``; a length of 1 is ``scale`` pixels, the origin that of the painter."""

    def __init__(self, painter: QPainter, colours: Tokens, scale: float) -> None:
        self.painter, self._colours, self.scale = painter, colours, scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, colour: Colour) -> QColor:
        """A colour of a drawing as it looks in the theme."""
        if isinstance(colour, Rgb):
            return QColor(colour.red, colour.green, colour.blue)
        return QColor(getattr(self._colours, _INKS[colour]))

    def ready(
        self, fill: Colour | None, ink: Colour | None, thickness: float, *, dashed: bool = False
    ) -> None:
        """Take up the pen and the fill of the next shape."""
        pen = QPen(Qt.PenStyle.NoPen)
        if ink is not None:
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            pen = QPen(self.colour(ink), thickness * self.scale, style)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(QBrush(self.colour(fill)) if fill is not None else QBrush())


@singledispatch
def draw(shape: Shape, brush: Brush) -> None:
    """Paint one shape."""
    raise TypeError(f"no way to draw {type(shape).__name__}")


@draw.register
def _draw_line(shape: Line, brush: Brush) -> None:
    brush.ready(None, shape.ink, shape.thickness, dashed=shape.dashed)
    scale = brush.scale
    start, end = QPointF(shape.x1 * scale, shape.y1 * scale), QPointF(shape.x2 * scale, shape.y2 * scale)
    brush.painter.drawLine(start, end)


@draw.register
def _draw_rect(shape: Rect, brush: Brush) -> None:
    brush.ready(shape.fill, shape.ink, shape.thickness)
    scale = brush.scale
    box = QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
    brush.painter.drawRoundedRect(box, shape.radius * scale, shape.radius * scale)


@draw.register
def _draw_circle(shape: Circle, brush: Brush) -> None:
    brush.ready(shape.fill, shape.ink, shape.thickness)
    scale = brush.scale
    brush.painter.drawEllipse(
        QPointF(shape.x * scale, shape.y * scale), shape.radius * scale, shape.radius * scale
    )


@draw.register
def _draw_polygon(shape: Polygon, brush: Brush) -> None:
    brush.ready(shape.fill, shape.ink, shape.thickness)
    scale = brush.scale
    points = QPolygonF([QPointF(x * scale, y * scale) for x, y in shape.points])
    brush.painter.drawPolygon(points, Qt.FillRule.WindingFill)


@draw.register
def _draw_image(shape: Image, brush: Brush) -> None:
    picture, scale = QImage.fromData(shape.data), brush.scale
    brush.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brush.painter.drawImage(
        QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale), picture
    )


@draw.register
def _draw_label(shape: Label, brush: Brush) -> None:
    for text, size, ink, x, y in label_lines(shape, brush.scale):
        brush.painter.setFont(_face(size, bold=shape.bold))
        brush.painter.setPen(brush.colour(ink))
        brush.painter.drawText(QPointF(x, y), text)


@draw.register
def _draw_boxed(shape: Boxed, brush: Brush) -> None:
    """The text as large as it fits, its wordings one below the other."""
    scale, wordings = brush.scale, both(shape.text)
    box = QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
    text = "\n".join(one.strip() for one in wordings)
    flags = _ASIDE[shape.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    if text:
        size = _boxed_size(text, shape, box, int(flags))
        brush.painter.setFont(_face(size, bold=shape.bold))
        brush.painter.setPen(brush.colour(shape.ink))
        brush.painter.drawText(box, int(flags), text)


def _boxed_size(text: str, shape: Boxed, box: QRectF, flags: int) -> int:
    """The size in whole pixels in which a text stays inside a rectangle: smaller first, then wrapped."""
    wanted = shape.size * min(box.width() / max(shape.width, 0.01), 100.0)
    lines = text.split("\n")
    plain = QFontMetricsF(_face(wanted, bold=shape.bold))
    wide = max(plain.horizontalAdvance(line) for line in lines)
    single = min(wanted, wanted * box.width() / max(wide, 0.01), box.height() / _LEADING / len(lines))
    if single >= wanted * _LEAST:
        return max(int(single), 1)
    for size in range(int(wanted), 1, -1):
        metrics = QFontMetricsF(_face(size, bold=shape.bold))
        needed = metrics.boundingRect(QRectF(0, 0, box.width(), 1e6), flags, text)
        if needed.height() <= box.height() and needed.width() <= box.width() + 1:
            return max(size, int(single))
    return max(int(single), 1)


@draw.register
def _draw_grid(shape: Grid, brush: Brush) -> None:
    side = shape.size * brush.scale / max(len(shape.rows), 1)
    brush.ready(Ink.TEXT, None, 0.0)
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for down, row in enumerate(shape.rows):
        for right, dark in enumerate(row):
            if dark == "1":
                corner = QPointF(shape.x * brush.scale + right * side, shape.y * brush.scale + down * side)
                brush.painter.drawRect(QRectF(corner.x(), corner.y(), side, side))
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def label_lines(shape: Label, scale: float) -> list[tuple[str, float, Colour, float, float]]:
    """The lines of a label: text, size in pixels, colour, and where each begins (in pixels)."""
    lines: list[tuple[str, float, Colour]] = []
    for number, wording in enumerate(both(shape.text)):
        ink = Ink.MUTED if number and shape.ink is Ink.TEXT else shape.ink
        lines += [(text, size, ink) for text, size in _fitted(wording, shape, scale)]
    y = shape.y * scale - sum(size for _text, size, _ink in lines[1:]) * _LEADING * _RISES[shape.grow]
    found = []
    for text, size, ink in lines:
        wide = QFontMetricsF(_face(size, bold=shape.bold)).horizontalAdvance(text)
        shift = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[shape.align]
        found.append((text, size, ink, shape.x * scale - shift, y))
        y += size * _LEADING
    return found


def _fitted(wording: str, shape: Label, scale: float) -> list[tuple[str, float]]:
    """The lines of one wording with their size: made smaller, then wrapped, until they fit."""
    size, room = shape.size * scale, shape.room * scale
    if room <= 0:
        return [(" ".join(line.split()), size) for line in wording.split("\n")]
    text = " ".join(wording.split())
    wide = QFontMetricsF(_face(size, bold=shape.bold)).horizontalAdvance(text)
    if wide <= room:
        return [(text, size)]
    size *= max(room / wide, _LEAST)
    metrics = QFontMetricsF(_face(size, bold=shape.bold))
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return [(part, size) for line in lines for part in _broken(line, metrics, room)]


def _broken(line: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """A line without spaces that is too long, in parts that fit."""
    parts = []
    while line and metrics.horizontalAdvance(line) > room:
        fitting = next((n for n in range(len(line), 1, -1) if metrics.horizontalAdvance(line[:n]) <= room), 1)
        parts.append(line[:fitting])
        line = line[fitting:]
    return [*parts, line] if line else parts


def _face(size: float, *, bold: bool) -> QFont:
    face = QFont(font("text"))
    face.setPixelSize(max(1, round(size)))
    face.setBold(bold)
    return face
