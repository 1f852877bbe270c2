"""The dialog for a new record: what it proposes, how it refuses, and that nothing typed is lost unasked."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.proposals import proposed
from dipdesk.gui.form.text_editors import PageEditor
from dipdesk.model import (
    Ceremony,
    Commitment,
    Delegation,
    DelegationMember,
    Lodging,
    Note,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Room,
    TalkingPoint,
    Travel,
    Visit,
    entities,
    fields,
)
from dipdesk.model.kinds import Text
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import added, press, soon, stored

Typist = Callable[[QWidget, str], None]
Open = Callable[..., NewRecordDialog]
IN_ONE = "This is needed in at least one language."


@pytest.fixture
def open_dialog(qtbot: QtBot, office: OfficeFile) -> Open:
    """Opens the dialog for a new record of an entity; it stays until the test is over."""
    kept: list[NewRecordDialog] = []

    def make(kind: type[Record], **values: Any) -> NewRecordDialog:
        dialog = NewRecordDialog(office, kind, values)
        kept.append(dialog)
        qtbot.addWidget(dialog, before_close_func=lambda one: one.hide())
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


@pytest.fixture
def visit(office: OfficeFile) -> Visit:
    """A visit to us of three days."""
    partner = Partner(name_tr="Mostar")
    added(office, partner)
    made = Visit(
        title_tr="Ziyaret",
        partner_id=partner.id,
        starts=date(2027, 3, 8),
        ends=date(2027, 3, 10),
        place="Balıkesir",
    )
    added(office, made)
    return made


def cells(dialog: NewRecordDialog) -> dict[str, Any]:
    return {one.field.name: one for one in dialog.cells}


def at(text: str) -> Moment:
    return Moment.parse(text)


# Leaving


def answer(text: str) -> tuple[list[str], Callable[[], None]]:
    """What presses the button with ``text`` in the question that comes, and the texts of the questions."""
    asked: list[str] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(one for one in box.findChildren(QPushButton) if one.text() == text).click()

    return asked, act


def test_escape_in_an_empty_dialog_leaves_at_once(open_dialog: Open, visit: Visit) -> None:
    for kind, values in ((Partner, {}), (ProgrammeItem, {"visit_id": visit.id})):
        dialog = open_dialog(kind, **values)
        press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()


@pytest.mark.parametrize("leave", [False, True])
def test_escape_asks_before_what_was_typed_is_lost(
    qtbot: QtBot, open_dialog: Open, type_text: Typist, office: OfficeFile, leave: bool
) -> None:
    dialog = open_dialog(Partner)
    type_text(QApplication.focusWidget(), "Mostar")
    if leave:
        press(Qt.Key.Key_Tab)
    asked, keep = answer("Keep writing")
    soon(keep)
    press(Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert dialog.isVisible()
    assert cells(dialog)["name_en"].editor.text() == "Mostar"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    asked, discard = answer("Discard")
    soon(discard)
    press(Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert not dialog.isVisible()
    assert dialog.row_id == ""
    assert office.undo_labels() == []


def test_escape_in_the_question_goes_on_writing(open_dialog: Open, type_text: Typist) -> None:
    dialog = open_dialog(Partner)
    type_text(QApplication.focusWidget(), "Mostar")
    soon(lambda: press(Qt.Key.Key_Escape))
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    soon(answer("Discard")[1])
    dialog.close()
    assert not dialog.isVisible()


def test_text_that_was_taken_away_again_is_not_asked_about(open_dialog: Open, type_text: Typist) -> None:
    dialog = open_dialog(Partner)
    type_text(QApplication.focusWidget(), "M")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Coming back


def drafts() -> list[Path]:
    """The files of what is not finished."""
    folder = paths.settings_file().parent / "drafts"
    return list(folder.glob("*.json")) if folder.is_dir() else []


def test_what_was_begun_stands_there_again_after_a_sudden_end(
    qtbot: QtBot, open_dialog: Open, type_text: Typist, office: OfficeFile, visit: Visit
) -> None:
    dialog = open_dialog(ProgrammeItem, visit_id=visit.id)
    type_text(QApplication.focusWidget(), "Courtesy")
    press(Qt.Key.Key_Backtab)
    type_text(QApplication.focusWidget(), "Makamda kabul")
    cells(dialog)["title_tr"].commit()
    qtbot.waitUntil(lambda: len(drafts()) == 1 and "Courtesy" in drafts()[0].read_text("utf-8"))
    path, content = drafts()[0], drafts()[0].read_bytes()
    dialog.hide()
    dialog._unfinished.forget()
    assert drafts() == []
    path.write_bytes(content)
    assert not open_dialog(ProgrammeItem)._found
    assert not open_dialog(Partner)._found
    again = open_dialog(ProgrammeItem, visit_id=visit.id)
    assert again._found.startswith("You began this on")
    assert cells(again)["title_tr"].editor.text() == "Makamda kabul"
    again.accept()
    made = stored(office, ProgrammeItem, again.row_id)
    assert (made.title_tr, made.title_en) == ("Makamda kabul", "Courtesy")
    assert made.starts == at("08.03.2027 09:00")
    assert drafts() == []


def test_what_was_given_up_does_not_come_back(
    qtbot: QtBot, open_dialog: Open, type_text: Typist, office: OfficeFile
) -> None:
    open_dialog(Partner)
    type_text(QApplication.focusWidget(), "Mostar")
    qtbot.waitUntil(lambda: len(drafts()) == 1)
    soon(answer("Discard")[1])
    press(Qt.Key.Key_Escape)
    assert drafts() == []
    assert not open_dialog(Partner)._found


# Refusing


def test_a_sentence_that_comes_and_goes_moves_nothing(
    qtbot: QtBot, open_dialog: Open, type_text: Typist
) -> None:
    dialog = open_dialog(Visit)
    QApplication.processEvents()
    before = dialog.size(), [one.geometry() for one in dialog.cells]
    day = cells(dialog)["starts"]
    for wrong in ("x", "1"):
        day.begin()
        type_text(QApplication.focusWidget(), wrong)
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(20)
        assert day.problem
        assert dialog.size() == before[0]
        assert [one.width() for one in dialog.cells] == [one.width() for one in before[1]]
    day.begin()
    day.editor.set_text("")
    day.editor.changed.emit()
    cells(dialog)["title_en"].begin()
    QApplication.processEvents()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cells(dialog)["title_en"].problem == IN_ONE
    QApplication.processEvents()
    qtbot.wait(50)
    assert (dialog.size(), [one.geometry() for one in dialog.cells]) == before


def test_a_partner_needs_a_name_in_some_language(open_dialog: Open, type_text: Typist) -> None:
    dialog = open_dialog(Partner)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert cells(dialog)["name_en"].problem == IN_ONE
    assert cells(dialog)["name_en"].isAncestorOf(QApplication.focusWidget())
    type_text(QApplication.focusWidget(), "Mostar")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.row_id


def test_a_talking_point_may_be_in_either_language_and_has_room_for_a_paragraph(
    open_dialog: Open, type_text: Typist, office: OfficeFile, visit: Visit
) -> None:
    dialog = open_dialog(TalkingPoint, visit_id=visit.id)
    assert isinstance(cells(dialog)["text_en"].editor, PageEditor)
    cells(dialog)["text_en"].begin()
    type_text(QApplication.focusWidget(), "The line to Mostar")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = stored(office, TalkingPoint, dialog.row_id)
    assert (made.text_tr, made.text_en) == ("", "The line to Mostar")


def test_one_of_the_texts_of_a_record_is_enough() -> None:
    for kind in entities():
        needed = {one.name for one in fields(kind) if isinstance(one.kind, Text) and one.kind.either}
        assert set(kind().unsaid()) == needed, kind
        assert all(not kind(**{name: "x"}).unsaid() for name in needed), kind


# Proposing


def test_the_first_item_begins_after_the_first_arrival(office: OfficeFile, visit: Visit) -> None:
    def first() -> str:
        return str(proposed(office, ProgrammeItem, {"visit_id": visit.id})["starts"])

    early = Travel(visit_id=visit.id, arrives=at("08.03.2027 07:10"))
    late = Travel(visit_id=visit.id, arrives=at("08.03.2027 16:00"))
    home = Travel(visit_id=visit.id, direction="departure", arrives=at("08.03.2027 05:00"))
    added(office, late, home)
    assert first() == "2027-03-08T16:30 Europe/Istanbul"
    added(office, early)
    assert first() == "2027-03-08T09:00 Europe/Istanbul"


def test_the_first_item_abroad_begins_after_the_landing_by_their_clock(
    office: OfficeFile, visit: Visit
) -> None:
    partner = Partner(name_tr="Berlin", zone="Europe/Berlin")
    added(office, partner)
    with office.change("a trip") as session:
        session.get_one(Visit, visit.id).kind = "outbound"
        session.get_one(Visit, visit.id).partner_id = partner.id
        session.add(Travel(visit_id=visit.id, arrives=Moment(at("08.03.2027 11:20").local, "Europe/Berlin")))
    found = proposed(office, ProgrammeItem, {"visit_id": visit.id})
    assert str(found["starts"]) == "2027-03-08T12:00 Europe/Berlin"
    assert str(found["ends"]) == "2027-03-08T12:30 Europe/Berlin"


def test_the_first_item_begins_on_the_first_day(office: OfficeFile, visit: Visit) -> None:
    assert proposed(office, ProgrammeItem, {"visit_id": visit.id}) == {
        "starts": at("08.03.2027 09:00"),
        "ends": at("08.03.2027 09:30"),
    }


def test_the_next_item_begins_where_the_last_one_ends(office: OfficeFile, visit: Visit) -> None:
    items = [("08.03.2027 10:00", "08.03.2027 11:15"), ("08.03.2027 09:00", "08.03.2027 09:45")]
    added(
        office,
        *(
            ProgrammeItem(visit_id=visit.id, title_tr="x", starts=at(one), ends=at(other))
            for one, other in items
        ),
    )
    found = proposed(office, ProgrammeItem, {"visit_id": visit.id})
    assert (found["starts"], found["ends"]) == (at("08.03.2027 11:15"), at("08.03.2027 11:45"))
    added(office, ProgrammeItem(visit_id=visit.id, title_tr="x", starts=at("09.03.2027 20:00")))
    assert proposed(office, ProgrammeItem, {"visit_id": visit.id})["starts"] == at("09.03.2027 20:30")


def test_a_visit_without_days_proposes_none(office: OfficeFile) -> None:
    visit = Visit(title_tr="Ziyaret")
    added(office, visit)
    assert proposed(office, ProgrammeItem, {"visit_id": visit.id}) == {}
    assert proposed(office, ProgrammeItem, {}) == {}


def test_abroad_the_clock_is_theirs(office: OfficeFile) -> None:
    partner = Partner(name_tr="Mostar", zone="Europe/Sarajevo")
    added(office, partner)
    visit = Visit(title_tr="Gezi", kind="outbound", partner_id=partner.id, starts=date(2027, 3, 8))
    added(office, visit)
    found = proposed(office, ProgrammeItem, {"visit_id": visit.id})
    assert str(found["starts"]) == "2027-03-08T09:00 Europe/Sarajevo"


def test_the_end_follows_the_start_until_it_is_set(
    open_dialog: Open, type_text: Typist, office: OfficeFile, visit: Visit
) -> None:
    dialog = open_dialog(ProgrammeItem, visit_id=visit.id)
    starts, ends = cells(dialog)["starts"], cells(dialog)["ends"]
    assert [one.property("text") for one in starts.editor.stops()[:2]] == ["08/03/2027", "09:00"]
    clock = starts.editor.stops()[1]
    clock.setFocus()
    clock.selectAll()
    type_text(clock, "1430")
    press(Qt.Key.Key_Return)
    assert ends.value == at("08.03.2027 15:00")
    assert [one.property("text") for one in ends.editor.stops()[:2]] == ["08/03/2027", "15:00"]
    type_text(cells(dialog)["title_tr"].editor.stops()[0], "Kabul")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = stored(office, ProgrammeItem, dialog.row_id)
    assert (made.starts, made.ends) == (at("08.03.2027 14:30"), at("08.03.2027 15:00"))


def test_an_end_that_was_set_stays(open_dialog: Open, visit: Visit) -> None:
    dialog = open_dialog(ProgrammeItem, visit_id=visit.id)
    for name, hour in (("ends", 18), ("starts", 17)):
        cell = cells(dialog)[name]
        cell.begin()
        cell.editor.set_value(Moment(datetime(2027, 3, 8, hour)))  # noqa: DTZ001
        cell.editor.changed.emit()
        assert cell.leave()
    assert cells(dialog)["ends"].value == at("08.03.2027 18:00")


def test_proposals_come_when_the_visit_is_chosen(open_dialog: Open, visit: Visit) -> None:
    dialog = open_dialog(ProgrammeItem)
    assert cells(dialog)["starts"].value is None
    chosen = cells(dialog)["visit_id"]
    chosen.editor.set_value(visit.id)
    chosen.editor.changed.emit()
    assert chosen.leave()
    assert cells(dialog)["starts"].value == at("08.03.2027 09:00")


def test_talking_points_are_numbered_on(
    open_dialog: Open, type_text: Typist, office: OfficeFile, visit: Visit
) -> None:
    for number in (1, 2, 3):
        dialog = open_dialog(TalkingPoint, visit_id=visit.id)
        type_text(cells(dialog)["text_tr"].editor.stops()[0], f"Konu {number}")
        dialog.accept()
        assert stored(office, TalkingPoint, dialog.row_id).place == number
    added(office, TalkingPoint(visit_id=visit.id, text_tr="x", place=20))
    assert proposed(office, TalkingPoint, {"visit_id": visit.id}) == {"place": 21}


def test_the_first_member_is_the_head(office: OfficeFile, visit: Visit) -> None:
    side, person = Delegation(visit_id=visit.id), Person(family_name="Kordić")
    added(office, side, person)
    assert proposed(office, DelegationMember, {"delegation_id": side.id}) == {"role": "head"}
    added(office, DelegationMember(delegation_id=side.id, person_id=person.id, role="head"))
    assert proposed(office, DelegationMember, {"delegation_id": side.id}) == {}


def test_promises_of_a_visit_are_to_its_partner(office: OfficeFile, visit: Visit) -> None:
    assert proposed(office, Commitment, {"visit_id": visit.id}) == {"partner_id": visit.partner_id}
    assert proposed(office, Commitment, {"visit_id": visit.id, "partner_id": None}) == {}
    assert proposed(office, Ceremony, {"visit_id": visit.id}) == {"place_tr": "Balıkesir"}


def test_a_note_is_of_today(office: OfficeFile) -> None:
    assert proposed(office, Note, {}) == {"day": date.today()}  # noqa: DTZ011


def test_every_entity_can_be_begun_without_knowing_anything(open_dialog: Open) -> None:
    for kind in entities():
        dialog = open_dialog(kind)
        press(Qt.Key.Key_Escape)
        assert not dialog.isVisible(), kind


def test_a_ceremony_of_a_visit_is_where_the_visit_is(qtbot: QtBot, office: OfficeFile) -> None:
    with office.change("a visit") as session:
        visit = Visit(title_tr="Ziyaret", place="Örnekkent")
        session.add(visit)
    dialog = NewRecordDialog(office, Ceremony, {"visit_id": visit.id, "title_tr": "Yemek"})
    qtbot.addWidget(dialog)
    dialog.accept()
    with office.read() as session:
        assert session.get_one(Ceremony, dialog.row_id).place_tr == "Örnekkent"


def test_a_new_person_says_how_letters_address_them(open_dialog: Open) -> None:
    dialog = open_dialog(Person)
    assert [cell.field.name for cell in dialog.cells][:4] == ["family_name", "academic", "given_name", "sex"]


def test_where_all_is_filled_in_one_types_over_the_first_field(
    office: OfficeFile, open_dialog: Open, type_text: Typist
) -> None:
    lodging = Lodging()
    added(office, lodging)
    dialog = open_dialog(Room, lodging_id=lodging.id)
    here = QApplication.focusWidget()
    assert here is not None
    assert dialog.cells[0].isAncestorOf(here)
    type_text(here, "401")
    assert dialog.cells[0].editor.draft() == "401"


def test_a_value_that_is_proposed_on_the_way_is_typed_over(open_dialog: Open, type_text: Typist) -> None:
    dialog = open_dialog(Post)
    cells = {cell.field.name: cell for cell in dialog.cells}
    before, line = cells["title_en"].editor.stops()[0], cells["function"].editor.stops()[0]
    assert isinstance(line, QLineEdit)
    before.setFocus(Qt.FocusReason.TabFocusReason)
    type_text(before, "Mayor")
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.text() == line.selectedText() == "Mayor"
