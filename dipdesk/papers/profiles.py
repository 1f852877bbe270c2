"""Choices for a paper under a name: those the office saved, and those that come with the program.

Source of the latter: each file in ``resources/profiles/`` names its own, with its date and state.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import N_, _, lasting, sort_key
from dipdesk.model import PaperProfile
from dipdesk.papers.options import packed, unpacked
from dipdesk.papers.paper import Paper
from dipdesk.rules.sources import Source, Wording, shipped
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove as take_away

FOLDER = "profiles"


@dataclass(frozen=True)
class Profile:
    """A name for choices; ``key`` is the id of the record, or the name of the file that is shipped."""

    key: str
    name: str
    languages: tuple[str, ...]
    packed: str
    is_own: bool

    def options(self, paper: Paper) -> Any:
        """The choices for ``paper``."""
        return unpacked(paper.options, self.packed)


@dataclass(frozen=True)
class Proposal:
    """A profile that comes with the program."""

    key: str
    name: Wording
    paper: str
    languages: tuple[str, ...]
    options: str
    source: Source

    @classmethod
    def read(cls, key: str, table: Mapping[str, Any]) -> "Proposal":
        """A proposal from its table (the form of the TOML files); raises Invalid with the place."""
        return cls(
            key,
            Wording.read(table.get("name", key), "name"),
            str(table.get("paper", "")),
            tuple(map(str, table.get("languages", ()))),
            json.dumps(table.get("options", {}), ensure_ascii=False),
            Source.read(table),
        )


@lru_cache
def proposals() -> tuple[Proposal, ...]:
    """All that come with the program, by their keys."""
    keys = sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml"))
    return tuple(Proposal.read(key, shipped(FOLDER, f"{key}.toml")) for key in keys)


def profiles(session: Session, paper: Paper) -> tuple[Profile, ...]:
    """The profiles of a paper: those of the office by name, then those that come with the program."""
    own = sorted(_own(session, paper), key=lambda one: (sort_key(one.name), one.key))
    others = [one for one in proposals() if one.paper == paper.name]
    return (
        *own,
        *(Profile(one.key, one.name.said(), one.languages, one.options, False) for one in others),
    )


def _own(session: Session, paper: Paper) -> Iterator[Profile]:
    for one in session.scalars(select(PaperProfile).where(PaperProfile.paper == paper.name)):
        languages = tuple(part for part in one.languages.split(",") if part in paper.languages)
        yield Profile(one.id, one.title(), languages or paper.languages[:1], one.options, True)


def save(office: OfficeFile, paper: Paper, name: str, languages: tuple[str, ...], options: Any) -> str:
    """Keep choices under a new name, as one step; returns the id. Raises Known for a name that cannot be."""
    title = " ".join(name.split())
    if not title:
        raise Known(_("Give the profile a name."))
    with office.read() as session:
        if any(one.name == title for one in _own(session, paper)):
            raise Known(_("There is a profile “{name}” already.").format(name=title))
    with office.change(lasting(N_("Profile “{name}” saved"), name=title)) as session:
        made = PaperProfile(
            name_tr=title,
            paper_name=paper.title(),
            paper=paper.name,
            languages=",".join(languages),
            options=packed(options),
        )
        session.add(made)
        return str(made.id)


def update(office: OfficeFile, key: str, languages: tuple[str, ...], options: Any) -> None:
    """Give a profile of the office other choices, as one step. Raises Known if it is gone."""
    with office.change(lasting(N_("Profile “{name}” changed"), name=_name(office, key))) as session:
        kept = session.get_one(PaperProfile, key)
        kept.languages, kept.options = ",".join(languages), packed(options)


def remove(office: OfficeFile, key: str) -> None:
    """A profile of the office goes, as one step. Raises Known if it is gone already."""
    with office.change(lasting(N_("Profile “{name}” removed"), name=_name(office, key))) as session:
        take_away(session, session.get_one(PaperProfile, key))


def _name(office: OfficeFile, key: str) -> str:
    with office.read() as session:
        found = session.get(PaperProfile, key)
        if found is None:
            raise Known(_("This profile is gone."))
        return found.title()
