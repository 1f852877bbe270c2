"""Layouts of badges, labels and signs: which elements stand where on a card. Lengths are millimetres.

Source: each file in ``resources/cards/`` names its own, with its date and state.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "cards"
KINDS = {
    "name": N_("Name"),
    "own_script": N_("Name in its own script"),
    "title": N_("Post"),
    "body": N_("Office or institution"),
    "country": N_("Country"),
    "role": N_("Role"),
    "address": N_("Address"),
    "seat": N_("Seat"),
    "table": N_("Table"),
    "number": N_("Number"),
    "when": N_("Date and time"),
    "place": N_("Place"),
    "event": N_("Visit or ceremony"),
    "office": N_("Our office"),
    "text": N_("Own text"),
    "flag": N_("Flag"),
    "logo": N_("Logo"),
    "photo": N_("Photo"),
    "qr": N_("QR code with name and post"),
    "line": N_("Line"),
}
"""What an element can show."""
WORDLESS = frozenset({"flag", "logo", "photo", "qr", "line"})
"""Elements without words of their own."""
LANGUAGES = {
    "": N_("That of the paper"),
    "tr": N_("Turkish"),
    "en": N_("English"),
    "both": N_("Turkish and English"),
}
ALIGNS = {"left": N_("Left"), "centre": N_("Centred"), "right": N_("Right")}
INKS = {"text": N_("Dark"), "muted": N_("Muted"), "accent": N_("Accent")}
LEAST = 1.0
"""The smallest side of an element."""
SIZES = 4.0, 200.0
"""The smallest and the largest type, in points."""
_MOST_SIDE, _MOST_TEXT, _MOST_ELEMENTS = 420.0, 500, 60


@dataclass(frozen=True)
class Element:
    """One thing on a card: its corner, its size in millimetres, and how its words are set.

    ``size`` is the type in points, made smaller where the words need it. ``text_tr`` and ``text_en`` are the
    words of an own text.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    size: float = 12.0
    bold: bool = False
    align: str = "centre"
    ink: str = "text"
    language: str = ""
    text_tr: str = ""
    text_en: str = ""

    @classmethod
    def read(cls, table: Mapping[str, Any], place: str = "") -> "Element":
        """An element from its table; raises Invalid with the place of what is wrong."""
        given = dict(table)
        if "text" in given:
            words = Wording.read(given.pop("text"), f"{place}.text")
            given |= {"text_tr": words.said("tr"), "text_en": words.said("en")}
        if unknown := set(given) - set(cls.__dataclass_fields__):
            raise Invalid(_("unknown key"), f"{place}.{min(unknown)}")
        if missing := [name for name in ("kind", "x", "y", "width", "height") if name not in given]:
            raise Invalid(_("missing"), f"{place}.{missing[0]}")
        for name, allowed in (("kind", KINDS), ("language", LANGUAGES), ("align", ALIGNS), ("ink", INKS)):
            if name in given and given[name] not in tuple(allowed):
                raise Invalid(_("not one of: {limit}").format(limit=", ".join(allowed)), f"{place}.{name}")
        for name in ("x", "y", "width", "height", "size"):
            if name in given:
                given[name] = _number(given[name], f"{place}.{name}")
        for name in ("text_tr", "text_en"):
            given[name] = str(given.get(name, ""))[:_MOST_TEXT]
        given["bold"] = given.get("bold") is True
        return cls(**given)

    def words(self, language: str) -> str:
        """The own text in a language, in the other if it was written only there."""
        own, other = (self.text_en, self.text_tr) if language == "en" else (self.text_tr, self.text_en)
        return own or other

    def within(self, width: float, height: float) -> "Element":
        """The element moved and made smaller until it lies on a card of that size."""
        wide, high = min(max(self.width, LEAST), width), min(max(self.height, LEAST), height)
        size = min(max(self.size, SIZES[0]), SIZES[1])
        return replace(
            self,
            width=_tenth(wide),
            height=_tenth(high),
            x=_tenth(min(max(self.x, 0.0), width - wide)),
            y=_tenth(min(max(self.y, 0.0), height - high)),
            size=size,
        )


@dataclass(frozen=True)
class Layout:
    """A card of ``width`` by ``height`` with its elements; ``sheet`` is the key of a label sheet or empty."""

    key: str
    name: Wording
    use: str
    width: float
    height: float
    sheet: str
    elements: tuple[Element, ...]
    source: Source

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Layout":
        """A layout from its table (the form of the TOML files); raises Invalid with the place."""
        width, height = (_number(table.get(name), name) for name in ("width", "height"))
        if min(width, height) < LEAST:
            raise Invalid(_("not a number"), "width")
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            str(table.get("use", "")),
            width,
            height,
            str(table.get("sheet", "")),
            _elements(table.get("elements", ()), width, height),
            Source.read(table),
        )


def elements_of(text: str, width: float, height: float) -> tuple[Element, ...]:
    """The elements kept as ``text`` for a card of that size; raises Invalid if it is none of ours."""
    try:
        kept = json.loads(text or "[]")
    except ValueError as trouble:
        raise Invalid(_("This layout of a card cannot be read."), "elements") from trouble
    return _elements(kept, width, height)


def packed(elements: Iterable[Element]) -> str:
    """The inverse of :func:`elements_of`; what is as usual is left out."""
    usual = asdict(Element("", 0, 0, 0, 0))
    rows = []
    for one in elements:
        told = asdict(one)
        always = {name: told[name] for name in ("kind", "x", "y", "width", "height")}
        rows.append(always | {name: value for name, value in told.items() if value != usual[name]})
    return json.dumps(rows, ensure_ascii=False)


def layout_keys(use: str = "") -> tuple[str, ...]:
    """The keys of the shipped layouts, of one use or of all."""
    found = sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml"))
    return tuple(key for key in found if use in ("", shipped_layout(key).use))


@lru_cache
def shipped_layout(key: str) -> Layout:
    """The shipped layout of that key."""
    return Layout.read(key, shipped(FOLDER, f"{key}.toml"))


def _elements(rows: object, width: float, height: float) -> tuple[Element, ...]:
    if not isinstance(rows, list | tuple) or len(rows) > _MOST_ELEMENTS:
        raise Invalid(_("This layout of a card cannot be read."), "elements")
    found = []
    for number, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise Invalid(_("This layout of a card cannot be read."), f"elements[{number}]")
        found.append(Element.read(row, f"elements[{number}]").within(width, height))
    return tuple(found)


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Invalid(_("not a number"), place)
    return min(max(float(value), -_MOST_SIDE), _MOST_SIDE)


def _tenth(length: float) -> float:
    return round(length, 1)
