"""The checklist of a visit: laid out as tasks, moved with the visit's days, and how far it is."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _
from dipdesk.model import Ceremony, Record, Task, Visit, entity_name
from dipdesk.rules.checklists import Checklist, Standing, checklist, due, standing
from dipdesk.store.office_file import OfficeFile

DATED = {"visit": ("starts", "ends"), "ceremony": ("starts",)}
"""The fields whose change moves the tasks of a record."""


def lay_out(office: OfficeFile, visit_id: str) -> int:
    """Add the tasks of the visit's checklist that are not there yet, as one step; returns how many.

    Raises Known if the visit is gone, or if there is no checklist for its kind.
    """
    with office.change(N_("Checklist laid out")) as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit does not exist any more."))
        found = checklist(visit.kind)
        if found is None:
            raise Known(_("There is no checklist for a visit of this kind."))
        made = missing(session, visit, found)
        session.add_all(made)
    return len(made)


def missing(session: Session, visit: Visit, found: Checklist) -> list[Task]:
    """The tasks of a checklist that the visit does not have yet, not stored."""
    subject = f"{entity_name(Visit)}/{visit.id}"
    known = set(session.scalars(select(Task.origin).where(Task.subject == subject)))
    return [
        Task(
            subject=subject,
            origin=found.origin(one),
            days=one.days,
            due=due(one.days, visit.starts, visit.ends),
            owner_id=visit.officer_id if one.who in ("lead", "external") else None,
            **{f"what_{code}": one.what.said(code) for code in LANGUAGES},
        )
        for one in found.tasks
        if found.origin(one) not in known
    ]


def follow(session: Session, record: Record) -> int:
    """Move the tasks of a visit or ceremony that are not done to its present days; returns how many moved.

    It belongs into the same change as the new days. Tasks that count no days stay where they are.
    """
    first, last = _days(record)
    if first is None:
        return 0
    subject = f"{entity_name(type(record))}/{record.id}"
    wanted = select(Task).where(Task.subject == subject, Task.done_on.is_(None), Task.days.is_not(None))
    moved = 0
    for task in session.scalars(wanted):
        day = due(task.days or 0, first, last)
        if task.due != day:
            task.due = day
            moved += 1
    return moved


def progress(session: Session, visit_id: str, today: date) -> Standing:
    """How far the tasks of a visit are."""
    subject = f"{entity_name(Visit)}/{visit_id}"
    rows = session.execute(select(Task.due, Task.done_on).where(Task.subject == subject))
    return standing([(row[0], row[1]) for row in rows], today)


def finish(office: OfficeFile, task_ids: list[str], today: date) -> int:
    """Mark tasks as done today, as one step; returns how many were not done before."""
    with office.change(N_("Tasks done")) as session:
        found = [one for row_id in task_ids if (one := session.get(Task, row_id)) and one.done_on is None]
        for task in found:
            task.done_on = today
    return len(found)


def _days(record: Record) -> tuple[date | None, date | None]:
    if isinstance(record, Visit):
        return record.starts, record.ends or record.starts
    if isinstance(record, Ceremony) and record.starts is not None:
        day = record.starts.local.date()
        return day, day
    return None, None
