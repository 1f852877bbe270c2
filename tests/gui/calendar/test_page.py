"""The page of the calendar: what stands on which day, by keyboard and by mouse, in every view."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dipdesk.actions import attention
from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.beginnings import values_on
from dipdesk.gui.calendar.day_list import DayList
from dipdesk.gui.calendar.page import CalendarPage
from dipdesk.gui.calendar.spans import VIEWS
from dipdesk.gui.desk import Desk
from dipdesk.gui.places import CALENDAR
from dipdesk.gui.trail import Spot
from dipdesk.i18n import speak
from dipdesk.model import (
    Agreement,
    Ceremony,
    Commitment,
    Partner,
    Task,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.calendar.conftest import TODAY, Make, add, board, drawn, press, settle


def test_the_month_shows_visits_as_bars_and_items_on_their_day(make: Make, visit: Visit) -> None:
    page = make()
    assert page.head.title.text() == "May 2027"
    found = drawn(page)
    assert found.count("Delegation of Ganja") == 1
    assert "Reception" in found
    assert "Commemoration of Atatürk, Youth and Sports Day" in found


def test_arrows_pages_and_letters_go_through_days_and_views(make: Make) -> None:
    page = make()
    press(page, Qt.Key.Key_Right)
    assert page.day == date(2027, 5, 13)
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert page.day == date(2027, 5, 19)
    press(page, Qt.Key.Key_PageDown)
    assert page.day == date(2027, 6, 19)
    press(page, Qt.Key.Key_W)
    assert page.view == "week"
    press(page, Qt.Key.Key_PageUp)
    assert page.day == date(2027, 6, 12)
    press(page, Qt.Key.Key_D, Qt.Key.Key_PageDown)
    assert (page.view, page.day) == ("day", date(2027, 6, 13))
    press(page, Qt.Key.Key_M, Qt.Key.Key_T)
    assert (page.view, page.day) == ("month", TODAY)


def test_letters_work_in_the_list_too(make: Make, visit: Visit) -> None:
    page = make()
    press(page, Qt.Key.Key_L)
    listed = page.views["list"]
    assert isinstance(listed, DayList)
    assert "Reception" in [one.title for one in listed.entries]
    QTest.keyClick(listed.table, Qt.Key.Key_W)
    assert page.view == "week"


def test_enter_opens_the_only_thing_on_a_day(qtbot: QtBot, make: Make, office: OfficeFile) -> None:
    task = Commitment(what_tr="Liste gönder", due=TODAY)
    add(office, task)
    page = make()
    with qtbot.waitSignal(page.opened) as told:
        press(page, Qt.Key.Key_Return)
    assert told.args == ["commitment", task.id]


def test_enter_leads_into_the_rows_where_there_is_more(qtbot: QtBot, make: Make, visit: Visit) -> None:
    page = make()
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.focusWidget() is page.panel.rows[0])
    with qtbot.waitSignal(page.opened) as told:
        page.panel.rows[1].click()
    assert told.args[0] == "programme_item"


def test_a_click_chooses_the_day_and_two_open_the_thing(qtbot: QtBot, make: Make, visit: Visit) -> None:
    page = make()
    drawn(page)
    box = next(box for box, one in board(page).boxes if one.title == "Lunch")
    QTest.mouseClick(board(page), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert page.day == TODAY
    with qtbot.waitSignal(page.opened) as told:
        QTest.mouseDClick(board(page), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert told.args[0] == "programme_item"


def test_every_day_of_the_month_can_be_clicked(make: Make) -> None:
    page = make()
    seen = {
        board(page).day_at(QPointF(x, y))
        for x in range(5, board(page).width(), 40)
        for y in range(30, board(page).height(), 20)
    }
    assert len(seen - {None}) == 42 or len(seen - {None}) == 35


@pytest.mark.parametrize("view", ["week", "day"])
def test_hours_show_what_has_hours_and_what_lasts_all_day(make: Make, visit: Visit, view: str) -> None:
    page = make()
    page.look(view)
    assert {"Reception", "Lunch", "Delegation of Ganja"} <= set(drawn(page))
    lunch = next(box for box, one in board(page).boxes if one.title == "Lunch")
    assert board(page).day_at(lunch.center()) == TODAY


def test_sorts_can_be_left_out_and_stay_so(make: Make, visit: Visit) -> None:
    page = make()
    pill = next(one for one in page.sorts.pills if one.key == "programme")
    pill.click()
    assert "Reception" not in drawn(page)
    assert "Reception" not in drawn(make())
    pill.click()
    assert "Reception" in drawn(page)


def test_changes_show_at_once(qtbot: QtBot, make: Make, office: OfficeFile) -> None:
    page = make()
    add(office, Task(what_tr="Yeni iş", subject="visit/x", due=TODAY))
    qtbot.waitUntil(lambda: "Yeni iş" in drawn(page))


def test_a_ceremony_is_prepared_from_a_day_of_the_year(qtbot: QtBot, make: Make, office: OfficeFile) -> None:
    page = make()
    page.go(date(2027, 5, 19))
    settle(qtbot, page)
    with qtbot.waitSignal(page.opened) as told:
        page.panel.prepare_buttons[0].click()
    assert told.args[0] == "ceremony"
    settle(qtbot, page)
    page.go(date(2027, 5, 20))
    page.go(date(2027, 5, 19))
    settle(qtbot, page)
    assert page.panel.prepare_buttons == []
    with office.read() as session:
        assert session.get_one(Ceremony, told.args[1]).kind == "wreath"


def test_new_things_begin_on_the_chosen_day(make: Make) -> None:
    page = make()
    menu = page.new_menu()
    assert [action.text() for action in menu.actions()][:2] == ["Visit", "Ceremony"]
    assert values_on(Visit, TODAY, "Europe/Istanbul") == {"starts": TODAY, "ends": TODAY}
    assert values_on(Ceremony, TODAY, "Europe/Istanbul") == {"starts": Moment.parse("2027-05-12T10:00")}


def test_weeks_begin_on_monday_in_both_languages(make: Make) -> None:
    for language, name in (("tr", "Mayıs 2027"), ("en", "May 2027")):
        speak(language)
        page = make()
        assert page.head.title.text() == name
        assert page.sight.first.weekday() == 0


def test_a_spot_names_the_day(desk: Desk) -> None:
    desk.go(Spot(CALENDAR, "2027-04-23"))
    page = desk.page
    assert isinstance(page, CalendarPage)
    assert page.day == date(2027, 4, 23)
    assert page.focusWidget() is page.views[page.view]
    desk.go_to_place(CALENDAR)
    assert page.day == date(2027, 4, 23)
    assert desk.recent.records() == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_do_no_harm(make: Make, day: date) -> None:
    page = make()
    for view in VIEWS:
        page.look(view)
        page.go(day)
        page.turn(-1)
        page.turn(2)
        page.grab()


@pytest.mark.parametrize("title", ["<b>kalın</b> & son", "Ş" * 400, "👩‍⚕️ 王毅 محمد", "satır\nsonu"])
def test_hostile_titles_are_letters(make: Make, office: OfficeFile, title: str) -> None:
    add(office, Commitment(what_tr=title, due=TODAY))
    page = make()
    one = next(one for one in page.entries if one.first == TODAY)
    for view in VIEWS:
        page.look(view)
        page.grab()
    assert tiles.words(one).startswith(title[:10])
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text()
    )


def test_steps_of_approval_and_the_wanted_signing_stand_there_as_on_the_first_page(
    make: Make, office: OfficeFile
) -> None:
    partner = Partner(name_tr="Gence", name_en="Ganja")
    add(office, partner)
    signing = date(2027, 5, 20)
    add(office, Agreement(partner_id=partner.id, state="in_talks", wanted_on=signing))
    with office.read() as session:
        due = [one for one in attention.steps_due(session, TODAY) if one.day and one.day.month == 5]
    page = make()
    steps = {(one.first, one.note) for one in page.entries if one.sort == "approval"}
    assert steps == {(one.day, one.why) for one in due}
    assert [one.note for one in page.entries if one.sort == "agreement"] == [
        "Signing is wanted on 20 May 2027."
    ]
    page.look("list")
    listed = page.views["list"]
    assert isinstance(listed, DayList)
    cells = [line.cells[3] for line in listed.model.lines]
    assert any(cell.endswith("Signing is wanted on 20 May 2027.") for cell in cells)
    pill = next(one for one in page.sorts.pills if one.key == "approval")
    pill.click()
    assert not any(one.sort == "approval" for one in page.entries)


def test_the_zone_is_said_only_if_it_is_not_that_of_this_computer(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dipdesk.gui.calendar.page.clock.is_another", lambda _zone: True)
    head = make().head
    assert head.zone.text() == "All times: Türkiye Time."
    narrow = head.minimumSizeHint().width()
    monkeypatch.setattr("dipdesk.gui.calendar.page.clock.is_another", lambda _zone: False)
    other = make().head
    assert other.zone.text() == ""
    assert other.minimumSizeHint().width() == narrow, "the words of the zone take no room from the days"
