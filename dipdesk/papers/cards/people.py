"""The people of a visit or a ceremony as the bearers of cards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import Attendance, country_code
from dipdesk.actions.guest_order import Attendee
from dipdesk.i18n import _, language, speaking
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Partner,
    Person,
    Post,
    Record,
    Visit,
    best_text,
    in_language,
)
from dipdesk.model.ceremony import GUEST_ROLES
from dipdesk.model.delegation import ROLES
from dipdesk.model.person import FUNCTIONS
from dipdesk.papers import gaps
from dipdesk.papers.blocks import Picture
from dipdesk.papers.cards.bearer import Bearer
from dipdesk.papers.cards.vcard import Contact, vcard
from dipdesk.papers.ceremony.hall import Hall
from dipdesk.papers.ceremony.place_cards import seated
from dipdesk.papers.ceremony.seating import seat_name
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import record
from dipdesk.store import blobs


@dataclass(frozen=True)
class One:
    """Somebody with what is on file for the occasion; ``role`` is a source text."""

    source: Record
    person: Person
    post: Post | None
    side: str
    country: str
    role: str = ""
    partner: Partner | None = None
    phone: str = ""


def spoken(of: Record, stem: str) -> str:
    """A text in the language spoken now, else the one there is; that it is missing is noted as a gap."""
    own = in_language(of, stem, language())
    if not own and best_text(of, stem, language()):
        gaps.note(of, stem)
    return own or best_text(of, stem, language())


def post_said(post: Post | None) -> str:
    """A post as it stands on a card in the language spoken now."""
    if post is None:
        return ""
    own = in_language(post, "title", language())
    usual = _(FUNCTIONS[post.function]) if post.function in FUNCTIONS else ""
    name = own or usual or spoken(post, "title")
    return _("{post} (acting)").format(post=name) if post.acting and name else name


@dataclass(frozen=True)
class Company:
    """The people of one visit or ceremony."""

    reading: Trip | Hall
    contact: bool = False

    @cached_property
    def people(self) -> tuple[One, ...]:
        """Everybody in order: of a visit by delegation, of a ceremony by precedence."""
        if isinstance(self.reading, Trip):
            return tuple(self._of_visit(self.reading))
        return tuple(map(_attendee, self.reading.order.attendees))

    @cached_property
    def subject(self) -> Visit | Ceremony:
        """What the cards are for."""
        return self.reading.visit if isinstance(self.reading, Trip) else self.reading.ceremony

    @cached_property
    def seats(self) -> dict[str, str]:
        """Where guests of halls sit, such as ``3/7``, by their id."""
        return dict(seated(self.reading)) if isinstance(self.reading, Hall) else {}

    @cached_property
    def shown(self) -> frozenset[str]:
        """The people, by id, who agreed for this visit that photos of them are published."""
        visit_id = self.subject.id if isinstance(self.subject, Visit) else self.subject.visit_id
        query = select(DelegationMember.person_id).join(
            Delegation, Delegation.id == DelegationMember.delegation_id
        )
        agreed = query.where(Delegation.visit_id == visit_id, DelegationMember.photo_consent == "yes")
        return frozenset(one for one in self.reading.session.scalars(agreed) if one)

    def photo(self, one: One) -> Picture | None:
        """The photo of somebody who agreed to be shown; none in a public version."""
        if self.reading.public or not one.person.photo or one.person.id not in self.shown:
            return None
        content = blobs.get(self.reading.session.connection(), one.person.photo)
        return Picture(content, one.person.title()) if content else None

    def bearer(self, one: One) -> Bearer:
        """Somebody as the bearer of a card."""
        with speaking(self.reading.occasion.alphabet):
            code = vcard(self._contact(one))
        words = self._words(one)
        return Bearer(
            lambda kind: words[kind]() if kind in words else "",
            one.country,
            code,
            record(one.source),
            lambda: self.photo(one),
        )

    def event(self) -> str:
        """The visit or ceremony in the language spoken now."""
        return spoken(self.subject, "title")

    def body(self, one: One) -> str:
        """The office or institution that somebody comes from."""
        partner = (one.post.partner if one.post else None) or one.partner
        return partner.name(language()) if partner else self.reading.office_name()

    def _words(self, one: One) -> dict[str, Callable[[], str]]:
        reading, seat = self.reading, self.seats.get(one.source.id, "")
        return {
            "name": one.person.title,
            "own_script": lambda: one.person.name_own,
            "title": lambda: post_said(one.post),
            "body": lambda: self.body(one),
            "country": lambda: reading.country_name(one.partner) if one.partner else "",
            "role": lambda: _(one.role) if one.role else "",
            "seat": lambda: seat_name(seat, "hall") if seat else "",
            "table": lambda: _("Table {table}").format(table=seat.rpartition("/")[0]) if seat else "",
            "event": self.event,
            "office": reading.office_name,
        }

    def _contact(self, one: One) -> Contact:
        reading, person = self.reading, one.person
        shows = self.contact and not reading.public
        return Contact(
            person.family_name,
            person.given_name,
            person.academic,
            post_said(one.post),
            self.body(one),
            (one.phone or person.phone) if shows else "",
            person.email if shows else "",
        )

    def _of_visit(self, trip: Trip) -> Iterator[One]:
        for delegation in trip.logistics.delegations:
            for one in trip.logistics.people[delegation.id]:
                yield _member(one, delegation)


def _member(one: Attendance, delegation: Delegation) -> One:
    role = ROLES.get(one.member.role, "")
    country = country_code(one.post, delegation.partner)
    return One(
        one.member, one.person, one.post, delegation.side, country, role, delegation.partner, one.member.phone
    )


def _attendee(one: Attendee) -> One:
    role = GUEST_ROLES.get(one.guest.role, "")
    partner = one.post.partner if one.post else None
    return One(one.guest, one.person, one.post, one.guest.side, one.standing.country, role, partner)


def reading_of(session: Session, occasion: Occasion, public: bool, subject: Visit | Ceremony) -> Trip | Hall:
    """What the papers of a visit or a ceremony are written from."""
    if isinstance(subject, Visit):
        return Trip(session, occasion, public, subject)
    return Hall(session, occasion, public, subject)
