"""A card with the name, post and flag of somebody on it, drawn after a layout."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dipdesk.i18n import LANGUAGES, language, speaking
from dipdesk.papers import pictures
from dipdesk.papers.blocks import (
    Align,
    Boxed,
    Figure,
    Grid,
    Image,
    Ink,
    Leaves,
    Line,
    Pair,
    Picture,
    Rect,
    Shape,
    Text,
)
from dipdesk.papers.flags import RATIO, flag_picture, flag_shapes
from dipdesk.papers.pdf import qr
from dipdesk.papers.style import MILLIMETRE
from dipdesk.rules.card_layouts import Element, Layout
from dipdesk.rules.label_sheets import LabelSheet

_RULE = 0.9


def _no_photo() -> None:
    """Of most that cards speak of there is none."""


@dataclass(frozen=True)
class Bearer:
    """Of whom or what a card speaks.

    ``words`` gives the text of a kind of element in the language spoken then; ``code`` is what a QR code
    says, empty for none; ``photo`` gives the photo that may be shown.
    """

    words: Callable[[str], str]
    country: str = ""
    code: str = ""
    record: str = ""
    photo: Callable[[], Picture | None] = _no_photo


def card(
    layout: Layout, bearer: Bearer, logo: Picture | None, first: str, size: tuple[float, float] | None = None
) -> Figure:
    """A card of ``size`` (millimetres; that of the layout if left out), the layout scaled into its middle.

    ``first`` is the language that stands above the other where an element shows both.
    """
    width, height = size or (layout.width, layout.height)
    shapes = [shape for one in _placed(layout, width, height) for shape in drawn(one, bearer, logo, first)]
    return Figure(width * MILLIMETRE, height * MILLIMETRE, tuple(shapes), record=bearer.record)


def on_sheets(cards: tuple[Figure, ...], sheet: LabelSheet, start: int = 1) -> Leaves:
    """Cards on sheets of labels, from the label ``start`` (from 1) on; plain paper shows where to cut."""
    places = tuple((x * MILLIMETRE, y * MILLIMETRE) for x, y in sheet.places)
    return Leaves(
        cards,
        sheet.columns,
        width=sheet.page_width * MILLIMETRE,
        height=sheet.page_height * MILLIMETRE,
        places=places,
        start=(max(start, 1) - 1) % len(places),
        cut=not sheet.key and len(places) > 1,
    )


def drawn(element: Element, bearer: Bearer, logo: Picture | None, first: str) -> Iterator[Shape]:
    """The shapes of one element, whose lengths are millimetres."""
    x, y, width, height = (
        length * MILLIMETRE for length in (element.x, element.y, element.width, element.height)
    )
    match element.kind:
        case "flag":
            yield from _flag(bearer.country, x, y, width, height)
        case "logo":
            yield from _picture(logo, x, y, width, height, framed=False)
        case "photo":
            place = Rect(x, y, width, height, Ink.TINT, None)
            yield from tuple(_picture(bearer.photo(), x, y, width, height, framed=True)) or (place,)
        case "qr":
            side = min(width, height)
            if bearer.code:
                yield Grid(x + (width - side) / 2, y + (height - side) / 2, side, qr.rows(bearer.code))
        case "line":
            yield _line(element, x, y, width, height)
        case _:
            words = said(element, bearer, first)
            align, ink = Align(element.align), Ink(element.ink)
            yield Boxed(x, y, width, height, words, element.size, element.bold, align, ink)


def said(element: Element, bearer: Bearer, first: str) -> Text:
    """What an element says: in its own language, else in the one spoken now, or in both."""

    def words(code: str) -> str:
        with speaking(code):
            return element.words(code) if element.kind == "text" else bearer.words(element.kind)

    if element.language != "both":
        return words(element.language or language())
    wordings = [words(code) for code in sorted(LANGUAGES, key=lambda code: code != first)]
    return wordings[0] if len(set(wordings)) == 1 else Pair(*wordings)


@lru_cache(maxsize=16)
def _placed(layout: Layout, width: float, height: float) -> tuple[Element, ...]:
    """The elements of a layout, scaled into the middle of a card of that size."""
    scale = min(width / layout.width, height / layout.height)
    right, down = (width - layout.width * scale) / 2, (height - layout.height * scale) / 2
    return tuple(
        replace(
            one,
            x=one.x * scale + right,
            y=one.y * scale + down,
            width=one.width * scale,
            height=one.height * scale,
            size=one.size * scale,
        )
        for one in layout.elements
    )


def _flag(country: str, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    if country and flag_picture(country):
        wide = min(width, height / RATIO)
        left, top = x + (width - wide) / 2, y + (height - wide * RATIO) / 2
        yield from flag_shapes(country, left, top, wide, language())


def _picture(
    picture: Picture | None, x: float, y: float, width: float, height: float, *, framed: bool
) -> Iterator[Shape]:
    """A picture as large as fits, never distorted."""
    size = pictures.size(picture.data) if picture else None
    if picture is None or size is None:
        return
    scale = min(width / size[0], height / size[1])
    wide, high = size[0] * scale, size[1] * scale
    left, top = x + (width - wide) / 2, y + (height - high) / 2
    yield Image(left, top, wide, high, picture.data, picture.alt, framed=framed)


def _line(element: Element, x: float, y: float, width: float, height: float) -> Line:
    """A line through the middle, along the longer side."""
    ink = Ink(element.ink)
    if width >= height:
        return Line(x, y + height / 2, x + width, y + height / 2, ink, _RULE)
    return Line(x + width / 2, y, x + width / 2, y + height, ink, _RULE)
