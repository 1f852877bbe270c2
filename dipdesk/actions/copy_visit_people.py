"""Who of an earlier visit's people has left the post since, and who holds it now."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import is_held
from dipdesk.actions.copy_visit_rows import guests_of
from dipdesk.model import Delegation, DelegationMember, Guest, Post
from dipdesk.rules.timing import PartialDate
from dipdesk.store.changes import batched

_ONE_OF_A_KIND = frozenset(
    {
        *("head_of_state", "ambassador", "governor", "regional_president", "garrison_commander", "mayor"),
        *("metropolitan_mayor", "secretary_general_of_network", "district_governor", "chief_prosecutor"),
        *("rector", "consul_general", "council_speaker", "secretary_general", "chamber_president"),
        "honorary_consul",
    }
)
"""Functions of which a body has one; of others only a post with the same title is the same."""


@dataclass(frozen=True)
class Leaver:
    """Somebody who has left the post: where he or she was, its name, and who holds it on the new day."""

    row_ids: tuple[str, ...]
    """Ids of members of delegations and of guests of ceremonies."""
    person_id: str
    post_id: str
    successors: tuple[str, ...]
    """Ids of posts; the first is the likeliest."""


def leavers(
    session: Session, visit_id: str, day: date | None, parts: Collection[str] = ("delegations", "ceremonies")
) -> list[Leaver]:
    """Who of the parts of a visit no longer holds the post on ``day``: members in their order, then guests.

    Somebody who never held a post is not asked about: there is nothing to have left.
    """
    there = list(_there(session, visit_id, parts))
    posts = _posts_of(session, {one.person_id for one, _partner in there if one.person_id})
    found: dict[str, tuple[Post, list[str]]] = {}
    for one, partner in there:
        post = _left(posts.get(one.person_id or "", []), one.post_id, partner, day)
        if post is not None:
            found.setdefault(post.id, (post, []))[1].append(one.id)
    return [
        Leaver(tuple(row_ids), post.person_id or "", post.id, tuple(_successors(session, post, day)))
        for post, row_ids in found.values()
    ]


def _there(
    session: Session, visit_id: str, parts: Collection[str]
) -> Iterator[tuple[DelegationMember | Guest, str | None]]:
    """The members and guests, each with the body that he or she belongs to, as far as that is known."""
    if "delegations" in parts:
        query = (
            select(DelegationMember, Delegation)
            .join(Delegation, DelegationMember.delegation_id == Delegation.id)
            .where(Delegation.visit_id == visit_id)
            .order_by(Delegation.side, DelegationMember.place, DelegationMember.id)
        )
        yield from ((member, delegation.partner_id) for member, delegation in session.execute(query))
    if "ceremonies" in parts:
        yield from ((guest, None) for guest in guests_of(session, visit_id))


def _posts_of(session: Session, people: Collection[str]) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for some in batched(sorted(people)):
        for post in session.scalars(select(Post).where(Post.person_id.in_(some)).order_by(Post.id)):
            found.setdefault(post.person_id or "", []).append(post)
    return found


def _left(
    posts: Sequence[Post], post_id: str | None, partner_id: str | None, day: date | None
) -> Post | None:
    """The post that somebody with these posts has left; None if there is none."""
    own = next((one for one in posts if one.id == post_id), None)
    if own is not None:
        return own if _is_over(own, day) else None
    there = [one for one in posts if one.partner_id == partner_id] or posts
    if not there or any(not _is_over(one, day) for one in there):
        return None
    return max(there, key=lambda one: one.until.last_day() if one.until else date.max)


def _successors(session: Session, post: Post, day: date | None) -> Iterator[str]:
    """The same post of the same body, held by others on ``day``: one of its kind, or called the same."""
    same = select(Post).where(Post.partner_id == post.partner_id, Post.person_id != post.person_id)
    if post.function in _ONE_OF_A_KIND:
        same = same.where(Post.function == post.function)
    else:
        same = same.where(Post.title_tr == post.title_tr, Post.title_tr != "")
    held = [one for one in session.scalars(same.order_by(Post.id)) if _is_held(one, day)]
    held.sort(key=lambda one: (one.title_tr != post.title_tr, one.acting, -_since(one.since).toordinal()))
    yield from (one.id for one in held)


def _since(day: PartialDate | None) -> date:
    return day.first_day() if day else date.min


def _is_held(post: Post, day: date | None) -> bool:
    return is_held(post, day) if day else not _is_over(post, day)


def _is_over(post: Post, day: date | None) -> bool:
    """Whether a post has ended before ``day``; without a day, whether it has an end at all."""
    return post.until is not None and (day is None or post.until.last_day() < day)
