"""Kinds of time: days, days known in part, moments in a place."""

from datetime import date, time
from typing import Any

from sqlalchemy import Date, types

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_date, format_time
from dipdesk.model.kinds.base import Kind
from dipdesk.rules.timing import Moment, PartialDate, read_day, with_century


class Day(Kind[date]):
    """A day of the calendar."""

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return Date()

    def read(self, text: str) -> date:
        return read_day(text)

    def typed(self, text: str) -> date | None:
        return self.parse(with_century(text))

    def show(self, value: date) -> str:
        return format_date(value)

    def widest(self) -> str:
        return _longest_day()

    def edit(self, value: date | None) -> str:
        return format_date(value, "short") if value else ""


class PartialDay(Kind[PartialDate]):
    """A day, a month or a year, as exactly as it is known."""

    def read(self, text: str) -> PartialDate:
        return PartialDate.parse(text)

    def typed(self, text: str) -> PartialDate | None:
        return self.parse(with_century(text))

    def show(self, value: PartialDate) -> str:
        return value.format()

    def widest(self) -> str:
        return _longest_day()

    def edit(self, value: PartialDate | None) -> str:
        if value is None:
            return ""
        if value.exact:
            return value.format("short")
        if not value.month:
            return str(value.year)
        sign = format_date(value.first_day(), "short")[2]  # what parts the numbers in this language
        return f"{value.month:02}{sign}{value.year}"


class WallClock(Kind[Moment]):
    """A day and time on the clock of a place, with its time zone."""

    def read(self, text: str) -> Moment:
        return Moment.parse(text)

    def unpack_text(self, text: str) -> Moment:
        return Moment.kept(text)

    def of_parts(self, day: str, clock: str, zone: str) -> Moment | None:
        """The moment of a day, a time and a zone that were typed each for itself; raises Invalid."""
        if not day.strip() and not clock.strip():
            return self.check(None)
        if day.strip() and not clock.strip():
            Day().typed(day)  # which says what a day looks like, if this is none
        if not day.strip():
            raise Invalid(_("The day is missing. Write it like 05.03.2015."))
        if not clock.strip():
            raise Invalid(_("The time is missing. Write it like 08:45, 0845 or 8."))
        return self.check(Moment.at(with_century(day), clock, zone.strip()))

    def show(self, value: Moment) -> str:
        return value.format()

    def widest(self) -> str:
        return f"{_longest_day()} {format_time(time())}"

    def edit(self, value: Moment | None) -> str:
        if value is None:
            return ""
        return f"{format_date(value.local.date(), 'short')} {format_time(value.local)} {value.zone}"


def _longest_day() -> str:
    return max((format_date(date(2028, month, 28)) for month in range(1, 13)), key=len)
