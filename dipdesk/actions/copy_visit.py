"""A new visit made from an earlier one or from a template: days shifted, nothing personal taken along."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import visit_tasks
from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model import (
    Cue,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Field,
    Gift,
    Lodging,
    Passenger,
    Post,
    Privacy,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    RoomChange,
    TakingPart,
    TalkingPoint,
    Task,
    Travel,
    Visit,
    fields,
)
from dipdesk.model.kinds import Day, Link, WallClock
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

PARTS = {
    "programme": N_("Programme"),
    "delegations": N_("Delegations"),
    "checklist": N_("Checklist"),
    "service": N_("Journeys, hotels, rides and duties"),
    "points": N_("Talking points"),
    "gifts": N_("Gifts planned"),
    "costs": N_("Budget lines"),
}
"""What can be taken along."""
_LEFT_OUT: Mapping[Any, frozenset[str]] = {
    Visit: frozenset({"template"}),
    DelegationMember: frozenset({"note", "counterpart_id", "phone"}),
    ProgrammeItem: frozenset({"ceremony_id"}),
    Task: frozenset({"due"}),
    Gift: frozenset(
        {
            *("ceremony_id", "value", "in_lira", "value_source", "value_on", "photo"),
            *("where_kept", "keeper_id", "note"),
        }
    ),
    Expense: frozenset({"day"}),
    Travel: frozenset({"met_by_id"}),
}
"""What a duplicate takes along, but another visit does not.

Left out everywhere is what no duplicate takes along, and what is sensitive or personal.
"""


@dataclass(frozen=True)
class Wish:
    """What is wanted: the new first day (None keeps the days), the parts, and who stands in for whom.

    ``people`` holds for members who left their post the post that comes instead; empty to leave the
    member out. Members that it does not name come along as they are.
    """

    first_day: date | None
    parts: frozenset[str]
    people: Mapping[str, str] = field(default_factory=dict)


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


class _Copier:
    """Copies one visit inside one change."""

    def __init__(self, session: Session, source: Visit, wish: Wish) -> None:
        self._session = session
        self._source = source
        self._wish = wish
        first = first_day_of(session, source)
        self._shift = wish.first_day - first if wish.first_day and first else timedelta()
        self._made: dict[str, Record] = {}

    def copy(self) -> str:
        made: Visit = self._twin(self._source)
        made.copied_from_id = self._source.id
        if made.starts is None:
            made.starts = self._wish.first_day
        for row in list(self._rows()):
            if self._comes(row):
                self._twin(row)
        for old, new in self._made.items():
            self._link(old, new)
        kept = [one for one in self._made.values() if _is_whole(one)]
        self._session.add_all(kept)
        self._session.flush()
        visit_tasks.follow(self._session, made)
        return str(made.id)

    def _rows(self) -> Iterator[Record]:
        """What belongs to the visit, of the parts that are wanted, owners before what they own."""
        for part, found in _FINDERS.items():
            if part in self._wish.parts:
                yield from found(self._session, self._source.id)

    def _comes(self, row: Record) -> bool:
        if isinstance(row, DelegationMember):
            return self._wish.people.get(row.id, "kept") != ""
        return True

    def _twin(self, row: Record) -> Any:
        """A record like ``row`` with another id, days shifted, its links still the old ones."""
        values = {
            one.name: self._shifted(one.kind, getattr(row, one.name))
            for one in fields(type(row))
            if _goes_along(type(row), one)
        }
        if isinstance(row, Task) and row.subject:
            values["subject"] = f"visit/{self._made[self._source.id].id}"
        made: Any = type(row)(**values)
        self._made[row.id] = made
        if isinstance(row, DelegationMember) and (post_id := self._wish.people.get(row.id)):
            post = self._session.get(Post, post_id)
            if post is not None:
                made.person_id, made.post_id = post.person_id, post.id
        return made

    def _shifted(self, kind: object, value: Any) -> Any:
        if isinstance(kind, Day) and isinstance(value, date):
            return _later(value, self._shift)
        if isinstance(kind, WallClock) and isinstance(value, Moment):
            return Moment(_later(value.local, self._shift), value.zone)
        return value

    def _link(self, old_id: str, made: Record) -> None:
        """Let links among what was copied lead to the copies; links into the old visit are let go."""
        for one in fields(type(made)):
            value = getattr(made, one.name)
            if not isinstance(one.kind, Link) or not value or one.name == "copied_from_id":
                continue
            if value in self._made:
                setattr(made, one.name, self._made[value].id)
            elif one.kind.target in _BOUND or value == self._source.id:
                setattr(made, one.name, None)


def _goes_along(kind: type[Record], one: Field) -> bool:
    is_open = one.privacy not in (Privacy.SENSITIVE, Privacy.PERSONAL)
    return one.copied and is_open and one.name not in _LEFT_OUT.get(kind, frozenset())


def _later(value: Any, shift: timedelta) -> Any:
    try:
        return value + shift
    except OverflowError:
        raise Known(_("The calendar does not reach that far.")) from None


def _is_whole(record: Record) -> bool:
    """Whether every record that it belongs to came along."""
    needed = [one for one in fields(type(record)) if isinstance(one.kind, Link) and one.kind.required]
    return all(getattr(record, one.name) for one in needed)


_BOUND = frozenset(
    {
        "delegation",
        "delegation_member",
        "programme_item",
        "travel",
        "lodging",
        "room",
        "ride",
        "duty",
        "expense",
    }
)
"""Entities whose records belong to one visit: a link to one that does not come along is let go."""


def _of(*kinds: type[Any]) -> Callable[[Session, str], Iterator[Record]]:
    """Finds the records of these entities that name the visit."""

    def find(session: Session, visit_id: str) -> Iterator[Record]:
        for kind in kinds:
            yield from session.scalars(select(kind).where(kind.visit_id == visit_id).order_by(kind.id))

    return find


def _programme(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(ProgrammeItem)(session, visit_id)
    wanted = select(TakingPart).join(ProgrammeItem, TakingPart.item_id == ProgrammeItem.id)
    yield from session.scalars(wanted.where(ProgrammeItem.visit_id == visit_id).order_by(TakingPart.id))
    cues = select(Cue).join(ProgrammeItem, Cue.item_id == ProgrammeItem.id)
    yield from session.scalars(cues.where(ProgrammeItem.visit_id == visit_id).order_by(Cue.id))


def _delegations(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(Delegation)(session, visit_id)
    wanted = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
    yield from session.scalars(wanted.where(Delegation.visit_id == visit_id).order_by(DelegationMember.id))


def _service(session: Session, visit_id: str) -> Iterator[Record]:
    yield from _of(Travel, Lodging, Ride, Duty)(session, visit_id)
    rooms = select(Room).join(Lodging, Room.lodging_id == Lodging.id).where(Lodging.visit_id == visit_id)
    yield from session.scalars(rooms.order_by(Room.id))
    moves = select(RoomChange).join(Room, RoomChange.room_id == Room.id).join(Lodging)
    yield from session.scalars(moves.where(Lodging.visit_id == visit_id).order_by(RoomChange.id))
    seats = select(Passenger).join(Ride, Passenger.ride_id == Ride.id).where(Ride.visit_id == visit_id)
    yield from session.scalars(seats.order_by(Passenger.id))


def _gifts(session: Session, visit_id: str) -> Iterator[Record]:
    for one in _of(Gift)(session, visit_id):
        if isinstance(one, Gift) and one.direction == "given" and one.state != "cancelled":
            yield one


def _tasks(session: Session, visit_id: str) -> Iterator[Record]:
    wanted = select(Task).where(Task.subject == f"visit/{visit_id}").order_by(Task.id)
    yield from session.scalars(wanted)


_FINDERS: Mapping[str, Callable[[Session, str], Iterator[Record]]] = {
    "programme": _programme,
    "delegations": _delegations,
    "checklist": _tasks,
    "service": _service,
    "points": _of(TalkingPoint),
    "gifts": _gifts,
    "costs": _of(Expense),
}
