"""Reminders while the program is open: said twice, only when wanted, never for what is over."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.day.now_cards import remaining
from dipdesk.gui.day.soon import REMINDS, SoonWatch
from dipdesk.gui.desk import Desk
from dipdesk.gui.settings import Settings
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.toast import Toast
from dipdesk.model import Ceremony, ProgrammeItem, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


class Ear:
    """What was said, and a clock set by hand."""

    def __init__(self, office: OfficeFile, settings: Settings) -> None:
        self.said: list[str] = []
        self.clock = "08:00"
        self.watch = SoonWatch(lambda: office.held, settings, None, self.now)
        self.watch.due.connect(lambda words, _entity, _id: self.said.append(words))

    def now(self) -> datetime:
        return Moment.parse(f"2027-05-12T{self.clock}").aware.astimezone(UTC)

    def at(self, clock: str) -> list[str]:
        self.clock = clock
        self.said.clear()
        self.watch.look()
        return self.said


@pytest.fixture
def ear(qtbot: QtBot, office: OfficeFile, settings: Settings) -> Ear:
    with office.change("Visit") as session:
        visit = Visit(title_tr="Ziyaret", starts=date(2027, 5, 12), ends=date(2027, 5, 12))
        session.add(visit)
        session.flush()
        at = Moment.parse("2027-05-12T09:30")
        over = ProgrammeItem(visit_id=visit.id, title_tr="Bitti", starts=at, began=at, finished=at)
        session.add_all(
            [over, ProgrammeItem(visit_id=visit.id, title_tr="Kabul", starts=at, place_tr="Makam")]
        )
        session.add(Ceremony(title_tr="Yemek", starts=Moment.parse("2027-05-12T12:00 Europe/Berlin")))
    return Ear(office, settings)


def test_it_is_said_an_hour_and_ten_minutes_before(ear: Ear) -> None:
    assert ear.at("08:29") == []
    assert ear.at("08:30") == ["In 60 minutes (09:30): Kabul · Makam"]
    assert ear.at("08:31") == []
    assert ear.at("09:21") == ["In 9 minutes (09:30): Kabul · Makam"]
    assert ear.at("09:30") == []
    assert ear.at("09:31") == []


def test_who_comes_late_hears_it_once(ear: Ear) -> None:
    assert ear.at("09:30") == ["Now (09:30): Kabul · Makam"]
    assert ear.at("09:30") == []


def test_other_clocks_are_reckoned_with(ear: Ear) -> None:
    ear.at("08:31")
    assert ear.at("12:15") == ["In 45 minutes (13:00): Yemek"], "by the clocks of the office"


def test_what_was_put_off_is_said_again_before_its_new_hour(ear: Ear, office: OfficeFile) -> None:
    ear.at("09:25")
    with office.change("Put off") as session:
        session.scalars(
            select(ProgrammeItem).where(ProgrammeItem.title_tr == "Kabul")
        ).one().starts = Moment.parse("2027-05-12T11:30")
    assert ear.at("09:30") == []
    assert ear.at("11:22") == ["In 8 minutes (11:30): Kabul · Makam"]


def test_it_can_be_turned_off(ear: Ear, settings: Settings) -> None:
    settings.set(REMINDS, False)
    assert ear.at("08:30") == []


def test_a_file_that_was_closed_is_not_looked_into(ear: Ear, office: OfficeFile) -> None:
    office.held.close()
    assert ear.at("08:30") == []


def test_the_setting_stands_in_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    dialog = SettingsDialog(desk.looks, desk.files)
    qtbot.addWidget(dialog)
    assert dialog.reminds.isChecked()
    dialog.reminds.click()
    assert desk.settings.get(REMINDS, True) is False


def test_the_window_says_it_with_a_way_there(desk: Desk, wait_toast: Callable[[], Toast]) -> None:
    assert desk.rooms is not None
    desk.rooms.soon.due.emit("In 5 minutes (09:30): Kabul", "visit", "x")
    assert wait_toast().accessibleName() == "In 5 minutes (09:30): Kabul"


@pytest.fixture
def wait_toast(desk: Desk) -> Callable[[], Toast]:
    return lambda: desk.window.frame.findChildren(Toast)[-1]


def test_what_is_far_is_counted_in_days() -> None:
    assert [remaining(None, minutes)[0] for minutes in (1, 120, 300, 162774)] == [
        "in 1 minute",
        "in 120 minutes",
        "in 5 hours",
        "in 113 days",
    ]
