"""The order of precedence of a ceremony's guests, with the reason for every place; as it was, once frozen."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import as_guest, country_code, held_among
from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _, language
from dipdesk.model import (
    Ceremony,
    Guest,
    GuestMove,
    Leave,
    Partner,
    Person,
    Post,
    PrecedencePost,
    Record,
    in_language,
)
from dipdesk.model.ceremony import SEATED_STATES
from dipdesk.rules import clock
from dipdesk.rules import standing as rules
from dipdesk.rules.ceremonies import ceremony_kind
from dipdesk.rules.own_lists import OwnPost, own_rule_set
from dipdesk.rules.precedence import Pair, Precedence, order
from dipdesk.rules.rule_sets import RuleSet, shipped_rule_set
from dipdesk.rules.sources import Source, Wording
from dipdesk.store.changes import batched
from dipdesk.store.naming import hold, load
from dipdesk.store.office_file import OfficeFile

USUAL_RULE_SET = "municipality"


@dataclass(frozen=True)
class Attendee:
    """A guest who gets a place: the records behind, what precedence saw, the place from 1, and why it is his.

    ``because`` says why the guest stands before the next one, empty for the last; ``by_hand`` that somebody
    moved the guest.
    """

    guest: Guest
    person: Person
    post: Post | None
    standing: rules.Guest
    place: int
    because: str = ""
    by_hand: bool = False

    @property
    def office(self) -> Post | None:
        """The post whose place the guest takes: the one stood in for, else the own."""
        return self.guest.stands_for if self.guest.capacity != "holder" else self.post


@dataclass(frozen=True)
class GuestOrder:
    """All who get a place, in their order; the rule set with its source; what should be looked at."""

    attendees: tuple[Attendee, ...]
    rule_set: RuleSet
    warnings: tuple[str, ...]
    frozen_on: date | None = None


def guest_order(
    session: Session, ceremony: Ceremony, alphabet: str, states: Collection[str] = SEATED_STATES
) -> GuestOrder:
    """The order of those who are invited, coming or there, or of those in other ``states``.

    ``alphabet`` puts equals in order.

    Raises Invalid if a manual move contradicts itself.
    """
    found = session.scalars(
        select(Guest).where(Guest.ceremony_id == ceremony.id, Guest.state.in_(states)).order_by(Guest.id)
    )
    present = _present(session, list(found))
    posts = _posts(session, ceremony, present)
    if ceremony.frozen_on:
        return _frozen(ceremony, present, posts)
    standings = {one.id: _standing(one, posts[one.id], ceremony) for one in present.values()}
    moves = _moves(session, ceremony, present)
    rule_set = rule_set_of(session, ceremony)
    answer = _in_words(list(standings.values()), rule_set, _switches(ceremony), alphabet, moves)
    pairs = {pair.first: pair for pair in answer.pairs}
    moved = {move.id for move in moves}
    line = tuple(
        Attendee(
            present[place.id],
            cast(Person, present[place.id].person),
            posts[place.id],
            standings[place.id],
            place.place,
            _because(pairs.get(place.id)),
            place.id in moved,
        )
        for place in answer.order
    )
    return GuestOrder(line, rule_set, (*_away(session, ceremony, line), *answer.warnings))


def _in_words(
    guests: list[rules.Guest],
    rule_set: RuleSet,
    switches: rules.Switches,
    alphabet: str,
    moves: list[rules.ManualMove],
) -> Precedence:
    """The order by ``alphabet``, with its reasons in the language spoken now where it would be the same."""
    wanted = order(guests, rule_set, switches, alphabet, moves)
    spoken = wanted if alphabet == language() else order(guests, rule_set, switches, language(), moves)
    return spoken if spoken.order == wanted.order else wanted


def _moves(session: Session, ceremony: Ceremony, present: dict[str, Guest]) -> list[rules.ManualMove]:
    """The moves by hand of those who are present, in the order in which they were made."""
    query = select(GuestMove).where(GuestMove.ceremony_id == ceremony.id)
    return [
        rules.ManualMove(move.guest_id, move.before_id, move.reason)
        for move in session.scalars(query.order_by(GuestMove.place, GuestMove.id))
        if move.guest_id in present and move.before_id in present and move.guest_id != move.before_id
    ]


def _away(session: Session, ceremony: Ceremony, line: Sequence[Attendee]) -> Iterator[str]:
    """Who is on leave on the day, and who stands in."""
    if ceremony.starts is None:
        return
    day = ceremony.starts.local.date()
    guests = {one.guest.person_id: one for one in line if one.guest.capacity == "holder"}
    for leave in session.scalars(
        select(Leave).where(Leave.starts <= day, Leave.ends >= day).order_by(Leave.id)
    ):
        if leave.person_id in guests:
            name = guests[leave.person_id].person.title()
            deputy = leave.deputy.title() if leave.deputy else _("nobody")
            text = _("{guest} is on leave on that day; {deputy} stands in.")
            yield text.format(guest=name, deputy=deputy)


def rule_set_of(session: Session, ceremony: Ceremony) -> RuleSet:
    """The rule set of a ceremony: the office's own list if one is chosen, else a shipped one."""
    shipped = _shipped(ceremony)
    own = ceremony.own_list
    if own is None:
        return shipped
    base = shipped_rule_set(own.based_on) if own.based_on else shipped
    rows = session.scalars(select(PrecedencePost).where(PrecedencePost.list_id == own.id))
    source = Source(
        _wording(own, "source") if own.source_tr or own.source_en else _wording(own, "name"),
        "verified" if own.verified else "unverified",
        str(own.dated) if own.dated else "",
    )
    posts = [
        OwnPost(row.function, row.rank, row.foreign_rank, _wording(row, "title") if row.title_tr else None)
        for row in rows
        if row.function and row.rank is not None
    ]
    return own_rule_set(own.id, _wording(own, "name"), source, posts, base)


def _shipped(ceremony: Ceremony) -> RuleSet:
    """The shipped rule set that was chosen, else that of the ceremony's kind, else the usual one."""
    kind = ceremony_kind(ceremony.kind)
    return shipped_rule_set(ceremony.rule_set or (kind.rule_set if kind else "") or USUAL_RULE_SET)


def freeze(office: OfficeFile, ceremony_id: str, day: date | None = None) -> None:
    """Keep the order as it is now, with its reasons, whatever changes later; raises Known."""
    with office.change(N_("Order of precedence frozen")) as session:
        ceremony = session.get(Ceremony, ceremony_id)
        if ceremony is None:
            raise Known(_("This ceremony does not exist any more."))
        for one in guest_order(session, ceremony, language()).attendees:
            one.guest.frozen_place = one.place
            one.guest.frozen_reason = one.because
        ceremony.frozen_on = day or clock.today()


def thaw(office: OfficeFile, ceremony_id: str) -> None:
    """Let the rules decide again; raises Known."""
    with office.change(N_("Order of precedence released")) as session:
        ceremony = session.get(Ceremony, ceremony_id)
        if ceremony is None:
            raise Known(_("This ceremony does not exist any more."))
        ceremony.frozen_on = None
        for one in session.scalars(select(Guest).where(Guest.ceremony_id == ceremony_id)):
            one.frozen_place = None
            one.frozen_reason = ""


def host_partner(ceremony: Ceremony) -> Partner | None:
    """The partner of a ceremony, whose people come to us or receive us: its own, else that of the visit."""
    return ceremony.partner or (ceremony.visit.partner if ceremony.visit else None)


def _their_side(ceremony: Ceremony) -> str:
    """The side of the partner's people: the hosts when we travel, else the guests."""
    return ceremony.visit.their_side if ceremony.visit else "guest"


def _present(session: Session, guests: Sequence[Guest]) -> dict[str, Guest]:
    """Guests who are somebody, by id, with their people and posts fetched in a few queries."""
    people = load(session, Person, {one.person_id for one in guests if one.person_id})
    wanted = {row_id for one in guests for row_id in (one.post_id, one.stands_for_id) if row_id}
    posts = load(session, Post, wanted)
    known = {None, *(one.id for one in (*people, *posts, *hold(session, posts)))}
    return {
        one.id: one
        for one in guests
        if one.person is not None
        and {one.post and one.post.id, one.stands_for and one.stands_for.id} <= known
    }


def _posts(session: Session, ceremony: Ceremony, present: dict[str, Guest]) -> dict[str, Post | None]:
    """The post in which each guest comes: the one named, else the one held on the day."""
    day = ceremony.starts.local.date() if ceremony.starts else None
    partner = host_partner(ceremony)
    theirs: dict[str, list[Post]] = {}
    people = [one.person_id for one in present.values() if one.person_id and not one.post_id]
    for some in batched(people):
        for post in session.scalars(select(Post).where(Post.person_id.in_(some)).order_by(Post.id)):
            theirs.setdefault(post.person_id or "", []).append(post)
    hold(session, [post for posts in theirs.values() for post in posts])
    return {
        one.id: one.post
        or held_among(
            theirs.get(one.person_id or "", ()),
            partner.id if partner and one.side == _their_side(ceremony) else None,
            day,
        )
        for one in present.values()
    }


def posts_of(session: Session, ceremony: Ceremony, guests: Sequence[Guest]) -> dict[str, Post | None]:
    """The post in which each guest of a ceremony comes, by guest, in a few queries for all of them."""
    return _posts(session, ceremony, _present(session, guests))


def _standing(guest: Guest, post: Post | None, ceremony: Ceremony) -> rules.Guest:
    theirs = _their_side(ceremony)
    partner = host_partner(ceremony) if guest.side == theirs else None
    seen = as_guest(guest.id, cast(Person, guest.person), post, country_code(post, partner))
    if theirs == "host":
        seen = replace(seen, visitor=guest.side == "guest")
    if guest.capacity in ("acting", "representing") and guest.stands_for is not None:
        capacity = cast(rules.Capacity, guest.capacity)
        return replace(seen, capacity=capacity, represents=guest.stands_for.function)
    return seen


def _switches(ceremony: Ceremony) -> rules.Switches:
    usual = rules.Switches()
    return rules.Switches(
        guest_before_host=bool(ceremony.guest_first),
        governor_before_ambassadors=bool(ceremony.governor_first),
        acting="after_substantive" if ceremony.acting == "after_substantive" else usual.acting,
        representing="own_rank" if ceremony.representing == "own_rank" else usual.representing,
        garrison_commander=bool(ceremony.garrison),
    )


def _because(pair: Pair | None) -> str:
    return pair.reason.because if pair else ""


def _frozen(ceremony: Ceremony, present: dict[str, Guest], posts: dict[str, Post | None]) -> GuestOrder:
    """The order that was kept; who came later stands behind, by name."""

    def kept(guest: Guest) -> tuple[bool, int, bytes]:
        return guest.frozen_place is None, guest.frozen_place or 0, guest.title_key_tr or b""

    line = sorted(present.values(), key=kept)
    attendees = tuple(
        Attendee(
            guest,
            cast(Person, guest.person),
            posts[guest.id],
            _standing(guest, posts[guest.id], ceremony),
            number,
            guest.frozen_reason or "",
        )
        for number, guest in enumerate(line, 1)
    )
    late = [one.person.title() for one in attendees if one.guest.frozen_place is None]
    text = _("{guest} was added after the order was frozen.")
    warnings = tuple(text.format(guest=name) for name in late)
    return GuestOrder(attendees, _shipped(ceremony), warnings, ceremony.frozen_on)


def _wording(record: Record, stem: str) -> Wording:
    texts = ((code, in_language(record, stem, code)) for code in LANGUAGES)
    return Wording(tuple((code, text) for code, text in texts if text))
