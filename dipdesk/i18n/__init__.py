"""Languages: speech, letters, dates and names of places; the only package that knows gettext and Babel."""

from dipdesk.i18n.letters import fold, lower, sort_key, upper
from dipdesk.i18n.names import (
    country_name,
    currency_name,
    join_words,
    language_name,
    title_case,
    zone_name,
)
from dipdesk.i18n.speech import (
    LANGUAGES,
    N_,
    _,
    installed_languages,
    language,
    ngettext,
    own_name,
    pgettext,
    speak,
    speaking,
)
from dipdesk.i18n.suffixes import Case, with_suffix
from dipdesk.i18n.times import (
    format_date,
    format_interval,
    format_month,
    format_number,
    format_percent,
    format_time,
    format_timestamp,
    month_number,
    weekday,
)

__all__ = [
    "LANGUAGES",
    "N_",
    "Case",
    "_",
    "country_name",
    "currency_name",
    "fold",
    "format_date",
    "format_interval",
    "format_month",
    "format_number",
    "format_percent",
    "format_time",
    "format_timestamp",
    "installed_languages",
    "join_words",
    "language",
    "language_name",
    "lower",
    "month_number",
    "ngettext",
    "own_name",
    "pgettext",
    "sort_key",
    "speak",
    "speaking",
    "title_case",
    "upper",
    "weekday",
    "with_suffix",
    "zone_name",
]
