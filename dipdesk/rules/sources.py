"""Where a rule comes from: its source, the day it was read, and how far it can be relied on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from dipdesk import i18n, paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _

RULES_VERSION = "1.0"
"""The version of the rules; it changes when an answer to the same question may change."""

State = Literal["verified", "unverified", "conflicting"]

_WEAKNESS: dict[State, int] = {"verified": 0, "unverified": 1, "conflicting": 2}


@dataclass(frozen=True)
class Wording:
    """One text in several languages; English stands in where a language is missing."""

    texts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, value: object, place: str = "") -> "Wording":
        """A plain text (the same in every language) or a table of texts by language; raises Invalid."""
        if isinstance(value, str):
            return cls((("", value),))
        if isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values()):
            return cls(tuple((str(code), text) for code, text in value.items()))
        raise Invalid(_("A text or a table of texts by language is expected."), place)

    def said(self, language: str = "") -> str:
        """The text in ``language`` (the one spoken now if empty)."""
        known = dict(self.texts)
        wanted = language or i18n.language()
        return known.get(wanted) or known.get("") or known.get("en") or next(iter(known.values()), "")


@dataclass(frozen=True)
class Source:
    """Where a rule was read, whether it holds, and the day it was read (ISO date, empty if unknown)."""

    wording: Wording
    state: State
    date: str = ""

    @classmethod
    def read(cls, table: Mapping[str, Any], place: str = "") -> "Source":
        """The ``source``, ``state`` and ``date`` of a table; raises Invalid."""
        state = table.get("state")
        if state not in _WEAKNESS:
            raise Invalid(_("The state is one of verified, unverified and conflicting."), f"{place}.state")
        wording = Wording.read(table.get("source", ""), f"{place}.source")
        return cls(wording, cast(State, state), str(table.get("date", "")))

    def said(self, language: str = "") -> str:
        """The source in ``language`` (the one spoken now if empty)."""
        return self.wording.said(language)


def weakest(*sources: Source) -> Source:
    """The source that can be relied on least; the first of equals. At least one is needed."""
    return max(sources, key=lambda source: _WEAKNESS[source.state])


@lru_cache
def shipped(*parts: str) -> Mapping[str, Any]:
    """A TOML file of the shipped know-how, by its path below ``resources/``; not to be changed."""
    with paths.resources(*parts).open("rb") as file:
        return tomllib.load(file)
