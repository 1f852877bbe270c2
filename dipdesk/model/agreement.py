"""Agreements with partners and memberships of unions and networks, with their chain of decisions."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import field
from dipdesk.model.kinds import Amount, Choice, Flag, Link, Money, PartialDay, Text, WebAddress
from dipdesk.model.partner import Partner
from dipdesk.model.record import Record, follow
from dipdesk.rules.timing import PartialDate

AGREEMENT_KINDS = {
    "sister_city": N_("Sister-city agreement"),
    "friendship": N_("Friendship agreement"),
    "goodwill": N_("Goodwill protocol"),
    "cooperation": N_("Cooperation protocol"),
    "project": N_("Joint project protocol"),
    "letter_of_intent": N_("Letter of intent"),
    "other": N_("Other agreement"),
}
AGREEMENT_STATES = {
    "idea": N_("Idea"),
    "in_talks": N_("In talks"),
    "approved": N_("Approved"),
    "in_force": N_("In force"),
    "dormant": N_("Dormant"),
    "ended": N_("Ended"),
}
MEMBERSHIP_CLASSES = {
    "member": N_("Member"),
    "full": N_("Full member"),
    "associate": N_("Associate member"),
    "observer": N_("Observer"),
    "founder": N_("Founding member"),
}
MEMBERSHIP_STATES = {"applied": N_("Applied"), "active": N_("Active"), "left": N_("Left the body")}
_COUNCIL = N_("Council decision")
_MINISTRY = N_("Ministry permission")
_TEXT = N_("Agreement text")
_DUES = N_("Dues")
_ORIGIN = N_("Origin")


class Agreement(Record):
    """What was signed, or is to be signed, with a partner."""

    __tablename__ = "agreement"
    label = N_("Agreement"), N_("Agreements")
    icon = "agreement"
    columns = (
        "partner_id",
        "kind",
        "state",
        "signed_on",
        "council_date",
        "council_number",
        "ministry_date",
        "ministry_number",
    )

    partner_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Partner"), width=24
    )
    kind: Mapped[str] = field(
        Choice(AGREEMENT_KINDS, required=True), N_("Kind"), initial="sister_city", width=20
    )
    state: Mapped[str] = field(Choice(AGREEMENT_STATES), N_("State"), initial="in_force", width=12)
    municipality_id: Mapped[str | None] = field(
        Link("partner"), N_("Municipality"), hint=N_("Whose agreement it is; left empty for our own")
    )
    signed_on: Mapped[PartialDate | None] = field(PartialDay(), N_("Signed on"), width=16)
    signed_at: Mapped[str] = field(Text(), N_("Signed at"))
    council_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Council decision on"), group=_COUNCIL, together="council", width=16
    )
    council_number: Mapped[str] = field(
        Text(most=60), N_("Decision number"), group=_COUNCIL, together="council", width=12
    )
    ministry_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Permission on"), group=_MINISTRY, together="ministry", width=16
    )
    ministry_number: Mapped[str] = field(
        Text(most=60), N_("Permission number"), group=_MINISTRY, together="ministry", width=14
    )
    subject_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Subject in Turkish"), group=_TEXT, listed=False
    )
    subject_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Subject in English"), group=_TEXT, listed=False
    )
    ends_on: Mapped[PartialDate | None] = field(PartialDay(), N_("Ends on"), group=_TEXT)
    source: Mapped[str] = field(WebAddress(), N_("Source"), group=_ORIGIN)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_ORIGIN, listed=False)

    partner: Mapped[Partner | None] = follow(partner_id)
    municipality: Mapped[Partner | None] = follow(municipality_id)

    def title(self) -> str:
        return " · ".join(
            part for part in (self.partner.title() if self.partner else "", self.kind_name()) if part
        )

    def kind_name(self) -> str:
        """What the agreement is called in the language spoken now."""
        return _(AGREEMENT_KINDS[self.kind]) if self.kind in AGREEMENT_KINDS else ""


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
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("Since"), width=14)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"))
    council_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Council decision on"), group=_COUNCIL, together="council", width=16
    )
    council_number: Mapped[str] = field(
        Text(most=60), N_("Decision number"), group=_COUNCIL, together="council", width=12
    )
    ministry_date: Mapped[PartialDate | None] = field(
        PartialDay(), N_("Permission on"), group=_MINISTRY, together="ministry", width=16
    )
    ministry_number: Mapped[str] = field(
        Text(most=60), N_("Permission number"), group=_MINISTRY, together="ministry", width=14
    )
    dues: Mapped[Money | None] = field(Amount(), N_("Yearly dues"), group=_DUES, width=14)
    dues_basis: Mapped[str] = field(Text(), N_("Legal basis of the dues"), group=_DUES)
    votes: Mapped[bool] = field(Flag(), N_("Right to vote"), group=_DUES)
    source: Mapped[str] = field(WebAddress(), N_("Source"), group=_ORIGIN)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_ORIGIN, listed=False)

    partner: Mapped[Partner | None] = follow(partner_id)

    def title(self) -> str:
        return self.partner.name(language()) if self.partner else ""
