"""Writing calendars (iCalendar, RFC 5545) that phones and mail programs read: a visit, a person, the office.

Hours are written as the clock on the wall of the place with its time zone, and each time zone with its rules,
so that every program shows the right hour also where clocks are changed in between.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Entry
from sqlalchemy.orm import Session

from dipdesk import __version__
from dipdesk.errors import Known
from dipdesk.exchange import icalendar_events
from dipdesk.exchange.icalendar_events import Event, uid
from dipdesk.i18n import _
from dipdesk.model import Person, Record, Visit
from dipdesk.rules.timing import Moment
from dipdesk.saving import save
from dipdesk.store.office_file import OfficeFile

_A_DAY = timedelta(days=1)


def export(
    office: OfficeFile, target: Path, now: datetime, about: Record | None = None, *, public: bool = False
) -> int:
    """Write the calendar of a visit, a person, or the whole office; returns how many events.

    ``now`` is when it is made (with its offset). The public version holds nothing behind the scenes and no
    names of those responsible; a person has none. Raises Known.
    """
    with office.read() as session:
        events = list(_events(session, about, public=public))
        title = about.title() if about is not None else office.office().title()
        changes = {one.row_id: _changes(office, one.row_id) for one in events}
    save(written(events, title, now, changes), target)
    return len(events)


def written(
    events: Iterable[Event], title: str, now: datetime, changes: dict[str, tuple[int, datetime | None]]
) -> bytes:
    """The bytes of a calendar file; ``changes`` tells how often and when last each record was changed."""
    made = Calendar()
    made.add("prodid", f"-//dipdesk//{__version__}//TR")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(" ".join(title.split())))
    kept = list(events)
    for zone, first, last in _zones(kept):
        made.add_component(_zone_rules(zone, first, last))
    for one in kept:
        made.add_component(_entry(one, now, *changes.get(one.row_id, (0, None))))
    return bytes(made.to_ical())


def _events(session: Session, about: Record | None, *, public: bool) -> Iterable[Event]:
    if isinstance(about, Visit):
        return icalendar_events.of_visit(session, about, public=public)
    if isinstance(about, Person):
        if public:
            raise Known(_("The calendar of a person has no public version."))
        return icalendar_events.of_person(session, about)
    return icalendar_events.of_office(session, public=public)


def _changes(office: OfficeFile, row_id: str) -> tuple[int, datetime | None]:
    """How many steps changed a record after it was added, and when the last one did."""
    count, last = office.raw.execute(
        "SELECT count(DISTINCT o.txn_id), max(t.at) FROM op AS o JOIN txn AS t ON t.txn_id = o.txn_id"
        " WHERE o.row_id = :id",
        {"id": row_id},
    ).fetchone()
    return max(int(count) - 1, 0), datetime.fromisoformat(last).astimezone(UTC) if last else None


def _entry(event: Event, now: datetime, sequence: int, changed: datetime | None) -> Entry:
    made = Entry()
    made.add("uid", uid(event))
    made.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    made.add("sequence", sequence)
    if changed is not None:
        made.add("last-modified", changed.replace(microsecond=0))
    made.add("summary", event.title)
    if event.starts is not None:
        made.add("dtstart", event.starts.aware)
        if event.ends is not None:
            made.add("dtend", event.ends.aware)
    elif event.first is not None:
        made.add("dtstart", event.first)
        made.add("dtend", _after(event.last or event.first))
        made.add("transp", "TRANSPARENT")
    for name, value in (("location", event.place), ("description", event.text)):
        if value:
            made.add(name, value)
    if event.position is not None:
        made.add("geo", (event.position.latitude, event.position.longitude))
    made.add("status", event.status)
    return made


def _after(day: date) -> date:
    return day + _A_DAY if day < date.max else day


def _zones(events: Iterable[Event]) -> list[tuple[str, date, date]]:
    """The time zones that are named, each with the first and the last year in which it is."""
    years: dict[str, set[int]] = {}
    for event in events:
        for moment in (event.starts, event.ends):
            if isinstance(moment, Moment):
                years.setdefault(moment.zone, set()).add(moment.local.year)
    return [
        (zone, date(max(min(found) - 1, 1970), 1, 1), date(min(max(found) + 2, 9999), 1, 1))
        for zone, found in sorted(years.items())
    ]


@lru_cache(maxsize=64)
def _zone_rules(zone: str, first: date, last: date) -> Timezone:
    return Timezone.from_tzid(zone, first_date=first, last_date=last)
