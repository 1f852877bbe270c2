"""The day is that of this computer's zone."""

import time
from collections.abc import Iterator
from datetime import timedelta

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
