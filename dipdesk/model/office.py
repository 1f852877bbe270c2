"""The office itself: whose file this is. One record in every file."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import (
    Choice,
    Email,
    File,
    OnMap,
    Phone,
    Position,
    PrintColour,
    Text,
    WebAddress,
    Whole,
    Zone,
)
from dipdesk.model.record import Record
from dipdesk.rules.provinces import is_province
from dipdesk.rules.timing import USUAL_ZONE

OFFICE_KINDS = {"municipality": N_("Municipality"), "union": N_("Union of municipalities")}
_CONTACT = N_("Contact")
_REMINDERS = N_("Reminders")


class Office(Record):
    """The municipality or union that keeps the file."""

    __tablename__ = "office"
    label = N_("Office"), N_("Offices")
    icon = "office"
    columns = ("name_tr", "kind", "province")

    name_tr: Mapped[str] = field(Text(required=True, tongue="tr"), N_("Name in Turkish"), width=36)
    name_en: Mapped[str] = field(Text(tongue="en"), N_("Name in English"), width=36)
    kind: Mapped[str] = field(Choice(OFFICE_KINDS), N_("Kind"), initial="municipality")
    province: Mapped[str] = field(Text(), N_("Province"))
    position: Mapped[Position | None] = field(OnMap(), N_("Position on the map"), together="place")
    zone: Mapped[str] = field(Zone(), N_("Time zone"), initial=USUAL_ZONE, together="place")
    logo: Mapped[str] = field(File(), N_("Logo"), listed=False)
    colour: Mapped[str] = field(
        PrintColour(),
        N_("Colour"),
        hint=N_("Of covers, headings and cards; left empty, ours"),
        listed=False,
        width=10,
    )
    unit_tr: Mapped[str] = field(Text(tongue="tr"), N_("Unit in Turkish"), group=_CONTACT)
    unit_en: Mapped[str] = field(Text(tongue="en"), N_("Unit in English"), group=_CONTACT)
    address: Mapped[str] = field(Text(long=True), N_("Address"), group=_CONTACT, listed=False)
    phone: Mapped[str] = field(Phone(), N_("Phone"), group=_CONTACT, privacy=Privacy.CONTACT)
    email: Mapped[str] = field(Email(), N_("E-mail"), group=_CONTACT, privacy=Privacy.CONTACT)
    website: Mapped[str] = field(WebAddress(), N_("Website"), group=_CONTACT)
    dormant_months: Mapped[int | None] = field(
        Whole(most=240),
        N_("Months until a relation is dormant"),
        group=_REMINDERS,
        initial=24,
        hint=N_("Counted from the last contact or visit"),
        width=8,
    )
    remind_days: Mapped[int | None] = field(
        Whole(most=999), N_("Days that reminders come ahead"), group=_REMINDERS, initial=180, width=8
    )

    def title(self) -> str:
        return best_text(self, "name", language())

    def remarks(self) -> dict[str, str]:
        if not (self.province or "").strip() or is_province(self.province):
            return {}
        return {"province": _("This is none of the 81 provinces. Letters begin with it.")}
