"""The ceremony year: days that come back every year, when they come next, and when to begin preparing.

Source: ``resources/days/`` (official and commemorative days of Türkiye by law; national days of countries,
gathered from general knowledge). Sixty days of preparation are a planning value of ours.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.countries import canonical
from dipdesk.rules.sources import Source, Wording, shipped
from dipdesk.rules.spans import day_of_year

LEAD_DAYS = 60
"""So many days before a day of the year its ceremony is begun, if nobody says otherwise."""
DaySort = Literal["holiday", "commemoration", "national", "own"]
"""Offices are closed; a day is marked; the national day of a country; kept by the office itself."""


@dataclass(frozen=True)
class YearlyDay:
    """A day of every year; ``since`` is the year from which the years are counted, 0 if unknown.

    ``country`` is the code whose national day it is; ``ceremony`` the usual kind of ceremony, if any;
    ``record`` the id of the office's own record of it.
    """

    key: str
    month: int
    day: int
    name: Wording
    sort: DaySort
    since: int = 0
    ceremony: str = ""
    country: str = ""
    lead_days: int = LEAD_DAYS
    record: str = ""
    source: Source | None = None

    def in_year(self, year: int) -> date:
        """The day in one year; 29 February is the 28th in a year that has no 29th."""
        found = day_of_year(year, self.month, self.day)
        assert found is not None
        return found

    def next_after(self, day: date) -> date:
        """The first time it comes on or after ``day``; the calendar's last day at its end."""
        found = self.in_year(day.year)
        if found >= day:
            return found
        return self.in_year(day.year + 1) if day.year < date.max.year else date.max

    def years(self, year: int) -> int:
        """Which anniversary it is in ``year``; 0 if nobody counts."""
        return year - self.since if self.since and year > self.since else 0


@dataclass(frozen=True)
class Coming:
    """A day of the year on its next date; ``begin`` is when its ceremony should be begun."""

    on: date
    day: YearlyDay

    @property
    def begin(self) -> date:
        """The day on which preparation begins."""
        return self.on - timedelta(days=min(self.day.lead_days, (self.on - date.min).days))


@lru_cache
def days_of_turkiye() -> tuple[YearlyDay, ...]:
    """The official and commemorative days of Türkiye, in the order of the year."""
    table = shipped("days", "turkiye.toml")
    found = [_read(row, table, f"days[{number}]") for number, row in enumerate(table["days"])]
    return tuple(sorted(found, key=lambda one: (one.month, one.day)))


@lru_cache
def national_day(code: str) -> YearlyDay | None:
    """The national day of a country by its code; None if it is not known or moves."""
    table = shipped("days", "national_days.toml")
    try:
        row = table["days"].get(canonical(code))
    except Invalid:
        return None
    if row is None:
        return None
    month, day = month_and_day(row["day"], code)
    name = Wording.read(table["names"][row["name"]], code)
    since = int(row.get("since", 0))
    return YearlyDay(
        f"national.{code}", month, day, name, "national", since, country=code, source=Source.read(table)
    )


def month_and_day(text: object, place: str = "") -> tuple[int, int]:
    """Month and day of a text such as 04-23; raises Invalid if no year has that day."""
    parts = str(text).split("-")
    if len(parts) == 2 and all(one.isdecimal() for one in parts):
        month, day = int(parts[0]), int(parts[1])
        if day_of_year(2000, month, day) is not None:
            return month, day
    raise Invalid(_("A day of the year is written like 04-23."), place)


def on_days(days: Iterable[YearlyDay], first: date, last: date) -> Iterator[tuple[date, YearlyDay]]:
    """Each time that one of the days falls between ``first`` and ``last``, both counted."""
    kept = tuple(days)
    for year in range(first.year, last.year + 1):
        for one in kept:
            if first <= (found := one.in_year(year)) <= last:
                yield found, one


def coming(days: Iterable[YearlyDay], today: date) -> list[Coming]:
    """The days whose ceremony should be begun by now, the nearest first; only those with a kind of one."""
    found = [Coming(one.next_after(today), one) for one in days if one.ceremony]
    return sorted(
        (one for one in found if one.begin <= today), key=lambda one: (one.on, one.day.key, one.day.record)
    )


def _read(row: Mapping[str, Any], table: Mapping[str, Any], place: str) -> YearlyDay:
    month, day = month_and_day(row.get("day"), f"{place}.day")
    return YearlyDay(
        str(row["key"]),
        month,
        day,
        Wording.read(row.get("name", ""), f"{place}.name"),
        "holiday" if row.get("sort") == "holiday" else "commemoration",
        int(row.get("since", 0)),
        str(row.get("ceremony", "")),
        country="TR",
        source=Source.read({**row, "date": row.get("date", table["date"])}, place),
    )
