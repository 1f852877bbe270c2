"""The chapters of a visit's page, and which hand-made section stands in which of them."""

from dipdesk.gui.form.chapters import Chapter
from dipdesk.gui.form.later import Later
from dipdesk.i18n import N_
from dipdesk.model import Visit

VISIT = (
    Chapter(
        "overview",
        N_("Overview"),
        groups=("", N_("Aim and results"), N_("Practical"), N_("The dossier")),
        leading=(Later("visit.checklist_section", "ChecklistSection"),),
        makers=(Later("chain.section", "ChainSection", (Visit,)),),
        belongings=True,
    ),
    Chapter(
        "delegations",
        N_("Delegations"),
        makers=(
            Later("visit.intake_section", "IntakeSection"),
            Later("delegations", "DelegationsSection"),
            Later("logistics.counterpart_section", "CounterpartSection"),
        ),
    ),
    Chapter(
        "programme",
        N_("Programme"),
        makers=(
            Later("programme.section", "ProgrammeSection"),
            Later("calendar_files.section", "visit_calendar"),
        ),
        lists=("slot", "talking_point", "speech"),
    ),
    Chapter(
        "travel",
        N_("Travel and service"),
        makers=(
            Later("logistics.clash_section", "ClashSection"),
            Later("logistics.arrival_section", "ArrivalSection"),
            Later("logistics.room_section", "RoomSection"),
            Later("logistics.car_section", "CarSection"),
            Later("logistics.duty_section", "DutySection"),
        ),
        lists=("lodging",),
    ),
    Chapter("guests", N_("Ceremonies and guests"), lists=("ceremony",)),
    Chapter("gifts", N_("Gifts"), makers=(Later("gifts.visit_gifts", "VisitGifts"),)),
    Chapter("costs", N_("Costs"), makers=(Later("visit.cost_section", "CostSection"),)),
    Chapter(
        "after",
        N_("Afterwards"),
        groups=(N_("After the visit"),),
        last=(Later("visit.promise_line", "PromiseLine"), Later("visit.data_section", "DataSection")),
        open=True,
        lists=("commitment",),
    ),
)
"""From left to right. A list or group that no chapter names stands in the first."""
