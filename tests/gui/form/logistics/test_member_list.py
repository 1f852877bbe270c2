"""The list of a delegation's members: one new row is selected alone, and nothing moves beneath the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.logistics import member_list
from dipdesk.gui.form.logistics.room_section import RoomSection
from dipdesk.gui.form.plain_table import shared_below
from dipdesk.gui.form.storing import add_record
from dipdesk.model import Delegation, DelegationMember, Lodging, Person, Room, Visit
from dipdesk.store.office_file import OfficeFile

Given = tuple[str, list[str]]


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


def test_the_menu_of_a_member_names_the_keys(qtbot: QtBot, office: OfficeFile, given: Given) -> None:
    section = DelegationsSection(office, given[0])
    qtbot.addWidget(section)
    (shown,) = section.lists.values()
    menu = shown.menu()
    keys = {one.text(): one.shortcut().toString() for one in menu.actions() if one.shortcut().toString()}
    assert keys == {"Open": "Return", "Add": "Ins", "Remove": "Del"}
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


def test_heads_stay_whole_as_long_as_they_find_room() -> None:
    assert shared_below([30, 90, 40], [200, 90, 300], 240) == [75, 90, 75]
    assert shared_below([30, 80], [30, 80], 500) == [30, 80]
    assert sum(shared_below([100, 100], [300, 300], 150)) <= 150
