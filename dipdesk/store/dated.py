"""Everything in the file that has a day, in plain SQL: what the calendar shows between two days.

Days of the year and public holidays are not rows of their own; see :mod:`dipdesk.actions.calendar_year`.
What is to be thought of by a day is told by :mod:`dipdesk.store.attention`, as on the first page.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dipdesk.i18n import N_, kept_language
from dipdesk.rules import clock
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.rules.two_clocks import hours_in, is_elsewhere
from dipdesk.store import attention, legal_due
from dipdesk.store.attention import Due

OVER = ("done", "cancelled")
"""The states of visits and ceremonies that do not lie ahead any more."""
SORTS = {
    "visit": N_("Visits"),
    "programme": N_("Programme"),
    "ceremony": N_("Ceremonies"),
    "travel": N_("Journeys"),
    "task": N_("Tasks"),
    "commitment": N_("Commitments"),
    "agreement": N_("Agreements"),
    "approval": N_("Steps of approval"),
    "answer": N_("Answers owed"),
    "review": N_("Reviews"),
    "deadline": N_("Other deadlines"),
    "dues": N_("Dues"),
    "leave": N_("Leave"),
    "year": N_("Days of the year"),
    "holiday": N_("Public holidays"),
    "abroad": N_("Holidays of partners"),
}
"""What can stand in the calendar, by sort, the most important first.

Steps of approval and the last three are not read here.
"""
_A_DAY = timedelta(days=1)
_REMINDED: dict[str, str] = {
    "expiry": "agreement",
    "notice": "agreement",
    "signing": "agreement",
    "decision": "agreement",
    "approval": "approval",
    "answer": "answer",
    "request": "answer",
    "review": "review",
    "hand_in": "deadline",
    "valuation": "deadline",
    "january": "deadline",
    "deletion": "deadline",
    "call": "deadline",
    "report": "deadline",
}
"""As what a reminder stands in the calendar; what is done or paid stands there with its own record."""
_REMINDING = (
    *(
        attention.READERS[name]
        for name in ("agreement", "membership", "relation", "contact", "ceremony", "funding_call", "project")
    ),
    *legal_due.READERS.values(),
)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day: its record, its title in the language spoken now, and when it is.

    ``starts`` and ``ends`` are clocks on the wall in ``zone``, that of the office, if it has hours; else it
    lasts all of its days from ``first`` to ``last``. ``state`` is a code of the record, ``done`` for what
    needs nobody any more. ``place`` says where, as far as that is known, ``note`` why it stands there, or
    both clocks of what is elsewhere.
    """

    sort: str
    entity: str
    row_id: str
    title: str
    first: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    state: str = ""
    place: str = ""
    note: str = ""

    @property
    def order(self) -> tuple[date, str, str, str]:
        """What sorts it: by day, what lasts all day first, then by the clock."""
        return self.first, self.starts.isoformat() if self.starts else "", self.title, self.row_id


def between(
    raw: Any, first: date, last: date, sorts: Collection[str] = tuple(SORTS), today: date | None = None
) -> list[Dated]:
    """All that touches the days from ``first`` to ``last``, of these sorts, in order."""
    look = _Look(raw, first, last)
    read = (one for sort, reader in _READ.items() if sort in sorts for one in reader(look))
    found = [one for one in read if one.first <= last and one.last >= first]
    if any(sort in sorts for sort in _REMINDED.values()):
        due = attention.due_between(raw, today or clock.today(), first, last, _REMINDING)
        found += [one for one in map(of_due, due) if one is not None and one.sort in sorts]
    return sorted(found, key=lambda one: one.order)


def of_due(due: Due) -> Dated | None:
    """A reminder as it stands in the calendar; None if its record stands there itself."""
    sort = _REMINDED.get(due.sort)
    if sort is None or due.day is None:
        return None
    return Dated(sort, due.entity, due.row_id, due.title, due.day, due.day, place=due.partner, note=due.why)


def next_hours(raw: Any, first: date, last: date) -> list[Dated]:
    """What has an hour between two days and is not over: programme, ceremonies, journeys."""
    found = between(raw, first, last, ("programme", "ceremony", "travel"))
    return [one for one in found if one.starts is not None and one.state not in OVER]


class _Look:
    """One look at the file: the days that are wanted and the language."""

    def __init__(self, raw: Any, first: date, last: date) -> None:
        self._raw = raw
        self.first, self.last = first, last
        self._names = f"title_{kept_language()}"
        self.place = f"coalesce(nullif(r.place_{kept_language()}, ''), r.place_tr)"
        row = raw.execute("SELECT zone FROM office").fetchone()
        self.zone = (str(row[0] or "") if row else "") or USUAL_ZONE

    def rows(self, table: str, columns: str, where: str, title: str = "{n}") -> list[tuple[Any, ...]]:
        """Of each row ``r`` its id, what it is called, and ``columns``; ``where`` may name ``:first`` and
        ``:last``, and for hours by the clocks of any place ``:eve`` and ``:beyond`` with a day to spare.
        """
        called = title.format(n=f"n.{self._names}")
        text = f"SELECT r.id, {called}, {columns} FROM {table} AS r JOIN finder AS n ON n.id = r.id"
        eve = self.first - min(_A_DAY, self.first - date.min)
        beyond = self.last + min(2 * _A_DAY, date.max - self.last)
        days = {"first": self.first, "last": self.last, "eve": eve, "beyond": beyond}
        values = {name: day.isoformat() for name, day in days.items()}
        return list(self._raw.execute(f"{text} WHERE {where}", values).fetchall())

    def name(self, row_id: str) -> str:
        """What a record is called; empty if there is none."""
        row = self._raw.execute(f"SELECT {self._names} FROM finder WHERE id = :id", {"id": row_id}).fetchone()
        return str(row[0]) if row else ""


_Read = Callable[[_Look], Iterator[Dated]]


def _visits(look: _Look) -> Iterator[Dated]:
    where = "coalesce(r.starts, r.ends) <= :last AND coalesce(r.ends, r.starts) >= :first"
    rows = look.rows(
        "visit", "r.starts, r.ends, r.state, r.place", f"{where} AND NOT coalesce(r.template, 0)"
    )
    for row_id, title, starts, ends, state, place in rows:
        first, last = _day(starts or ends), _day(ends or starts)
        yield Dated(
            "visit", "visit", row_id, title, first, max(first, last), state=state or "", place=place or ""
        )


def _timed(sort: str, entity: str, *, state: str, place: str, extra: str = "") -> _Read:
    """A reader of records with a start and an end on the clock."""

    def read(look: _Look) -> Iterator[Dated]:
        where = "r.starts < :beyond AND coalesce(r.ends, r.starts) >= :eve"
        columns = f"r.starts, r.ends, {state}, {place.format(place=look.place)}"
        for row_id, title, starts, ends, code, where_ in look.rows(entity, columns, where + extra):
            more = code or "", where_ or "", look.zone
            yield _on_clock(sort, entity, (row_id, title), (starts, ends), more)

    return read


def _travels(look: _Look) -> Iterator[Dated]:
    where = "coalesce(r.leaves, r.arrives) < :beyond AND coalesce(r.arrives, r.leaves) >= :eve"
    for row_id, title, leaves, arrives, place in look.rows("travel", "r.leaves, r.arrives, r.origin", where):
        more = "", place or "", look.zone
        yield _on_clock("travel", "travel", (row_id, title), (leaves or arrives, arrives), more)


def _programme(look: _Look) -> Iterator[Dated]:
    """The items of programmes, and what ours do at international meetings."""
    yield from _items(look)
    yield from _slots(look)


def _tasks(look: _Look) -> Iterator[Dated]:
    for row_id, title, due, done, subject in look.rows(
        "task", "r.due, r.done_on, r.subject", "r.due BETWEEN :first AND :last"
    ):
        about = look.name(str(subject or "").partition("/")[2])
        yield _on_day("task", "task", row_id, title, due, "done" if done else "", about)


def _commitments(look: _Look) -> Iterator[Dated]:
    rows = look.rows("commitment", "r.due, r.state", "r.due BETWEEN :first AND :last")
    for row_id, title, due, state in rows:
        yield _on_day("commitment", "commitment", row_id, title, due, state if state != "open" else "")


def _dues(look: _Look) -> Iterator[Dated]:
    for row_id, title, due, paid in look.rows(
        "payment", "r.due, r.paid_on", "r.due BETWEEN :first AND :last"
    ):
        yield _on_day("dues", "payment", row_id, title, due, "done" if paid else "")


def _leave(look: _Look) -> Iterator[Dated]:
    where = "r.starts <= :last AND r.ends >= :first"
    for row_id, title, starts, ends in look.rows("leave", "r.starts, r.ends", where):
        first = _day(starts)
        yield Dated("leave", "leave", row_id, title, first, max(first, _day(ends)))


_TAKES_PLACE = " AND r.visit_id NOT IN (SELECT id FROM visit WHERE state = 'cancelled' OR template)"
_items = _timed(
    "programme",
    "programme_item",
    state="CASE WHEN r.finished IS NOT NULL THEN 'done' ELSE '' END",
    place="{place}",
    extra=_TAKES_PLACE,
)
_slots = _timed("programme", "slot", state="''", place="r.session", extra=_TAKES_PLACE)
_READ: dict[str, _Read] = {
    "visit": _visits,
    "programme": _programme,
    "ceremony": _timed("ceremony", "ceremony", state="r.state", place="{place}"),
    "travel": _travels,
    "task": _tasks,
    "commitment": _commitments,
    "dues": _dues,
    "leave": _leave,
}


def _on_day(
    sort: str, entity: str, row_id: str, title: str, day: str, state: str = "", place: str = ""
) -> Dated:
    found = _day(day)
    return Dated(sort, entity, row_id, title, found, found, state=state, place=place)


def _on_clock(
    sort: str, entity: str, named: tuple[str, str], when: tuple[str, str | None], more: tuple[str, str, str]
) -> Dated:
    """Something with hours: ``more`` is its state, its place, and the zone by whose clocks it stands."""
    state, place, zone = more
    starts = Moment.kept(when[0])
    ends = Moment.kept(when[1]) if when[1] else None
    here, over = starts.seen_in(zone).local, ends.seen_in(zone).local if ends else None
    is_away = any(is_elsewhere(one, zone) for one in (starts, ends) if one is not None)
    note = hours_in(starts, ends, zone) if is_away else ""
    last = max(here, over).date() if over else here.date()
    return Dated(sort, entity, *named, here.date(), last, here, over, zone, state, place, note)


def _day(text: str) -> date:
    return date.fromisoformat(text)
