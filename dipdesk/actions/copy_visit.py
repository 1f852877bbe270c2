"""A new visit made from an earlier one or from a template: days shifted, nothing personal taken along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import visit_tasks
from dipdesk.actions.copy_visit_gifts import given_again
from dipdesk.actions.copy_visit_rows import BOUND, goes_along, rows
from dipdesk.actions.visit_moves import shifted
from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import (
    Ceremony,
    DelegationMember,
    Gift,
    Guest,
    Placing,
    Post,
    ProgrammeItem,
    Record,
    Task,
    Visit,
    fields,
)
from dipdesk.model.kinds import Day, Link, WallClock
from dipdesk.rules.spans import months_after
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

_WEEK, _YEAR = 7, 12


@dataclass(frozen=True)
class Wish:
    """What is wanted: the new first day (None keeps the days), the parts, and who stands in for whom.

    ``people`` holds, for members and guests who left their post, the post that comes instead; empty to
    leave them out. Those that it does not name come along as they are. ``again`` are the gifts that are
    planned once more though their receiver has them already.
    """

    first_day: date | None
    parts: frozenset[str]
    people: Mapping[str, str] = field(default_factory=dict)
    again: frozenset[str] = frozenset()


def copy(office: OfficeFile, visit_id: str, wish: Wish) -> str:
    """Store a new visit like another as one step; its id. Raises Known if the other is gone."""
    with office.change(N_("Visit copied")) as session:
        source = session.get(Visit, visit_id)
        if source is None:
            raise Known(_("This visit does not exist any more."))
        return _Copier(session, source, wish).copy()


def first_day_of(session: Session, visit: Visit) -> date | None:
    """The first day of a visit; that of its programme if it has none of its own, as templates may."""
    if visit.starts is not None:
        return visit.starts
    items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit.id))
    return min((one.starts.local.date() for one in items if one.starts), default=None)


def day_like(first: date, today: date) -> date:
    """The first day after today that is whole years after ``first``, or up to three days off it, so that
    it is the same day of the week; the last day of the calendar if there is none.
    """
    for years in range(1, date.max.year):
        anniversary = months_after(first, _YEAR * years)
        if anniversary.year == date.max.year:
            break
        off = (first.weekday() - anniversary.weekday() + _WEEK // 2) % _WEEK - _WEEK // 2
        if (found := anniversary + timedelta(days=off)) > today:
            return found
    return date.max


def people_instead(session: Session, answers: Mapping[str, str]) -> dict[str, str]:
    """The person who comes instead of each; empty for who is left out. ``answers`` are those of a wish."""
    found = {}
    for row_id, post_id in answers.items():
        row = session.get(DelegationMember, row_id) or session.get(Guest, row_id)
        post = session.get(Post, post_id) if post_id else None
        if row is not None and row.person_id and (post is not None or not post_id):
            found[row.person_id] = (post.person_id or "") if post is not None else ""
    return found


class _Copier:
    """Copies one visit inside one change."""

    def __init__(self, session: Session, source: Visit, wish: Wish) -> None:
        self._session = session
        self._source = source
        self._wish = wish
        first = first_day_of(session, source)
        self._shift = wish.first_day - first if wish.first_day and first else timedelta()
        self._people = people_instead(session, wish.people)
        again = given_again(session, source.id, self._people) if "gifts" in wish.parts else ()
        self._left = {one.gift_id for one in again} - wish.again
        self._made: dict[str, Record] = {}
        self._known: dict[tuple[str, str], Record] = {}

    def copy(self) -> str:
        made: Visit = self._twin(self._source)
        made.copied_from_id = self._source.id
        if made.starts is None:
            made.starts = self._wish.first_day
        for row in list(rows(self._session, self._source.id, self._wish.parts)):
            if self._comes(row):
                self._twin(row)
        records = {one.id: one for one in self._made.values()}
        for one in records.values():
            self._link(one)
        kept = {row_id: one for row_id, one in records.items() if _is_whole(one)}
        self._session.add_all([one for one in kept.values() if not self._is_empty_seat(one)])
        self._session.flush()
        for one in kept.values():
            if isinstance(one, Visit | Ceremony):
                visit_tasks.follow(self._session, one)
        return str(made.id)

    def _comes(self, row: Record) -> bool:
        if isinstance(row, DelegationMember | Guest):
            return self._wish.people.get(row.id, "kept") != ""
        if isinstance(row, Gift):
            return row.id not in self._left and self._people.get(row.receiver_id or "", "kept") != ""
        return True

    def _twin(self, row: Record) -> Any:
        """A record like ``row`` with another id, days shifted, its links still the old ones."""
        values = {
            one.name: self._shifted(one.kind, getattr(row, one.name))
            for one in fields(type(row))
            if goes_along(type(row), one)
        }
        if isinstance(row, Task) and row.subject:
            name, _slash, row_id = row.subject.partition("/")
            values["subject"] = f"{name}/{self._made[row_id].id}"
        made: Any = type(row)(**values)
        self._made[row.id] = made
        if isinstance(row, DelegationMember | Guest):
            self._stand_in(row, made)
        elif isinstance(row, Gift):
            made.receiver_id = self._people.get(row.receiver_id or "", row.receiver_id)
            made.giver_id = self._people.get(row.giver_id or "", row.giver_id) or None
        return self._made[row.id]

    def _stand_in(self, row: DelegationMember | Guest, made: Any) -> None:
        """Let somebody come instead who holds the post now; who would be there twice comes once."""
        post_id = self._wish.people.get(row.id)
        post = self._session.get(Post, post_id) if post_id else None
        if post is not None:
            made.person_id, made.post_id = post.person_id, post.id
        above = row.delegation_id if isinstance(row, DelegationMember) else row.ceremony_id
        self._made[row.id] = self._known.setdefault((above or "", made.person_id or row.id), made)
        if isinstance(row, Guest) and any(
            isinstance(one, DelegationMember) and one.person_id == made.person_id
            for one in self._known.values()
        ):
            made.state = "expected"

    def _shifted(self, kind: object, value: Any) -> Any:
        is_day = isinstance(kind, Day) and isinstance(value, date)
        is_moment = isinstance(kind, WallClock) and isinstance(value, Moment)
        return shifted(value, self._shift) if is_day or is_moment else value

    def _link(self, made: Record) -> None:
        """Let links among what was copied lead to the copies; links into the old visit are let go."""
        for one in fields(type(made)):
            value = getattr(made, one.name)
            if not isinstance(one.kind, Link) or not value or one.name == "copied_from_id":
                continue
            if value in self._made:
                setattr(made, one.name, self._made[value].id)
            elif one.kind.target in BOUND or value == self._source.id:
                setattr(made, one.name, None)

    def _is_empty_seat(self, made: Record) -> bool:
        """Whether a seat was that of somebody who does not come."""
        return isinstance(made, Placing) and not made.guest_id and not made.blocked


def _is_whole(record: Record) -> bool:
    """Whether every record that it belongs to came along."""
    needed = [one for one in fields(type(record)) if isinstance(one.kind, Link) and one.kind.required]
    return all(getattr(record, one.name) for one in needed)
