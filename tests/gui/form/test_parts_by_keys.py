"""From part to part of a long page by keyboard: to the beginning of each, whatever had the focus before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from dipdesk.gui.focus import stay_near
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.model import Ceremony, Delegation, DelegationMember, Person, Visit
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.pages import listed


def visit_page(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> RecordPage:
    """The page of a visit with two delegations of two, and a ceremony."""
    with office.change("Sample") as session:
        visit, people = Visit(title_tr="Ziyaret"), [Person(family_name=name) for name in ("Ak", "Bek")]
        session.add_all([visit, *people])
        session.flush()
        sides = [Delegation(visit_id=visit.id, side=side) for side in ("guest", "host")]
        session.add_all([*sides, Ceremony(visit_id=visit.id, title_tr="Tören")])
        session.flush()
        for side in sides:
            session.add_all(DelegationMember(delegation_id=side.id, person_id=one.id) for one in people)
    page = RecordPage(office, Visit, visit.id, settings, news)
    page.resize(1000, 700)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def delegations(page: RecordPage) -> DelegationsSection:
    return next(one for one in page.sections if isinstance(one, DelegationsSection))


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_after_turning_the_way_on_begins_with_the_first_section(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    page = visit_page(qtbot, office, settings, news)
    page.chapters.turn("gifts")
    page.turn(-1)
    add = listed(page, "ceremony").add_button
    stops = [
        one for one in page.headline.findChildren(QWidget) if one.isVisible() and one.focusPolicy().value
    ]
    for before in (listed(page, "ceremony").table, page.history.findChildren(QWidget)[-1], stops[0], add):
        before.setFocus()
        page.turn(1)
        page.turn(-1)
        assert page.chapters.strip.isAncestorOf(focused())
        page.go_on(1)
        assert add.hasFocus(), before
    stops[0].setFocus()
    page.go_on(1)
    assert add.hasFocus()


def test_back_leads_to_the_beginning_of_the_part_first(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    page = visit_page(qtbot, office, settings, news)
    page.chapters.turn("delegations")
    section = delegations(page)
    first, second = section.lists.values()
    second.table.setFocus()
    for wanted in (second.add_button, first.add_button, section.add_button):
        page.go_on(-1)
        assert wanted.hasFocus()
    first.table.setFocus()
    page.go_on(1)
    assert second.add_button.hasFocus()
    page.chapters.turn("overview")
    title, partner = page.cells["title_tr"], page.cells["partner_id"]
    for name in ("partner_id", "title_tr"):
        page.cells[name].begin()
        page.go_on(-1)
        assert title.isAncestorOf(focused()) == (name == "partner_id")
    assert not partner.isAncestorOf(focused())


def test_members_are_selected_in_one_delegation_at_a_time(
    qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews
) -> None:
    page = visit_page(qtbot, office, settings, news)
    page.chapters.turn("delegations")
    first, second = delegations(page).lists.values()
    first.table.selectAll()
    assert (len(first.selected()), len(second.selected())) == (2, 0)
    second.select(second.model.lines[1].row_id)
    assert (first.selected(), len(second.selected())) == ([], 1)
    assert not first._together.isVisible()
    assert not first.remove_button.isVisible()
    first.table.setCurrentIndex(first.model.index(1, 0))
    second.table.setFocus()
    first.table.clearSelection()
    first.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert first.selected() == [first.model.lines[1].row_id]
    assert second.selected() == []


def test_what_is_deleted_has_nothing_near(qtbot: QtBot) -> None:
    gone, other = QWidget(), QPushButton()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    Shiboken.delete(gone)
    stay_near(gone)
    assert QApplication.focusWidget() in (other, None)
