"""The answers to invitations on a ceremony's page, and the door, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.form.guests import answers_section
from dipdesk.gui.form.guests.answers_section import AnswersSection
from dipdesk.gui.form.guests.door import DoorDialog
from dipdesk.gui.form.heading import INSET
from dipdesk.i18n import speak
from dipdesk.model import Ceremony, Guest, Invitation, Person, Post
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.conftest import typed
from tests.gui.tabbing import stops_after

AT = Moment.parse("2027-05-01T10:05")
NAMES = (("Şahin", "Yıldız"), ("Ayşe", "Işık"), ("Ilgın", "Çelik"))


@pytest.fixture
def ids(office: OfficeFile) -> list[str]:
    """The ceremony and its three guests."""
    people = [Person(given_name=given, family_name=family, phone="+90 555 0") for given, family in NAMES]
    caller = Person(family_name="Arayan")
    ceremony = Ceremony(title_tr="Resepsiyon", starts=Moment.parse("2027-05-12T19:00"), most_guests=3)
    with office.change("Hall") as session:
        session.add_all([*people, caller, ceremony])
        session.flush()
        session.add(Post(person_id=caller.id, function="clerk"))
        guests = [Guest(ceremony_id=ceremony.id, person_id=one.id) for one in people]
        session.add_all(guests)
    return [ceremony.id, *(one.id for one in guests)]


@pytest.fixture
def section(qtbot: QtBot, office: OfficeFile, ids: list[str]) -> AnswersSection:
    made = AnswersSection(office, ids[0], None, lambda: AT)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.table.selectRow(0)
    return made


def states(office: OfficeFile) -> dict[str, str]:
    with office.read() as session:
        return {one.title(): one.state for one in session.scalars(select(Guest))}


def names(section: AnswersSection) -> list[str]:
    return [line.cells[0] for line in section.model.lines]


def test_who_calls_stands_in_line_with_the_heading_and_its_fields(section: AnswersSection) -> None:
    parts = [one for one in section._calling.children() if isinstance(one, QWidget)]
    assert parts[0].mapTo(section, parts[0].rect().topLeft()).x() == INSET
    middles = [one.geometry().center().y() for one in parts]
    assert max(middles) - min(middles) <= 1


def test_digits_note_answers_and_go_on_to_the_next(office: OfficeFile, section: AnswersSection) -> None:
    first, second, third = names(section)
    QTest.keyClick(section.table, Qt.Key.Key_1)
    assert names(section) == [second, third]
    QTest.keyClick(section.table, Qt.Key.Key_3)
    assert names(section) == [third]
    QTest.keyClick(section.table, Qt.Key.Key_5)
    assert names(section) == [third]
    assert "Not reached" in section.model.lines[0].cells[3]
    assert sorted(states(office).values()) == ["coming", "declined", "invited"]
    assert "1 come · 1 do not come" in section.sums.text()
    section.all_box.click()
    assert sorted(names(section)) == sorted([first, second, third])


def test_enter_notes_a_call_with_who_and_with_whom(office: OfficeFile, section: AnswersSection) -> None:
    section.caller.setCurrentIndex(section.caller.findText("Arayan"))
    section.spoke_with.setText("Özel kalem")
    row = section.table.currentIndex().row()
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    with office.read() as session:
        note = session.scalars(select(Invitation)).one()
        assert (note.answer, note.spoke_with, note.at, note.way) == ("none", "Özel kalem", AT, "phone")
        assert note.by is not None
    assert section.spoke_with.text() == ""
    assert section.model.lines[row].cells[3] == "1. Phone · 1 May 2027 10:05 · Özel kalem"
    assert section.table.currentIndex().row() == row + 1


def test_letters_and_the_waiting_list(office: OfficeFile, section: AnswersSection, ids: list[str]) -> None:
    section.note_letters("letter")
    assert all("Letter" in line.cells[3] for line in section.model.lines)
    with office.change("Waiting") as session:
        session.get_one(Guest, ids[3]).state = "waiting"
        session.get_one(Ceremony, ids[0]).most_guests = 2
    section.refresh()
    assert section.next_button.isHidden()
    section.table.selectRow(0)
    section.note("declined")
    assert not section.next_button.isHidden()
    assert section.next_button.text() == "Ilgın ÇELİK moves up"
    section.promote()
    assert states(office)["Ilgın ÇELİK"] == "invited"
    assert section.next_button.isHidden()


def test_a_companion_begins_beside_who_brings_him(
    section: AnswersSection, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(answers_section, "new_record", lambda *asked: begun.append(asked[2]))
    guest = section.current()
    section.add_companion()
    assert begun == [{"ceremony_id": ids[0], "companion_of_id": guest, "side": "guest", "state": "invited"}]


def test_an_empty_ceremony_says_what_belongs_here(qtbot: QtBot, office: OfficeFile) -> None:
    with office.change("Empty") as session:
        ceremony = Ceremony(title_tr="Boş")
        session.add(ceremony)
    made = AnswersSection(office, ceremony.id, None, lambda: AT)
    qtbot.addWidget(made)
    assert made.table.isHidden()
    assert made.door_button.isHidden()
    assert "letter or phone" in made._empty.text()


@pytest.fixture
def door(qtbot: QtBot, office: OfficeFile, ids: list[str]) -> DoorDialog:
    made = DoorDialog(office, ids[0], None, lambda: AT)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(door: DoorDialog) -> list[str]:
    return [door.found.item(row).text() for row in range(door.found.count())]


def test_two_letters_and_enter_let_a_guest_in(office: OfficeFile, door: DoorDialog) -> None:
    typed(door.box, "ıs")
    assert shown(door) == ["Ayşe IŞIK"]
    QTest.keyClick(door.box, Qt.Key.Key_Return)
    assert states(office)["Ayşe IŞIK"] == "arrived"
    assert door.box.text() == ""
    assert door.last.text() == "Ayşe IŞIK has arrived"
    assert door.sums.text() == "1 are here, 2 are awaited."
    typed(door.box, "isik")
    assert shown(door) == ["Ayşe IŞIK – here since 10:05"]
    QTest.keyClick(door.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(office)["Ayşe IŞIK"] == "invited"


def test_arrows_choose_among_several(office: OfficeFile, door: DoorDialog) -> None:
    typed(door.box, "i")
    assert len(shown(door)) == 2
    second = shown(door)[1]
    QTest.keyClick(door.box, Qt.Key.Key_Down)
    QTest.keyClick(door.box, Qt.Key.Key_Return)
    assert states(office)[second] == "arrived"


def test_more_than_fit_are_counted_and_namesakes_told_apart(
    office: OfficeFile, door: DoorDialog, ids: list[str], qtbot: QtBot
) -> None:
    with office.change("Many") as session:
        people = [Person(given_name="Can", family_name="Şen") for _number in range(11)]
        session.add_all(people)
        session.flush()
        session.add_all(Post(person_id=one.id, title_en=f"Head {n}") for n, one in enumerate(people))
        session.add_all(Guest(ceremony_id=ids[0], person_id=one.id) for one in people)
    made = DoorDialog(office, ids[0], None, lambda: AT)
    qtbot.addWidget(made)
    made.show()
    typed(made.box, "can")
    assert shown(made) == ["Can ŞEN"] * 9
    assert made.more.text() == "2 more; type another letter"
    said = {made.found.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(9)}
    assert len(said) == 9
    assert not made.grab().isNull()


def test_nobody_called_so_does_nothing(office: OfficeFile, door: DoorDialog) -> None:
    typed(door.box, "xyz")
    assert shown(door) == ["Nobody on the list is called so."]
    QTest.keyClick(door.box, Qt.Key.Key_Return)
    assert set(states(office).values()) == {"invited"}


def test_f11_fills_the_screen_and_it_speaks_turkish(qtbot: QtBot, office: OfficeFile, ids: list[str]) -> None:
    speak("tr")
    made = DoorDialog(office, ids[0], None, lambda: AT)
    qtbot.addWidget(made)
    made.show()
    QTest.keyClick(made.box, Qt.Key.Key_F11)
    assert made.isFullScreen()


def test_an_answer_that_is_taken_back_brings_its_guest_back_to_the_keys(
    office: OfficeFile, section: AnswersSection
) -> None:
    first, second, _third = names(section)
    QTest.keyClick(section.table, Qt.Key.Key_1)
    assert section.model.lines[section.table.currentIndex().row()].cells[0] == second
    office.undo()
    section.refresh()
    assert section.model.lines[section.table.currentIndex().row()].cells[0] == first
    QTest.keyClick(section.table, Qt.Key.Key_5)
    assert section.model.lines[section.table.currentIndex().row()].cells[0] == second
    office.undo()
    section.refresh()
    assert section.model.lines[section.table.currentIndex().row()].cells[0] == first


def test_tab_leads_from_who_was_spoken_with_to_the_box_and_the_table(section: AnswersSection) -> None:
    stops: list[QWidget] = [section.caller, section.spoke_with, section.all_box, section.table]
    led = [one for one in stops_after(section.caller) if one in stops]
    assert led[:3] == stops[1:]
