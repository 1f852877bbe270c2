"""Members of a delegation who do not come: what that means for the ceremonies of the visit."""

from collections.abc import Collection, Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_, NN_, lasting, lasting_many
from dipdesk.model import Ceremony, Delegation, DelegationMember, Guest
from dipdesk.model.delegation import MEMBER_STATES
from dipdesk.rules import clock
from dipdesk.store.dated import OVER
from dipdesk.store.office_file import OfficeFile

_STILL_OPEN = ("invited", "coming", "expected", "waiting")
_DECLINED = "declined"


def mark_absent(office: OfficeFile, members: Collection[str]) -> None:
    """Note down that members do not come, to the visit and its ceremonies, as one step."""
    with office.read() as session:
        found = [one for row_id in members if (one := session.get(DelegationMember, row_id)) is not None]
        names = [one.title() for one in found]
    if not names:
        return
    label = state_label(names[0], "absent")
    if len(names) > 1:
        label = lasting_many(NN_("{count} member does not come", "{count} members do not come"), len(names))
    with office.change(label) as session:
        here = [one for row_id in members if (one := session.get(DelegationMember, row_id)) is not None]
        for one in here:
            one.state = "absent"
        stay_away(session, here)


def state_label(member: str, state: str) -> str:
    """What a step is called that notes down where a member is."""
    return lasting(N_("{member}: {state}"), member=member, state=lasting(MEMBER_STATES[state]))


def stay_away(session: Session, members: Iterable[DelegationMember]) -> None:
    """Let members who do not come, or are about to be removed, decline the ceremonies that are to come.

    Whoever is a member of the visit a second time still comes; companions stay away with whom they accompany.
    """
    gone = {one.id: one for one in members}
    for one in gone.values():
        visit_id = one.delegation.visit_id if one.delegation else None
        if visit_id and one.person_id and not _comes_otherwise(session, one.person_id, visit_id, set(gone)):
            for guest in _guests(session, one.person_id, visit_id):
                guest.state = _DECLINED


def _comes_otherwise(session: Session, person_id: str, visit_id: str, gone: Collection[str]) -> bool:
    query = (
        select(DelegationMember.id)
        .join(Delegation, DelegationMember.delegation_id == Delegation.id)
        .where(Delegation.visit_id == visit_id, DelegationMember.person_id == person_id)
        .where(DelegationMember.state != "absent")
    )
    return bool(set(session.scalars(query)) - set(gone))


def _guests(session: Session, person_id: str, visit_id: str) -> list[Guest]:
    """The person as a guest of the visit's ceremonies that are not over, with companions."""
    query = select(Ceremony).where(Ceremony.visit_id == visit_id, Ceremony.state.not_in(OVER))
    today = clock.today()
    ahead = [
        one.id for one in session.scalars(query) if one.starts is None or one.starts.local.date() >= today
    ]
    own = select(Guest.id).where(Guest.person_id == person_id, Guest.ceremony_id.in_(ahead))
    wanted = select(Guest).where(
        Guest.state.in_(_STILL_OPEN), or_(Guest.id.in_(own), Guest.companion_of_id.in_(own))
    )
    return list(session.scalars(wanted.order_by(Guest.id)))
