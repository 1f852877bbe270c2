"""Who is away when, who stands in, and who was in post on a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Leave, Post
from dipdesk.rules.timing import PartialDate


def leave_on(session: Session, person_id: str | None, first: date, last: date | None = None) -> Leave | None:
    """The leave of a person that touches the days from ``first`` to ``last``; the first of several."""
    if not person_id:
        return None
    wanted = select(Leave).where(
        Leave.person_id == person_id, Leave.starts <= (last or first), Leave.ends >= first
    )
    return session.scalars(wanted.order_by(Leave.starts, Leave.id)).first()


def next_leave(session: Session, person_id: str, today: date) -> Leave | None:
    """The leave that a person is on, or the next one."""
    wanted = select(Leave).where(Leave.person_id == person_id, Leave.ends >= today)
    return session.scalars(wanted.order_by(Leave.starts, Leave.id)).first()


def in_post(session: Session, partner_id: str | None, when: PartialDate) -> list[Post]:
    """The posts at a partner that somebody held on a day, or on any day of a month or year; by name.

    Without a partner those in our own office. What is not known of a term does not exclude it.
    """
    wanted = select(Post).where(Post.partner_id == partner_id).order_by(Post.since, Post.id)
    return [one for one in session.scalars(wanted) if _overlaps(one, when)]


def _overlaps(post: Post, when: PartialDate) -> bool:
    begun = post.since is None or post.since.first_day() <= when.last_day()
    return begun and (post.until is None or when.first_day() <= post.until.last_day())
