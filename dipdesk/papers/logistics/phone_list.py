"""The phone list of a visit on one page: who leads, who serves, who drives, the delegations, the hotel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _
from dipdesk.model import Visit
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Block, Column, Columns, Document, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, post_of
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import lines, record

_MOST_WITH_TASKS = 18


@dataclass(frozen=True)
class PhoneOptions(Marks):
    """Whether members of the delegations stand on it as well."""

    members: bool = option(Flag(), N_("Members of the delegations"), True, group=SHOWN)


@dataclass(frozen=True)
class _Line:
    name: str
    task: str
    phone: str
    source: str = ""


def build(session: Session, visit: Visit, options: PhoneOptions, occasion: Occasion) -> Document:
    """Everybody who can be called during a visit, those first who are called most."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Phone list")
    return trip.document(title, title, options, "office", (*trip.head(title), *_blocks(trip, options)))


def _blocks(trip: Trip, options: PhoneOptions) -> Iterator[Block]:
    if options.public:
        yield Paragraph(_("A public version has no phone numbers."), Tone.MUTED)
        return
    service = _once((*_team(trip), *_drivers(trip), *_elsewhere(trip)))
    members = _once(_members(trip)) if options.members else []
    told = {(one.name, one.phone) for one in service}
    members = [one for one in members if (one.name, one.phone) not in told]
    if not service and not members:
        yield Paragraph(_("No phone number is known yet."), Tone.MUTED)
        return
    parts = ((_("Who serves the visit"), service), (_("Delegations"), members))
    shown = [_part(title, found) for title, found in parts if found]
    yield shown[0] if len(shown) == 1 else Columns(tuple((one,) for one in shown))


def _part(title: str, found: list[_Line]) -> Table:
    """A table of names and numbers; tasks are left out where there are too many for one page."""
    compact = len(found) > _MOST_WITH_TASKS
    rows = (
        Row((one.name if compact else lines(one.name, one.task), one.phone), record=one.source)
        for one in found
    )
    return Table((Column(title, 2.2), Column(_("Phone"), 1.3)), tuple(rows))


def _once(found: Iterable[_Line]) -> list[_Line]:
    """Each person and number once, with the first task; only those who have a number."""
    known: dict[tuple[str, str], _Line] = {}
    for one in found:
        if one.phone:
            known.setdefault((one.name, one.phone), one)
    return list(known.values())


def _team(trip: Trip) -> Iterator[_Line]:
    officer = trip.visit.officer
    if officer:
        yield _Line(officer.title(), _("Lead officer"), trip.phone_of(officer), record(officer))
    for duty in trip.logistics.duties:
        if duty.person:
            phone = trip.phone_of(duty.person, duty.phone)
            yield _Line(duty.person.title(), trip.value(duty, "kind"), phone, record(duty))
    for journey in trip.logistics.journeys:
        if journey.met_by:
            task = _("Meets and sees off")
            yield _Line(journey.met_by.title(), task, trip.phone_of(journey.met_by), record(journey))
    for item in trip.logistics.items:
        if item.responsible:
            phone = trip.phone_of(item.responsible, item.phone)
            yield _Line(item.responsible.title(), _("Responsible in the programme"), phone, record(item))


def _drivers(trip: Trip) -> Iterator[_Line]:
    for ride in trip.logistics.rides:
        driver, car = trip.logistics.driver(ride), ride.vehicle
        own = car.phone if car and (driver is None or driver.id == car.driver_id) else ""
        if driver and car:
            name, task = driver.title(), _("Driver · {plate}").format(plate=car.plate)
        else:
            name, task = (driver or car or ride).title(), _("Driver")
        yield _Line(name, task, trip.phone_of(driver, own), record(ride))


def _members(trip: Trip) -> Iterator[_Line]:
    for one in trip.logistics.members:
        phone = trip.phone_of(one.person, one.member.phone)
        yield _Line(one.person.title(), post_of(one), phone, record(one.member))


def _elsewhere(trip: Trip) -> Iterator[_Line]:
    for hotel in trip.logistics.lodgings:
        yield _Line(hotel.name, _("Hotel"), trip.phone(hotel.phone), record(hotel))
    for line in trip.visit.emergency.splitlines():
        name, number = _split(line)
        yield _Line(name or _("Emergency"), _("Emergency"), number, record(trip.visit))


def _split(line: str) -> tuple[str, str]:
    """What a line such as ``Ambulance: 112`` names, and its number."""
    words = line.split()
    at = next((place for place, word in enumerate(words) if word.strip("+()").isdigit()), len(words))
    return " ".join(words[:at]).rstrip(":–- "), " ".join(words[at:])
