"""Texts that are stored and told in the language of whoever reads them: the source text and its values.

A text without values is stored as its source alone, so that what was stored in words stays as it is.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dipdesk.i18n.speech import _, ngettext
from dipdesk.i18n.times import format_date

_MARK = "\x1f"
"""Stands between the source and its values; nobody can type it."""
_MANY, _DAY = "forms", "day"
_LONGEST = 60
_FIELD = re.compile(r"\{(\w+)\}")


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the name that gettext tools look for
    """Mark the two forms of a message for translation; :func:`lasting_many` takes them."""
    return one, many


def lasting(source: str, **values: str | int | date) -> str:
    """``source``, a message marked by ``N_()``, with its values, to be stored; :func:`told` tells it.

    A value that is itself a message is given as ``lasting(message)``.
    """
    if _MARK in source and not values:
        return source
    return source + _MARK + json.dumps(values, ensure_ascii=False, default=_kept)


def lasting_many(forms: tuple[str, str], count: int, **values: str | int | date) -> str:
    """The form of a message, marked by ``NN_()``, that goes with ``count``, which it holds, to be stored."""
    one, many = forms
    kept = {**values, "count": count, _MANY: many}
    return one + _MARK + json.dumps(kept, ensure_ascii=False, default=_kept)


def short(title: str) -> str:
    """A title that fits into the label of a step."""
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"


def told(text: str) -> str:
    """A stored text in the language spoken now; one that was stored in words as it is."""
    source, mark, rest = text.partition(_MARK)
    values = _values(rest) if mark else {}
    many = values.get(_MANY)
    if isinstance(many, str):
        count = values.get("count")
        message = ngettext(source, many, count if isinstance(count, int) else 2)
    else:
        message = _(source)
    if not mark:
        return message
    return _FIELD.sub(lambda at: _said(values[at[1]]) if at[1] in values else at[0], message)


def _values(kept: str) -> Mapping[str, Any]:
    """The values of a text; none if the file holds something else there."""
    try:
        values = json.loads(kept)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _kept(value: object) -> Mapping[str, str]:
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(value)


def _said(value: object) -> str:
    """A value in words: a message, a day, or what it is."""
    if isinstance(value, str):
        return told(value) if _MARK in value else value
    if isinstance(value, dict):
        try:
            return format_date(date.fromisoformat(str(value.get(_DAY))))
        except ValueError:
            return ""
    return str(value)
