"""The dialogs of the shell and the welcome page, clicked as people click them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.gui import files, new_office
from dipdesk.gui.backups import BackupsDialog
from dipdesk.gui.desk import Desk
from dipdesk.gui.importing.dialog import ImportDialog
from dipdesk.gui.new_office import NewOfficeDialog
from dipdesk.gui.recent import Recent
from dipdesk.gui.settings import Settings
from dipdesk.gui.settings_dialog import SettingsDialog
from dipdesk.gui.shortcuts import ShortcutsDialog
from dipdesk.gui.steps import StepsDialog
from dipdesk.gui.toast import Toast
from dipdesk.gui.welcome import WelcomePage
from dipdesk.i18n import language
from dipdesk.model import Person
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.gui.conftest import typed


def press(parent: object, text: str) -> None:
    """Click the button that says ``text``."""
    buttons = parent.findChildren(QPushButton)  # type: ignore[attr-defined]
    next(one for one in buttons if one.text() == text).click()


def test_a_new_office_needs_a_name_and_a_free_place(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_office, "office_folder", lambda: tmp_path)
    dialog = NewOfficeDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    name, file = dialog.findChildren(QLineEdit)
    make = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Make the file")
    assert not make.isEnabled()
    typed(name, "Iğdır/Merkez Belediyesi")
    assert file.text() == str(tmp_path / "IğdırMerkez Belediyesi.dipdesk")
    assert make.isEnabled()
    (tmp_path / "taken.dipdesk").touch()
    file.clear()
    typed(file, str(tmp_path / "taken"))
    assert not make.isEnabled()
    file.clear()
    typed(file, str(tmp_path / "free"))
    dialog.findChildren(QRadioButton)[1].click()
    make.click()
    assert dialog.result() == 1
    assert (dialog.name, dialog.kind, dialog.path.name) == (
        "Iğdır/Merkez Belediyesi", "union", "free.dipdesk",
    )  # fmt: skip


def test_a_new_office_is_not_put_where_it_must_not_lie(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = tmp_path / "Belgeler"
    synced.mkdir()
    monkeypatch.setattr(files, "documents", lambda: synced)
    assert files.office_folder() == synced
    (synced / ".stfolder").mkdir()
    dialog = NewOfficeDialog()
    qtbot.addWidget(dialog)
    name, file = dialog.findChildren(QLineEdit)
    typed(name, "Örnek")
    assert Path(file.text()).parent == files.office_folder() == paths.data() / "offices"
    make = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Make the file")
    assert make.isEnabled()
    file.clear()
    typed(file, str(synced / "x"))
    assert not make.isEnabled()
    assert any("Syncthing" in label.text() for label in dialog.findChildren(QLabel))


def test_a_file_in_a_synchronised_folder_is_copied_and_opened(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, here = tmp_path / "Ortak", tmp_path / "Belgeler"
    folder.mkdir()
    here.mkdir()
    monkeypatch.setattr(files, "documents", lambda: here)
    opening.create(folder / "Ofis.dipdesk", "Ortak Ofis").close()
    (folder / ".stfolder").mkdir()
    desk.files.open(folder / "Ofis.dipdesk")
    qtbot.waitUntil(lambda: bool(desk.window.frame.findChildren(QMessageBox)))
    assert "Syncthing" in desk.window.message.sentence
    (box,) = desk.window.frame.findChildren(QMessageBox)
    with qtbot.waitSignal(desk.files.opened):
        press(box, "Copy and open")
    assert desk.office is not None
    assert desk.office.path == here / "Ofis.dipdesk"


def test_a_new_office_is_made_and_opened(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.files.opened):
        desk.files.make(tmp_path / "yeni.dipdesk", "Yeni Belediyesi", "municipality")
    assert desk.office is not None
    assert desk.office.office().title() == "Yeni Belediyesi"
    assert desk.recent.files()[0].name == "yeni.dipdesk"


def test_settings_count_at_once_and_are_found(qtbot: QtBot, desk: Desk) -> None:
    dialog = SettingsDialog(desk.looks, desk.files)
    qtbot.addWidget(dialog)
    dialog.show()
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == "Türkçe").click()
    assert language() == "tr"
    assert desk.settings.get("language", "") == "tr"
    english = [one for one in dialog.findChildren(QRadioButton) if one.text() == "English"]
    english[-1].click()
    assert language() == "en"
    qtbot.waitUntil(lambda: len(dialog.findChildren(QLineEdit)) == 1)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dark = next(one for one in dialog.findChildren(QRadioButton) if one.isVisible() and one.text() == "Dark")
    assert not dark.focusPolicy() & Qt.FocusPolicy.TabFocus
    dark.setFocus()
    dark.click()
    here = dialog.focusWidget()
    assert isinstance(here, QRadioButton)
    assert (here.text(), here.isChecked()) == ("Dark", True)
    find = next(one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    typed(find, "yazı")
    assert len([one for one in dialog.findChildren(QComboBox) if one.isVisible()]) == 1
    assert not [one for one in dialog.findChildren(QRadioButton) if one.isVisible()]


def test_backups_are_made_listed_and_the_file_is_checked(qtbot: QtBot, desk: Desk) -> None:
    dialog = BackupsDialog(desk.files)
    qtbot.addWidget(dialog)
    dialog.show()
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    assert rows.count() == 0
    press(dialog, "Back up now")
    assert dialog.answer == "Writing the backup …"
    qtbot.waitUntil(lambda: rows.count() == 1)
    assert dialog.answer.startswith("Backed up:")
    press(dialog, "Check the file")
    assert dialog.answer == "The file is whole, and its history is complete."


def test_putting_a_backup_back_is_asked_first(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda self: asked.append(self.text()))
    dialog = BackupsDialog(desk.files)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(desk.files.backed_up):
        press(dialog, "Back up now")
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    rows.setCurrentRow(0)
    press(dialog, "Put this one back …")
    assert len(asked) == 1
    assert desk.office is not None


def test_a_backup_put_back_is_named_and_the_page_has_the_focus(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office is not None
    monkeypatch.setattr(BackupsDialog, "_is_sure", lambda self, path: True)
    desk.window.commands["file.backups"].trigger()
    dialog = desk.window.frame.findChild(BackupsDialog)
    assert dialog is not None
    with qtbot.waitSignal(desk.files.backed_up):
        press(dialog, "Back up now")
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    rows.setCurrentRow(0)
    when = rows.item(0).text().split(" · ")[0]
    with qtbot.waitSignal(desk.settled):
        press(dialog, "Put this one back …")
    qtbot.waitUntil(lambda: bool(desk.window.frame.findChildren(Toast)))
    said = desk.window.frame.findChildren(Toast)[-1].accessibleName()
    (aside,) = desk.office.path.parent.glob("Örnek-*.dipdesk")
    assert said == f"The state of {when} was put back. What was there before is kept as “{aside.name}”."
    qtbot.waitUntil(lambda: page_has_focus(desk))


def test_after_an_import_the_page_has_the_focus(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Path(__file__).parents[1] / "data" / "sister_cities_published.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(table)], ""))
    desk.window.commands["file.import"].trigger()
    dialog = desk.window.frame.findChild(ImportDialog)
    assert dialog is not None
    press(dialog, "Choose files")
    main = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Import")
    qtbot.waitUntil(main.isEnabled)
    qtbot.keyClick(main, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_has_focus(desk))


def page_has_focus(desk: Desk) -> bool:
    focus = desk.window.frame.focusWidget()
    return desk.page is not None and focus is not None and desk.page.isAncestorOf(focus)


def test_steps_are_taken_back_together(qtbot: QtBot, office: OfficeFile) -> None:
    for name in ("Ak", "Boz", "Can"):
        with office.change(f"{name} added") as session:
            session.add(Person(family_name=name))
    dialog = StepsDialog(office)
    qtbot.addWidget(dialog)
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    assert [rows.item(row).text() for row in range(3)] == ["Can added", "Boz added", "Ak added"]
    rows.setCurrentRow(1)
    press(dialog, "Take back 2 steps")
    assert office.undo_labels() == ["Ak added"]


def test_shortcuts_are_found(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    find = dialog.findChild(QLineEdit)
    assert find is not None
    assert len(dialog.shown()) > 20
    typed(find, "ctrl+k")
    assert dialog.shown() == ["Go to …"]
    find.clear()
    typed(find, "GERI AL")
    assert "Undo" in dialog.shown()
    find.clear()
    typed(find, "ins")
    assert "Add" in dialog.shown()


def test_the_welcome_page_opens_pins_and_forgets(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    recent = Recent(settings)
    there, gone = tmp_path / "there.dipdesk", tmp_path / "gone.dipdesk"
    there.touch()
    for path in (there, gone):
        recent.opened(path)
    page = WelcomePage(recent, is_open=False)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    rows = {one.accessibleName().split(",")[0]: one for one in page.findChildren(QPushButton)}
    assert not rows["gone"].isEnabled()
    with qtbot.waitSignal(page.file_wanted) as wanted:
        qtbot.mouseClick(rows["there"], Qt.MouseButton.LeftButton)
    assert wanted.args == [there]
    page.small_button("Keep “there” at the top").click()
    assert recent.is_pinned(there)
    page.small_button("Take “gone” off this list").click()
    assert recent.files() == [there]
    with qtbot.waitSignal(page.wanted) as action:
        rows["Open the sample office"].click()
    assert action.args == ["file.sample"]
