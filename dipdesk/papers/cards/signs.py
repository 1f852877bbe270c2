"""Signs for doors, cars and seats, from the programme, the rides and the guests."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, format_date
from dipdesk.model import Ceremony, ProgrammeItem, Record, Ride, Visit
from dipdesk.model.kinds import Choice
from dipdesk.papers.blocks import Block, Document, Paragraph, Tone
from dipdesk.papers.cards import choices, layouts
from dipdesk.papers.cards.bearer import Bearer, card, on_sheets
from dipdesk.papers.cards.people import Company, reading_of, spoken
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.logistics.trip import Trip, hours
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.programme_points import points
from dipdesk.papers.reading import lines, record

USE = "sign"
SORTS = {"door": N_("Doors"), "car": N_("Cars"), "seat": N_("Seats")}
_LAYOUTS = {"door": "door_sign", "car": "car_sign", "seat": "seat_sign"}
_DOORLESS = ("travel", "rest")


@dataclass(frozen=True)
class SignOptions(Marks):
    """What the signs are for, how they look, and on which sheet they are printed."""

    layout: str = choices.layout(USE)
    sort: str = option(Choice(SORTS, required=True), N_("Signs for"), "door", group=SHOWN)
    side: str = choices.side(N_("Counts for seats"))
    sheet: str = choices.sheet()
    start: int = choices.start()


def build(session: Session, subject: Visit | Ceremony, options: SignOptions, occasion: Occasion) -> Document:
    """The signs of a visit or a ceremony."""
    reading = reading_of(session, occasion, options.public, subject)
    title = _("Signs")
    blocks = tuple(_signs(Company(reading), options))
    return reading.document(title, title, options, "open", blocks)


def _signs(company: Company, options: SignOptions) -> Iterator[Block]:
    reading = company.reading
    layout = layouts.chosen(reading.session, USE, options.layout, _LAYOUTS[options.sort])
    sheet = layouts.sheet_of(layout, options.sheet)
    bearers = tuple(_bearers(company, options))
    if not bearers:
        yield Paragraph(_("There is nothing yet that could have a sign."), Tone.MUTED)
    logo, first, size = reading.logo(), reading.occasion.alphabet, (sheet.width, sheet.height)
    yield on_sheets(tuple(card(layout, one, logo, first, size) for one in bearers), sheet, options.start)


def _bearers(company: Company, options: SignOptions) -> Iterator[Bearer]:
    reading = company.reading
    if options.sort == "seat":
        people = (one for one in company.people if options.side in ("", one.side))
        yield from (company.bearer(one) for one in people)
    elif isinstance(reading, Hall):
        if options.sort == "door":
            yield _door(company, reading.ceremony)
    elif options.sort == "door":
        yield from _doors(company, reading)
    else:
        yield from _cars(company, reading)


def _doors(company: Company, trip: Trip) -> Iterator[Bearer]:
    """A sign for every point of the programme behind a door that is not for the crew alone."""
    for point in points(trip, trip.visit):
        item, source = point.item, point.source
        is_open = item is None or (item.audience != "crew" and item.kind not in _DOORLESS)
        if is_open and (source.place_tr or source.place_en):
            yield _door(company, source)


def _door(company: Company, of: ProgrammeItem | Ceremony) -> Bearer:
    def when() -> str:
        if of.starts is None:
            return ""
        return " · ".join((format_date(of.starts.local.date()), hours(of.starts, of.ends)))

    def event() -> str:
        return company.event() if isinstance(of, ProgrammeItem) else company.reading.office_name()

    words = {
        "name": lambda: spoken(of, "title"),
        "when": when,
        "place": lambda: spoken(of, "place"),
        "event": event,
    }
    partner = company.subject.partner
    return _sign(company, words, of, partner.country.code if partner and partner.country else "")


def _cars(company: Company, trip: Trip) -> Iterator[Bearer]:
    """A sign for every car, with its place in the convoy and who has the seat of honour."""
    seen: set[tuple[str, int]] = set()
    for ride in trip.logistics.rides:
        key = ride.vehicle_id or "", ride.place or 0
        if ride.vehicle is None or key in seen:
            continue
        seen.add(key)
        yield _car(company, trip, ride)


def _car(company: Company, trip: Trip, ride: Ride) -> Bearer:
    aboard = trip.logistics.in_ride(ride)
    first = aboard[0] if aboard else None
    one = next((who for who in company.people if first and who.source.id == first.member.id), None)
    plate = ride.vehicle.plate if ride.vehicle else ""
    words = {
        "number": lambda: str(ride.place) if ride.place else plate,
        "name": lambda: one.person.title() if one else plate,
        "title": lambda: plate if one and ride.place else "",
        "place": lambda: lines(ride.origin, ride.destination),
        "event": company.event,
    }
    return _sign(company, words, ride, one.country if one else "")


def _sign(company: Company, words: Mapping[str, Callable[[], str]], of: Record, country: str) -> Bearer:
    known = {"office": company.reading.office_name, "event": company.event, **words}
    return Bearer(lambda kind: known[kind]() if kind in known else "", country, record=record(of))
