"""The list for kitchens and restaurants: every meal with its number of people and what must be prepared.

Special meals stand by their number; whose they are is told only when that was chosen, why never.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import N_, _, fold
from dipdesk.model import Ceremony, Guest, Visit
from dipdesk.model.ceremony import SEATED_STATES
from dipdesk.model.kinds import Flag
from dipdesk.papers.blocks import Align, Block, Column, Document, Fact, Facts, Paragraph, Row, Table, Tone
from dipdesk.papers.ceremony.fitting import is_meal
from dipdesk.papers.logistics.trip import Trip, span
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.programme_points import Point, points
from dipdesk.papers.reading import lines, record, said

_MEAL = "meal"


@dataclass(frozen=True)
class KitchenOptions(Marks):
    """Whether special meals stand with the names of those who need them; sensitive, so only when chosen."""

    named: bool = option(
        Flag(),
        N_("Names with special meals"),
        False,
        group=SHOWN,
        hint=N_("Only for those who serve at the table"),
    )


def build(session: Session, visit: Visit, options: KitchenOptions, occasion: Occasion) -> Document:
    """The meals of a visit's programme, and the ceremonies with a meal that stand in it by themselves."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Kitchen list")
    return trip.document(title, title, options, "office", (*trip.head(title), *_blocks(trip, options)))


def _blocks(trip: Trip, options: KitchenOptions) -> Iterator[Block]:
    meals = [one for one in points(trip, trip.visit) if _is_meal(one)]
    if not meals:
        yield from _without_meals(trip, options)
        return
    columns = (
        Column(_("When"), 1.4),
        Column(_("Meal"), 2),
        Column(_("Place"), 1.6),
        Column(_("People"), 0.7, Align.RIGHT),
        Column(_("Special meals"), 2.4),
    )
    yield Table(columns, tuple(_row(trip, one, options) for one in meals))
    if not options.public:
        text = _("Drivers, escorts and others on duty are not counted unless they belong to a delegation.")
        yield Paragraph(text, Tone.MUTED)


def _without_meals(trip: Trip, options: KitchenOptions) -> Iterator[Block]:
    """What is wanted stands here even before the programme says when it is wanted."""
    hint = _("The programme has no meal yet: an item becomes one when its kind is “Meal”.")
    yield Paragraph(hint, Tone.MUTED)
    everybody = [one for people in trip.logistics.people.values() for one in people]
    wanted = special_meals(everybody, named=options.named)
    if wanted and not options.public:
        yield Facts((Fact(_("Special meals"), wanted),))


def _is_meal(point: Point) -> bool:
    source = point.source
    return is_meal(source) if isinstance(source, Ceremony) else source.kind == _MEAL


def _row(trip: Trip, point: Point, options: KitchenOptions) -> Row:
    count, known = _at_table(trip, point)
    return Row(
        (
            span(point.starts, point.ends),
            said(point.source, "title"),
            said(point.source, "place"),
            str(count),
            "" if options.public else special_meals(known, named=options.named) or "–",
        ),
        record=record(point.source),
    )


def _at_table(trip: Trip, point: Point) -> tuple[int, Sequence[Attendance]]:
    """How many eat, and those of them whose wishes are on file: of a ceremony they are its guests."""
    if point.item is not None:
        present = trip.logistics.present(point.item)
        return len(present), present
    asked = Guest.ceremony_id == point.source.id, Guest.state.in_(SEATED_STATES)
    guests = {one.person_id for one in trip.all(Guest, *asked)}
    members = (one for one in trip.logistics.members if one.member.state != "absent")
    return len(guests), [one for one in members if one.person.id in guests]


def special_meals(present: Sequence[Attendance], *, named: bool) -> str:
    """What must be prepared, a line each: how many of it, or for whom."""
    wanted = [(" ".join(one.member.meals.split()), one) for one in present if one.member.meals.strip()]
    if named:
        return lines(*(_("{who}: {meal}").format(who=one.person.title(), meal=meal) for meal, one in wanted))
    counts = Counter(fold(meal) for meal, _one in wanted)
    spelt: dict[str, str] = {}
    for meal, _one in wanted:
        spelt.setdefault(fold(meal), meal)
    text = "{count} × {meal}"
    return lines(*(text.format(count=counts[key], meal=meal) for key, meal in sorted(spelt.items())))
