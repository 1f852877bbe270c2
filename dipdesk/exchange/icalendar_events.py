"""What goes into a calendar file: events out of the records of a visit, a person or the whole office."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from dipdesk.actions import ceremonies_apart
from dipdesk.i18n import _, language
from dipdesk.model import (
    Ceremony,
    Commitment,
    Delegation,
    DelegationMember,
    Duty,
    Guest,
    Person,
    ProgrammeItem,
    Record,
    Slot,
    TakingPart,
    Task,
    Travel,
    Visit,
    best_text,
    entity_name,
)
from dipdesk.model.kinds import Position
from dipdesk.rules.timing import Moment

R = TypeVar("R", bound=Record)
_SIDES = {"guests": "guest", "hosts": "host"}
_STATUS = {"idea": "TENTATIVE", "planned": "TENTATIVE", "cancelled": "CANCELLED"}
"""What calendars call the states of visits and ceremonies; the others are certain."""
_NOT_COMING = ("declined", "absent", "waiting")


@dataclass(frozen=True)
class Event:
    """One entry: on the clock from ``starts`` to ``ends``, or all day from ``first`` to ``last``.

    ``status`` as calendars call it: TENTATIVE, CONFIRMED or CANCELLED.
    """

    entity: str
    row_id: str
    title: str
    starts: Moment | None = None
    ends: Moment | None = None
    first: date | None = None
    last: date | None = None
    place: str = ""
    text: str = ""
    position: Position | None = None
    status: str = "CONFIRMED"


def of_visit(session: Session, visit: Visit, *, public: bool) -> Iterator[Event]:
    """The visit, its programme, ceremonies and journeys; in public without what is behind the scenes."""
    yield from _visit(visit)
    items = _items(session, [visit.id], public=public)
    yield from _told(items, _all(session, Ceremony, Ceremony.visit_id == visit.id), public=public)
    for slot in _all(session, Slot, Slot.visit_id == visit.id):
        yield from _slot(slot)
    if not public:
        for travel in _all(session, Travel, Travel.visit_id == visit.id):
            yield from _travel(travel)


def of_person(session: Session, person: Person) -> Iterator[Event]:
    """All that a person takes part in, answers for or has to do."""
    members = _all(session, DelegationMember, DelegationMember.person_id == person.id)
    visits = _all(session, Visit, or_(Visit.officer_id == person.id, Visit.id.in_(_visits_of(members))))
    for visit in visits:
        yield from _visit(visit)
    asked = select(Guest.ceremony_id).where(Guest.person_id == person.id, Guest.state.not_in(_NOT_COMING))
    ceremonies = _all(session, Ceremony, or_(Ceremony.officer_id == person.id, Ceremony.id.in_(asked)))
    yield from _told(_items_of(session, person, members), ceremonies, public=False)
    journeys = [one for member in members for one in (member.arrival_id, member.departure_id) if one]
    for travel in _all(session, Travel, or_(Travel.met_by_id == person.id, Travel.id.in_(journeys))):
        yield from _travel(travel)
    for slot in _all(session, Slot, Slot.person_id == person.id):
        yield from _slot(slot)
    for duty in _all(session, Duty, Duty.person_id == person.id):
        if duty.starts is not None:
            yield Event("duty", duty.id, duty.title(), duty.starts, duty.ends)
    yield from _work(session, person)


def of_office(session: Session, *, public: bool) -> Iterator[Event]:
    """All visits, programmes and ceremonies; journeys and what is to be done only for the office itself."""
    visits = [one for one in _all(session, Visit, Visit.template.is_not(True)) if not public or _is_open(one)]
    for visit in visits:
        yield from _visit(visit)
    shown = [one.id for one in visits]
    ceremonies = [
        one
        for one in _all(session, Ceremony, Ceremony.id.is_not(None))
        if not public or one.visit_id is None or one.visit_id in shown
    ]
    yield from _told(_items(session, shown, public=public), ceremonies, public=public)
    for slot in _all(session, Slot, Slot.visit_id.in_(shown)):
        yield from _slot(slot)
    if not public:
        for travel in _all(session, Travel, Travel.id.is_not(None)):
            yield from _travel(travel)
        yield from _work(session, None)


def _told(
    items: Collection[ProgrammeItem], ceremonies: Collection[Ceremony], *, public: bool
) -> Iterator[Event]:
    """The items, and the ceremonies that none of them stands for."""
    for item in items:
        yield from _item(item, public=public)
    for ceremony in ceremonies_apart.apart(items, ceremonies):
        yield from _ceremony(ceremony)


def _status(state: str) -> str:
    return _STATUS.get(state, "CONFIRMED")


def _is_open(visit: Visit) -> bool:
    return visit.classification == "open"


def _visit(visit: Visit) -> Iterator[Event]:
    first, last = visit.starts or visit.ends, visit.ends or visit.starts
    if first is not None and last is not None and not visit.template:
        yield Event(
            "visit",
            visit.id,
            visit.title(),
            first=first,
            last=max(first, last),
            place=visit.place,
            status=_status(visit.state),
        )


def _items(session: Session, visits: Collection[str], *, public: bool) -> list[ProgrammeItem]:
    """The items of visits; in public without those for the crew."""
    found = _all(session, ProgrammeItem, ProgrammeItem.visit_id.in_(visits))
    return [one for one in found if not public or one.audience != "crew"]


def _items_of(session: Session, person: Person, members: Collection[DelegationMember]) -> list[ProgrammeItem]:
    """The items that are for the person: named, as one of the side that takes part, or answered for."""
    mine = [one.id for one in members]
    named = set(session.scalars(select(TakingPart.item_id).where(TakingPart.member_id.in_(mine))))
    found = []
    for item in _all(
        session,
        ProgrammeItem,
        or_(ProgrammeItem.responsible_id == person.id, ProgrammeItem.visit_id.in_(_visits_of(members))),
    ):
        roles = [(one.delegation, one.role) for one in members if one.delegation is not None]
        here = [(of.side, role) for of, role in roles if of.visit_id == item.visit_id]
        if item.responsible_id == person.id or item.id in named or _is_for(item.takes_part, here):
            found.append(item)
    return found


def _is_for(who: str, here: Collection[tuple[str, str]]) -> bool:
    if who in ("", "all"):
        return bool(here)
    if who in _SIDES:
        return any(side == _SIDES[who] for side, _role in here)
    return any((who, role) in (("heads", "head"), ("spouses", "spouse")) for _side, role in here)


def _item(item: ProgrammeItem, *, public: bool) -> Iterator[Event]:
    if item.starts is None:
        return
    place = " · ".join(part for part in (best_text(item, "place", language()), item.address) if part)
    text = "" if public else _details(item)
    yield Event(
        "programme_item",
        item.id,
        item.title(),
        item.starts,
        item.ends if item.ends and item.ends >= item.starts else None,
        place=place,
        text=text,
        position=item.position,
        status=_status(item.visit.state if item.visit is not None else ""),
    )


def _details(item: ProgrammeItem) -> str:
    """Who answers for it, under which number, what to wear, and the note."""
    lines = []
    if item.responsible is not None:
        who = " · ".join(part for part in (item.responsible.title(), item.phone) if part)
        lines.append(_("Responsible: {who}").format(who=who))
    if dress := best_text(item, "dress", language()):
        lines.append(_("Dress: {dress}").format(dress=dress))
    return "\n".join([*lines, *(part for part in (best_text(item, "note", language()),) if part)])


def _ceremony(ceremony: Ceremony) -> Iterator[Event]:
    if ceremony.starts is not None:
        ends = ceremony.ends if ceremony.ends and ceremony.ends >= ceremony.starts else None
        place = best_text(ceremony, "place", language())
        yield Event(
            "ceremony",
            ceremony.id,
            ceremony.title(),
            ceremony.starts,
            ends,
            place=place,
            status=_status(ceremony.state),
        )


def _slot(slot: Slot) -> Iterator[Event]:
    if slot.starts is not None:
        ends = slot.ends if slot.ends and slot.ends >= slot.starts else None
        status = _status(slot.visit.state if slot.visit is not None else "")
        yield Event("slot", slot.id, slot.title(), slot.starts, ends, place=slot.session, status=status)


def _travel(travel: Travel) -> Iterator[Event]:
    starts = travel.leaves or travel.arrives
    if starts is not None:
        ends = travel.arrives if travel.arrives and travel.arrives >= starts else None
        yield Event("travel", travel.id, travel.title(), starts, ends, place=travel.origin)


def _work(session: Session, person: Person | None) -> Iterator[Event]:
    """What is still to be done, on its day; by one person or by anybody."""
    for task in _all(session, Task, Task.due.is_not(None), Task.done_on.is_(None)):
        if person is None or task.owner_id == person.id:
            yield Event("task", task.id, task.title(), first=task.due, last=task.due)
    for one in _all(session, Commitment, Commitment.due.is_not(None), Commitment.state == "open"):
        if person is None or one.owner_id == person.id:
            yield Event("commitment", one.id, one.title(), first=one.due, last=one.due)


def _visits_of(members: Collection[DelegationMember]) -> list[str]:
    of = [one.delegation for one in members if isinstance(one.delegation, Delegation)]
    return [one.visit_id for one in of if one.visit_id]


def _all(session: Session, kind: type[R], *where: ColumnElement[bool]) -> list[R]:
    """The records of an entity that fit, in a fixed order."""
    return list(session.scalars(select(kind).where(*where).order_by(kind.id)))


def uid(event: Event) -> str:
    """The name of an event in every file: the same as long as its record lives."""
    return f"{event.entity}-{event.row_id}@dipdesk"


def record_of(name: str) -> str:
    """The id of the programme item that a file of ours names so; empty for others."""
    start, end = f"{entity_name(ProgrammeItem)}-", "@dipdesk"
    return name.removeprefix(start).removesuffix(end) if name.startswith(start) and name.endswith(end) else ""


def is_of(session: Session, name: str) -> bool:
    """Whether an event came out of this office and tells of something that is on file, but of no item."""
    kind, _dash, row_id = name.removesuffix("@dipdesk").rpartition("-")
    told = {entity_name(one): one for one in (Visit, Ceremony, Slot, Travel, Duty, Task, Commitment)}
    return name.endswith("@dipdesk") and kind in told and session.get(told[kind], row_id) is not None
