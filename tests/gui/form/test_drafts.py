"""What is typed and not stored yet: said beside the field, kept on the disk, offered when one comes back."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.gui.desk import Desk
from dipdesk.gui.form.drafts import Draft, Drafts
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.tokens import tokens
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Partner, ProgrammeItem, Visit
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added, press, stored

Typist = Callable[[QWidget, str], None]
Open = Callable[[], RecordPage]


@pytest.fixture
def folder() -> Path:
    """Where drafts lie."""
    return paths.settings_file().parent / "drafts"


@pytest.fixture
def partner(office: OfficeFile) -> Partner:
    """A partner whose page is tried."""
    made = Partner(name_tr="Mostar", note_tr="Eski not")
    added(office, made)
    return made


@pytest.fixture
def open_page(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews, partner: Partner
) -> Open:
    """Opens the page of the partner, as after a start."""

    def make() -> RecordPage:
        page = RecordPage(office, Partner, partner.id, settings, news)
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def texts(folder: Path) -> list[str]:
    """What the files of drafts hold."""
    return [one.read_text(encoding="utf-8") for one in folder.glob("*")] if folder.is_dir() else []


def test_the_field_says_that_it_is_not_saved_yet(open_page: Open, type_text: Typist) -> None:
    cell = open_page().cells["name_tr"]
    cell.begin()
    assert not cell.is_typed
    type_text(QApplication.focusWidget(), "Novi Pazar")
    assert cell.is_typed
    assert cell.mark == "not saved yet"
    assert "not saved yet" in QApplication.focusWidget().accessibleDescription()
    before = cell.height()
    press(Qt.Key.Key_Return)
    assert not cell.is_typed
    assert cell.mark == ""
    assert cell.height() <= before


def test_the_page_tells_whether_something_is_being_typed(open_page: Open, type_text: Typist) -> None:
    page = open_page()
    told: list[bool] = []
    page.typing.connect(told.append)
    page.cells["name_tr"].begin()
    type_text(QApplication.focusWidget(), "abc")
    assert page.is_typed
    press(Qt.Key.Key_Escape)
    assert not page.is_typed
    assert told == [True, False]


def test_text_is_on_the_disk_a_second_after_the_last_key(
    qtbot: QtBot, open_page: Open, type_text: Typist, folder: Path
) -> None:
    page = open_page()
    assert page.drafts._later.interval() < 1000
    page.cells["note_tr"].begin()
    type_text(QApplication.focusWidget(), "Şükrü Bey’in ")
    qtbot.waitUntil(lambda: any("Şükrü Bey’in" in one for one in texts(folder)))
    type_text(QApplication.focusWidget(), "notu")
    qtbot.waitUntil(lambda: any("Şükrü Bey’in notu" in one for one in texts(folder)))
    files = list(folder.iterdir())
    assert [stat.S_IMODE(one.stat().st_mode) for one in (folder, *files)] == [0o700, 0o600]


def test_steady_typing_does_not_put_off_the_writing(
    qtbot: QtBot, open_page: Open, type_text: Typist, folder: Path
) -> None:
    open_page().cells["note_tr"].begin()
    for _time in range(13):
        type_text(QApplication.focusWidget(), "x")
        qtbot.wait(100)
    assert texts(folder)


def test_stored_text_leaves_nothing_behind(
    qtbot: QtBot, open_page: Open, type_text: Typist, folder: Path
) -> None:
    open_page().cells["note_tr"].begin()
    type_text(QApplication.focusWidget(), "gizli")
    qtbot.waitUntil(lambda: texts(folder) != [])
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(folder) == []
    qtbot.wait(1100)
    assert texts(folder) == []


def test_text_taken_back_leaves_nothing_behind(
    qtbot: QtBot, open_page: Open, type_text: Typist, folder: Path
) -> None:
    open_page().cells["note_tr"].begin()
    type_text(QApplication.focusWidget(), "gizli")
    qtbot.waitUntil(lambda: texts(folder) != [])
    press(Qt.Key.Key_Escape)
    assert texts(folder) == []


def lose(qtbot: QtBot, page: RecordPage, folder: Path) -> None:
    """Let the page go the way it goes when the program is killed: what is on the disk stays."""
    qtbot.waitUntil(lambda: texts(folder) != [])
    kept = {one: one.read_bytes() for one in folder.iterdir()}
    for cell in page.cells.values():
        cell.revert()
    page.close()
    for path, content in kept.items():
        path.write_bytes(content)


def test_lost_text_waits_in_its_field(
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist, folder: Path, partner: Partner
) -> None:
    page = open_page()
    page.cells["phone"].begin()
    type_text(QApplication.focusWidget(), "+387 36 500")
    lose(qtbot, page, folder)
    page = open_page()
    cell = page.cells["phone"]
    assert not cell.isHidden()
    assert cell.is_typed
    assert cell.editor.text() == "+387 36 500"
    assert "typed" in cell.remark
    assert "Esc" in cell.remark
    assert cell.words.note._text._colour == tokens(cell).attention
    assert not cell.editor.stops()[0].hasFocus()
    assert page.commit()
    assert stored(office, Partner, partner.id).phone == ""
    assert texts(folder) != []
    cell.begin()
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).phone == "+387 36 500"
    assert cell.remark == ""
    assert texts(folder) == []


def test_lost_text_can_be_taken_back(qtbot: QtBot, open_page: Open, type_text: Typist, folder: Path) -> None:
    page = open_page()
    page.cells["name_tr"].begin()
    type_text(QApplication.focusWidget(), "yanlış")
    lose(qtbot, page, folder)
    cell = open_page().cells["name_tr"]
    cell.begin()
    press(Qt.Key.Key_Escape)
    assert cell.shown == "Mostar"
    assert not cell.is_typed
    assert texts(folder) == []
    assert open_page().cells["name_tr"].is_typed is False


def test_half_a_moment_comes_back(
    qtbot: QtBot,
    office: OfficeFile,
    settings: Settings,
    news: OfficeNews,
    type_text: Typist,
    folder: Path,
) -> None:
    visit = Visit(title_tr="Ziyaret")
    added(office, visit)
    item = ProgrammeItem(visit_id=visit.id, title_tr="Kabul")
    added(office, item)
    page = RecordPage(office, ProgrammeItem, item.id, settings, news)
    qtbot.addWidget(page)
    page.show()
    page.cells["starts"].begin()
    type_text(page.cells["starts"].editor.stops()[0], "8 Mart 20")
    lose(qtbot, page, folder)
    again = RecordPage(office, ProgrammeItem, item.id, settings, news)
    qtbot.addWidget(again)
    parts = again.cells["starts"].editor.stops()
    assert [one.property("text") for one in parts] == ["8 Mart 20", "", "Europe/Istanbul"]


def test_draft_goes_with_its_record(
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist, folder: Path, partner: Partner
) -> None:
    page = open_page()
    page.cells["note_tr"].begin()
    type_text(QApplication.focusWidget(), "gizli")
    qtbot.waitUntil(lambda: texts(folder) != [])
    with office.change("Gone") as session:
        session.delete(session.get_one(Partner, partner.id))
    assert texts(folder) == []


def test_a_spoilt_file_is_no_draft(open_page: Open, folder: Path, partner: Partner) -> None:
    page = open_page()
    folder.mkdir(parents=True)
    for content in (b"", b"[]", b'{"name_tr": 3}', b"\xff\xfe", b'{"nothing": {}}'):
        page.drafts.path.write_bytes(content)
        assert not open_page().is_typed, content


def test_old_files_and_halves_of_files_go(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder / "o-partner-1.json")
    drafts.keep("name_tr", "Mostar")
    drafts.flush()
    assert Drafts(drafts.path).found()["name_tr"].text == "Mostar"
    old, half = folder / "o-partner-2.json", folder / ".o-partner-1.json.123.partial"
    for one in (old, half):
        one.write_text("{}", encoding="utf-8")
    os.utime(old, (0, 0))
    os.utime(half, (0, 0))
    Drafts(drafts.path).found()
    assert [one.name for one in folder.iterdir()] == ["o-partner-1.json"]


def test_a_folder_that_cannot_be_written_hinders_nobody(
    open_page: Open, type_text: Typist, folder: Path, office: OfficeFile, partner: Partner
) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", encoding="utf-8")
    page = open_page()
    page.cells["name_tr"].begin()
    type_text(QApplication.focusWidget(), "Novi Pazar")
    page.drafts.flush()
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).name_tr == "Novi Pazar"


def test_a_killed_program_loses_at_most_a_second(tmp_path: Path) -> None:
    path = tmp_path / "drafts" / "o-partner-1.json"
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from dipdesk.gui.form.drafts import Drafts\n"
        "app = QCoreApplication([])\n"
        f"drafts = Drafts(Path({str(path)!r}))\n"
        "drafts.keep('note_tr', 'yarım kalan not')\n"
        "QTimer.singleShot(1000, lambda: os.kill(os.getpid(), signal.SIGKILL))\n"
        "app.exec()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode < 0
    assert json.loads(path.read_text(encoding="utf-8"))["note_tr"]["text"] == "yarım kalan not"
    found = Drafts(path).found()["note_tr"]
    assert isinstance(found, Draft)
    assert abs((datetime.now().astimezone() - found.typed).total_seconds()) < 60


def test_the_status_bar_does_not_say_saved_meanwhile(qtbot: QtBot, desk: Desk, type_text: Typist) -> None:
    assert desk.office is not None
    partner = Partner(name_tr="Mostar")
    added(desk.office, partner)
    desk.go(Spot("partner", partner.id))
    page = desk.page
    assert isinstance(page, Workspace)
    assert page.record is not None
    page.record.cells["name_en"].begin()
    assert desk.window._saved.text().startswith("Saved")
    type_text(page.record.cells["name_en"].editor.stops()[0], "Mostar")
    assert desk.window._saved.text() == "Being typed: not saved yet"
    assert page.commit()
    assert desk.window._saved.text().startswith("Saved")
