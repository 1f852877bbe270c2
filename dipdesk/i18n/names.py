"""Names of countries, languages, currencies and time zones in the language spoken, and lists of words."""

from functools import lru_cache

from babel import Locale, lists, numbers
from babel import dates as babel_dates

from dipdesk.i18n.letters import lower, upper
from dipdesk.i18n.speech import language

_SMALL_WORDS = {"ve", "ile", "veya", "ya", "da", "de", "için", "of", "the", "and", "for", "in", "on", "at"}

_OWN_NAMES = {"tr": "Türkçe", "en": "English"}
"""Those that the first frame shows, so that it need not wait for all other names of a language."""


@lru_cache
def _locale(code: str) -> Locale:
    return Locale.parse(code)


def country_name(code: str, spoken: str = "") -> str:
    """The name of a country by its ISO 3166 code; the code itself if CLDR knows none."""
    return str(_locale(spoken or language()).territories.get(code.upper(), code))


def language_name(code: str, spoken: str = "") -> str:
    """The name of a language by its ISO 639 code: ``de`` → Almanca."""
    here = spoken or language()
    return title_case(_locale(here).languages.get(code.replace("-", "_"), code), here)


def own_name(code: str) -> str:
    """The name of a language in itself: Türkçe, English."""
    return _OWN_NAMES.get(code) or language_name(code, code)


def currency_name(code: str) -> str:
    """The name of a currency by its ISO 4217 code."""
    return str(numbers.get_currency_name(code, locale=language()))


def is_currency(code: str) -> bool:
    """Whether there is, or was, a currency of that ISO 4217 code."""
    return code in numbers.list_currencies("en")


def zone_name(zone: str) -> str:
    """What people call a time zone, in summer and winter alike: ``Europe/Berlin`` → Orta Avrupa Saati."""
    return str(babel_dates.get_timezone_name(babel_dates.get_timezone(zone), locale=language()))


def zone_city(zone: str) -> str:
    """The place that a time zone is named after: ``Asia/Tbilisi`` → Tiflis."""
    return str(babel_dates.get_timezone_location(zone, locale=language(), return_city=True))


def join_words(words: list[str]) -> str:
    """``a, b ve c``."""
    return str(lists.format_list(words, locale=language())) if words else ""


def title_case(text: str, spoken: str = "tr") -> str:
    """Every word with a capital, linking words without: İzmir Belediyesi ve Iğdır İl Özel İdaresi."""

    def word(position: int, raw: str) -> str:
        small = lower(raw, spoken)
        if position and small in _SMALL_WORDS:
            return small
        return upper(small[:1], spoken) + small[1:]

    return " ".join(
        "-".join(word(i + j, part) for j, part in enumerate(raw.split("-")))
        for i, raw in enumerate(text.split(" "))
    )
