"""How a membership stands: facts, seats, deadlines, its approval, and the decision to be taken."""

from collections.abc import Iterator

from dipdesk.actions import approval_file
from dipdesk.i18n import _, join_words
from dipdesk.model import Commitment, Seat
from dipdesk.papers import approval_blocks
from dipdesk.papers.blocks import (
    Block,
    Column,
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
from dipdesk.papers.membership_renewal.account import Account
from dipdesk.papers.reading import dated, day, record, said, term


def facts(account: Account) -> Iterator[Block]:
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


def seats(account: Account) -> Iterator[Block]:
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


def deadlines(account: Account) -> Iterator[Block]:
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


def approval(account: Account) -> Iterator[Block]:
    """Whether the membership itself is in order; the audit sheet says more."""
    file = approval_file.of(account.session, account.membership, account.today)
    if file.chain.steps:
        yield Heading(_("Chain of approval"), 2)
        yield approval_blocks.verdict(file, findings=True)


def decision(account: Account) -> Iterator[Block]:
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
