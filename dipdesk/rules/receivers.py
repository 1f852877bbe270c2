"""Who gets a copy of a paper, and which classes of values it may show.

Source: each file in ``resources/receivers/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "receivers"
EVERYBODY = "press"
"""The receiver for whom public versions are made."""
CLASSES = ("open", "contact", "personal", "sensitive")
"""The classes of privacy, from what everybody may read to what hardly anybody may."""


@dataclass(frozen=True)
class Receiver:
    """A sort of people outside the office.

    ``shows`` are classes of privacy; ``also`` are single fields such as ``delegation_member.meals`` that
    are shown all the same; ``public`` papers leave out whole parts that are for the office.
    """

    key: str
    name: Wording
    source: Source
    shows: frozenset[str]
    also: frozenset[str]
    public: bool

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Receiver":
        """A receiver from its table (the form of the TOML files); raises Invalid with the place."""
        shows = table.get("shows")
        if not isinstance(shows, list) or not set(shows) <= set(CLASSES):
            known = ", ".join(CLASSES)
            raise Invalid(_("Here only these words may stand: {known}.").format(known=known), "shows")
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            Source.read(table),
            frozenset(shows),
            frozenset(table.get("also", ())),
            table.get("public") is True,
        )

    def may_see(self, entity: str, field: str, privacy: str) -> bool:
        """Whether a field of an entity, of a class of privacy, may stand in the copy."""
        return privacy in self.shows or f"{entity}.{field}" in self.also


@lru_cache
def receiver(key: str) -> Receiver:
    """The receiver of that key."""
    return Receiver.read(key, shipped(FOLDER, f"{key}.toml"))
