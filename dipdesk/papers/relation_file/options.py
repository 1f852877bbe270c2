"""What can be chosen for a relation file: its sections."""

from dataclasses import dataclass

from dipdesk.i18n import N_
from dipdesk.model.kinds import Flag
from dipdesk.papers.options import SECTIONS, Arranged, option


@dataclass(frozen=True)
class RelationFileOptions(Arranged):
    """One switch for each section."""

    facts: bool = option(Flag(), N_("Facts"), True, group=SECTIONS)
    map: bool = option(Flag(), N_("Map"), True, group=SECTIONS)
    relation: bool = option(Flag(), N_("Relation, reason and score"), True, group=SECTIONS)
    people: bool = option(Flag(), N_("People in post"), True, group=SECTIONS)
    agreements: bool = option(Flag(), N_("Agreements"), True, group=SECTIONS)
    memberships: bool = option(Flag(), N_("Memberships"), True, group=SECTIONS)
    visits: bool = option(Flag(), N_("Visits"), True, group=SECTIONS)
    commitments: bool = option(Flag(), N_("Commitments and obligations"), True, group=SECTIONS)
    contacts: bool = option(Flag(), N_("Contacts"), True, group=SECTIONS)
    documents: bool = option(Flag(), N_("Documents and notes"), True, group=SECTIONS)
    timeline: bool = option(Flag(), N_("Timeline"), True, group=SECTIONS)
