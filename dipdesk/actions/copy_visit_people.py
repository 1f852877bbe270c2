"""Who of an earlier visit's people has left the post since, and who holds it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import is_held
from dipdesk.model import Delegation, DelegationMember, Post
from dipdesk.rules.timing import PartialDate

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
    """A member who has left the post: its name, and the posts of those who hold it on the new day."""

    member_id: str
    person_id: str
    post_id: str
    delegation_id: str
    successors: tuple[str, ...]
    """Ids of posts; the first is the likeliest."""


def leavers(session: Session, visit_id: str, day: date | None) -> list[Leaver]:
    """The members of a visit's delegations who no longer hold their post on ``day``, in their order.

    Somebody who never held a post is not asked about: there is nothing to have left.
    """
    found = session.execute(
        select(DelegationMember, Delegation)
        .join(Delegation, DelegationMember.delegation_id == Delegation.id)
        .where(Delegation.visit_id == visit_id)
        .order_by(Delegation.side, DelegationMember.place, DelegationMember.id)
    )
    return [
        Leaver(
            member.id, member.person_id or "", post.id, delegation.id, tuple(_successors(session, post, day))
        )
        for member, delegation in found
        if (post := _left(session, member, delegation, day)) is not None
    ]


def _left(
    session: Session, member: DelegationMember, delegation: Delegation, day: date | None
) -> Post | None:
    """The post that the member has left; None if there is none."""
    posts = list(session.scalars(select(Post).where(Post.person_id == member.person_id)))
    own = next((one for one in posts if one.id == member.post_id), None)
    if own is not None:
        return own if _is_over(own, day) else None
    there = [one for one in posts if one.partner_id == delegation.partner_id] or posts
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
