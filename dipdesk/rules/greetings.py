"""Words of courtesy in the languages of guests, and how a reader of Turkish says them.

Source: each file in ``resources/greetings/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _
from dipdesk.rules.sources import Source, shipped

FOLDER = "greetings"
OCCASIONS = {
    "welcome": N_("Welcome"),
    "morning": N_("Good morning"),
    "thanks": N_("Thank you"),
    "please": N_("Please"),
    "goodbye": N_("Goodbye"),
    "health": N_("To your health"),
}


@dataclass(frozen=True)
class Greeting:
    """What is said on an ``occasion`` (a key of ``OCCASIONS``), and its sound in Turkish letters."""

    occasion: str
    text: str
    sound: str


@dataclass(frozen=True)
class Courtesy:
    """The words of one language in the order of ``OCCASIONS``, and where they come from."""

    words: tuple[Greeting, ...]
    source: Source

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Courtesy":
        """The words from a table (the form of the TOML files); raises Invalid with the place."""
        words = table.get("words", {})
        for name in OCCASIONS:
            one = words.get(name, {})
            if not (isinstance(one.get("text"), str) and isinstance(one.get("said"), str)):
                raise Invalid(_("A text and how it is said are expected."), f"words.{name}")
        found = (Greeting(name, words[name]["text"], words[name]["said"]) for name in OCCASIONS)
        return cls(tuple(found), Source.read(table))


@lru_cache
def courtesy(language: str) -> Courtesy | None:
    """The words of a language by its ISO code; None if there are none."""
    name = f"{language}.toml"
    if not language.isalpha() or not paths.resources(FOLDER, name).is_file():
        return None
    return Courtesy.read(shipped(FOLDER, name))
