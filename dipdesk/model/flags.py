"""Flags: the rows of a ceremony, and how many of each the office has."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.ceremony import Ceremony
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, File, Link, Text, Whole
from dipdesk.model.record import Record, follow

FLAG_SETTINGS = {
    "poles": N_("Poles"),
    "table": N_("Table flags"),
    "crossed": N_("Crossed flags"),
    "semicircle": N_("Semicircle"),
    "car": N_("Car"),
}
FLAG_POLICIES = {
    "TUZUK": N_("Turkish Flag Regulation"),
    "CENTRE_IF_ODD": N_("Host in the centre of an odd row"),
    "LEFTMOST_REPEAT": N_("Host first, and again at the end"),
    "CENTRE_ENGLISH": N_("Host in the centre, others in English order"),
    "EU": N_("Practice of the European Union"),
    "UN": N_("Practice of the United Nations"),
}


class FlagPlan(Record):
    """A row of flags of a ceremony: where, how and by which policy."""

    __tablename__ = "flag_plan"
    label = N_("Flag plan"), N_("Flag plans")
    icon = "flag"
    columns = ("name_tr", "setting", "policy", "ceremony_id")

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=26)
    setting: Mapped[str] = field(
        Choice(FLAG_SETTINGS, required=True), N_("Setting"), initial="poles", width=16
    )
    policy: Mapped[str] = field(Choice(FLAG_POLICIES, required=True), N_("Policy"), initial="TUZUK", width=24)
    sets: Mapped[int | None] = field(
        Whole(most=999), N_("How many such rows"), initial=1, hint=N_("Such as one for each table"), width=8
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)

    def title(self) -> str:
        return best_text(self, "name", language())


class FlagShown(Record):
    """One flag of a row: a country, an organisation, a city or a network."""

    __tablename__ = "flag_shown"
    label = N_("Flag"), N_("Flags")
    icon = "flag"
    columns = ("code", "plan_id")

    plan_id: Mapped[str | None] = field(
        Link("flag_plan", required=True, owner=True), N_("Flag plan"), width=26
    )
    code: Mapped[str] = field(
        Text(required=True, most=120),
        N_("Flag"),
        hint=N_("A country's code, EU, UN, or such as city:Bursa"),
        width=20,
    )
    picture: Mapped[str] = field(File(), N_("Picture"), listed=False)

    plan: Mapped[FlagPlan | None] = follow(plan_id)

    def title(self) -> str:
        return self.code


class FlagStock(Record):
    """How many flags of one kind the office has, and where they lie."""

    __tablename__ = "flag_stock"
    label = N_("Flags in stock"), N_("Flags in stock")
    icon = "flag"
    columns = ("code", "setting", "number", "where_kept")

    code: Mapped[str] = field(
        Text(required=True, most=120),
        N_("Flag"),
        hint=N_("A country's code, EU, UN, or such as city:Bursa"),
        width=20,
    )
    setting: Mapped[str] = field(Choice(FLAG_SETTINGS), N_("For"), initial="poles", width=16)
    number: Mapped[int | None] = field(Whole(most=9999), N_("How many"), width=10)
    where_kept: Mapped[str] = field(Text(), N_("Where kept"))

    def title(self) -> str:
        return self.code
