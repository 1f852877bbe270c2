"""Days and moments: typed in many forms, taken from the calendar, and what is wrong with them."""

import re
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid
from dipdesk.gui.form.time_editors import DayEditor, DayLine, MomentEditor
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model.kinds import (
    Day,
    PartialDay,
    WallClock,
)
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.editing import Typist, made, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_day_from_the_calendar(host: QWidget, qtbot: QtBot, office: OfficeFile) -> None:
    one = made(host, Day(), office)
    assert isinstance(one, DayEditor)
    one.line.setText("05.03.2015")
    card = one.line.open_calendar()
    qtbot.addWidget(card)
    assert card.calendar.selectedDate() == QDate(2015, 3, 5)
    with qtbot.waitSignal(one.changed):
        card.calendar.activated.emit(QDate(2027, 5, 12))
    assert one.text() == "12/05/2027"


def test_an_empty_line_for_a_day_shows_the_form_in_which_a_day_is_shown(
    host: QWidget, office: OfficeFile
) -> None:
    for kind, value in (
        (Day(), date(2027, 5, 12)),
        (PartialDay(), PartialDate(2027, 5)),
        (WallClock(), Moment(datetime(2027, 5, 12, 10))),  # noqa: DTZ001
    ):
        one = made(host, kind, office)
        line = one.stops()[0]
        assert isinstance(line, DayLine)
        assert line.placeholderText().endswith("day/month/year")
        one.set_value(value)
        assert line.text().endswith("05/2027")
        with speaking("tr"):
            one.set_value(value)
        assert line.text().endswith("05.2027")


@pytest.mark.parametrize(
    "typed",
    [
        "05.03.2015",
        "2015-03-05",
        "05/03/2015",
        "5.3.2015",
        "5/3/15",
        "5 Mart 2015",
        "5 Mar 2015",
        "5 March 15",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_day_takes_many_forms(host: QWidget, office: OfficeFile, typed: str, language: str) -> None:
    with speaking(language):
        for kind in (Day(), PartialDay()):
            one = made(host, kind, office)
            one.set_text(typed)
            assert str(one.value()) == "2015-03-05"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_proposes_only_what_it_takes(host: QWidget, office: OfficeFile, language: str) -> None:
    with speaking(language):
        one = made(host, Day(), office)
        one.set_text("someday")
        with pytest.raises(Invalid) as trouble:
            one.value()
        proposed = re.findall(r"\d\d[./]\d\d[./]\d{4}|\d \w+ \d{4}", trouble.value.sentence)
        assert len(proposed) == 2
        for text in proposed:
            one.set_text(text)
            assert str(one.value()) == "2015-03-05"


@pytest.mark.parametrize(
    ("day", "clock", "told"),
    [
        ("someday", "10", "“someday” is not a day."),
        ("", "10", "The day is missing."),
        ("8 Mart 2027", "", "The time is missing."),
        ("14:30", "", "“14:30” is not a day."),
        ("8 Mart 2027", "late", "“late” is not a time of day."),
        ("Mart 2027", "10", "The day is missing in “Mart 2027”."),
    ],
)
def test_each_part_of_a_moment_says_what_is_wrong_with_it(
    host: QWidget, office: OfficeFile, type_text: Typist, day: str, clock: str, told: str
) -> None:
    one = made(host, WallClock(), office, zone=lambda _kind: "Europe/Berlin")
    for line, text in zip(one.stops(), (day, clock), strict=False):
        type_text(line, text)
    with pytest.raises(Invalid) as trouble:
        one.value()
    assert trouble.value.sentence.startswith(told)
    assert "Berlin" not in trouble.value.sentence


@pytest.mark.parametrize("clock", ["0845", "08.45", "8:45"])
def test_moment_takes_many_forms(host: QWidget, office: OfficeFile, type_text: Typist, clock: str) -> None:
    one = made(host, WallClock(), office)
    for line, text in zip(one.stops(), ("8 Mart 27", clock), strict=False):
        type_text(line, text)
    assert str(one.value()) == "2027-03-08T08:45 Europe/Istanbul"


def test_alt_down_opens_the_calendar(qtbot: QtBot) -> None:
    line = DayLine("")
    qtbot.addWidget(line)
    line.show()
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.children()[-1].isVisible()  # type: ignore[attr-defined]


def test_moment_starts_with_the_usual_zone(host: QWidget, office: OfficeFile, type_text: Typist) -> None:
    one = made(host, WallClock(), office, zone=lambda _kind: "Europe/Berlin")
    day, clock, _zone = one.stops()
    assert one.value() is None
    type_text(day, "12.05.2027")
    with pytest.raises(Invalid):
        one.value()
    type_text(clock, "10:30")
    assert one.value() == Moment(datetime(2027, 5, 12, 10, 30), "Europe/Berlin")  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("29.03.2026 02:30 Europe/Berlin", "does not exist"),
        ("25.10.2026 02:30 Europe/Berlin", "comes twice"),
        ("27.03.2016 03:30 Europe/Istanbul", "does not exist"),
        ("25.10.2026 12:00 Europe/Berlin", ""),
    ],
)
def test_moments_to_think_about(host: QWidget, office: OfficeFile, typed: str, told: str) -> None:
    one = made(host, WallClock(), office)
    assert isinstance(one, MomentEditor)
    one.set_text(typed)
    assert told in one.remark()
    assert bool(one.remark()) == bool(told)
