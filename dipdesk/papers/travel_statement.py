"""Data for the statements of travel costs after a trip abroad: journeys, days, allowance and who paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.i18n import _, format_date, ngettext
from dipdesk.model import Expense, Travel, Visit
from dipdesk.model.kinds import Money
from dipdesk.model.whereabouts import ABROAD
from dipdesk.papers.blocks import Block, Column, Document, Fact, Facts, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, post_of, way
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.reading import record, said
from dipdesk.papers.visit_parts import amount


@dataclass(frozen=True)
class StatementOptions(Marks):
    """The statement has the marks of every paper."""


def fits(visit: Visit) -> bool:
    """Whether people of ours travelled: a visit abroad or an international meeting."""
    return visit.kind in ABROAD


def build(session: Session, visit: Visit, options: StatementOptions, occasion: Occasion) -> Document:
    """A part for each traveller in the language spoken now; a public version names nobody's money."""
    trip = Trip(session, occasion, options.public, visit)
    title = _("Data for the statement of travel costs")
    blocks = (*trip.head(title), *_approval(trip), *_blocks(trip))
    return trip.document(title, _("Statement of travel costs"), options, "office", blocks)


def _approval(trip: Trip) -> Iterator[Block]:
    shown = ((_("Place"), trip.visit.place), (_("File number"), trip.visit.file_number))
    facts = tuple(Fact(label, text) for label, text in shown if text)
    if facts:
        yield Facts(facts)


def _blocks(trip: Trip) -> Iterator[Block]:
    found = [one for one in trip.logistics.guests if one.member.state != "absent"]
    if not found:
        yield Paragraph(_("Nobody travelled."), Tone.MUTED)
    for one in found:
        yield from _traveller(trip, one)
    yield Paragraph(
        _(
            "Statements are due within a month of the return (Law 6245; not checked). Amounts are as entered;"
            " the allowance of the year is to be checked before payment."
        ),
        Tone.MUTED,
    )


def _traveller(trip: Trip, one: Attendance) -> Iterator[Block]:
    yield Heading(one.person.full_name(), 2, record=record(one.member))
    yield Facts(tuple(_facts(trip, one)))
    journeys = [travel for travel in (one.member.arrival, one.member.departure) if travel is not None]
    if journeys:
        columns = (
            Column(_("Journey"), 1.4),
            Column(_("Way"), 2.6),
            Column(_("Leaves at"), 2),
            Column(_("Gets there at"), 2),
        )
        yield Table(columns, tuple(_journey(trip, travel) for travel in journeys))
    if not trip.public:
        yield from _costs(trip, one)


def _facts(trip: Trip, one: Attendance) -> Iterator[Fact]:
    days = days_away(trip.visit, one)
    allowance = one.member.allowance
    total = Money(allowance.amount * Decimal(days), allowance.currency) if allowance and days else None
    counted = ngettext("{count} day", "{count} days", days).format(count=days) if days else ""
    shown = [(_("Post"), post_of(one)), (_("Days"), counted)]
    if not trip.public:
        shown += [
            (_("Allowance for a day"), amount(allowance) if allowance else ""),
            (_("Allowance in all"), amount(total) if total else ""),
            (_("Who pays"), trip.value(one.member, "payer")),
        ]
    yield from (Fact(label, text) for label, text in shown if text)


def days_away(visit: Visit, one: Attendance) -> int:
    """The days from leaving to coming back, both counted; those of the visit where journeys are not known."""
    out, back = one.member.arrival, one.member.departure
    first = out.leaves.local.date() if out and out.leaves else visit.starts
    end = (back.arrives or back.leaves) if back else None
    last = end.local.date() if end else visit.ends or visit.starts
    return max((last - first).days + 1, 0) if first and last else 0


def _journey(trip: Trip, travel: Travel) -> Row:
    means = " ".join(part for part in (trip.value(travel, "means"), travel.number) if part)
    moments = (travel.leaves, travel.arrives)
    clocks = (trip.clock(one) for one in moments)
    return Row((means, way(travel.origin, travel.destination), *clocks), record=record(travel))


def _costs(trip: Trip, one: Attendance) -> Iterator[Block]:
    """The lines of cost that name this traveller."""
    found = trip.all(Expense, Expense.visit_id == trip.visit.id, Expense.member_id == one.member.id)
    if found:
        columns = (
            Column(_("What"), 3),
            Column(_("Spent"), 1.4),
            Column(_("In lira"), 1.4),
            Column(_("Invoice"), 1.4),
            Column(_("Day"), 1.4),
        )
        yield Table(columns, tuple(_cost(trip, cost) for cost in found))


def _cost(trip: Trip, cost: Expense) -> Row:
    on = format_date(cost.day, "medium") if cost.day else ""
    money = (trip.value(cost, name) for name in ("spent", "in_lira", "invoice"))
    return Row((said(cost, "what"), *money, on), record=record(cost))
