"""The sections of a brief in their order; a new section is a module and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dipdesk.papers.blocks import Block, Heading, PageBreak, Paragraph
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
    chosen = [one for one in SECTIONS if getattr(dossier.options, one.name)]
    shown = [one for one in chosen if not (one.personal and dossier.options.public)]
    begun = False
    for section in shown:
        blocks = tuple(section.write(dossier))
        if begun and section.apart and _is_long(blocks):
            yield PageBreak()
        yield from blocks
        begun = begun or bool(blocks)


def _is_long(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than a heading and a line that says that there is nothing."""
    return len(blocks) > 2 or not all(isinstance(one, Heading | Paragraph) for one in blocks)
