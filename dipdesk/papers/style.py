"""How papers look: sizes, distances and colours; the only place where they are written down.

Lengths are points. The accent belongs to the context, as an office may have a colour of its own. After the
design: A4, margins 22 mm, ragged right, Noto Sans, thin rules, one accent.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum

from dipdesk.papers.blocks import Align, Colour, Ink, Rgb, Row, Status
from dipdesk.rules.contrast import lightened

MILLIMETRE = 72 / 25.4

PAGE_WIDTH = 210 * MILLIMETRE
PAGE_HEIGHT = 297 * MILLIMETRE
MARGIN = 22 * MILLIMETRE
COLUMN = PAGE_WIDTH - 2 * MARGIN
FOOT = 9 * MILLIMETRE
"""From the lower margin down to the base line of the page foot."""
PAGE_ROOM = PAGE_HEIGHT - 2 * MARGIN - 4
"""The height that a page has for its blocks."""
HIGHEST = PAGE_ROOM - 90
"""A picture or drawing leaves room for a heading and its caption."""

MEASURE = 410.0
"""The longest line of running text: about 75 characters."""

THIN = 0.35
RULE = 0.6
BAR = 2.0

_SHADES = {
    Ink.TEXT: Rgb(27, 37, 41),
    Ink.MUTED: Rgb(88, 103, 110),
    Ink.ACCENT: Rgb(11, 122, 117),
    Ink.LINE: Rgb(196, 205, 209),
    Ink.TINT: Rgb(231, 242, 241),
    Ink.PAPER: Rgb(255, 255, 255),
    Ink.GREEN: Rgb(41, 115, 52),
    Ink.AMBER: Rgb(150, 88, 0),
    Ink.RED: Rgb(176, 36, 28),
    Ink.BLUE: Rgb(29, 91, 160),
}


_TINT = 0.1
"""How much of the accent its tint holds."""
_accent: ContextVar[Rgb | None] = ContextVar("accent", default=None)


@contextmanager
def in_colour(accent: Rgb | None) -> Iterator[None]:
    """Inside the block, papers have this accent; ours for None."""
    token = _accent.set(accent)
    try:
        yield
    finally:
        _accent.reset(token)


def shade(colour: Colour) -> Rgb:
    """The colour that ``colour`` means on paper; every ink of a text has a contrast of 4.5 : 1 on white."""
    if not isinstance(colour, Ink):
        return colour
    own = _accent.get()
    if own is not None and colour is Ink.ACCENT:
        return own
    if own is not None and colour is Ink.TINT:
        return Rgb(*lightened((own.red, own.green, own.blue), _TINT))
    return _SHADES[colour]


class Face(Enum):
    """The cuts of the type."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; ``leading`` is the distance between base lines."""

    size: float = 9.5
    leading: float = 13.5
    face: Face = Face.REGULAR
    ink: Colour = Ink.TEXT
    align: Align = Align.LEFT


BODY = Style()
BODY_MUTED = Style(ink=Ink.MUTED)
LEAD = Style(11, 16)
LETTER = Style(10.5, 15.5)
LETTER_STRONG = Style(10.5, 15.5, Face.BOLD)
INDENT = 12.5 * MILLIMETRE
"""How much the first line of a paragraph of a letter is moved in."""
WARNING = Style(face=Face.BOLD, ink=Ink.RED)
STRONG = Style(face=Face.BOLD)
SMALL = Style(8, 11, ink=Ink.MUTED)
LABEL = Style(8, 13.5, ink=Ink.MUTED)
HEADINGS = (
    Style(16, 21, Face.BOLD, Ink.ACCENT),
    Style(11.5, 15, Face.BOLD, Ink.ACCENT),
    Style(9.5, 13.5, Face.BOLD),
)
CELL = Style(8.5, 11)
CELL_MUTED = Style(8, 10.5, ink=Ink.MUTED)
CELL_STRONG = Style(8.5, 11, Face.BOLD)
CELL_HEAD = Style(7.5, 10, ink=Ink.MUTED)
CELL_RED = Style(8.5, 11, ink=Ink.RED)
SIGNALS = {status: Ink(status.value) for status in Status}
"""In which ink a status is said."""
CELL_STATUS = {status: Style(8.5, 11, Face.BOLD, ink) for status, ink in SIGNALS.items()}
FOOT_TEXT = Style(7.5, 10, ink=Ink.MUTED)
TIME = Style(9.5, 13.5, Face.BOLD, Ink.ACCENT)
CARD_NAME = Style(10.5, 14, Face.BOLD)
CARD_SPOKEN = Style(8.5, 11.5, Face.ITALIC, Ink.MUTED)
CARD_TEXT = Style(8.5, 11.5)
CARD_MUTED = Style(8, 11.5, ink=Ink.MUTED)
COVER_OFFICE = Style(10.5, 14, Face.BOLD)
COVER_TITLE = Style(27, 34, Face.BOLD, Ink.ACCENT)
COVER_TITLE_SECOND = Style(15, 20, ink=Ink.MUTED)
COVER_SUBTITLE = Style(13, 18)
COVER_SUBTITLE_SECOND = Style(11, 15, ink=Ink.MUTED)
COVER_PARTY = Style(13, 17, Face.BOLD)
COVER_CLASS = Style(9.5, 13.5, Face.BOLD, Ink.RED)


def cell_styles(row: Row) -> tuple[Style, ...]:
    """How the cells of a row are set."""
    usual = CELL_STRONG if row.strong else CELL_RED if row.status is Status.RED else CELL
    styles = [usual] * len(row.cells)
    if row.status is not None and styles:
        styles[-1] = CELL_STATUS[row.status]
    return tuple(styles)
