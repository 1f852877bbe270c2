"""The chapters of a visit's page, and which hand-made section stands in which of them."""

from functools import partial

from dipdesk.gui.form.calendar_files.section import visit_calendar
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.chapters import Chapter
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.gifts.visit_gifts import VisitGifts
from dipdesk.gui.form.logistics.arrival_section import ArrivalSection
from dipdesk.gui.form.logistics.car_section import CarSection
from dipdesk.gui.form.logistics.clash_section import ClashSection
from dipdesk.gui.form.logistics.counterpart_section import CounterpartSection
from dipdesk.gui.form.logistics.duty_section import DutySection
from dipdesk.gui.form.logistics.room_section import RoomSection
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.form.visit.checklist_section import ChecklistSection
from dipdesk.gui.form.visit.cost_section import CostSection
from dipdesk.gui.form.visit.data_section import DataSection
from dipdesk.gui.form.visit.intake_section import IntakeSection
from dipdesk.i18n import N_
from dipdesk.model import Visit

VISIT = (
    Chapter(
        "overview",
        N_("Overview"),
        groups=("", N_("Aim and results"), N_("Practical"), N_("The dossier")),
        leading=(ChecklistSection,),
        makers=(partial(ChainSection, Visit),),
        belongings=True,
    ),
    Chapter("delegations", N_("Delegations"), makers=(IntakeSection, DelegationsSection, CounterpartSection)),
    Chapter(
        "programme",
        N_("Programme"),
        makers=(ProgrammeSection, visit_calendar),
        lists=("slot", "talking_point"),
    ),
    Chapter(
        "travel",
        N_("Travel and service"),
        makers=(ClashSection, ArrivalSection, RoomSection, CarSection, DutySection),
        lists=("lodging",),
    ),
    Chapter("guests", N_("Ceremonies and guests"), lists=("ceremony",)),
    Chapter("gifts", N_("Gifts"), makers=(VisitGifts,)),
    Chapter("costs", N_("Costs"), makers=(CostSection,)),
    Chapter(
        "after",
        N_("Afterwards"),
        groups=(N_("After the visit"),),
        last=(DataSection,),
        lists=("commitment",),
    ),
)
"""From left to right. A list or group that no chapter names stands in the first."""
