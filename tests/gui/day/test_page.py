"""The day view of a visit: everything by keyboard, nothing personal while it is presented."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui import theme
from dipdesk.gui.cards import RowButton
from dipdesk.gui.day.page import DayPage
from dipdesk.gui.desk import Desk
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.places import DAY, TODAY
from dipdesk.gui.trail import Spot
from dipdesk.i18n import speak
from dipdesk.model import (
    Commitment,
    DelegationMember,
    Note,
    Partner,
    ProgrammeItem,
    Record,
    Task,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.conftest import typed
from tests.gui.day.conftest import PHONE, Watch

R = TypeVar("R", bound=Record)


def press(page: DayPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page, key)


def said(page: DayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def first(office: OfficeFile, kind: type[R]) -> R:
    with office.read() as session:
        return session.scalars(select(kind)).one()


def test_the_running_visit_is_shown_with_what_comes_next(page: DayPage) -> None:
    assert "Visit of Ganja" in said(page)
    assert page.sheet.now_card.title.text() == "Nothing is on."
    assert page.sheet.next_card.title.text() == "Reception"
    assert "in 10 minutes" in said(page)
    assert "2 people take part" in page.sheet.next_card.who.text()
    assert [line.cells[2] for line in page.sheet.model.lines] == ["Reception", "Lunch"]


def test_space_begins_and_ends_items_and_the_hours_are_kept(page: DayPage, watch: Watch) -> None:
    watch.set("10:07")
    press(page, Qt.Key.Key_Space)
    assert page.sheet.now_card.title.text() == "Reception"
    assert "7 minutes late" in said(page)
    watch.set("10:45")
    page._show_clock()
    assert "8 minutes over" in said(page)
    assert "15 minutes late" in said(page)
    press(page, Qt.Key.Key_Space)
    assert page.sheet.now_card.title.text() == "Nothing is on."
    assert page.sheet.next_card.title.text() == "Lunch"
    assert page.sheet.model.lines[0].cells[1] == "10:07–10:45"
    assert page.sheet.model.lines[0].cells[4] == "+15 min"
    page._office.undo()
    page.refresh()
    assert page.sheet.now_card.title.text() == "Reception"


def test_the_next_can_begin_while_another_is_on(page: DayPage, watch: Watch) -> None:
    watch.set("10:00")
    press(page, Qt.Key.Key_Space, Qt.Key.Key_B)
    assert page.sheet.now_card.title.text() == "Lunch"
    press(page, Qt.Key.Key_Space)
    assert page.sheet.now_card.title.text() == "Reception"


def test_letters_say_who_has_come(office: OfficeFile, page: DayPage, watch: Watch) -> None:
    page.sheet.side.members.setFocus()
    page.sheet.side.members.selectRow(0)
    QTest.keyClick(page.sheet.side.members, Qt.Key.Key_A)
    assert page.sheet.side.model.lines[0].cells[2] == "Arrived 09:50"
    QTest.keyClick(page.sheet.side.members, Qt.Key.Key_X)
    assert page.sheet.side.model.lines[1].cells[2] == "Absent"
    watch.set("10:00")
    press(page, Qt.Key.Key_Space)
    assert [line.cells[1] for line in page.sheet.side.model.lines] == ["Reception", ""]
    with office.read() as session:
        member = session.scalars(select(DelegationMember).where(DelegationMember.state == "arrived")).one()
        assert member.came_at == Moment.parse("2027-05-12T09:50")


def test_keys_of_the_page_work_from_its_tables_too(page: DayPage, watch: Watch) -> None:
    page.sheet.side.members.setFocus()
    page.sheet.side.members.selectRow(0)
    QTest.keyClick(page.sheet.side.members, Qt.Key.Key_N)
    assert page.focusWidget() is page.sheet.side.note
    page.sheet.table.setFocus()
    QTest.keyClick(page.sheet.table, Qt.Key.Key_C)
    assert page.focusWidget() is page.sheet.side.promise
    watch.set("10:00")
    page.sheet.table.setFocus()
    QTest.keyClick(page.sheet.table, Qt.Key.Key_Space)
    assert page.sheet.now_card.title.text() == "Reception"


def test_quick_words_become_notes_and_commitments(office: OfficeFile, page: DayPage, visit_id: str) -> None:
    press(page, Qt.Key.Key_N)
    typed(page.sheet.side.note, "Şoför değişti")
    QTest.keyClick(page.sheet.side.note, Qt.Key.Key_Return)
    QTest.keyClick(page.sheet.side.note, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_C)
    typed(page.sheet.side.promise, "Liste gönderilecek")
    QTest.keyClick(page.sheet.side.promise, Qt.Key.Key_Return)
    note, promise = first(office, Note), first(office, Commitment)
    assert (note.text, note.subject) == ("09:50 Şoför değişti", f"visit/{visit_id}")
    assert (promise.what_en, promise.visit_id, promise.state) == ("Liste gönderilecek", visit_id, "open")
    assert promise.partner_id


def test_letters_in_a_line_are_letters(page: DayPage) -> None:
    press(page, Qt.Key.Key_N)
    QTest.keyClicks(page.sheet.side.note, "bn c")
    assert page.sheet.side.note.text() == "bn c"
    assert page.standing.on == ""


def test_phones_are_copied_and_tasks_ticked(office: OfficeFile, page: DayPage) -> None:
    assert [button.text() for button in page.sheet.side.phone_buttons] == [f"{PHONE}  Emsal SORUMLU"]
    page.sheet.side.phone_buttons[0].click()
    assert QApplication.clipboard().text() == PHONE
    assert [box.accessibleName() for box in page.sheet.side.task_boxes] == ["Çiçek"]
    page.sheet.side.task_boxes[0].click()
    with office.read() as session:
        done = session.scalars(select(Task).where(Task.done_on.is_not(None))).one()
    assert (done.what_tr, done.done_on) == ("Çiçek", date(2027, 5, 12))


def test_a_presentation_shows_nothing_personal(page: DayPage) -> None:
    assert "SORUMLU" in said(page)
    press(page, Qt.Key.Key_F11)
    assert page.is_presenting
    words = said(page) + "".join(str(line) for line in page.sheet.model.lines)
    for word in ("SORUMLU", PHONE, "KONUK", "Gizli"):
        assert word not in words
    assert "Reception" in words
    assert not page.sheet.side.isVisible()
    press(page, Qt.Key.Key_F11)
    assert page.sheet.side.isVisible()


def test_arrows_turn_the_days_of_the_visit(page: DayPage) -> None:
    press(page, Qt.Key.Key_Right)
    assert page.day == date(2027, 5, 13)
    press(page, Qt.Key.Key_Right)
    assert page.day == date(2027, 5, 13)
    assert "Nothing more on this day." in said(page)
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.day == date(2027, 5, 11)


def test_no_visit_is_said(qtbot: QtBot, office: OfficeFile, news: OfficeNews, watch: Watch) -> None:
    made = DayPage(office, news, watch)
    qtbot.addWidget(made)
    made.show_spot("")
    made.show()
    press(made, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_F11)
    assert "No visit runs today" in said(made)


@pytest.mark.parametrize(("mode", "language"), [("dark", "tr"), ("light", "en")])
def test_it_is_drawn_in_every_dress(
    qapp: QApplication, page: DayPage, mode: theme.Mode, language: str, make_long: Callable[[], None]
) -> None:
    make_long()
    theme.apply(qapp, mode, 150)
    speak(language)
    page.resize(880, 560)
    page.refresh()
    page.grab()


@pytest.fixture
def make_long(office: OfficeFile) -> Callable[[], None]:
    def made() -> None:
        with office.change("Long") as session:
            for one in session.scalars(select(ProgrammeItem)):
                one.title_tr = one.title_en = "<b>Çok uzun</b> & " + "Ş" * 300

    return made


def test_the_desk_leads_there(desk: Desk, office_path: object) -> None:
    assert desk.office is not None
    with desk.office.change("Visit") as session:
        visit = Visit(title_tr="Ziyaret", title_en="Visit", starts=date(2027, 5, 11))
        session.add(visit)
    desk.go(Spot(DAY, visit.id))
    shown = desk.page
    assert isinstance(shown, DayPage)
    assert shown.visit_id == visit.id


def test_the_first_page_leads_to_the_day_of_a_running_visit(qtbot: QtBot, desk: Desk) -> None:
    assert desk.office is not None
    today = datetime.now().astimezone().date()
    with desk.office.change("Visit") as session:
        visit = Visit(title_tr="Süren ziyaret", starts=today, ends=today)
        session.add(visit)
    desk.go_to_place(TODAY)
    page = desk.page
    assert page is not None
    qtbot.waitUntil(
        lambda: any(one.accessibleName().startswith("Day view") for one in page.findChildren(RowButton))
    )
    next(one for one in page.findChildren(RowButton) if one.accessibleName().startswith("Day view")).click()
    shown = desk.page
    assert isinstance(shown, DayPage)
    assert shown.visit_id == visit.id


def test_a_visit_abroad_is_told_by_the_clocks_of_its_place_and_both_places_are_named(
    page: DayPage, office: OfficeFile, watch: Watch, visit_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dipdesk.gui.day.page.is_another", lambda zone, _now: zone != "Europe/Istanbul")
    page.refresh()
    assert not page.sheet.clock_line.zone.isVisibleTo(page)
    with office.change("Abroad") as session:
        visit = session.get_one(Visit, visit_id)
        visit.kind = "outbound"
        session.get_one(Partner, visit.partner_id).zone = "Asia/Tokyo"
        call = ProgrammeItem(visit_id=visit_id, title_tr="Toplantı", title_en="Meeting")
        call.starts = Moment.parse("2027-05-12T09:00 Asia/Tokyo")
        session.add(call)
    watch.set("02:30")
    page.refresh()
    assert page.sheet.clock_line.clock.text() == "08:30"
    assert page.sheet.clock_line.zone.text() == "Japan Time"
    assert page.sheet.next_card.title.text() == "Meeting"
    cells = [line.cells[0] for line in page.sheet.model.lines]
    assert cells == [
        "09:00",
        "10:00–10:30 Istanbul, 16:00–16:30 Tokyo",
        "12:00–13:00 Istanbul, 18:00–19:00 Tokyo",
    ]
    press(page, Qt.Key.Key_Space)
    with office.read() as session:
        assert str(session.get_one(ProgrammeItem, call.id).began) == "2027-05-12T08:30 Asia/Tokyo"
