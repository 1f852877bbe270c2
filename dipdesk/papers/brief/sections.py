"""The sections of a brief in their usual order; a new section is a function and a line here."""

from dipdesk.papers.brief import (
    annexes,
    background,
    biographies,
    budget,
    contacts,
    delegations,
    gifts,
    guide,
    logistics,
    own,
    plans,
    press,
    programme,
    relation,
    slots,
    story,
    summary,
    talking_points,
)
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.sections import Section

SECTIONS: tuple[Section[Dossier], ...] = (
    Section("summary", summary.blocks),
    Section("own_before", own.at("before"), inside=True),
    Section("programme", programme.blocks, apart=True),
    Section("slots", slots.blocks),
    Section("delegations", delegations.blocks, apart=True),
    Section("biographies", biographies.blocks, personal=True),
    Section("relation", relation.blocks),
    Section("timeline", story.timeline, inside=True),
    Section("background", background.blocks),
    Section("map", story.on_map),
    Section("talking_points", talking_points.blocks, apart=True, inside=True),
    Section("own_after", own.at("after"), inside=True),
    Section("seating", plans.seats, personal=True, apart=True),
    Section("flags", plans.flags),
    Section("gifts", gifts.blocks),
    Section("logistics", logistics.blocks, personal=True, apart=True),
    Section("press", press.blocks),
    Section("security", logistics.security, inside=True),
    Section("budget", budget.blocks, inside=True),
    Section("contacts", contacts.blocks, personal=True, apart=True),
    Section("emergency", guide.emergencies),
    Section("greetings", guide.greetings),
    Section("own_end", own.at("end"), inside=True),
    Section("annexes", annexes.blocks, apart=True),
)
"""Section 1 of the practice is the cover; the others follow in its order."""
