"""Regions of the world: which part of it a country lies in, after the list of the United Nations (M49)."""

from functools import cache

from dipdesk import i18n
from dipdesk.rules.sources import Source, shipped

_FILE = "regions.toml"


def region(code: str) -> str:
    """The code of the part of the world a country (ISO 3166-1, XK, XN) lies in; empty if it is unknown."""
    return _parts().get(code.upper(), "")


def region_name(code: str, language: str = "") -> str:
    """The name of a part of the world, in the language spoken now if none is named."""
    return i18n.country_name(code, language or i18n.language())


def source() -> Source:
    """Where the division comes from."""
    return Source.read(shipped(_FILE)["about"], "about")


@cache
def _parts() -> dict[str, str]:
    return {country: part for part, some in shipped(_FILE)["parts"].items() for country in some}
