"""Months as people count them: the same day of another month, its last day where there is no such day."""

import calendar
from datetime import MAXYEAR, MINYEAR, date

_YEAR = 12
_LEAP = 2000


def months_after(day: date, months: int) -> date:
    """The day ``months`` later, or earlier if negative; the calendar's first or last day at its ends."""
    place = day.year * _YEAR + day.month - 1 + months
    year, month = divmod(place, _YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if year > MAXYEAR else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_of_year(year: int, month: int, day: int) -> date | None:
    """That day of a year; None if the month has no such day in any year.

    29 February is the 28th in a year that has no 29th.
    """
    if not 1 <= month <= _YEAR or not 1 <= day <= calendar.monthrange(_LEAP, month)[1]:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def whole_months(start: date, end: date) -> int:
    """How many whole months lie between two days; negative if ``end`` is before ``start``."""
    if end < start:
        return -whole_months(end, start)
    months = (end.year - start.year) * _YEAR + end.month - start.month
    return months if months_after(start, months) <= end else months - 1
