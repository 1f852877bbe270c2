"""What clashes in the logistics of a visit, with itself and with other visits on the same days."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.actions.clash_records import ClashRecords
from dipdesk.model import (
    Visit,
)
from dipdesk.rules import clashes_plan as rules
from dipdesk.rules.clashes import clashes
from dipdesk.rules.clashes_plan import Finding
from dipdesk.store.letting_go import resting

_STILL_OPEN = ("", "idea", "planned", "confirmed")
_TAKES_PLACE = ("planned", "confirmed", "done")


def clashes_of(session: Session, visit: Visit) -> tuple[Finding, ...]:
    """The clashes that concern a visit, by time, in the language spoken now; none if it is over."""
    plan = open_plan(session, visit)
    return clashes(plan, f"visit/{visit.id}") if plan is not None else ()


def open_plan(session: Session, visit: Visit) -> rules.Plan | None:
    """The logistics of a visit with what other visits want of its people and cars; None if it is over."""
    if not is_open(visit):
        return None
    with resting():  # thousands of records are read, and all of them stay until their session ends
        return plan_of(session, visit, _same_days(session, visit))


def is_open(visit: Visit) -> bool:
    """Whether a visit is still to be planned: neither over nor cancelled."""
    return visit.state in _STILL_OPEN


def plan_of(session: Session, visit: Visit, others: Sequence[Visit] = ()) -> rules.Plan:
    """The logistics of a visit as the rules see them, kept apart from the records.

    Of the others only what binds the people of the visit.
    """
    return ClashRecords(session, visit, others).plan()


def _same_days(session: Session, visit: Visit) -> list[Visit]:
    """Other visits that take place while this one does."""
    if visit.starts is None:
        return []
    day = timedelta(days=1)
    first, last = visit.starts - day, (visit.ends or visit.starts) + day
    query = select(Visit).where(
        Visit.id != visit.id,
        Visit.state.in_(_TAKES_PLACE),
        Visit.starts <= last,
        or_(Visit.ends >= first, Visit.ends.is_(None) & (Visit.starts >= first)),
    )
    return [one for one in session.scalars(query.order_by(Visit.id)) if not one.template]
