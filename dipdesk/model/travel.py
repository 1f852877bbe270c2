"""How a delegation travels and where it sleeps: journeys, hotels with their rooms, cars."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _
from dipdesk.model.fields import Privacy, field
from dipdesk.model.kinds import Choice, Flag, Link, Phone, Text, WallClock, WebAddress, Whole
from dipdesk.model.person import Person
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit
from dipdesk.rules.timing import Moment

DIRECTIONS = {"arrival": N_("Arrival"), "departure": N_("Departure"), "between": N_("On the way")}
MEANS = {
    "flight": N_("Flight"),
    "train": N_("Train"),
    "bus": N_("Coach"),
    "car": N_("Car"),
    "ship": N_("Ship"),
}
ROOM_KINDS = {
    "single": N_("Single room"),
    "double": N_("Double room"),
    "twin": N_("Twin room"),
    "suite": N_("Suite"),
}
BEDS = {"single": 1, "double": 2, "twin": 2, "suite": 2}
"""How many people usually sleep in a room of each kind."""
VEHICLE_KINDS = {
    "car": N_("Car"),
    "minibus": N_("Minibus"),
    "bus": N_("Coach"),
    "escort": N_("Escort car"),
    "luggage": N_("Luggage car"),
}
EMPTY_CARS = ("escort", "luggage")
"""Vehicles in which nobody of a delegation rides."""


class Travel(Record):
    """A journey that one or several members of a delegation make together."""

    __tablename__ = "travel"
    label = N_("Journey"), N_("Journeys")
    icon = "travel"
    columns = ("direction", "means", "number", "origin", "destination", "leaves", "arrives", "visit_id")
    asks = (
        *("direction", "means", "number", "met_by_id"),
        *("origin", "destination", "leaves", "arrives", "visit_id"),
    )
    order_by = ("arrives",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    direction: Mapped[str] = field(
        Choice(DIRECTIONS, required=True), N_("Direction"), initial="arrival", width=12
    )
    means: Mapped[str] = field(Choice(MEANS), N_("Means of travel"), initial="flight", width=10)
    number: Mapped[str] = field(
        Text(most=60), N_("Flight or train number"), hint=N_("Such as TK 1722"), width=12
    )
    origin: Mapped[str] = field(Text(), N_("From"), width=18)
    destination: Mapped[str] = field(Text(), N_("To"), width=18)
    leaves: Mapped[Moment | None] = field(
        WallClock(), N_("Leaves at"), hint=N_("By the clock of that place"), width=18
    )
    arrives: Mapped[Moment | None] = field(
        WallClock(), N_("Gets there at"), hint=N_("By the clock of that place"), width=18
    )
    met_by_id: Mapped[str | None] = field(Link("person"), N_("Met or seen off by"), width=22)
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    met_by: Mapped[Person | None] = follow(met_by_id)

    def title(self) -> str:
        way = " – ".join(part for part in (self.origin, self.destination) if part)
        means = _(MEANS[self.means]) if self.means in MEANS else ""
        return " · ".join(part for part in (self.number or means, way) if part)

    def moment(self) -> Moment | None:
        """When those who care for it must be there: when a departure leaves, when others get there."""
        if self.direction == "departure":
            return self.leaves or self.arrives
        return self.arrives or self.leaves

    def remarks(self) -> dict[str, str]:
        if self.leaves and self.arrives and self.arrives < self.leaves:
            return {"arrives": _("It gets there before it leaves.")}
        return {}


class Lodging(Record):
    """A hotel or guest house where a delegation stays."""

    __tablename__ = "lodging"
    label = N_("Hotel"), N_("Hotels")
    icon = "lodging"
    columns = ("name", "phone", "visit_id")

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    name: Mapped[str] = field(Text(required=True), N_("Name"), width=28)
    address: Mapped[str] = field(Text(long=True, most=1000), N_("Address"), listed=False)
    phone: Mapped[str] = field(Phone(), N_("Phone"))
    website: Mapped[str] = field(WebAddress(), N_("Website"), listed=False)
    note: Mapped[str] = field(Text(long=True), N_("Note"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)

    def title(self) -> str:
        return self.name


class Room(Record):
    """A room of a hotel."""

    __tablename__ = "room"
    label = N_("Hotel room"), N_("Hotel rooms")
    icon = "lodging"
    columns = ("number", "kind", "beds", "lodging_id")

    lodging_id: Mapped[str | None] = field(
        Link("lodging", required=True, owner=True, names=True), N_("Hotel"), width=24
    )
    number: Mapped[str] = field(
        Text(required=True, most=40),
        N_("Room number"),
        hint=N_("Any name will do until the hotel tells it"),
        width=10,
    )
    kind: Mapped[str] = field(Choice(ROOM_KINDS), N_("Kind"), initial="single", width=14)
    beds: Mapped[int | None] = field(
        Whole(least=1, most=20),
        N_("Beds"),
        hint=N_("For how many people; left empty, the kind decides"),
        width=8,
    )
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    lodging: Mapped[Lodging | None] = follow(lodging_id)

    def sleeps(self) -> int | None:
        """How many people can sleep here; None if neither the beds nor the kind are known."""
        return self.beds or BEDS.get(self.kind)

    def become(self, kind: str) -> None:
        """Make it a room of another kind; the beds follow if they were those of the kind before."""
        if self.beds == BEDS.get(self.kind):
            self.beds = BEDS.get(kind)
        self.kind = kind

    def title(self) -> str:
        return " · ".join(
            part for part in (self.number, self.lodging.title() if self.lodging else "") if part
        )


class Vehicle(Record):
    """A car of the office, or one it hires."""

    __tablename__ = "vehicle"
    label = N_("Vehicle"), N_("Vehicles")
    icon = "car"
    columns = ("plate", "name", "kind", "seats", "driver_id")

    plate: Mapped[str] = field(Text(required=True, most=20), N_("Number plate"), width=14)
    name: Mapped[str] = field(Text(), N_("Make and colour"), width=22)
    kind: Mapped[str] = field(Choice(VEHICLE_KINDS), N_("Kind"), initial="car", width=12)
    seats: Mapped[int | None] = field(
        Whole(least=1, most=99), N_("Seats for guests"), initial=3, hint=N_("Without the driver's"), width=8
    )
    driver_id: Mapped[str | None] = field(Link("person"), N_("Driver"), width=22)
    phone: Mapped[str] = field(Phone(), N_("Driver's phone"), privacy=Privacy.CONTACT)
    hired: Mapped[bool] = field(Flag(), N_("Hired"), width=8)
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    driver: Mapped[Person | None] = follow(driver_id)

    def title(self) -> str:
        return " · ".join(part for part in (self.plate, self.name) if part)
