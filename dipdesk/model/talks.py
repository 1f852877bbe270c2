"""What is said and promised: talking points and commitments."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.agreement import Agreement
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Day, Link, Text, Whole
from dipdesk.model.membership import Membership
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit

POINT_KINDS = {
    "own": N_("Our points"),
    "expected": N_("What they may raise"),
    "answer": N_("Our answers"),
    "avoid": N_("Not to be raised"),
}
WHOSE = {"us": N_("Ours"), "them": N_("Theirs"), "both": N_("Both sides'")}
REPEATS = {"month": N_("Every month"), "quarter": N_("Every quarter"), "year": N_("Every year")}
COMMITMENT_STATES = {"open": N_("To be done"), "done": N_("Done"), "dropped": N_("Dropped")}


class TalkingPoint(Record):
    """A point to make, to expect, to answer or to avoid."""

    __tablename__ = "talking_point"
    label = N_("Talking point"), N_("Talking points")
    icon = "talking"
    columns = ("kind", "text_tr", "text_en", "visit_id")
    order_by = ("place",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=30)
    kind: Mapped[str] = field(Choice(POINT_KINDS, required=True), N_("Kind"), initial="own")
    text_tr: Mapped[str] = field(
        Text(either=True, long=True, tongue="tr", most=2000), N_("Text in Turkish"), width=40
    )
    text_en: Mapped[str] = field(
        Text(either=True, long=True, tongue="en", most=2000), N_("Text in English"), width=40
    )
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)

    visit: Mapped[Visit | None] = follow(visit_id)

    def title(self) -> str:
        return best_text(self, "text", language()).partition("\n")[0]


class Commitment(Record):
    """Something promised on a visit, owed by an agreement or due in a body: what, who, to whom, by when."""

    __tablename__ = "commitment"
    label = N_("Commitment"), N_("Commitments")
    icon = "commitment"
    columns = ("what_tr", "partner_id", "owner_id", "due", "state")
    order_by = ("due",)

    what_tr: Mapped[str] = field(Text(either=True, tongue="tr", most=1000), N_("What, in Turkish"), width=40)
    what_en: Mapped[str] = field(Text(either=True, tongue="en", most=1000), N_("What, in English"), width=40)
    partner_id: Mapped[str | None] = field(Link("partner"), N_("Promised to"))
    visit_id: Mapped[str | None] = field(Link("visit"), N_("Promised during"))
    agreement_id: Mapped[str | None] = field(Link("agreement"), N_("Owed by the agreement"))
    membership_id: Mapped[str | None] = field(Link("membership"), N_("Due in the membership"))
    whose: Mapped[str] = field(Choice(WHOSE), N_("Whose part"), initial="us", width=10)
    owner_id: Mapped[str | None] = field(Link("person"), N_("Who does it"))
    due: Mapped[date | None] = field(Day(), N_("Due by"))
    repeats: Mapped[str] = field(Choice(REPEATS), N_("Comes again"), width=12)
    state: Mapped[str] = field(Choice(COMMITMENT_STATES), N_("State"), initial="open", copied=False)
    evidence: Mapped[str] = field(Text(long=True), N_("Evidence"), listed=False, copied=False)

    partner: Mapped[Partner | None] = follow(partner_id)
    visit: Mapped[Visit | None] = follow(visit_id)
    agreement: Mapped[Agreement | None] = follow(agreement_id)
    membership: Mapped[Membership | None] = follow(membership_id)
    owner: Mapped[Person | None] = follow(owner_id)

    def title(self) -> str:
        return best_text(self, "what", language())
