"""Figures of money: dues of memberships and what they brought, by year, each currency by itself."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from dipdesk.actions.figures.figure import Figure, Kind, Number, Series
from dipdesk.actions.figures.ground import Ground, MoneyRow
from dipdesk.actions.figures.timeline import yearly
from dipdesk.i18n import _, currency_name, format_number, ngettext
from dipdesk.model.kinds import Money

_LIRA = "TRY"
Value = Callable[[MoneyRow], Money | None]


def figures(ground: Ground) -> Iterator[Figure]:
    """Dues in every currency, what was paid in lira, and benefits."""
    for currency in _currencies(ground.payments, lambda one: one.amount):
        yield _dues(ground, currency)
    yield _lira(ground)
    for currency in _currencies(ground.benefits, lambda one: one.amount):
        yield _benefits(ground, currency)
    yield _benefit_count(ground)


def _dues(ground: Ground, currency: str) -> Figure:
    rows = [one for one in ground.payments if one.amount is not None and one.amount.currency == currency]

    def parts(some: list[MoneyRow]) -> tuple[Number, ...]:
        return (
            summed("payment", [one for one in some if one.is_paid], _amount),
            summed("payment", [one for one in some if not one.is_paid], _amount),
        )

    return Figure(
        f"dues_{currency}",
        _("Dues of memberships in {currency}").format(currency=currency_name(currency)),
        _("The dues asked for by year. Paid is what has a day of payment."),
        Kind.COLUMNS,
        yearly(rows, parts),
        (Series("paid", _("Paid"), "green"), Series("open", _("Not paid"), "amber")),
        currency,
    )


def _lira(ground: Ground) -> Figure:
    rows = [one for one in ground.payments if one.lira is not None and one.lira.currency == _LIRA]
    missing = sum(one.is_paid and one.lira is None for one in ground.payments)
    note = ngettext(
        "{count} payment without an amount in lira is left out.",
        "{count} payments without an amount in lira are left out.",
        missing,
    ).format(count=format_number(missing))
    return Figure(
        "dues_paid_in_lira",
        _("Dues paid, in lira"),
        _("What was paid for memberships by year of the dues, in lira of the day of payment."),
        Kind.COLUMNS,
        yearly(rows, lambda some: (summed("payment", some, lambda one: one.lira),)),
        currency=_LIRA,
        note=note if missing else "",
    )


def _benefits(ground: Ground, currency: str) -> Figure:
    rows = [one for one in ground.benefits if one.amount is not None and one.amount.currency == currency]
    return Figure(
        f"benefits_{currency}",
        _("Worth of benefits in {currency}").format(currency=currency_name(currency)),
        _("What memberships brought, by year, as far as its worth was estimated."),
        Kind.COLUMNS,
        yearly(rows, lambda some: (summed("benefit", some, _amount),)),
        currency=currency,
    )


def _benefit_count(ground: Ground) -> Figure:
    return Figure(
        "benefits_by_year",
        _("Benefits by year"),
        _("How many benefits of memberships are on file, with an estimate of their worth or without."),
        Kind.COLUMNS,
        yearly(ground.benefits, lambda some: (Number("benefit", tuple(one.id for one in some)),)),
    )


def _currencies(rows: Iterable[MoneyRow], value: Value) -> list[str]:
    """The currencies of rows with a year, in their order."""
    return sorted({found.currency for one in rows if one.year is not None and (found := value(one))})


def _amount(one: MoneyRow) -> Money | None:
    return one.amount


def summed(entity: str, rows: list[MoneyRow], value: Value) -> Number:
    """The sum of the amounts of rows; rows without an amount count as nothing."""
    amounts = [found.amount for one in rows if (found := value(one))]
    return Number(entity, tuple(one.id for one in rows), sum(amounts, Decimal(0)))
