"""The page of a record under the mouse: a click beside everything ends an edit, and nothing jumps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form import related_list
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.tokens import tokens
from dipdesk.model import Note, Partner, Post
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Open, Typist, added, listed, partner_page, press, stored

LEFT = Qt.MouseButton.LeftButton


def ground(page: RecordPage) -> QWidget:
    return page._area.ground


def corner(page: RecordPage) -> QPoint:
    """A spot of the paper on which nothing stands."""
    spot = QPoint(page._area.viewport().width() - 4, page._area.viewport().height() // 2)
    place = ground(page).mapFrom(page._area.viewport(), spot)
    assert ground(page).childAt(place) is None
    return place


def settled(page: RecordPage) -> None:
    """Wait until the page is laid out and what stands on it has its place."""
    for _round in range(4):
        QApplication.processEvents()
    assert page._area._is_settled


def test_the_paper_is_white(office: OfficeFile, open_page: Open) -> None:
    _partner, page = partner_page(office, open_page)
    place = corner(page)
    drawn = page.grab().toImage().pixelColor(ground(page).mapTo(page, place))
    assert drawn == tokens(page).paper


def test_a_click_on_the_paper_stores_the_field_and_takes_the_focus_out(
    office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    partner, page = partner_page(office, open_page)
    cell = page.cells["name_en"]
    cell.begin()
    type_text(cell.editor.stops()[0], "Mostar on Neretva")
    QTest.mouseClick(ground(page), LEFT, pos=corner(page))
    assert stored(office, Partner, partner.id).name_en == "Mostar on Neretva"
    assert not cell.is_editing
    assert QApplication.focusWidget() is ground(page)
    press(Qt.Key.Key_Tab)
    around = QApplication.focusWidget()
    while around is not None and not isinstance(around, FieldCell):
        around = around.parentWidget()
    assert around is not None
    assert around is not cell
    shown = [one for one in page.cells.values() if one.isVisible()]
    assert shown.index(around) == shown.index(cell) + 1


def test_a_click_on_the_paper_leaves_what_cannot_be_stored(
    office: OfficeFile, open_page: Open, type_text: Typist
) -> None:
    _partner, page = partner_page(office, open_page)
    cell = page.cells["population"]
    page._group_of(cell).unfold(cell)
    cell.begin()
    type_text(cell.editor.stops()[0], "no such thing")
    QTest.mouseClick(ground(page), LEFT, pos=corner(page))
    assert cell.is_editing
    assert cell.problem


def test_what_has_the_focus_stays_where_it_is_when_a_list_above_gets_its_first_row(
    office: OfficeFile, open_page: Open
) -> None:
    partner, page = partner_page(office, open_page)
    page.resize(900, 360)
    notes = listed(page, "note")
    notes.add_button.setFocus()
    page._area.ensureWidgetVisible(notes)
    settled(page)

    def height() -> int:
        return notes.add_button.mapToGlobal(QPoint(0, 0)).y()

    before = height()
    added(office, Post(partner_id=partner.id, title_tr="Başkan"))
    settled(page)
    assert listed(page, "post").table.isVisibleTo(page)
    assert height() == before
    office.undo()
    settled(page)
    assert height() == before
    added(office, Note(subject=f"partner/{partner.id}", headline="Under it"))
    settled(page)
    assert height() == before


def test_a_page_that_opens_stands_at_its_top(office: OfficeFile, open_page: Open) -> None:
    partner, page = partner_page(office, open_page)
    page.resize(900, 360)
    page.focus_first()
    settled(page)
    assert page._area.verticalScrollBar().value() == 0
    added(office, Post(partner_id=partner.id, title_tr="Başkan"))
    settled(page)
    assert page._area.verticalScrollBar().value() == 0


@pytest.mark.parametrize("stop", ["add_button", "open_button"])
def test_insert_adds_wherever_the_focus_is_in_a_list(
    qtbot: QtBot, office: OfficeFile, open_page: Open, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    partner, page = partner_page(office, open_page)
    added(office, Post(partner_id=partner.id, title_tr="Başkan"))
    asked: list[str] = []
    monkeypatch.setattr(related_list, "new_record", lambda _office, kind, *_more: asked.append(kind.__name__))
    posts = listed(page, "post")
    posts.table.selectRow(0)
    button = getattr(posts, stop)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Insert)
    assert asked == ["Post"]
    line = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Insert)
    assert asked == ["Post"]
