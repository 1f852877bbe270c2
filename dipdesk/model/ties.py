"""What ties organisations to each other, and what passed between them and us: ties and the contact log."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _
from dipdesk.model.fields import Privacy, field
from dipdesk.model.kinds import Choice, Day, Flag, Link, PartialDay, Text
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit
from dipdesk.rules.timing import PartialDate

TIE_KINDS = {
    "member": N_("is a member of"),
    "seat": N_("is the seat of"),
    "twin": N_("is twinned with"),
    "presides": N_("presides over"),
    "part": N_("is a part of"),
    "partner": N_("works with"),
}
INVERSE_TIES = {
    "member": N_("has as a member"),
    "seat": N_("has its seat in"),
    "twin": N_("is twinned with"),
    "presides": N_("is presided over by"),
    "part": N_("has as a part"),
    "partner": N_("works with"),
}
"""The same ties read from the other side."""
CONTACT_KINDS = {
    "letter": N_("Letter"),
    "email": N_("E-mail"),
    "call": N_("Call"),
    "meeting": N_("Meeting"),
    "message": N_("Message"),
    "invitation": N_("Invitation"),
    "congratulation": N_("Congratulation"),
    "condolence": N_("Condolence"),
    "visit": N_("Visit"),
    "other": N_("Other"),
}
DIRECTIONS = {"out": N_("From us"), "in": N_("From them"), "both": N_("Both")}
_REGISTER = N_("Register")


class Tie(Record):
    """One organisation is tied to another, from a day to a day."""

    __tablename__ = "tie"
    label = N_("Tie"), N_("Ties")
    icon = "relation"
    columns = ("partner_id", "kind", "other_id", "since", "until")

    partner_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Organisation"), width=26
    )
    kind: Mapped[str] = field(Choice(TIE_KINDS, required=True), N_("Tie"), initial="member", width=18)
    other_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Other organisation"), width=26
    )
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("Since"), together="term", width=14)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"), together="term", width=14)
    note: Mapped[str] = field(Text(), N_("Note"))

    partner: Mapped[Partner | None] = follow(partner_id)
    other: Mapped[Partner | None] = follow(other_id)

    def title(self) -> str:
        kind = _(TIE_KINDS[self.kind]) if self.kind in TIE_KINDS else ""
        parts = (self.partner.title() if self.partner else "", kind, self.other.title() if self.other else "")
        return " · ".join(part for part in parts if part)


class Contact(Record):
    """One letter, call, meeting or message between a partner and us; also the register of correspondence."""

    __tablename__ = "contact"
    label = N_("Contact"), N_("Contacts")
    icon = "contact"
    columns = ("day", "direction", "kind", "headline", "partner_id", "person_id", "number")
    order_by = ("-day",)

    headline: Mapped[str] = field(Text(required=True), N_("Headline"), width=34)
    day: Mapped[date | None] = field(Day(required=True), N_("Day"), width=14)
    kind: Mapped[str] = field(Choice(CONTACT_KINDS), N_("Kind"), initial="letter", width=14)
    direction: Mapped[str] = field(Choice(DIRECTIONS), N_("Direction"), initial="out", width=12)
    partner_id: Mapped[str | None] = field(Link("partner", owner=True), N_("Partner"), width=24)
    person_id: Mapped[str | None] = field(Link("person"), N_("Person"), width=24)
    officer_id: Mapped[str | None] = field(Link("person"), N_("Our officer"))
    visit_id: Mapped[str | None] = field(Link("visit"), N_("Visit"))
    text: Mapped[str] = field(Text(long=True), N_("What was said"), privacy=Privacy.PERSONAL, listed=False)
    number: Mapped[str] = field(Text(most=80), N_("Document number"), group=_REGISTER, width=18, copied=False)
    refers_id: Mapped[str | None] = field(Link("contact"), N_("In answer to"), group=_REGISTER)
    answer_by: Mapped[date | None] = field(Day(), N_("Answer wanted by"), group=_REGISTER)
    answered: Mapped[bool] = field(Flag(), N_("Answered"), group=_REGISTER, width=10, copied=False)

    partner: Mapped[Partner | None] = follow(partner_id)
    person: Mapped[Person | None] = follow(person_id)
    officer: Mapped[Person | None] = follow(officer_id)
    visit: Mapped[Visit | None] = follow(visit_id)

    def title(self) -> str:
        return self.headline
