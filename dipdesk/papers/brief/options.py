"""What can be chosen for a protocol brief."""

from dataclasses import dataclass

from dipdesk.i18n import N_
from dipdesk.model.kinds import Choice, Flag, Text
from dipdesk.model.visit import CLASSIFICATIONS
from dipdesk.papers.options import option

_MARKS = N_("Marks")
_SECTIONS = N_("Sections")


@dataclass(frozen=True)
class BriefOptions:
    """Marks on the paper, and one switch for each of its sections.

    ``public`` leaves out the sections for office use, the results wanted, notes on the programme, who sees
    to what, and everything personal but names and posts. ``classification`` is empty for that of the visit.
    """

    version: str = option(Text(most=40), N_("Version"), "", group=_MARKS)
    draft: bool = option(Flag(), N_("Marked as a draft"), False, group=_MARKS)
    public: bool = option(
        Flag(),
        N_("Public version"),
        False,
        group=_MARKS,
        hint=N_("Without phones, biographies, talking points and the like"),
    )
    classification: str = option(
        Choice(CLASSIFICATIONS),
        N_("Classification"),
        "",
        group=_MARKS,
        hint=N_("Left empty, that of the visit"),
    )
    contents: bool = option(Flag(), N_("Table of contents"), False, group=_SECTIONS)
    summary: bool = option(Flag(), N_("Summary"), True, group=_SECTIONS)
    programme: bool = option(Flag(), N_("Programme"), True, group=_SECTIONS)
    delegations: bool = option(Flag(), N_("Delegations"), True, group=_SECTIONS)
    relation: bool = option(Flag(), N_("History of the relation"), True, group=_SECTIONS)
    background: bool = option(Flag(), N_("City and country"), True, group=_SECTIONS)
    talking_points: bool = option(Flag(), N_("Talking points"), True, group=_SECTIONS)
    annexes: bool = option(Flag(), N_("Annexes"), True, group=_SECTIONS)
    contacts: bool = option(Flag(), N_("Contacts"), True, group=_SECTIONS)
