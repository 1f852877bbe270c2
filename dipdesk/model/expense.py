"""What a visit or a ceremony costs: planned, committed, invoiced, paid, and by whom."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.ceremony import Ceremony
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
STAGES = {
    "planned": N_("Planned"),
    "committed": N_("Committed"),
    "invoiced": N_("Invoiced"),
    "paid": N_("Paid"),
}
_STAGES = N_("From approval to payment")


class Expense(Record):
    """One line of the costs of a visit, or of a ceremony with or without a visit."""

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
        "ceremony_id",
        "member_id",
    )
    order_by = ("kind", "day")

    visit_id: Mapped[str | None] = field(Link("visit", owner=True), N_("Visit"), width=28)
    ceremony_id: Mapped[str | None] = field(Link("ceremony"), N_("Ceremony"), width=24)
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
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)
    code: Mapped[str] = field(Text(most=60), N_("Code of the expense"), group=_STAGES, listed=False)
    approved_on: Mapped[date | None] = field(
        Day(), N_("Approved on"), together="approved", group=_STAGES, width=14, copied=False
    )
    approval_number: Mapped[str] = field(
        Text(most=80), N_("Approval number"), together="approved", group=_STAGES, copied=False
    )
    invoiced_on: Mapped[date | None] = field(
        Day(), N_("Invoice of"), together="invoice", group=_STAGES, width=14, copied=False
    )
    invoice: Mapped[str] = field(
        Text(most=80), N_("Invoice"), together="invoice", group=_STAGES, copied=False
    )
    paid_on: Mapped[date | None] = field(Day(), N_("Paid on"), group=_STAGES, width=14, copied=False)

    visit: Mapped[Visit | None] = follow(visit_id)
    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)
    member: Mapped[DelegationMember | None] = follow(member_id)

    @property
    def stage(self) -> str:
        """How far it is, one of ``STAGES``: the last step of which a day or a number is on file."""
        if self.paid_on is not None:
            return "paid"
        if self.invoiced_on is not None or self.invoice:
            return "invoiced"
        return "committed" if self.approved_on is not None or self.approval_number else "planned"

    @property
    def amount(self) -> Money | None:
        """What it costs as far as that is known: what was spent, else what is planned."""
        return self.spent if self.spent is not None else self.planned

    def reckon(self, rate: Money | None, days: int | None) -> None:
        """Set the rate and the days; what is planned follows if it was their product, or nothing yet."""
        if self.planned in (None, of_days(self.rate, self.days)):
            self.planned = of_days(rate, days)
        self.rate, self.days = rate, days

    def title(self) -> str:
        return best_text(self, "what", language())

    def remarks(self) -> dict[str, str]:
        if self.visit_id or self.ceremony_id:
            return {}
        return {"visit_id": _("This cost belongs to neither a visit nor a ceremony.")}


def of_days(rate: Money | None, days: int | None) -> Money | None:
    """A rate for so many days; None if one of them is not known."""
    return Money(rate.amount * days, rate.currency) if rate is not None and days else None
