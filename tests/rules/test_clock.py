"""The day is that of this computer's zone."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from dipdesk.rules import clock


@pytest.fixture
def zones(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()


def test_two_computers_25_hours_apart_write_different_days(zones: pytest.MonkeyPatch) -> None:
    zones.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    east = clock.today()
    zones.setenv("TZ", "Pacific/Pago_Pago")
    time.tzset()
    assert east - clock.today() in (timedelta(days=1), timedelta(days=2))


def test_the_day_and_the_clocks_of_another_zone(zones: pytest.MonkeyPatch) -> None:
    zones.setenv("TZ", "Europe/Istanbul")
    time.tzset()
    late = datetime(2027, 5, 12, 22, 30, tzinfo=UTC)
    assert clock.today_in("Europe/Berlin", late) == date(2027, 5, 13)
    assert clock.today_in("Atlantic/Reykjavik", late) == date(2027, 5, 12)
    assert clock.is_another("Asia/Tbilisi", late)
    assert not clock.is_another("Europe/Istanbul", late)
    assert not clock.is_another("Asia/Riyadh", late), "another name for the same clocks"
