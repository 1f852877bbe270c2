"""Delegations and their members: who comes, as what, how, where they sleep and what they need."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Day,
    Flag,
    Languages,
    Link,
    Money,
    Phone,
    Text,
    WallClock,
    Whole,
)
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person, Post
from dipdesk.model.record import Record, follow
from dipdesk.model.travel import Room, Travel
from dipdesk.model.visit import SIDES, Visit
from dipdesk.rules.timing import Moment

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
MEMBER_STATES = {
    "expected": N_("Expected"),
    "arrived": N_("Arrived"),
    "absent": N_("Absent"),
    "left": N_("Has left"),
}
VISAS = {
    "not_needed": N_("Not needed"),
    "needed": N_("Needed"),
    "applied": N_("Applied for"),
    "granted": N_("Granted"),
}
PASSPORTS = {
    "ordinary": N_("Ordinary passport"),
    "special": N_("Special passport"),
    "service": N_("Service passport"),
    "diplomatic": N_("Diplomatic passport"),
}
CONSENTS = {"yes": N_("Given"), "no": N_("Refused")}
PAYERS = {"us": N_("We pay"), "them": N_("They pay"), "other": N_("Somebody else pays")}
_OURS = {"guest": N_("Guests (us)"), "host": N_("Hosts (us)")}
_THEIRS = {"guest": N_("Guests ({partner})"), "host": N_("Hosts ({partner})")}
_OTHERS = {"guest": N_("Guests (the other side)"), "host": N_("Hosts (the other side)")}
_NOTES = N_("Remark")
_TRAVEL = N_("Travel and lodging")
_NEEDS = N_("Needs")
_PAPERS = N_("Passport and visa")
_CONSENT = N_("Consent")


class Delegation(Record):
    """One side of a visit."""

    __tablename__ = "delegation"
    label = N_("Delegation"), N_("Delegations")
    icon = "delegation"
    columns = ("visit_id", "side", "name_tr", "partner_id")

    visit_id: Mapped[str | None] = field(
        Link("visit", required=True, owner=True, names=True), N_("Visit"), width=30
    )
    side: Mapped[str] = field(Choice(SIDES, required=True), N_("Side"), initial="guest", width=22)
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
        if self.visit:
            return self.visit.side_name(self.side)
        return _(SIDES[self.side]) if self.side in SIDES else ""

    def title(self) -> str:
        return " · ".join(
            part for part in (self.name(language()), self.visit.title() if self.visit else "") if part
        )


def sides(visit: Visit) -> dict[str, str]:
    """The sides of a visit in words that say whose each is."""
    ours, theirs = visit.our_side, visit.their_side
    other = _(_OTHERS[theirs])
    if visit.partner:
        other = _(_THEIRS[theirs]).format(partner=visit.partner.name(language()))
    told = {ours: _(_OURS[ours]), theirs: other}
    return {side: told[side] for side in SIDES}


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
    state: Mapped[str] = field(Choice(MEMBER_STATES), N_("State"), initial="expected", width=12, copied=False)
    came_at: Mapped[Moment | None] = field(WallClock(), N_("Arrived at"), listed=False, copied=False)
    counterpart_id: Mapped[str | None] = field(
        Link("delegation_member"), N_("Counterpart"), hint=N_("Left empty, the rank decides"), width=22
    )
    arrival_id: Mapped[str | None] = field(Link("travel"), N_("Arrives with"), group=_TRAVEL, width=22)
    departure_id: Mapped[str | None] = field(Link("travel"), N_("Leaves with"), group=_TRAVEL, width=22)
    room_id: Mapped[str | None] = field(
        Link("room"), N_("Hotel room"), group=_TRAVEL, privacy=Privacy.CONTACT
    )
    payer: Mapped[str] = field(Choice(PAYERS), N_("Who pays"), group=_TRAVEL, listed=False)
    allowance: Mapped[Money | None] = field(Amount(), N_("Allowance for a day"), group=_TRAVEL, width=14)
    meals: Mapped[str] = field(
        Text(most=300),
        N_("Meals"),
        group=_NEEDS,
        privacy=Privacy.SENSITIVE,
        hint=N_("What is needed, never why"),
        listed=False,
    )
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
    emergency_contact: Mapped[str] = field(
        Text(most=300), N_("Emergency contact"), group=_NEEDS, privacy=Privacy.SENSITIVE, listed=False
    )
    passport_kind: Mapped[str] = field(
        Choice(PASSPORTS), N_("Kind of passport"), group=_PAPERS, privacy=Privacy.SENSITIVE, listed=False
    )
    passport: Mapped[str] = field(
        Text(most=40), N_("Passport number"), group=_PAPERS, privacy=Privacy.SENSITIVE, listed=False
    )
    passport_until: Mapped[date | None] = field(
        Day(), N_("Passport valid until"), group=_PAPERS, privacy=Privacy.SENSITIVE, listed=False
    )
    visa: Mapped[str] = field(Choice(VISAS), N_("Visa"), group=_PAPERS, privacy=Privacy.PERSONAL)
    photo_consent: Mapped[str] = field(
        Choice(CONSENTS), N_("Photos may be published"), group=_CONSENT, listed=False, copied=False
    )
    privacy_consent: Mapped[str] = field(
        Choice(CONSENTS), N_("Needs may be kept"), group=_CONSENT, listed=False, copied=False
    )
    privacy_text: Mapped[str] = field(
        Text(most=80),
        N_("Privacy notice"),
        group=_CONSENT,
        hint=N_("Which version of the text was given"),
        listed=False,
        copied=False,
    )
    privacy_on: Mapped[date | None] = field(
        Day(), N_("Notice given on"), group=_CONSENT, listed=False, copied=False
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_NOTES, listed=False)

    delegation: Mapped[Delegation | None] = follow(delegation_id)
    person: Mapped[Person | None] = follow(person_id)
    post: Mapped[Post | None] = follow(post_id)
    arrival: Mapped[Travel | None] = follow(arrival_id)
    departure: Mapped[Travel | None] = follow(departure_id)
    room: Mapped[Room | None] = follow(room_id)

    def title(self) -> str:
        return self.person.title() if self.person else ""

    def order_text(self) -> str:
        return self.person.order_text() if self.person else ""


class RoomChange(Record):
    """A member sleeps in another room from a night on, until the next change or to the end of the stay."""

    __tablename__ = "room_change"
    label = N_("Change of room"), N_("Changes of room")
    icon = "lodging"
    columns = ("member_id", "starts", "room_id")
    order_by = ("starts",)

    member_id: Mapped[str | None] = field(
        Link("delegation_member", required=True, owner=True, names=True), N_("Member"), width=26
    )
    starts: Mapped[date | None] = field(Day(required=True), N_("From the night of"), width=16)
    room_id: Mapped[str | None] = field(
        Link("room", required=True), N_("Hotel room"), privacy=Privacy.CONTACT, width=22
    )

    member: Mapped[DelegationMember | None] = follow(member_id)
    room: Mapped[Room | None] = follow(room_id)

    def title(self) -> str:
        return self.member.title() if self.member else ""

    def order_text(self) -> str:
        return self.member.order_text() if self.member else ""
