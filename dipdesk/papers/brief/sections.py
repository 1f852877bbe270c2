"""The sections of a brief in their order; a new section is a module and a line here."""

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
from dipdesk.papers.sections import Section

SECTIONS: tuple[Section[Dossier], ...] = (
    Section("summary", summary.blocks),
    Section("programme", programme.blocks, apart=True),
    Section("delegations", delegations.blocks, apart=True),
    Section("relation", relation.blocks),
    Section("background", background.blocks),
    Section("talking_points", talking_points.blocks, personal=True, apart=True),
    Section("annexes", annexes.blocks, personal=True),
    Section("contacts", contacts.blocks, personal=True, apart=True),
)
