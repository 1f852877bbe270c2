"""The window as people use it: open, go, add, delete, undo, change the language, close."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui import files
from dipdesk.gui.desk import Desk
from dipdesk.gui.first_file import FirstFile
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.visit.copy_dialog import CopyDialog
from dipdesk.gui.navigation import Navigation
from dipdesk.gui.toast import Toast
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.welcome import WelcomePage
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _, speaking
from dipdesk.model import Country, Person, ProgrammeItem, Travel, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store import backup
from tests.gui import small_office
from tests.gui.conftest import back_up, typed


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """The small office in the window."""
    assert desk.office is not None
    return small_office.fill(desk.office)


def workspace(desk: Desk) -> Workspace:
    assert isinstance(desk.page, Workspace)
    return desk.page


def trigger(desk: Desk, action: str) -> None:
    assert desk.window.commands[action].isEnabled(), action
    desk.window.commands[action].trigger()


def test_a_file_opens_at_today(desk: Desk) -> None:
    assert isinstance(desk.page, TodayPage)
    assert desk.window.frame.windowTitle().startswith("Örnek Belediyesi")
    assert desk.window.commands["go.anywhere"].isEnabled()
    assert not desk.window.commands["edit.undo"].isEnabled()


def test_the_navigation_leads_to_lists(qtbot: QtBot, desk: Desk) -> None:
    navigation = desk.window.frame.findChild(Navigation)
    assert navigation is not None
    places = navigation.lists[0]
    item = next(places.item(row) for row in range(places.count()) if places.item(row).text() == "Countries")
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=places.visualItemRect(item).center())
    assert workspace(desk).kind is Country


def test_back_and_forward_through_records(desk: Desk, ids: dict[str, str]) -> None:
    desk.go_to_place("partner")
    workspace(desk).list.opened.emit("partner", ids["partner"])
    desk.go(Spot("visit", ids["visit"]))
    trigger(desk, "go.back")
    assert (workspace(desk).kind.__tablename__, workspace(desk).row_id) == ("partner", ids["partner"])
    trigger(desk, "go.back")
    assert workspace(desk).row_id == ""
    trigger(desk, "go.forward")
    trigger(desk, "go.forward")
    assert workspace(desk).row_id == ids["visit"]
    assert not desk.window.commands["go.forward"].isEnabled()


def test_going_to_a_place_again_finds_it_as_it_was(desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("partner", ids["partner"]))
    desk.go_to_place("person")
    desk.go_to_place("partner")
    assert workspace(desk).row_id == ids["partner"]


def test_a_person_is_added_by_keyboard_and_taken_back(qtbot: QtBot, desk: Desk) -> None:
    desk.go_to_place("person")

    def fill() -> None:
        dialog = desk.window.frame.findChild(NewRecordDialog)
        assert dialog is not None
        cell = next(cell for cell in dialog.cells if cell.field.name == "family_name")
        cell.begin(Qt.FocusReason.OtherFocusReason)
        line = cell.findChild(QLineEdit)
        assert line is not None
        typed(line, "Iğdırlıoğlu")
        dialog.accept()

    QTimer.singleShot(0, fill)
    trigger(desk, "record.new")
    assert desk.office is not None
    with desk.office.read() as session:
        made = session.scalars(select(Person)).one()
    assert made.family_name == "Iğdırlıoğlu"
    assert workspace(desk).row_id == made.id
    assert desk.window.commands["edit.undo"].text() == "Undo: Person added"
    trigger(desk, "edit.undo")
    assert workspace(desk).row_id == ""
    assert not desk.trail.has_forward
    trigger(desk, "edit.redo")
    with desk.office.read() as session:
        assert session.scalars(select(Person)).one().id == made.id


def test_deleting_offers_the_way_back(desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("person", ids["person"]))
    trigger(desk, "record.delete")
    assert workspace(desk).row_id == ""
    assert workspace(desk).list.isAncestorOf(QApplication.focusWidget() or desk.window.frame)
    toast = desk.window.frame.findChildren(Toast)[-1]
    assert "YILMAZ" in toast.findChildren(QLabel)[0].text()
    toast.findChildren(QPushButton)[0].click()
    assert desk.office is not None
    with desk.office.read() as session:
        assert session.get(Person, ids["person"]) is not None


def test_a_new_visit_from_an_earlier_one_begins_with_the_one_that_is_shown(
    desk: Desk, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources: list[str] = []
    monkeypatch.setattr(
        CopyDialog, "exec", lambda dialog: sources.append(str(dialog.source.currentData())) or 0
    )
    for spot in (Spot("visit", ids["visit"]), Spot("partner", ids["partner"])):
        desk.go(spot)
        trigger(desk, "visit.from")
    desk.go(Spot("visit", ids["visit"]))
    trigger(desk, "record.copy")
    assert (sources[0], sources[2]) == (ids["visit"], ids["visit"])


def test_the_language_changes_in_place(desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("visit", ids["visit"]))
    trigger(desk, "language.tr")
    assert workspace(desk).row_id == ids["visit"]
    assert desk.window.commands["place.partner"].text() == "Ortaklar"
    assert desk.window.commands["language.tr"].isChecked()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "İptal"
    trigger(desk, "language.en")
    assert desk.window.commands["place.partner"].text() == "Partners"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_text_and_theme_change_in_place(qtbot: QtBot, desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("person", ids["person"]))
    before = QApplication.font().pointSizeF()
    trigger(desk, "text.larger")
    qtbot.wait(1)  # what was replaced goes, else it is dressed too
    trigger(desk, "theme.dark")
    assert QApplication.font().pointSizeF() > before
    assert workspace(desk).row_id == ids["person"]
    qtbot.wait(1)
    trigger(desk, "text.normal")
    assert QApplication.font().pointSizeF() == before


def test_closing_the_file_makes_a_backup_and_shows_the_welcome_page(
    desk: Desk, ids: dict[str, str], own_folders: Path
) -> None:
    trigger(desk, "file.close")
    assert isinstance(desk.page, WelcomePage)
    assert len(list(own_folders.rglob("backups/*/*.dipdesk"))) == 1
    assert not desk.window.commands["go.anywhere"].isEnabled()
    assert desk.recent.last_open() is None


def test_a_file_that_cannot_be_opened_leaves_the_open_one(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    foreign = tmp_path / "not ours.dipdesk"
    foreign.write_text("something else", encoding="utf-8")
    desk.files.open(foreign)
    qtbot.waitUntil(lambda: bool(desk.window.message.sentence))
    assert "not ours.dipdesk" in desk.window.message.sentence
    assert desk.office is not None
    assert desk.office.path.name == "Örnek.dipdesk"


def test_a_start_with_a_file_that_is_gone_shows_the_welcome_page(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.close_file()
    desk.pages.drop()
    desk.begin(FirstFile(desk.jobs, tmp_path / "gone.dipdesk", desk.late.hold), sample=False)
    qtbot.waitUntil(lambda: isinstance(desk.page, WelcomePage))
    assert "gone.dipdesk" in desk.window.message.sentence


def test_a_backup_is_put_back(
    qtbot: QtBot, desk: Desk, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda self: pytest.fail("a question nobody expects"))
    made = back_up(qtbot, desk)
    qtbot.wait(1100)  # backups are called by the second, and closing makes another
    desk.go(Spot("person", ids["person"]))
    trigger(desk, "record.delete")
    assert desk.office is not None
    path = desk.office.path
    with qtbot.waitSignal(desk.files.opened):
        desk.files.restore(made)
    with desk.office.read() as session:
        assert session.get(Person, ids["person"]) is not None
    assert len(list(path.parent.glob("Örnek-*.dipdesk"))) == 1
    assert backup.list_backups(desk.files.backup_folder())


def test_the_next_start_finds_the_place_again(
    qtbot: QtBot, desk: Desk, ids: dict[str, str], office_path: Path
) -> None:
    desk.go(Spot("partner", ids["partner"]))
    desk._leave()
    with qtbot.waitSignal(desk.files.opened):
        desk.files.open(office_path)
    assert workspace(desk).row_id == ids["partner"]
    assert desk.recent.last_open() == office_path


def test_the_welcome_page_is_reached_with_a_file_open(desk: Desk) -> None:
    trigger(desk, "place.welcome")
    assert isinstance(desk.page, WelcomePage)
    texts = [button.accessibleName() for button in desk.page.findChildren(QPushButton)]
    assert any(text.startswith(_("Import a list …")) for text in texts)


def test_the_menu_lists_the_files_used_last(
    qtbot: QtBot, desk: Desk, tmp_path: Path, office_path: Path
) -> None:
    with qtbot.waitSignal(desk.files.opened):
        desk.files.make(tmp_path / "yeni.dipdesk", "Yeni Belediyesi", "union")
    entries = desk.window.menus["recent"].actions()
    assert [one.text() for one in entries] == ["yeni", "Örnek"]
    with qtbot.waitSignal(desk.files.opened):
        entries[1].trigger()
    assert desk.office is not None
    assert desk.office.path == office_path


def test_f6_goes_round_the_window(desk: Desk, ids: dict[str, str]) -> None:
    desk.go(Spot("partner", ids["partner"]))
    page, navigation = workspace(desk), desk.window.navigation
    navigation.focus_list()
    for part in (page.list, page.record, navigation):
        trigger(desk, "go.pane")
        assert part is not None
        assert part.isAncestorOf(QApplication.focusWidget())


def test_the_status_bar_grows_with_the_text(desk: Desk) -> None:
    labels = desk.window.frame.statusBar().findChildren(QLabel)
    before = [label.fontMetrics().height() for label in labels]
    desk.looks.set_text_percent(150)
    after = [label.fontMetrics().height() for label in labels]
    desk.looks.set_text_percent(100)
    assert len(labels) >= 2
    assert all(new >= 1.4 * old for old, new in zip(before, after, strict=True))


def test_the_sample_office_is_called_so_in_every_language(own_folders: Path) -> None:
    with speaking("tr"):
        made = files.sample_path()
        turkish = files.shown_name(made)
        made.touch()
    assert made.name == f"{turkish}.dipdesk"
    assert files.sample_path() == made
    assert files.shown_name(made) == "Sample office"
    assert files.shown_name(own_folders / "Büro.dipdesk") == "Büro.dipdesk"


def test_the_offer_to_move_the_programme_is_reached_by_f6_and_gives_the_focus_back(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office is not None
    nine = Moment(datetime(2027, 5, 12, 9))  # noqa: DTZ001 - what the clock on the wall shows
    with desk.office.change("a visit") as session:
        visit = Visit(title_en="Visit", starts=nine.local.date(), ends=nine.local.date())
        travel = Travel(visit_id=visit.id, number="TK 1", arrives=nine)
        welcome = ProgrammeItem(visit_id=visit.id, starts=nine.after(10), title_en="Welcome")
        session.add_all([visit, travel, welcome])
    desk.go(Spot("travel", travel.id))
    with desk.office.change("later") as session:
        session.get_one(Travel, travel.id).arrives = nine.after(60)
    offer = desk.window.offer
    assert offer.sentence.endswith("Move 1 item of the programme with it?")
    desk.window.navigation.focus_list()
    desk.do("go.pane")
    assert QApplication.focusWidget() is offer.button
    monkeypatch.setattr("dipdesk.gui.arrival_watch.ArrivalDialog.exec", lambda _dialog: 1)
    offer.button.click()
    with desk.office.read() as session:
        assert session.get_one(ProgrammeItem, welcome.id).starts == nine.after(70)
    focused = QApplication.focusWidget()
    assert desk.page is not None
    assert focused is not None
    assert desk.page.isAncestorOf(focused)
    desk.close_file()
    assert offer.isHidden()
