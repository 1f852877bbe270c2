"""Templates of official letters: the shape of one, those that are shipped, and what is wrong in one.

Source: ``resources/letters/*.toml``; each says whom it is written for, where it was read and when.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, _
from dipdesk.rules.letters import Finding, findings
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "letters"
PARTS = ("concerning", "addressee", "text", "enclosures", "distribution")
"""The parts of a letter that are written in the language of letters."""
LISTS = ("text", "enclosures", "distribution")
"""The parts of several lines; in the file each line stands by itself."""
_KEYS = {
    *("name", "about", "place", "kinds", "after", "written_for", "source", "date", "state", "approval"),
    *LANGUAGES,
}


@dataclass(frozen=True)
class Wordings:
    """A letter in one language: what it concerns, to whom, its text, enclosures and distribution."""

    concerning: str = ""
    addressee: str = ""
    text: str = ""
    enclosures: str = ""
    distribution: str = ""

    def part(self, name: str) -> str:
        """One of PARTS."""
        return str(getattr(self, name))


@dataclass(frozen=True)
class Letter:
    """A template: its key, what it is called, the entity it is about, and its wordings by language.

    ``approval`` letters end with room for an approval (olur). ``kinds`` are the kinds of records it is
    written for, all if empty; ``after`` ones are written when it is over.
    """

    key: str
    name: Wording
    about: str
    written_for: Wording
    source: Source
    wordings: Mapping[str, Wordings]
    approval: bool = False
    kinds: tuple[str, ...] = ()
    after: bool = False

    def fits(self, kind: str) -> bool:
        """Whether it is written for records of this kind."""
        return not self.kinds or kind in self.kinds

    def wording(self, language: str) -> Wordings:
        """The letter in ``language``; all empty if it was not written in it."""
        return self.wordings.get(language, Wordings())

    def findings(self, known: Collection[str]) -> Iterator[tuple[str, str, Finding]]:
        """What is wrong in it, by language and part."""
        for language, wording in self.wordings.items():
            for part in PARTS:
                for found in findings(wording.part(part), known, language):
                    yield language, part, found


@lru_cache
def letter_keys() -> tuple[str, ...]:
    """The keys of the shipped letters: by what they are about, then by their place."""
    tables = {path.stem: shipped(FOLDER, path.name) for path in paths.resources(FOLDER).glob("*.toml")}
    order = {key: (table.get("about", ""), table.get("place", 0), key) for key, table in tables.items()}
    return tuple(sorted(order, key=lambda key: order[key]))


@lru_cache
def shipped_letter(key: str) -> Letter:
    """The shipped letter of that key; raises KeyError, and Invalid if its file has not the right shape."""
    if key not in letter_keys():
        raise KeyError(key)
    return read_letter(key, shipped(FOLDER, f"{key}.toml"))


def read_letter(key: str, table: Mapping[str, Any]) -> Letter:
    """A letter from its table; raises Invalid with the place of what is wrong."""
    _refuse_unknown(table, _KEYS, key)
    about = table.get("about")
    if not isinstance(about, str) or not about:
        raise Invalid(_("A text is expected."), f"{key}.about")
    return Letter(
        key,
        Wording.read(table.get("name"), f"{key}.name"),
        about,
        Wording.read(table.get("written_for"), f"{key}.written_for"),
        Source.read(table, key),
        {code: _wordings(table[code], f"{key}.{code}") for code in LANGUAGES if code in table},
        bool(table.get("approval", False)),
        tuple(table.get("kinds", ())),
        bool(table.get("after", False)),
    )


def _wordings(table: object, place: str) -> Wordings:
    if not isinstance(table, Mapping):
        raise Invalid(_("A text or a table of texts by language is expected."), place)
    _refuse_unknown(table, set(PARTS), place)
    return Wordings(**{part: _part(part, value, f"{place}.{part}") for part, value in table.items()})


def _part(part: str, value: object, place: str) -> str:
    lines = value if part in LISTS else [value]
    if not isinstance(lines, list) or not all(isinstance(line, str) and line.strip() for line in lines):
        raise Invalid(_("A text is expected."), place)
    return ("\n\n" if part == "text" else "\n").join(lines)


def _refuse_unknown(table: Mapping[str, Any], known: set[str], place: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise Invalid(_("“{key}” is not known here.").format(key=unknown[0]), place)
