"""The import dialog, by mouse and by keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.importing.dialog import ImportDialog
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import Toast
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import speak
from dipdesk.model import Agreement, Partner, Person
from dipdesk.store.office_file import OfficeFile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SISTER_CITIES = Path(__file__).parents[2] / "data" / "sister_cities_published.csv"
PEOPLE = (
    "Ad;Soyad;E-posta;Telefon;Boş\n"
    "Ayşe;Yılmaz;ayse@ornek.bel.tr;+90 266 123 45 67;\n"
    "<b>Mehmet</b>;Kaya;kaya@;1234;x\n"
)
Open = Callable[[Path | None], ImportDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs(window: QWidget) -> Iterator[Jobs]:
    made = Jobs(window)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, office: OfficeFile, settings: Settings, jobs: Jobs, window: QWidget) -> Open:
    """Opens the dialog and waits until it knows what would happen."""

    def make(path: Path | None) -> ImportDialog:
        dialog = ImportDialog(office, path, settings, jobs, window)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, dialog, jobs)
        return dialog

    return make


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "kişiler.csv"
    path.write_text(PEOPLE, encoding="cp1254")
    return path


def settle(qtbot: QtBot, dialog: ImportDialog, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.is_busy and not dialog._soon.isActive())


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


def says(dialog: QWidget, text: str) -> bool:
    return any(text in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def shown(dialog: ImportDialog, name: str) -> list[list[str]]:
    table = next(one for one in dialog.findChildren(QTableView) if one.accessibleName() == name)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def box(dialog: ImportDialog, name: str) -> QComboBox:
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


def choose(choice: QComboBox, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def count(office: OfficeFile, kind: type[Partner] | type[Agreement] | type[Person]) -> int:
    with office.read() as session:
        return len(session.scalars(select(kind)).all())


def test_a_published_list_is_imported_by_keyboard_and_taken_back(
    qtbot: QtBot, opened: Open, office: OfficeFile, window: QWidget
) -> None:
    dialog = opened(SISTER_CITIES)
    assert says(dialog, "70 rows read. 219 records will be added.")
    assert box(dialog, "What it is").currentData() == "sister_cities"
    assert len(shown(dialog, "First rows")) == 20
    assert shown(dialog, "First rows")[0][:4] == ["2", "New", "Balıkesir Büyükşehir", "Roxas"]
    assert not button(dialog, "Import without the refused rows").isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (count(office, Partner), count(office, Agreement)) == (78, 71)
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.accessibleName() == "70 rows read. 219 records added."
    qtbot.mouseClick(button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert (count(office, Partner), count(office, Agreement)) == (0, 0)


def test_the_way_back_leaves_later_work_alone(
    qtbot: QtBot, opened: Open, office: OfficeFile, window: QWidget
) -> None:
    button(opened(SISTER_CITIES), "Import").click()
    with office.change("Later") as session:
        session.add(Person(family_name="Yılmaz"))
    toast = window.findChild(Toast)
    assert toast is not None
    button(toast, "Undo").click()
    assert count(office, Person) == 1


def test_refused_rows_are_shown_with_their_reasons(opened: Open, people: Path, office: OfficeFile) -> None:
    dialog = opened(people)
    assert says(dialog, "2 rows read. 1 record will be added. 1 row is refused.")
    (refused,) = shown(dialog, "Refused rows")
    assert refused[:3] == [
        "3",
        "“kaya@” is not an e-mail address. Write it like name@city.org.",
        "<b>Mehmet</b>",
    ]
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    assert tabs.tabText(1) == "Refused (1)"
    assert not button(dialog, "Import").isEnabled()
    dialog.accept()
    assert (dialog.isVisible(), count(office, Person)) == (True, 0)
    button(dialog, "Import without the refused rows").click()
    assert (dialog.isVisible(), count(office, Person)) == (False, 1)


def test_a_column_can_be_left_out_or_mean_something_else(
    qtbot: QtBot, opened: Open, people: Path, jobs: Jobs, office: OfficeFile
) -> None:
    dialog = opened(people)
    assert box(dialog, "Meaning of the column “Boş”").currentData() == ""
    choose(box(dialog, "Meaning of the column “E-posta”"), "")
    settle(qtbot, dialog, jobs)
    assert says(dialog, "2 rows read. 2 records will be added.")
    choose(box(dialog, "Meaning of the column “Soyad”"), "given_name")
    assert box(dialog, "Meaning of the column “Ad”").currentData() == ""
    settle(qtbot, dialog, jobs)
    assert says(dialog, "No column is chosen for “Family name”.")
    assert not button(dialog, "Import").isEnabled()
    choose(box(dialog, "Meaning of the column “Ad”"), "family_name")
    settle(qtbot, dialog, jobs)
    button(dialog, "Import").click()
    with office.read() as session:
        assert {(one.given_name, one.family_name) for one in session.scalars(select(Person))} == {
            ("Yılmaz", "Ayşe"),
            ("Kaya", "<b>Mehmet</b>"),
        }


def test_encoding_and_separator_can_be_chosen(qtbot: QtBot, opened: Open, people: Path, jobs: Jobs) -> None:
    dialog = opened(people)
    assert box(dialog, "Encoding").currentText() == "Windows-1254 (found)"
    assert box(dialog, "Separator").currentText() == "Semicolon (found)"
    choose(box(dialog, "Encoding"), "cp1252")
    settle(qtbot, dialog, jobs)
    assert box(dialog, "Encoding").currentText() == "Windows-1252"
    assert shown(dialog, "First rows")[0][2] == "Ayþe"
    choose(box(dialog, "Encoding"), "utf-8")
    settle(qtbot, dialog, jobs)
    bar = dialog.findChild(MessageBar)
    assert bar is not None
    assert bar.sentence == "The letters of this file cannot be read as UTF-8. Choose another encoding."
    assert not button(dialog, "Import").isEnabled()
    choose(box(dialog, "Encoding"), "")
    settle(qtbot, dialog, jobs)
    assert bar.sentence == ""
    assert shown(dialog, "First rows")[0][2] == "Ayşe"


def test_what_the_table_is_can_be_chosen(qtbot: QtBot, opened: Open, people: Path, jobs: Jobs) -> None:
    dialog = opened(people)
    choose(box(dialog, "What it is"), "partner")
    settle(qtbot, dialog, jobs)
    assert box(dialog, "Meaning of the column “Ad”").currentData() == "name_tr"
    assert says(dialog, "2 rows read. 1 record will be added. 1 row is refused.")


def test_known_records_can_be_left_alone(
    qtbot: QtBot, opened: Open, tmp_path: Path, jobs: Jobs, office: OfficeFile
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("name_en,country,population\nŠtip,MK,10\n", encoding="utf-8")
    button(opened(path), "Import").click()
    path.write_text("name_en,country,population\nŠtip,MK,11\n", encoding="utf-8")
    dialog = opened(path)
    assert says(dialog, "1 row read. 1 record will be updated.")
    dialog._body.update_known.click()
    settle(qtbot, dialog, jobs)
    assert says(dialog, "1 row read. 0 records will be added. 1 row is known already.")
    assert not button(dialog, "Import").isEnabled()


def test_a_broken_file_gives_one_sentence(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_bytes(b'a,b\n1,"x\n')
    dialog = opened(path)
    assert says(dialog, "A quotation mark on line 2 is never closed.")
    assert not button(dialog, "Import").isEnabled()


def test_a_file_is_chosen_or_dropped(
    qtbot: QtBot, opened: Open, people: Path, jobs: Jobs, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(None)
    assert says(dialog, "Drop files here")
    assert button(dialog, "Choose files").focusPolicy() & Qt.FocusPolicy.TabFocus
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(people)], ""))
    qtbot.keyClick(button(dialog, "Choose files"), Qt.Key.Key_Space)
    settle(qtbot, dialog, jobs)
    assert says(dialog, "kişiler.csv")
    assert settings.get("import.folder", "") == str(people.parent)
    drop(dialog, SISTER_CITIES)
    settle(qtbot, dialog, jobs)
    assert says(dialog, "sister_cities_published.csv")
    assert says(dialog, "70 rows read.")


def test_a_file_is_chosen_with_enter(
    qtbot: QtBot, opened: Open, people: Path, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(None)
    choose_file = button(dialog, "Choose files")
    assert dialog.focusWidget() is choose_file
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(people)], ""))
    qtbot.keyClick(choose_file, Qt.Key.Key_Return)
    settle(qtbot, dialog, jobs)
    assert says(dialog, "kişiler.csv")


@pytest.mark.parametrize("code", ["en", "tr"])
def test_what_happens_to_a_row_is_never_cut(
    opened: Open, tmp_path: Path, office: OfficeFile, code: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("name_en,country\nŠtip,MK\n", encoding="utf-8")
    button(opened(path), "Import").click()
    speak(code)
    dialog = opened(path)
    table = next(one for one in dialog.findChildren(QTableView) if one.model().rowCount())
    words = table.model().index(0, 1).data()
    assert words in ("Known already", "Zaten kayıtlı")
    room = table.columnWidth(1) - table.iconSize().width() - 4 * SPACE[1]
    assert room >= table.fontMetrics().horizontalAdvance(words)
    assert table.columnWidth(1) >= table.horizontalHeader().sectionSizeHint(1)
    speak("en")


def drop(dialog: ImportDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_text_of_the_file_is_never_markup(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "<b>x</b>.csv".replace("/", "")
    path.write_text('"<i>h</i>",name_en\n<img src="x">,Ad\u202efdp\n', encoding="utf-8")
    dialog = opened(path)
    for label in (one for one in dialog.findChildren(QLabel) if one.text()):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert shown(dialog, "First rows")[0][2] == "Ad⟨202E⟩fdp"
    table = dialog.findChildren(QTableView)[0]
    assert "<img" not in str(table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole))
    assert says(dialog, '<img src="x">')


def test_closing_stops_what_is_under_way(
    qtbot: QtBot, opened: Open, tmp_path: Path, office: OfficeFile, jobs: Jobs
) -> None:
    path = tmp_path / "many.csv"
    path.write_text(
        "given_name,family_name\n" + "".join(f"A{n},B{n}\n" for n in range(3000)), encoding="utf-8"
    )
    dialog = opened(None)
    dialog.open_file(path)
    dialog.reject()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert not dialog.isVisible()
    assert count(office, Person) == 0


def shows(dialog: ImportDialog, name: str) -> bool:
    return any(one.accessibleName() == name and one.isVisible() for one in dialog.findChildren(QWidget))


def test_a_sheet_is_chosen_from_a_workbook(
    qtbot: QtBot, opened: Open, jobs: Jobs, office: OfficeFile, tmp_path: Path
) -> None:
    path = tmp_path / "kişiler.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notlar").write_row(0, 0, ["x", "y"])
        sheet = book.add_worksheet("Kişiler")
        sheet.write_row(0, 0, ["Ad", "Soyad", "E-posta"])
        sheet.write_row(1, 0, ["Ayşe", "Yılmaz", "a@b.example"])
    dialog = opened(path)
    assert not shows(dialog, "Encoding")
    assert not shows(dialog, "Separator")
    choose(box(dialog, "Sheet"), "Kişiler")
    settle(qtbot, dialog, jobs)
    assert box(dialog, "What it is").currentData() == "person"
    assert box(dialog, "Sheet").currentText() == "Kişiler"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert count(office, Person) == 1


def test_whose_list_it_is_can_be_said(
    qtbot: QtBot, opened: Open, jobs: Jobs, office: OfficeFile, tmp_path: Path
) -> None:
    with office.change("Union") as session:
        session.merge(office.office()).kind = "union"
    path = tmp_path / "cekmekoy_kardes_sehirler.csv"
    path.write_text("Kardeş Şehir;Ülke;Meclis Karar Tarihi\nÜsküp;MK;2015\n", encoding="utf-8")
    dialog = opened(path)
    (edit,) = (one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Municipality")
    assert (edit.isVisible(), edit.text()) == (True, "Çekmeköy")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Izmit")
    settle(qtbot, dialog, jobs)
    dialog.accept()
    with office.read() as session:
        (one,) = session.scalars(select(Agreement))
        assert one.municipality is not None
        assert one.municipality.name_tr == "Izmit"


def test_contacts_are_shown_and_imported(opened: Open, office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "kişiler.vcf"
    path.write_text(
        "BEGIN:VCARD\nN:Kaya;Ali\nORG:Örnek\nTITLE:Müdür\nPHOTO;ENCODING=b:iVBORw0KGgo=\nEND:VCARD\n",
        encoding="utf-8",
    )
    dialog = opened(path)
    assert box(dialog, "What it is").currentData() == "contacts"
    assert not shows(dialog, "Encoding")
    assert not shows(dialog, "Sheet")
    assert "Picture, 1 KB" in shown(dialog, "First rows")[0]
    dialog.accept()
    assert count(office, Person) == 1


def test_several_files_come_one_after_the_other(
    qtbot: QtBot, opened: Open, jobs: Jobs, office: OfficeFile, tmp_path: Path
) -> None:
    lists = []
    for number, city in enumerate(("Ulm", "Lublin", "Gent")):
        path = tmp_path / f"{number}.csv"
        path.write_text(f"name_en;country;population\n{city};DE;\n", encoding="utf-8")
        lists.append(path)
    dialog = opened(None)
    drop(dialog, *lists)
    settle(qtbot, dialog, jobs)
    assert says(dialog, "2 more files follow.")
    dialog.accept()
    settle(qtbot, dialog, jobs)
    assert dialog.isVisible()
    assert (says(dialog, "1.csv"), says(dialog, "1 more file follows.")) == (True, True)
    qtbot.mouseClick(button(dialog, "Skip this file"), Qt.MouseButton.LeftButton)
    settle(qtbot, dialog, jobs)
    assert not button(dialog, "Skip this file").isVisible()
    dialog.accept()
    assert not dialog.isVisible()
    with office.read() as session:
        assert sorted(one.name_en for one in session.scalars(select(Partner))) == ["Gent", "Ulm"]
    assert len(office.undo_labels()) == 2
