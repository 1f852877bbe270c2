"""The sun, times of prayer and Ramadan, compared with what was published."""

from datetime import date

import pytest

from dipdesk.rules.daylight import Prayers, prayers, ramadan_day, sun
from dipdesk.rules.timing import Moment

ZONE = "Europe/Istanbul"
ERZURUM, ISTANBUL, ANKARA, IZMIR = (
    (39.9043, 41.2679),
    (41.0082, 28.9784),
    (39.9208, 32.8541),
    (38.4189, 27.1287),
)


def minutes(moment: Moment) -> int:
    return moment.local.hour * 60 + moment.local.minute


def told(times: str) -> list[int]:
    return [int(one[:2]) * 60 + int(one[3:]) for one in times.split()]


def reckoned(place: tuple[float, float], day: date) -> Prayers:
    found = prayers(*place, ZONE, day)
    assert found is not None
    return found


def test_a_timetable_of_diyanet() -> None:
    found = reckoned(ERZURUM, date(2024, 3, 11))
    names = ("fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha")
    published = told("05:03 06:26 12:30 15:47 18:24 19:42")
    for name, when in zip(names, published, strict=True):
        assert abs(minutes(getattr(found, name)) - when) <= 2, name


@pytest.mark.parametrize(
    ("place", "day", "iftar"),
    [
        (ISTANBUL, date(2026, 3, 5), "19:06"),
        (ANKARA, date(2026, 3, 5), "18:51"),
        (IZMIR, date(2026, 3, 5), "19:15"),
        (ISTANBUL, date(2026, 3, 15), "19:17"),
    ],
)
def test_published_hours_of_iftar(place: tuple[float, float], day: date, iftar: str) -> None:
    assert abs(minutes(reckoned(place, day).maghrib) - told(iftar)[0]) <= 2


def test_days_of_ramadan() -> None:
    assert ramadan_day(date(2024, 3, 10)) is None
    assert ramadan_day(date(2024, 3, 11)) == 1
    assert ramadan_day(date(2026, 3, 5)) in (14, 15, 16)
    assert ramadan_day(date(1700, 1, 1)) is None


def test_the_sun_of_the_north_may_stay_up() -> None:
    found = sun(69.65, 18.96, "Europe/Oslo", date(2027, 6, 21))
    assert (found.rises, found.sets) == (None, None)
    assert prayers(69.65, 18.96, "Europe/Oslo", date(2027, 6, 21)) is None


def test_the_sun_sets_before_the_evening_prayer() -> None:
    found = sun(*ISTANBUL, ZONE, date(2027, 5, 12))
    assert found.rises is not None
    assert found.sets is not None
    assert 0 <= minutes(reckoned(ISTANBUL, date(2027, 5, 12)).maghrib) - minutes(found.sets) <= 9
    assert minutes(found.rises) < minutes(found.sets)
