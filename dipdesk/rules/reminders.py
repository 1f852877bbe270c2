"""What needs attention, and by which day: terms of agreements, dues, reviews, promises, answers owed.

Each function takes the values of one record and the day of today and yields reminders with a sentence
why, in the language spoken now. Days known in part count by their last day. Which days are near is a
proposal of ours: a week and a month ahead; so are thirty days for the answer to a request.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from dipdesk.i18n import _, format_date, language, ngettext, speaking
from dipdesk.rules.spans import months_after
from dipdesk.rules.terms import Term, first_end, notice_day, present_end
from dipdesk.rules.timing import PartialDate

Urgency = Literal["late", "week", "month", "later", "undated"]
"""Late; within 7 days; within 30 days; later; without a day."""
Sort = Literal[
    "expiry",
    "notice",
    "signing",
    "approval",
    "decision",
    "dues",
    "commitment",
    "task",
    "answer",
    "request",
    "review",
    "ceremony",
    "hand_in",
    "valuation",
    "january",
    "deletion",
    "call",
    "report",
]
"""What a reminder is about; its word is for the reader of the code only."""

_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)
_ANSWER_WITHIN = timedelta(days=30)
_NOT_IN_FORCE = ("idea", "in_talks", "approved")
_OVER = ("ended", "refused")
_REPEATS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Reminder:
    """One thing to think of. ``text`` is a sentence with places for ``day`` and the other ``values``."""

    sort: Sort
    day: date | None
    urgency: Urgency
    text: str
    values: tuple[tuple[str, object], ...] = ()
    spoken: str = field(default_factory=language)

    @property
    def why(self) -> str:
        """The sentence, in the language spoken when the reminder was made."""
        known = (*self.values, ("day", self.day))
        with speaking(self.spoken):
            said = {name: format_date(one) if isinstance(one, date) else one for name, one in known}
        return self.text.format(**said)


@dataclass(frozen=True)
class Promise:
    """What was promised: ``whose`` is us, them or both, ``repeats`` month, quarter, year or empty."""

    state: str
    due: date | None = None
    whose: str = "us"
    repeats: str = ""


@dataclass(frozen=True)
class Request:
    """Who asked whom (``us`` or ``them``) for a relation, when, and the ``answer`` (open if empty)."""

    state: str
    asked_by: str
    asked_on: PartialDate | None = None
    answer: str = ""


def urgency(day: date | None, today: date) -> Urgency:
    """How near a day is."""
    if day is None:
        return "undated"
    if day < today:
        return "late"
    ahead = day - today
    return "week" if ahead <= _WEEK else "month" if ahead <= _MONTH else "later"


def of_agreement(term: Term, today: date) -> Iterator[Reminder]:
    """The signing that is wanted, else the end of the term and the last day of notice."""
    if term.state in _NOT_IN_FORCE and term.signed is None:
        if term.wanted is not None:
            yield reminder("signing", term.wanted, today, _("Signing is wanted on {day}."))
        return
    if term.state in _OVER or term.followed:
        return
    end = first_end(term)
    if end is None:
        return
    yield from _renewing(term, end, today) if term.renews_itself else _ending(term, end, today)


def _renewing(term: Term, end: date, today: date) -> Iterator[Reminder]:
    if not term.renewal_years:
        text = _("It renews itself on {day}; for how many years is not on file.")
        yield reminder("notice", end, today, text)
        return
    months = term.notice_months or 0
    end = present_end(end, term.renewal_years, min(months_after(today, months), date.max))
    by = notice_day(end, months)
    if by < today and end < date.max:  # a shorter month cut the notice short: it is the next term's turn
        end = present_end(end, term.renewal_years, end + timedelta(days=1))
        by = notice_day(end, months)
    text = _("It renews itself after {end} unless notice is given by {day}.")
    yield reminder("notice", by, today, text, end=end)


def _ending(term: Term, end: date, today: date) -> Iterator[Reminder]:
    if term.notice_months and today <= end:
        by = notice_day(end, term.notice_months)
        text = _("It ends on {end}. Decide on renewal by {day}.")
        yield reminder("decision", by, today, text, end=end)
    past = end < today
    text = _("It ended on {day} and was neither renewed nor closed.") if past else _("It ends on {day}.")
    yield reminder("expiry", end, today, text)


def of_membership(
    state: str, decide_by: date | None, until: PartialDate | None, today: date
) -> Iterator[Reminder]:
    """The decision on renewal and the end."""
    if state == "left":
        return
    if decide_by is not None:
        yield reminder("decision", decide_by, today, _("Decide by {day} whether to stay a member."))
    if until is not None:
        yield reminder("expiry", until.last_day(), today, _("The membership ends on {day}."))


def of_dues(year: int | None, due: date | None, paid: bool, today: date) -> Iterator[Reminder]:
    """Dues that are not paid; without a day they are due by the end of their year."""
    if paid:
        return
    day = due or (PartialDate(year).last_day() if year and year <= today.year + 1 else None)
    if day is not None:
        yield reminder(
            "dues", day, today, _("The dues of {year} are to be paid by {day}."), year=year or day.year
        )


def of_relation(review: date | None, request: Request, today: date) -> Iterator[Reminder]:
    """The review, and a request that nobody answered."""
    if request.state in _OVER:
        return
    if review is not None:
        yield reminder("review", review, today, _("The relation is to be reviewed on {day}."))
    is_open = request.answer in ("", "open") and request.state in ("", "idea", "in_talks")
    if request.asked_by and is_open:
        yield _of_request(request, today)


def _of_request(request: Request, today: date) -> Reminder:
    ours = request.asked_by == "them"
    if request.asked_on is None:
        text = _("They asked for a relation. Answer them.") if ours else _("Our request is not answered yet.")
        return Reminder("request", None, "undated", text)
    text = (
        _("They asked for a relation ({asked}). Answer by {day}.")
        if ours
        else _("We asked for a relation ({asked}). Ask again if there is no answer by {day}.")
    )
    asked = request.asked_on
    by = asked.last_day() + _ANSWER_WITHIN if asked.year < date.max.year else date.max
    return reminder("request", by, today, text, asked=asked.format())


def of_commitment(promise: Promise, today: date) -> Iterator[Reminder]:
    """What is promised and not done."""
    if promise.state not in ("", "open"):
        return
    if promise.due is None:
        texts = {
            "them": _("They promised this, without a day."),
            "both": _("Both sides promised this, without a day."),
        }
        text = texts.get(promise.whose, _("We promised this, without a day."))
        yield Reminder("commitment", None, "undated", text)
        return
    texts = {"them": _("They promised this by {day}."), "both": _("Both sides promised this by {day}.")}
    text = texts.get(promise.whose, _("We promised this by {day}."))
    yield reminder("commitment", promise.due, today, text)


def of_task(due: date | None, done: bool, today: date) -> Iterator[Reminder]:
    """A task of a visit or ceremony that has a day and is not done."""
    if due is not None and not done:
        yield reminder("task", due, today, _("This task is to be done by {day}."))


def of_answers(answer_by: date | None, held: date | None, missing: int, today: date) -> Iterator[Reminder]:
    """Guests of a ceremony who have not answered; nothing once it was held."""
    if answer_by is None or not missing or (held is not None and held < today):
        return
    text = ngettext(
        "{count} guest has not answered; answers are wanted by {day}.",
        "{count} guests have not answered; answers are wanted by {day}.",
        missing,
    )
    yield reminder("answer", answer_by, today, text, count=missing)


def next_due(due: date, repeats: str, today: date) -> date | None:
    """The next day of what comes again, after ``due`` and after today; None if it does not come again."""
    months = _REPEATS.get(repeats)
    if months is None:
        return None
    rounds = 1
    while (found := months_after(due, rounds * months)) <= today and found < date.max:
        rounds += 1
    return found


def of_contact(direction: str, answer_by: date | None, answered: bool, today: date) -> Iterator[Reminder]:
    """An answer that is owed: by us to what came in, by them to what went out."""
    if answered or answer_by is None:
        return
    texts = {
        "in": _("They want our answer by {day}."),
        "both": _("An answer is wanted by {day}."),
    }
    yield reminder("answer", answer_by, today, texts.get(direction, _("We want their answer by {day}.")))


def of_call(state: str, deadline: date | None, today: date) -> Iterator[Reminder]:
    """A funding call that is watched: the last day to apply; nothing once it has passed."""
    if state in ("", "watched") and deadline is not None and deadline >= today:
        yield reminder("call", deadline, today, _("Apply by {day}."))


def of_project(state: str, report_on: date | None, today: date) -> Iterator[Reminder]:
    """The next report that a joint project owes."""
    if report_on is not None and state not in ("refused", "cancelled"):
        yield reminder("report", report_on, today, _("A report of this project is due on {day}."))


def of_step(name: str, by: date, today: date) -> Reminder:
    """A step of approval that should be taken by a day, counted back from the wanted signing."""
    return reminder("approval", by, today, _("“{step}” should be done by {day}."), step=name)


def reminder(sort: Sort, day: date, today: date, text: str, **values: object) -> Reminder:
    """A reminder of a day, and how near it is."""
    return Reminder(sort, day, urgency(day, today), text, tuple(values.items()))
