"""The page of a record, used by mouse and by keyboard, with full, empty and hostile records."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.errors import Known
from dipdesk.gui.form.belongings import FileList, TagLine
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.facts import states
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.sections import chapters_for
from dipdesk.gui.form.suggest import SuggestLine
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import speak
from dipdesk.model import (
    Attachment,
    Commitment,
    LetterTemplate,
    Partner,
    Person,
    Post,
    Record,
    Tag,
    Tagging,
    Visit,
    entity,
)
from dipdesk.model.colours import SHADES
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.removal import remove
from tests.gui.form.sample import fill, png

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Typist = Callable[[QWidget, str], None]
Open = Callable[[type[Record], str], RecordPage]
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


@pytest.fixture
def open_page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Iterator[Open]:
    kept = []

    def make(kind: type[Record], row_id: str) -> RecordPage:
        page = RecordPage(office, kind, row_id, settings, news)
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        kept.append(page)
        return page

    yield make
    kept.clear()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, in an open list or dialog if there is one."""
    dialog = QApplication.activeModalWidget()
    inside = (dialog.focusWidget() or dialog) if dialog is not None else None
    target = QApplication.activePopupWidget() or inside or QApplication.focusWidget()
    assert target is not None
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers))


def soon(action: Callable[[], None]) -> None:
    """Act while the dialog that comes next is open; whatever goes wrong, the dialog closes."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            action()
        finally:
            if dialog is not None and QApplication.activeModalWidget() is dialog:
                dialog.close()

    QTimer.singleShot(50, act)


def added(office: OfficeFile, *records: Record) -> None:
    with office.change("Sample") as session:
        session.add_all(records)


def stored(office: OfficeFile, kind: type[Record], row_id: str) -> Any:
    with office.read() as session:
        return session.get(kind, row_id)


def listed(page: RecordPage, kind: str) -> RelatedList:
    told = next((one for one in chapters_for(page._kind) if kind in one.lists), None)
    if told is not None:
        page.chapters.turn(told.key)
    return next(one for one in page.sections if isinstance(one, RelatedList) and one.what.kind == kind)


# One field


def partner_page(office: OfficeFile, open_page: Open, **values: Any) -> tuple[Partner, RecordPage]:
    partner = Partner(**{"name_tr": "Mostar", **values})
    added(office, partner)
    return partner, open_page(Partner, partner.id)


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


def test_fields_filled_from_outside_unfold(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    with office.change("From elsewhere") as session:
        session.get_one(Partner, partner.id).phone = "+387 36 500 600"
    assert not page.cells["phone"].isHidden()


# Keyboard


def stops(page: QWidget) -> list[QWidget]:
    """What Tab reaches, in order."""
    found, widget = [], page.nextInFocusChain()
    while widget is not page and widget is not None and len(found) < 2000:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is page.window():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("name", ["partner", "visit", "person", "agreement"])
def test_tab_goes_in_the_order_of_reading(office: OfficeFile, open_page: Open, name: str) -> None:
    ids = fill(office)
    page = open_page(entity(name), ids[name])
    QApplication.processEvents()
    found = stops(page)
    assert len(found) > 15
    places = [(one, one.mapTo(page._body, QPoint(0, 0))) for one in found if page._body.isAncestorOf(one)]
    for (first, before), (second, after) in pairwise(places):
        same_line = abs(before.y() - after.y()) < 20 or (
            before.y() < after.y() + second.height() and after.y() < before.y() + first.height()
        )
        assert after.y() > before.y() or (same_line and after.x() > before.x()), (first, second)


def test_every_stop_has_a_name(office: OfficeFile, open_page: Open) -> None:
    ids = fill(office)
    page = open_page(Partner, ids["partner"])
    for one in stops(page):
        text = getattr(one, "text", lambda: "")
        assert one.accessibleName() or text(), one


def test_shift_tab_goes_back(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    page.cells["name_en"].begin()
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.cells["name_tr"].is_editing


def test_focus_first_does_not_edit(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    page.focus_first()
    assert page.cells["name_tr"]._text.hasFocus()
    assert not page.cells["name_tr"].is_editing


def test_alt_enter_goes_to_what_is_linked(qtbot: QtBot, office: OfficeFile, open_page: Open) -> None:
    ids = fill(office)
    page = open_page(Visit, ids["visit"])
    page.cells["partner_id"].focus_value()
    with qtbot.waitSignal(page.opened) as told:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["partner", ids["partner"]]
    page.cells["officer_id"].begin()
    with qtbot.waitSignal(page.opened) as told:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["person", ids["person"]]


# Hostile texts


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


# Lists inside the page


def test_post_is_added_from_the_partners_page_by_keyboard(
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    partner, page = partner_page(office, open_page)
    posts = listed(page, "post")
    assert "mayor" in posts._empty.text()
    dialogs: list[QWidget] = []

    def fill_person() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewRecordDialog)
        dialogs.append(dialog)
        assert [one.value for one in dialog.cells if one.field.name == "family_name"] == ["Öztürk"]
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def fill_post() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewRecordDialog)
        dialogs.append(dialog)
        person = next(one for one in dialog.cells if one.field.name == "person_id")
        line = person.editor.stops()[0]
        assert isinstance(line, SuggestLine)
        type_text(line, "Ayşe Öztürk")
        soon(fill_person)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: person.shown == "Ayşe ÖZTÜRK")
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    posts.add_button.setFocus()
    soon(fill_post)
    press(Qt.Key.Key_Space)
    assert len(dialogs) == 2
    with office.read() as session:
        post = session.scalars(select(Post)).one()
        assert post.partner_id == partner.id
        assert post.person is not None
        assert post.person.title() == "Ayşe ÖZTÜRK"
    assert office.undo_labels()[:2] == ["Post added", "Person added"]
    assert posts.model.rows[0].texts[0] == "Ayşe ÖZTÜRK"
    page.activateWindow()
    qtbot.waitUntil(posts.add_button.hasFocus)
    posts.table.setFocus()
    with qtbot.waitSignal(page.opened) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["post", post.id]
    press(Qt.Key.Key_Delete)
    assert posts.model.rows == []
    assert office.undo_label == "Post removed"
    office.undo()
    assert len(posts.model.rows) == 1
    for _step in range(3):
        office.undo()
    assert office.undo_labels() == []
    assert not page.isEnabled()


def test_visit_with_delegation_and_programme(  # noqa: PLR0915 - one way through one page
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    partner, mayor = Partner(name_tr="Mostar"), Person(family_name="Kordić", languages=("bs",))
    added(office, partner, mayor)
    dialog = NewRecordDialog(office, Visit, {"partner_id": partner.id})
    qtbot.addWidget(dialog)
    dialog.show()
    type_text(dialog.cells[0].editor.stops()[0], "Mostar ziyareti")
    dialog.accept()
    assert office.undo_label == "Visit added"
    page = open_page(Visit, dialog.row_id)
    assert page.headline.title.text() == "Mostar ziyareti"
    page.chapters.turn("delegations")
    sides = next(one for one in page.sections if isinstance(one, DelegationsSection))
    assert sides._proposal() == {"visit_id": dialog.row_id, "side": "guest", "partner_id": partner.id}

    def accept() -> None:
        active = QApplication.activeModalWidget()
        assert isinstance(active, NewRecordDialog)
        active.accept()

    soon(accept)
    qtbot.mouseClick(sides.add_button, Qt.MouseButton.LeftButton)
    assert [one.table.accessibleName() for one in sides.lists.values()] == ["Guests: Mostar"]

    def member() -> None:
        active = QApplication.activeModalWidget()
        assert isinstance(active, NewRecordDialog)
        active.cells[0].editor.set_value(mayor.id)
        active.cells[0].editor.changed.emit()
        active.accept()

    QApplication.processEvents()
    soon(member)
    members = next(iter(sides.lists.values()))
    qtbot.mouseClick(members.add_button, Qt.MouseButton.LeftButton)
    assert members.model.lines[0].cells[1].endswith("KORDIĆ")

    def programme() -> None:
        active = QApplication.activeModalWidget()
        assert isinstance(active, NewRecordDialog)
        cells = {one.field.name: one for one in active.cells}
        day, clock, zone = cells["starts"].editor.stops()
        assert zone.property("text") == "Europe/Istanbul"
        type_text(day, "12.05.2027")
        type_text(clock, "10:00")
        type_text(cells["title_tr"].editor.stops()[0], "Makam ziyareti")
        active.accept()

    QApplication.processEvents()
    soon(programme)
    page.chapters.turn("programme")
    items = next(one for one in page.sections if isinstance(one, ProgrammeSection))
    qtbot.mouseClick(items.add_button, Qt.MouseButton.LeftButton)
    assert items.table.lines.lines[0].cells[:3] == ("12 May 2027", "10:00–10:30", "Makam ziyareti")
    assert office.undo_labels()[:4] == [
        "Programme item added",
        "Delegation member added",
        "Delegation added",
        "Visit added",
    ]
    for _step in range(3):
        office.undo()
    assert items.table.lines.lines == []
    page.chapters.turn("delegations")
    assert sides.lists == {}


def test_main_action_of_a_visit(qtbot: QtBot, office: OfficeFile, open_page: Open) -> None:
    visit = Visit(title_tr="Ziyaret")
    added(office, visit)
    page = open_page(Visit, visit.id)
    with qtbot.waitSignal(page.action) as told:
        qtbot.mouseClick(page.headline.button, Qt.MouseButton.LeftButton)
    assert told.args == ["brief"]


def test_dialog_says_what_is_missing_and_escape_leaves(qtbot: QtBot, office: OfficeFile) -> None:
    dialog = NewRecordDialog(office, Visit)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.cells[1].problem == "This is needed in at least one language."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert office.undo_labels() == []


def test_tags_are_made_and_taken_off(
    qtbot: QtBot, office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    _partner, page = partner_page(office, open_page)
    tags = next(one for one in page.sections if isinstance(one, TagLine))
    type_text(tags.line, "Gençlik")
    tags.line.setFocus()
    press(Qt.Key.Key_Return)
    assert tags.names() == ["Gençlik"]
    tags.add("GENÇLİK")
    assert tags.names() == ["Gençlik"]
    assert office.undo_label == "Tag added"
    with office.read() as session:
        assert [one.name for one in session.scalars(select(Tag))] == ["Gençlik"]
    office.undo()
    assert tags.names() == []


def test_colours_of_tags_are_seen(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    tag = Tag(name="Gençlik", colour="teal")
    added(office, tag, Tagging(tag_id=tag.id, subject=f"partner/{partner.id}"))
    chip = next(one for one in page.findChildren(QToolButton) if one.accessibleName() == "Remove Gençlik")
    assert chip.icon().pixmap(12, 12).toImage().pixelColor(6, 6).getRgb()[:3] == SHADES["teal"]
    cell = open_page(Tag, tag.id).cells["colour"]
    assert cell.shown == "Teal"
    assert not cell._covered._swatch.isHidden()
    with office.change("None") as session:
        session.get_one(Tag, tag.id).colour = ""
    assert cell._covered._swatch.isHidden()


def test_files_are_kept_with_their_names(office: OfficeFile, open_page: Open, tmp_path: Path) -> None:
    _partner, page = partner_page(office, open_page)
    files = next(one for one in page.sections if isinstance(one, FileList))
    path = tmp_path / "Protokol (İmzalı).png"
    path.write_bytes(png())
    files.take([path])
    assert files.model.rows[0].texts[0] == "Protokol (İmzalı).png"
    page = open_page(Attachment, files.model.rows[0].row_id)
    assert page.cells["subject"].editor.value().startswith("partner/")


def test_the_officer_chooses_what_is_annexed_to_the_brief(
    office: OfficeFile, open_page: Open, tmp_path: Path
) -> None:
    _partner, page = partner_page(office, open_page)
    files = next(one for one in page.sections if isinstance(one, FileList))
    path = tmp_path / "Protokol.pdf"
    path.write_bytes(b"%PDF-1.4")
    files.take([path])
    files.table.selectRow(0)
    assert files.annex_button is not None
    for is_annexed, words in ((True, "Only list in the brief"), (False, "Annex to the brief")):
        files.annex_button.click()
        with office.read() as session:
            kept = session.query(Attachment).one()
            assert (kept.annexed, kept.privacy) == (is_annexed, "personal")
        assert files.annex_button.text() == words


def test_what_is_late_says_so_in_the_head_and_in_lists(office: OfficeFile, open_page: Open) -> None:
    partner = Partner(name_tr="Mostar")
    added(office, partner)
    promise = Commitment(what_tr="Albüm", partner_id=partner.id, due=date(2020, 1, 15))
    added(office, promise)
    words = [one.text for one in states(promise)]
    assert words[:1] == ["Late"]
    assert "To be done" not in words
    promises = listed(open_page(Partner, partner.id), "commitment")
    place = [one.name for one in promises.model.columns].index("state")
    index = promises.model.index(0, place)
    assert index.data() == "Late"
    assert index.data(Qt.ItemDataRole.ForegroundRole) == tokens(promises).bad
    with office.change("Done") as session:
        session.get_one(Commitment, promise.id).state = "done"
    index = promises.model.index(0, place)
    assert (index.data(), index.data(Qt.ItemDataRole.ForegroundRole)) == ("Done", None)


# History


def test_history_shows_and_restores_one_field(
    qtbot: QtBot, office: OfficeFile, open_page: Open, settings: Settings
) -> None:
    partner, page = partner_page(office, open_page)
    with office.change("Renamed") as session:
        session.get_one(Partner, partner.id).name_tr = "Yanlış"
    assert not page.history.is_open()
    qtbot.mouseClick(page.history.toggle, Qt.MouseButton.LeftButton)
    assert settings.get("form.history.open", False)
    assert [page.history.model.index(0, column).data() for column in (2, 3, 4)] == [
        "Name in Turkish",
        "Mostar",
        "Yanlış",
    ]
    page.history.table.selectRow(0)
    assert page.history.restore_button.text() == "Name in Turkish: put “Mostar” back"
    qtbot.mouseClick(page.history.restore_button, Qt.MouseButton.LeftButton)
    assert stored(office, Partner, partner.id).name_tr == "Mostar"
    assert page.cells["name_tr"].shown == "Mostar"
    assert office.undo_label == "Name in Turkish of Yanlış restored"
    assert page.history.model.index(0, 4).data() == "Mostar"


def test_the_way_back_names_its_value(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page, note_tr="Smith & Oğulları\n" + "uzun " * 20)
    for note in ("", "Yeni"):
        with office.change("Changed") as session:
            session.get_one(Partner, partner.id).note_tr = note
    page.history.unfold(True)
    page.history.table.selectRow(0)
    assert page.history.restore_button.text() == "City note in Turkish: make it empty again"
    page.history.table.selectRow(1)
    text = page.history.restore_button.text()
    assert text == "City note in Turkish: put “Smith && Oğulları uzun uzun uzun uzun uzu…” back"


def test_needed_value_cannot_be_restored_away(office: OfficeFile, open_page: Open) -> None:
    person = Person(family_name="Yılmaz")
    added(office, person)
    page = open_page(Person, person.id)
    page.history.unfold(True)
    place = next(at for at, one in enumerate(page.history.model.entries) if one.name == "family_name")
    page.history.table.selectRow(place)
    page.history.restore()
    assert stored(office, Person, person.id).family_name == "Yılmaz"


# Language and width


def test_rebuilt_in_the_other_language(office: OfficeFile, open_page: Open) -> None:
    ids = fill(office)
    english = open_page(Visit, ids["visit"])
    speak("tr")
    turkish = open_page(Visit, ids["visit"])
    assert english.cells["starts"].shown == "12 May 2027"
    assert turkish.cells["starts"].shown == "12 Mayıs 2027"
    assert isinstance(turkish.cells["starts"], FieldCell)


def test_narrow_page_puts_fields_beneath_each_other(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    QApplication.processEvents()
    first, second = page.cells["name_tr"], page.cells["name_en"]
    assert first.y() == second.y()
    page.resize(380, 700)
    QApplication.processEvents()
    assert first.x() == second.x()
    assert second.y() > first.y()


def test_what_is_said_of_a_long_text_is_scrolled_to(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    letter = LetterTemplate(name_tr="Davet", about="visit", text_tr="Sayın\n" * 60)
    added(office, letter)
    page = RecordPage(office, LetterTemplate, letter.id, settings, news)
    page.resize(900, 400)
    qtbot.addWidget(page)
    page.show()
    cell = page.cells["text_tr"]
    page._area.ensureWidgetVisible(cell, 0, 0)
    page._area.verticalScrollBar().setValue(0)
    cell.begin()
    cell.editor.set_draft("{partnr}\n" + "Sayın\n" * 60)
    cell.editor.changed.emit()
    assert cell.commit()
    assert cell.remark
    qtbot.waitUntil(lambda: page._area.viewport().rect().contains(seen_at(page, cell.words.note)))
    page._area.verticalScrollBar().setValue(0)
    with office.change("Elsewhere") as session:
        session.get_one(LetterTemplate, letter.id).text_en = "{partnr}"
    qtbot.wait(20)
    assert page._area.verticalScrollBar().value() == 0


def seen_at(page: RecordPage, part: QWidget) -> QPoint:
    return part.mapTo(page._area.viewport(), part.rect().center())
