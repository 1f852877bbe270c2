"""What can be chosen for a protocol brief."""

from dataclasses import dataclass

from dipdesk.i18n import N_
from dipdesk.model.kinds import Choice, Flag
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.papers.copies import Copied
from dipdesk.papers.options import MARKS, SECTIONS, Arranged, option

ANNEXED = {
    "visit": N_("Files of the visit"),
    "all": N_("Files of the partner and the agreements too"),
}


@dataclass(frozen=True)
class BriefOptions(Copied, Arranged):
    """Marks on the paper, and one switch for each of its sections.

    ``public`` leaves out the sections for office use, the results wanted, notes on the programme, who sees
    to what, and everything personal but names and posts. ``classification`` is empty for that of the visit.
    """

    public: bool = option(
        Flag(),
        N_("Public version"),
        False,
        group=MARKS,
        hint=N_("Without phones, biographies, talking points and the like"),
    )
    classification: str = option(
        Choice(CLASSIFICATIONS),
        N_("Classification"),
        "",
        group=MARKS,
        hint=N_("Left empty, that of the visit"),
    )
    contents: bool = option(Flag(), N_("Table of contents"), False, group=MARKS)
    annexed: str = option(
        Choice(ANNEXED),
        N_("Pages of the annexes"),
        "all",
        group=MARKS,
        hint=N_("PDFs and pictures that are to be annexed; left empty, they are only listed"),
    )
    summary: bool = option(Flag(), N_("Summary"), True, group=SECTIONS)
    own_before: bool = option(Flag(), N_("Own sections before the programme"), True, group=SECTIONS)
    programme: bool = option(Flag(), N_("Programme"), True, group=SECTIONS)
    slots: bool = option(Flag(), N_("Slots at the meeting"), True, group=SECTIONS)
    delegations: bool = option(Flag(), N_("Delegations"), True, group=SECTIONS)
    biographies: bool = option(Flag(), N_("Biographies"), True, group=SECTIONS)
    relation: bool = option(Flag(), N_("History of the relation"), True, group=SECTIONS)
    timeline: bool = option(Flag(), N_("Timeline"), False, group=SECTIONS)
    background: bool = option(Flag(), N_("City and country"), True, group=SECTIONS)
    map: bool = option(Flag(), N_("Map"), True, group=SECTIONS)
    talking_points: bool = option(Flag(), N_("Talking points"), True, group=SECTIONS)
    own_after: bool = option(Flag(), N_("Own sections after the talking points"), True, group=SECTIONS)
    seating: bool = option(Flag(), N_("Seating and signing plans"), True, group=SECTIONS)
    flags: bool = option(Flag(), N_("Flag plan"), True, group=SECTIONS)
    gifts: bool = option(Flag(), N_("Gifts"), True, group=SECTIONS)
    logistics: bool = option(Flag(), N_("Logistics"), True, group=SECTIONS)
    press: bool = option(Flag(), N_("Press"), True, group=SECTIONS)
    security: bool = option(Flag(), N_("Security"), True, group=SECTIONS)
    budget: bool = option(Flag(), N_("Budget"), True, group=SECTIONS)
    contacts: bool = option(Flag(), N_("Contacts"), True, group=SECTIONS)
    emergency: bool = option(Flag(), N_("Emergency numbers"), True, group=SECTIONS)
    greetings: bool = option(Flag(), N_("Words of courtesy"), True, group=SECTIONS)
    own_end: bool = option(Flag(), N_("Own sections at the end"), True, group=SECTIONS)
    annexes: bool = option(Flag(), N_("Annexes"), True, group=SECTIONS)
