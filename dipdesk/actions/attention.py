"""What needs attention and what can be done about it at once: steps of approval due, done, put off."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions import approval_file
from dipdesk.i18n import N_, lasting, short
from dipdesk.model import (
    Agreement,
    Commitment,
    Contact,
    Membership,
    Payment,
    Project,
    Record,
    Relation,
    Task,
    Visit,
    entity,
    entity_name,
)
from dipdesk.model.visit import ABROAD
from dipdesk.rules import reminders
from dipdesk.rules.spans import months_after
from dipdesk.store.attention import DAYS_MOVED, Due
from dipdesk.store.dated import OVER
from dipdesk.store.office_file import OfficeFile

_NOT_SIGNED = ("idea", "in_talks", "approved")
_PUT_OFF = timedelta(days=14)
_REVIEW_AGAIN = 12
"""Months after which a relation is reviewed again: the practice of a yearly review."""


def steps_due(session: Session, today: date) -> list[Due]:
    """The steps of approval to be taken before signings that are wanted and trips that are planned."""
    wanted = select(Agreement).where(Agreement.signed_on.is_(None), Agreement.state.in_(_NOT_SIGNED))
    wanted = wanted.where(Agreement.wanted_on.is_not(None) | Agreement.ceremony_id.is_not(None))
    trips = select(Visit).where(Visit.kind.in_(ABROAD), Visit.state.not_in(OVER))
    trips = trips.where(Visit.template.is_not(True), func.coalesce(Visit.ends, Visit.starts) >= today)
    ahead = (*session.scalars(wanted.order_by(Agreement.id)), *session.scalars(trips.order_by(Visit.id)))
    return [one for record in ahead for one in _steps(session, record, today)]


def _steps(session: Session, record: Agreement | Visit, today: date) -> list[Due]:
    partner = record.partner.title() if record.partner else ""
    found = []
    for step in approval_file.of(session, record, today).steps:
        if step.due is not None and step.state in ("missing", "late", "due", "open"):
            one = reminders.of_step(step.step.name.said(), step.due, today)
            name = entity_name(type(record))
            found.append(Due(name, record.id, record.title(), partner, record.partner_id or "", one))
    return found


def put_off(office: OfficeFile, due: Due, today: date, origin: object = None) -> date | None:
    """Move the day of a reminder two weeks on from its day or today, as one step; the new day.

    None if the record has no day that can be moved, or is gone. Raises Known.
    """
    name = DAYS_MOVED.get((due.entity, due.sort))
    if name is None or due.day is None:
        return None
    day = max(due.day, today) + _PUT_OFF
    label = lasting(N_("{record}: put off until {day}"), record=short(due.title), day=day)
    with office.change(label, origin=origin) as session:
        record = session.get(entity(due.entity), due.row_id)
        if record is None:
            return None
        setattr(record, name, day)
    return day


def mark_done(office: OfficeFile, due: Due, today: date, origin: object = None) -> bool:
    """Note down that it is done, as one step; False if the record is gone. Raises Known.

    What comes again is added anew with its next day; a review comes again after a year.
    """
    with office.change(lasting(N_("Done: {record}"), record=short(due.title)), origin=origin) as session:
        record = session.get(entity(due.entity), due.row_id)
        if record is None:
            return False
        _do(session, record, today)
    return True


def _do(session: Session, record: Record, today: date) -> None:
    if isinstance(record, Commitment):
        record.state = "done"
        again = reminders.next_due(record.due, record.repeats, today) if record.due else None
        if again is not None:
            session.add(_repeated(record, again))
    elif isinstance(record, Task):
        record.done_on = today
    elif isinstance(record, Payment):
        record.paid_on = today
    elif isinstance(record, Contact):
        record.answered = True
    elif isinstance(record, Membership):
        record.decide_by = None
    elif isinstance(record, Relation):
        record.review_on = months_after(today, _REVIEW_AGAIN)
    elif isinstance(record, Project):
        record.report_on = None


def _repeated(done: Commitment, due: date) -> Commitment:
    """The same commitment once more, due on another day."""
    kept = (
        "what_tr",
        "what_en",
        "partner_id",
        "agreement_id",
        "membership_id",
        "whose",
        "owner_id",
        "repeats",
    )
    return Commitment(due=due, state="open", **{name: getattr(done, name) for name in kept})
