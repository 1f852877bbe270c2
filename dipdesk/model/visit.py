"""Visits: a delegation comes, goes, passes through or meets; international meetings are one kind."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.hours import wrong_days
from dipdesk.model.kinds import Amount, Choice, Day, Flag, Link, Money, Text
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow

VISIT_KINDS = {
    "inbound": N_("Visit to us"),
    "outbound": N_("Visit abroad"),
    "transit": N_("Transit"),
    "online": N_("Online meeting"),
    "meeting": N_("International meeting"),
}
VISIT_STATES = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "confirmed": N_("Confirmed"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
}
CLASSIFICATIONS = {
    "open": N_("Public"),
    "office": N_("For office use"),
    "confidential": N_("Confidential"),
}
SIDES = {"guest": N_("Guests"), "host": N_("Hosts")}
ABROAD = ("outbound", "meeting")
"""The kinds of visits for which ours travel."""
_OUT = {"guest": N_("Our delegation"), "host": N_("Their side")}
_IN = {"guest": N_("Guests"), "host": N_("Our side")}
_AIM = N_("Aim and results")
_PRACTICAL = N_("Practical")
_AFTER = N_("After the visit")
_FILE = N_("The dossier")
PARTICIPATION = {
    "participant": N_("Participant"),
    "speaker": N_("Speaker"),
    "host": N_("Host"),
    "observer": N_("Observer"),
}


class Visit(Record):
    """A delegation comes to us, goes abroad, or meets online."""

    __tablename__ = "visit"
    label = N_("Visit"), N_("Visits")
    icon = "visit"
    columns = ("title_tr", "partner_id", "kind", "state", "starts", "ends")
    order_by = ("-starts",)

    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=36)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=36)
    partner_id: Mapped[str | None] = field(Link("partner"), N_("Partner"), width=22)
    kind: Mapped[str] = field(Choice(VISIT_KINDS, required=True), N_("Kind"), initial="inbound", width=17)
    state: Mapped[str] = field(Choice(VISIT_STATES), N_("State"), initial="planned", width=12, copied=False)
    starts: Mapped[date | None] = field(Day(), N_("First day"), together="days", width=16)
    ends: Mapped[date | None] = field(Day(), N_("Last day"), together="days", width=16)
    place: Mapped[str] = field(Text(), N_("Place"))
    officer_id: Mapped[str | None] = field(Link("person"), N_("Lead officer"))
    classification: Mapped[str] = field(Choice(CLASSIFICATIONS), N_("Classification"), initial="office")
    aim_tr: Mapped[str] = field(Text(long=True, tongue="tr"), N_("Aim in Turkish"), group=_AIM, listed=False)
    aim_en: Mapped[str] = field(Text(long=True, tongue="en"), N_("Aim in English"), group=_AIM, listed=False)
    results_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"),
        N_("Results wanted, in Turkish"),
        group=_AIM,
        hint=N_("One on each line, three at most"),
        listed=False,
    )
    results_en: Mapped[str] = field(
        Text(long=True, tongue="en"),
        N_("Results wanted, in English"),
        group=_AIM,
        hint=N_("One on each line, three at most"),
        listed=False,
    )
    dress_tr: Mapped[str] = field(Text(tongue="tr"), N_("Dress in Turkish"), group=_PRACTICAL)
    dress_en: Mapped[str] = field(Text(tongue="en"), N_("Dress in English"), group=_PRACTICAL)
    weather_tr: Mapped[str] = field(
        Text(tongue="tr"), N_("Weather in Turkish"), group=_PRACTICAL, copied=False
    )
    weather_en: Mapped[str] = field(
        Text(tongue="en"), N_("Weather in English"), group=_PRACTICAL, copied=False
    )
    emergency: Mapped[str] = field(
        Text(long=True), N_("Emergency numbers"), group=_PRACTICAL, hint=N_("One on each line"), listed=False
    )
    organiser: Mapped[str] = field(
        Text(), N_("Organiser"), group=_PRACTICAL, hint=N_("Of an international meeting")
    )
    participation: Mapped[str] = field(
        Choice(PARTICIPATION), N_("We take part as"), group=_PRACTICAL, listed=False
    )
    budget: Mapped[Money | None] = field(Amount(), N_("Budget"), group=_FILE, width=14)
    file_number: Mapped[str] = field(Text(most=80), N_("File number"), group=_FILE, copied=False)
    template: Mapped[bool] = field(
        Flag(), N_("Template for new visits"), group=_FILE, hint=N_("It is copied, it does not take place")
    )
    copied_from_id: Mapped[str | None] = field(
        Link("visit"), N_("Copied from"), group=_FILE, listed=False, copied=False
    )
    minutes_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Minutes in Turkish"), group=_AFTER, listed=False, copied=False
    )
    minutes_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Minutes in English"), group=_AFTER, listed=False, copied=False
    )
    outcome_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Outcome in Turkish"), group=_AFTER, listed=False, copied=False
    )
    outcome_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Outcome in English"), group=_AFTER, listed=False, copied=False
    )
    lessons: Mapped[str] = field(
        Text(long=True), N_("For the next time"), group=_AFTER, listed=False, copied=False
    )
    cleared_on: Mapped[date | None] = field(
        Day(), N_("Personal data cleared on"), group=_AFTER, listed=False, copied=False
    )

    partner: Mapped[Partner | None] = follow(partner_id)
    officer: Mapped[Person | None] = follow(officer_id)

    def title(self) -> str:
        return best_text(self, "title", language())

    def side_name(self, side: str) -> str:
        """What we call a side in the language spoken now: ours travels when we go abroad."""
        return _((_OUT if self.kind in ABROAD else _IN).get(side, ""))

    @property
    def our_side(self) -> str:
        """The side of our own delegation: that of the guests when we travel."""
        return "guest" if self.kind in ABROAD else "host"

    @property
    def their_side(self) -> str:
        """The side that faces ours."""
        return "host" if self.our_side == "guest" else "guest"

    def includes(self, day: date) -> bool:
        """Whether ``day`` is a day of the visit, as far as its days are known."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def remarks(self) -> dict[str, str]:
        return wrong_days(self.starts, self.ends)
