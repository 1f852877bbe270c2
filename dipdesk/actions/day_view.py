"""The day of a visit while it runs: items begun and finished, who has come, quick notes and promises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import quick_promise
from dipdesk.actions.attendance import attendance
from dipdesk.actions.staying_away import mark_absent, state_label
from dipdesk.errors import Known
from dipdesk.i18n import N_, _, kept_language, language, lasting, short
from dipdesk.model import (
    Commitment,
    Delegation,
    DelegationMember,
    Duty,
    Note,
    ProgrammeItem,
    TakingPart,
    Task,
    Visit,
)
from dipdesk.rules import day_clock
from dipdesk.rules.day_clock import Part, Standing
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

_SIDES = {"guests": ("guest",), "hosts": ("host",)}


@dataclass(frozen=True)
class Phone:
    """Somebody who can be called: the name, what for, and the number."""

    name: str
    about: str
    number: str


def running_visit(session: Session, today: date) -> str:
    """The id of the visit that runs today, the one that began last; empty for none."""
    found = session.scalars(
        select(Visit)
        .where(Visit.starts <= today, Visit.ends >= today, Visit.state.not_in(("cancelled", "idea")))
        .order_by(Visit.starts.desc(), Visit.id)
    )
    return next((one.id for one in found if not one.template), "")


def items_of(
    session: Session, visit_id: str, day: date, zone: str, *, public: bool = False
) -> list[ProgrammeItem]:
    """The items of one day of a visit by the clocks of a zone, in the order of their start.

    Those for the crew only are left out if it is shown in ``public``.
    """
    rows = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id))
    found = [
        (one.starts.aware, one)
        for one in rows
        if one.starts is not None
        and one.starts.seen_in(zone).local.date() == day
        and not (public and one.audience == "crew")
    ]
    return [one for _start, one in sorted(found, key=lambda pair: (pair[0], pair[1].id))]


def days_of(session: Session, visit_id: str, zone: str) -> list[date]:
    """The days that have items by the clocks of a zone, and those of the visit itself, in order."""
    visit = session.get(Visit, visit_id)
    starts = session.scalars(select(ProgrammeItem.starts).where(ProgrammeItem.visit_id == visit_id))
    days = {one.seen_in(zone).local.date() for one in starts if one is not None}
    days |= {day for day in (visit.starts, visit.ends) if day} if visit else set()
    return sorted(days)


def standing(items: Iterable[ProgrammeItem], now: datetime) -> Standing:
    """Where a day stands at ``now`` (aware of its offset)."""
    return day_clock.standing([part for item in items if (part := part_of(item)) is not None], now)


def part_of(item: ProgrammeItem) -> Part | None:
    """An item as the clock of the day sees it; None without a start."""
    if item.starts is None:
        return None
    ends, began, finished = (one.aware if one else None for one in (item.ends, item.began, item.finished))
    return Part(item.id, item.starts.aware, ends, began, finished)


def members(session: Session, visit_id: str, day: date) -> list[DelegationMember]:
    """The members of all delegations, guests first, in their order."""
    rows = session.scalars(select(Delegation).where(Delegation.visit_id == visit_id).order_by(Delegation.id))
    sides = sorted(rows, key=lambda one: one.side != "guest")
    return [one.member for side in sides for one in attendance(session, side, day, language())]


def takes_part(session: Session, item: ProgrammeItem, everybody: Iterable[DelegationMember]) -> list[str]:
    """The ids of the members who are at an item, as far as they are here: not absent and not left."""
    here = [one for one in everybody if one.state not in ("absent", "left")]
    if item.takes_part == "named":
        named = set(session.scalars(select(TakingPart.member_id).where(TakingPart.item_id == item.id)))
        return [one.id for one in here if one.id in named]
    if item.takes_part in _SIDES:
        return [one.id for one in here if one.delegation and one.delegation.side in _SIDES[item.takes_part]]
    role = {"heads": "head", "spouses": "spouse"}.get(item.takes_part)
    return [one.id for one in here if role is None or one.role == role]


def phones(session: Session, visit_id: str, items: Iterable[ProgrammeItem]) -> list[Phone]:
    """Whom one may have to call today: those responsible, those on duty, the lead officer; nobody twice.

    They stand in the order in which they first come up.
    """
    found = []
    for item in items:
        person = item.responsible
        number = item.phone or (person.phone if person else "")
        found.append(Phone(person.title() if person else "", item.title(), number))
    for duty in session.scalars(select(Duty).where(Duty.visit_id == visit_id).order_by(Duty.starts, Duty.id)):
        number = duty.phone or (duty.person.phone if duty.person else "")
        found.append(Phone(duty.person.title() if duty.person else "", duty.title(), number))
    visit = session.get(Visit, visit_id)
    if visit is not None and visit.officer is not None:
        found.append(Phone(visit.officer.title(), _("Lead officer"), visit.officer.phone))
    first: dict[tuple[str, str], Phone] = {}
    for phone in found:
        if phone.number:
            first.setdefault((phone.name, phone.number), phone)
    return list(first.values())


def tasks_of(session: Session, visit_id: str, day: date) -> list[Task]:
    """What is on the checklist of a day: due by then and not done, or done on the day."""
    rows = session.scalars(
        select(Task).where(Task.subject == f"visit/{visit_id}").order_by(Task.due, Task.id)
    )
    return [one for one in rows if one.due is not None and one.due <= day and one.done_on in (None, day)]


def start_or_finish(office: OfficeFile, item_id: str, at: Moment) -> str:
    """Note down that an item begins, or that it is over, as one step; returns ``began`` or ``finished``.

    Raises Known if the item is gone or over already.
    """
    with office.read() as session:
        item = session.get(ProgrammeItem, item_id)
        if item is None:
            raise Known(_("This item is not in the programme any more."))
        if item.finished is not None:
            raise Known(_("This item is over already."))
        what = "began" if item.began is None else "finished"
        label = N_("Begins: {item}") if what == "began" else N_("Is over: {item}")
        label = lasting(label, item=short(item.title()))
    with office.change(label) as session:
        setattr(session.get_one(ProgrammeItem, item_id), what, at)
    return what


def set_member(office: OfficeFile, member_id: str, state: str, at: Moment) -> None:
    """Note down that a member has arrived (and when), is absent or has left; raises Known if gone.

    Who is absent does not come to the ceremonies of the visit either.
    """
    with office.read() as session:
        member = session.get(DelegationMember, member_id)
        if member is None:
            raise Known(_("This member is not in the delegation any more."))
        label = state_label(member.title(), state)
    if state == "absent":
        mark_absent(office, [member_id])
        return
    with office.change(label) as session:
        found = session.get_one(DelegationMember, member_id)
        found.state = state
        if state == "arrived":
            found.came_at = at


def add_note(office: OfficeFile, visit_id: str, text: str, at: Moment) -> str:
    """Keep a quick note of the day with its hour; returns its id, empty for no words."""
    words = " ".join(text.split())
    if not words:
        return ""
    with office.change(N_("Quick note")) as session:
        made = Note(
            headline=short(words),
            day=at.local.date(),
            text=f"{at.local:%H:%M} {words}",
            subject=f"visit/{visit_id}",
        )
        session.add(made)
        return made.id


def add_promise(office: OfficeFile, visit_id: str, text: str) -> str:
    """Keep what was promised, open and ours, for the visit and its partner; its id, empty for no words.

    Who does it and by when may follow, parted by semicolons.
    """
    if not text.strip(" ;"):
        return ""
    with office.change(N_("Quick commitment")) as session:
        visit = session.get(Visit, visit_id)
        near = visit.ends if visit is not None and visit.ends else date.today()  # noqa: DTZ011
        promise = quick_promise.read(session, text, near)
        made = Commitment(
            **{f"what_{kept_language()}": (promise.what or text.strip())[:1000]},
            owner_id=promise.owner_id,
            due=promise.due,
            visit_id=visit_id,
            partner_id=visit.partner_id if visit else None,
            state="open",
            whose="us",
        )
        session.add(made)
        return made.id


def tick(office: OfficeFile, task_id: str, today: date) -> None:
    """Mark a task as done, or as not done after all; raises Known if it is gone."""
    with office.read() as session:
        task = session.get(Task, task_id)
        if task is None:
            raise Known(_("This task does not exist any more."))
        label = N_("Done: {record}") if task.done_on is None else N_("Not done: {record}")
        label = lasting(label, record=short(task.title()))
    with office.change(label) as session:
        found = session.get_one(Task, task_id)
        found.done_on = today if found.done_on is None else None
