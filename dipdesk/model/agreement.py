"""Agreements with partners: their chain of decisions, texts, signatories, term and renewal."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, join_words, language_name
from dipdesk.model.fields import field
from dipdesk.model.kinds import (
    Choice,
    Day,
    Flag,
    Languages,
    Link,
    PartialDay,
    Shipped,
    Text,
    WebAddress,
    Whole,
    Words,
)
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person, Post
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
AGREEMENT_ACTS = {
    "new": N_("First agreement"),
    "amendment": N_("Amendment or additional protocol"),
    "renewal": N_("Renewal"),
    "termination": N_("Termination"),
}
SIGNING_SIDES = {"us": N_("For us"), "them": N_("For the partner"), "witness": N_("As a witness")}
COUNCIL = N_("Council decision")
MINISTRY = N_("Ministry permission")
ORIGIN = N_("Origin")
_TEXT = N_("Agreement text")
_TERM = N_("Term and renewal")


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
    state: Mapped[str] = field(
        Choice(AGREEMENT_STATES), N_("State"), initial="in_force", width=12, copied=False
    )
    municipality_id: Mapped[str | None] = field(
        Link("partner"), N_("Municipality"), hint=N_("Whose agreement it is; left empty for our own")
    )
    signed_on: Mapped[PartialDate | None] = field(PartialDay(), N_("Signed on"), width=16, copied=False)
    signed_at: Mapped[str] = field(Text(), N_("Signed at"))
    wanted_on: Mapped[date | None] = field(
        Day(), N_("Signing wanted on"), hint=N_("The steps before it are counted back from this day")
    )
    ceremony_id: Mapped[str | None] = field(Link("ceremony"), N_("Signing ceremony"))
    chain: Mapped[str] = field(
        Shipped("approval"),
        N_("Chain of approval"),
        hint=N_("Left empty, the kind and the country decide"),
        listed=False,
    )
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
    subject_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Subject in Turkish"), group=_TEXT, listed=False
    )
    subject_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Subject in English"), group=_TEXT, listed=False
    )
    themes: Mapped[tuple[str, ...]] = field(Words(), N_("Fields of cooperation"), group=_TEXT)
    ends_on: Mapped[PartialDate | None] = field(PartialDay(), N_("Ends on"), group=_TERM)
    renews_itself: Mapped[bool] = field(Flag(), N_("Renews itself"), group=_TERM, together="renewal")
    renewal_years: Mapped[int | None] = field(
        Whole(most=99), N_("Years of each renewal"), group=_TERM, together="renewal", width=8
    )
    notice_months: Mapped[int | None] = field(
        Whole(most=99),
        N_("Months of notice"),
        group=_TERM,
        hint=N_("How long before the end notice must be given"),
        width=8,
    )
    act: Mapped[str] = field(Choice(AGREEMENT_ACTS), N_("Act"), group=_TERM, initial="new", width=16)
    follows_id: Mapped[str | None] = field(
        Link("agreement"), N_("Changes or follows"), group=_TERM, hint=N_("The agreement that came before")
    )
    source: Mapped[str] = field(WebAddress(), N_("Source"), group=ORIGIN)
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=ORIGIN, listed=False)

    partner: Mapped[Partner | None] = follow(partner_id)
    municipality: Mapped[Partner | None] = follow(municipality_id)

    def title(self) -> str:
        partner = self.partner.title() if self.partner else ""
        return " · ".join(part for part in (partner, self.kind_name(), self.act_name()) if part)

    def kind_name(self) -> str:
        """What the agreement is called in the language spoken now."""
        return _(AGREEMENT_KINDS[self.kind]) if self.kind in AGREEMENT_KINDS else ""

    def act_name(self) -> str:
        """What it does to the agreement before it; empty for a first agreement."""
        return _(AGREEMENT_ACTS[self.act]) if self.act != "new" and self.act in AGREEMENT_ACTS else ""


class AgreementText(Record):
    """The text of an agreement in one language; scans hang on it."""

    __tablename__ = "agreement_text"
    label = N_("Text of an agreement"), N_("Texts of agreements")
    icon = "note"
    columns = ("agreement_id", "languages", "authentic")

    agreement_id: Mapped[str | None] = field(
        Link("agreement", required=True, owner=True, names=True), N_("Agreement"), width=28
    )
    languages: Mapped[tuple[str, ...]] = field(
        Languages(required=True),
        N_("Language"),
        hint=N_("Several, if one text holds them side by side"),
        width=18,
    )
    authentic: Mapped[bool] = field(
        Flag(), N_("Authentic"), hint=N_("This text counts when the languages differ"), width=12
    )
    text: Mapped[str] = field(Text(long=True), N_("Text"), listed=False)

    agreement: Mapped[Agreement | None] = follow(agreement_id)

    def title(self) -> str:
        name = self.agreement.title() if self.agreement else ""
        spoken = join_words([language_name(code) for code in self.languages or ()])
        return " · ".join(part for part in (name, spoken) if part)


class Signatory(Record):
    """Who signed, or is to sign, for which side and in which post."""

    __tablename__ = "signatory"
    label = N_("Signatory"), N_("Signatories")
    icon = "person"
    columns = ("agreement_id", "person_id", "post_id", "side")

    agreement_id: Mapped[str | None] = field(
        Link("agreement", required=True, owner=True), N_("Agreement"), width=28
    )
    person_id: Mapped[str | None] = field(
        Link("person", required=True, owner=True, names=True), N_("Person"), width=24
    )
    post_id: Mapped[str | None] = field(
        Link("post"), N_("In the post of"), hint=N_("The post held on the day of signing"), width=24
    )
    side: Mapped[str] = field(Choice(SIGNING_SIDES), N_("Side"), initial="us", width=16)

    agreement: Mapped[Agreement | None] = follow(agreement_id)
    person: Mapped[Person | None] = follow(person_id)
    post: Mapped[Post | None] = follow(post_id)

    def title(self) -> str:
        return self.person.title() if self.person else ""
