"""The list of a delegation's members: one new row is selected alone, and nothing moves beneath the mouse."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.actions import seating_plans, staying_away
from dipdesk.actions.counterparts import matrix
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.logistics import member_list, room_section
from dipdesk.gui.form.logistics.member_table import MemberModel, MemberTable
from dipdesk.gui.form.logistics.room_section import RoomSection
from dipdesk.gui.form.plain_table import shared_below
from dipdesk.gui.form.storing import add_record, remove_records, store_field
from dipdesk.gui.form.text_rows import Line
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Guest,
    Lodging,
    Person,
    Placing,
    Record,
    Room,
    SeatingPlan,
    Visit,
    field_of,
)
from dipdesk.store.office_file import OfficeFile

Given = tuple[str, list[str]]
Values = Mapping[str, object]


@pytest.fixture
def given(office: OfficeFile) -> Given:
    """A visit and three members of its guests."""
    with office.change("Sample") as session:
        visit = Visit(title_tr="Ziyaret")
        people = [Person(family_name=name) for name in ("Ak", "Bak", "Çak")]
        session.add_all([visit, *people])
        session.flush()
        side = Delegation(visit_id=visit.id, side="guest")
        session.add(side)
        session.flush()
        members = [DelegationMember(delegation_id=side.id, person_id=one.id) for one in people]
        session.add_all(members)
    return visit.id, [one.id for one in members]


def test_a_new_member_is_selected_alone_and_the_rows_stay_where_they_are(
    qtbot: QtBot, office: OfficeFile, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, members = given
    section = DelegationsSection(office, visit)
    qtbot.addWidget(section)
    section.resize(700, 400)
    section.show()
    (shown,) = section.lists.values()
    before = shown.table.mapTo(section, QPoint(0, 0))
    held: Callable[[], Qt.KeyboardModifier] = lambda: Qt.KeyboardModifier.ControlModifier  # noqa: E731
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", staticmethod(held))
    for member in members:
        shown.select(member)
    assert shown.selected() == members[-1:]
    QApplication.processEvents()
    assert shown.table.mapTo(section, QPoint(0, 0)) == before


def test_where_the_deeds_for_several_will_stand_is_said_what_to_select(
    qtbot: QtBot, office: OfficeFile, given: Given
) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    section.resize(700, 500)
    section.show()
    (shown,) = section.lists.values()
    assert (shown._hint.isVisible(), shown._together.isVisible()) == (True, False)
    shown.table.select_rows([0, 1])
    assert (shown._hint.isVisible(), shown._together.isVisible()) == (False, True)
    remove_records(office, DelegationMember, given[1])
    section.refresh()
    assert not shown._slot.isVisible()


def test_the_key_that_asked_for_a_member_asks_for_the_next(
    qtbot: QtBot, office: OfficeFile, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    (shown,) = section.lists.values()
    asked: list[str] = []

    def made(*_given: object) -> str:
        asked.append(given[1][len(asked) % 3])
        return asked[-1]

    monkeypatch.setattr(member_list, "new_record", made)
    shown.add_button.setFocus()
    for count in (1, 2):
        qtbot.keyClick(shown.add_button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: shown.selected() == asked[-1:])
        assert shown.add_button.hasFocus()
        assert len(asked) == count
    shown.table.setFocus()
    for count in (3, 4):
        qtbot.keyClick(shown.table, Qt.Key.Key_Insert)
        qtbot.waitUntil(lambda: shown.selected() == asked[-1:])
        assert shown.table.hasFocus()
        assert len(asked) == count


def test_the_keys_to_the_ends_lead_to_the_first_and_last_member(
    qtbot: QtBot, office: OfficeFile, given: Given
) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    section.show()
    (shown,) = section.lists.values()
    shown.select(given[1][1])
    held, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    ends = [(Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 0)]
    told = [(key, held, row) for key, row in ends] + [(key, control, row) for key, row in ends[:2]]
    for key, modifiers, row in told:
        qtbot.keyClick(shown.table, key, modifiers)
        assert shown.table.currentIndex().row() == row
        assert shown.table.selected_rows() == [row]
    qtbot.keyClick(shown.table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert shown.table.selected_rows() == [0, 1, 2]


def test_a_narrow_list_leaves_out_what_one_looks_at_least(qtbot: QtBot) -> None:
    model = MemberModel()
    ground = QWidget()
    qtbot.addWidget(ground)
    table = MemberTable(model, ground)
    post = "Director of External Relations and Protocol"
    cells = ("1", "Katharina MUSTERFRAU", post, "Head of the delegation", "German, English, Turkish")
    model.show([Line("a", (*cells, "needed", "TK 1722", "TK 1731", "401", "absent"))])
    ground.show()

    def shown(width: int) -> list[str]:
        table.resize(width, 200)
        heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
        return [str(head) for at, head in enumerate(heads) if not table.isColumnHidden(at)]

    assert len(shown(1600)) == 10
    assert shown(500) == ["Place", "Name", "Post", "Room", "State"]
    assert table.columnWidth(1) >= 22 * table.fontMetrics().averageCharWidth()
    assert len(shown(1600)) == 10


def test_the_menu_of_a_member_names_the_keys(qtbot: QtBot, office: OfficeFile, given: Given) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    (shown,) = section.lists.values()
    menu = shown.menu()
    keys = {one.text(): one.shortcut().toString() for one in menu.actions() if one.shortcut().toString()}
    assert keys == {"Open": "Return", "Add": "Ins", "Does not come": "X", "Remove": "Del"}
    menu.deleteLater()


def test_the_wheel_scrolls_past_a_list_without_the_focus(
    qtbot: QtBot, office: OfficeFile, given: Given
) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    (shown,) = section.lists.values()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    wheel.accept()
    shown.table.wheelEvent(wheel)
    assert not wheel.isAccepted()


def test_a_hotel_without_rooms_is_named_and_a_new_room_selected(
    qtbot: QtBot, office: OfficeFile, given: Given
) -> None:
    section = RoomSection(office, given[0])
    qtbot.addWidget(section)
    hotel = add_record(office, Lodging, {"visit_id": given[0], "name": "Otel Kent"})
    section.refresh()
    assert "Otel Kent" in section.note.text()
    room = add_record(office, Room, {"lodging_id": hotel, "number": "12"})
    section.refresh()
    section.select(room)
    row = section.table.current_row()
    assert row is not None
    assert row.room_id == room
    assert section.note.text() == ""


def test_after_a_hotel_come_its_rooms(
    qtbot: QtBot, office: OfficeFile, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = RoomSection(office, given[0])
    qtbot.addWidget(section)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    asked: list[tuple[str, object, object]] = []

    def made(_office: object, kind: type[Record], values: Values, *_over: object, **more: Values) -> str:
        asked.append((kind.__name__, values.get("lodging_id"), more.get("likely", {}).get("lodging_id")))
        number = str(len(asked))
        named = {"name": number} if kind is Lodging else {"number": number}
        return add_record(office, kind, {**values, **more.get("likely", {}), **named})

    monkeypatch.setattr(room_section, "new_record", made)
    hotels = []
    for _hotel in range(2):
        section.hotel_button.setFocus()
        qtbot.keyClick(section.hotel_button, Qt.Key.Key_Insert)
        assert section.add_button.hasFocus()
        with office.read() as session:
            hotels = list(session.scalars(select(Lodging.id).order_by(Lodging.id)))
        qtbot.keyClick(section.add_button, Qt.Key.Key_Space)
        assert section.add_button.hasFocus()
    (first, second) = hotels
    told = [("Lodging", None, None), ("Room", first, None), ("Lodging", None, None), ("Room", None, second)]
    assert asked == told
    section.table.setCurrentIndex(section.model.index(0, 0))
    section.add()
    assert asked[-1] == ("Room", None, first)


def test_heads_stay_whole_as_long_as_they_find_room() -> None:
    assert shared_below([30, 90, 40], [200, 90, 300], 240) == [75, 90, 75]
    assert shared_below([30, 80], [30, 80], 500) == [30, 80]
    assert sum(shared_below([100, 100], [300, 300], 150)) <= 150


@pytest.fixture
def asked(office: OfficeFile, given: Given) -> str:
    """The talks of that visit, at which all three are seated; the id of the plan."""
    with office.change("Talks") as session:
        talks, over = (Ceremony(title_tr=name, visit_id=given[0]) for name in ("Görüşme", "Karşılama"))
        over.state = "done"
        plan = SeatingPlan(ceremony_id=talks.id, layout="head_table", name_tr="Masa")
        session.add_all([talks, over, plan])
        people = [session.get_one(DelegationMember, one).person_id for one in given[1]]
        guests = [Guest(ceremony_id=talks.id, person_id=one) for one in people]
        session.add_all([*guests, *(Guest(ceremony_id=over.id, person_id=one) for one in people)])
        places = enumerate(guests, 1)
        session.add_all(Placing(plan_id=plan.id, seat=f"1/{at}", guest_id=one.id) for at, one in places)
    return plan.id


def how_they_stand(office: OfficeFile, plan_id: str) -> tuple[list[str], list[str], list[str]]:
    """The states of the guests at the talks and at what is over, and whose chairs are empty."""
    with office.read() as session:
        plan = session.get_one(SeatingPlan, plan_id)
        guests = session.scalars(select(Guest).order_by(Guest.id)).all()
        at_talks = [one.state for one in guests if one.ceremony_id == plan.ceremony_id]
        before = [one.state for one in guests if one.ceremony_id != plan.ceremony_id]
        gaps = seating_plans.read(session, plan, "tr").gaps
        return at_talks, before, [one.title() for one in gaps.values()]


@pytest.mark.parametrize("way", ["key", "menu", "remove", "record", "delegation"])
def test_who_drops_out_leaves_the_chair_in_the_same_step(
    qtbot: QtBot, office: OfficeFile, given: Given, asked: str, way: str
) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    section.show()
    (shown,) = section.lists.values()
    shown.select(given[1][0])
    steps = len(office.undo_labels())
    if way == "key":
        qtbot.keyClick(shown.table, Qt.Key.Key_X)
    elif way == "menu":
        next(one for one in shown.menu().actions() if one.shortcut().toString() == "X").trigger()
    elif way == "remove":
        shown.remove()
    elif way == "record":
        field = field_of(DelegationMember, "state")
        store_field(office, (DelegationMember, given[1][0]), field, "absent", None, lambda _session: None)
    else:
        remove_records(office, Delegation, list(section.lists))
    at_talks, over, gaps = how_they_stand(office, asked)
    gone = 3 if way == "delegation" else 1
    assert at_talks == ["declined"] * gone + ["invited"] * (3 - gone)
    assert over == ["invited"] * 3
    assert len(gaps) == gone
    assert len(office.undo_labels()) == steps + 1
    office.undo()
    assert how_they_stand(office, asked) == (["invited"] * 3, ["invited"] * 3, [])


def test_who_is_a_member_twice_still_comes(office: OfficeFile, given: Given, asked: str) -> None:
    with office.change("Twice") as session:
        member = session.get_one(DelegationMember, given[1][0])
        session.add(DelegationMember(delegation_id=member.delegation_id, person_id=member.person_id))
    staying_away.mark_absent(office, given[1][:1])
    assert how_they_stand(office, asked)[0] == ["invited"] * 3
    staying_away.mark_absent(office, given[1][1:])
    with office.read() as session:
        rows = matrix(session, session.get_one(Visit, given[0]), "tr")
        assert len(rows) == 1, "nobody stands opposite those who do not come"
    assert how_they_stand(office, asked)[0] == ["invited", "declined", "declined"]
