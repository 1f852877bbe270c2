"""What was made on a visit's page comes into sight, and what one made it with stays there."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.visit.checklist_section import ChecklistSection
from dipdesk.gui.form.visit.promise_line import PromiseLine
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Visit
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import listed


@pytest.fixture
def page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> RecordPage:
    """The page of a new visit on a small screen."""
    with office.change("a visit") as session:
        visit = Visit(title_tr="Ziyaret", kind="inbound", starts=date(2027, 5, 12), ends=date(2027, 5, 14))
        session.add(visit)
    made = RecordPage(office, Visit, visit.id, settings, news)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def in_sight(page: RecordPage, widget: QWidget, part: QRect | None = None) -> bool:
    """Whether a widget, or a part of it, stands whole in the window of its page."""
    wanted = part or widget.rect()
    view = page._area.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, wanted.topLeft()), wanted.size()))


def settled() -> None:
    for _round in range(6):
        QApplication.processEvents()


def test_a_checklist_that_is_laid_out_comes_into_sight(page: RecordPage) -> None:
    section = next(one for one in page.sections if isinstance(one, ChecklistSection))
    section.lay_out_button.setFocus()
    page._area.ensureWidgetVisible(section.lay_out_button)
    settled()
    assert not in_sight(page, section._heading, QRect(QPoint(0, 0), section._heading.size() * 5))
    QTest.keyClick(section.lay_out_button, Qt.Key.Key_Space)
    settled()
    assert section.lay_out_button.hasFocus()
    assert in_sight(page, section._heading)
    fifth = section.table.visualRect(section.model.index(4, 0))
    assert in_sight(page, section.table.viewport(), fifth)


def test_a_promise_comes_into_sight_above_its_line(page: RecordPage) -> None:
    page.chapters.turn("after")
    line = page.findChild(PromiseLine)
    assert line is not None
    promises = listed(page, "commitment")
    page._area.ensureWidgetVisible(line)
    settled()
    for number in range(6):
        cell = line.cells["what_en"]
        cell.begin()
        QTest.keyClicks(cell.editor.stops()[0], f"Promise {number}")
        QTest.keyClick(cell.editor.stops()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
        assert len(promises.model.rows) == number + 1
        assert cell.editor.isAncestorOf(QApplication.focusWidget() or page)
        assert in_sight(page, line)
        made = promises.table.visualRect(promises.table.currentIndex())
        assert promises.model.rows[promises.table.currentIndex().row()].texts[0] == f"Promise {number}"
        assert in_sight(page, promises.table.viewport(), made)


def test_the_line_for_a_promise_takes_two_lines_where_there_is_little_room(page: RecordPage) -> None:
    page.chapters.turn("after")
    line = page.findChild(PromiseLine)
    assert line is not None
    what, owner, due = line.cells.values()
    letter = line.fontMetrics().averageCharWidth()
    for width, heights in ((120, 1), (60, 2), (120, 1)):
        page.resize(width * letter, 500)
        settled()
        assert len({what.y(), owner.y()}) == heights
        assert owner.y() == due.y()
        assert what.width() > 30 * letter
        assert line.rect().contains(line.add_button.geometry())
