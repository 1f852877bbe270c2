"""What can be chosen for a protocol brief."""

from dataclasses import dataclass

from dipdesk.i18n import N_
from dipdesk.model.kinds import Choice, Flag
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.papers.options import MARKS, SECTIONS, Marks, option


@dataclass(frozen=True)
class BriefOptions(Marks):
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
    contents: bool = option(Flag(), N_("Table of contents"), False, group=SECTIONS)
    summary: bool = option(Flag(), N_("Summary"), True, group=SECTIONS)
    programme: bool = option(Flag(), N_("Programme"), True, group=SECTIONS)
    delegations: bool = option(Flag(), N_("Delegations"), True, group=SECTIONS)
    relation: bool = option(Flag(), N_("History of the relation"), True, group=SECTIONS)
    background: bool = option(Flag(), N_("City and country"), True, group=SECTIONS)
    talking_points: bool = option(Flag(), N_("Talking points"), True, group=SECTIONS)
    annexes: bool = option(Flag(), N_("Annexes"), True, group=SECTIONS)
    contacts: bool = option(Flag(), N_("Contacts"), True, group=SECTIONS)
