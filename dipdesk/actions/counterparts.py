"""The counterpart matrix of a visit: guests beside hosts, by rank or as somebody chose."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import RULE_SET, Attendance, as_guest, attendance, country_code, role_in
from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Delegation, DelegationMember, Visit
from dipdesk.rules.counterparts import Delegate, Ground, counterparts
from dipdesk.rules.rule_sets import shipped_rule_set
from dipdesk.store.office_file import OfficeFile

_SUPPORT = ("escort", "interpreter", "press", "security", "staff", "spouse")


@dataclass(frozen=True)
class Opposite:
    """One row of the matrix: a guest and a host, None where somebody is missing, and why."""

    guest: Attendance | None
    host: Attendance | None
    ground: Ground
    reason: str


def matrix(session: Session, visit: Visit, alphabet: str) -> tuple[Opposite, ...]:
    """The rows of the matrix, in the guests' order of precedence, then the hosts who are left.

    The heads stand opposite each other, then those of the same or the next rank group under the rule set
    ``municipality``; a choice by hand wins over both. Who is absent stands opposite nobody.
    """
    sides: dict[str, list[Delegate]] = {"guest": [], "host": []}
    known: dict[str, Attendance] = {}
    query = select(Delegation).where(Delegation.visit_id == visit.id).order_by(Delegation.id)
    for delegation in session.scalars(query):
        for one in attendance(session, delegation, visit.starts, alphabet):
            if one.member.state == "absent":
                continue
            known[one.member.id] = one
            sides.setdefault(delegation.side, []).append(_delegate(one, delegation))
    found = counterparts(sides["guest"], sides["host"], shipped_rule_set(RULE_SET))
    return tuple(Opposite(known.get(one.guest), known.get(one.host), one.ground, one.reason) for one in found)


def choose(office: OfficeFile, member_id: str, other_id: str) -> None:
    """Put two members opposite each other; whoever stood opposite one of them by hand is free again.

    Raises Known if one of them is gone or both are on the same side.
    """
    with office.change(N_("Counterpart chosen")) as session:
        one, other = (session.get(DelegationMember, row_id) for row_id in (member_id, other_id))
        if one is None or other is None:
            raise Known(_("This member does not exist any more."))
        if _side(one) == _side(other):
            raise Known(_("Counterparts come from the two sides of a visit."))
        _free(session, member_id, other_id)
        one.counterpart_id, other.counterpart_id = other_id, member_id


def release(office: OfficeFile, member_id: str) -> None:
    """Let the rank decide again about a member and whoever was chosen for him or her."""
    with office.change(N_("Counterpart left to the rank")) as session:
        _free(session, member_id)


def _free(session: Session, *member_ids: str) -> None:
    query = select(DelegationMember).where(
        or_(DelegationMember.id.in_(member_ids), DelegationMember.counterpart_id.in_(member_ids))
    )
    for one in session.scalars(query):
        one.counterpart_id = None


def _side(member: DelegationMember) -> str:
    return member.delegation.side if member.delegation else ""


def _delegate(one: Attendance, delegation: Delegation) -> Delegate:
    member = one.member
    guest = as_guest(member.id, one.person, one.post, country_code(one.post, delegation.partner))
    role = role_in(member, one.post)
    bare = role != "spouse" or one.post is None
    return Delegate(
        guest,
        member.role == "head",
        role if role in _SUPPORT and bare else "",
        member.counterpart_id or "",
    )
