"""What each role gets in hand on the day: papers with their choices, and what the copy may show.

Source: each file in ``resources/packs/`` names its own, with its date and state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.sources import Source, Wording, shipped

FOLDER = "packs"


@dataclass(frozen=True)
class PackPaper:
    """A paper of a pack; ``options`` are choices that differ from the usual ones.

    ``meals``: of several ceremonies, it is wanted only of those at which people eat.
    """

    paper: str
    options: Mapping[str, Any]
    meals: bool = False


@dataclass(frozen=True)
class Pack:
    """The papers of a role; ``receiver`` is the key of whom the copies are for, empty for the office."""

    key: str
    name: Wording
    source: Source
    receiver: str
    papers: tuple[PackPaper, ...]

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Pack":
        """A pack from its table (the form of the TOML files); raises Invalid with the place."""
        papers = table.get("papers")
        if not isinstance(papers, list) or not papers:
            raise Invalid(_("A pack has at least one paper."), "papers")
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            Source.read(table),
            str(table.get("receiver", "")),
            tuple(
                PackPaper(str(one["paper"]), one.get("options", {}), one.get("meals") is True)
                for one in papers
            ),
        )


@lru_cache
def pack(key: str) -> Pack:
    """The pack of that key."""
    return Pack.read(key, shipped(FOLDER, f"{key}.toml"))
