"""A visit moved to other days: its parts go along by as many days, at the same hours by the clocks there."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions import visit_tasks
from dipdesk.actions.clashes import clashes_of, is_open
from dipdesk.actions.visit_parts import DAYS, Part, Standing, parts_of
from dipdesk.errors import Known
from dipdesk.i18n import N_, _, country_name, language, lasting, ngettext, short
from dipdesk.model import Ceremony, Guest, Invitation, Phase, Record, Visit, entity_name
from dipdesk.model.hours import moved_along
from dipdesk.rules.clashes_plan import Finding
from dipdesk.rules.countries import HOME
from dipdesk.rules.public_holidays import public_holidays
from dipdesk.rules.timing import Moment
from dipdesk.store.changes import Registers, RowChange
from dipdesk.store.office_file import News, OfficeFile

WHOLE = "visit_moves"
"""The origin of the news that a visit was moved with what was chosen: nothing more is to be offered."""
_MAIN = ("programme", "ceremonies", "slots", "journeys")
"""The parts by whose days one sees on which days a visit stands; journeys may begin the day before."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class VisitMove:
    """A visit whose parts stand on days that count from ``was``; ``first`` and ``last`` are its own now."""

    visit_id: str
    title: str
    was: date
    first: date | None
    last: date | None
    parts: tuple[Part, ...]

    def days_at(self, day: date) -> tuple[date, date | None]:
        """The first and the last day of the visit if it begins at ``day``.

        A last day that stayed behind, before the first, counts from where the parts stand.
        """
        is_behind = self.first is None or self.last is None or self.last < self.first
        held = {"starts": self.was if is_behind else self.first, "ends": self.last}
        last = moved_along(held, "starts", day).get("ends", self.last)
        return day, last if isinstance(last, date) else None

    def chosen(self, keys: Collection[str]) -> tuple[Standing, ...]:
        """What moves of the parts called so."""
        return tuple(one for part in self.parts if part.key in keys for one in part.moving)

    def questions(self, day: date, keys: Collection[str]) -> tuple[tuple[str, str], ...]:
        """What would have an hour that does not exist or comes twice, and the sentence on it."""
        return tuple(
            (one.title, question)
            for one in self.chosen(keys)
            for value in dict.fromkeys(one.held)
            if isinstance(value, Moment) and (question := shifted(value, day - self.was).question())
        )

    def said(self) -> str:
        """What happened and what is offered, as a question."""
        count = sum(len(part.moving) for part in self.parts)
        text = ngettext(
            "“{title}” is on other days now; {count} part of it still stands on the old ones. Move it along?",
            "“{title}” is on other days now; {count} parts of it still stand on the old ones."
            " Move them along?",
            count,
        )
        return text.format(title=short(self.title), count=count)


def moved(news: News) -> tuple[str, date | None] | None:
    """The visit whose first day, and no other one's, a person changed, and what it was before."""
    if news.is_replay or news.origin == WHOLE:
        return None
    found = [
        (row.row_id, date.fromisoformat(was) if was else None)
        for row in news.changes
        if row.entity == "visit" and row.before and row.after
        for was, now in [(_held(row.before).get("starts"), _held(row.after).get("starts"))]
        if now and was != now
    ]
    return found[0] if len(found) == 1 else None


def settled(news: News) -> set[str]:
    """The ids of records that came, or were given another day of their own: they need not go along."""
    names = {entity_name(kind): days for kind, days in DAYS.items()}
    return {row.row_id for row in news.changes if row.entity in names and _got_day(row, names[row.entity])}


def read(
    session: Session, visit_id: str, was: date | None = None, left: Collection[str] = ()
) -> VisitMove | None:
    """What of a visit goes along; None if it is gone, over or cancelled, or has no day at all.

    ``was`` is its first day before, if that is another one. Where nothing stands on the days of the visit,
    the first day on which something does counts instead. Records with an id in ``left`` are left out.
    """
    visit = session.get(Visit, visit_id)
    if visit is None or not is_open(visit):
        return None
    parts = parts_of(session, visit, left)
    first = was or visit.starts
    last = first + _length(first, visit) if first else None
    base = _stands_on(first, last, parts)
    return VisitMove(visit.id, visit.title(), base, visit.starts, visit.ends, parts) if base else None


def offered(
    session: Session, visit_id: str, was: date | None, left: Collection[str] = ()
) -> VisitMove | None:
    """What to offer after the first day changed; None if nothing would move.

    None also where the day was only put right: more of the visit stands on its new days than on the old.
    """
    move = read(session, visit_id, was, left)
    if move is None or move.first in (None, move.was) or not any(one.moving for one in move.parts):
        return None
    days = list(_main_days(move.parts))
    before = _inside(days, *move.days_at(move.was))
    return None if _inside(days, move.first, move.last) > before else move


def keep(office: OfficeFile, move: VisitMove, day: date, keys: Collection[str]) -> bool:
    """Let a visit begin at ``day`` and the parts called so go along, as one step; False if nothing moved.

    The news of it are from :data:`WHOLE`. Raises Known if the visit is gone or the calendar does not reach
    so far. A part that is gone is left out.
    """
    if day == move.first and (day == move.was or not move.chosen(keys)):
        return False
    label = lasting(N_("{title} moved to {day}"), title=short(move.title), day=day)
    with office.change(label, origin=WHOLE) as session:
        put(session, move, day, keys)
    return True


def put(session: Session, move: VisitMove, day: date, keys: Collection[str]) -> None:
    """Give a visit and the parts that go along their days. Raises Known."""
    visit = session.get(Visit, move.visit_id)
    if visit is None:
        raise Known(_("This visit does not exist any more."))
    first, last = move.days_at(day)
    visit.starts, visit.ends = shifted(first, timedelta()), last
    visit_tasks.follow(session, visit)
    kinds = {entity_name(kind): kind for kind in DAYS}
    for one in move.chosen(keys):
        record = session.get(kinds[one.entity], one.row_id)
        if record is not None:
            _shift(session, record, day - move.was)


def clashes_that_come(
    session: Session, move: VisitMove, day: date, keys: Collection[str]
) -> tuple[Finding, ...]:
    """What clashes once the visit and its parts moved, and did not where they stood.

    The session must be one that keeps nothing.
    """
    visit = session.get_one(Visit, move.visit_id)
    visit.starts, visit.ends = move.days_at(move.was)
    before = {(one.kind, frozenset(one.records)) for one in clashes_of(session, visit)}
    put(session, move, day, keys)
    return tuple(
        one for one in clashes_of(session, visit) if (one.kind, frozenset(one.records)) not in before
    )


def asked_already(session: Session, move: VisitMove, keys: Collection[str]) -> tuple[tuple[str, int], ...]:
    """The ceremonies that move though guests were invited to them, by title, and how many guests were."""
    rows = {one.row_id: one.title for one in move.chosen(keys) if one.entity == entity_name(Ceremony)}
    query = (
        select(Guest.ceremony_id, func.count(func.distinct(Guest.id)))
        .join(Invitation, Invitation.guest_id == Guest.id)
        .where(Guest.ceremony_id.in_(rows))
        .group_by(Guest.ceremony_id)
    )
    found = {row_id: int(count) for row_id, count in session.execute(query)}
    return tuple((title, found[row_id]) for row_id, title in rows.items() if row_id in found)


def holidays_on(session: Session, move: VisitMove, day: date) -> tuple[str, ...]:
    """The public holidays of both countries on the days of the visit if it begins at ``day``."""
    first, last = move.days_at(day)
    visit = session.get(Visit, move.visit_id)
    partner = visit.partner if visit is not None else None
    there = str(partner.country.code) if partner is not None and partner.country is not None else ""
    return tuple(
        _("{country}: {day}").format(country=country_name(code, language()), day=one.name)
        for code in dict.fromkeys((HOME, there))
        if code
        for one in public_holidays(code, first, max(first, last or first))
    )


def shifted(value: Any, later: timedelta) -> Any:
    """A day, or a moment by the clocks there, so many days later. Raises Known at the calendar's ends."""
    try:
        moved = value.local + later if isinstance(value, Moment) else value + later
    except OverflowError:
        moved = date.max
    if moved.year == MAXYEAR:
        raise Known(_("The calendar does not reach that far."))
    return Moment(moved, value.zone) if isinstance(value, Moment) else moved


def _shift(session: Session, record: Record, later: timedelta) -> None:
    for name in DAYS[type(record)]:
        value = getattr(record, name)
        if value is not None:
            setattr(record, name, shifted(value, later))
    if isinstance(record, Ceremony):
        visit_tasks.follow(session, record)
        for phase in session.scalars(select(Phase).where(Phase.ceremony_id == record.id)):
            if phase.starts is not None:
                phase.starts = shifted(phase.starts, later)


def _stands_on(first: date | None, last: date | None, parts: Sequence[Part]) -> date | None:
    """``first`` if something stands on the days from then on, else the first day on which something does."""
    days = list(_main_days(parts))
    if not days or (first and _inside(days, first - _A_DAY, (last or first) + _A_DAY)):
        return first
    return min(list(_days_of(parts, _MAIN[:-1])) or days)


def _length(first: date, visit: Visit) -> timedelta:
    """How long the visit is; a last day that stayed behind counts from ``first``."""
    begins = visit.starts if visit.starts and visit.ends and visit.starts <= visit.ends else first
    return max(visit.ends - begins, timedelta()) if visit.ends else timedelta()


def _main_days(parts: Sequence[Part]) -> Iterator[date]:
    return _days_of(parts, _MAIN)


def _days_of(parts: Sequence[Part], keys: Collection[str]) -> Iterator[date]:
    return (one.day for part in parts if part.key in keys for one in part.moving)


def _inside(days: Sequence[date], first: date | None, last: date | None) -> int:
    """How many of the days are between two, both counted."""
    return sum(first is not None and first <= one <= max(first, last or first) for one in days)


def _got_day(row: RowChange, names: Iterable[str]) -> bool:
    before, after = _held(row.before), _held(row.after)
    return row.before is None or any(before.get(name) != after.get(name) for name in names)


def _held(registers: Registers | None) -> Mapping[str, Any]:
    """The values of a row by their fields."""
    return {name: value for one in (registers or {}).values() for name, value in one.items()}
