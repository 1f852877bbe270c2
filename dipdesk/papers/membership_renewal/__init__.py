"""The paper on which it is decided whether to stay a member: cost against benefit, deadlines, proposal."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.orm import Session

from dipdesk.i18n import _, format_date
from dipdesk.model import Membership
from dipdesk.papers.blocks import Block, Callout, Document, Status
from dipdesk.papers.membership_renewal import costs, standing
from dipdesk.papers.membership_renewal.account import Account, RenewalOptions
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import head, record
from dipdesk.papers.sections import Section, written

__all__ = ["RenewalOptions", "build"]

_SOON = timedelta(days=90)


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
        is_soon = by - account.today <= _SOON
        yield Callout(Status.AMBER if is_soon else Status.BLUE, _("Decision"), text, record=source)


_SECTIONS = (
    Section("facts", standing.facts),
    Section("balance", costs.balance),
    Section("dues", costs.dues),
    Section("benefits", costs.benefits),
    Section("seats", standing.seats),
    Section("deadlines", standing.deadlines),
    Section("approval", standing.approval),
    Section("decision", standing.decision),
)
