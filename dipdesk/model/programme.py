"""The programme of a visit: its items, who takes part in which, and the slots of an international meeting."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.ceremony import AUDIENCES, Ceremony
from dipdesk.model.delegation import DelegationMember
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import Choice, Flag, Link, OnMap, Phone, Position, Text, WallClock, Whole
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit
from dipdesk.rules.timing import Moment

ITEM_KINDS = {
    "meeting": N_("Talks"),
    "call": N_("Courtesy call"),
    "ceremony": N_("Ceremony"),
    "tour": N_("Tour"),
    "meal": N_("Meal"),
    "travel": N_("On the way"),
    "rest": N_("Rest"),
    "press": N_("Press"),
    "other": N_("Other"),
}
TIMINGS = {
    "fixed": N_("At this hour"),
    "earliest": N_("Not before this hour"),
    "linked": N_("After the item before"),
}
TAKE_PART = {
    "all": N_("Everybody"),
    "guests": N_("The guests"),
    "hosts": N_("The hosts"),
    "heads": N_("The heads of the delegations"),
    "spouses": N_("The spouses"),
    "named": N_("Those named"),
}
SLOT_ROLES = {
    "speaker": N_("Speaker"),
    "panel": N_("On the panel"),
    "moderator": N_("Moderator"),
    "listener": N_("Listens"),
}
_WHO = N_("Who takes part")
_WHERE = N_("The place")
_BACK = N_("Behind the scenes")
_AS_IT_WAS = N_("As it was")
_NOTES = N_("Notes for guests, crew and office")
_PARTS = N_("Part of the programme")


class ProgrammeItem(Record):
    """One entry of a visit's programme."""

    __tablename__ = "programme_item"
    label = N_("Programme item"), N_("Programme items")
    icon = "programme"
    columns = ("starts", "ends", "title_tr", "kind", "place_tr", "responsible_id", "visit_id")
    order_by = ("starts",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=30)
    starts: Mapped[Moment | None] = field(WallClock(required=True), N_("Starts"), together="when", width=18)
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=32)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=32)
    kind: Mapped[str] = field(Choice(ITEM_KINDS), N_("Kind"), width=14)
    timing: Mapped[str] = field(Choice(TIMINGS, required=True), N_("Start"), initial="fixed", width=18)
    travel_minutes: Mapped[int | None] = field(
        Whole(most=1440), N_("Minutes on the way there"), initial=0, width=8
    )
    responsible_id: Mapped[str | None] = field(Link("person"), N_("Responsible"))
    phone: Mapped[str] = field(Phone(), N_("Phone on the day"), privacy=Privacy.CONTACT)
    place_tr: Mapped[str] = field(Text(tongue="tr"), N_("Place in Turkish"), group=_WHERE, width=22)
    place_en: Mapped[str] = field(Text(tongue="en"), N_("Place in English"), group=_WHERE, width=22)
    address: Mapped[str] = field(Text(), N_("Address"), group=_WHERE, listed=False)
    position: Mapped[Position | None] = field(OnMap(), N_("Position on the map"), group=_WHERE, listed=False)
    takes_part: Mapped[str] = field(Choice(TAKE_PART), N_("Takes part"), group=_WHO, initial="all", width=18)
    speakers: Mapped[str] = field(Text(), N_("Speakers"), group=_WHO, listed=False)
    dress_tr: Mapped[str] = field(Text(tongue="tr"), N_("Dress in Turkish"), group=_WHO, listed=False)
    dress_en: Mapped[str] = field(Text(tongue="en"), N_("Dress in English"), group=_WHO, listed=False)
    press: Mapped[bool] = field(Flag(), N_("The press is invited"), group=_WHO, width=8)
    audience: Mapped[str] = field(Choice(AUDIENCES), N_("Shown to"), group=_BACK, initial="public", width=12)
    ceremony_id: Mapped[str | None] = field(Link("ceremony"), N_("Ceremony"), group=_BACK)
    plan_b_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Plan B in Turkish"), group=_BACK, listed=False
    )
    plan_b_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Plan B in English"), group=_BACK, listed=False
    )
    milestone: Mapped[bool] = field(
        Flag(), N_("Milestone"), group=_PARTS, hint=N_("A point in time that stands out"), width=8
    )
    part_tr: Mapped[str] = field(
        Text(tongue="tr"),
        N_("Belongs to, in Turkish"),
        group=_PARTS,
        hint=N_("Items with the same words stand under one heading"),
        listed=False,
    )
    part_en: Mapped[str] = field(Text(tongue="en"), N_("Belongs to, in English"), group=_PARTS, listed=False)
    began: Mapped[Moment | None] = field(
        WallClock(), N_("Began at"), group=_AS_IT_WAS, listed=False, copied=False
    )
    finished: Mapped[Moment | None] = field(
        WallClock(), N_("Was over at"), group=_AS_IT_WAS, listed=False, copied=False
    )
    guests_note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"),
        N_("For the guests, in Turkish"),
        group=_NOTES,
        hint=N_("It stands in the public programme"),
        listed=False,
    )
    guests_note_en: Mapped[str] = field(
        Text(long=True, tongue="en"),
        N_("For the guests, in English"),
        group=_NOTES,
        listed=False,
    )
    crew_note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"),
        N_("For the whole crew, in Turkish"),
        group=_NOTES,
        hint=N_("What only one role does is a cue"),
        listed=False,
    )
    crew_note_en: Mapped[str] = field(
        Text(long=True, tongue="en"),
        N_("For the whole crew, in English"),
        group=_NOTES,
        listed=False,
    )
    note_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"),
        N_("For the office, in Turkish"),
        group=_NOTES,
        listed=False,
    )
    note_en: Mapped[str] = field(
        Text(long=True, tongue="en"),
        N_("For the office, in English"),
        group=_NOTES,
        listed=False,
    )

    visit: Mapped[Visit | None] = follow(visit_id)
    responsible: Mapped[Person | None] = follow(responsible_id)
    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)

    def remarks(self) -> dict[str, str]:
        found = {}
        if self.starts and self.ends and self.ends < self.starts:
            found["ends"] = _("It ends before it starts.")
        elif self.milestone and self.ends and self.ends != self.starts:
            found["ends"] = _("A milestone is a point in time: it has no end.")
        if self.starts and self.visit and not self.visit.includes(self.starts.local.date()):
            found["starts"] = _("This day is not a day of the visit.")
        return found

    def title(self) -> str:
        return best_text(self, "title", language())


class TakingPart(Record):
    """A member of a delegation who takes part in an item that is not for everybody."""

    __tablename__ = "taking_part"
    label = N_("Takes part"), N_("Members who take part")
    icon = "member"
    columns = ("member_id", "item_id")

    item_id: Mapped[str | None] = field(
        Link("programme_item", required=True, owner=True), N_("Programme item"), width=28
    )
    member_id: Mapped[str | None] = field(
        Link("delegation_member", required=True, owner=True, names=True), N_("Member"), width=26
    )

    item: Mapped[ProgrammeItem | None] = follow(item_id)
    member: Mapped[DelegationMember | None] = follow(member_id)

    def title(self) -> str:
        return self.member.title() if self.member else ""


class Slot(Record):
    """What one of ours does at an international meeting: a speech, a panel, a session to follow."""

    __tablename__ = "slot"
    label = N_("Slot at the meeting"), N_("Slots at the meeting")
    icon = "talking"
    columns = ("starts", "session", "topic_tr", "person_id", "role", "visit_id")
    order_by = ("starts",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    starts: Mapped[Moment | None] = field(WallClock(), N_("Starts"), together="when", width=18)
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    session: Mapped[str] = field(Text(), N_("Session"), width=26)
    topic_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Topic in Turkish"), width=30)
    topic_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Topic in English"), width=30)
    person_id: Mapped[str | None] = field(Link("person"), N_("Person"), width=22)
    role: Mapped[str] = field(Choice(SLOT_ROLES), N_("Role"), initial="speaker", width=14)
    position_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("Our position, in Turkish"), listed=False
    )
    position_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("Our position, in English"), listed=False
    )
    result_tr: Mapped[str] = field(Text(long=True, tongue="tr"), N_("Result in Turkish"), listed=False)
    result_en: Mapped[str] = field(Text(long=True, tongue="en"), N_("Result in English"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    person: Mapped[Person | None] = follow(person_id)

    def title(self) -> str:
        return best_text(self, "topic", language())
