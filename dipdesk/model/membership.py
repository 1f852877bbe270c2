"""Our place in unions and networks: the membership, the seats we hold, what we pay and what we get for it."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.agreement import COUNCIL, MINISTRY, ORIGIN
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Day,
    Flag,
    Link,
    Money,
    PartialDay,
    Text,
    WebAddress,
    Words,
    Year,
)
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.rules.timing import PartialDate

MEMBERSHIP_CLASSES = {
    "member": N_("Member"),
    "full": N_("Full member"),
    "associate": N_("Associate member"),
    "observer": N_("Observer"),
    "founder": N_("Founding member"),
}
MEMBERSHIP_STATES = {"applied": N_("Applied"), "active": N_("Active"), "left": N_("Left the body")}
LEGAL_FORMS = {
    "union": N_("Union of local authorities (Law 5355)"),
    "association": N_("Association"),
    "foreign_association": N_("Association under foreign law"),
    "network": N_("Network without legal personality"),
    "intergovernmental": N_("Intergovernmental body"),
    "programme": N_("Programme or campaign"),
}
_DUES = N_("Dues")
_BODY = N_("In the body")


class Membership(Record):
    """Our place in a union or network."""

    __tablename__ = "membership"
    label = N_("Membership"), N_("Memberships")
    icon = "membership"
    columns = ("partner_id", "member_class", "state", "since", "dues", "council_date", "ministry_date")

    partner_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Union or network"), width=30
    )
    member_class: Mapped[str] = field(Choice(MEMBERSHIP_CLASSES), N_("Class"), initial="member", width=14)
    state: Mapped[str] = field(Choice(MEMBERSHIP_STATES), N_("State"), initial="active", width=10)
    municipality_id: Mapped[str | None] = field(
        Link("partner"), N_("Municipality"), hint=N_("Whose membership it is; left empty for our own")
    )
    legal_form: Mapped[str] = field(Choice(LEGAL_FORMS), N_("Legal form of the body"), width=24)
    number: Mapped[str] = field(Text(most=60), N_("Membership number"), width=14, copied=False)
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("Since"), width=14)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"))
    decide_by: Mapped[date | None] = field(Day(), N_("Decide on renewal by"))
    council_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Council decision on"), group=COUNCIL, together="council", width=16, copied=False
    )
    council_number: Mapped[str] = field(
        Text(most=60), N_("Decision number"), group=COUNCIL, together="council", width=12, copied=False
    )
    ministry_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Permission on"), group=MINISTRY, together="ministry", width=16, copied=False
    )
    ministry_number: Mapped[str] = field(
        Text(most=60), N_("Permission number"), group=MINISTRY, together="ministry", width=14, copied=False
    )
    dues: Mapped[Money | None] = field(Amount(), N_("Yearly dues"), group=_DUES, width=14)
    dues_basis: Mapped[str] = field(Text(), N_("Legal basis of the dues"), group=_DUES)
    votes: Mapped[bool] = field(Flag(), N_("Right to vote"), group=_BODY)
    working_groups: Mapped[tuple[str, ...]] = field(Words(), N_("Working groups"), group=_BODY)
    source: Mapped[str] = field(WebAddress(), N_("Source"), group=ORIGIN)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=ORIGIN, listed=False)

    partner: Mapped[Partner | None] = follow(partner_id)
    municipality: Mapped[Partner | None] = follow(municipality_id)

    def title(self) -> str:
        return self.partner.name(language()) if self.partner else ""


class Seat(Record):
    """A seat or post that one of ours holds in a body, such as its presidency, from a day to a day."""

    __tablename__ = "seat"
    label = N_("Seat held"), N_("Seats held")
    icon = "post"
    columns = ("membership_id", "role_tr", "person_id", "since", "until")

    membership_id: Mapped[str | None] = field(
        Link("membership", required=True, owner=True), N_("Membership"), width=26
    )
    role_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Seat in Turkish"), width=26)
    role_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Seat in English"), width=26)
    person_id: Mapped[str | None] = field(Link("person"), N_("Who holds it"), width=24)
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("Since"), together="term", width=14)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"), together="term", width=14)

    membership: Mapped[Membership | None] = follow(membership_id)
    person: Mapped[Person | None] = follow(person_id)

    def title(self) -> str:
        return best_text(self, "role", language())


class Payment(Record):
    """The dues of one year: asked for, due, paid."""

    __tablename__ = "payment"
    label = N_("Dues of a year"), N_("Dues by year")
    icon = "payment"
    columns = ("membership_id", "year", "amount", "due", "paid_on", "in_lira")
    order_by = ("-year",)

    membership_id: Mapped[str | None] = field(
        Link("membership", required=True, owner=True, names=True), N_("Membership"), width=26
    )
    year: Mapped[int | None] = field(Year(required=True), N_("Year"), width=10)
    amount: Mapped[Money | None] = field(Amount(), N_("Amount"), width=14)
    due: Mapped[date | None] = field(Day(), N_("Due by"), width=14)
    paid_on: Mapped[date | None] = field(Day(), N_("Paid on"), width=14, copied=False)
    in_lira: Mapped[Money | None] = field(Amount(), N_("Paid in lira"), width=14, copied=False)
    invoice: Mapped[str] = field(Text(most=80), N_("Invoice"), copied=False)

    membership: Mapped[Membership | None] = follow(membership_id)

    def title(self) -> str:
        name = self.membership.title() if self.membership else ""
        return " · ".join(part for part in (name, str(self.year or "")) if part)


class Benefit(Record):
    """What a membership brought: a grant, a training, a seat, a contact."""

    __tablename__ = "benefit"
    label = N_("Benefit"), N_("Benefits")
    icon = "star"
    columns = ("day", "what_tr", "value", "membership_id")
    order_by = ("-day",)

    membership_id: Mapped[str | None] = field(
        Link("membership", required=True, owner=True), N_("Membership"), width=26
    )
    what_tr: Mapped[str] = field(Text(either=True, tongue="tr", most=1000), N_("What, in Turkish"), width=36)
    what_en: Mapped[str] = field(Text(either=True, tongue="en", most=1000), N_("What, in English"), width=36)
    day: Mapped[PartialDate | None] = field(PartialDay(), N_("When"), width=14)
    value: Mapped[Money | None] = field(
        Amount(), N_("Worth"), hint=N_("An estimate, where it can be counted"), width=14
    )

    membership: Mapped[Membership | None] = follow(membership_id)

    def title(self) -> str:
        return best_text(self, "what", language())
