"""Relations: what our office has with a partner, why, since when; with the office's classes and criteria."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.colours import COLOURS
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Day, Link, PartialDay, Text, Whole
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.rules.scoring import MOST_POINTS
from dipdesk.rules.timing import PartialDate

RELATION_STATES = {
    "idea": N_("Idea"),
    "in_talks": N_("In talks"),
    "approved": N_("Approved"),
    "active": N_("Active"),
    "dormant": N_("Dormant"),
    "suspended": N_("Suspended"),
    "ended": N_("Ended"),
    "refused": N_("Refused"),
}
ASKED_BY = {"us": N_("We asked"), "them": N_("They asked")}
ANSWERS = {"open": N_("Not answered yet"), "accepted": N_("Accepted"), "refused": N_("Declined")}
_REQUEST = N_("Request")
_WHY = N_("Why this partner")


class RelationClass(Record):
    """A class of relations, such as sister city; the office can change, add and remove classes."""

    __tablename__ = "relation_class"
    label = N_("Relation class"), N_("Relation classes")
    icon = "tag"
    columns = ("name_tr", "name_en", "colour", "place")
    order_by = ("place",)

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=26)
    colour: Mapped[str] = field(Choice(COLOURS), N_("Colour"), initial="blue", width=12)
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)

    def title(self) -> str:
        return best_text(self, "name", language())


class Relation(Record):
    """What our office, or a municipality of our union, has with a partner."""

    __tablename__ = "relation"
    label = N_("Relation"), N_("Relations")
    icon = "relation"
    columns = ("partner_id", "class_id", "state", "since", "officer_id", "review_on")

    partner_id: Mapped[str | None] = field(
        Link("partner", required=True, owner=True, names=True), N_("Partner"), width=24
    )
    class_id: Mapped[str | None] = field(Link("relation_class", names=True), N_("Relation class"), width=20)
    state: Mapped[str] = field(Choice(RELATION_STATES), N_("State"), initial="active", width=12)
    municipality_id: Mapped[str | None] = field(
        Link("partner", names=True),
        N_("Municipality"),
        hint=N_("Whose relation it is; left empty for our own"),
    )
    since: Mapped[PartialDate | None] = field(PartialDay(), N_("Since"), together="term", width=14)
    until: Mapped[PartialDate | None] = field(PartialDay(), N_("Until"), together="term")
    officer_id: Mapped[str | None] = field(Link("person"), N_("Responsible officer"))
    review_on: Mapped[date | None] = field(Day(), N_("Review on"))
    asked_by: Mapped[str] = field(Choice(ASKED_BY), N_("Who asked"), group=_REQUEST)
    asked_on: Mapped[PartialDate | None] = field(PartialDay(), N_("Asked on"), group=_REQUEST)
    asked_through: Mapped[str] = field(
        Text(), N_("Asked through"), group=_REQUEST, hint=N_("Such as a letter, an embassy or a union")
    )
    answer: Mapped[str] = field(Choice(ANSWERS), N_("Answer"), group=_REQUEST, together="answer")
    answered_on: Mapped[date | None] = field(Day(), N_("Answered on"), group=_REQUEST, together="answer")
    answer_note: Mapped[str] = field(
        Text(long=True), N_("What was answered, and why"), group=_REQUEST, listed=False
    )
    reason_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Reason in Turkish"), group=_WHY, listed=False
    )
    reason_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Reason in English"), group=_WHY, listed=False
    )
    aim_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Shared aim in Turkish"), group=_WHY, listed=False
    )
    aim_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Shared aim in English"), group=_WHY, listed=False
    )

    partner: Mapped[Partner | None] = follow(partner_id)
    relation_class: Mapped[RelationClass | None] = follow(class_id)
    municipality: Mapped[Partner | None] = follow(municipality_id)
    officer: Mapped[Person | None] = follow(officer_id)

    def title(self) -> str:
        parts = (self.partner, self.relation_class, self.municipality)
        return " · ".join(part.title() for part in parts if part is not None)


class Criterion(Record):
    """What the office looks at when it chooses a partner, with its weight."""

    __tablename__ = "criterion"
    label = N_("Criterion"), N_("Criteria")
    icon = "check"
    columns = ("name_tr", "name_en", "weight", "place")
    order_by = ("place",)

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=32)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=32)
    weight: Mapped[int | None] = field(Whole(most=10), N_("Weight"), initial=1, hint=N_("0 to 10"), width=8)
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)

    def title(self) -> str:
        return best_text(self, "name", language())


class Score(Record):
    """How many points a partner got for a criterion."""

    __tablename__ = "score"
    label = N_("Score"), N_("Scores")
    icon = "check"
    columns = ("relation_id", "criterion_id", "points", "note")

    relation_id: Mapped[str | None] = field(Link("relation", required=True, owner=True), N_("Relation"))
    criterion_id: Mapped[str | None] = field(
        Link("criterion", required=True, owner=True, names=True), N_("Criterion"), width=30
    )
    points: Mapped[int | None] = field(
        Whole(most=MOST_POINTS), N_("Points"), hint=N_("0 (not at all) to 5 (fully)"), width=8
    )
    note: Mapped[str] = field(Text(most=500), N_("Note"), width=36)

    relation: Mapped[Relation | None] = follow(relation_id)
    criterion: Mapped[Criterion | None] = follow(criterion_id)

    def title(self) -> str:
        return self.criterion.title() if self.criterion else ""
