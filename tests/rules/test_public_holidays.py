"""Public holidays: spans, names, countries that are not covered."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipdesk.i18n import speaking
from dipdesk.rules.public_holidays import Holiday, covers, public_holidays
from dipdesk.rules.sources import shipped

YEAR = date(2027, 1, 1), date(2027, 12, 31)


def test_days_in_a_row_are_one_holiday() -> None:
    found = public_holidays("TR", date(2027, 5, 12), date(2027, 5, 21))
    assert found == (
        Holiday(date(2027, 5, 16), date(2027, 5, 19), "TR", "Eid al-Adha"),
        Holiday(date(2027, 5, 19), date(2027, 5, 19), "TR", "Commemoration of Atatürk, Youth and Sports Day"),
    )


def test_names_are_turkish_in_turkish() -> None:
    with speaking("tr"):
        names = {one.name for one in public_holidays("TR", *YEAR)}
        germany = {one.name for one in public_holidays("DE", *YEAR)}
    assert {"Kurban Bayramı", "Zafer Bayramı", "Cumhuriyet Bayramı", "Yılbaşı"} <= names
    assert {"Noel", "Alman Birlik Günü", "Pentekost Pazartesisi"} <= germany


def test_a_holiday_counts_if_one_of_its_days_does() -> None:
    assert [one.name for one in public_holidays("TR", date(2027, 5, 18), date(2027, 5, 18))] == [
        "Eid al-Adha"
    ]


@pytest.mark.parametrize("code", ["XN", "KKTC", "EU", "", "ZZZ"])
def test_countries_that_are_not_covered_have_none(code: str) -> None:
    assert not covers(code)
    assert public_holidays(code, *YEAR) == ()


@given(
    st.sampled_from(["TR", "DE", "GE", "BA", "SA", "CN", "GB", "PS", "XK"]),
    st.dates(date(2015, 1, 1), date(2040, 1, 1)),
    st.integers(0, 60),
)
@settings(max_examples=60, deadline=None)
def test_the_order_is_the_same_in_every_language(code: str, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    with speaking("tr"):
        turkish = public_holidays(code, first, last)
    english = public_holidays(code, first, last)
    assert [(one.first, one.last) for one in turkish] == [(one.first, one.last) for one in english]
    assert all(one.first <= last and first <= one.last for one in english)
    assert list(english) == sorted(english, key=lambda one: one.first)


def test_no_name_is_empty() -> None:
    table = shipped("holidays", "names_tr.toml")
    assert all(name and own for part in ("names", "TR") for name, own in table[part].items())
