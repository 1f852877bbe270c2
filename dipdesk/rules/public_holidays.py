"""Public holidays of a country, nationwide, with their names in the language spoken.

Source: the library ``holidays``; Turkish names of those that recur in many countries are in
``resources/holidays/names_tr.toml``. A name that is not there is given in English.
"""

import importlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _, language
from dipdesk.rules.countries import canonical
from dipdesk.rules.sources import shipped

_BETWEEN = "; "
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Holiday:
    """Days off in a row, by the code of the country that was asked for."""

    first: date
    last: date
    country: str
    name: str


def covers(code: str) -> bool:
    """Whether the holidays of a country are known."""
    try:
        return _tongues(canonical(code)) is not None
    except Invalid:
        return False


def public_holidays(code: str, first: date, last: date) -> tuple[Holiday, ...]:
    """The holidays that touch the days from ``first`` to ``last``, in the order in which they begin.

    The order is the same in every language. None if the country is not covered.
    """
    if not covers(code):
        return ()
    years = tuple(range(first.year - 1, last.year + 2))
    return tuple(
        Holiday(begins, ends, code, _called(name, canonical(code)))
        for begins, ends, name in _spans(canonical(code), years)
        if begins <= last and first <= ends
    )


def _library() -> Any:
    """The library, loaded when a holiday is first asked for; the window loads it in the background before."""
    return importlib.import_module("holidays")


@lru_cache
def _tongues(country: str) -> tuple[str, ...] | None:
    """The languages in which the library names the holidays of a country; None if it does not know them."""
    try:
        return tuple(_library().country_holidays(country).supported_languages)
    except NotImplementedError:
        return None


@lru_cache(maxsize=64)
def _spans(country: str, years: tuple[int, ...]) -> tuple[tuple[date, date, str], ...]:
    """First and last day and English name of each holiday; the same name on days in a row is one."""
    english = (code for code in ("en_US", "en_GB", "en") if code in (_tongues(country) or ()))
    found = _library().country_holidays(country, years=years, language=next(english, None))
    spans: dict[tuple[date, str], tuple[date, date, str]] = {}
    for day, names in sorted(found.items()):
        for name in str(names).split(_BETWEEN):
            begins = spans.pop((day - _A_DAY, name), (day, day, name))[0]
            spans[day, name] = begins, day, name
    return tuple(sorted(spans.values()))


def _called(name: str, country: str) -> str:
    """The name in the language spoken now, with what the library says in brackets about the day."""
    plain, _bracket, about = name.removesuffix(")").partition(" (")
    names = shipped("holidays", "names_tr.toml") if language() == "tr" else {}
    known = {**names.get("names", {}), **names.get(country, {})}
    called = str(known.get(plain, plain))
    if "estimated" in about:
        return _("{holiday} (expected day)").format(holiday=called)
    if "observed" in about or "substitute" in about:
        return _("{holiday} (day off in lieu)").format(holiday=called)
    return called if plain == name or plain in known else name
