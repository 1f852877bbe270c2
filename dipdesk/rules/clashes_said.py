"""How clashes say who and when."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from dipdesk.i18n import _, format_date, format_interval, format_time, join_words, language, ngettext
from dipdesk.rules.timing import Moment

_MOST_NAMES = 3


def people(names: Mapping[str, str], ids: Iterable[str]) -> str:
    """Who: three names at most, then how many others."""
    known = sorted({names.get(one) or _("somebody") for one in ids})
    if len(known) <= _MOST_NAMES:
        return join_words(known)
    others = len(known) - _MOST_NAMES + 1
    text = ngettext("{names} and {count} other", "{names} and {count} others", others)
    return text.format(names=", ".join(known[: _MOST_NAMES - 1]), count=others)


def span(starts: Moment, ends: Moment | None) -> str:
    """From when to when: 12 May 2027 10:00–11:00."""
    first = f"{_day(starts.local.date(), language())} {format_time(starts.local)}"
    if ends is None or ends.local <= starts.local:
        return first
    if ends.local.date() == starts.local.date():
        return f"{first}–{format_time(ends.local)}"
    return f"{first} – {_day(ends.local.date(), language())} {format_time(ends.local)}"


@lru_cache(maxsize=512)
def _day(day: date, _language: str) -> str:
    """A day in the language spoken, which stands beside it to be remembered by; few days come very often."""
    return format_date(day)


def nights(days: Iterable[date]) -> str:
    """The nights after these days, runs taken together: 12–14 May 2027."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and runs[-1][1] + timedelta(days=1) == day:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return join_words(
        [format_date(first) if first == last else format_interval(first, last) for first, last in runs]
    )
