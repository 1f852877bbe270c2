"""What personal data a visit still holds, and clearing them; the history of the file is told apart."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import Delegation, DelegationMember, Visit, field_of
from dipdesk.model.kinds import Flag, Text
from dipdesk.rules.retention import DataClass, Held, held, retention
from dipdesk.store.office_file import OfficeFile


def of_visit(session: Session, visit: Visit) -> tuple[Held, ...]:
    """What a visit holds of each class of data, and when it is to be deleted."""
    members = _members(session, visit.id)
    counts = {one.key: sum(1 for member in members if _has(member, one)) for one in retention().classes}
    return held(counts, visit.ends or visit.starts)


def clear(office: OfficeFile, visit_id: str, keys: Collection[str], today: date) -> int:
    """Empty the fields of the classes ``keys`` of all members, as one step; returns of how many people.

    Once nothing sensitive is left the visit says on which day it was cleared. What was there before stays
    in the history of the file and in its backups. Raises Known if the visit is gone.
    """
    with office.change(N_("Personal data cleared")) as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit does not exist any more."))
        members = _members(session, visit_id)
        chosen = [one for one in retention().classes if one.key in keys]
        found = [member for member in members if any(_has(member, one) for one in chosen)]
        for member in found:
            _empty(member, chosen)
        sensitive = [one for one in retention().classes if one.sensitive]
        if not any(_has(member, one) for member in members for one in sensitive):
            visit.cleared_on = today
    return len(found)


def _members(session: Session, visit_id: str) -> list[DelegationMember]:
    wanted = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
    return list(session.scalars(wanted.where(Delegation.visit_id == visit_id).order_by(DelegationMember.id)))


def _has(member: DelegationMember, kind: DataClass) -> bool:
    return any(getattr(member, name) for name in kind.fields)


def _empty(member: DelegationMember, kinds: Iterable[DataClass]) -> None:
    for name in (name for one in kinds for name in one.fields):
        if getattr(member, name):
            setattr(member, name, _nothing(name))


def _nothing(name: str) -> object:
    """What a field holds when it holds nothing."""
    kind = field_of(DelegationMember, name).kind
    if isinstance(kind, Flag):
        return False
    return "" if isinstance(kind, Text) or kind.parse("") == "" else None
