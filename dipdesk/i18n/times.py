"""Dates, times and numbers as they are written in the language spoken."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel import dates, numbers

from dipdesk.i18n.letters import fold
from dipdesk.i18n.speech import LANGUAGES, language

_LEAST_LETTERS = 3
_LIKE_THOUSANDS = 3


def format_date(day: date, width: str = "long") -> str:
    """A day; ``width`` is short (12.05.2027), medium (12 May 2027), long (12 Mayıs 2027) or full."""
    if width == "short":
        return dates.format_date(day, "dd.MM.y" if language() == "tr" else "dd/MM/y", locale=language())
    if language() == "en":
        patterns = {"medium": "d MMM y", "long": "d MMMM y", "full": "EEEE, d MMMM y"}
        return dates.format_date(day, patterns[width], locale="en")
    return dates.format_date(day, width, locale=language())


def format_month(year: int, month: int) -> str:
    """A month of a year: Mart 2022, March 2022."""
    return dates.format_date(date(year, month, 1), "LLLL y", locale=language())


def format_interval(start: date, end: date) -> str:
    """From day to day without repeating what is the same: 12–14 Mayıs 2027."""
    if start == end:
        return format_date(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{format_date(end)}"
    if start.year == end.year:
        return f"{dates.format_date(start, 'd MMMM', locale=language())} – {format_date(end)}"
    return f"{format_date(start)} – {format_date(end)}"


def format_time(moment: time | datetime) -> str:
    """The clock, always with 24 hours: 09:05."""
    return moment.strftime("%H:%M")


def format_timestamp(moment: datetime) -> str:
    """A day and the clock, for marks on papers and in the history."""
    return f"{format_date(moment.date(), 'medium')} {format_time(moment)}"


def format_number(value: float, decimals: int | None = None) -> str:
    """A number with the separators of the language."""
    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(numbers.format_decimal(value, format=pattern, locale=language()))


def format_amount(amount: Decimal, currency: str, *, unmistakable: bool = False) -> str:
    """An amount of money with the ISO 4217 code behind it, without cents where there are none: 1.250 EUR.

    ``unmistakable`` gives three digits behind the point a fourth, lest they be read as thousands.
    """
    exponent = amount.normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    places = 4 if unmistakable and places == _LIKE_THOUSANDS else max(places, 2) if places else 0
    pattern = "#,##0" + ("." + "0" * places if places else "") + " ¤¤"
    return str(
        numbers.format_currency(amount, currency, format=pattern, locale=language(), currency_digits=False)
    )


def format_percent(value: float) -> str:
    """So many of a hundred as the language writes it: %100, 100%."""
    return str(numbers.format_percent(value / 100, locale=language()))


def weekday(day: date) -> str:
    """The name of the day of the week: Çarşamba, Wednesday."""
    return dates.format_date(day, "EEEE", locale=language())


def month_number(word: str) -> int:
    """The number of a month by its name or its first letters, in any language spoken here; 0 for none."""
    wanted = fold(word)
    if len(wanted) < _LEAST_LETTERS:
        return 0
    found = {number for name, number in _month_names() if name.startswith(wanted)}
    return found.pop() if len(found) == 1 else 0


@lru_cache
def _month_names() -> tuple[tuple[str, int], ...]:
    """The names of the months in all languages, in full and cut short (CLDR), without case and accents."""
    return tuple(
        {
            (fold(name).rstrip("."), number)
            for spoken in LANGUAGES
            for width in ("wide", "abbreviated")
            for number, name in dates.get_month_names(width, locale=spoken).items()
        }
    )
