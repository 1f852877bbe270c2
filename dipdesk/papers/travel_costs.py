"""The costs in the statement of a trip: line by line for each traveller, and in sum for all of them."""

from collections.abc import Iterator, Sequence

from dipdesk.actions.after_visit import sums
from dipdesk.actions.trip_costs import ALLOWANCE, Bill
from dipdesk.i18n import _, format_date, ngettext
from dipdesk.model import Expense
from dipdesk.papers.blocks import Align, Block, Column, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.reading import lines, record, said
from dipdesk.papers.visit_parts import amount, amounts


def costs(trip: Trip, bill: Bill) -> Iterator[Block]:
    """The lines of cost of one bill; nothing if there are none."""
    if bill.lines:
        columns = (
            Column(_("What"), 3.6),
            Column(_("Planned cost"), 1.5, Align.RIGHT),
            Column(_("Spent"), 1.4, Align.RIGHT),
            Column(_("In lira"), 1.4, Align.RIGHT),
            Column(_("Who pays"), 1.9),
            Column(_("Invoice"), 1.4),
            Column(_("Day"), 1.4),
        )
        yield Table(columns, tuple(_cost(trip, cost) for cost in bill.lines))


def in_sum(trip: Trip, names: Sequence[str], bills: Sequence[Bill]) -> Iterator[Block]:
    """What is for nobody in particular, then planned and spent for each traveller and in all."""
    whole = [one for one in bills if one.member is None]
    for bill in whole:
        yield Heading(_("For the delegation as a whole"), 2)
        yield from costs(trip, bill)
        if any(one.kind == ALLOWANCE for one in bill.lines) and not bill.counts_allowances:
            text = _("Allowances stand with each traveller; they are not counted here again.")
            yield Paragraph(text, Tone.MUTED)
    if not any(one.planned or one.spent for one in bills):
        return
    yield Heading(_("Costs in sum"), 2)
    called = [*names, *(_("For the delegation as a whole") for _bill in whole)]
    rows = [
        Row((name, amounts(bill.planned), amounts(bill.spent)))
        for name, bill in zip(called, bills, strict=True)
    ]
    planned = sums(one for bill in bills for one in bill.planned)
    spent = sums(one for bill in bills for one in bill.spent)
    total = Row((_("Total"), amounts(planned), amounts(spent)), strong=True)
    columns = (
        Column(_("Traveller"), 3),
        Column(_("Planned cost"), 2, Align.RIGHT),
        Column(_("Spent"), 2, Align.RIGHT),
    )
    yield Table(columns, (*rows, total))


def _cost(trip: Trip, cost: Expense) -> Row:
    on = format_date(cost.day, "medium") if cost.day else ""
    planned = lines(trip.value(cost, "planned"), _reckoning(cost))
    money = (trip.value(cost, name) for name in ("spent", "in_lira", "payer", "invoice"))
    return Row((said(cost, "what"), planned, *money, on), record=record(cost))


def _reckoning(cost: Expense) -> str:
    """How the planned amount came about: 3 days, 70 EUR each."""
    if cost.rate is None or not cost.days:
        return ""
    text = ngettext("{count} day, {amount}", "{count} days, {amount} each", cost.days)
    return text.format(count=cost.days, amount=amount(cost.rate))
