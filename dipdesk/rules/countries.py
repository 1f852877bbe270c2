"""Countries: their codes, names and a few facts, from CLDR and ``resources/countries.toml``.

Northern Cyprus has the code XN (also written KKTC or TRNC), Kosovo XK, Palestine PS.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dipdesk import i18n, paths
from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, _, fold, sort_key

HOME = "TR"
"""The country of the offices dipdesk is made for."""
_SEPARATORS = re.compile(r"[\W_]+")
_LONGEST_CODE = 4
_BRACKETS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class NationalDay:
    """The day a country celebrates itself; ``state`` is ``unverified`` until someone has checked it."""

    month: int
    day: int
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is worth knowing before a visit; a text is empty where nothing is known or it is disputed.

    ``languages`` are ISO 639 codes (official or so in fact), ``currency`` is an ISO 4217 code,
    ``calling_code`` is written without +, ``zone`` is the IANA time zone of the capital.
    """

    official_name: str
    capital: str
    languages: tuple[str, ...]
    currency: str
    calling_code: str
    zone: str
    national_day: NationalDay | None


@cache
def _known() -> dict[str, Any]:
    with paths.resources("countries.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def codes() -> tuple[str, ...]:
    """Every code of ISO 3166-1 alpha-2, Kosovo (XK), Palestine (PS) and Northern Cyprus (XN), in order."""
    return tuple(sorted(code for code in _known() if code != "about"))


@lru_cache(maxsize=2048)
def name(code: str, language: str) -> str:
    """The usual name of a country; the code itself if there is no such country."""
    own = _known().get(code.upper(), {}).get("name", {})
    return str(own.get(language) or i18n.country_name(code, language))


@lru_cache
def canonical(code: str) -> str:
    """The one code of a country: ``KKTC`` → ``XN``; raises Invalid if it is no country."""
    found = find(code) if code.isascii() and code.isalnum() and len(code) <= _LONGEST_CODE else None
    if found is None:
        raise Invalid(_("“{code}” is not a country code of two letters.").format(code=code))
    return found


def country_name(code: str, language: str = "") -> str:
    """The usual name, in the language spoken now if none is named; raises Invalid if it is no country."""
    return name(canonical(code), language or i18n.language())


def alphabetical(codes: list[str], language: str) -> list[str]:
    """Country codes in the order of their names in the alphabet of ``language``."""
    return sorted(codes, key=lambda code: (sort_key(country_name(code, language), language), code))


def recognition_differs(code: str) -> bool:
    """Whether not every state recognises this one, so that its flag should be asked about."""
    return canonical(code) in _known()["about"]["recognition_differs"]


@lru_cache(maxsize=512)
def facts(code: str, language: str) -> Facts:
    """What is known of a country, names in ``language`` (English if there are none in it)."""
    known = _known().get(code.upper(), {})
    day = known.get("national_day")
    return Facts(
        official_name=_said(known.get("official", {}), language) or name(code, language),
        capital=_said(known.get("capital", {}), language),
        languages=tuple(known.get("languages", ())),
        currency=known.get("currency", ""),
        calling_code=known.get("calling_code", ""),
        zone=known.get("zone", ""),
        national_day=_national_day(day, language) if day else None,
    )


def _said(words: dict[str, str], language: str) -> str:
    return words.get(language) or words.get("en", "")


def _national_day(day: dict[str, str], language: str) -> NationalDay:
    month, number = day["day"].split("-")
    return NationalDay(int(month), int(number), _said(day, language), _known()["about"]["state"])


def lookup_key(text: str) -> str:
    """The form a name is looked up by: folded, letters and digits only: ``Kara-Kulja`` → ``karakulja``."""
    return _SEPARATORS.sub("", fold(text))


@cache
def _by_name() -> dict[str, str]:
    """Country codes by every name in every language we speak; usual names win over others."""
    found: dict[str, str] = {}
    for code in codes():
        known = _known()[code]
        others = [*known.get("official", {}).values(), *known.get("aliases", ())]
        found |= {lookup_key(other): code for other in others}
    for code in codes():
        usual = (spoken(code, language) for spoken in (name, i18n.country_name) for language in LANGUAGES)
        found |= {lookup_key(said): code for said in usual}
    return found


@lru_cache(maxsize=4096)
def find(text: str) -> str | None:
    """The code of a country from its code or from a name in Turkish or English, short or long."""
    asked = text.strip()
    if len(asked) == 2 and asked.upper() in codes():
        return asked.upper()
    before, _comma, after = asked.partition(",")
    spellings = (
        asked,
        _BRACKETS.sub("", asked),
        f"{after} {before}",
        asked.lower().removeprefix("the "),
        *_BRACKETS.findall(asked),
    )
    return next((code for code in map(_by_name().get, map(lookup_key, spellings)) if code), None)
