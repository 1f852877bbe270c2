"""What an intake form says already when it goes out: the people known, without what is for the office."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.exchange.intake.columns import FormColumn
from dipdesk.i18n import _, speaking
from dipdesk.model import Delegation, DelegationMember, Person, Privacy, Visit, field_of
from dipdesk.model.kinds import Flag

_GROUPS = ("who", "post", "visit")
"""Needs, papers and consent are asked anew each time."""
_SHOWN = (Privacy.OPEN, Privacy.CONTACT)


def known_people(
    session: Session, visit: Visit, questions: Sequence[FormColumn], language: str
) -> list[list[str]]:
    """A row of answers, in ``language``, for each member of the delegation that the form is sent to."""
    query = (
        select(DelegationMember)
        .join(Delegation, Delegation.id == DelegationMember.delegation_id)
        .where(Delegation.visit_id == visit.id, Delegation.side == visit.their_side)
        .order_by(DelegationMember.place.is_(None), DelegationMember.place, DelegationMember.id)
    )
    with speaking(language):
        return [
            [_answer(one, member, language) for one in questions]
            for member in session.scalars(query)
            if member.person is not None and member.person.family_name
        ]


def _answer(one: FormColumn, member: DelegationMember, language: str) -> str:
    """What is known as the answer to a question; empty if it is not known or is asked anew."""
    if one.group not in _GROUPS or field_of(one.entity, one.field).privacy not in _SHOWN:
        return ""
    if one.group == "post":
        return _of_post(one, member, language)
    value = getattr(member.person if one.entity is Person else member, one.field)
    if isinstance(one.kind, Flag):
        return _("yes") if value else ""
    return one.kind.edit(value)


def _of_post(one: FormColumn, member: DelegationMember, language: str) -> str:
    post = member.post
    if post is None:
        return ""
    if one.key == "post_title":
        return post.post_name(language)
    if one.key == "post_at":
        return post.partner.name(language) if post.partner else ""
    return one.kind.edit(getattr(post, one.field))
