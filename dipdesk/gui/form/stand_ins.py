"""Who stands in: what pages say of leave, of the person and where the person responsible is away that day."""

from datetime import date

from sqlalchemy.orm import Session

from dipdesk.actions.absence import leave_on, next_leave
from dipdesk.gui.form.facts import Fact
from dipdesk.i18n import _, format_interval
from dipdesk.model import Leave, Person, Record, entity_name
from dipdesk.rules import clock
from dipdesk.rules.timing import Moment

_RESPONSIBLE = {
    "visit": ("officer_id", "starts", "ends"),
    "programme_item": ("responsible_id", "starts", "ends"),
    "ceremony": ("officer_id", "starts", "starts"),
    "commitment": ("owner_id", "due", "due"),
    "task": ("owner_id", "due", "due"),
    "relation": ("officer_id", "review_on", "review_on"),
    "contact": ("officer_id", "answer_by", "answer_by"),
}
"""By entity: the field with the person who sees to it, and those with the days."""


def stand_ins(record: Record, session: Session) -> list[Fact]:
    """What is to be said of leave on the page of ``record``; mostly nothing."""
    if isinstance(record, Person):
        leave = next_leave(session, record.id, clock.today())
        return _of_person(leave) if leave is not None else []
    if entity_name(type(record)) not in _RESPONSIBLE:
        return []
    person_id, starts, ends = (getattr(record, name) for name in _RESPONSIBLE[entity_name(type(record))])
    first, last = _day(starts), _day(ends)
    leave = leave_on(session, person_id, first, max(last or first, first)) if first else None
    if leave is None or leave.person is None:
        return []
    return [Fact(_("{who} is on leave then").format(who=leave.person.title()), *_deputy(leave))]


def _of_person(leave: Leave) -> list[Fact]:
    if leave.starts is None or leave.ends is None:
        return []
    away = Fact(
        _("On leave"), format_interval(leave.starts, max(leave.starts, leave.ends)), ("leave", leave.id)
    )
    return [away, Fact(_("Who stands in"), *_deputy(leave))]


def _deputy(leave: Leave) -> tuple[str, tuple[str, str]]:
    if leave.deputy is None:
        return _("Nobody stands in"), ("leave", leave.id)
    return leave.deputy.title(), ("person", leave.deputy.id)


def _day(value: date | Moment | None) -> date | None:
    return value.local.date() if isinstance(value, Moment) else value
