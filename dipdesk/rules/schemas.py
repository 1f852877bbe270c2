"""Checks questions against the shipped JSON Schemas; says in one sentence, with its place, what is wrong."""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.countries import canonical
from dipdesk.rules.timing import PartialDate, zones

_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_LAST_YEAR = 9000


def is_day(value: object) -> bool:
    """Whether a value is a day such as 2027-05-12."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    return date.fromisoformat(value).year <= _LAST_YEAR and bool(PartialDate.parse(value))


def is_partial_date(value: object) -> bool:
    """Whether a value is a date such as 2019-05-01, 2019-05 or 2019."""
    return isinstance(value, str) and bool(_PARTIAL.fullmatch(value)) and bool(PartialDate.parse(value))


def is_clock(value: object) -> bool:
    """Whether a value is a time of day such as 09:30."""
    return isinstance(value, str) and bool(_CLOCK.fullmatch(value))


def is_zone(value: object) -> bool:
    """Whether a value is a time zone such as Europe/Istanbul."""
    return isinstance(value, str) and value in zones()


def is_country(value: object) -> bool:
    """Whether a value is a country code."""
    return isinstance(value, str) and bool(canonical(value))


def is_finite(value: object) -> bool:
    """Whether a number is one: neither infinite nor undefined."""
    return not isinstance(value, float) or math.isfinite(value)


@lru_cache
def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    checks: Mapping[str, Callable[[object], bool]] = {
        "day": is_day,
        "partial-date": is_partial_date,
        "clock": is_clock,
        "zone": is_zone,
        "country": is_country,
        "finite": is_finite,
    }
    for name, holds in checks.items():
        checker.checks(name, raises=ValueError)(holds)
    return checker


@lru_cache
def schema(name: str) -> Draft202012Validator:
    """The validator of ``precedence.in`` and the like."""
    text = paths.resources("schemas", f"{name}.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=_formats())


def check(name: str, value: object) -> None:
    """Raise Invalid for the first thing, in reading order, that the schema called ``name`` refuses."""
    errors = list(schema(name).iter_errors(value))
    if errors:
        raise _in_words(min(errors, key=_reading_order))


def _reading_order(error: ValidationError) -> list[tuple[int, str]]:
    """Sorts by place; numbers as numbers."""
    return [(part, "") if isinstance(part, int) else (-1, str(part)) for part in error.absolute_path]


def place(path: Iterable[str | int]) -> str:
    """``guests[3].since`` for a path of keys and positions."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _in_words(error: ValidationError) -> Invalid:
    """The trouble in one sentence with its place."""
    path: Sequence[str | int] = list(error.absolute_path)
    kind, limit, value = str(error.validator), cast(Any, error.validator_value), cast(Any, error.instance)
    if kind == "additionalProperties":
        known = cast(Any, error.schema)["properties"]
        unknown = next(key for key in value if key not in known)
        return Invalid(_("unknown key"), place([*path, unknown]))
    if kind == "required":
        missing = next(key for key in limit if key not in value)
        return Invalid(_("missing"), place([*path, missing]))
    return Invalid(_sentence(kind, limit), place(path))


def _sentence(kind: str, limit: Any) -> str:
    if kind == "type":
        return {
            "object": _("not an object"),
            "array": _("not a list"),
            "string": _("not a text"),
            "boolean": _("neither true nor false"),
            "integer": _("not a whole number"),
        }.get(limit, _("not a number"))
    if kind == "format":
        return {
            "clock": _("not a time of day such as 09:30"),
            "zone": _("not a time zone such as Europe/Istanbul"),
            "country": _("not a country code of two letters"),
            "finite": _("not a number"),
        }.get(limit, _("not a date"))
    texts = {
        "minLength": _("must not be empty"),
        "maxLength": _("longer than {limit} characters"),
        "minimum": _("less than {limit}"),
        "maximum": _("more than {limit}"),
        "maxItems": _("more than {limit} entries"),
        "enum": _("not one of: {limit}"),
    }
    shown = ", ".join(limit) if isinstance(limit, list) else limit
    return texts[kind].format(limit=shown)
