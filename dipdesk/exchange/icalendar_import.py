"""Reading a calendar file (iCalendar, RFC 5545) into the programme of a visit, with a preview, as one step.

An event keeps its name from file to file, so the item made of it has an id made of that name: to read the
same file again changes nothing, and a newer one brings what was moved up to date.
"""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.icalendar_events import is_of, record_of
from dipdesk.exchange.icalendar_reader import doubt, duration, moment, read, text
from dipdesk.i18n import N_, _, fold
from dipdesk.model import ProgrammeItem, Visit, fields
from dipdesk.model.whereabouts import zone_of_visit
from dipdesk.rules.timing import USUAL_ZONE, Moment
from dipdesk.store.office_file import OfficeFile

__all__ = ["Incoming", "preview", "read", "run"]

_TEXTS = {"title_tr": "SUMMARY", "place_tr": "LOCATION", "note_tr": "DESCRIPTION"}
Action = Literal["add", "update", "same", "refused"]


@dataclass(frozen=True)
class Incoming:
    """An event and what reading it does; ``values`` are those of the item, ``row_id`` its id.

    An event that ``is_ours`` came out of a file of this program, where texts are put together from fields.
    """

    title: str
    starts: Moment | None
    action: Action
    reason: str
    row_id: str
    values: dict[str, object]
    is_ours: bool = False


def preview(office: OfficeFile, visit_id: str, calendar: Calendar) -> list[Incoming]:
    """What reading the calendar into a visit's programme would do, event by event, in order of time."""
    with office.read() as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            raise Known(_("This visit does not exist any more."))
        zone = zone_of_visit(visit, office.office().zone or USUAL_ZONE)
        return _plan(session, visit_id, calendar, zone)


def run(office: OfficeFile, visit_id: str, calendar: Calendar, origin: object = None) -> list[Incoming]:
    """Read the calendar into a visit's programme as one step; returns what was done. Raises Known."""
    planned = preview(office, visit_id, calendar)
    if not any(one.action in ("add", "update") for one in planned):
        return planned
    with office.change(N_("Calendar read into the programme"), origin=origin) as session:
        for one in planned:
            if one.action == "add":
                session.add(ProgrammeItem(id=one.row_id, visit_id=visit_id, **one.values))
            elif one.action == "update":
                item = session.get_one(ProgrammeItem, one.row_id)
                for name, value in one.values.items():
                    setattr(item, name, value)
    return planned


def _plan(session: Session, visit_id: str, calendar: Calendar, zone: str) -> list[Incoming]:
    items = {
        one.id: one
        for one in session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id))
    }
    alike = {(str(one.starts), fold(one.title_tr or one.title_en)): one for one in items.values()}
    found: dict[str, Incoming] = {}
    for event in calendar.walk("VEVENT"):
        one = _incoming(event, visit_id, zone)
        if is_of(session, text(event, "UID")):
            one = Incoming(one.title, one.starts, "same", "", one.row_id, {})
        elif one.action != "refused":
            known = items.get(one.row_id) or alike.get((str(one.starts), fold(one.title)))
            one = _compared(one, known)
        found[one.row_id] = one
    return sorted(found.values(), key=lambda one: (str(one.starts or ""), one.title, one.row_id))


def _compared(one: Incoming, known: ProgrammeItem | None) -> Incoming:
    """What there is to do about an event of which this item is known."""
    if known is None:
        return one
    changed = {name: value for name, value in one.values.items() if value and getattr(known, name) != value}
    if changed.get("title_tr") == known.title_en:
        changed.pop("title_tr", None)
    if changed.get("place_tr") == known.place_en:
        changed.pop("place_tr", None)
    if one.is_ours:
        changed = {name: value for name, value in changed.items() if name in ("starts", "ends", "title_tr")}
    action: Action = "update" if changed else "same"
    return Incoming(one.title, one.starts, action, one.reason, known.id, changed)


def _incoming(event: Any, visit_id: str, zone: str) -> Incoming:
    title = " ".join(text(event, "SUMMARY").split())
    name = text(event, "UID") or f"{title}/{event.get('DTSTART', '')}"
    own = record_of(name)
    row_id = own or uuid5(NAMESPACE_URL, f"dipdesk:{visit_id}:{name}:{_repeats(event)}").hex
    try:
        starts = moment(event, "DTSTART", zone)
        if starts is None:
            raise Invalid(_("It lasts all day; an item of the programme needs an hour."))
        if text(event, "STATUS").upper() == "CANCELLED":
            raise Invalid(_("It was cancelled."))
        values = {"starts": starts, "ends": _ends(event, starts, zone), **_texts(event)}
    except Invalid as trouble:
        return Incoming(title, None, "refused", trouble.sentence, row_id, {})
    again = _("It comes again; only the first time is read.") if _comes_again(event) else ""
    reason = " ".join(part for part in (again, doubt(event, starts)) if part)
    return Incoming(title, starts, "add", reason, row_id, values, bool(own))


def _comes_again(event: Any) -> bool:
    return bool(event.get("RRULE") or event.get("RDATE"))


def _repeats(event: Any) -> str:
    """Which of the times an event is that comes again, as the file names it; empty for the first."""
    found = event.get("RECURRENCE-ID")
    try:
        return "" if found is None else str(getattr(found, "dt", found))
    except ValueError:
        return str(found)


def _texts(event: Any) -> dict[str, object]:
    """Title, place and note as the fields take them; raises Invalid for one that does not fit."""
    kinds = {one.name: one.kind for one in fields(ProgrammeItem)}
    found = {name: kinds[name].parse(text(event, key)) for name, key in _TEXTS.items()}
    if ProgrammeItem(**found).unsaid():
        raise Invalid(_("It has no title."))
    return found


def _ends(event: Any, starts: Moment, zone: str) -> Moment | None:
    ends = moment(event, "DTEND", zone)
    minutes = duration(event)
    if ends is None and minutes is not None and not event.get("DTEND"):
        ends = starts.after(minutes)
    if ends is not None and ends < starts:
        raise Invalid(_("It ends before it starts."))
    return ends
