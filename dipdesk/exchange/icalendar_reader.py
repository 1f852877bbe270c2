"""Calendar files (iCalendar, RFC 5545) as phones and mail programs write them: the file and its moments."""

import warnings
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.timezone import tzp
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from dipdesk.errors import Invalid
from dipdesk.exchange.csv_reader import decoded, found_encoding
from dipdesk.i18n import _, format_number
from dipdesk.rules.timing import Moment, zones

_LARGEST = 10 * 1024 * 1024
_MOST = 5000
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError)
"""What the library raises for files that are none or are damaged."""


def read(path: Path) -> Calendar:
    """The calendar in a file; raises Invalid for what is none, is broken or is too large.

    The events of several calendars in one file are those of the first.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise Invalid(_("“{name}” is too large for a calendar.").format(name=path.name))
        raw = path.read_bytes()
    except OSError as trouble:
        raise Invalid(_("“{name}” cannot be read.").format(name=path.name)) from trouble
    tzp.use_default()  # forget the rules that another file gave to names of its own
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library only guesses is asked of ``zone_named``
            found, *others = Calendar.from_ical(decoded(raw, found_encoding(raw)), multiple=True)
    except (*_BROKEN, Invalid) as trouble:
        raise _no_calendar(path) from trouble
    if any(not isinstance(one, Calendar) or one.name != "VCALENDAR" for one in (found, *others)):
        raise _no_calendar(path)
    for other in others:
        found.subcomponents.extend(other.subcomponents)
    if sum(1 for _one in found.walk("VEVENT")) > _MOST:
        raise Invalid(_("More than {count} events do not fit.").format(count=format_number(_MOST)))
    return found


def _no_calendar(path: Path) -> Invalid:
    return Invalid(_("“{name}” is not a calendar (iCalendar), or it is damaged.").format(name=path.name))


def text(event: Any, name: str) -> str:
    """A property of an event in words, the first if it stands there twice; empty if it is missing."""
    found = _first(event, name)
    return "" if found is None else str(found)


def moment(event: Any, name: str, zone: str) -> Moment | None:
    """The moment of a property; None if it is missing or only a day. Raises Invalid.

    It is kept as the clock shows it in the place whose time zone is named; ``zone`` counts where no place
    is, and for universal time.
    """
    value = _value(event, name)
    if not isinstance(value, datetime):
        if name == "DTSTART" and not isinstance(value, date):
            raise _no_moment(name)
        return None
    try:
        local, place = _in_a_place(value, zone_named(_tzid(event, name)), zone)
    except OverflowError as trouble:
        raise _no_moment(name) from trouble
    if not 1000 <= local.year < 9999:
        raise _no_moment(name)
    return Moment(local.replace(second=0, microsecond=0), place)


def duration(event: Any) -> int | None:
    """How many minutes an event lasts, if it says so; raises Invalid."""
    found = _value(event, "DURATION")
    return int(found.total_seconds()) // 60 if isinstance(found, timedelta) else None


def doubt(event: Any, starts: Moment) -> str:
    """What must be asked about the hour of an event; empty if all is well."""
    named = _tzid(event, "DTSTART")
    value = _value(event, "DTSTART")
    if named and isinstance(value, datetime) and value.tzinfo is None and not zone_named(named):
        sentence = _("Its time zone “{name}” is not known; the hour is taken as that of {zone}.")
        return sentence.format(name=named, zone=starts.zone)
    return starts.question()


def zone_named(name: str) -> str:
    """The time zone of a place that a file calls so, in the names of IANA or of Windows; empty if unknown.

    Names that a program made its own end with that of IANA (RFC 5545, 3.2.19).
    """
    parts = name.strip().strip('"').casefold().split("/")
    endings = ("/".join(parts[-number:]) for number in range(min(len(parts), 3), 0, -1))
    return next((found for one in endings if (found := _zones().get(one, ""))), "")


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """The time zones of places, by all names that are usual, in small letters."""
    known = {name.casefold(): name for name in zones() if "/" in name and not name.startswith("Etc/")}
    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items() if zone in known.values()}
    return windows | known


def _in_a_place(value: datetime, named: str, zone: str) -> tuple[datetime, str]:
    """What the clock on the wall shows, and where; rules of a file that differ from the zone's count more."""
    local = value.replace(tzinfo=None)
    if value.tzinfo is None:
        return local, named or zone
    if named and local.replace(tzinfo=ZoneInfo(named)).utcoffset() == value.utcoffset():
        return local, named
    return value.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone


def _first(event: Any, name: str) -> Any:
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found


def _tzid(event: Any, name: str) -> str:
    """How the time zone of a property is called in the file."""
    found = _first(event, name)
    return str(getattr(found, "params", {}).get("TZID", ""))


def _value(event: Any, name: str) -> Any:
    """A day, moment or length of time; None if the property is missing. Raises Invalid if it is broken."""
    try:
        return getattr(_first(event, name), "dt", None)
    except ValueError as trouble:
        raise _no_moment(name) from trouble


def _no_moment(name: str) -> Invalid:
    return Invalid(
        _("It has no start that can be read.") if name == "DTSTART" else _("It has no end that can be read.")
    )
