"""Ceremonies: who is asked and comes, in which order, and what happens when."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import (
    Choice,
    Day,
    Flag,
    Languages,
    Link,
    Shipped,
    Text,
    WallClock,
    Whole,
)
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person, Post
from dipdesk.model.precedence import PrecedenceList
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import SIDES, Visit
from dipdesk.rules.rule_sets import TIE_BREAKERS
from dipdesk.rules.timing import Moment

CEREMONY_STATES = {
    "planned": N_("Planned"),
    "confirmed": N_("Confirmed"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
}
ACTING = {
    "keeps_place": N_("keep the place of the office"),
    "after_substantive": N_("come after those who hold the office"),
}
REPRESENTING = {
    "end_of_group": N_("at the end of the group they represent"),
    "own_rank": N_("by their own rank"),
}
GUEST_STATES = {
    "invited": N_("Invited"),
    "coming": N_("Coming"),
    "represented": N_("Represented by somebody else"),
    "declined": N_("Does not come"),
    "arrived": N_("Arrived"),
    "absent": N_("Absent"),
    "waiting": N_("On the waiting list"),
    "expected": N_("Expected"),
}
"""Whoever belongs to a delegation of the visit is expected, until an invitation is sent."""
SEATED_STATES = ("invited", "coming", "arrived", "expected")
"""The states of those who get a place."""
GUEST_ROLES = {
    "host": N_("Host"),
    "cohost": N_("Co-host"),
    "guest_of_honour": N_("Guest of honour"),
    "interpreter": N_("Interpreter"),
}
CAPACITIES = {
    "holder": N_("holds the post"),
    "acting": N_("acting for the holder"),
    "representing": N_("on behalf of the holder"),
}
VARIANTS = {"fair": N_("Only in fair weather"), "rain": N_("Only in bad weather")}
AUDIENCES = {"public": N_("Everybody"), "crew": N_("Crew only")}
_ORDER = N_("Order of precedence")
_PRACTICAL = N_("Practical")
_COMES_FOR = N_("Comes for somebody")
_NEEDS = N_("Needs")


class Ceremony(Record):
    """A ceremony, alone or as part of a visit."""

    __tablename__ = "ceremony"
    label = N_("Ceremony"), N_("Ceremonies")
    icon = "ceremony"
    columns = ("title_tr", "kind", "state", "starts", "place_tr", "visit_id")
    order_by = ("-starts",)

    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=32)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=32)
    kind: Mapped[str] = field(Shipped("ceremonies"), N_("Kind"), width=20)
    state: Mapped[str] = field(
        Choice(CEREMONY_STATES), N_("State"), initial="planned", width=12, copied=False
    )
    starts: Mapped[Moment | None] = field(WallClock(), N_("Starts"), together="when", width=18)
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    place_tr: Mapped[str] = field(Text(tongue="tr"), N_("Place in Turkish"), width=22)
    place_en: Mapped[str] = field(Text(tongue="en"), N_("Place in English"), width=22)
    visit_id: Mapped[str | None] = field(Link("visit"), N_("Visit"))
    partner_id: Mapped[str | None] = field(Link("partner"), N_("Partner"))
    officer_id: Mapped[str | None] = field(Link("person"), N_("Responsible"))
    answer_by: Mapped[date | None] = field(
        Day(), N_("Answers wanted by"), hint=N_("The day on the invitation card"), width=14
    )
    most_guests: Mapped[int | None] = field(Whole(most=99999), N_("Places at most"), listed=False)
    rule_set: Mapped[str] = field(
        Shipped("precedence", apart=(TIE_BREAKERS,)),
        N_("Rule set"),
        group=_ORDER,
        hint=N_("Left empty, that of the kind"),
        width=20,
    )
    list_id: Mapped[str | None] = field(
        Link("precedence_list"), N_("Our own list"), group=_ORDER, hint=N_("Counts instead of the rule set")
    )
    guest_first: Mapped[bool] = field(
        Flag(), N_("Guests before hosts"), group=_ORDER, initial=True, listed=False
    )
    governor_first: Mapped[bool] = field(
        Flag(), N_("Governor before ambassadors"), group=_ORDER, initial=False, listed=False
    )
    garrison: Mapped[bool] = field(
        Flag(), N_("Garrison commander in his place"), group=_ORDER, initial=True, listed=False
    )
    acting: Mapped[str] = field(
        Choice(ACTING), N_("Those who act for somebody"), group=_ORDER, initial="keeps_place", listed=False
    )
    representing: Mapped[str] = field(
        Choice(REPRESENTING), N_("Those who represent"), group=_ORDER, initial="end_of_group", listed=False
    )
    frozen_on: Mapped[date | None] = field(
        Day(),
        N_("Order frozen on"),
        group=_ORDER,
        copied=False,
        hint=N_("From then on the order stays as it was"),
    )
    dress_tr: Mapped[str] = field(Text(tongue="tr"), N_("Dress in Turkish"), group=_PRACTICAL)
    dress_en: Mapped[str] = field(Text(tongue="en"), N_("Dress in English"), group=_PRACTICAL)
    rain_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("In bad weather, in Turkish"), group=_PRACTICAL, listed=False
    )
    rain_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("In bad weather, in English"), group=_PRACTICAL, listed=False
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_PRACTICAL, listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    partner: Mapped[Partner | None] = follow(partner_id)
    officer: Mapped[Person | None] = follow(officer_id)
    own_list: Mapped[PrecedenceList | None] = follow(list_id)

    def title(self) -> str:
        return best_text(self, "title", language())


class Guest(Record):
    """Somebody who is asked to a ceremony, in which capacity, and whether he or she comes."""

    __tablename__ = "guest"
    label = N_("Guest"), N_("Guests")
    icon = "person"
    columns = ("person_id", "post_id", "side", "state", "capacity", "ceremony_id")

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    person_id: Mapped[str | None] = field(
        Link("person", required=True, owner=True, names=True), N_("Person"), width=24
    )
    post_id: Mapped[str | None] = field(
        Link("post"), N_("In the post of"), hint=N_("Left empty, the present post is taken"), width=24
    )
    side: Mapped[str] = field(Choice(SIDES), N_("Side"), initial="guest", width=10)
    role: Mapped[str] = field(Choice(GUEST_ROLES), N_("Role at the table"), width=14)
    state: Mapped[str] = field(Choice(GUEST_STATES), N_("State"), initial="invited", width=12, copied=False)
    speaks: Mapped[bool] = field(Flag(), N_("Speaks"), width=8)
    capacity: Mapped[str] = field(
        Choice(CAPACITIES), N_("Capacity"), group=_COMES_FOR, initial="holder", together="capacity", width=18
    )
    stands_for_id: Mapped[str | None] = field(
        Link("post"), N_("For the holder of"), group=_COMES_FOR, together="capacity", width=24
    )
    substitute_id: Mapped[str | None] = field(Link("guest"), N_("Represented by"), group=_COMES_FOR)
    spouse_id: Mapped[str | None] = field(Link("guest"), N_("Comes with"))
    companion_of_id: Mapped[str | None] = field(
        Link("guest"), N_("Companion of"), hint=N_("The guest who was asked and brings this one")
    )
    came_at: Mapped[Moment | None] = field(WallClock(), N_("Arrived at"), listed=False, copied=False)
    interprets: Mapped[tuple[str, ...]] = field(Languages(), N_("Interprets"))
    step_free: Mapped[bool] = field(
        Flag(), N_("Needs a way without steps"), group=_NEEDS, privacy=Privacy.SENSITIVE, listed=False
    )
    needs: Mapped[str] = field(
        Text(most=300),
        N_("Other needs"),
        group=_NEEDS,
        privacy=Privacy.SENSITIVE,
        hint=N_("What is needed, never why"),
        listed=False,
    )
    frozen_place: Mapped[int | None] = field(
        Whole(most=99999), N_("Place when frozen"), listed=False, copied=False
    )
    frozen_reason: Mapped[str] = field(Text(long=True), N_("Reason when frozen"), listed=False, copied=False)
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)
    person: Mapped[Person | None] = follow(person_id)
    post: Mapped[Post | None] = follow(post_id)
    stands_for: Mapped[Post | None] = follow(stands_for_id)

    def title(self) -> str:
        return self.person.title() if self.person else ""

    def order_text(self) -> str:
        return self.person.order_text() if self.person else ""


class GuestMove(Record):
    """The office put a guest before another by hand, for a reason that stays visible."""

    __tablename__ = "guest_move"
    label = N_("Move by hand"), N_("Moves by hand")
    icon = "up"
    columns = ("guest_id", "before_id", "reason", "ceremony_id")
    order_by = ("place",)

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    guest_id: Mapped[str | None] = field(
        Link("guest", required=True, owner=True, names=True), N_("Guest"), width=24
    )
    before_id: Mapped[str | None] = field(
        Link("guest", required=True, owner=True), N_("Stands before"), width=24
    )
    reason: Mapped[str] = field(Text(required=True, most=500), N_("Reason"), width=36)
    place: Mapped[int | None] = field(Whole(most=99999), N_("Order"), width=8)

    guest: Mapped[Guest | None] = follow(guest_id)
    before: Mapped[Guest | None] = follow(before_id)

    def title(self) -> str:
        return self.guest.title() if self.guest else ""


class Phase(Record):
    """One point of the running order of a ceremony."""

    __tablename__ = "phase"
    label = N_("Point of the running order"), N_("Running order")
    icon = "programme"
    columns = ("title_tr", "minutes", "starts", "who_tr", "where_tr", "ceremony_id")
    order_by = ("place",)

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    place: Mapped[int | None] = field(Whole(most=99999), N_("Order"), width=8)
    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=30)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=30)
    minutes: Mapped[int | None] = field(Whole(most=1440), N_("Minutes"), initial=5, width=8)
    starts: Mapped[Moment | None] = field(
        WallClock(), N_("Fixed start"), hint=N_("Left empty, it follows the point before"), width=18
    )
    who_tr: Mapped[str] = field(Text(tongue="tr"), N_("Who, in Turkish"))
    who_en: Mapped[str] = field(Text(tongue="en"), N_("Who, in English"))
    where_tr: Mapped[str] = field(Text(tongue="tr"), N_("Place in Turkish"))
    where_en: Mapped[str] = field(Text(tongue="en"), N_("Place in English"))
    cue_tr: Mapped[str] = field(Text(tongue="tr"), N_("Cue in Turkish"))
    cue_en: Mapped[str] = field(Text(tongue="en"), N_("Cue in English"))
    variant: Mapped[str] = field(Choice(VARIANTS), N_("Weather"), hint=N_("Left empty, always"), width=14)
    audience: Mapped[str] = field(Choice(AUDIENCES), N_("Shown to"), initial="public", width=12)

    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)

    def title(self) -> str:
        return best_text(self, "title", language())
