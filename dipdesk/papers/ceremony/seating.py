"""Seating on paper: the plan as a drawing with its list, and the finder from name to seat."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import seating_plans
from dipdesk.actions.seating_plans import Seated
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _, join_words, ngettext, sort_key
from dipdesk.model import Ceremony, SeatingPlan
from dipdesk.model.kinds import Choice, Flag
from dipdesk.model.seating import LAYOUTS
from dipdesk.papers.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Poster,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall, source_line
from dipdesk.papers.ceremony.seating_drawing import seating_figure, spots_of
from dipdesk.papers.ceremony.seating_poster import PAGES, SCALES, poster
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import record, said
from dipdesk.papers.style import COLUMN, PAGE_ROOM
from dipdesk.rules.seating import car_place
from dipdesk.rules.seating.geometry import from_right

_CAPTIONED = ("photo", "receiving_line")
"""Layouts of people who stand: their names are read from left to right."""
_DRAWING_SHARE = 0.62
"""The most of a page that a drawing takes, so that its heading stands with it."""


@dataclass(frozen=True)
class SeatingOptions(Marks):
    """Whether the list of seats with its reasons stands below the drawing."""

    seats: bool = option(Flag(), N_("List of seats"), True, group=SHOWN)
    by_table: bool = option(Flag(), N_("A page for each table"), False, group=SHOWN)
    reasons: bool = option(Flag(), N_("Reasons"), False, group=SHOWN)
    page: str = option(
        Choice(PAGES, required=True),
        N_("Size of the page"),
        "a4",
        group=SHOWN,
        hint=N_("Larger than A4: the drawing alone, to hang up; a Word document stays A4"),
    )


@dataclass(frozen=True)
class FinderOptions(Marks):
    """The usual marks."""


def seating_plan(
    session: Session, ceremony: Ceremony, options: SeatingOptions, occasion: Occasion
) -> Document:
    """All seating plans of a ceremony, each with its drawing."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Seating plan")
    is_poster = options.page in SCALES and bool(hall.seating_plans)
    blocks = (*(() if is_poster else hall.head(title)), *plans(hall, options))
    return hall.document(title, title, options, "office", blocks)


def seat_finder(session: Session, ceremony: Ceremony, options: FinderOptions, occasion: Occasion) -> Document:
    """Everybody by the alphabet with the seat: to hang beside the door."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Find your seat")
    blocks = (*hall.head(title), *_finder(hall))
    return hall.document(title, _("Seat finder"), options, "open", blocks)


_CAR_PLACES = {
    "wheel": N_("At the wheel"),
    "front": N_("Beside the driver"),
    "right": N_("Rear right"),
    "middle": N_("Rear middle"),
    "left": N_("Rear left"),
}


def seat_name(seat: str, layout: str, seats: Collection[str] = ()) -> str:
    """What a seat is called for guests: table and chair in a hall, the side in a car, else row and place.

    ``seats`` are all of the plan; those of a car are told apart by how many there are. Places of a row count
    from the left of the drawing.
    """
    line, _slash, place = seat.rpartition("/")
    if line.endswith("/behind"):
        return _("Behind, chair {place}").format(place=place)
    if layout == "car" and (where := car_place(seat, seats)):
        return _(_CAR_PLACES[where])
    if layout == "hall":
        return _("Table {table}, seat {place}").format(table=line, place=place)
    if seat in seats and line == from_right(layout, seats):
        place = str(1 + sum(one.rpartition("/")[0] == line for one in seats) - int(place))
    return _("Row {row}, place {place}").format(row=line, place=place)


def in_told_order(layout: str, seats: Sequence[str]) -> list[str]:
    """The seats of a plan as their names count."""
    line = from_right(layout, seats)
    turned = (one for one in reversed(seats) if one.rpartition("/")[0] == line)
    return [next(turned) if one.rpartition("/")[0] == line else one for one in seats]


def plans(hall: Hall, options: SeatingOptions, *, only_seated: bool = False) -> Iterator[Block]:
    """The seating plans of a ceremony, each under its name; ``only_seated`` leaves out the empty ones."""
    if not hall.seating_plans:
        yield Paragraph(_("There is no seating plan yet."), Tone.MUTED)
    for plan in hall.seating_plans:
        layout = _(LAYOUTS[plan.layout]) if plan.layout in LAYOUTS else plan.layout
        title = f"{said(plan, 'name')} · {layout}"
        try:
            seated = seating_plans.read(hall.session, plan, hall.occasion.alphabet)
        except Invalid as trouble:
            yield Heading(title, 2)
            yield Callout(Status.AMBER, _("Not possible"), trouble.sentence)
            continue
        if only_seated and not seated.seating:
            continue
        if options.page in SCALES:
            yield _poster(hall, plan, seated, (title, options.page))
        else:
            yield Heading(title, 2)
            yield from _plan(hall, plan, seated, options)


def _poster(hall: Hall, plan: SeatingPlan, seated: Seated, wanted: tuple[str, str]) -> Poster:
    """A plan on a page of its own; ``wanted`` are its title and the size of the page."""
    title, size = wanted
    lines = list(captions(seated, plan.layout))
    spots, observer = spots_of(hall.session, plan.id), said(plan, "observer")
    return poster((title, " · ".join(hall.about())), seated, spots, observer, lines, size)


def _plan(hall: Hall, plan: SeatingPlan, seated: Seated, options: SeatingOptions) -> Iterator[Block]:
    if not seated.seating:
        yield Paragraph(_("Nobody has been seated yet."), Tone.MUTED)
    spots = spots_of(hall.session, plan.id)
    yield seating_figure(seated, COLUMN, PAGE_ROOM * _DRAWING_SHARE, spots, said(plan, "observer"))
    for caption in captions(seated, plan.layout):
        yield Paragraph(caption)
    if options.seats and seated.seating:
        yield from _lists(hall, plan, seated, options)
    if seated.plan.unseated and options.is_inside:
        names = ", ".join(seated.attendee(guest).person.title() for guest in seated.plan.unseated)
        count = len(seated.plan.unseated)
        text = ngettext("{count} guest without a seat", "{count} guests without a seat", count)
        yield Callout(Status.AMBER, text.format(count=count), names)
    if seated.plan.broken and options.is_inside:
        yield Bullets(tuple(one.because for one in seated.plan.broken))
    yield Paragraph(source_line(seated.plan.source), Tone.MUTED)


def captions(seated: Seated, layout: str) -> Iterator[str]:
    """Who stands where from the observer's left to right, as it goes below a picture; a line for each row."""
    if layout not in _CAPTIONED:
        return
    for number, row in enumerate(seated.plan.observer, 1):
        people = [seated.attendee(guest).person for guest in row if guest]
        text = _("Row {row}, from left to right: {names}.")
        names = join_words([person.full_name() for person in people])
        if people:
            yield text.format(row=number, names=names)


def _lists(hall: Hall, plan: SeatingPlan, seated: Seated, options: SeatingOptions) -> Iterator[Block]:
    """One list of all seats, or one for each table of a hall, on its own page if wished."""
    with_reasons = options.reasons and options.is_inside
    if plan.layout != "hall" or not options.by_table:
        yield _list(hall, plan, seated, seated.plan.frame.seats, with_reasons=with_reasons)
        return
    for line in seated.plan.frame.lines:
        if any(seat in seated.seating for seat in line.seats):
            name = line.seats[0].rpartition("/")[0]
            yield PageBreak()
            yield Heading(_("Table {table}").format(table=name), 2)
            yield _list(hall, plan, seated, line.seats, with_reasons=with_reasons)


def _list(
    hall: Hall, plan: SeatingPlan, seated: Seated, seats: Sequence[str], *, with_reasons: bool
) -> Table:
    columns = [Column(_("Seat"), 1.2), Column(_("Guest"), 2.2), Column(_("Post"), 2.6)]
    if with_reasons:
        columns.append(Column(_("Why"), 2.6))
    because = {one.seat: one.because for one in seated.plan.seats}
    rows = []
    for seat in in_told_order(plan.layout, seats):
        guest = seated.seating.get(seat)
        if guest is None:
            continue
        one = seated.attendee(guest)
        cells = [seat_name(seat, plan.layout, seated.plan.frame.seats), one.person.title(), hall.post_of(one)]
        rows.append(
            Row((*cells, *((because.get(seat, ""),) if with_reasons else ())), record=record(one.guest))
        )
    return Table(tuple(columns), tuple(rows))


def _finder(hall: Hall) -> Iterator[Block]:
    found = []
    for plan in hall.seating_plans:
        try:
            seated = seating_plans.read(hall.session, plan, hall.occasion.alphabet)
        except Invalid:
            continue  # the plan itself says what is wrong with it; here nobody can be found in it
        for seat, guest in seated.seating.items():
            name = seat_name(seat, plan.layout, seated.plan.frame.seats)
            found.append((seated.attendee(guest), said(plan, "name"), name))
    if not found:
        yield Paragraph(_("Nobody has been seated yet."), Tone.MUTED)
        return
    alphabet = hall.occasion.alphabet
    found.sort(key=lambda row: (sort_key(row[0].person.order_text(), alphabet), row[1], row[2]))
    rows = [Row((one.person.listed(), where, seat), record=record(one.guest)) for one, where, seat in found]
    columns = (Column(_("Guest"), 2.6), Column(_("Where"), 2), Column(_("Seat"), 1.6))
    yield Table(columns, tuple(rows))
