"""Place cards, folded so that both sides can be read, and table numbers; all of them or only what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from dipdesk.actions import ceremony_words, seating_plans
from dipdesk.actions.guest_order import Attendee
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _, language, ngettext, upper
from dipdesk.model import Ceremony, Placing, SeatingTable
from dipdesk.model.kinds import Choice, Day, Flag
from dipdesk.model.visit import SIDES
from dipdesk.papers.blocks import (
    Align,
    Block,
    Cuts,
    Document,
    Figure,
    Grow,
    Ink,
    Label,
    Line,
    Paragraph,
    Shape,
    Tone,
)
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.ceremony.seating import seat_name
from dipdesk.papers.flags import flag_picture, flag_shapes
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SHOWN, Marks, option
from dipdesk.papers.reading import record
from dipdesk.papers.style import COLUMN, MILLIMETRE
from dipdesk.store.history import changed_since

ACROSS = 2
WIDTH = COLUMN / ACROSS
HALF = 55 * MILLIMETRE
"""The height of one side of a folded card."""
_INSIDE = WIDTH - 12 * MILLIMETRE
_NAME, _TITLE, _SEAT = 19.0, 10.5, 8.5
_FLAG = 26.0


@dataclass(frozen=True)
class CardOptions(Marks):
    """Whose cards are printed, and what stands on them besides name and title."""

    side: str = option(Choice(SIDES), N_("Only this side"), "", group=SHOWN)
    flag: bool = option(Flag(), N_("Flag of the country"), True, group=SHOWN)
    seat: bool = option(Flag(), N_("Seat, where there are several tables"), True, group=SHOWN)
    both_sides: bool = option(Flag(), N_("Name on both sides"), True, group=SHOWN)
    since: date | None = option(  # noqa: RUF009 - it makes a field
        Day(),
        N_("Only those changed since"),
        None,
        group=SHOWN,
        hint=N_("Left empty, all cards are printed"),
    )


@dataclass(frozen=True)
class NumberOptions(Marks):
    """The usual marks."""


def place_cards(session: Session, ceremony: Ceremony, options: CardOptions, occasion: Occasion) -> Document:
    """The place cards of a ceremony, to be cut and folded."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Place cards")
    return hall.document(title, title, options, "office", _cards(hall, options))


def table_numbers(
    session: Session, ceremony: Ceremony, options: NumberOptions, occasion: Occasion
) -> Document:
    """A folded card for every table of a ceremony's halls."""
    hall = Hall(session, occasion, options.public, ceremony)
    title = _("Table numbers")
    return hall.document(title, title, options, "open", _numbers(hall))


def _cards(hall: Hall, options: CardOptions) -> Iterator[Block]:
    seats = seats_of(hall) if options.seat else {}
    wanted = [one for one in hall.order.attendees if options.side in ("", one.guest.side)]
    if options.since is not None:
        changed = _changed(hall, options.since)
        wanted = [one for one in wanted if changed & _behind(one)]
        count = len(wanted)
        text = ngettext("{count} card has changed.", "{count} cards have changed.", count)
        yield Paragraph(text.format(count=count), Tone.MUTED)
    elif not wanted:
        yield Paragraph(_("Nobody has been invited yet."), Tone.MUTED)
    yield Cuts(tuple(_card(one, seats.get(one.guest.id, ""), options) for one in wanted), ACROSS)


def _changed(hall: Hall, since: date) -> frozenset[str]:
    """What changed since the morning of a day; the guests of changed seats count as changed."""
    morning = datetime.combine(since, time(), hall.occasion.made_at.tzinfo)
    changed = changed_since(hall.session, morning)
    plans = [plan.id for plan in hall.seating_plans]
    moved = {one.guest_id for one in hall.all(Placing, Placing.plan_id.in_(plans)) if one.id in changed}
    return changed | {guest for guest in moved if guest}


def _behind(one: Attendee) -> frozenset[str]:
    """The records that a card is made from."""
    posts = {post.id for post in (one.post, one.guest.stands_for) if post is not None}
    return frozenset({one.guest.id, one.person.id, *posts})


def seats_of(hall: Hall) -> dict[str, str]:
    """Where each guest sits in halls of several tables; elsewhere the card stands at its seat anyway."""
    return {guest: seat_name(seat, "hall") for guest, seat in seated(hall)}


def seated(hall: Hall) -> Iterator[tuple[str, str]]:
    """The guests who sit in halls of several tables, each with the seat such as ``3/7``."""
    for plan in hall.seating_plans:
        if plan.layout != "hall":
            continue
        try:
            found = seating_plans.read(hall.session, plan, hall.occasion.alphabet)
        except Invalid:
            continue  # the plan itself says what is wrong with it
        for seat, guest in found.seating.items():
            yield guest, seat


def _card(one: Attendee, seat: str, options: CardOptions) -> Figure:
    """A folded card: the front below, the back above it on its head."""
    title = ceremony_words.card_title(one, language())
    country = one.standing.country if options.flag and flag_picture(one.standing.country) else ""
    shapes = [*face(one.person.title(), title, seat, country, turned=False)]
    if options.both_sides:
        shapes += face(one.person.title(), title, "", "", turned=True)
    shapes.append(Line(0, HALF, WIDTH, HALF, ink=Ink.LINE, thickness=0.35, dashed=True))
    return Figure(WIDTH, 2 * HALF, tuple(shapes), record=record(one.guest))


def face(name: str, title: str, seat: str, country: str, *, turned: bool) -> Iterator[Shape]:
    """One side of a card; the back is the front turned around the fold."""

    def at(y: float) -> float:
        return HALF - y if turned else HALF + y

    middle = WIDTH / 2
    yield Label(middle, at(HALF * 0.5), name, _NAME, True, Align.CENTRE, Ink.TEXT, _INSIDE, Grow.UP, turned)
    yield Label(
        middle, at(HALF * 0.64), title, _TITLE, False, Align.CENTRE, Ink.MUTED, _INSIDE, Grow.DOWN, turned
    )
    yield Label(
        middle, at(HALF * 0.92), seat, _SEAT, False, Align.CENTRE, Ink.ACCENT, room=_INSIDE, turned=turned
    )
    if country:
        yield from flag_shapes(country, middle - _FLAG / 2, at(HALF * 0.12), _FLAG, language())


def _numbers(hall: Hall) -> Iterator[Block]:
    halls = [plan.id for plan in hall.seating_plans if plan.layout == "hall"]
    tables = hall.all(SeatingTable, SeatingTable.plan_id.in_(halls), order=(SeatingTable.place,))
    if not tables:
        yield Paragraph(_("There is no hall with tables yet."), Tone.MUTED)
        return
    yield Cuts(tuple(_number(one) for one in tables), ACROSS)


def _number(table: SeatingTable) -> Figure:
    shapes: list[Shape] = []
    for turned in (False, True):
        way = -1 if turned else 1
        shapes += [
            Label(
                WIDTH / 2,
                HALF + way * HALF * 0.28,
                upper(_("Table"), language()),
                10,
                False,
                Align.CENTRE,
                Ink.MUTED,
                turned=turned,
            ),
            Label(
                WIDTH / 2,
                HALF + way * HALF * 0.72,
                table.name,
                60,
                True,
                Align.CENTRE,
                room=_INSIDE,
                turned=turned,
            ),
        ]
    shapes.append(Line(0, HALF, WIDTH, HALF, ink=Ink.LINE, thickness=0.35, dashed=True))
    return Figure(WIDTH, 2 * HALF, tuple(shapes), record=record(table))
