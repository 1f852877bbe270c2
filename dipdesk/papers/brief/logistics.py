"""The logistics of a brief: journeys, hotels, cars with their convoys; and who sees to safety."""

from collections.abc import Iterator

from dipdesk.i18n import _, ngettext
from dipdesk.model import Lodging
from dipdesk.papers.blocks import Block, Column, Heading, Row, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.logistics import arrival_board, car_plan, interpreter_plan
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.reading import lines, record

_BOARD = arrival_board.BoardOptions(people=False)
_SAFETY = ("security", "doctor")


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Journeys, hotels and cars, each only if there are some."""
    trip = dossier.trip
    logistics = trip.logistics
    if logistics.journeys or logistics.lodgings or logistics.rides:
        yield Heading(_("Logistics"))
    if logistics.journeys:
        yield Heading(_("Arrivals and departures"), 2)
        yield from arrival_board.board(trip, _BOARD)
    if logistics.lodgings:
        yield Heading(_("Lodging"), 2)
        heads = Column(_("Hotel"), 2.4), Column(_("Address"), 3), Column(_("Phone"), 2), Column(_("Rooms"), 2)
        yield Table(heads, tuple(_hotel(trip, one) for one in logistics.lodgings))
    if logistics.rides:
        yield Heading(_("Cars and convoys"), 2)
        yield from car_plan.days(trip, 3, named=False)


def _hotel(trip: Trip, one: Lodging) -> Row:
    rooms = [room for room in trip.logistics.rooms if room.lodging_id == one.id]
    guests = len({who.member.id for room in rooms for who in trip.logistics.in_room(room)})
    sleepers = ngettext("{count} guest", "{count} guests", guests).format(count=guests)
    count = ngettext("{count} room", "{count} rooms", len(rooms)).format(count=len(rooms))
    return Row(
        (one.name, one.address, trip.phone(one.phone), lines(count, sleepers)),
        record=record(one),
    )


def security(dossier: Dossier) -> Iterator[Block]:
    """Who sees to the safety and health of the guests, where and when; nothing if nobody does."""
    trip = dossier.trip
    duties = [one for one in trip.logistics.duties if one.kind in _SAFETY]
    if duties:
        yield Heading(_("Security"))
        yield interpreter_plan.by_person(trip, duties)
