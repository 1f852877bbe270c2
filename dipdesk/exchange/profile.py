"""What the published lists have in common: their targets, and what is known of places besides."""

import re
from functools import cache
from typing import Any

from dipdesk import paths
from dipdesk.exchange.identity import words
from dipdesk.exchange.shapes import Target
from dipdesk.model import Record, field_of
from dipdesk.model.gazetteer import Place, find
from dipdesk.model.kinds import Kind, Position
from dipdesk.rules.sources import shipped

_CYPRUS = frozenset({"CY", "XN"})


def target(profile: str, name: str, label: str, kind: Kind[Any], *, required: bool = False) -> Target:
    """A target of a profile; its further headings come from ``resources/imports/headings.toml``."""
    aliases = shipped("imports", "headings.toml")[profile].get(name, ())
    return Target(name, label, kind, required, tuple(aliases))


def kind_of(entity: type[Record], name: str) -> Kind[Any]:
    """The kind of a field, so that a list is read by the same rules as the form."""
    return field_of(entity, name).kind


def filled(**values: Any) -> dict[str, Any]:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text, as whole words, whatever the case and accents."""
    spoken = f" {words(text)} "
    return any(f" {words(phrase)} " in spoken for phrase in phrases)


def without(text: str, dropped: tuple[str, ...]) -> str:
    """The words of a name that are not among ``dropped``."""
    known = {words(one) for one in dropped}
    return " ".join(word for word in words(text).split() if word not in known)


def place_of(name: str, country: str) -> Place | None:
    """The place of that name in a country; None without a country, for that would be a guess."""
    return find(name, country) if name and country else None


def whereabouts(place: Place | None, *, people: bool = True) -> dict[str, Any]:
    """Position, time zone and (with ``people``) population of a place."""
    if place is None:
        return {}
    return filled(
        position=Position(place.latitude, place.longitude),
        zone=place.zone,
        population=(place.population or None) if people else None,
    )


def side_of(place: Place | None, country: str) -> str:
    """The country code; Northern Cyprus where a list says Cyprus of a place that lies there."""
    return "XN" if place and country in _CYPRUS and place.country == "XN" else country


@cache
def _turkish() -> dict[tuple[str, str], str]:
    lines = paths.resources("imports", "turkish_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(country, words(name)): turkish for country, name, turkish in rows}


def turkish_name(name: str, country: str, published: str = "") -> str:
    """The Turkish name if it is certain, else nothing.

    Certain is a name of the shipped list, a name of a place in Türkiye, and a name that a list
    publishes in capitals that are those of ``name`` letter by letter.
    """
    known = _turkish().get((country, words(name))) or _turkish().get(("", words(name)))
    if known:
        return known
    if country == "TR":
        return name
    return name if published.isupper() and published in (name.upper(), _dotted(name)) else ""


def _dotted(name: str) -> str:
    return re.sub("i", "İ", name).upper()
