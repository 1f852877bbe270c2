"""The sections of a brief in their order; a new section is a module and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dipdesk.papers.blocks import Block, PageBreak
from dipdesk.papers.brief import (
    annexes,
    background,
    contacts,
    delegations,
    programme,
    relation,
    summary,
    talking_points,
)
from dipdesk.papers.brief.dossier import Dossier


@dataclass(frozen=True)
class Section:
    """A part of the brief; ``name`` is that of its switch in the options.

    ``personal`` sections are for office use only and never stand in a public version; ``apart`` sections
    begin on a page of their own.
    """

    name: str
    write: Callable[[Dossier], Iterator[Block]]
    personal: bool = False
    apart: bool = False


SECTIONS = (
    Section("summary", summary.blocks),
    Section("programme", programme.blocks, apart=True),
    Section("delegations", delegations.blocks, apart=True),
    Section("relation", relation.blocks),
    Section("background", background.blocks),
    Section("talking_points", talking_points.blocks, personal=True, apart=True),
    Section("annexes", annexes.blocks, personal=True),
    Section("contacts", contacts.blocks, personal=True, apart=True),
)


def written(dossier: Dossier) -> Iterator[Block]:
    """The blocks of all sections that were chosen and may be shown."""
    first = True
    for section in SECTIONS:
        hidden = section.personal and dossier.options.public
        blocks = () if hidden or not getattr(dossier.options, section.name) else tuple(section.write(dossier))
        if blocks and section.apart and not first:
            yield PageBreak()
        yield from blocks
        first = first and not blocks
