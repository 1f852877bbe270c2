"""Visits: the dossier, the delegations with their members, and the programme."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import Choice, Day, Flag, Languages, Link, Phone, Text, WallClock, Whole
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person, Post
from dipdesk.model.record import Record, follow
from dipdesk.rules.timing import Moment

VISIT_KINDS = {
    "inbound": N_("Visit to us"),
    "outbound": N_("Visit abroad"),
    "transit": N_("Transit"),
    "online": N_("Online meeting"),
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
ROLES = {
    "head": N_("Head of delegation"),
    "member": N_("Member"),
    "spouse": N_("Spouse"),
    "interpreter": N_("Interpreter"),
    "escort": N_("Escort officer"),
    "press": N_("Press"),
    "security": N_("Security"),
    "staff": N_("Staff"),
}
_AIM = N_("Aim and results")
_PRACTICAL = N_("Practical")
_NOTES = N_("Remark")


class Visit(Record):
    """A delegation comes to us, goes abroad, or meets online."""

    __tablename__ = "visit"
    label = N_("Visit"), N_("Visits")
    icon = "visit"
    columns = ("title_tr", "partner_id", "kind", "state", "starts", "ends")
    order_by = ("-starts",)

    title_tr: Mapped[str] = field(Text(required=True, tongue="tr"), N_("Title in Turkish"), width=36)
    title_en: Mapped[str] = field(Text(tongue="en"), N_("Title in English"), width=36)
    partner_id: Mapped[str | None] = field(Link("partner"), N_("Partner"), width=22)
    kind: Mapped[str] = field(Choice(VISIT_KINDS, required=True), N_("Kind"), initial="inbound", width=17)
    state: Mapped[str] = field(Choice(VISIT_STATES), N_("State"), initial="planned", width=12)
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
    weather_tr: Mapped[str] = field(Text(tongue="tr"), N_("Weather in Turkish"), group=_PRACTICAL)
    weather_en: Mapped[str] = field(Text(tongue="en"), N_("Weather in English"), group=_PRACTICAL)
    emergency: Mapped[str] = field(
        Text(long=True), N_("Emergency numbers"), group=_PRACTICAL, hint=N_("One on each line"), listed=False
    )

    partner: Mapped[Partner | None] = follow(partner_id)
    officer: Mapped[Person | None] = follow(officer_id)

    def title(self) -> str:
        return best_text(self, "title", language())

    def includes(self, day: date) -> bool:
        """Whether ``day`` is a day of the visit, as far as its days are known."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def remarks(self) -> dict[str, str]:
        if self.starts and self.ends and self.ends < self.starts:
            return {"ends": _("The last day comes before the first.")}
        return {}


class Delegation(Record):
    """One side of a visit."""

    __tablename__ = "delegation"
    label = N_("Delegation"), N_("Delegations")
    icon = "delegation"
    columns = ("visit_id", "side", "name_tr", "partner_id")

    visit_id: Mapped[str | None] = field(
        Link("visit", required=True, owner=True, names=True), N_("Visit"), width=30
    )
    side: Mapped[str] = field(Choice(SIDES, required=True), N_("Side"), initial="guest", width=10)
    name_tr: Mapped[str] = field(Text(tongue="tr"), N_("Name in Turkish"))
    name_en: Mapped[str] = field(Text(tongue="en"), N_("Name in English"))
    partner_id: Mapped[str | None] = field(Link("partner", names=True), N_("Partner"))

    visit: Mapped[Visit | None] = follow(visit_id)
    partner: Mapped[Partner | None] = follow(partner_id)

    def name(self, spoken: str) -> str:
        """What the delegation is called in the language ``spoken``."""
        if own := best_text(self, "name", spoken):
            return own
        if self.partner:
            return self.partner.name(spoken)
        return _(SIDES[self.side]) if self.side in SIDES else ""

    def title(self) -> str:
        return " · ".join(
            part for part in (self.name(language()), self.visit.title() if self.visit else "") if part
        )


class DelegationMember(Record):
    """A person in a delegation."""

    __tablename__ = "delegation_member"
    label = N_("Delegation member"), N_("Delegation members")
    icon = "member"
    columns = ("person_id", "post_id", "role", "delegation_id")
    order_by = ("place",)

    delegation_id: Mapped[str | None] = field(
        Link("delegation", required=True, owner=True), N_("Delegation"), width=28
    )
    person_id: Mapped[str | None] = field(
        Link("person", required=True, owner=True, names=True), N_("Person"), width=24
    )
    post_id: Mapped[str | None] = field(
        Link("post"), N_("In the post of"), hint=N_("Left empty, the present post is taken"), width=24
    )
    role: Mapped[str] = field(Choice(ROLES), N_("Role"), initial="member")
    place: Mapped[int | None] = field(
        Whole(most=9999), N_("Place by hand"), hint=N_("Left empty, the order of precedence decides"), width=8
    )
    interprets: Mapped[tuple[str, ...]] = field(Languages(), N_("Interprets"))
    needs_interpreter: Mapped[bool] = field(Flag(), N_("Needs an interpreter"))
    phone: Mapped[str] = field(Phone(), N_("Phone during the visit"), privacy=Privacy.CONTACT)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_NOTES, listed=False)

    delegation: Mapped[Delegation | None] = follow(delegation_id)
    person: Mapped[Person | None] = follow(person_id)
    post: Mapped[Post | None] = follow(post_id)

    def title(self) -> str:
        return self.person.title() if self.person else ""

    def order_text(self) -> str:
        return self.person.order_text() if self.person else ""


class ProgrammeItem(Record):
    """One entry of a visit's programme."""

    __tablename__ = "programme_item"
    label = N_("Programme item"), N_("Programme items")
    icon = "programme"
    columns = ("starts", "ends", "title_tr", "place_tr", "responsible_id", "visit_id")
    order_by = ("starts",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=30)
    starts: Mapped[Moment | None] = field(WallClock(required=True), N_("Starts"), together="when", width=18)
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    title_tr: Mapped[str] = field(Text(required=True, tongue="tr"), N_("Title in Turkish"), width=32)
    title_en: Mapped[str] = field(Text(tongue="en"), N_("Title in English"), width=32)
    place_tr: Mapped[str] = field(Text(tongue="tr"), N_("Place in Turkish"), width=22)
    place_en: Mapped[str] = field(Text(tongue="en"), N_("Place in English"), width=22)
    responsible_id: Mapped[str | None] = field(Link("person"), N_("Responsible"))
    phone: Mapped[str] = field(Phone(), N_("Phone on the day"), privacy=Privacy.CONTACT)
    note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Note in Turkish"), group=_NOTES, listed=False
    )
    note_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Note in English"), group=_NOTES, listed=False
    )

    visit: Mapped[Visit | None] = follow(visit_id)
    responsible: Mapped[Person | None] = follow(responsible_id)

    def remarks(self) -> dict[str, str]:
        found = {}
        if self.starts and self.ends and self.ends < self.starts:
            found["ends"] = _("It ends before it starts.")
        if self.starts and self.visit and not self.visit.includes(self.starts.local.date()):
            found["starts"] = _("This day is not a day of the visit.")
        return found

    def title(self) -> str:
        return best_text(self, "title", language())
