"""The dialogs of the intake form: written, read with warnings, nothing stored before it is confirmed."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.desk import Desk
from dipdesk.gui.form.visit.intake_section import READ, SEND, IntakeSection
from dipdesk.gui.intake.read_dialog import ReadDialog
from dipdesk.gui.intake.send_dialog import SendDialog
from dipdesk.gui.settings import Settings
from dipdesk.gui.trail import Spot
from dipdesk.i18n import _, speak
from dipdesk.model import DelegationMember, Person
from dipdesk.store.office_file import OfficeFile
from tests.exchange.intake.forms import PEOPLE, filled, put, visit


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def members(office: OfficeFile) -> int:
    with office.read() as session:
        return len(list(session.scalars(select(DelegationMember))))


def read(
    qtbot: QtBot,
    office: OfficeFile,
    settings: Settings,
    folder: Path,
    people: tuple[Mapping[str, str], ...] = PEOPLE,
) -> ReadDialog:
    visit_id = visit(office)
    path = filled(office, visit_id, folder / "form.xlsx", people)
    dialog = ReadDialog(office, visit_id, path, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_the_form_is_written_where_one_says(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path, ending: str
) -> None:
    dialog = SendDialog(office, visit(office), settings)
    qtbot.addWidget(dialog)
    dialog.format.setCurrentIndex(dialog.format.findData(ending))
    dialog.write(tmp_path / "form")
    assert (tmp_path / f"form{ending}").exists()
    assert dialog.result() == SendDialog.DialogCode.Accepted


def test_a_sound_form_is_stored_by_enter(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path
) -> None:
    dialog = read(qtbot, office, settings, tmp_path)
    assert [line.cells[2] for line in dialog.rows.lines] == ["Somebody new"] * 3
    assert dialog.rows.lines[0].cells[3] == "Bürgermeisterin (Mayor)"
    assert members(office) == 0
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert members(office) == 3
    assert office.undo_label == "Intake form: Visit"


def test_warnings_stand_with_their_cells(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path
) -> None:
    people = ({"family_name": "Muster", "phone": "call me"}, {"given_name": "Nobody"})
    dialog = read(qtbot, office, settings, tmp_path, people)
    assert [line.cells[:2] for line in dialog.warnings.lines] == [
        ("M7", "Phone during the visit"),
        ("Row 8", "Family name"),
    ]
    assert dialog.rows.lines[1].cells[4] == "Refused · 1 warning"
    dialog.reject()
    assert members(office) == 0


def test_one_chooses_who_is_meant(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path
) -> None:
    put(office, Person(family_name="Mustermann", given_name="Ewa"))
    dialog = read(qtbot, office, settings, tmp_path, ({"family_name": "Mustermann", "given_name": "Eva"},))
    assert "May be Ewa MUSTERMANN" in dialog.warnings.lines[0].cells[2]
    dialog.meant.setCurrentIndex(1)
    dialog.meant.activated.emit(1)
    assert dialog.rows.lines[0].cells[2] == "Ewa MUSTERMANN"
    dialog.accept()
    with office.read() as session:
        assert len(list(session.scalars(select(Person)))) == 1


def test_a_file_can_be_dropped_and_a_foreign_one_is_refused(
    qtbot: QtBot, office: OfficeFile, settings: Settings, tmp_path: Path
) -> None:
    dialog = read(qtbot, office, settings, tmp_path)
    foreign = tmp_path / "other.xlsx"
    foreign.write_text("no form", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(foreign))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    assert dialog.plan is None
    assert not dialog.rows.lines
    dialog.accept()
    assert members(office) == 0


def test_the_buttons_of_the_page_set_off_the_actions(qtbot: QtBot, office: OfficeFile) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    done: list[str] = []
    for name in (SEND, READ):
        action = QAction(window)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False, name=name: done.append(name))
    section = IntakeSection(office, visit(office))
    window.setCentralWidget(section)
    section.send_button.click()
    section.read_button.click()
    assert done == [SEND, READ]


def test_the_commands_open_the_dialogs_for_the_visit(qtbot: QtBot, desk: Desk, office_path: Path) -> None:
    desk.files.open(office_path)
    qtbot.waitUntil(lambda: desk.office is not None)
    assert desk.office is not None
    visit_id = visit(desk.office)
    desk.go(Spot("visit", visit_id))
    qtbot.waitUntil(lambda: desk.window.commands[READ].isEnabled())
    for name, kind in ((SEND, SendDialog), (READ, ReadDialog)):
        desk.window.commands[name].trigger()
        (dialog,) = desk.window.frame.findChildren(kind)
        assert dialog.isVisible()
        dialog.reject()
        qtbot.waitUntil(partial(lambda one: not desk.window.frame.findChildren(one), kind))


def test_going_back_is_called_the_same_everywhere(
    qtbot: QtBot, office: OfficeFile, settings: Settings
) -> None:
    speak("tr")
    dialog = SendDialog(office, visit(office), settings)
    qtbot.addWidget(dialog)
    box = dialog.findChildren(QDialogButtonBox)[0]
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == _("Cancel") == "Vazgeç"
