"""Public holidays of a country, nationwide, with their names in the language spoken.

Source: the library ``holidays``; Turkish names of those that recur in many countries are in
``resources/holidays/names_tr.toml``. A name that is not there is given in English.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from dipdesk.errors import Invalid
from dipdesk.i18n import _, language
from dipdesk.rules.countries import canonical
from dipdesk.rules.sources import shipped

_BETWEEN = "; "


@dataclass(frozen=True, order=True)
class Holiday:
    """A day off in a country, by the code it was asked for; ``name`` holds all its names if it has several."""

    day: date
    country: str
    name: str


def covers(code: str) -> bool:
    """Whether the holidays of a country are known."""
    try:
        return canonical(code) in _covered()
    except Invalid:
        return False


def public_holidays(code: str, first: date, last: date) -> tuple[Holiday, ...]:
    """The holidays of a country from ``first`` to ``last``, both included; none if it is not covered."""
    if not covers(code):
        return ()
    country = canonical(code)
    years = tuple(range(first.year, last.year + 1))
    return tuple(
        Holiday(day, code, " · ".join(map(_called, names.split(_BETWEEN))))
        for day, names in _days_off(country, years, _tongue(country))
        if first <= day <= last
    )


@lru_cache
def _covered() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=False))


@lru_cache
def _tongues() -> dict[str, list[str]]:
    return dict(holidays.list_localized_countries(include_aliases=False))


def _tongue(country: str) -> str | None:
    """The language to ask for: the one spoken now, else English; None for the only one there is."""
    known = _tongues().get(country, [])
    return next((code for code in (language(), "en_US", "en_GB", "en") if code in known), None)


@lru_cache(maxsize=64)
def _days_off(country: str, years: tuple[int, ...], tongue: str | None) -> tuple[tuple[date, str], ...]:
    found = holidays.country_holidays(country, years=years, language=tongue)
    return tuple(sorted((day, str(name)) for day, name in found.items()))


def _called(name: str) -> str:
    """The name in the language spoken now, with what the library says in brackets about the day."""
    plain, _bracket, about = name.removesuffix(")").partition(" (")
    known = shipped("holidays", "names_tr.toml")["names"] if language() == "tr" else {}
    called = str(known.get(plain, plain))
    if "estimated" in about:
        return _("{holiday} (expected day)").format(holiday=called)
    if "observed" in about or "substitute" in about:
        return _("{holiday} (day off in lieu)").format(holiday=called)
    return called if plain == name or plain in known else name
