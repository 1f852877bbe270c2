"""Keys and clicks in the page of a record that spare the way: one click, one key, no detour."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.suggest import SuggestLine
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Partner, Person, Post, Record
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added, listed, partner_page, press, soon, stored

Typist = Callable[[QWidget, str], None]


def make_page(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> Callable[[type[Record], str], RecordPage]:
    def make(kind: type[Record], row_id: str) -> RecordPage:
        page = RecordPage(office, kind, row_id, settings, news)
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(30, widget.height() // 2))


def test_one_click_opens_a_choice_and_a_link(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    _partner, page = partner_page(office, make_page(qtbot, office, settings, news))
    qtbot.wait(100)  # until everything stands where it stays
    for name in ("kind", "country_id"):
        cell = page.cells[name]
        click(cell._text)
        line = cell.editor.stops()[0]
        assert isinstance(line, SuggestLine)
        qtbot.waitUntil(line.is_suggesting)
        assert line.suggested()
        below = line.mapToGlobal(QPoint(0, line.height()))
        assert abs(line._list.pos().y() - below.y()) <= 2
        rows = min(line._model.rowCount(), 12)
        assert line._list.viewport().height() >= rows * line._list.sizeHintForRow(0)
        press(Qt.Key.Key_Escape)
        assert not line.is_suggesting()


def test_a_click_into_the_open_editor_shows_and_hides_its_list(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    _partner, page = partner_page(office, make_page(qtbot, office, settings, news))
    page.cells["kind"].begin()
    line = page.cells["kind"].editor.stops()[0]
    assert isinstance(line, SuggestLine)
    assert not line.is_suggesting()
    click(line)
    assert line.is_suggesting()
    line._list.hide()
    click(line)
    assert not line.is_suggesting()
    qtbot.wait(350)
    click(line)
    assert line.is_suggesting()


def test_a_letter_begins_to_edit(
    qtbot: QtBot,
    office: OfficeFile,
    settings: Settings,
    news: OfficeNews,
    type_text: Typist,
) -> None:
    partner, page = partner_page(office, make_page(qtbot, office, settings, news))
    page.focus_first()
    type_text(QApplication.focusWidget() or page, "Ş")
    assert page.cells["name_tr"].is_editing
    type_text(QApplication.focusWidget() or page, "ile")
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).name_tr == "Şile"


def test_from_part_to_part(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> None:
    _partner, page = partner_page(office, make_page(qtbot, office, settings, news))
    page.focus_first()
    posts = listed(page, "post")
    for _part in range(len(page.groups) + len(page.sections)):
        page.go_on(1)
        if posts.add_button.hasFocus():
            break
    assert posts.add_button.hasFocus()
    assert (
        page._area.viewport()
        .rect()
        .contains(posts.add_button.mapTo(page._area.viewport(), posts.add_button.rect().center()))
    )
    dialogs: list[QWidget] = []
    soon(lambda: dialogs.append(QApplication.activeModalWidget() or page))
    press(Qt.Key.Key_Space)
    assert dialogs != [page]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_on(-1)
    assert not posts.isAncestorOf(QApplication.focusWidget())
    for _part in range(40):
        page.go_on(1)
    assert page.history.isAncestorOf(QApplication.focusWidget())
    for _part in range(40):
        page.go_on(-1)
    assert page.cells["name_tr"]._text.hasFocus()


def test_insert_adds_to_a_list(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    person, partner = Person(family_name="Kordić"), Partner(name_tr="Mostar")
    added(office, person, partner)
    added(office, Post(person_id=person.id, partner_id=partner.id, title_tr="Başkan"))
    page = make_page(qtbot, office, settings, news)(Partner, partner.id)
    posts = listed(page, "post")
    posts.table.setFocus()
    dialogs: list[QWidget | None] = []
    soon(lambda: dialogs.append(QApplication.activeModalWidget()))
    press(Qt.Key.Key_Insert)
    assert dialogs[0] is not None


def test_undo_belongs_to_the_office_unless_something_is_typed(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    _partner, page = partner_page(office, make_page(qtbot, office, settings, news), note_tr="Not")
    taken: list[bool] = []

    def is_taken_here(widget: QWidget) -> bool:
        taken.clear()
        QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return not taken

    action = page.addAction("Undo")
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: taken.append(True))
    for name in ("name_tr", "note_tr", "kind", "name_en"):
        cell = page.cells[name]
        cell.begin()
        line = cell.editor.stops()[0]
        assert not is_taken_here(line), name
        QTest.keyClick(line, "x")
        assert is_taken_here(line), name
        cell.revert()


def test_alt_down_opens_the_list_though_it_is_a_key_of_the_window(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    _partner, page = partner_page(office, make_page(qtbot, office, settings, news))
    taken: list[bool] = []
    action = page.addAction("Next record")
    action.setShortcut("Alt+Down")
    action.triggered.connect(lambda: taken.append(True))
    cell = page.cells["kind"]
    cell.begin()
    line = cell.editor.stops()[0]
    assert isinstance(line, SuggestLine)
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.is_suggesting()
    assert taken == []


def test_what_was_added_comes_into_sight(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    partner = Partner(name_tr="Mostar")
    added(office, partner)
    page = make_page(qtbot, office, settings, news)(Partner, partner.id)
    page.resize(900, 300)
    posts = listed(page, "post")
    made = [Post(partner_id=partner.id, title_tr=f"Başkan {number}") for number in range(9)]
    added(office, *made)
    posts.select(made[-1].id)
    viewport = page._area.viewport()

    def is_in_sight() -> bool:
        row = posts.table.visualRect(posts.table.currentIndex())
        return viewport.rect().contains(posts.table.viewport().mapTo(viewport, row.bottomLeft()))

    qtbot.waitUntil(is_in_sight)
