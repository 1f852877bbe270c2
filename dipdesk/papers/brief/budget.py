"""The costs of a visit in its brief: planned and spent, line by line, with the sums of each currency."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dipdesk.i18n import _
from dipdesk.model import Expense
from dipdesk.model.kinds import Amount, Money
from dipdesk.papers.blocks import Align, Block, Column, Fact, Facts, Heading, Row, Table
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import lines, record, said


def blocks(dossier: Dossier) -> Iterator[Block]:
    """The budget and the costs by their kind; nothing if there is neither."""
    found = dossier.all(
        Expense, Expense.visit_id == dossier.visit.id, order=(Expense.kind, Expense.day, Expense.what_tr)
    )
    budget = dossier.value(dossier.visit, "budget")
    if not found and not budget:
        return
    yield Heading(_("Budget"))
    if budget:
        yield Facts((Fact(_("Budget"), budget),), record=record(dossier.visit))
    if found:
        heads = (
            Column(_("Cost"), 4),
            Column(_("Kind"), 2.4),
            Column(_("Who pays"), 1.8),
            Column(_("Planned cost"), 1.8, Align.RIGHT),
            Column(_("Spent"), 1.8, Align.RIGHT),
        )
        total = Row(
            (_("Total"), "", "", _sum([one.planned for one in found]), _sum([one.spent for one in found])),
            strong=True,
        )
        yield Table(heads, (*(_row(dossier, one) for one in found), total))


def _row(dossier: Dossier, one: Expense) -> Row:
    names = ("kind", "payer", "planned", "spent")
    return Row((said(one, "what"), *(dossier.value(one, name) for name in names)), record=record(one))


def _sum(amounts: Sequence[Money | None]) -> str:
    """The sum of each currency, a line each."""
    sums: dict[str, Decimal] = {}
    for one in amounts:
        if one is not None:
            sums[one.currency] = sums.get(one.currency, Decimal(0)) + one.amount
    return lines(*(Amount().format(Money(amount, currency)) for currency, amount in sums.items()))
