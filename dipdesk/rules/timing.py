"""Days that are known in part, and moments as a wall clock in a place.

Published lists say 1988, 2022-03 or 2015-03-05; each is kept with the accuracy it was given. A moment
keeps what the clock on the wall shows and the zone of the place, so that it never moves when a country
changes its rules.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache, total_ordering
from zoneinfo import ZoneInfo, available_timezones

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_date, format_month, format_time, month_number

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$", re.ASCII)
_DOTTED = re.compile(r"(?:(?:(\d{1,2})[./])?(\d{1,2})[./])?(\d{4})$", re.ASCII)
_SPOKEN = re.compile(r"(?:([0-9]{1,2})(?:\.|st|nd|rd|th)?\s+)?([^\W\d_]+)\.?\s+([0-9]{4})$")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})$")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}(?:[./][0-9]{1,2}[./]|\.?\s+[^\W\d_]+\.?\s+))([0-9]{2})$")
_NO_YEAR = re.compile(r"[0-9]{1,2}(?:[./][0-9]{1,2}|\.?\s+[^\W\d_]+)$")
_ISO_CLOCK = re.compile(r"^(\s*\d{4}-\d{1,2}-\d{1,2})T", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2})(?::\d{2})?)?$", re.ASCII)
_KEPT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}) (\S+)\Z")
_ZONE = re.compile(r"[^\W\d]\S*/\S+$")
USUAL_ZONE = "Europe/Istanbul"
"""The time zone of our offices, where nothing says another one."""
_EARLIEST = 1000
_NO_MONTH = "-"
_CENTURY_TURNS = 69
"""The first two-digit year that lies in the 1900s (IEEE Std 1003.1, ``%y`` of strptime)."""


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day; ``str()`` is ISO 8601 to that accuracy."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 2015-03-05, 2015-03, 2015, 05.03.2015, 03.2015, 05/03/2015, 5 March 2015 or Mart 2015.

        Raises Invalid.
        """
        parts = _parts(text.strip())
        if parts is None:
            raise Invalid(
                _("“{text}” is not a date. Write it like 05.03.2015, 03.2015 or 2015.").format(text=text)
            )
        return cls.checked(*parts, text)

    @classmethod
    def checked(cls, year: int, month: int | None, day: int | None, text: str = "") -> "PartialDate":
        """A partial date that exists in the calendar; raises Invalid otherwise."""
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            year = 0
        if year < _EARLIEST:
            raise Invalid(_("There is no such day as “{text}”.").format(text=text or f"{year}-{month}-{day}"))
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The day with full accuracy."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, if it is known to the day."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def format(self, width: str = "long") -> str:
        """As people write it: 5 Mart 2015, Mart 2015, 2015."""
        if exact := self.exact:
            return format_date(exact, width)
        return format_month(self.year, self.month) if self.month else str(self.year)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)


def _parts(text: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date as people write it; None if it is none."""
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif found := _DOTTED.match(text):
        day, month, year = found.groups()
    elif found := _SPOKEN.match(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _MONTH_FIRST.match(text):
        day, month, year = found[2], _month(found[1]), found[3]
    else:
        return None
    if month == _NO_MONTH:
        return None
    return int(year), int(month) if month else None, int(day) if day else None


def _month(word: str) -> str:
    return str(month_number(word)) if month_number(word) else _NO_MONTH


def read_day(text: str) -> date:
    """A day as people write it, see :meth:`PartialDate.parse`; raises Invalid, also for a month or year."""
    parts = _parts(text.strip())
    if parts is None:
        example = date(2015, 3, 5)
        raise Invalid(
            _("“{text}” is not a day. Write it like {short} or {long}.").format(
                text=text, short=format_date(example, "short"), long=format_date(example)
            )
        )
    exact = PartialDate.checked(*parts, text).exact
    if exact is None:
        raise Invalid(_("The day is missing in “{text}”. Write it like 05.03.2015.").format(text=text))
    return exact


def read_clock(text: str) -> time:
    """A time of day, as in 08:45, 08.45, 0845 or 8; raises Invalid."""
    found = _CLOCK.match(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Invalid(_("“{text}” is not a time of day. Write it like 08:45, 0845 or 8.").format(text=text))
    return time(int(found[1]), int(found[2] or 0))


def with_century(text: str) -> str:
    """A typed day such as 8.3.27 or 8 March 27 with its year in full; other texts as they are.

    Only for what a person types and sees at once: in a list nobody knows which number is the year.
    """
    found = _SHORT_YEAR.match(text.strip())
    if found is None:
        return text
    century = "19" if int(found[2]) >= _CENTURY_TURNS else "20"
    return f"{found[1]}{century}{found[2]}"


def with_year(text: str, near: date) -> str:
    """A typed day such as 8.3. or 8 March in the year that is nearest to ``near``; other texts as they are.

    Only for what a person types and sees at once.
    """
    bare = text.strip().rstrip(".")
    if _NO_YEAR.match(bare) is None:
        return text
    gap = " " if bare[-1].isalpha() else "."
    spellings = [f"{bare}{gap}{near.year + shift}" for shift in (0, 1, -1)]
    days = {one: _day_or_none(one) for one in spellings}
    known = [(abs((day - near).days), one) for one, day in days.items() if day is not None]
    return min(known)[1] if known else text


def _day_or_none(text: str) -> date | None:
    try:
        return read_day(text)
    except Invalid:
        return None


@lru_cache
def zones() -> frozenset[str]:
    """The names of all time zones."""
    return frozenset(available_timezones())


@total_ordering
@dataclass(frozen=True)
class Moment:
    """What the clock on the wall shows (``local``, without zone) in a place with time zone ``zone``."""

    local: datetime
    zone: str = USUAL_ZONE

    @classmethod
    def parse(cls, text: str, zone: str = USUAL_ZONE) -> "Moment":
        """Read ``12.05.2027 10:00``, ``2027-05-12T10:00``, ``12 May 2027 10`` and the like.

        Each may be followed by a zone. Raises Invalid.
        """
        words = _ISO_CLOCK.sub(r"\1 ", text).split()
        if words and (words[-1] in zones() or _ZONE.match(words[-1])):
            zone = words.pop()
        if len(words) < 2:
            raise Invalid(
                _("“{text}” is not a day and a time. Write it like 12.05.2027 10:00.").format(
                    text=" ".join(words)
                )
            )
        return cls.at(" ".join(words[:-1]), words[-1], zone)

    @classmethod
    def kept(cls, text: str) -> "Moment":
        """The inverse of ``str()``, many times faster than reading what a person typed. Raises Invalid."""
        found = _KEPT.match(text)
        if found is None or found[2] not in zones():
            return cls.parse(text)
        try:
            return cls(datetime.fromisoformat(found[1]), found[2])
        except ValueError:
            return cls.parse(text)

    @classmethod
    def at(cls, day: str, clock: str, zone: str) -> "Moment":
        """The moment of a day and a time of day, both as people write them; raises Invalid."""
        if zone not in zones():
            raise Invalid(_("“{zone}” is not a time zone. Write it like Europe/Istanbul.").format(zone=zone))
        found = read_day(day)
        if found.year == MAXYEAR:
            raise Invalid(_("There is no such day as “{text}”.").format(text=day))
        return cls(datetime.combine(found, read_clock(clock)), zone)

    @cached_property
    def aware(self) -> datetime:
        """The instant, with its offset; of an hour that comes twice, the first."""
        return self.local.replace(tzinfo=ZoneInfo(self.zone))

    @cached_property
    def instant(self) -> datetime:
        """The instant in universal time, which compares rightly with moments of other places."""
        return self.aware.astimezone(UTC)

    def seen_in(self, zone: str) -> "Moment":
        """What the clocks of another zone show at the same instant."""
        if zone == self.zone:
            return self
        return Moment(self.instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)

    def question(self) -> str:
        """What must be asked about this moment: it does not exist or comes twice; empty if all is well."""
        early, late = self.aware, self.aware.replace(fold=1)
        if early.utcoffset() == late.utcoffset():
            return ""
        there = early.astimezone(UTC).astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        if there != self.local:
            return _("{time} does not exist on {day} in {zone}: the clocks go forward.").format(
                time=format_time(self.local), day=format_date(self.local.date()), zone=self.zone
            )
        return _("{time} comes twice on {day} in {zone}: the clocks go back. The first is taken.").format(
            time=format_time(self.local), day=format_date(self.local.date()), zone=self.zone
        )

    def after(self, minutes: int) -> "Moment":
        """The wall clock ``minutes`` later in the same place, real minutes counted."""
        instant = self.aware.astimezone(UTC) + timedelta(minutes=minutes)
        return Moment(instant.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None), self.zone)

    def format(self) -> str:
        """As people write it: 12 Mayıs 2027 10:00."""
        return f"{format_date(self.local.date())} {format_time(self.local)}"

    def __str__(self) -> str:
        return f"{self.local:%Y-%m-%dT%H:%M} {self.zone}"

    def __lt__(self, other: "Moment") -> bool:
        return self.aware < other.aware
