"""Where the focus is after one went somewhere: on what one came for, and always in sight."""

from PySide6.QtCore import QKeyCombination, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.gui.desk import Desk
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.places import PAPERS
from dipdesk.gui.preview.page import PreviewPage
from dipdesk.gui.toast import toast
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Delegation, DelegationMember, Partner, Person, Record, Visit
from tests.gui.hands import keys


def press(*names: str) -> None:
    """Press keys wherever the focus is."""
    for step in keys(*names):
        assert isinstance(step, QKeyCombination)
        QTest.keyClick(focused(), step.key(), step.keyboardModifiers())


def focused() -> QWidget:
    """What has the focus; it is in sight."""
    here = QApplication.focusWidget()
    assert here is not None
    assert here.isVisible()
    return here


def test_the_focus_follows_to_every_page_record_and_part(qtbot: QtBot, desk: Desk) -> None:
    assert desk.office is not None
    with desk.office.change("Sample") as session:
        visit = Visit(title_tr="Ziyaret", title_en="Visit")
        people: list[Record] = [Person(family_name=name) for name in ("Ak", "Bak", "Çak")]
        session.add_all([visit, *people])
        session.flush()
        side = Delegation(visit_id=visit.id, side="guest")
        session.add(side)
        session.flush()
        members = [DelegationMember(delegation_id=side.id, person_id=one.id) for one in people]
        session.add_all(members)
    frame = desk.window.frame
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    the_list_of_a_place_has_the_focus(desk)
    the_record_that_is_opened_has_the_focus(desk, [one.id for one in members])
    six_leads_through_the_parts_of_papers(desk)


def the_list_of_a_place_has_the_focus(desk: Desk) -> None:
    press("Ctrl+5")
    assert isinstance(desk.page, Workspace)
    assert focused() is desk.page.list.view


def the_record_that_is_opened_has_the_focus(desk: Desk, members: list[str]) -> None:
    page = desk.page
    for row_id in members[:2]:
        desk.go(Spot("delegation_member", row_id))
        page = desk.page
        assert isinstance(page, Workspace)
        assert page.record is not None
        assert page.record.isAncestorOf(focused())
        page.record.cells["role"].focus_value()
    press("Alt+Down")
    assert isinstance(page, Workspace)
    assert page.row_id == members[2]
    assert page.record is not None
    assert page.record.cells["role"].isAncestorOf(focused())
    press("Alt+Left")
    press("Ctrl+4", "Alt+Left")
    assert page.record is not None
    assert page.record.cells["role"].isAncestorOf(focused())


def six_leads_through_the_parts_of_papers(desk: Desk) -> None:
    press("Ctrl+7")
    page = desk.page
    assert isinstance(page, PreviewPage)
    assert page.panel.isAncestorOf(focused())
    press("F6")
    assert page.parts()[1].isAncestorOf(focused())
    press("F6")
    assert desk.window.navigation.isAncestorOf(focused())
    press("F6")
    assert page.panel.isAncestorOf(focused())


def test_the_focus_stays_in_the_list_whose_last_row_is_taken_back(qtbot: QtBot, desk: Desk) -> None:
    assert desk.office is not None
    with desk.office.change("Sample") as session:
        visit, guest = Visit(title_tr="Ziyaret"), Person(family_name="Ak")
        session.add_all([visit, guest])
        session.flush()
        sides = [Delegation(visit_id=visit.id, side=side) for side in ("guest", "host")]
        session.add_all(sides)
    with desk.office.change("A guest") as session:
        session.add(member := DelegationMember(delegation_id=sides[0].id, person_id=guest.id))
    desk.window.frame.activateWindow()
    qtbot.waitUntil(desk.window.frame.isActiveWindow)
    desk.go(Spot("visit", visit.id))
    page = desk.page
    assert isinstance(page, Workspace)
    assert page.record is not None
    page.record.chapters.turn("delegations")
    section = next(one for one in page.record.sections if isinstance(one, DelegationsSection))
    shown = section.lists[sides[0].id]
    shown.select(member.id)
    asked: list[QPoint] = []
    shown.table.customContextMenuRequested.disconnect()
    shown.table.customContextMenuRequested.connect(asked.append)
    press("Shift+F10")
    assert len(asked) == 1
    assert shown.table.indexAt(asked[0]).row() == 0
    press("Ctrl+Z")
    assert section.lists[sides[0].id].isAncestorOf(focused())


def test_the_focus_goes_from_a_toast_to_the_page_one_goes_back_to(qtbot: QtBot, desk: Desk) -> None:
    """Wherever one comes from: another page, or another record on the same."""
    assert desk.office is not None
    with desk.office.change("Two partners") as session:
        partners = [Partner(name_en=name) for name in ("Mostar", "Schwerin")]
        session.add_all(partners)
    spots = [Spot("partner", partners[0].id), Spot("partner", partners[1].id), Spot(PAPERS), Spot("person")]
    for spot in spots:
        desk.go(spot)
    while desk.trail.has_back:
        shown = toast(desk.window.frame, "Saved", "Open the folder", lambda: None)
        button = shown.findChild(QPushButton)
        assert button is not None
        button.setFocus()
        assert focused() is button
        desk.go_back(-1)
        assert desk.page is not None
        assert desk.page.isAncestorOf(focused()), desk.trail.here
        shown.close_card()
        assert desk.page.isAncestorOf(focused()), desk.trail.here
