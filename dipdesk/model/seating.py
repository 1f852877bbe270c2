"""Seating plans of ceremonies: the room, its tables, who sits where, and what is wished for."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.ceremony import Ceremony, Guest
from dipdesk.model.colours import COLOURS
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, File, Flag, Link, Text, Whole
from dipdesk.model.record import Record, follow

LAYOUTS = {
    "head_table": N_("Head table or dais"),
    "theatre": N_("Theatre rows"),
    "long_cohost": N_("Long table with host and co-host"),
    "long_opposite": N_("Long table, guest of honour opposite"),
    "couples": N_("Dinner with couples"),
    "bilateral": N_("Bilateral table"),
    "armchairs": N_("Armchairs"),
    "u": N_("U-shaped table"),
    "t": N_("T-shaped table"),
    "hollow_square": N_("Hollow square"),
    "round": N_("Round table"),
    "hall": N_("Round tables in a hall"),
    "signing": N_("Signing table"),
    "car": N_("Car"),
    "minibus": N_("Minibus"),
    "photo": N_("Group photo"),
    "receiving_line": N_("Receiving line"),
    "wreath": N_("Wreath-laying"),
}
INTERPRETER_SEATS = {
    "left": N_("beside, on the left"),
    "behind": N_("behind"),
    "none": N_("no seat at the table"),
}
DINNER_STYLES = {"english": N_("English: hosts at the ends"), "french": N_("French: hosts in the middle")}
HOST_PLACES = {"centre": N_("in the middle"), "left_of_guest": N_("on the guest's left")}
WISH_KINDS = {
    "next_to": N_("beside each other"),
    "near": N_("near each other"),
    "not_next_to": N_("not beside each other"),
    "not_near": N_("not near each other"),
    "same_table": N_("at the same table"),
    "not_same_table": N_("not at the same table"),
}
_SIZE = N_("Size")
_CUSTOM = N_("Custom")
_ROOM = N_("Room")


class SeatingPlan(Record):
    """One plan of a ceremony: the layout, its size and customs, and the room."""

    __tablename__ = "seating_plan"
    label = N_("Seating plan"), N_("Seating plans")
    icon = "seat"
    columns = ("name_tr", "layout", "ceremony_id")

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=26)
    layout: Mapped[str] = field(Choice(LAYOUTS, required=True), N_("Layout"), initial="head_table", width=22)
    head: Mapped[int | None] = field(Whole(most=999), N_("Seats at the head"), group=_SIZE, listed=False)
    arms: Mapped[int | None] = field(Whole(most=999), N_("Seats on each arm"), group=_SIZE, listed=False)
    rows: Mapped[int | None] = field(Whole(most=999), N_("Rows"), group=_SIZE, listed=False)
    left: Mapped[int | None] = field(
        Whole(most=999), N_("Seats left of the aisle"), group=_SIZE, listed=False
    )
    right: Mapped[int | None] = field(
        Whole(most=999), N_("Seats right of the aisle"), group=_SIZE, listed=False
    )
    seats: Mapped[int | None] = field(Whole(most=9999), N_("Seats"), group=_SIZE, listed=False)
    interpreter: Mapped[str] = field(
        Choice(INTERPRETER_SEATS), N_("Interpreters sit"), group=_CUSTOM, initial="left", listed=False
    )
    aisle_right_first: Mapped[bool] = field(
        Flag(), N_("Right of the aisle first"), group=_CUSTOM, initial=True, listed=False
    )
    style: Mapped[str] = field(
        Choice(DINNER_STYLES), N_("Style of the dinner"), group=_CUSTOM, initial="english", listed=False
    )
    host_place: Mapped[str] = field(
        Choice(HOST_PLACES), N_("The host stands"), group=_CUSTOM, initial="centre", listed=False
    )
    seed: Mapped[int | None] = field(
        Whole(most=10**9),
        N_("Seed of the search"),
        group=_CUSTOM,
        initial=1,
        hint=N_("The same seed gives the same plan"),
        listed=False,
    )
    observer_tr: Mapped[str] = field(
        Text(tongue="tr", most=60), N_("Who looks at it, in Turkish"), group=_ROOM, listed=False
    )
    observer_en: Mapped[str] = field(
        Text(tongue="en", most=60), N_("Who looks at it, in English"), group=_ROOM, listed=False
    )
    width: Mapped[int | None] = field(
        Whole(most=100000), N_("Width of the room in centimetres"), group=_ROOM, listed=False
    )
    depth: Mapped[int | None] = field(
        Whole(most=100000), N_("Depth of the room in centimetres"), group=_ROOM, listed=False
    )
    picture: Mapped[str] = field(File(), N_("Picture of the room"), group=_ROOM, listed=False)

    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)

    def title(self) -> str:
        return best_text(self, "name", language())


class SeatingTable(Record):
    """A table of a hall: its seats and where it stands, in centimetres from the upper left corner."""

    __tablename__ = "seating_table"
    label = N_("Table"), N_("Tables")
    icon = "seat"
    columns = ("name", "seats", "near_door", "plan_id")
    order_by = ("place",)

    plan_id: Mapped[str | None] = field(
        Link("seating_plan", required=True, owner=True), N_("Seating plan"), width=26
    )
    name: Mapped[str] = field(Text(required=True, most=40), N_("Name"), width=12)
    seats: Mapped[int | None] = field(Whole(most=999, required=True), N_("Seats"), initial=10, width=8)
    near_door: Mapped[bool] = field(Flag(), N_("Near the door, without steps"), width=10)
    x: Mapped[int | None] = field(Whole(most=100000), N_("From the left"), together="spot", listed=False)
    y: Mapped[int | None] = field(Whole(most=100000), N_("From the top"), together="spot", listed=False)
    colour: Mapped[str] = field(Choice(COLOURS), N_("Colour"), width=12)
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)

    plan: Mapped[SeatingPlan | None] = follow(plan_id)

    def title(self) -> str:
        return self.name


class Placing(Record):
    """One seat of a plan: who has it, whether it is locked, or that nobody may have it."""

    __tablename__ = "placing"
    label = N_("Seat"), N_("Seats")
    icon = "seat"
    columns = ("seat", "guest_id", "locked", "blocked", "plan_id")
    order_by = ("seat",)

    plan_id: Mapped[str | None] = field(
        Link("seating_plan", required=True, owner=True), N_("Seating plan"), width=26
    )
    seat: Mapped[str] = field(Text(required=True, most=60), N_("Seat"), width=12)
    guest_id: Mapped[str | None] = field(Link("guest", names=True), N_("Guest"), width=24)
    locked: Mapped[bool] = field(Flag(), N_("Locked"), width=8)
    blocked: Mapped[bool] = field(Flag(), N_("Blocked"), width=8)

    plan: Mapped[SeatingPlan | None] = follow(plan_id)
    guest: Mapped[Guest | None] = follow(guest_id)

    def title(self) -> str:
        return " · ".join(part for part in (self.seat, self.guest.title() if self.guest else "") if part)


class SeatWish(Record):
    """A wish about two guests of a ceremony."""

    __tablename__ = "seat_wish"
    label = N_("Seating wish"), N_("Seating wishes")
    icon = "star"
    columns = ("guest_id", "kind", "other_id", "must", "weight", "ceremony_id")

    ceremony_id: Mapped[str | None] = field(
        Link("ceremony", required=True, owner=True), N_("Ceremony"), width=28
    )
    guest_id: Mapped[str | None] = field(
        Link("guest", required=True, owner=True, names=True), N_("Guest"), width=24
    )
    kind: Mapped[str] = field(Choice(WISH_KINDS, required=True), N_("Wish"), initial="next_to", width=18)
    other_id: Mapped[str | None] = field(
        Link("guest", required=True, owner=True), N_("Other guest"), width=24
    )
    must: Mapped[bool] = field(Flag(), N_("Must be kept"), width=10)
    weight: Mapped[int | None] = field(Whole(most=100), N_("Weight"), initial=10, width=8)
    reason: Mapped[str] = field(Text(most=300), N_("Reason"))

    guest: Mapped[Guest | None] = follow(guest_id)
    other: Mapped[Guest | None] = follow(other_id)

    def title(self) -> str:
        return self.guest.title() if self.guest else ""
