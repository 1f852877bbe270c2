"""Who gets copies of which papers, and which classes of values they may show.

Source: each file in ``resources/receivers/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk import paths
from dipdesk.errors import Invalid, Known
from dipdesk.i18n import LANGUAGES, _, fold
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "receivers"
EVERYBODY = "press"
"""The receiver for whom public versions are made."""
CLASSES = ("open", "contact", "personal", "sensitive")
"""The classes of privacy, from what everybody may read to what hardly anybody may."""


@dataclass(frozen=True)
class Receiver:
    """A sort of people outside the office.

    ``papers`` are the names of those they get copies of; all others are none of their business. ``shows``
    are classes of privacy; ``also`` are single fields such as ``delegation_member.meals`` that are shown all
    the same; ``public`` papers leave out whole parts that are for the office. Those who are not ``backstage``
    see nothing of what is meant for the crew.
    """

    key: str
    name: Wording
    source: Source
    papers: frozenset[str]
    shows: frozenset[str]
    also: frozenset[str]
    public: bool
    backstage: bool

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Receiver":
        """A receiver from its table (the form of the TOML files); raises Invalid with the place."""
        shows = table.get("shows")
        if not isinstance(shows, list) or not set(shows) <= set(CLASSES):
            known = ", ".join(CLASSES)
            raise Invalid(_("Here only these words may stand: {known}.").format(known=known), "shows")
        papers = table.get("papers")
        if not isinstance(papers, list) or not papers:
            raise Invalid(_("A receiver gets at least one paper."), "papers")
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            Source.read(table),
            frozenset(map(str, papers)),
            frozenset(shows),
            frozenset(table.get("also", ())),
            table.get("public") is True,
            table.get("backstage", True) is True,
        )

    def may_get(self, paper: str) -> bool:
        """Whether a copy of a paper, by its name, is made for them at all."""
        return paper in self.papers

    def may_see(self, entity: str, field: str, privacy: str) -> bool:
        """Whether a field of an entity, of a class of privacy, may stand in the copy."""
        return privacy in self.shows or f"{entity}.{field}" in self.also


@lru_cache
def receiver_keys() -> tuple[str, ...]:
    """The keys of all receivers."""
    return tuple(sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml")))


@lru_cache
def receiver(key: str) -> Receiver:
    """The receiver of that key; raises Known if there is none."""
    if key not in receiver_keys():
        raise Known(_("There is no receiver “{name}”.").format(name=key))
    return Receiver.read(key, shipped(FOLDER, f"{key}.toml"))


def is_backstage(key: str) -> bool:
    """Whether whoever gets the copy sees what is meant for the crew; the office itself (no key) does."""
    return not key or receiver(key).backstage


def named(words: str) -> Receiver | None:
    """The receiver that is called so, by key or name in any language; None if it is somebody else."""
    wanted = fold(words.strip())
    for one in map(receiver, receiver_keys()):
        if wanted in {one.key, *(fold(one.name.said(code)) for code in LANGUAGES)}:
            return one
    return None
