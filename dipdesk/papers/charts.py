"""Charts of figures as vector shapes, for the window and for papers; readable in black and white too.

Nothing in a chart depends on words but the words themselves, so that charts of a paper in two languages
match: where labels need more than one line, the caller says how many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from dipdesk.actions.figures import Figure, Kind
from dipdesk.i18n import format_number, format_percent
from dipdesk.model.colours import SHADES
from dipdesk.papers.drawing import Align, Colour, Grow, Ink, Label, Line, Rect, Rgb, Shape

_LABEL_ROOM, _LABEL_SHARE = 150.0, 0.36
"""The most that labels beside horizontal bars get of the width, in points and as a part of it."""
LABEL_SIZE = 8.0
_SMALL = 7.0
_LEADING = 1.2
_LETTER = 0.58
"""The width of a letter, as a part of its size; a little more than most have."""
_LEAST = 0.7
"""A label that does not fit is made smaller down to this part of its size, then wrapped."""
_RAGGED = 1.15
"""Lines that break between words hold less than their width."""
_ROW, _BAR = 17.0, 10.0
_NUMBER_ROOM = 46.0
_GAP = 6.0
_LEGEND_ROW = 19.0
_LEGEND_COLUMN = 130.0
_PLOT = 110.0
_AXIS_ROOM = 40.0
_COLUMN_SHARE = 0.7
_WIDEST_COLUMN, _WIDEST_SLOT = 26.0, 80.0
_STRIPE = 2.6
_BASE = 0.35
"""The base line of a text lies so much of its size below its middle."""


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a bar that can be pointed at: its place in the chart and in the figure."""

    x: float
    y: float
    width: float
    height: float
    bar: int
    part: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with the areas of its numbers."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    areas: tuple[Area, ...]


def chart(figure: Figure, width: float, lines: Sequence[int] = ()) -> Chart:
    """A figure drawn ``width`` points wide, as high as it needs.

    ``lines`` says how many lines the label of each bar needs; one if left out.
    """
    if figure.kind is Kind.COLUMNS:
        return _columns(figure, width)
    return _rows(figure, width, lines)


def lines_of(label: str, width: float) -> int:
    """How many lines a label beside a horizontal bar may need, at most, in a chart so wide."""
    wide, room = len(label) * LABEL_SIZE * _LETTER, _label_room(width)
    return 1 if wide * _LEAST <= room else ceil(wide * _LEAST * _RAGGED / room)


def amount(figure: Figure, value: Decimal) -> str:
    """A number of a figure as people write it."""
    is_cents = bool(figure.currency) and value != value.to_integral_value()
    return format_number(float(value), 2 if is_cents else None)


def _label_room(width: float) -> float:
    return min(_LABEL_ROOM, width * _LABEL_SHARE)


def colour_of(name: str) -> Colour:
    """The shade of a colour of ``model.colours``; the accent for none."""
    return Rgb(*SHADES[name]) if name in SHADES else Ink.ACCENT


# Horizontal bars


def _rows(figure: Figure, width: float, lines: Sequence[int]) -> Chart:
    shapes, areas = list(_legend(figure, width)), []
    top = _legend_height(figure, width)
    left = _label_room(width) + _GAP
    room = width - left - _NUMBER_ROOM
    longest = max((bar.total for bar in figure.bars), default=Decimal(1)) or Decimal(1)
    for number, bar in enumerate(figure.bars):
        high = max(_ROW, (lines[number] if number < len(lines) else 1) * LABEL_SIZE * _LEADING + _GAP)
        middle = top + high / 2
        shapes.append(_label(left - _GAP, middle, bar.label, Align.RIGHT, left - _GAP))
        scale = bar.total if figure.kind is Kind.SHARE else longest
        end = left
        for part, value in enumerate(bar.parts):
            wide = room * float(value.value / scale) if scale else 0.0
            area = Area(end, middle - _BAR / 2, wide, _BAR, number, part)
            shapes += _block(figure, area, bar.colour)
            if wide:
                areas.append(area)
            end += wide
        shapes.append(_label(end + _GAP / 2, middle, _end_words(figure, number), Align.LEFT, bold=True))
        top += high
    shapes.append(Line(left, _legend_height(figure, width), left, top, Ink.MUTED, 0.5))
    return Chart(width, top, tuple(shapes), tuple(areas))


def _end_words(figure: Figure, number: int) -> str:
    """What stands at the end of a bar: how many, or which share the first part has."""
    bar = figure.bars[number]
    if figure.kind is Kind.SHARE and bar.total:
        return format_percent(float(100 * bar.parts[0].value / bar.total))
    return amount(figure, bar.total)


# Vertical bars


def _columns(figure: Figure, width: float) -> Chart:
    top = _legend_height(figure, width) + 2 * LABEL_SIZE + _GAP
    foot, left = top + _PLOT, _AXIS_ROOM
    tallest, step = _scale(max((bar.total for bar in figure.bars), default=Decimal(0)))
    slot = min((width - left) / max(len(figure.bars), 1), _WIDEST_SLOT)
    wide = min(slot * _COLUMN_SHARE, _WIDEST_COLUMN)
    shapes = [*_legend(figure, width), *_grid(figure, left, width, foot, tallest, step)]
    areas = []
    for number, bar in enumerate(figure.bars):
        middle, end = left + slot * (number + 0.5), foot
        for part, value in enumerate(bar.parts):
            high = _PLOT * float(value.value / tallest)
            area = Area(middle - wide / 2, end - high, wide, high, number, part)
            shapes += _block(figure, area, bar.colour)
            if high:
                areas.append(area)
            end -= high
        shapes += _column_words(figure, number, middle, end, foot, slot)
    shapes.append(Line(left, foot, width, foot, Ink.MUTED, 0.5))
    return Chart(width, foot + LABEL_SIZE + 2 * _GAP, tuple(shapes), tuple(areas))


def _column_words(
    figure: Figure, number: int, middle: float, end: float, foot: float, slot: float
) -> Iterator[Shape]:
    """The number over a column where there is room for it, and the year below some of them."""
    bar = figure.bars[number]
    wide = max(len(f"{one.total:f}") for one in figure.bars) * LABEL_SIZE * _LETTER
    if bar.total and wide * 1.2 <= slot:
        text = amount(figure, bar.total)
        yield Label(middle, end - 3, text, LABEL_SIZE, bold=True, align=Align.CENTRE, grow=Grow.UP)
    every = max(1, ceil(max(len(one.label) for one in figure.bars) * LABEL_SIZE * _LETTER * 1.25 / slot))
    if number % every == 0:
        yield Label(middle, foot + LABEL_SIZE + 3, bar.label, LABEL_SIZE, align=Align.CENTRE, ink=Ink.MUTED)


def _grid(
    figure: Figure, left: float, width: float, foot: float, tallest: Decimal, step: Decimal
) -> Iterator[Shape]:
    value = Decimal(0)
    while value <= tallest:
        y = foot - _PLOT * float(value / tallest)
        if value:
            yield Line(left, y, width, y, Ink.LINE, 0.4)
        text = amount(figure, value)
        yield Label(
            left - _GAP / 2,
            y + _SMALL * _BASE,
            text,
            _SMALL,
            align=Align.RIGHT,
            ink=Ink.MUTED,
            room=_AXIS_ROOM - _GAP / 2,
        )
        value += step


def _scale(largest: Decimal) -> tuple[Decimal, Decimal]:
    """The height of the axis and the distance of its lines: 1, 2 or 5 times a power of ten."""
    if largest <= 0:
        return Decimal(1), Decimal(1)
    power = Decimal(10) ** floor(log10(float(largest) / 4)) if largest >= 4 else Decimal(1)
    step = next(power * n for n in (1, 2, 5, 10) if power * n * 5 >= largest)
    return step * ceil(largest / step), step


# Both


def _block(figure: Figure, area: Area, colour: str) -> Iterator[Shape]:
    """A part of a bar; the second and third part also differ by stripes."""
    if not area.width or not area.height:
        return
    series = figure.series[area.part]
    yield Rect(area.x, area.y, area.width, area.height, colour_of(colour or series.colour), None)
    if area.part == 1:
        for count in range(1, ceil(area.height / _STRIPE)):
            y = area.y + count * _STRIPE
            yield Line(area.x, y, area.x + area.width, y, Ink.PAPER, 0.7)
    elif area.part == 2:
        for count in range(1, ceil(area.width / _STRIPE)):
            x = area.x + count * _STRIPE
            yield Line(x, area.y, x, area.y + area.height, Ink.PAPER, 0.7)


def _legend_height(figure: Figure, width: float) -> float:
    if len(figure.series) < 2:
        return 0.0
    return ceil(len(figure.series) / _legend_columns(width)) * _LEGEND_ROW + _GAP


def _legend_columns(width: float) -> int:
    return max(1, int(width // _LEGEND_COLUMN))


def _legend(figure: Figure, width: float) -> Iterator[Shape]:
    if len(figure.series) < 2:
        return
    wide = width / _legend_columns(width)
    for number, series in enumerate(figure.series):
        row, column = divmod(number, _legend_columns(width))
        x, y = column * wide, (row + 0.5) * _LEGEND_ROW
        yield from _block(figure, Area(x, y - 4, 12, 8, 0, number), "")
        yield _label(x + 16, y, series.label, Align.LEFT, wide - 22, ink=Ink.MUTED)


def _label(
    x: float,
    middle: float,
    text: str,
    align: Align,
    room: float = 0.0,
    *,
    bold: bool = False,
    ink: Colour = Ink.TEXT,
) -> Label:
    return Label(x, middle + LABEL_SIZE * _BASE, text, LABEL_SIZE, bold, align, ink, room)
