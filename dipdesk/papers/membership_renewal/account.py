"""The account of a membership: what it costs, what it brings, and what is due in it."""

from dataclasses import dataclass
from functools import cached_property

from dipdesk.i18n import N_
from dipdesk.model import Benefit, Commitment, Membership, Payment
from dipdesk.model.kinds import Flag
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading


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
