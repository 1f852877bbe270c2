"""The fields on the page of a record: writing, refusing, folding, and hostile texts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.gui.form.group import stem
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import Partner, Person, Post, Visit
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove
from tests.gui.form.pages import Open, Typist, added, listed, partner_page, press, stored
from tests.gui.form.sample import fill

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HOSTILE = (
    "<b>Ayşe</b> Yılmaz",
    "<b>Ayşe",
    "Smith & Oğulları; AT&T &copy; &#0;",
    "&#x110000;",
    '<img src="http://127.0.0.1:9/x.png"/>',
    "Mehmet<table>gizli",
    '<a href="javascript:alert(1)">tıkla</a>',
    "'; DROP TABLE contact;--",
    "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
)


def test_click_type_and_leave_stores(
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    partner, page = partner_page(office, open_page)
    cell = page.cells["name_tr"]
    qtbot.mouseClick(cell._text, Qt.MouseButton.LeftButton)
    assert cell.is_editing
    type_text(QApplication.focusWidget(), "Şanlıurfa ığdır")
    press(Qt.Key.Key_Tab)
    assert not cell.is_editing
    assert cell.shown == "Şanlıurfa ığdır"
    assert page.cells["name_en"].is_editing
    assert stored(office, Partner, partner.id).name_tr == "Şanlıurfa ığdır"
    assert office.undo_label == "Name in Turkish of Mostar changed"
    assert page.headline.title.text() == "Şanlıurfa ığdır"


def test_enter_stores_and_goes_on(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    partner, page = partner_page(office, open_page)
    page.cells["name_en"].begin()
    type_text(QApplication.focusWidget(), "Mostar City")
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).name_en == "Mostar City"
    assert page.cells["kind"].is_editing


def test_escape_puts_the_old_value_back(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    partner, page = partner_page(office, open_page)
    cell = page.cells["name_tr"]
    cell.begin()
    type_text(QApplication.focusWidget(), "Wrong")
    press(Qt.Key.Key_Escape)
    assert not cell.is_editing
    assert cell.shown == "Mostar"
    assert cell._text.hasFocus()
    page.cells["name_en"].begin()
    assert stored(office, Partner, partner.id).name_tr == "Mostar"
    assert office.undo_label == "Sample"


def test_control_enter_stores_and_stays(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    partner, page = partner_page(office, open_page, note_tr="Eski")
    cell = page.cells["note_tr"]
    cell.begin()
    type_text(QApplication.focusWidget(), "Yeni ")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(office, Partner, partner.id).note_tr == "Yeni Eski"
    assert cell._text.hasFocus()
    press(Qt.Key.Key_Return)
    assert cell.is_editing


def test_unchanged_field_makes_no_step(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    page.cells["name_tr"].begin()
    press(Qt.Key.Key_Tab)
    assert office.undo_labels() == ["Sample"]


def test_wrong_input_stays_and_says_why(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    partner, page = partner_page(office, open_page, website="www.mostar.ba")
    cell = page.cells["website"]
    cell.begin()
    line = QApplication.focusWidget()
    type_text(line, "not an address ")
    press(Qt.Key.Key_Tab)
    assert cell.problem.startswith("“not an address”")
    assert cell.is_editing
    assert cell.editor.text() == "not an address "
    assert line.property("state") == "bad"
    assert line.accessibleDescription().endswith(cell.problem)
    assert not page.commit()
    assert stored(office, Partner, partner.id).website == "www.mostar.ba"
    assert office.undo_labels() == ["Sample"]
    cell.begin()
    type_text(line, "x")
    assert not cell.problem
    cell.editor.set_text("www.mostar.com")
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).website == "www.mostar.com"


def test_the_last_language_of_a_title_cannot_be_emptied(office: OfficeFile, open_page: Open) -> None:
    visit = Visit(title_tr="Gezi", title_en="Trip")
    added(office, visit)
    page = open_page(Visit, visit.id)
    for name, problem in (("title_tr", ""), ("title_en", "This is needed in at least one language.")):
        page.cells[name].begin()
        press(Qt.Key.Key_Backspace)
        press(Qt.Key.Key_Tab)
        assert page.cells[name].problem == problem
    assert stored(office, Visit, visit.id).title() == "Trip"


def test_needed_field_cannot_be_emptied(office: OfficeFile, open_page: Open) -> None:
    person = Person(family_name="Yılmaz")
    added(office, person)
    page = open_page(Person, person.id)
    cell = page.cells["family_name"]
    cell.begin()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert cell.problem == "This is needed."
    assert stored(office, Person, person.id).family_name == "Yılmaz"
    cell.begin()
    press(Qt.Key.Key_Escape)
    assert cell.shown == "Yılmaz"
    assert page.commit()


def test_full_disk_is_said_beneath_the_field(
    office: OfficeFile, open_page: Open, type_text: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    _partner, page = partner_page(office, open_page)

    def full(*ignored: object, **more: object) -> None:
        raise Known("The disk is full.")

    cell = page.cells["name_tr"]
    cell.begin()
    type_text(QApplication.focusWidget(), "Yeni")
    monkeypatch.setattr(office, "change", full)
    press(Qt.Key.Key_Tab)
    assert cell.problem == "The disk is full."
    assert cell.editor.text() == "Yeni"
    monkeypatch.undo()
    assert page.commit()
    assert office.undo_label == "Name in Turkish of Mostar changed"


def test_undo_and_redo_from_outside_show(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    _partner, page = partner_page(office, open_page)
    cell = page.cells["name_tr"]
    cell.begin()
    type_text(QApplication.focusWidget(), "Yeni")
    press(Qt.Key.Key_Tab)
    office.undo()
    assert cell.shown == "Mostar"
    assert page.headline.title.text() == "Mostar"
    office.redo()
    assert cell.shown == "Yeni"


def test_news_does_not_take_what_is_being_typed(
    office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    partner, page = partner_page(office, open_page)
    cell = page.cells["name_tr"]
    cell.begin()
    line = QApplication.focusWidget()
    type_text(line, "Ha")
    with office.change("From elsewhere") as session:
        session.get_one(Partner, partner.id).name_tr = "Başka"
        session.get_one(Partner, partner.id).name_en = "Other"
    assert cell.editor.text() == "Ha"
    assert QApplication.focusWidget() is line
    assert page.cells["name_en"].shown == "Other"
    page.cells["name_en"].begin()
    with office.change("From elsewhere") as session:
        session.get_one(Partner, partner.id).name_en = "Another"
    assert page.cells["name_en"].editor.text() == "Another"


def test_removed_record_says_so(qtbot: QtBot, office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    with qtbot.waitSignal(page.gone), office.change("Removed") as session:
        remove(session, session.get_one(Partner, partner.id))
    assert not page.isEnabled()


def test_record_that_was_never_there(qtbot: QtBot, open_page: Open) -> None:
    assert not open_page(Partner, "0" * 32).isEnabled()


def test_box_stores_at_once(qtbot: QtBot, office: OfficeFile, open_page: Open) -> None:
    ids = fill(office)
    page = open_page(Post, ids["post"])
    qtbot.mouseClick(page.cells["acting"].editor.stops()[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert stored(office, Post, ids["post"]).acting is False


def test_folded_fields_come_when_asked(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    partner, page = partner_page(office, open_page)
    cell = page.cells["phone"]
    assert cell.isHidden()
    group = next(one for one in page.groups if cell in one.cells)
    menu = group.menu()
    action = next(one for one in menu.actions() if one.text() == "Phone")
    action.trigger()
    assert cell.is_editing
    type_text(QApplication.focusWidget(), "+387 36 500 600")
    press(Qt.Key.Key_Return)
    assert stored(office, Partner, partner.id).phone == "+387 36 500 600"


def test_the_fields_that_wait_are_offered_with_the_first_chosen(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    group = next(one for one in page.groups if page.cells["phone"] in one.cells)
    group._add.click()
    menu = next(one for one in group.findChildren(QMenu) if one.isVisible())
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_a_text_that_comes_when_asked_brings_its_other_language(office: OfficeFile, open_page: Open) -> None:
    visit = Visit(title_tr="Gezi", title_en="Trip")
    added(office, visit)
    page = open_page(Visit, visit.id)
    group, cell, twin = next(
        (group, one, other)
        for group in page.groups
        for one in group._folded
        for other in group._folded
        if one is not other and stem(one.field) and stem(one.field) == stem(other.field)
    )
    group._begin(cell)
    assert (cell.isHidden(), twin.isHidden(), cell.is_editing) == (False, False, True)


def test_fields_filled_from_outside_unfold(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    with office.change("From elsewhere") as session:
        session.get_one(Partner, partner.id).phone = "+387 36 500 600"
    assert not page.cells["phone"].isHidden()


def test_texts_show_literally(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    posts = listed(page, "post")
    cell = page.cells["name_tr"]
    for text in HOSTILE:
        with office.change("Hostile") as session:
            session.get_one(Partner, partner.id).name_tr = text
            session.add(person := Person(family_name=text))
            session.add(Post(person_id=person.id, partner_id=partner.id, title_tr=text))
        assert page.headline.title.text() == text
        assert cell.shown == text
        cell.begin()
        assert cell.editor.text() == text
        page.grab()
        cell.leave()
    assert {row.texts[2] for row in posts.model.rows} == set(HOSTILE)


@pytest.mark.parametrize("text", ["Ş" * 300, "Ş" * 20_000, "a" + "\u0301" * 5000, "uzun " * 60])
def test_long_texts_stay_inside_the_page(office: OfficeFile, open_page: Open, text: str) -> None:
    partner = Partner(name_tr=text[:300].strip(), note_tr=text)
    added(office, partner)
    page = open_page(Partner, partner.id)
    QApplication.processEvents()
    assert page._body.width() <= page.width()
    assert page.headline.title.width() <= page.width()
    page.grab()


def test_page_makes_room_for_what_grows(office: OfficeFile, open_page: Open, type_text: Typist) -> None:
    _partner, page = partner_page(office, open_page, website="www.mostar.ba", note_tr="Not")
    QApplication.processEvents()
    for name, typed in (("website", "no address"), ("note_tr", "uzun\nuzun\n" * 8)):
        cell = page.cells[name]
        before = cell.height()
        cell.begin()
        cell.editor.set_text(typed)
        cell.editor.changed.emit()
        cell.commit()
        QApplication.processEvents()
        assert cell.height() > before + 10
        for stop in cell.editor.stops():
            assert stop.height() >= stop.minimumSizeHint().height()
    page.resize(380, 700)
    page.resize(900, 700)
    QApplication.processEvents()
    assert page.cells["note_tr"].height() >= page.cells["note_tr"].sizeHint().height() - 2


def test_invisible_letters_are_marked(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page, name_tr="Ad\u202efdp.exe")
    assert "⟦202E⟧" in page.cells["name_tr"]._text._shown()


def test_blank_names_are_refused(office: OfficeFile, qtbot: QtBot) -> None:
    dialog = NewRecordDialog(office, Person)
    qtbot.addWidget(dialog)
    dialog.cells[0].editor.set_text(" \u00a0 ")
    dialog.accept()
    assert dialog.row_id == ""
    assert dialog.cells[0].problem == "This is needed."
