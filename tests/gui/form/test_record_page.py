"""The page of a record by keyboard, in either language, narrow and scrolled."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.i18n import speak
from dipdesk.model import LetterTemplate, Partner, Visit, entity
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import Open, added, partner_page, press, stops
from tests.gui.form.sample import fill

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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
