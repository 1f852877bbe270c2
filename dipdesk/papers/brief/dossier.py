"""The dossier that the sections of a brief are written from: the visit with what belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dipdesk.actions.attendance import Attendance, held_post
from dipdesk.i18n import language
from dipdesk.model import Ceremony, Delegation, Partner, Person, Post, Visit, in_language
from dipdesk.papers.brief.options import BriefOptions
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.reading import Reading, said
from dipdesk.rules.countries import HOME


@dataclass(frozen=True)
class Dossier(Reading):
    """One visit with what belongs to it, read in the language spoken now."""

    visit: Visit
    options: BriefOptions

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations, guests first."""
        found = self.all(Delegation, Delegation.visit_id == self.visit.id)
        return tuple(sorted(found, key=lambda one: one.side != "guest"))

    @cached_property
    def trip(self) -> Trip:
        """Its journeys, hotels and cars."""
        return Trip(self.session, self.occasion, self.public, self.visit)

    @cached_property
    def people(self) -> dict[str, tuple[Attendance, ...]]:
        """The members of each delegation who come by its id, in their order."""
        return {row_id: _coming(members) for row_id, members in self.trip.logistics.people.items()}

    @cached_property
    def halls(self) -> list[Hall]:
        """The ceremonies of the visit that were not called off, by time; those without one last."""
        found = self.all(Ceremony, Ceremony.visit_id == self.visit.id, Ceremony.state != "cancelled")
        timed = sorted(
            (one for one in found if one.starts), key=lambda one: one.starts.aware if one.starts else 0
        )
        others = [one for one in found if not one.starts]
        return [Hall(self.session, self.occasion, self.options.public, one) for one in (*timed, *others)]

    def post_of(self, person: Person) -> Post | None:
        """The post that a person who is in no delegation holds during the visit."""
        return held_post(self.session, person.id, None, self.visit.starts)

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the visit; None if neither is fixed."""
        first, last = self.visit.starts or self.visit.ends, self.visit.ends or self.visit.starts
        return (min(first, last), max(first, last)) if first and last else None

    @property
    def is_inside(self) -> bool:
        """Whether the paper stays in the office: what we want, owe and think is for nobody else."""
        return self.options.is_inside

    @property
    def our_side(self) -> str:
        """The side on which the office itself stands."""
        return self.visit.our_side

    def delegation_name(self, delegation: Delegation) -> str:
        """What a delegation is called: its name in this language, else that of whom it comes from."""
        if own := in_language(delegation, "name", language()):
            return own
        if delegation.partner:
            return delegation.partner.name(language())
        of_whom = self.office_name() if delegation.side == self.our_side else self.partner_name()
        return of_whom or said(delegation, "name")

    def partner_name(self) -> str:
        """The partner of the visit; empty if none is named."""
        return self.visit.partner.name(language()) if self.visit.partner else ""

    def country_of(self, delegation: Delegation) -> str:
        """The country that a delegation comes from; empty if it is not known."""
        partner = delegation.partner
        if partner is None and delegation.side != self.our_side:
            partner = self.visit.partner
        return self.country_name(partner)

    def side_country(self, side: str) -> str:
        """The code of the country of a side; empty if it is not known, or if there are several."""
        own = HOME if side == self.our_side else _code(self.visit.partner)
        found = {_code(one.partner) or own for one in self.delegations if one.side == side} or {own}
        return found.pop() if len(found) == 1 else ""

    def phone(self, person: Person) -> str:
        """The phone of a person, that of the visit first."""
        for people in self.people.values():
            for one in people:
                if one.person.id == person.id and one.member.phone:
                    return self.value(one.member, "phone")
        return self.value(person, "phone")


def _code(partner: Partner | None) -> str:
    """The code of the country of a partner; empty if it has none."""
    return partner.country.code if partner and partner.country else ""


def _coming(members: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Those who do not stay away, numbered in their order."""
    coming = (one for one in members if one.member.state != "absent")
    return tuple(replace(one, place=place) for place, one in enumerate(coming, 1))
