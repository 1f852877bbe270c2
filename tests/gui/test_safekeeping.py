"""Backups of the open file: when they are due, that nobody waits for them, and where they go."""

from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.gui.desk import Desk
from dipdesk.gui.safekeeping import HOURS, Safekeeping
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.toast import Toast
from dipdesk.model import Person
from dipdesk.store import backup
from dipdesk.store.keeping import Keeper
from tests.gui.conftest import back_up

_LONG = 120
"""Seconds after which a thread that was forgotten goes on."""


def kept(desk: Desk) -> list[Path]:
    return backup.list_backups(desk.files.backup_folder())


def add(desk: Desk, name: str) -> None:
    assert desk.office is not None
    with desk.office.change("Person added") as session:
        session.add(Person(family_name=name))


@pytest.fixture
def hours(desk: Desk) -> list[float]:
    """The clock of the safekeeping, in hours; set its only entry."""
    now = [0.0]
    keeping = safe(desk)
    keeping._clock = lambda: now[0] * 3600
    keeping._begin()
    return now


def safe(desk: Desk) -> Safekeeping:
    found = desk.findChild(Safekeeping)
    assert found is not None
    return found


def test_a_backup_is_due_after_four_hours_of_work(qtbot: QtBot, desk: Desk, hours: list[float]) -> None:
    keeping = safe(desk)
    hours[0] = HOURS + 1
    keeping.look()
    assert not keeping.is_keeping, "nothing was changed"
    add(desk, "Ak")
    keeping.look()
    assert keeping.is_keeping
    qtbot.waitUntil(lambda: len(kept(desk)) == 1 and not keeping.is_keeping)
    keeping.look()
    assert not keeping.is_keeping, "nothing was changed since"
    add(desk, "Boz")
    hours[0] += HOURS - 1
    keeping.look()
    assert not keeping.is_keeping, "four hours have not passed"
    hours[0] += 1
    keeping.look()
    qtbot.waitUntil(lambda: len(kept(desk)) == 2 and not keeping.is_keeping)


def test_the_window_waits_for_no_backup(
    qtbot: QtBot, desk: Desk, hours: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two steps of the copying, however long that takes, the file is read and changed."""
    assert desk.office is not None
    add(desk, "Ak")
    begun, gate, workers = Event(), Event(), set[int]()
    usual = Keeper._breathe

    def held(self: Keeper) -> None:
        workers.add(get_ident())
        begun.set()
        gate.wait(_LONG)
        usual(self)

    monkeypatch.setattr(Keeper, "_breathe", held)
    hours[0] = HOURS + 1
    safe(desk).look()
    assert begun.wait(_LONG)
    add(desk, "Boz")
    with desk.office.read() as session:
        assert {one.family_name for one in session.query(Person)} == {"Ak", "Boz"}
    assert safe(desk).is_keeping
    gate.set()
    qtbot.waitUntil(lambda: not safe(desk).is_keeping)
    assert get_ident() not in workers
    assert len(kept(desk)) == 1


def test_closing_stops_a_backup_under_way(qtbot: QtBot, desk: Desk, hours: list[float]) -> None:
    assert desk.office is not None
    with desk.office.change("Many") as session:
        session.add_all([Person(family_name="A", biography_tr="x" * 2000) for _number in range(1500)])
    folder = desk.files.backup_folder()
    hours[0] = HOURS + 1
    safe(desk).look()
    desk.close_file()
    assert desk.office is None
    qtbot.waitUntil(lambda: not desk.jobs.is_busy)
    assert [one.suffix for one in folder.iterdir()] == [".dipdesk"]


def test_only_the_second_failure_is_told(
    qtbot: QtBot, desk: Desk, hours: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Keeper, progress: object = None) -> Path:
        raise Known("No room.")

    monkeypatch.setattr(Keeper, "keep", refuse)
    add(desk, "Ak")
    hours[0] = HOURS + 1
    for expected in ("", "No room."):
        safe(desk).look()
        qtbot.waitUntil(lambda: not safe(desk).is_keeping)
        assert desk.window.message.sentence == expected


def test_backups_go_to_the_second_place(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Stick"
    place.mkdir()
    add(desk, "Ak")
    back_up(qtbot, desk)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(place))
    dialog = SettingsDialog(desk.looks, desk.files)
    qtbot.addWidget(dialog)
    dialog.show()
    button(dialog, "Choose a second place …").click()
    assert desk.files.second_place == place
    folder = place / desk.files.backup_folder().name
    qtbot.waitUntil(lambda: len(backup.list_backups(folder)) == 1)
    assert any(str(place) in label.text() for label in dialog.findChildren(QLabel))
    add(desk, "Boz")
    back_up(qtbot, desk)
    qtbot.waitUntil(lambda: len(backup.list_backups(folder)) == 2)
    add(desk, "Can")
    desk.close_file()
    qtbot.waitUntil(lambda: len(backup.list_backups(folder)) == 3)
    qtbot.waitUntil(lambda: not list(folder.glob("*.partial")))


def test_a_second_place_in_a_cloud_is_refused_and_one_can_do_without(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud, stick = tmp_path / "Bulut", tmp_path / "Stick"
    for one in (cloud, stick):
        one.mkdir()
    (cloud / ".stfolder").mkdir()
    chosen = [str(cloud), "", str(stick)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: chosen.pop(0))
    dialog = SettingsDialog(desk.looks, desk.files)
    qtbot.addWidget(dialog)
    dialog.show()
    button(dialog, "Choose a second place …").click()
    assert desk.files.second_place is None
    assert any("Syncthing" in label.text() for label in dialog.findChildren(QLabel))
    button(dialog, "Choose a second place …").click()
    assert desk.files.second_place is None
    button(dialog, "Choose a second place …").click()
    assert desk.files.second_place == stick
    qtbot.wait(10)
    button(dialog, "Do without").click()
    assert desk.files.second_place is None


def test_a_stick_that_is_not_plugged_in_is_told_when_the_file_is_opened(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    add(desk, "Ak")
    back_up(qtbot, desk)
    desk.files.choose_second_place(tmp_path / "gone")
    qtbot.waitUntil(lambda: "cannot be reached" in desk.window.message.sentence)


def test_a_backup_that_is_asked_for_is_written_behind_the_window(qtbot: QtBot, desk: Desk) -> None:
    add(desk, "Ak")
    desk.window.commands["file.backup_now"].trigger()
    assert safe(desk).is_keeping
    qtbot.waitUntil(lambda: bool(desk.window.frame.findChildren(Toast)))
    assert desk.window.frame.findChildren(Toast)[-1].accessibleName() == "Backed up."
    assert len(kept(desk)) == 1


def test_the_reason_is_given_at_once_to_who_asked(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Keeper, progress: object = None) -> Path:
        raise Known("No room.")

    monkeypatch.setattr(Keeper, "keep", refuse)
    desk.window.commands["file.backup_now"].trigger()
    qtbot.waitUntil(lambda: desk.window.message.sentence == "No room.")


def button(dialog: SettingsDialog, text: str) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    return found[-1]
