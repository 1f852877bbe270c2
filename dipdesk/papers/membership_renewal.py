"""The paper on which it is decided whether to stay a member: cost against benefit, deadlines, proposal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from sqlalchemy.orm import Session

from dipdesk.actions import approval_file
from dipdesk.i18n import N_, _, format_date, join_words
from dipdesk.model import Benefit, Commitment, Membership, Payment, Seat, field_of
from dipdesk.model.kinds import Flag, Money
from dipdesk.papers import approval_blocks
from dipdesk.papers.blocks import (
    Align,
    Block,
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading, dated, day, head, record, said, term
from dipdesk.papers.sections import Section, written

_AMOUNT = field_of(Payment, "amount").kind


@dataclass(frozen=True)
class RenewalOptions(Marks):
    """The parts of the paper; ``people`` names who holds our seats and who does what."""

    facts: bool = option(Flag(), N_("Facts"), True, group=SECTIONS)
    balance: bool = option(Flag(), N_("Cost against benefit"), True, group=SECTIONS)
    dues: bool = option(Flag(), N_("Dues by year"), True, group=SECTIONS)
    benefits: bool = option(Flag(), N_("Benefits"), True, group=SECTIONS)
    seats: bool = option(Flag(), N_("Seats held"), True, group=SECTIONS)
    deadlines: bool = option(Flag(), N_("Deadlines"), True, group=SECTIONS)
    people: bool = option(Flag(), N_("Names of people"), True, group=SECTIONS)
    approval: bool = option(Flag(), N_("Chain of approval"), True, group=SECTIONS)
    decision: bool = option(Flag(), N_("Decision"), True, group=SECTIONS)


@dataclass(frozen=True)
class Account(Reading):
    """A membership with what it costs and brings."""

    membership: Membership
    options: RenewalOptions

    @cached_property
    def payments(self) -> list[Payment]:
        """The dues by year, the latest first."""
        return self.all(Payment, Payment.membership_id == self.membership.id, order=(Payment.year.desc(),))

    @cached_property
    def benefits(self) -> list[Benefit]:
        """The benefits, the latest first."""
        found = self.all(Benefit, Benefit.membership_id == self.membership.id)
        return sorted(found, key=lambda one: str(one.day or ""), reverse=True)

    @cached_property
    def commitments(self) -> list[Commitment]:
        """What is due in the body and not done, the most urgent first."""
        of_it = Commitment.membership_id == self.membership.id
        order = (Commitment.due.is_(None), Commitment.due)
        return self.all(Commitment, of_it, Commitment.state == "open", order=order)

    @property
    def people(self) -> bool:
        """Whether people are named."""
        return self.options.people and not self.public


def build(session: Session, subject: Membership, options: RenewalOptions, occasion: Occasion) -> Document:
    """The paper on the membership ``subject`` in the language spoken now."""
    account = Account(session, occasion, options.public, subject, options)
    name = subject.title()
    title = _("{body} – renewal of the membership").format(body=name)
    country = account.country_name(subject.partner) if subject.partner else ""
    about = ", ".join(part for part in (name, country) if part)
    blocks = (
        *head(account, _("Renewal of the membership"), about, subject),
        *_deadline(account),
        *written(_SECTIONS, options, account),
    )
    return account.document(title, _("Renewal of a membership"), options, "office", blocks)


def _deadline(account: Account) -> Iterator[Block]:
    """By when it must be decided, where nobody can overlook it."""
    membership = account.membership
    by = membership.decide_by
    source = record(membership)
    if by is None:
        text = _("The day by which it must be decided is not on file.")
        yield Callout(Status.BLUE, _("Decision"), text, record=source)
        return
    text = _("To be decided by {day}.").format(day=format_date(by))
    if by < account.today:
        yield Callout(Status.RED, _("Decision overdue"), text, record=source)
    else:
        left = (by - account.today).days
        yield Callout(Status.AMBER if left <= 90 else Status.BLUE, _("Decision"), text, record=source)


def _facts(account: Account) -> Iterator[Block]:
    one = account.membership
    rows = (
        Fact(_("Municipality"), account.whose(one.municipality)),
        Fact(_("Class"), account.value(one, "member_class")),
        Fact(_("State"), account.value(one, "state")),
        Fact(_("Duration"), term(one.since, one.until)),
        Fact(_("Legal form of the body"), account.value(one, "legal_form")),
        Fact(_("Membership number"), one.number),
        Fact(_("Council decision"), dated(one.council_date, one.council_number)),
        Fact(_("Ministry permission"), dated(one.ministry_date, one.ministry_number)),
        Fact(_("Yearly dues"), account.value(one, "dues")),
        Fact(_("Legal basis of the dues"), one.dues_basis),
        Fact(_("Right to vote"), account.value(one, "votes") or _("no")),
        Fact(_("Working groups"), join_words(list(one.working_groups))),
    )
    yield Facts(tuple(fact for fact in rows if fact.text), record=record(one))


def _balance(account: Account) -> Iterator[Block]:
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


def _dues(account: Account) -> Iterator[Block]:
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


def _benefits(account: Account) -> Iterator[Block]:
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


def _seats(account: Account) -> Iterator[Block]:
    yield Heading(_("Seats held"), 2)
    found = account.all(Seat, Seat.membership_id == account.membership.id)
    if not found:
        yield Paragraph(_("None of ours holds a seat in this body."), Tone.MUTED)
        return
    found.sort(key=lambda one: str(one.since or ""), reverse=True)
    named = (Column(_("Who holds it"), 2.6),) if account.people else ()
    yield Table(
        (Column(_("Seat"), 4), *named, Column(_("Duration"), 2.6)),
        tuple(
            Row(
                (
                    said(one, "role"),
                    *((one.person.title() if one.person else "",) if account.people else ()),
                    term(one.since, one.until),
                ),
                record=record(one),
            )
            for one in found
        ),
    )


def _deadlines(account: Account) -> Iterator[Block]:
    yield Heading(_("Deadlines"), 2)
    if not account.commitments:
        yield Paragraph(_("Nothing is due in this body."), Tone.MUTED)
        return
    named = (Column(_("Who does it"), 2.2),) if account.people else ()
    yield Table(
        (Column(_("What is due"), 4.4), *named, Column(_("By"), 1.6), Column(_("State"), 1.2)),
        tuple(_commitment(account, one) for one in account.commitments),
    )


def _commitment(account: Account, one: Commitment) -> Row:
    late = one.due is not None and one.due < account.today
    names = (one.owner.full_name() if one.owner else "",) if account.people else ()
    cells = (said(one, "what"), *names, day(one.due), _("Late") if late else _("To be done"))
    return Row(cells, status=Status.RED if late else None, record=record(one))


def _approval(account: Account) -> Iterator[Block]:
    """Whether the membership itself is in order; the audit sheet says more."""
    file = approval_file.of(account.session, account.membership, account.today)
    if file.chain.steps:
        yield Heading(_("Chain of approval"), 2)
        yield approval_blocks.verdict(file, findings=True)


def _decision(account: Account) -> Iterator[Block]:
    """The choices, room for the reason, and signature lines."""
    choices = (
        _("Stay a member in the same class"),
        _("Stay a member in another class"),
        _("Leave; the council decides (Law 5393, art. 18)"),
    )
    yield KeepTogether(
        (
            Heading(_("Decision"), 2),
            Table(
                (Column("", 0.5), Column(_("Choice"), 4), Column(_("Reason"), 5)),
                tuple(Row(("[  ]", choice, "\n\n")) for choice in choices),
            ),
            *approval_blocks.signature_lines(_("Prepared by"), _("Proposed by"), _("Decided by")),
        )
    )


_SECTIONS = (
    Section("facts", _facts),
    Section("balance", _balance),
    Section("dues", _dues),
    Section("benefits", _benefits),
    Section("seats", _seats),
    Section("deadlines", _deadlines),
    Section("approval", _approval),
    Section("decision", _decision),
)
