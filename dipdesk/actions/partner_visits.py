"""With whom a visit is: its partner, and every other whose people are in one of its delegations."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from dipdesk.model import Delegation, Visit


def with_partner(partner_id: str) -> ColumnElement[bool]:
    """What visits fulfil that are with a partner."""
    joined = select(Delegation.visit_id).where(Delegation.partner_id == partner_id)
    return or_(Visit.partner_id == partner_id, Visit.id.in_(joined))


def of_others(*columns: Any) -> Select[Any]:
    """Each partner that only a delegation names, with ``columns`` of the visit; once for each visit."""
    return (
        select(Delegation.partner_id, *columns)
        .join(Visit, Delegation.visit_id == Visit.id)
        .where(Delegation.partner_id.is_not(None))
        .where(Delegation.partner_id != func.coalesce(Visit.partner_id, ""))
        .group_by(Delegation.partner_id, Visit.id)
    )
