"""Cells of published lists that hold several things: day and number, city and country, what was signed.

Municipalities write ``05.04.2006 tarih ve 77 sayılı karar`` into one cell, or put city and country on two
lines of it; so does the published list that dipdesk itself makes.
"""

import re
from collections.abc import Iterator
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.exchange.identity import words
from dipdesk.exchange.profile import filled, kind_of, says
from dipdesk.model import Agreement
from dipdesk.rules import countries
from dipdesk.rules.sources import shipped
from dipdesk.rules.timing import PartialDate

_LONGEST_DATE = 3
"""Words of ``5 Mart 2015``."""
_JOINED = re.compile(r"(\b\d{1,2}[./-]\d{1,2}[./-]\d{4})[/–-]")
_BREAK = re.compile(r"\n|, ")
_EDGES = ".,;:()[]–-"


def city_and_country(text: str) -> tuple[str, str]:
    """City and country of ``Štip (North Macedonia)``, ``Štip, North Macedonia`` or two lines.

    The country is empty if none is named.
    """
    plain = text.strip()
    for sign in ("\n", "(", ","):
        name, parted, place = plain.rpartition(sign)
        country = place.strip(" )\n")
        if parted and name.strip() and countries.find(country):
            return name.strip(" ,\n"), country
    return " ".join(plain.split()), ""


def day_and_number(text: str) -> tuple[PartialDate | None, str]:
    """The day and the number of a decision; what is not there is None or empty."""
    tokens = _JOINED.sub(r"\1 ", text).split()
    found = max(_days(tokens), key=_exactness, default=None)
    day, start, end = found if found else (None, 0, 0)
    rest = [token.strip(_EDGES) for token in (*tokens[:start], *tokens[end:])]
    return day, next((token for token in rest if any(sign.isdigit() for sign in token)), "")


def says_something(text: str) -> bool:
    """Whether a cell is more than a dash or a word for nothing."""
    said = words(text)
    return any(sign.isalnum() for sign in said) and not says(text, _words("nothing"))


def what_was_signed(text: str) -> dict[str, Any]:
    """Kind, day and state of an agreement, as far as the cell names them."""
    first, second = (*_BREAK.split(text.strip(), 1), "")[:2]
    named = first.partition(" · ")[0]
    day, _number = day_and_number(second or first)
    return filled(
        kind=_read("kind", named) or _kind_of_words(named),
        signed_on=day,
        state="" if day else _read("state", second),
    )


def _days(tokens: list[str]) -> Iterator[tuple[PartialDate, int, int]]:
    """Every day that stands in the words, with the places where it begins and ends."""
    for start in range(len(tokens)):
        for end in range(min(start + _LONGEST_DATE, len(tokens)), start, -1):
            said = " ".join(tokens[start:end]).strip(_EDGES)
            try:
                day = PartialDate.parse(said)
            except Invalid:
                continue
            if day.exact or "/" not in said:
                yield day, start, end


def _exactness(found: tuple[PartialDate, int, int]) -> tuple[int, int]:
    """The most exact day first, then the first."""
    day, start, _end = found
    return len(str(day)), -start


def _read(name: str, text: str) -> str:
    try:
        return str(kind_of(Agreement, name).parse(text) or "")
    except Invalid:
        return ""


def _kind_of_words(text: str) -> str:
    known = shipped("imports", "sister_cities.toml")["kinds"]
    return next((str(one["kind"]) for one in known if says(text, tuple(one["words"]))), "")


def _words(name: str) -> tuple[str, ...]:
    return tuple(shipped("imports", "sister_cities.toml")["cells"][name])
