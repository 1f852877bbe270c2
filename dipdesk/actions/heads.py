"""Who heads a partner, or our own office: the one to whom, or by whom, letters are written."""

from datetime import date

from sqlalchemy.orm import Session

from dipdesk.actions.absence import in_post
from dipdesk.model import Post
from dipdesk.rules.timing import PartialDate

HEADS = (
    "metropolitan_mayor",
    "mayor",
    "regional_president",
    "secretary_general_of_network",
    "governor",
    "ambassador",
    "consul_general",
    "honorary_consul_general",
    "district_governor",
    "rector",
    "chamber_president",
    "consul",
    "honorary_consul",
    "minister",
)
"""The functions whose holders head a body, those looked for first before the others."""


def head_of(session: Session, partner_id: str | None, day: date) -> Post | None:
    """The post that heads a partner on ``day``, our own office without one; None if nobody does.

    Of equals the one who took office last.
    """
    found = in_post(session, partner_id, PartialDate.of(day))
    held = [post for post in found if post.function in HEADS and post.person is not None]
    held.sort(key=lambda post: post.since.first_day() if post.since else date.min, reverse=True)
    return min(held, key=lambda post: HEADS.index(post.function), default=None)
