"""The car plan: every ride with its car, driver and passengers, convoys in their order; a sheet a driver.

Order in a convoy and in a car: protocol practice S10; the places themselves were given by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_date, ngettext, sort_key
from dipdesk.model import Person, Ride, Vehicle, Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import (
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Tone,
)
from dipdesk.papers.logistics.trip import Trip, hours, way
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record
from dipdesk.papers.ways import ways


@dataclass(frozen=True)
class CarOptions(Marks):
    """Whether every driver gets a sheet of his or her own."""

    sheets: bool = option(Flag(), N_("A sheet for each driver"), True, group=SHOWN)


def build(session: Session, visit: Visit, options: CarOptions, occasion: Occasion) -> Document:
    """The rides of a visit day by day, then the sheets of the drivers."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Car plan")
    blocks = [*trip.head(title), *days(trip)]
    if options.sheets and not options.public:
        blocks += _sheets(trip)
    return trip.document(title, title, options, "office", blocks)


def days(trip: Trip, level: int = 2, *, named: bool = True) -> Iterator[Block]:
    """The rides of each day under a heading of ``level``; passengers are only counted unless ``named``."""
    if not trip.logistics.rides:
        yield Paragraph(_("No ride is planned yet."), Tone.MUTED)
    for day, rides in groupby(trip.logistics.rides, key=_day):
        yield Heading(_said(day), level)
        columns = (
            Column(_("Time"), 1.35),
            Column(_("Convoy"), 0.7),
            Column(_("Vehicle"), 1.7),
            Column(_("Driver"), 1.8),
            Column(_("From – to"), 2 if named else 3),
            Column(
                _("Passengers, seat of honour first") if named else _("Passengers"), 2.6 if named else 0.9
            ),
        )
        yield Table(columns, tuple(_row(trip, one, named=named) for one in rides))


def _row(trip: Trip, ride: Ride, *, named: bool) -> Row:
    return Row(
        (
            hours(ride.starts, ride.ends),
            str(ride.place) if ride.place else "",
            _car(trip, ride),
            _driver(trip, ride),
            lines(way(ride.origin, ride.destination), _item(ride), ride.note),
            _passengers(trip, ride) if named else str(len(trip.logistics.in_ride(ride)) or "–"),
        ),
        record=record(ride),
    )


def _car(trip: Trip, ride: Ride) -> str:
    car = ride.vehicle
    return lines(car.plate, car.name, trip.value(car, "kind")) if car else _("no car yet")


def _driver(trip: Trip, ride: Ride) -> str:
    who, car = trip.logistics.driver(ride), ride.vehicle
    own = car.phone if car and (who is None or who.id == car.driver_id) else ""
    return lines(who.title() if who else _("no driver yet"), trip.phone_of(who, own))


def _item(ride: Ride) -> str:
    return ride.item.title() if ride.item else ""


def _passengers(trip: Trip, ride: Ride) -> str:
    aboard = trip.logistics.in_ride(ride)
    return lines(*(f"{at}. {one.person.title()}" for at, one in enumerate(aboard, 1))) or "–"


def _sheets(trip: Trip) -> Iterator[Block]:
    """A page for every driver with nothing but his or her own rides and whom to call."""
    rides: dict[str, list[Ride]] = {}
    drivers: dict[str, Person | Vehicle] = {}
    for ride in trip.logistics.rides:
        if driver := trip.logistics.driver(ride) or ride.vehicle:
            drivers[driver.id] = driver
            rides.setdefault(driver.id, []).append(ride)
    alphabet = trip.occasion.alphabet
    for driver in sorted(drivers.values(), key=lambda one: (sort_key(one.order_text(), alphabet), one.id)):
        yield PageBreak()
        heading = _("Driver: {name}") if isinstance(driver, Person) else _("Driver of {name}")
        yield Heading(heading.format(name=driver.title()), record=record(driver))
        text = ngettext("{count} ride", "{count} rides", len(rides[driver.id]))
        yield Paragraph(text.format(count=len(rides[driver.id])), Tone.MUTED)
        columns = (
            Column(_("When"), 1.2),
            Column(_("Vehicle"), 1.4),
            Column(_("From – to"), 2.2),
            Column(_("Passengers, seat of honour first"), 2.4),
            Column(_("Call"), 1.9),
        )
        yield Table(columns, tuple(_driver_row(trip, one) for one in rides[driver.id]))
        yield from ways(one.item for one in rides[driver.id] if one.item)


def _driver_row(trip: Trip, ride: Ride) -> Row:
    day = _day(ride)
    convoy = _("place {place} in the convoy").format(place=ride.place) if ride.place else ""
    return Row(
        (
            lines(format_date(day) if day else "", hours(ride.starts, ride.ends)),
            lines(_car(trip, ride), convoy),
            lines(way(ride.origin, ride.destination), _item(ride), ride.note),
            _passengers(trip, ride),
            _call(trip, ride),
        ),
        record=record(ride),
    )


def _call(trip: Trip, ride: Ride) -> str:
    """Whom the driver calls: who sees to the item, else the officer who leads the visit."""
    item, officer = ride.item, trip.visit.officer
    who = item.responsible if item and item.responsible else officer
    return lines(who.title() if who else "", trip.phone_of(who, item.phone if item else ""))


def _day(ride: Ride) -> date | None:
    return ride.starts.local.date() if ride.starts else None


def _said(day: date | None) -> str:
    if day is None:
        return _("Without a time")
    return format_date(day, "full")
