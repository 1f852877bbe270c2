"""The dossier that the sections of a brief are written from: the visit, and how its texts are said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance, attendance, held_post
from dipdesk.i18n import _, country_name, language
from dipdesk.model import (
    Delegation,
    Office,
    Partner,
    Person,
    Post,
    Privacy,
    Record,
    Visit,
    best_text,
    entity_name,
    field_of,
    in_language,
)
from dipdesk.model.person import FUNCTIONS
from dipdesk.papers.brief.options import BriefOptions
from dipdesk.papers.occasion import Occasion

R = TypeVar("R", bound=Record)

HOME = "TR"
"""The country of the office."""


def record(of: Record | None) -> str:
    """What a block says of the record behind it."""
    return f"{entity_name(type(of))}/{of.id}" if of else ""


def missing() -> str:
    """What stands where a text was not written in the language spoken now."""
    return _("[no English text]")


def said(of: Record, stem: str) -> str:
    """A text in the language spoken now; a mark if it was written only in another; empty if in none."""
    return in_language(of, stem, language()) or (missing() if best_text(of, stem, language()) else "")


def post_name(post: Post | None) -> str:
    """What a post is called in the language spoken now, and whether its holder only stands in."""
    if post is None:
        return ""
    own = in_language(post, "title", language())
    usual = _(FUNCTIONS[post.function]) if post.function in FUNCTIONS else ""
    name = own or usual or said(post, "title")
    return _("{post} (acting)").format(post=name) if post.acting and name else name


@dataclass(frozen=True)
class Dossier:
    """One visit with what belongs to it, read in the language spoken now."""

    session: Session
    visit: Visit
    options: BriefOptions
    occasion: Occasion

    @cached_property
    def office(self) -> Office:
        """The office whose file this is."""
        return self.session.scalars(select(Office)).one()

    def all(self, kind: type[R], *conditions: object, order: Sequence[object] = ()) -> list[R]:
        """The records of a kind that meet the conditions; ids decide between equals."""
        query = select(kind).where(*conditions).order_by(*order, kind.id)  # type: ignore[arg-type]
        return list(self.session.scalars(query))

    def value(self, of: Record, name: str) -> str:
        """A field as people read it; empty if a public version must not show it."""
        field = field_of(type(of), name)
        hidden = self.options.public and field.privacy is not Privacy.OPEN
        return "" if hidden else field.kind.format(getattr(of, name))

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations, guests first."""
        found = self.all(Delegation, Delegation.visit_id == self.visit.id)
        return tuple(sorted(found, key=lambda one: one.side != "guest"))

    @cached_property
    def people(self) -> dict[str, tuple[Attendance, ...]]:
        """The members of each delegation by its id, in their order."""
        return {
            one.id: attendance(self.session, one, self.visit.starts, self.occasion.alphabet)
            for one in self.delegations
        }

    def post_of(self, person: Person) -> Post | None:
        """The post that a person who is in no delegation holds during the visit."""
        return held_post(self.session, person.id, None, self.visit.starts)

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the visit; None if neither is fixed."""
        first, last = self.visit.starts or self.visit.ends, self.visit.ends or self.visit.starts
        return (min(first, last), max(first, last)) if first and last else None

    @property
    def our_side(self) -> str:
        """The side on which the office itself stands."""
        return "guest" if self.visit.kind == "outbound" else "host"

    def delegation_name(self, delegation: Delegation) -> str:
        """What a delegation is called: its name in this language, else that of whom it comes from."""
        if own := in_language(delegation, "name", language()):
            return own
        if delegation.partner:
            return delegation.partner.name(language())
        of_whom = self.office_name() if delegation.side == self.our_side else self.partner_name()
        return of_whom or said(delegation, "name")

    def office_name(self) -> str:
        """The office; a proper name, so the one it has if it has none in the language spoken now."""
        return best_text(self.office, "name", language())

    def partner_name(self) -> str:
        """The partner of the visit; empty if none is named."""
        return self.visit.partner.name(language()) if self.visit.partner else ""

    def country_of(self, delegation: Delegation) -> str:
        """The country that a delegation comes from; empty if it is not known."""
        partner = delegation.partner
        if partner is None and delegation.side != self.our_side:
            partner = self.visit.partner
        return self.country_name(partner)

    def country_name(self, partner: Partner | None) -> str:
        """The country of a partner, that of the office if there is no partner."""
        if partner is None:
            return country_name(HOME, language())
        return partner.country.name(language()) if partner.country else ""

    def phone(self, person: Person) -> str:
        """The phone of a person, that of the visit first."""
        for people in self.people.values():
            for one in people:
                if one.person.id == person.id and one.member.phone:
                    return self.value(one.member, "phone")
        return self.value(person, "phone")
