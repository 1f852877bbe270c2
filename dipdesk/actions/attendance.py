"""Who attends in a delegation, in which post, and in what order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.model import Delegation, DelegationMember, Partner, Person, Post
from dipdesk.rules.countries import HOME, canonical
from dipdesk.rules.precedence import Guest, Switches, order
from dipdesk.rules.rule_sets import shipped_rule_set
from dipdesk.store.changes import batched
from dipdesk.store.naming import load

RULE_SET = "municipality"
_SUPPORT = ("escort", "interpreter", "press", "security", "staff")
"""Roles that stand after the members, whatever post their holders have."""
ROLE_OF_POST = ("interpreter", "press")
"""Functions of posts whose holders have the role of the same name."""
_CREDENTIALS = (
    "ambassador",
    "consul_general",
    "consul",
    "vice_consul",
    "honorary_consul_general",
    "honorary_consul",
)


@dataclass(frozen=True)
class Attendance:
    """A member of a delegation with the post in which he or she comes; ``place`` counts from 1."""

    member: DelegationMember
    person: Person
    post: Post | None
    place: int


def attendance(
    session: Session, delegation: Delegation, day: date | None, alphabet: str
) -> tuple[Attendance, ...]:
    """The members of a delegation in their order.

    The head comes first, then the members by the precedence of the rule set ``municipality``, then those
    who support them; a place given by hand wins over all of it. ``day`` decides which posts are present
    ones, ``alphabet`` is the language that puts equals in order.
    """
    query = select(DelegationMember).where(DelegationMember.delegation_id == delegation.id)
    found = list(session.scalars(query.order_by(DelegationMember.id)))
    kept = load(session, Person, (one.person_id for one in found if one.person_id))
    present = [(one, one.person) for one in found if one.person is not None]
    theirs = _posts_of(session, [one.id for one in kept])
    posts = {
        one.id: one.post or held_among(theirs.get(person.id, ()), delegation.partner_id, day)
        for one, person in present
    }
    ranks = _ranks([(one, person, posts[one.id]) for one, person in present], delegation, alphabet)
    free = sorted((pair for pair in present if not pair[0].place), key=lambda pair: ranks[pair[0].id])
    line = _with_places_by_hand(free, [pair for pair in present if pair[0].place])
    return tuple(Attendance(one, person, posts[one.id], n) for n, (one, person) in enumerate(line, 1))


def _posts_of(session: Session, people: Sequence[str]) -> dict[str, list[Post]]:
    """All posts of some people, by person."""
    found: dict[str, list[Post]] = {}
    for some in batched(people):
        for post in session.scalars(select(Post).where(Post.person_id.in_(some)).order_by(Post.id)):
            found.setdefault(post.person_id or "", []).append(post)
    return found


def held_post(session: Session, person_id: str, partner_id: str | None, day: date | None) -> Post | None:
    """The post that a person holds on ``day``: at that partner (our own office if None) before others."""
    query = select(Post).where(Post.person_id == person_id).order_by(Post.id)
    return held_among(session.scalars(query), partner_id, day)


def held_among(posts: Iterable[Post], partner_id: str | None, day: date | None) -> Post | None:
    """The post among those of one person that is held on ``day``: at that partner before others."""
    held = [post for post in posts if day is None or is_held(post, day)]
    held.sort(key=lambda post: post.since.first_day() if post.since else date.min, reverse=True)
    held.sort(key=lambda post: post.partner_id != partner_id)
    return held[0] if held else None


def is_held(post: Post, day: date) -> bool:
    """Whether a post is held on ``day``, as far as its days are known."""
    begun = post.since is None or post.since.first_day() <= day
    return begun and (post.until is None or day <= post.until.last_day())


def role_in(member: DelegationMember, post: Post | None) -> str:
    """The role of a member; a mere member whose post is that of an interpreter, or of the press, is one."""
    said = member.role or "member"
    return post.function if said == "member" and post and post.function in ROLE_OF_POST else said


def _ranks(
    members: Sequence[tuple[DelegationMember, Person, Post | None]], delegation: Delegation, alphabet: str
) -> dict[str, tuple[int, int]]:
    """For each member id what sorts it: the part of the delegation, then the place in precedence."""
    guests = [_guest(member, person, post, delegation) for member, person, post in members]
    answer = order(guests, shipped_rule_set(RULE_SET), Switches(), alphabet)
    places = {place.id: place.place for place in answer.order}
    return {member.id: (_part(member, post), places[member.id]) for member, _person, post in members}


def _part(member: DelegationMember, post: Post | None) -> int:
    """The head, the members, spouses without an office of their own, and those who support them."""
    if member.role == "head":
        return 0
    if role_in(member, post) in _SUPPORT:
        return 3
    return 2 if member.role == "spouse" and post is None else 1


def _guest(member: DelegationMember, person: Person, post: Post | None, delegation: Delegation) -> Guest:
    return as_guest(member.id, person, post, country_code(post, delegation.partner))


def as_guest(row_id: str, person: Person, post: Post | None, country: str) -> Guest:
    """A person in a post, as precedence sees them; the date of credentials counts if there is one."""
    function = post.function if post else ""
    since = post.since if post else None
    if post and function in _CREDENTIALS:
        since = post.exequatur or since
    return Guest(
        row_id,
        country,
        person.given_name,
        person.family_name,
        function,
        since=since,
        capacity="acting" if post and post.acting else "holder",
    )


def country_code(post: Post | None, of: Partner | None) -> str:
    """The country that somebody stands for; that of the office if none is named or it is no country."""
    partner = (post.partner if post else None) or of
    return _country(partner.country.code if partner and partner.country else HOME)


def home_code(person: Person, post: Post | None) -> str:
    """The country of somebody's post; without one that of the partner whose delegation it is."""
    return country_code(post, None) if post is not None else _country(person.home or HOME)


def _country(code: str) -> str:
    """The code as we write it; that of the office if it is no country."""
    try:
        return canonical(code)
    except Invalid:
        return HOME


def _with_places_by_hand(
    free: list[tuple[DelegationMember, Person]], placed: list[tuple[DelegationMember, Person]]
) -> list[tuple[DelegationMember, Person]]:
    """The line of those whose place is free, with the others put where somebody wants them."""
    line = list(free)
    for pair in sorted(placed, key=lambda pair: (pair[0].place or 0, pair[0].id)):
        line.insert((pair[0].place or 1) - 1, pair)
    return line
