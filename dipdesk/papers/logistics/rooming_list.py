"""The rooming list for the hotel: who sleeps in which room from when to when; needs only when chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import N_, _, format_date, ngettext, pgettext
from dipdesk.model import Room, Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Column, Document, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record


@dataclass(frozen=True)
class RoomingOptions(Marks):
    """Whether the hotel is told what guests need; sensitive, so only when chosen."""

    needs: bool = option(
        Flag(), N_("Needs of the guests"), False, group=SHOWN, hint=N_("What is needed, never why")
    )


def build(session: Session, visit: Visit, options: RoomingOptions, occasion: Occasion) -> Document:
    """Rooms with their guests and nights, hotel by hotel."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Rooming list")
    return trip.document(title, title, options, "office", (*trip.head(title), *_blocks(trip, options)))


def _blocks(trip: Trip, options: RoomingOptions) -> Iterator[Block]:
    logistics = trip.logistics
    if not logistics.guests:
        yield Paragraph(_("There are no guests who need a room yet."), Tone.MUTED)
        return
    several = len(logistics.lodgings) > 1
    with_needs = options.needs and not options.public
    columns = [
        *((Column(_("Hotel"), 1.6),) if several else ()),
        Column(pgettext("hotel", "Room"), 0.7),
        Column(_("Kind"), 1.7),
        Column(_("Guest"), 2.8),
        Column(_("Arrives on"), 1.4),
        Column(_("Leaves on"), 1.4),
        Column(_("Nights"), 0.6),
        *((Column(_("Needs"), 2),) if with_needs else ()),
    ]
    rows = [_row(trip, one, several=several, with_needs=with_needs) for one in _stays(trip)]
    yield Table(tuple(columns), tuple(rows))
    if len(logistics.lodgings) == 1:
        hotel = logistics.lodgings[0]
        yield Paragraph(lines(hotel.name, hotel.address, trip.phone(hotel.phone)), Tone.MUTED)
    rooms = {one.room_id for one in _stays(trip)} - {""}
    guests = len(logistics.guests)
    text = ngettext("{count} guest; rooms: {rooms}.", "{count} guests; rooms: {rooms}.", guests)
    yield Paragraph(text.format(count=guests, rooms=len(rooms)), Tone.MUTED)


@dataclass(frozen=True)
class _Stay:
    """A guest in one room for some nights; ``leaves`` is the day of moving on."""

    who: Attendance
    room_id: str
    nights: tuple[date, ...]
    leaves: date | None


def _stays(trip: Trip) -> list[_Stay]:
    """The guests by room, those without one last; who moves stands in every room."""
    places = {room.id: at for at, room in enumerate(trip.logistics.rooms)}
    found = [stay for one in trip.logistics.guests for stay in _stays_of(trip, one)]
    return sorted(found, key=lambda one: places.get(one.room_id, len(places)))


def _stays_of(trip: Trip, one: Attendance) -> Iterator[_Stay]:
    departure = one.member.departure
    leaves = departure.leaves.local.date() if departure and departure.leaves else trip.visit.ends
    stays = trip.logistics.stays(one.member)
    for number, (room_id, nights) in enumerate(stays, 1):
        moves_on = nights[-1] + timedelta(days=1) if number < len(stays) else leaves
        yield _Stay(one, room_id, nights, moves_on)


def _row(trip: Trip, stay: _Stay, *, several: bool, with_needs: bool) -> Row:
    one, nights, leaves = stay.who, stay.nights, stay.leaves
    room = trip.session.get(Room, stay.room_id) if stay.room_id else None
    hotel = room.lodging if room else None
    cells = (
        *(((hotel.name if hotel else ""),) if several else ()),
        room.number if room else _("no room yet"),
        trip.value(room, "kind") if room else "",
        one.person.title(),
        format_date(nights[0], "medium") if nights else "",
        format_date(leaves, "medium") if leaves else "",
        str(len(nights)) if nights else "",
        *((_needs(one),) if with_needs else ()),
    )
    return Row(cells, status=None if room else Status.RED, record=record(one.member))


def _needs(one: Attendance) -> str:
    """What the hotel must prepare."""
    step_free = _("a way without steps") if one.member.step_free else ""
    return lines(step_free, one.member.needs)
