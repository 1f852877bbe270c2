"""Who serves a visit and when: rides in cars, and the duties of interpreters, escorts and others."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _
from dipdesk.model.delegation import DelegationMember
from dipdesk.model.fields import Privacy, field
from dipdesk.model.kinds import Choice, Languages, Link, Phone, Text, WallClock, Whole
from dipdesk.model.person import Person
from dipdesk.model.programme import ProgrammeItem
from dipdesk.model.record import Record, follow
from dipdesk.model.travel import Vehicle
from dipdesk.model.visit import Visit
from dipdesk.rules.timing import Moment

DUTIES = {
    "interpreter": N_("Interpreter"),
    "escort": N_("Escort officer"),
    "greeter": N_("Greeter"),
    "master": N_("Master of ceremonies"),
    "photographer": N_("Photographer"),
    "security": N_("Security"),
    "driver": N_("Driver"),
    "doctor": N_("Doctor"),
    "technician": N_("Technician"),
    "other": N_("Other"),
}


class Ride(Record):
    """A vehicle takes members of a delegation from one place to another."""

    __tablename__ = "ride"
    label = N_("Ride"), N_("Rides")
    icon = "car"
    columns = ("starts", "vehicle_id", "origin", "destination", "place", "visit_id")
    asks = (
        *("starts", "ends", "vehicle_id", "driver_id", "origin", "destination"),
        *("item_id", "place", "visit_id"),
    )
    order_by = ("starts", "place")

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    starts: Mapped[Moment | None] = field(WallClock(required=True), N_("Starts"), together="when", width=18)
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    vehicle_id: Mapped[str | None] = field(Link("vehicle", names=True), N_("Vehicle"), width=24)
    driver_id: Mapped[str | None] = field(
        Link("person"), N_("Driver"), hint=N_("Left empty, the vehicle's driver"), width=22
    )
    origin: Mapped[str] = field(Text(), N_("From"), width=18)
    destination: Mapped[str] = field(Text(), N_("To"), width=18)
    item_id: Mapped[str | None] = field(Link("programme_item"), N_("For the item"), width=24)
    place: Mapped[int | None] = field(Whole(most=99), N_("Place in the convoy"), width=8)
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    vehicle: Mapped[Vehicle | None] = follow(vehicle_id)
    driver: Mapped[Person | None] = follow(driver_id)
    item: Mapped[ProgrammeItem | None] = follow(item_id)

    def title(self) -> str:
        way = " – ".join(part for part in (self.origin, self.destination) if part)
        return " · ".join(part for part in (self.vehicle.title() if self.vehicle else "", way) if part)


class Passenger(Record):
    """A member of a delegation rides in a vehicle."""

    __tablename__ = "passenger"
    label = N_("Passenger"), N_("Passengers")
    icon = "member"
    columns = ("place", "member_id", "ride_id")
    order_by = ("place",)

    ride_id: Mapped[str | None] = field(Link("ride", required=True, owner=True), N_("Ride"), width=28)
    member_id: Mapped[str | None] = field(
        Link("delegation_member", required=True, owner=True, names=True), N_("Member"), width=26
    )
    place: Mapped[int | None] = field(
        Whole(least=1, most=99), N_("Seat"), hint=N_("1 is the seat of honour"), width=8
    )

    ride: Mapped[Ride | None] = follow(ride_id)
    member: Mapped[DelegationMember | None] = follow(member_id)

    def title(self) -> str:
        return self.member.title() if self.member else ""


class Duty(Record):
    """Somebody serves a visit: interprets, escorts, greets, takes photos; for whom, where and when."""

    __tablename__ = "duty"
    label = N_("Duty"), N_("Duties")
    icon = "duty"
    columns = ("kind", "person_id", "starts", "ends", "member_id", "item_id", "visit_id")
    order_by = ("starts",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    person_id: Mapped[str | None] = field(Link("person", required=True, names=True), N_("Person"), width=24)
    kind: Mapped[str] = field(Choice(DUTIES, required=True), N_("Duty"), initial="interpreter", width=18)
    starts: Mapped[Moment | None] = field(
        WallClock(), N_("Starts"), together="when", hint=N_("Left empty, as the item"), width=18
    )
    ends: Mapped[Moment | None] = field(WallClock(), N_("Ends"), together="when", width=18)
    member_id: Mapped[str | None] = field(Link("delegation_member"), N_("For the member"), width=24)
    item_id: Mapped[str | None] = field(Link("programme_item"), N_("At the item"), width=24)
    languages: Mapped[tuple[str, ...]] = field(Languages(), N_("Languages"))
    phone: Mapped[str] = field(Phone(), N_("Phone on the day"), privacy=Privacy.CONTACT)
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    person: Mapped[Person | None] = follow(person_id)
    member: Mapped[DelegationMember | None] = follow(member_id)
    item: Mapped[ProgrammeItem | None] = follow(item_id)

    def title(self) -> str:
        kind = _(DUTIES[self.kind]) if self.kind in DUTIES else ""
        return " · ".join(part for part in (self.person.title() if self.person else "", kind) if part)

    def order_text(self) -> str:
        return self.person.order_text() if self.person else ""
