"""What a visit costs: planned, spent, paid by whom."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.delegation import PAYERS, DelegationMember
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Amount, Choice, Day, Link, Money, Text, Whole
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit

EXPENSE_KINDS = {
    "travel": N_("Travel"),
    "lodging": N_("Lodging"),
    "meals": N_("Meals"),
    "transport": N_("Transport on the spot"),
    "interpreting": N_("Interpreting and translation"),
    "gifts": N_("Gifts"),
    "venue": N_("Venue and technology"),
    "printing": N_("Printing"),
    "allowance": N_("Allowances"),
    "other": N_("Other"),
}


class Expense(Record):
    """One line of the costs of a visit."""

    __tablename__ = "expense"
    label = N_("Cost"), N_("Costs")
    icon = "payment"
    columns = ("what_tr", "kind", "member_id", "rate", "days", "planned", "spent", "payer", "visit_id")
    asks = (
        "what_tr",
        "what_en",
        "kind",
        "payer",
        "rate",
        "days",
        "planned",
        "spent",
        "visit_id",
        "member_id",
    )
    order_by = ("kind", "day")

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    what_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("What, in Turkish"), width=30)
    what_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("What, in English"), width=30)
    kind: Mapped[str] = field(Choice(EXPENSE_KINDS), N_("Kind"), initial="other", width=20)
    rate: Mapped[Money | None] = field(
        Amount(), N_("Rate for a day"), together="planned", hint=N_("As the office sets it"), width=14
    )
    days: Mapped[int | None] = field(Whole(least=1, most=366), N_("Days"), together="planned", width=8)
    planned: Mapped[Money | None] = field(Amount(), N_("Planned cost"), together="planned", width=14)
    spent: Mapped[Money | None] = field(Amount(), N_("Spent"), width=14, copied=False)
    in_lira: Mapped[Money | None] = field(Amount(), N_("Spent in lira"), width=14, copied=False)
    payer: Mapped[str] = field(Choice(PAYERS), N_("Who pays"), initial="us", width=14)
    member_id: Mapped[str | None] = field(Link("delegation_member"), N_("For the member"), width=22)
    day: Mapped[date | None] = field(Day(), N_("Day"), width=14)
    invoice: Mapped[str] = field(Text(most=80), N_("Invoice"), copied=False)
    code: Mapped[str] = field(Text(most=60), N_("Code of the expense"), listed=False)
    paid_on: Mapped[date | None] = field(Day(), N_("Paid on"), width=14, copied=False)
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    member: Mapped[DelegationMember | None] = follow(member_id)

    def reckon(self, rate: Money | None, days: int | None) -> None:
        """Set the rate and the days; what is planned follows if it was their product, or nothing yet."""
        if self.planned in (None, of_days(self.rate, self.days)):
            self.planned = of_days(rate, days)
        self.rate, self.days = rate, days

    def title(self) -> str:
        return best_text(self, "what", language())


def of_days(rate: Money | None, days: int | None) -> Money | None:
    """A rate for so many days; None if one of them is not known."""
    return Money(rate.amount * days, rate.currency) if rate is not None and days else None
