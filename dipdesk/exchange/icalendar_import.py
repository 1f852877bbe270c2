"""Reading a calendar file (iCalendar, RFC 5545) into the programme of a visit, with a preview, as one step.

An event keeps its name from file to file, so the item made of it has an id made of that name: to read the
same file again changes nothing, and a newer one brings what was moved up to date.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.exchange.icalendar_events import record_of
from dipdesk.i18n import N_, _, fold, format_number
from dipdesk.model import ProgrammeItem, Visit, fields
from dipdesk.rules.timing import Moment, zones
from dipdesk.store.office_file import OfficeFile

_LARGEST = 10 * 1024 * 1024
_MOST = 5000
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


def read(path: Path) -> Calendar:
    """The calendar in a file; raises Invalid for what is none, is broken or is too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Invalid(_("“{name}” is too large for a calendar.").format(name=path.name))
        raw = path.read_bytes()
    except OSError as trouble:
        raise Invalid(_("“{name}” cannot be read.").format(name=path.name)) from trouble
    try:
        found = Calendar.from_ical(raw.decode("utf-8-sig"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as trouble:
        sentence = _("“{name}” is not a calendar (iCalendar), or it is damaged.")
        raise Invalid(sentence.format(name=path.name)) from trouble
    if not isinstance(found, Calendar) or found.name != "VCALENDAR":
        raise Invalid(_("“{name}” is not a calendar (iCalendar), or it is damaged.").format(name=path.name))
    if sum(1 for _one in found.walk("VEVENT")) > _MOST:
        raise Invalid(_("More than {count} events do not fit.").format(count=format_number(_MOST)))
    return found


def preview(office: OfficeFile, visit_id: str, calendar: Calendar) -> list[Incoming]:
    """What reading the calendar into a visit's programme would do, event by event, in order of time."""
    with office.read() as session:
        if session.get(Visit, visit_id) is None:
            raise Known(_("This visit does not exist any more."))
        return _plan(session, visit_id, calendar, office.office().zone)


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
        if one.action != "refused":
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
    name = str(event.get("UID", "")) or f"{event.get('SUMMARY', '')}/{event.get('DTSTART', '')}"
    own = record_of(name)
    row_id = own or uuid5(NAMESPACE_URL, f"dipdesk:{visit_id}:{name}:{_repeats(event)}").hex
    title = " ".join(str(event.get("SUMMARY", "")).split())
    try:
        starts = _moment(event, "DTSTART", zone)
        if starts is None:
            raise Invalid(_("It lasts all day; an item of the programme needs an hour."))
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            raise Invalid(_("It was cancelled."))
        values = {"starts": starts, "ends": _ends(event, starts, zone), **_texts(event)}
    except Invalid as trouble:
        return Incoming(title, None, "refused", trouble.sentence, row_id, {})
    reason = _("It comes again; only the first time is read.") if event.get("RRULE") else ""
    return Incoming(title, starts, "add", reason, row_id, values, bool(own))


def _repeats(event: Any) -> str:
    found = event.get("RECURRENCE-ID")
    return "" if found is None else str(getattr(found, "dt", found))


def _texts(event: Any) -> dict[str, object]:
    """Title, place and note as the fields take them; raises Invalid for one that does not fit."""
    kinds = {one.name: one.kind for one in fields(ProgrammeItem)}
    found = {name: kinds[name].parse(str(event.get(key, ""))) for name, key in _TEXTS.items()}
    if ProgrammeItem(**found).unsaid():
        raise Invalid(_("It has no title."))
    return found


def _ends(event: Any, starts: Moment, zone: str) -> Moment | None:
    ends = _moment(event, "DTEND", zone)
    duration = getattr(event.get("DURATION"), "dt", None)
    if ends is None and duration is not None and not event.get("DTEND"):
        ends = starts.after(int(duration.total_seconds()) // 60)
    if ends is not None and ends < starts:
        raise Invalid(_("It ends before it starts."))
    return ends


def _moment(event: Any, name: str, zone: str) -> Moment | None:
    """The moment of a property; None if it is missing or only a day. ``zone`` counts where none is said."""
    found = event.get(name)
    if isinstance(found, list):
        found = found[0]
    value = getattr(found, "dt", None)
    if not isinstance(value, datetime):
        if name == "DTSTART" and not isinstance(value, date):
            raise Invalid(_("It has no start that can be read."))
        return None
    named = str(getattr(value.tzinfo, "key", "") or "")
    try:
        if value.tzinfo is not None and (named not in zones() or named == "UTC"):
            value, named = value.astimezone(UTC).astimezone(ZoneInfo(zone)), zone
    except OverflowError as trouble:
        raise Invalid(_("It has no start that can be read.")) from trouble
    if not 1000 <= value.year < 9999:
        raise Invalid(_("It has no start that can be read."))
    return Moment(value.replace(tzinfo=None, second=0, microsecond=0), named or zone)
