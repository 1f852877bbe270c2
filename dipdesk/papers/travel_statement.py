"""Data for the statements of travel costs after a trip abroad: journeys, days, allowance and who paid."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance
from dipdesk.actions.trip_costs import Bill, bills
from dipdesk.i18n import _, ngettext
from dipdesk.model import Travel, Visit
from dipdesk.model.visit import ABROAD
from dipdesk.papers.blocks import Block, Column, Document, Fact, Facts, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip, post_of, way
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import Marks
from dipdesk.papers.reading import record
from dipdesk.papers.travel_costs import costs, in_sum
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
    bill_of = bills(trip.session, trip.visit, [one.member for one in found])
    for one, bill in zip(found, bill_of, strict=False):
        yield from _traveller(trip, one, bill)
    if not trip.public:
        yield from in_sum(trip, [one.person.title() for one in found], bill_of)
    yield Paragraph(
        _(
            "Statements are due within a month of the return (Law 6245; not checked). Amounts are as entered;"
            " the allowance of the year is to be checked before payment."
        ),
        Tone.MUTED,
    )


def _traveller(trip: Trip, one: Attendance, bill: Bill) -> Iterator[Block]:
    yield Heading(one.person.title(), 2, record=record(one.member))
    yield Facts(tuple(_facts(trip, one, bill)))
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
        yield from costs(trip, bill)
    yield from _missing(trip, one, bill)


def _facts(trip: Trip, one: Attendance, bill: Bill) -> Iterator[Fact]:
    allowance = one.member.allowance
    counted = ngettext("{count} day", "{count} days", bill.days).format(count=bill.days) if bill.days else ""
    shown = [(_("Post"), post_of(one)), (_("Days"), counted)]
    if not trip.public:
        shown += [
            (_("Allowance for a day"), amount(allowance) if allowance and bill.allowance else ""),
            (_("Allowance in all"), amount(bill.allowance) if bill.allowance else ""),
            (_("Who pays"), trip.value(one.member, "payer")),
        ]
    yield from (Fact(label, text) for label, text in shown if text)


def _missing(trip: Trip, one: Attendance, bill: Bill) -> Iterator[Block]:
    """What the statement of a traveller still needs."""
    if one.member.arrival is None or one.member.departure is None:
        yield Paragraph(_("Missing: the journey there or back; the days are those of the visit."), Tone.MUTED)
    if bill.lacks_allowance and not trip.public:
        yield Paragraph(_("Missing: the allowance for a day."), Tone.MUTED)
    if bill.unspent and not trip.public:
        text = ngettext(
            "Missing: what was spent on {count} line.",
            "Missing: what was spent on {count} lines.",
            bill.unspent,
        )
        yield Paragraph(text.format(count=bill.unspent), Tone.MUTED)


def _journey(trip: Trip, travel: Travel) -> Row:
    means = " ".join(part for part in (trip.value(travel, "means"), travel.number) if part)
    moments = (travel.leaves, travel.arrives)
    clocks = (trip.clock(one) for one in moments)
    return Row((means, way(travel.origin, travel.destination), *clocks), record=record(travel))
