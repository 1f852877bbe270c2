"""Months from day to day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.spans import months_after, whole_months

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(-600, 600)


def test_a_day_that_a_month_has_not_becomes_its_last() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2024, 2, 29), 48) == date(2028, 2, 29)


def test_the_calendar_has_ends() -> None:
    assert months_after(date(9999, 6, 1), 12) == date.max
    assert months_after(date(1, 1, 1), -1) == date.min


@given(DAYS, MONTHS)
def test_the_month_is_the_wanted_one(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and months_after(later, 1).day == later.day)


@given(DAYS, DAYS)
def test_whole_months_never_promise_too_much(start: date, end: date) -> None:
    months = whole_months(start, end)
    if end >= start:
        assert months_after(start, months) <= end < months_after(start, months + 1)
    else:
        assert months == -whole_months(end, start) <= 0
