"""What a visit cost: planned and spent in each currency, in lira as far as it is known, and for each head."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.i18n import ngettext
from dipdesk.model import Delegation, DelegationMember, Expense, Visit
from dipdesk.model.kinds import Money

LIRA = "TRY"
_STAGES = ("committed", "invoiced", "paid")
OURS = ("", "us")
"""Who pays for what we pay."""


@dataclass(frozen=True)
class Costs:
    """The costs that we carry.

    ``planned`` and ``spent`` hold one sum for each currency. ``lira`` is what was spent in lira as entered;
    ``unknown`` counts lines that were spent in another currency and name no amount in lira: no rate is
    ever assumed. ``heads`` counts the guests who did not stay away. ``stages`` are the sums of what is
    committed, invoiced or paid and not further; ``left`` is what all lines leave of the budget, None where
    there is no budget or a line in another currency.
    """

    planned: tuple[Money, ...]
    spent: tuple[Money, ...]
    lira: Decimal
    unknown: int
    heads: int
    lines: int
    stages: Mapping[str, tuple[Money, ...]] = field(default_factory=dict)
    left: Money | None = None

    @property
    def for_each(self) -> Money | None:
        """Lira spent for each guest, to the kuruş; None if there are no guests or nothing was spent."""
        if not self.heads or not self.lira:
            return None
        return Money((self.lira / self.heads).quantize(Decimal("0.01")), LIRA)

    @property
    def gap(self) -> str:
        """What the sum in lira leaves out, as a sentence; empty if it leaves out nothing."""
        if not self.unknown:
            return ""
        left_out = ngettext(
            "{count} line in another currency has no amount in lira and is left out of the sum in lira.",
            "{count} lines in other currencies have no amount in lira and are left out of the sum in lira.",
            self.unknown,
        )
        no_sum = ngettext(
            "There is no sum in lira: {count} line in another currency has no amount in lira.",
            "There is no sum in lira: {count} lines in other currencies have no amount in lira.",
            self.unknown,
        )
        return (left_out if self.lira else no_sum).format(count=self.unknown)


def costs(session: Session, visit: Visit) -> Costs:
    """What a visit costs us."""
    rows = [
        one
        for one in session.scalars(select(Expense).where(Expense.visit_id == visit.id).order_by(Expense.id))
        if one.payer in OURS
    ]
    known = [(one, in_lira(one)) for one in rows]
    return Costs(
        sums(one.planned for one in rows),
        sums(one.spent for one in rows),
        sum((amount for _one, amount in known if amount is not None), Decimal(0)),
        sum(1 for one, amount in known if one.spent is not None and amount is None),
        _heads(session, visit),
        len(rows),
        {
            stage: found
            for stage in _STAGES
            if (found := sums(one.amount for one in rows if one.stage == stage))
        },
        _left(visit.budget, [one.amount for one in rows if one.amount is not None]),
    )


def _left(budget: Money | None, amounts: list[Money]) -> Money | None:
    if budget is None or any(one.currency != budget.currency for one in amounts):
        return None
    return Money(budget.amount - sum((one.amount for one in amounts), Decimal(0)), budget.currency)


def in_lira(one: Expense) -> Decimal | None:
    """What a line cost in lira: as entered, or as spent if that was lira; None if that is not known."""
    if one.in_lira is not None and one.in_lira.currency == LIRA:
        return one.in_lira.amount
    if one.spent is not None and one.spent.currency == LIRA:
        return one.spent.amount
    return None


def sums(amounts: Iterable[Money | None]) -> tuple[Money, ...]:
    """One sum for each currency, lira first, then by code."""
    found: dict[str, Decimal] = {}
    for one in amounts:
        if one is not None:
            found[one.currency] = found.get(one.currency, Decimal(0)) + one.amount
    order = sorted(found, key=lambda currency: (currency != LIRA, currency))
    return tuple(Money(found[currency], currency) for currency in order)


def _heads(session: Session, visit: Visit) -> int:
    return (
        session.scalar(
            select(func.count(DelegationMember.id))
            .join(Delegation, DelegationMember.delegation_id == Delegation.id)
            .where(
                Delegation.visit_id == visit.id,
                Delegation.side == "guest",
                DelegationMember.state != "absent",
            )
        )
        or 0
    )
