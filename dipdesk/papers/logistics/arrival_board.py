"""The arrival board: who comes and leaves with which journey, who meets them, which cars wait."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.visit_logistics import VisitLogistics
from dipdesk.i18n import N_, _, format_time, ngettext
from dipdesk.model import Ride, Travel, Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Column, Document, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, names, way
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record
from dipdesk.rules.arrival_ways import AFTER_ARRIVAL
from dipdesk.rules.clashes_cars import BEFORE_DEPARTURE


@dataclass(frozen=True)
class BoardOptions(Marks):
    """Whether everybody is named, or only counted."""

    people: bool = option(Flag(), N_("Names of the travellers"), True, group=SHOWN)


def build(session: Session, visit: Visit, options: BoardOptions, occasion: Occasion) -> Document:
    """Arrivals, journeys on the way and departures of a visit."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Arrivals and departures")
    return trip.document(title, title, options, "office", (*trip.head(title), *board(trip, options)))


def board(trip: Trip, options: BoardOptions) -> Iterator[Block]:
    """The table of journeys, and how many guests have none yet."""
    logistics = trip.logistics
    if not logistics.journeys:
        yield Paragraph(_("No journey is entered yet."), Tone.MUTED)
    columns = (
        Column(_("Direction"), 0.7),
        Column(_("When"), 3.1),
        Column(_("Journey"), 1.7),
        Column(_("Who"), 2.8 if options.people else 1.2),
        Column(_("Met or seen off by"), 1.8),
        Column(_("Cars"), 2.2),
    )
    if logistics.journeys:
        yield Table(columns, tuple(_row(trip, one, options) for one in logistics.journeys))
    left = sum(1 for one in logistics.guests if not one.member.arrival_id)
    if left:
        text = ngettext("{count} guest has no arrival yet.", "{count} guests have no arrival yet.", left)
        yield Paragraph(text.format(count=left), Tone.MUTED)


def _row(trip: Trip, one: Travel, options: BoardOptions) -> Row:
    aboard = trip.logistics.aboard(one)
    count = ngettext("{count} person", "{count} people", len(aboard)).format(count=len(aboard))
    return Row(
        (
            trip.value(one, "direction"),
            _when(trip, one),
            lines(one.number or trip.value(one, "means"), way(one.origin, one.destination)),
            lines(count, names(aboard)) if options.people else count,
            lines(one.met_by.title() if one.met_by else "", trip.phone_of(one.met_by)) or "–",
            lines(*(_car(ride) for ride in cars(trip.logistics, one))) or "–",
        ),
        record=record(one),
    )


def _when(trip: Trip, one: Travel) -> str:
    """When it leaves and gets there, by the clocks of the two places."""
    leaves = _("leaves {when}").format(when=trip.clock(one.leaves)) if one.leaves else ""
    arrives = _("arrives {when}").format(when=trip.clock(one.arrives)) if one.arrives else ""
    return lines(leaves, arrives)


def _car(ride: Ride) -> str:
    when = format_time(ride.starts.local) if ride.starts else ""
    return " ".join(part for part in (when, ride.vehicle.plate if ride.vehicle else "") if part)


def cars(logistics: VisitLogistics, journey: Travel) -> list[Ride]:
    """The rides that take somebody from an arrival, or to a departure."""
    aboard = {one.member.id for one in logistics.aboard(journey)}
    return [
        ride
        for ride in logistics.rides
        if _near(ride, journey) and aboard & {one.id for one in logistics.passengers.get(ride.id, ())}
    ]


def _near(ride: Ride, journey: Travel) -> bool:
    if ride.starts is None:
        return False
    if journey.direction == "departure":
        leaves = journey.leaves
        return leaves is not None and leaves.aware - BEFORE_DEPARTURE <= ride.starts.aware <= leaves.aware
    arrives = journey.arrives
    return arrives is not None and arrives.aware <= ride.starts.aware <= arrives.aware + AFTER_ARRIVAL
