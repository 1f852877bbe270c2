"""What kind of item of a programme a title speaks of: a meal, talks, a ceremony, the way.

Source: ``resources/programme/item_kinds.toml`` names it, with its date and state.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from dipdesk import paths
from dipdesk.i18n import fold

_WORD = re.compile(r"[^\W_]+")


def kind_of(*titles: str) -> str:
    """The kind of an item by the words of its titles, in any language; empty if no word is known."""
    return _spoken_of(titles, _words())


def ceremony_of(*titles: str) -> str:
    """The kind of a ceremony by the words of its titles, in any language; empty if no word is known."""
    return _spoken_of(titles, _words("ceremonies"))


def _spoken_of(titles: Sequence[str], words: Sequence[tuple[str, str]]) -> str:
    """What the longest of the words in the first title that has one speaks of."""
    for title in titles:
        spoken = f" {_bare(title)}"
        found = [(len(word), kind) for word, kind in words if f" {word}" in spoken]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return ""


@cache
def _words(of: str = "words") -> tuple[tuple[str, str], ...]:
    """The beginnings of words, folded, with the kind they speak of."""
    with paths.resources("programme", "item_kinds.toml").open("rb") as file:
        known: dict[str, list[str]] = tomllib.load(file)[of]
    return tuple((_bare(word), kind) for kind, words in known.items() for word in words)


def _bare(text: str) -> str:
    """Its words alone, folded."""
    return " ".join(_WORD.findall(fold(text)))
