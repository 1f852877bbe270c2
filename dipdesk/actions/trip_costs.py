"""What a trip costs for each traveller: daily allowance and lines of cost, planned and spent."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.after_visit import OURS, sums
from dipdesk.model import DelegationMember, Expense, Visit
from dipdesk.model.expense import of_days
from dipdesk.model.kinds import Money

ALLOWANCE = "allowance"


@dataclass(frozen=True)
class Bill:
    """The costs of one traveller, or of the delegation as a whole where ``member`` is None.

    ``days`` are those away. ``allowance`` is the daily rate of the member for these days; None if no rate
    is entered, or if a line of cost says the allowance already. Allowances of the whole delegation are not
    counted again where travellers have theirs (``counts_allowances``).
    """

    member: DelegationMember | None
    lines: tuple[Expense, ...]
    days: int
    allowance: Money | None
    counts_allowances: bool = True

    @property
    def planned(self) -> tuple[Money, ...]:
        """What we planned, a sum for each currency."""
        counted = [one for one in self.lines if self.counts_allowances or one.kind != ALLOWANCE]
        return sums([self.allowance, *(one.planned for one in counted if one.payer in OURS)])

    @property
    def spent(self) -> tuple[Money, ...]:
        """What we spent, a sum for each currency."""
        return sums(one.spent for one in self.lines if one.payer in OURS)

    @property
    def lacks_allowance(self) -> bool:
        """Whether nothing says what the traveller gets for a day."""
        is_said = self.allowance is not None or any(one.kind == ALLOWANCE for one in self.lines)
        return self.member is not None and not is_said and self.member.payer in OURS

    @property
    def unspent(self) -> int:
        """How many lines of ours do not say yet what was spent."""
        return sum(1 for one in self.lines if one.payer in OURS and one.spent is None)


def bills(session: Session, visit: Visit, members: Sequence[DelegationMember]) -> tuple[Bill, ...]:
    """A bill for each member in their order, then that of what is for nobody of them, if there is any."""
    query = (
        select(Expense).where(Expense.visit_id == visit.id).order_by(Expense.kind, Expense.day, Expense.id)
    )
    lines = session.scalars(query).all()
    made = [_bill(visit, one, tuple(line for line in lines if line.member_id == one.id)) for one in members]
    ids = {one.id for one in members}
    rest = tuple(one for one in lines if one.member_id not in ids)
    is_theirs = any(one.allowance or any(line.kind == ALLOWANCE for line in one.lines) for one in made)
    return (*made, Bill(None, rest, 0, None, not is_theirs)) if rest else tuple(made)


def each(amount: Money, heads: int) -> Money:
    """What an amount is for each of so many people, to the hundredth."""
    return Money((amount.amount / max(heads, 1)).quantize(Decimal("0.01")), amount.currency)


def days_away(visit: Visit, member: DelegationMember) -> int:
    """The days from leaving to coming back, both counted; those of the visit where journeys are not known."""
    out, back = member.arrival, member.departure
    first = out.leaves.local.date() if out and out.leaves else visit.starts
    end = (back.arrives or back.leaves) if back else None
    last = end.local.date() if end else visit.ends or visit.starts
    return max((last - first).days + 1, 0) if first and last else 0


def _bill(visit: Visit, member: DelegationMember, lines: tuple[Expense, ...]) -> Bill:
    days = days_away(visit, member)
    is_a_line = any(one.kind == ALLOWANCE for one in lines)
    return Bill(member, lines, days, None if is_a_line else of_days(member.allowance, days))
