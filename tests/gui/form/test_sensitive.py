"""Sensitive fields of a page say that they are hidden until somebody asks for them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Delegation, DelegationMember, Person, Visit
from dipdesk.store.office_file import OfficeFile

SECRET = "Vejetaryen kanarya"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Iterator[RecordPage]:
    with office.change("a member") as session:
        visit = Visit(title_tr="Ziyaret")
        side = Delegation(visit_id=visit.id)
        person = Person(family_name="Muster")
        one = DelegationMember(
            delegation_id=side.id, person_id=person.id, meals=SECRET, step_free=True, passport="U 1"
        )
        session.add_all([visit, side, person, one])
    made = RecordPage(office, DelegationMember, one.id, settings, news)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def words_of(cell: FieldCell) -> str:
    """All that a screen reader or an eye finds in a cell."""
    parts = [cell.shown, cell._text.accessibleName(), cell._text.toolTip()]
    return " | ".join(parts)


def test_hidden_until_the_button_is_pressed(qtbot: QtBot, page: RecordPage) -> None:
    for name in ("meals", "step_free", "passport"):
        cell = page.cells[name]
        assert cell.is_hidden
        assert cell.shown == "hidden"
        assert SECRET not in words_of(cell)
    cell = page.cells["meals"]
    button = next(one for one in cell.findChildren(QPushButton) if one.accessibleName().startswith("Show:"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not cell.is_hidden
    assert cell.shown == SECRET
    assert page.cells["passport"].is_hidden


def test_tab_goes_by_and_enter_shows_then_edits(qtbot: QtBot, page: RecordPage) -> None:
    cell = page.cells["meals"]
    cell.begin(Qt.FocusReason.TabFocusReason)
    assert cell.is_hidden
    assert not cell.is_editing
    cell.focus_value()
    qtbot.keyClick(cell._text, Qt.Key.Key_Return)
    assert cell.shown == SECRET
    assert not cell.is_editing
    qtbot.keyClick(cell._text, Qt.Key.Key_Return)
    assert cell.is_editing


def test_an_open_field_shows_and_an_empty_one_can_be_filled(qtbot: QtBot, page: RecordPage) -> None:
    assert not page.cells["role"].is_hidden
    cell = page.cells["needs"]
    assert not cell.is_hidden
    cell.begin()
    assert cell.is_editing


def test_a_hidden_box_can_be_shown_and_changed(qtbot: QtBot, page: RecordPage, office: OfficeFile) -> None:
    cell = page.cells["step_free"]
    cell.reveal()
    assert cell.shown == "yes"
    cell.begin()
    assert cell.is_editing
