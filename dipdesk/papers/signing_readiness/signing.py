"""A signing: the ceremony or the agreement it is about, the day, and all that is to be signed."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dipdesk.actions import approval_file
from dipdesk.actions.approval_file import ApprovalFile
from dipdesk.i18n import N_
from dipdesk.model import Agreement, Ceremony
from dipdesk.model.kinds import Flag
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.reading import Reading

_NOT_SIGNED = ("idea", "in_talks", "approved")


@dataclass(frozen=True)
class ReadinessOptions(Marks):
    """The parts of the paper."""

    chain: bool = option(Flag(), N_("Chain of approval"), True, group=SECTIONS)
    texts: bool = option(Flag(), N_("Texts and languages"), True, group=SECTIONS)
    signatories: bool = option(Flag(), N_("Signatories"), True, group=SECTIONS)
    tasks: bool = option(Flag(), N_("Checklist"), True, group=SECTIONS)


@dataclass(frozen=True)
class Signing(Reading):
    """What is to be signed and when, read in the language spoken now."""

    subject: Ceremony | Agreement
    options: ReadinessOptions

    @cached_property
    def ceremony(self) -> Ceremony | None:
        """The ceremony at which it is signed."""
        if isinstance(self.subject, Ceremony):
            return self.subject
        return self.session.get(Ceremony, self.subject.ceremony_id) if self.subject.ceremony_id else None

    @cached_property
    def day(self) -> date | None:
        """The day of signing: that of the ceremony, else the one wanted for the agreement."""
        if self.ceremony and self.ceremony.starts:
            return self.ceremony.starts.local.date()
        return next((one.wanted_on for one in self.agreements if one.wanted_on), None)

    @cached_property
    def agreements(self) -> list[Agreement]:
        """What is signed: the agreements of the ceremony, else those with its partner wanted for that day."""
        if isinstance(self.subject, Agreement):
            return [self.subject]
        named = self.all(Agreement, Agreement.ceremony_id == self.subject.id)
        return named or self._likely(self.subject)

    def _likely(self, ceremony: Ceremony) -> list[Agreement]:
        partner_id = ceremony.partner_id or (ceremony.visit.partner_id if ceremony.visit else None)
        if partner_id is None:
            return []
        found = self.all(
            Agreement,
            Agreement.partner_id == partner_id,
            Agreement.signed_on.is_(None),
            Agreement.state.in_(_NOT_SIGNED),
            Agreement.ceremony_id.is_(None),
        )
        day = ceremony.starts.local.date() if ceremony.starts else None
        return [one for one in found if one.wanted_on in (None, day)]

    def file(self, agreement: Agreement) -> ApprovalFile:
        """The file of approval of an agreement, its steps counted back from the day of signing."""
        found = approval_file.of(self.session, agreement, self.today)
        return found if found.wanted else replace(found, wanted=self.day)
