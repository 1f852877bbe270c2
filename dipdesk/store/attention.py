"""Everything in the file that needs attention, in plain SQL: it is read before the model is loaded.

The rules are in :mod:`dipdesk.rules.reminders`. Steps of approval that are due are not among it: they need
the records (see :mod:`dipdesk.actions.attention`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dipdesk.rules import reminders
from dipdesk.rules.reminders import Promise, Reminder, Request, Sort, Urgency
from dipdesk.rules.terms import Term
from dipdesk.rules.timing import PartialDate
from dipdesk.store.due_rows import DueRows

DAYS_MOVED = {
    ("commitment", "commitment"): "due",
    ("task", "task"): "due",
    ("payment", "dues"): "due",
    ("contact", "answer"): "answer_by",
    ("membership", "decision"): "decide_by",
    ("relation", "review"): "review_on",
    ("agreement", "signing"): "wanted_on",
    ("project", "report"): "report_on",
}
"""The field with the day that can be put off, by entity and sort of reminder."""
DONE_AT_ONCE = (
    ("commitment", "commitment"),
    ("task", "task"),
    ("payment", "dues"),
    ("contact", "answer"),
    ("membership", "decision"),
    ("relation", "review"),
    ("project", "report"),
)
"""What can be marked as done without opening the record."""


@dataclass(frozen=True)
class Due:
    """A reminder of a record; ``title`` and ``partner`` are in the language spoken now.

    ``note`` says who stands in if the person responsible is on leave on the day; empty if nobody has to.
    """

    entity: str
    row_id: str
    title: str
    partner: str
    partner_id: str
    reminder: Reminder
    note: str = ""

    @property
    def sort(self) -> Sort:
        """What it is about."""
        return self.reminder.sort

    @property
    def day(self) -> date | None:
        """By when; None if there is no day."""
        return self.reminder.day

    @property
    def urgency(self) -> Urgency:
        """How near the day is."""
        return self.reminder.urgency

    @property
    def why(self) -> str:
        """A sentence that says why; made when it is asked for, as few of many are ever read."""
        return self.reminder.why

    @property
    def moves(self) -> bool:
        """Whether its day can be put off."""
        return self.day is not None and (self.entity, self.sort) in DAYS_MOVED

    @property
    def can_be_done(self) -> bool:
        """Whether it can be marked as done without opening the record."""
        return (self.entity, self.sort) in DONE_AT_ONCE


Reader = Callable[[DueRows], Iterator[Due]]
"""Reads what is due of the records of one entity."""


def due_soon(raw: Any, today: date, readers: Mapping[str, Reader] | None = None) -> list[Due]:
    """All that is late or due within the days that the office wants to know ahead, by day; undated last.

    ``readers`` by entity; :data:`READERS` if left out.
    """
    rows = DueRows(raw, today)
    found = [one for read in (readers or READERS).values() for one in read(rows)]
    return in_order(one for one in found if one.day is None or one.day <= rows.horizon)


def due_between(raw: Any, today: date, first: date, last: date, readers: Iterable[Reader]) -> list[Due]:
    """What these readers find to need attention between two days, however far ahead they are."""
    rows = DueRows(raw, today, last)
    found = [one for read in readers for one in read(rows)]
    return in_order(one for one in found if one.day is not None and first <= one.day <= last)


def in_order(found: Iterable[Due]) -> list[Due]:
    """By day, what has none last."""
    return sorted(found, key=lambda one: (one.day or date.max, one.day is None, one.title, one.row_id))


def made_of(reader: DueRows, entity: str, row: tuple[Any, ...], found: Iterable[Reminder]) -> Iterator[Due]:
    """The reminders of a row that :meth:`DueRows.rows` gave."""
    row_id, title, partner, partner_id, person = row[:5]
    for one in found:
        note = reader.stand_in(person, one.day)
        yield Due(entity, row_id, title, partner, partner_id, one, note)


def _agreements(reader: DueRows) -> Iterator[Due]:
    followed = (
        "EXISTS (SELECT 1 FROM agreement AS f WHERE f.follows_id = r.id AND f.signed_on IS NOT NULL"
        " AND f.act <> 'amendment' AND f.state NOT IN ('idea', 'in_talks', 'ended'))"
    )
    for row in reader.rows(
        "agreement",
        "r.state, r.signed_on, r.wanted_on, r.ends_on, r.renews_itself, r.renewal_years, r.notice_months,"
        f" {followed}",
        "r.wanted_on IS NOT NULL OR r.ends_on IS NOT NULL OR r.renews_itself",
    ):
        state, signed, wanted, ends, renews, years, notice, is_followed = row[5:]
        term = Term(
            state or "",
            _partial(signed),
            day_of(wanted),
            _partial(ends),
            bool(renews),
            years,
            notice,
            bool(is_followed),
        )
        yield from made_of(reader, "agreement", row, reminders.of_agreement(term, reader.today))


def _memberships(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows(
        "membership",
        "r.state, r.decide_by, r.until",
        "r.decide_by IS NOT NULL OR r.until IS NOT NULL",
    ):
        state, decide, until = row[5:]
        found = reminders.of_membership(state or "", day_of(decide), _partial(until), reader.today)
        yield from made_of(reader, "membership", row, found)


def _payments(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows(
        "payment", "r.year, r.due", "r.paid_on IS NULL AND coalesce(r.due, '') <= :horizon"
    ):
        year, due = row[5:]
        yield from made_of(reader, "payment", row, reminders.of_dues(year, day_of(due), False, reader.today))


def _relations(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows(
        "relation",
        "r.state, r.review_on, r.asked_by, r.asked_on, r.answer",
        "r.review_on <= :horizon OR (r.asked_by <> '' AND coalesce(r.answer, '') IN ('', 'open'))",
        "r.officer_id",
    ):
        state, review, asked_by, asked_on, answer = row[5:]
        request = Request(state or "", asked_by or "", _partial(asked_on), answer or "")
        yield from made_of(
            reader, "relation", row, reminders.of_relation(day_of(review), request, reader.today)
        )


def _commitments(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows(
        "commitment",
        "r.state, r.due, r.whose, r.repeats",
        "coalesce(r.state, '') IN ('', 'open') AND coalesce(r.due, '') <= :horizon",
        "r.owner_id",
    ):
        state, due, whose, repeats = row[5:]
        promise = Promise(state or "", day_of(due), whose or "us", repeats or "")
        yield from made_of(reader, "commitment", row, reminders.of_commitment(promise, reader.today))


def _tasks(reader: DueRows) -> Iterator[Due]:
    held = "NOT EXISTS (SELECT 1 FROM visit AS v WHERE r.subject = 'visit/' || v.id AND v.template)"
    where = f"r.due <= :horizon AND r.done_on IS NULL AND {held}"
    for row in reader.rows("task", "r.due", where, "r.owner_id"):
        yield from made_of(reader, "task", row, reminders.of_task(day_of(row[5]), False, reader.today))


def _contacts(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows(
        "contact",
        "r.direction, r.answer_by",
        "r.answer_by <= :horizon AND NOT coalesce(r.answered, 0)"
        " AND NOT EXISTS (SELECT 1 FROM contact AS a WHERE a.refers_id = r.id)",
        "r.officer_id",
    ):
        direction, by = row[5:]
        yield from made_of(
            reader, "contact", row, reminders.of_contact(direction or "", day_of(by), False, reader.today)
        )


def _ceremonies(reader: DueRows) -> Iterator[Due]:
    missing = (
        "(SELECT count(*) FROM guest AS g WHERE g.ceremony_id = r.id AND g.companion_of_id IS NULL"
        " AND coalesce(g.state, '') IN ('', 'expected', 'invited'))"
    )
    where = "r.answer_by <= :horizon AND coalesce(r.state, '') NOT IN ('done', 'cancelled')"
    for row in reader.rows("ceremony", f"r.answer_by, r.starts, {missing}", where, "r.officer_id"):
        by, starts, count = row[5:]
        held = day_of(starts[:10]) if starts else None
        yield from made_of(
            reader, "ceremony", row, reminders.of_answers(day_of(by), held, count, reader.today)
        )


def _calls(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows("funding_call", "r.state, r.deadline", "r.deadline <= :horizon", "r.officer_id"):
        state, deadline = row[5:]
        found = reminders.of_call(state or "", day_of(deadline), reader.today)
        yield from made_of(reader, "funding_call", row, found)


def _projects(reader: DueRows) -> Iterator[Due]:
    for row in reader.rows("project", "r.state, r.report_on", "r.report_on <= :horizon", "r.officer_id"):
        state, report_on = row[5:]
        found = reminders.of_project(state or "", day_of(report_on), reader.today)
        yield from made_of(reader, "project", row, found)


READERS: dict[str, Reader] = {
    "agreement": _agreements,
    "membership": _memberships,
    "payment": _payments,
    "relation": _relations,
    "commitment": _commitments,
    "task": _tasks,
    "contact": _contacts,
    "ceremony": _ceremonies,
    "funding_call": _calls,
    "project": _projects,
}
"""What reads the reminders of an entity. Those that laws want: :mod:`dipdesk.store.legal_due`."""


def day_of(text: str | None) -> date | None:
    """A day as it is stored."""
    return date.fromisoformat(text) if text else None


def _partial(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
