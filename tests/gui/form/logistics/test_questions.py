"""What forms for new journeys, rooms, costs and people ask besides their fields, kept in the same step."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.actions.attendance import attendance
from dipdesk.gui.form.asking.chosen_people import ChosenPeople
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Expense,
    Partner,
    Passenger,
    Person,
    Post,
    Record,
    Ride,
    Room,
    Travel,
    field_of,
)
from dipdesk.model.kinds import Money
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.logistics.conftest import Small, at

PERSON: Any = field_of(DelegationMember, "person_id").kind
Ask = Callable[[type[Record], dict[str, object]], NewRecordDialog]


@pytest.fixture
def ask(qtbot: QtBot, office: OfficeFile) -> Ask:
    """Opens the form for a new record; it stays until the test is over."""
    kept: list[NewRecordDialog] = []

    def make(kind: type[Record], values: dict[str, object]) -> NewRecordDialog:
        form = NewRecordDialog(office, kind, values)
        kept.append(form)
        qtbot.addWidget(form, before_close_func=lambda one: one.hide())
        form.show()
        return form

    return make


def people(form: NewRecordDialog) -> ChosenPeople:
    (found,) = form.findChildren(ChosenPeople)
    return found


def put(form: NewRecordDialog, name: str, value: object) -> None:
    """Choose a value in a field."""
    cell = next(one for one in form.cells if one.field.name == name)
    cell.editor.set_value(value)
    cell.editor.changed.emit()
    assert cell.commit(), cell.problem


def stored(office: OfficeFile, row_id: str) -> DelegationMember:
    with office.read() as session:
        return session.get_one(DelegationMember, row_id)


# Journeys


def test_a_new_arrival_takes_all_who_have_none_in_the_same_step(
    office: OfficeFile, small: Small, ask: Ask
) -> None:
    with office.change("one has flown") as session:
        session.get_one(DelegationMember, small.members[0]).arrival_id = small.arrival
        session.get_one(DelegationMember, small.members[2]).state = "absent"
    form = ask(Travel, {"visit_id": small.visit})
    put(form, "direction", "arrival")
    asked = people(form)
    assert asked.chosen() == [small.members[1]]
    assert [one.text() for one in asked.items()] == ["Ben BERG · Mayor", "Ada ALT · Specialist (TK 1)"]
    steps = len(office.undo_labels())
    form.accept()
    assert form.row_id
    assert len(office.undo_labels()) == steps + 1
    assert stored(office, small.members[1]).arrival_id == form.row_id
    assert stored(office, small.members[0]).arrival_id == small.arrival
    office.undo()
    assert stored(office, small.members[1]).arrival_id is None


def test_whom_somebody_took_off_stays_off_when_other_fields_change(
    office: OfficeFile, small: Small, ask: Ask
) -> None:
    form = ask(Travel, {"visit_id": small.visit})
    put(form, "direction", "departure")
    asked = people(form)
    assert set(asked.chosen()) == set(small.members)
    QTest.keyClick(asked.list, Qt.Key.Key_Space)
    left = asked.chosen()
    assert len(left) == 2
    put(form, "number", "TK 9")
    assert asked.chosen() == left
    form.accept()
    assert [stored(office, one).departure_id == form.row_id for one in left] == [True, True]


def test_nobody_is_asked_about_for_a_journey_on_the_way(small: Small, ask: Ask) -> None:
    form = ask(Travel, {"visit_id": small.visit})
    put(form, "direction", "between")
    assert not people(form).isVisible()
    assert people(form).chosen() == []
    put(form, "direction", "arrival")
    assert people(form).isVisible()
    assert len(people(form).chosen()) == 3


def test_all_and_nobody_are_chosen_at_once(small: Small, ask: Ask) -> None:
    form = ask(Travel, {"visit_id": small.visit})
    asked = people(form)
    asked.nobody_button.click()
    assert asked.chosen() == []
    asked.all_button.click()
    assert len(asked.chosen()) == 3


def test_a_journey_asks_as_soon_as_its_visit_is_known(small: Small, ask: Ask) -> None:
    form = ask(Travel, {})
    assert not people(form).isVisible()
    put(form, "visit_id", small.visit)
    assert people(form).isVisible()


def test_a_click_on_a_name_ticks_it(small: Small, ask: Ask) -> None:
    form = ask(Travel, {"visit_id": small.visit})
    asked = people(form)
    for count in (2, 3):
        middle = asked.list.visualItemRect(asked.items()[1]).center()
        QTest.mouseClick(asked.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert len(asked.chosen()) == count


# Cars


def test_a_new_ride_takes_whom_somebody_ticks_in_their_order(
    office: OfficeFile, small: Small, ask: Ask
) -> None:
    with office.change("two ride already") as session:
        car = session.get_one(Ride, small.rides[0]).vehicle_id
        session.add(Passenger(ride_id=small.rides[0], member_id=small.members[1], place=1))
    form = ask(Ride, {"visit_id": small.visit})
    put(form, "starts", at(12, 12))
    put(form, "vehicle_id", car)
    asked = people(form)
    said = [one.text() for one in asked.items()]
    assert said[:3] == ["Cora CRAMER · Deputy mayor", "Ada ALT · Specialist", "Deniz DAĞ · Mayor"]
    assert said[-1] == "Ben BERG · Mayor (99 AA 001)", "who rides at that time already stands last"
    assert asked.chosen() == []
    for item in asked.items()[:2]:
        item.setCheckState(Qt.CheckState.Checked)
    assert asked.said.text() == "2 of 2 seats for guests are taken."
    asked.items()[2].setCheckState(Qt.CheckState.Checked)
    assert asked.said.text() == "There are only 2 seats for guests, and 3 people are ticked."
    steps = len(office.undo_labels())
    form.accept()
    assert len(office.undo_labels()) == steps + 1
    with office.read() as session:
        query = select(Passenger).where(Passenger.ride_id == form.row_id).order_by(Passenger.place)
        found = [(one.place, one.member_id) for one in session.scalars(query)]
    assert found == [(1, small.members[2]), (2, small.members[0]), (3, small.hosts[0])]


# Rooms


def test_several_guests_get_a_room_each_in_one_step(office: OfficeFile, small: Small, ask: Ask) -> None:
    with office.read() as session:
        hotel = session.get_one(Room, small.rooms[0]).lodging_id
    form = ask(Room, {"lodging_id": hotel})
    asked = people(form)
    assert asked.chosen() == []
    assert asked.said.text() == "Tick several people for as many rooms of this kind as they need."
    asked.items()[0].setCheckState(Qt.CheckState.Checked)
    assert asked.said.text() == "One room for 1 person."
    asked.all_button.click()
    assert asked.said.text() == "3 rooms, one for each."
    steps = len(office.undo_labels())
    form.accept()
    assert len(office.undo_labels()) == steps + 1
    with office.read() as session:
        found = session.scalars(select(Room).where(Room.id.not_in(small.rooms))).all()
        assert sorted(one.number for one in found) == ["Single room 3", "Single room 4", "Single room 5"]
        assert {one.kind for one in found} == {"single"}
    assert {stored(office, one).room_id for one in small.members} == {one.id for one in found}
    office.undo()
    with office.read() as session:
        assert len(session.scalars(select(Room)).all()) == len(small.rooms)


def test_a_room_with_beds_for_all_who_are_chosen_is_one_room(
    office: OfficeFile, small: Small, ask: Ask
) -> None:
    with office.read() as session:
        hotel = session.get_one(Room, small.rooms[0]).lodging_id
    form = ask(Room, {"lodging_id": hotel})
    put(form, "kind", "double")
    put(form, "number", "301")
    people(form).all_button.click()
    assert people(form).said.text() == "2 rooms with 2 beds each."
    form.accept()
    with office.read() as session:
        found = session.scalars(select(Room).where(Room.id.not_in(small.rooms))).all()
        assert sorted(one.number for one in found) == ["301", "302"]


# Costs


def test_one_cost_for_all_travellers_is_a_line_each_in_one_step(
    office: OfficeFile, small: Small, ask: Ask
) -> None:
    form = ask(Expense, {"visit_id": small.visit})
    assert "member_id" not in {one.field.name for one in form.cells}
    put(form, "what_en", "Flight")
    put(form, "kind", "travel")
    put(form, "planned", Money(Decimal(12500), "TRY"))
    asked = people(form)
    assert asked.said.text() == "One line for the delegation as a whole; for each of 3 people 4,166.67 TRY."
    asked.all_button.click()
    assert asked.said.text() == "3 lines of 12,500 TRY, together 37,500 TRY."
    steps = len(office.undo_labels())
    form.accept()
    assert len(office.undo_labels()) == steps + 1
    with office.read() as session:
        found = session.scalars(select(Expense)).all()
        assert {one.member_id for one in found} == set(small.members)
        assert {(one.what_en, one.kind, one.planned) for one in found} == {
            ("Flight", "travel", Money(Decimal(12500), "TRY"))
        }
    office.undo()
    with office.read() as session:
        assert not session.scalars(select(Expense)).all()


def test_allowances_of_several_have_the_rate_of_each(office: OfficeFile, small: Small, ask: Ask) -> None:
    with office.change("rates") as session:
        for row_id, rate in zip(small.members, (100, 200, 300), strict=True):
            session.get_one(DelegationMember, row_id).allowance = Money(Decimal(rate), "TRY")
    form = ask(Expense, {"visit_id": small.visit})
    put(form, "what_en", "Allowance")
    put(form, "kind", "allowance")
    people(form).all_button.click()
    form.accept()
    with office.read() as session:
        found = {one.member_id: one.planned for one in session.scalars(select(Expense))}
    amounts = [found[row_id] for row_id in small.members]
    assert amounts == [Money(Decimal(amount), "TRY") for amount in (300, 600, 900)]


# People


def test_a_person_made_for_a_delegation_is_asked_for_a_post(
    qtbot: QtBot, office: OfficeFile, small: Small, ask: Ask
) -> None:
    city = Partner(name_tr="Mostar")
    with office.change("their city") as session:
        session.add(city)
        session.get_one(Delegation, small.guests).partner_id = city.id
    form = ask(DelegationMember, {"delegation_id": small.guests})
    names: list[str] = []

    def fill() -> None:
        over = QApplication.activeModalWidget()
        assert isinstance(over, NewRecordDialog)
        asked = {one.field.name: one for one in over.also_asked}
        names.extend(asked)
        assert asked["partner_id"].editor.text() == "Mostar"
        asked["title_tr"].editor.set_text("Belediye başkanı")
        asked["title_tr"].editor.changed.emit()
        assert asked["title_tr"].commit()
        over.accept()

    QTimer.singleShot(0, fill)
    steps = len(office.undo_labels())
    made = form.cells[0].editor.around.create(PERSON, "Mario Kordić", form)
    assert names == ["title_tr", "title_en", "function", "partner_id"]
    assert len(office.undo_labels()) == steps + 1, "person and post are one step"
    with office.read() as session:
        (post,) = session.scalars(select(Post).where(Post.person_id == made))
        assert (post.title_en, post.function, post.partner_id) == ("Mayor", "mayor", city.id)
    put(form, "person_id", made)
    form.accept()
    with office.read() as session:
        delegation = session.get_one(Delegation, small.guests)
        line = attendance(session, delegation, date(2027, 5, 12), "en")
        assert next(one.post.id for one in line if one.person.id == made and one.post) == post.id
    office.undo()
    office.undo()
    with office.read() as session:
        assert session.get(Person, made) is None


def test_without_a_title_a_person_gets_no_post(office: OfficeFile, small: Small, ask: Ask) -> None:
    form = ask(DelegationMember, {"delegation_id": small.guests})

    def fill() -> None:
        over = QApplication.activeModalWidget()
        assert isinstance(over, NewRecordDialog)
        over.accept()

    QTimer.singleShot(0, fill)
    made = form.cells[0].editor.around.create(PERSON, "Mario", form)
    with office.read() as session:
        assert session.get(Person, made) is not None
        assert not session.scalars(select(Post).where(Post.person_id == made)).all()


def test_a_person_made_elsewhere_is_asked_for_no_post(ask: Ask) -> None:
    assert not ask(Person, {}).also_asked
