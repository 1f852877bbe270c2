"""The parts of a paper, and a digest of what each says, to tell later which of them would be different.

A part is what stands under a heading of the first or second level; each card that is cut out is one. The
colour of the office is a part of its own, as it stands in all of them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from dipdesk.papers.blocks import (
    Annex,
    Block,
    Cards,
    Contents,
    Cover,
    Cuts,
    Document,
    Figure,
    Heading,
    Ink,
    Timeline,
    every,
    in_line,
    inner,
)
from dipdesk.papers.drawing import Rgb

COLOUR = "#colour"
"""The name of the part that the colour of the office is."""
FRONT = ""
"""The name of the part before the first heading."""
COLOURED_FORMS = ("pdf", "docx")
"""The formats that show the colour of the office."""
_COLOURED = (Cards, Contents, Cover, Heading, Timeline)
"""Blocks that are set in the colour of the office whatever they hold."""
_LEVELS = 2
BETWEEN = " · "
"""Between the headings that lead to a part."""
_SHORT = 16


@dataclass(frozen=True)
class Part:
    """``name`` is the heading, or the record of a card so that no name is kept; ``page`` counts from 1.

    ``digest`` is SHA-256 over all that is said and drawn in it, shortened; ``page`` is 0 if not known.
    """

    name: str
    digest: str
    record: str = ""
    is_card: bool = False
    page: int = 0


def parts(document: Document, form: str = "") -> tuple[Part, ...]:
    """The parts of a paper in reading order; those with the same name are counted: Day 1, Day 1 (2).

    ``form`` is the format it is written in, if colours shall count.
    """
    accent = (document.accent,) if form in COLOURED_FORMS else ()
    found: list[Part] = []
    path: dict[int, str] = {}
    held: list[Block] = []
    for block in every(document.blocks):
        if isinstance(block, Cuts):
            found += [_card(card, number, accent) for number, card in enumerate(block.cards, 1)]
        elif isinstance(block, Heading) and block.level <= _LEVELS:
            found += _section(path, held)
            path = {level: name for level, name in path.items() if level < block.level}
            path[block.level] = in_line(block.text)
            held = [block]
        elif not inner(block) or isinstance(block, Annex):
            held.append(block)
    own = [Part(COLOUR, _digest(*accent))] if accent and _is_coloured(document) else []
    return tuple(_counted([*own, *found, *_section(path, held)]))


def heading_pages(outline: Iterable[tuple[str, int, int]]) -> dict[str, int]:
    """The page (from 1) on which each part begins; ``outline`` holds title, level and page of headings."""
    found: dict[str, int] = {}
    path: dict[int, str] = {}
    for title, level, page in outline:
        path = {above: name for above, name in path.items() if above < level}
        path[level] = title
        found.setdefault(BETWEEN.join(path[one] for one in sorted(path)), page)
    return found


def packed(of: Iterable[Part]) -> str:
    """The parts as text to be kept."""
    return json.dumps([[one.name, one.digest, one.record, one.is_card, one.page] for one in of])


def unpacked(text: str) -> tuple[Part, ...]:
    """The inverse of :func:`packed`; nothing for an empty text."""
    return tuple(Part(*row) for row in json.loads(text or "[]"))


def _section(path: dict[int, str], held: list[Block]) -> Iterator[Part]:
    if held:
        yield Part(BETWEEN.join(path[level] for level in sorted(path)), _digest(*held))


def _card(card: Figure, number: int, accent: tuple[Rgb | None, ...]) -> Part:
    own = accent if _has_accent(card) else ()
    return Part(card.record or str(number), _digest(card, *own), card.record, True)


def _is_coloured(document: Document) -> bool:
    """Whether anything but cards that are cut out is set in the colour of the office."""
    blocks = [one for one in every(document.blocks) if not isinstance(one, Cuts)]
    return any(isinstance(one, _COLOURED) or (not inner(one) and _has_accent(one)) for one in blocks)


def _has_accent(value: object) -> bool:
    if isinstance(value, tuple):
        return any(map(_has_accent, value))
    if is_dataclass(value) and not isinstance(value, Enum):
        return any(_has_accent(getattr(value, one.name)) for one in fields(value))
    return value in (Ink.ACCENT, Ink.TINT)


def _counted(found: Iterable[Part]) -> Iterator[Part]:
    seen: dict[str, int] = {}
    for one in found:
        seen[one.name] = times = seen.get(one.name, 0) + 1
        yield one if times == 1 else Part(f"{one.name} ({times})", one.digest, one.record, one.is_card)


def _digest(*of: object) -> str:
    made = hashlib.sha256()
    for value in of:
        for piece in _pieces(value):
            made.update(piece)
    return made.hexdigest()[:_SHORT]


def _pieces(value: object) -> Iterator[bytes]:
    """All that a value consists of; the record behind a block says nothing on paper."""
    if isinstance(value, bytes):
        yield hashlib.sha256(value).digest()
    elif isinstance(value, tuple):
        yield b"("
        for one in value:
            yield from _pieces(one)
        yield b")"
    elif is_dataclass(value) and not isinstance(value, Enum):
        yield type(value).__name__.encode()
        for one in fields(value):
            if one.name != "record":
                yield from _pieces(getattr(value, one.name))
    else:
        yield repr(value).encode()
