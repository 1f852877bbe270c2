"""Tests of the ceremony year: the shipped days, when they come, and when to begin."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules import ceremony_year, countries
from dipdesk.rules.ceremonies import ceremony_keys
from dipdesk.rules.ceremony_year import Coming, YearlyDay, days_of_turkiye, national_day
from dipdesk.rules.sources import Source, Wording, shipped


def yearly(month: int, day: int, **more: object) -> YearlyDay:
    return YearlyDay("own", month, day, Wording.read("Gün"), "own", **more)  # type: ignore[arg-type]


def test_every_day_of_turkiye_has_names_a_source_and_a_known_ceremony() -> None:
    assert date.fromisoformat(shipped("days", "turkiye.toml")["date"])
    keys = [one.key for one in days_of_turkiye()]
    assert len(keys) == len(set(keys)) == 18
    for one in days_of_turkiye():
        assert one.name.said("tr")
        assert one.name.said("en")
        assert one.source is not None
        assert one.source.said()
        assert one.ceremony in ("", *ceremony_keys())
    for before, after in pairwise(days_of_turkiye()):
        assert (before.month, before.day) <= (after.month, after.day)


@pytest.mark.parametrize(
    ("key", "day", "closed"),
    [("sovereignty", (4, 23), True), ("republic", (10, 29), True), ("ataturk", (11, 10), False)],
)
def test_the_great_days(key: str, day: tuple[int, int], closed: bool) -> None:
    found = next(one for one in days_of_turkiye() if one.key == key)
    assert (found.month, found.day) == day
    assert (found.sort == "holiday") is closed


def test_national_days_fit_their_shape_and_name_countries_that_exist() -> None:
    table = shipped("days", "national_days.toml")
    assert date.fromisoformat(table["date"])
    assert Source.read(table).state == "unverified"
    assert len(table["days"]) > 180
    assert {row["name"] for row in table["days"].values()} == set(table["names"])
    for code in table["days"]:
        assert code in countries.codes()
        found = national_day(code)
        assert found is not None
        assert found.name.said("tr") != found.name.said("en")
        assert not found.since or 500 < found.since < 2030


def test_some_national_days() -> None:
    known = {"DE": (10, 3), "FR": (7, 14), "AZ": (5, 28), "GR": (3, 25), "US": (7, 4), "BA": (3, 1)}
    for code, day in known.items():
        found = national_day(code)
        assert found is not None
        assert (found.month, found.day) == day
    assert national_day("GB") is None
    assert national_day("??") is None


@pytest.mark.parametrize("text", ["", "4-31", "02-30", "13-01", "23.4", "a-b", "1-2-3", None, 4])
def test_a_day_that_is_none_is_refused(text: object) -> None:
    with pytest.raises(Invalid, match="04-23"):
        ceremony_year.month_and_day(text)


def test_a_leap_day_is_the_28th_in_other_years() -> None:
    assert yearly(2, 29).in_year(2027) == date(2027, 2, 28)
    assert yearly(2, 29).in_year(2028) == date(2028, 2, 29)


def test_years_are_counted() -> None:
    assert yearly(10, 29, since=1923).years(2026) == 103
    assert yearly(10, 29).years(2026) == 0
    assert yearly(10, 29, since=2026).years(2026) == 0


@given(day=st.dates(), month=st.integers(1, 12), number=st.integers(1, 28))
def test_the_next_time_is_never_past_and_within_a_year(day: date, month: int, number: int) -> None:
    found = yearly(month, number).next_after(day)
    assert found >= day or found == date.max
    assert (found - day).days <= 366


def test_days_between_two_dates_come_in_every_year() -> None:
    found = list(ceremony_year.on_days([yearly(1, 1)], date(2026, 1, 1), date(2028, 1, 1)))
    assert [day.year for day, _one in found] == [2026, 2027, 2028]


def test_what_is_coming_is_near_and_has_a_ceremony() -> None:
    days = [yearly(4, 23, ceremony="wreath"), yearly(4, 24), yearly(5, 19, ceremony="wreath", lead_days=90)]
    assert [one.on for one in ceremony_year.coming(days, date(2027, 2, 22))] == [
        date(2027, 4, 23),
        date(2027, 5, 19),
    ]
    assert ceremony_year.coming(days[:2], date(2027, 2, 21)) == []
    assert Coming(date.min, days[0]).begin == date.min
