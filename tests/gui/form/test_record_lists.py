"""What belongs to a record on its page: lists, tags, files, and its history."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.belongings import FileList, TagLine
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.facts import states
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.programme.section import ProgrammeSection
from dipdesk.gui.form.suggest import SuggestLine
from dipdesk.gui.settings import Settings
from dipdesk.gui.tokens import tokens
from dipdesk.model import Attachment, Commitment, Partner, Person, Post, Tag, Tagging, Visit
from dipdesk.model.colours import SHADES
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Open, Typist, added, listed, partner_page, press, soon, stored
from tests.gui.form.sample import png

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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
