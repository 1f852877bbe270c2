"""Days that come every year: national and local days, those of partners, anniversaries."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Link, Shipped, Text, WebAddress, Whole, Year
from dipdesk.model.partner import Partner
from dipdesk.model.record import Record, follow
from dipdesk.rules.spans import day_of_year

DAY_KINDS = {
    "national": N_("National day"),
    "local": N_("Local day"),
    "partner": N_("Day of a partner"),
    "anniversary": N_("Anniversary"),
    "other": N_("Other"),
}


class YearDay(Record):
    """A day of the ceremony year, the same every year."""

    __tablename__ = "year_day"
    label = N_("Day of the year"), N_("Days of the year")
    icon = "calendar"
    columns = ("title_tr", "month", "day", "kind", "partner_id")
    order_by = ("month", "day")

    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=32)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=32)
    month: Mapped[int | None] = field(Whole(required=True, least=1, most=12), N_("Month"), width=8)
    day: Mapped[int | None] = field(Whole(required=True, least=1, most=31), N_("Day of the month"), width=8)
    since: Mapped[int | None] = field(
        Year(), N_("Counted from the year"), hint=N_("So that the years are counted"), width=10
    )
    kind: Mapped[str] = field(Choice(DAY_KINDS), N_("Kind"), initial="local", width=16)
    partner_id: Mapped[str | None] = field(Link("partner"), N_("Partner"), width=22)
    ceremony_kind: Mapped[str] = field(Shipped("ceremonies"), N_("Kind of ceremony"), width=18)
    lead_days: Mapped[int | None] = field(Whole(most=365), N_("Days of preparation"), initial=60, width=8)
    source: Mapped[str] = field(WebAddress(), N_("Source"), listed=False)
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    partner: Mapped[Partner | None] = follow(partner_id)

    def title(self) -> str:
        return best_text(self, "title", language())

    def remarks(self) -> dict[str, str]:
        if self.month and self.day and day_of_year(2000, self.month, self.day) is None:
            return {"day": _("That month has no such day.")}
        return {}
