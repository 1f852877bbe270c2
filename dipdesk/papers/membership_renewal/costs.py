"""What a membership costs and what it brings: sums by currency, dues by year, benefits."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from dipdesk.i18n import _, join_words
from dipdesk.model import Payment, field_of
from dipdesk.model.kinds import Money
from dipdesk.papers.blocks import Align, Block, Column, Heading, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.membership_renewal.account import Account
from dipdesk.papers.reading import day, record, said

_AMOUNT = field_of(Payment, "amount").kind


def balance(account: Account) -> Iterator[Block]:
    """Sums by currency; nothing is converted."""
    yield Heading(_("Cost against benefit"), 2)
    asked = _sums(one.amount for one in account.payments)
    paid = _sums(one.amount for one in account.payments if one.paid_on)
    worth = _sums(one.value for one in account.benefits)
    currencies = sorted({*asked, *worth})
    if not currencies:
        yield Paragraph(_("Neither dues nor counted benefits are on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("Currency"), 1.4),
            Column(_("Dues asked for"), 1.6, Align.RIGHT),
            Column(_("Of that paid"), 1.6, Align.RIGHT),
            Column(_("Still open"), 1.6, Align.RIGHT),
            Column(_("Benefits, estimated"), 1.8, Align.RIGHT),
        ),
        tuple(Row((code, *_sum_cells(code, asked, paid, worth))) for code in currencies),
    )
    yield Paragraph(" ".join(_remarks(account)), Tone.MUTED)


def _sum_cells(
    code: str, asked: dict[str, Decimal], paid: dict[str, Decimal], worth: dict[str, Decimal]
) -> Iterator[str]:
    """Asked for, paid, open, and what came of it, in one currency."""
    owed, given = asked.get(code, Decimal(0)), paid.get(code, Decimal(0))
    for amount in (owed, given, owed - given, worth.get(code, Decimal(0))):
        yield _money(amount, code)


def _remarks(account: Account) -> Iterator[str]:
    """What the sums leave out."""
    yield _("Amounts in different currencies are not added up.")
    if any(one.value is None for one in account.benefits):
        yield _("Benefits without an estimate are not in the sum.")
    lira = _sums(one.in_lira for one in account.payments)
    if lira:
        spent = join_words([_money(amount, code) for code, amount in sorted(lira.items())])
        yield _("Paid in lira: {amount}.").format(amount=spent)


def _sums(amounts: Iterable[Money | None]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for one in amounts:
        if one is not None:
            found[one.currency] = found.get(one.currency, Decimal(0)) + one.amount
    return found


def _money(amount: Decimal, currency: str) -> str:
    return _AMOUNT.format(Money(amount, currency)) if amount else "–"


def dues(account: Account) -> Iterator[Block]:
    yield Heading(_("Dues by year"), 2)
    if not account.payments:
        yield Paragraph(_("No dues are on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("Year"), 0.8),
            Column(_("Dues"), 1.5, Align.RIGHT),
            Column(_("Due by"), 1.5),
            Column(_("Paid on"), 1.5),
            Column(_("Paid in lira"), 1.6, Align.RIGHT),
            Column(_("Invoice"), 1.8),
            Column(_("State"), 1.2),
        ),
        tuple(_payment(account, one) for one in account.payments),
    )


def _payment(account: Account, one: Payment) -> Row:
    status, word = _state(one, account.today)
    cells = (
        str(one.year or ""),
        account.value(one, "amount"),
        day(one.due),
        day(one.paid_on),
        account.value(one, "in_lira"),
        one.invoice,
        word,
    )
    return Row(cells, status=status, record=record(one))


def _state(one: Payment, today: date) -> tuple[Status, str]:
    if one.paid_on:
        return Status.GREEN, _("Paid")
    due = one.due or (date(one.year, 12, 31) if one.year and one.year > 0 else None)
    return (Status.RED, _("Late")) if due and due < today else (Status.BLUE, _("Not paid yet"))


def benefits(account: Account) -> Iterator[Block]:
    yield Heading(_("Benefits"), 2)
    if not account.benefits:
        yield Paragraph(_("No benefit has been noted yet."), Tone.MUTED)
        return
    yield Table(
        (Column(_("When"), 1.5), Column(_("Benefit"), 5), Column(_("Worth, estimated"), 1.8, Align.RIGHT)),
        tuple(
            Row((day(one.day), said(one, "what"), account.value(one, "value") or "–"), record=record(one))
            for one in account.benefits
        ),
    )
