"""The sections of a visit's page about travel and service, by mouse, menu and keyboard."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.actions.attendance import attendance
from dipdesk.gui.form.ceremony.talks_section import TalksSection
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.logistics import clash_section
from dipdesk.gui.form.logistics.arrival_section import ArrivalSection
from dipdesk.gui.form.logistics.car_section import CarSection
from dipdesk.gui.form.logistics.clash_section import ClashSection
from dipdesk.gui.form.logistics.counterpart_section import CounterpartSection
from dipdesk.gui.form.logistics.duty_section import DutySection
from dipdesk.gui.form.logistics.member_list import MemberList
from dipdesk.gui.form.logistics.room_section import RoomSection
from dipdesk.gui.form.rows import read_rows
from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.model import Delegation, DelegationMember, Duty, ProgrammeItem, Ride, Travel, Visit, field_of
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.logistics.conftest import Small, at


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    widget.show()
    qtbot.waitExposed(widget)


def member(office: OfficeFile, row_id: str) -> DelegationMember:
    with office.read() as session:
        return session.get_one(DelegationMember, row_id)


def members_of(qtbot: QtBot, office: OfficeFile, small: Small) -> tuple[DelegationsSection, MemberList]:
    section = DelegationsSection(office, small.visit)
    shown(qtbot, section)
    return section, section.lists[small.guests]


def select(found: MemberList, *rows: int) -> None:
    chosen = found.table.selectionModel()
    chosen.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        chosen.select(found.model.index(row, 0), flags)


# Members


def test_members_stand_in_order_of_precedence(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    _section, found = members_of(qtbot, office, small)
    assert [line.cells[1] for line in found.model.lines] == ["Ben BERG", "Cora CRAMER", "Ada ALT"]
    assert [line.cells[0] for line in found.model.lines] == ["1", "2", "3"]
    columns = [field_of(DelegationMember, "person_id")]
    rows, total = read_rows(office, DelegationMember, "delegation_id", small.guests, columns)
    assert [row.title for row in rows] == ["Ben BERG", "Cora CRAMER", "Ada ALT"], "on its own page as well"
    assert total == 3


def test_several_get_a_room_a_journey_a_car_and_an_escort_in_one_step_each(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    section, found = members_of(qtbot, office, small)
    select(found, 0, 2)
    for what, row_id in (
        ("room", small.rooms[0]),
        ("travel", small.arrival),
        ("travel", small.departure),
        ("ride", small.rides[0]),
        ("duty", small.duty),
    ):
        steps = len(office.undo_labels())
        found.put(what, row_id)
        assert len(office.undo_labels()) == steps + 1
    section.refresh()
    assert len(found.selected()) == 2
    for row_id in (small.members[0], small.members[1]):
        one = member(office, row_id)
        assert (one.room_id, one.arrival_id, one.departure_id) == (
            small.rooms[0],
            small.arrival,
            small.departure,
        )
    assert member(office, small.members[2]).room_id is None
    with office.read() as session:
        served = {one.member_id for one in session.query(Duty)}
    assert served == {small.members[0], small.members[1]}
    assert found.model.lines[0].cells[-3:] == ("TK 1", "TK 2", "401")


def test_the_menus_offer_what_the_visit_has(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    _section, found = members_of(qtbot, office, small)
    select(found, 0)
    found.menus["room"].aboutToShow.emit()
    assert [one.text() for one in found.menus["room"].actions()] == ["401 · Otel Örnek", "402 · Otel Örnek"]
    found.menus["room"].actions()[1].trigger()
    assert member(office, found.model.lines[0].row_id).room_id == small.rooms[1]
    found.menus["duty"].aboutToShow.emit()
    assert len(found.menus["duty"].actions()) == 1


def test_without_anything_to_choose_a_menu_says_so(qtbot: QtBot, office: OfficeFile) -> None:
    with office.change("a visit") as session:
        visit = Visit(title_tr="Ziyaret")
        side = Delegation(visit_id=visit.id)
        session.add_all([visit, side])
    section = DelegationsSection(office, visit.id)
    shown(qtbot, section)
    (found,) = section.lists.values()
    found.menus["room"].aboutToShow.emit()
    (only,) = found.menus["room"].actions()
    assert (only.text(), only.isEnabled()) == ("There is no room yet.", False)


# Rooms


def test_rooms_by_night_and_moving_by_keyboard_and_drag(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    section = RoomSection(office, small.visit)
    shown(qtbot, section)
    model, table = section.model, section.table
    assert [row.name for row in model.rows] == ["Without a room", "401", "402"]
    assert model.columnCount() == 4
    assert model.index(0, 2).data() == "BERG, CRAMER, ALT"
    table.setCurrentIndex(model.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(model.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in model.rows] == ["401", "402"]
    assert model.index(0, 2).data() == "BERG, CRAMER, ALT (too many)"
    data = model.mimeData([model.index(0, 2)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(1, 3))
    assert {member(office, one).room_id for one in small.members} == {small.rooms[1]}
    section.put([small.members[0]], small.rooms[0])
    assert [one.short for one in model.rows[0].everybody()] == ["ALT"]
    table.setCurrentIndex(model.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert member(office, small.members[0]).room_id is None
    assert office.undo_label == "Taken out of the room"


def test_one_person_moves_to_another_room_from_a_night_on(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    section = RoomSection(office, small.visit)
    qtbot.addWidget(section)
    section.put([small.members[0]], small.rooms[0])
    names = [row.name for row in section.model.rows]
    section.table.setCurrentIndex(section.model.index(names.index("401"), 3))
    assert section.table.current_night() == date(2027, 5, 13)
    menu = section.menu()
    (below,) = [one.menu() for one in menu.actions() if one.menu()]
    (moving,) = [one.menu() for one in below.actions() if one.menu()]
    assert [one.text() for one in moving.actions()] == ["401", "402"]
    moving.actions()[1].trigger()
    rows = {row.name: [len(night) for night in row.nights] for row in section.model.rows}
    assert (rows["401"], rows["402"]) == ([1, 0], [0, 1])
    assert office.undo_label == "Moved to another room"


def test_the_room_menu_moves_one_person(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = RoomSection(office, small.visit)
    shown(qtbot, section)
    section.table.setCurrentIndex(section.model.index(0, 2))
    below = [one.menu() for one in section.menu().actions() if one.menu()]
    assert len(below) == 3
    below[0].actions()[0].trigger()
    assert member(office, small.members[1]).room_id == small.rooms[0]


# Journeys, cars, duties


def test_arrivals_say_who_is_not_met(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = ArrivalSection(office, small.visit)
    shown(qtbot, section)
    assert [line.cells[0] for line in section.model.lines] == ["Arrival", "Departure"]
    with office.change("on board") as session:
        session.get_one(DelegationMember, small.members[0]).arrival_id = small.arrival
        journey = session.get_one(Travel, small.arrival)
        journey.origin, journey.destination = "Berlin", "Örnekkent"
    section.refresh()
    assert section.model.lines[0].cells[5:] == ("Ada ALT", "nobody yet")
    assert [line.cells[4] for line in section.model.lines] == ["Berlin – Örnekkent", "–"]
    with qtbot.waitSignal(section.opened) as asked:
        section.table.selectRow(0)
        qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert asked.args == ["travel", small.arrival]
    section.remove()
    with office.read() as session:
        assert session.get(Travel, small.arrival) is None


def test_a_journey_says_when_it_leaves_and_gets_there_by_the_clocks_of_both_places(
    office: OfficeFile, small: Small, qtbot: QtBot
) -> None:
    with office.change("from Berlin") as session:
        leaves = Moment(datetime(2027, 5, 12, 7, 40), "Europe/Berlin")  # noqa: DTZ001
        session.get_one(Travel, small.arrival).leaves = leaves
    section = ArrivalSection(office, small.visit)
    qtbot.addWidget(section)
    model = section.model
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert heads[1:3] == ["Leaves at", "Gets there at"]
    assert model.lines[0].cells[1:3] == ("12 May 07:40 (Berlin)", "11:00")
    assert model.lines[1].cells[1:3] == ("14 May 17:00", "")


def test_on_a_small_laptop_the_hours_of_journeys_cars_and_duties_are_whole(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    with office.change("all fly") as session:
        for row_id in small.members:
            session.get_one(DelegationMember, row_id).arrival_id = small.arrival
        session.get_one(Travel, small.arrival).leaves = Moment(at(12, 7, 40).local, "Europe/Berlin")
    kinds = (ArrivalSection, (1, 2)), (CarSection, (0,)), (DutySection, (2,))
    for kind, places in kinds:
        section = kind(office, small.visit)
        qtbot.addWidget(section)
        section.resize(740, 500)
        section.show()
        for place in places:
            assert section.table.columnWidth(place) >= section.table.sizeHintForColumn(place), kind
        if isinstance(section, ArrivalSection):
            assert section.model.lines[0].cells[5] == "3 people: BERG, CRAMER, ALT"


def test_a_convoy_is_put_in_order_by_keyboard(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = CarSection(office, small.visit)
    shown(qtbot, section)
    assert [line.row_id for line in section.model.lines] == list(small.rides)
    assert {line.cells[3] for line in section.model.lines} == {"no driver yet"}
    section.select(small.rides[1])
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(section.table, Qt.Key.Key_Up, modifiers)
    assert [line.row_id for line in section.model.lines] == [small.rides[1], small.rides[0]]
    assert section.current() == small.rides[1]
    section._let_ride(small.members[0])
    section._let_ride(small.members[1])
    section._let_ride(small.members[2])
    assert section.model.lines[0].tone == "bad"
    section._take_out(small.members[0])
    assert section.model.lines[0].tone is None
    with office.read() as session:
        assert session.get_one(Ride, small.rides[1]).place == 1


def test_duties_are_drawn_and_a_click_finds_the_row(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = DutySection(office, small.visit)
    shown(qtbot, section)
    (bar,) = section.timeline.bars
    area = section.timeline.area_of(bar)
    assert area.width() > 10
    qtbot.mouseClick(section.timeline, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert section.current() == small.duty
    assert section.model.lines[0].cells[:2] == ("Ece ERK", "Escort officer")


# Counterparts and clashes


def test_counterparts_by_rank_and_by_hand(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = CounterpartSection(office, small.visit)
    shown(qtbot, section)
    pairs = [tuple(cell.split(" · ")[0] for cell in line.cells[:2]) for line in section.model.lines]
    assert pairs == [("Ben BERG", "Deniz DAĞ"), ("Cora CRAMER", "Ece ERK"), ("Ada ALT", "–")]
    assert section.model.lines[2].tone == "attention"
    assert section.note.text() == "2 pairs. 1 person has no counterpart."
    assert section._heading._count.text() == "2", "the pairs are counted, not the rows"
    section.table.selectRow(2)
    section.put(small.hosts[1])
    pairs = [tuple(cell.split(" · ")[0] for cell in line.cells[:2]) for line in section.model.lines]
    assert pairs == [("Ben BERG", "Deniz DAĞ"), ("Cora CRAMER", "–"), ("Ada ALT", "Ece ERK")]
    assert section.current() == small.members[0]
    section.release()
    assert [line.cells[1].split(" · ")[0] for line in section.model.lines] == ["Deniz DAĞ", "Ece ERK", "–"]


def test_support_without_a_counterpart_is_told_and_not_counted_as_missing(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    with office.change("support") as session:
        session.get_one(DelegationMember, small.members[0]).role = "press"
        session.get_one(DelegationMember, small.hosts[1]).state = "absent"
    section = CounterpartSection(office, small.visit)
    shown(qtbot, section)
    assert section.note.text() == (
        "1 pair. 1 person has no counterpart. 1 person supports a delegation and needs none."
    )
    assert section._heading._count.text() == "1"
    assert section.model.lines[2].cells[2] == "Supports the delegation; no counterpart is needed."


def test_both_sides_are_seated_at_the_talks_in_one_step_and_what_became_of_it_is_said(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    with office.change("talks") as session:
        talks = ProgrammeItem(visit_id=small.visit, title_tr="Görüşme", title_en="Talks", kind="meeting")
        talks.starts = at(12, 14)
        session.add(talks)
    section = CounterpartSection(office, small.visit)
    shown(qtbot, section)
    steps = len(office.undo_labels())
    section.seat_button.click()
    assert len(office.undo_labels()) == steps + 1
    assert section.told.text() == (
        "2 pairs of counterparts sit face to face, the heads in the middle."
        " The chair opposite stays empty for Ada ALT."
    )
    section.show_button.click()
    (editor,) = section.window().findChildren(SeatingEditor)
    assert editor.isVisible()
    editor.close()
    office.undo()
    section.refresh()
    assert not section.told.isVisible()
    assert not section.show_button.isVisible()


def test_both_sides_are_seated_from_the_page_of_the_talks(
    qtbot: QtBot, office: OfficeFile, small: Small
) -> None:
    with office.change("talks") as session:
        talks = ProgrammeItem(visit_id=small.visit, title_tr="Görüşme", kind="meeting", starts=at(12, 14))
        tour = ProgrammeItem(visit_id=small.visit, title_tr="Gezi", kind="tour", starts=at(12, 16))
        session.add_all([talks, tour])
    ground = QWidget()
    QVBoxLayout(ground)
    section, elsewhere = (TalksSection(office, one.id, ground) for one in (talks, tour))
    for one in (section, elsewhere):
        ground.layout().addWidget(one)
    shown(qtbot, ground)
    assert not elsewhere.isVisible()
    ways = section.show_button, section.ceremony_button
    assert [one.isVisible() for one in ways] == [False, False]
    steps = len(office.undo_labels())
    section.seat_button.click()
    assert len(office.undo_labels()) == steps + 1
    assert section.told.text().startswith("2 pairs of counterparts sit face to face")
    assert [one.isVisible() for one in ways] == [True, True]
    with qtbot.waitSignal(section.opened) as told:
        section.ceremony_button.click()
    with office.read() as session:
        assert told.args == ["ceremony", session.get_one(ProgrammeItem, talks.id).ceremony_id]
    section.show_button.click()
    (editor,) = ground.findChildren(SeatingEditor)
    editor.close()
    office.undo()
    section.refresh()
    assert [one.isVisible() for one in ways] == [False, False]


def test_clashes_lead_to_where_they_can_be_mended(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    section = ClashSection(office, small.visit)
    shown(qtbot, section)
    sentences = [one.sentence for one in section.findings]
    assert "No room for the nights of 12–13 May 2027: Ada ALT, Ben BERG, and Cora CRAMER." in sentences
    assert any(one.startswith("99 AA 001 has two rides at the same time") for one in sentences)
    first = section.findings[0]
    buttons = [one for one in section.findChildren(QPushButton) if first.sentence in one.accessibleName()]
    with qtbot.waitSignal(section.opened) as asked:
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert "/".join(asked.args) == first.records[0]
    with office.change("rooms") as session:
        for row_id in small.members:
            session.get_one(DelegationMember, row_id).room_id = small.rooms[0]
    section.refresh()
    assert {one.kind for one in section.findings if not one.mild} == {"car_twice", "no_driver", "room_full"}


def test_a_large_visit_is_judged_beside_the_window_and_the_old_answer_stands_meanwhile(
    qtbot: QtBot, office: OfficeFile, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clash_section, "_AT_ONCE", 0)
    section = ClashSection(office, small.visit)
    assert section.findings == ()
    assert section._empty.isHidden(), "before the first answer, nothing is claimed"
    qtbot.waitUntil(lambda: len(section.findings) > 0)
    old = section.findings
    with office.change("rooms") as session:
        for row_id in small.members:
            session.get_one(DelegationMember, row_id).room_id = small.rooms[0]
    section.refresh()
    assert section.findings == old
    qtbot.waitUntil(lambda: section.findings != old)
    assert {one.kind for one in section.findings if not one.mild} == {"car_twice", "no_driver", "room_full"}


def test_an_empty_visit_says_what_belongs_where(qtbot: QtBot, office: OfficeFile) -> None:
    with office.change("a visit") as session:
        visit = Visit(title_tr="Boş")
        session.add(visit)
    for maker in (
        ClashSection,
        ArrivalSection,
        RoomSection,
        CarSection,
        DutySection,
        CounterpartSection,
        DelegationsSection,
    ):
        section = maker(office, visit.id)
        shown(qtbot, section)
        assert section._empty.isVisible(), maker
        assert section._empty.text()


def test_a_change_of_the_visit_concerns_its_rooms(office: OfficeFile, small: Small) -> None:
    heard = []
    stop = office.listen(heard.append)
    with office.change("a note") as session:
        session.get_one(Visit, small.visit).place = "Kent"
    stop()
    section = RoomSection(office, small.visit)
    assert section.concerns(heard[0])
    section.deleteLater()


def test_a_member_is_removed_by_the_bin_of_the_list(qtbot: QtBot, office: OfficeFile, small: Small) -> None:
    with office.read() as session:
        side = session.get_one(DelegationMember, small.members[0]).delegation_id or ""
        delegation = session.get_one(Delegation, side)
        made = MemberList(office, side, "Guests", lambda _what: ())
        made.show_people(attendance(session, delegation, None, "en"))
    shown(qtbot, made)
    assert not made.remove_button.isVisibleTo(made)
    made.table.selectRow(0)
    assert made.remove_button.isVisibleTo(made)
    first = made.selected()[0]
    made.remove_button.click()
    with office.read() as session:
        assert session.get(DelegationMember, first) is None
