"""What all papers of a ceremony are written from: its guests in their order, and how it is headed."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from dipdesk.actions.guest_order import Attendee, GuestOrder, guest_order, host_partner
from dipdesk.i18n import _, format_time
from dipdesk.model import Ceremony, FlagPlan, SeatingPlan
from dipdesk.papers.blocks import Block
from dipdesk.papers.reading import Reading, head, post_name, said
from dipdesk.rules.sources import Source


@dataclass(frozen=True)
class Hall(Reading):
    """A ceremony, read in the language spoken now."""

    ceremony: Ceremony

    @cached_property
    def order(self) -> GuestOrder:
        """The guests who get a place, in their order."""
        return guest_order(self.session, self.ceremony, self.occasion.alphabet)

    @cached_property
    def seating_plans(self) -> list[SeatingPlan]:
        """Its seating plans in the order in which they were made."""
        query = (
            select(SeatingPlan).where(SeatingPlan.ceremony_id == self.ceremony.id).order_by(SeatingPlan.id)
        )
        return list(self.session.scalars(query))

    @cached_property
    def flag_plans(self) -> list[FlagPlan]:
        """Its rows of flags in the order in which they were made."""
        query = select(FlagPlan).where(FlagPlan.ceremony_id == self.ceremony.id).order_by(FlagPlan.id)
        return list(self.session.scalars(query))

    def head(self, title: str) -> tuple[Block, ...]:
        """How its papers begin: the office, the paper, the ceremony with its day and place."""
        return head(self, title, " · ".join(self.about()), self.ceremony)

    def about(self) -> list[str]:
        """The ceremony, when and where, as far as that is known."""
        starts, ends = self.ceremony.starts, self.ceremony.ends
        when = starts.format() if starts else ""
        if starts and ends and ends.local.date() == starts.local.date():
            when = f"{when}–{format_time(ends.local)}"
        parts = (said(self.ceremony, "title"), when, said(self.ceremony, "place"))
        return [part for part in parts if part]

    def post_of(self, one: Attendee) -> str:
        """The post of a guest, with the body it is at if that is not the ceremony's partner."""
        if one.post is None:
            return ""
        partner = one.post.partner
        usual = host_partner(self.ceremony)
        at = partner.title() if partner and (usual is None or partner.id != usual.id) else ""
        return ", ".join(part for part in (post_name(one.post), at) if part)

    def standing_in(self, one: Attendee) -> str:
        """For whom a guest comes, empty for those who come for themselves."""
        office = one.guest.stands_for
        if office is None or one.guest.capacity == "holder":
            return ""
        text = {
            "acting": _("acting for: {office}"),
            "representing": _("on behalf of: {office}"),
        }[one.guest.capacity]
        return text.format(office=post_name(office))


def source_line(source: Source) -> str:
    """Where a rule comes from, and whether somebody has verified it."""
    states = {
        "verified": _("Source: {source}"),
        "unverified": _("Source, not verified: {source}"),
        "conflicting": _("Sources conflict: {source}"),
    }
    return states[source.state].format(source=source.said())
