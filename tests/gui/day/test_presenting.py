"""A presentation of the day: nothing for the crew only, no names of people; and one order of the phones."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from dipdesk.actions import day_view
from dipdesk.gui.day.page import DayPage
from dipdesk.gui.toast import Toast
from dipdesk.model import ProgrammeItem
from dipdesk.store.office_file import OfficeFile
from tests.gui.day.conftest import Watch


def toasts(page: DayPage) -> list[str]:
    return [one.accessibleName() for one in page.window().findChildren(Toast) if not one.isHidden()]


def test_what_is_for_the_crew_only_stands_nowhere_while_presenting(
    page: DayPage, office: OfficeFile, watch: Watch
) -> None:
    with office.change("Crew") as session:
        for one in session.scalars(select(ProgrammeItem).where(ProgrammeItem.title_en == "Reception")):
            one.audience = "crew"
    page.refresh()
    assert [line.cells[2] for line in page.sheet.model.lines] == ["Reception", "Lunch"]
    page.present(True)
    assert [line.cells[2] for line in page.sheet.model.lines] == ["Lunch"]
    assert page.sheet.next_card.title.text() == "Lunch"
    page.present(False)
    assert page.sheet.next_card.title.text() == "Reception"


def test_no_word_of_what_was_done_stays_up_while_presenting(page: DayPage, watch: Watch) -> None:
    page.sheet.side.members.setFocus()
    page.sheet.side.members.selectRow(0)
    QTest.keyClick(page.sheet.side.members, Qt.Key.Key_X)
    assert "Absent" in toasts(page)[0]
    page.present(True)
    assert not toasts(page)
    watch.set("10:00")
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.sheet.now_card.title.text() == "Reception"
    assert not toasts(page)


def test_phones_stand_in_the_order_in_which_they_first_come_up(
    page: DayPage, office: OfficeFile, visit_id: str
) -> None:
    with office.change("Phones") as session:
        first, second = session.scalars(select(ProgrammeItem).order_by(ProgrammeItem.starts))
        again = ProgrammeItem(visit_id=visit_id, title_tr="Veda", starts=second.ends)
        session.add(again)
        first.phone = again.phone = "+90 1"
        second.phone = "+90 2"
        again.responsible_id = first.responsible_id
    with office.read() as session:
        items = session.scalars(select(ProgrammeItem).order_by(ProgrammeItem.starts)).all()
        assert [one.number for one in day_view.phones(session, visit_id, items)] == ["+90 1", "+90 2"]
