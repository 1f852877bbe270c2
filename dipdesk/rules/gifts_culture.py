"""Customs about gifts in other countries, and which of them fit a gift.

Every office starts with those of ``resources/gifts/culture.toml`` and keeps its own. They are advice with
a tag: ``K`` known in the field, ``U`` uncertain; none of them is of everybody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from dipdesk.i18n import fold
from dipdesk.rules.sources import Source, Wording, shipped

EVERYWHERE = "*"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Note:
    """A custom: where it holds, of which kinds of gifts, and what is said of it."""

    key: str
    name: Wording
    countries: frozenset[str]
    not_in: frozenset[str]
    kinds: frozenset[str]
    words: tuple[str, ...]
    pieces: frozenset[int]
    text: Wording
    tag: str
    source: Source

    def holds_in(self, country: str) -> bool:
        """Whether it is a custom of a country (ISO code)."""
        return (EVERYWHERE in self.countries or country in self.countries) and country not in self.not_in

    def is_about(self, kind: str, names: tuple[str, ...], pieces: int | None) -> bool:
        """Whether it is about a gift of this kind, name or number."""
        if EVERYWHERE in self.kinds or kind in self.kinds or pieces in self.pieces:
            return True
        spoken = [word for name in names for word in _WORD.findall(fold(name))]
        return any(word.startswith(start) for word in spoken for start in self.words)


def notes() -> tuple[Note, ...]:
    """The notes that an office starts with, in the order of the file."""
    return _notes()


def fitting(
    known: Iterable[Note], country: str, kind: str, names: tuple[str, ...], pieces: int | None = None
) -> tuple[Note, ...]:
    """What to mind about a gift to somebody from ``country`` (ISO code; empty if not known)."""
    code = country.upper()
    return tuple(one for one in known if one.holds_in(code) and one.is_about(kind, names, pieces))


@cache
def _notes() -> tuple[Note, ...]:
    table = shipped("gifts", "culture.toml")
    return tuple(_read(one, table["groups"]) for one in table["note"])


def _read(row: Any, groups: Any) -> Note:
    def members(key: str) -> set[str]:
        return {
            code
            for name in row.get(key, ())
            for code in ((EVERYWHERE,) if name == EVERYWHERE else groups[name])
        }

    return Note(
        key=row["id"],
        name=Wording.read(row["name"], row["id"]),
        countries=frozenset(members("groups") | set(row.get("countries", ()))),
        not_in=frozenset(members("not_groups")),
        kinds=frozenset(row["kinds"]),
        words=tuple(row["words"]),
        pieces=frozenset(row.get("pieces", ())),
        text=Wording.read(row["text"], row["id"]),
        tag=row["tag"],
        source=Source.read(row, row["id"]),
    )
