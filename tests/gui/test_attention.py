"""The first page as people use it: what needs attention is opened, done, put off, narrowed and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dipdesk.gui.attention import AttentionCard, DueRow
from dipdesk.gui.desk import Desk
from dipdesk.gui.pill import Pill
from dipdesk.gui.toast import Toast
from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.model import Agreement, Commitment, Contact, Partner, Record, Relation
from dipdesk.rules.reminders import Reminder
from dipdesk.rules.timing import PartialDate
from dipdesk.store.attention import Due
from tests.gui.tabbing import stops_after

TODAY = date.today()  # noqa: DTZ011


def due(number: int = 0, **values: object) -> Due:
    about = {"sort": "commitment", "day": TODAY, "urgency": "week"}
    about |= {name: values.pop(name) for name in list(values) if name in about}
    given = {
        "entity": "commitment",
        "row_id": f"{number:032}",
        "title": f"Promise {number}",
        "partner": "City",
        "partner_id": "",
        "reminder": Reminder(**about, text="We promised this."),  # type: ignore[arg-type]
    }
    return Due(**{**given, **values})  # type: ignore[arg-type]


def put(desk: Desk, *records: Record) -> None:
    """Store records; the first page, which is filled in steps, is filled before."""
    while not today(desk).is_filled:
        QApplication.processEvents()
    assert desk.office is not None
    with desk.office.change("Filled") as session:
        session.add_all(records)


def today(desk: Desk) -> TodayPage:
    assert isinstance(desk.page, TodayPage)
    return desk.page


def rows(desk: Desk) -> list[DueRow]:
    return today(desk).attention.rows


def titles(desk: Desk) -> list[str]:
    return [row.due.title for row in rows(desk)]


def shown(card: AttentionCard) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card) and label.text()]


@pytest.fixture
def card(qtbot: QtBot) -> AttentionCard:
    made = AttentionCard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_anything_due_it_says_what_belongs_here(card: AttentionCard) -> None:
    card.show_due([])
    assert any(text.startswith("Nothing is due.") for text in shown(card))


def test_rows_stand_in_groups_with_their_numbers(card: AttentionCard) -> None:
    card.show_due(
        [
            due(1, urgency="late", note="Ayşe is on leave then."),
            due(2, urgency="late"),
            due(3, urgency="undated", day=None),
        ]
    )
    texts = shown(card)
    assert "Late · 2" in texts
    assert "Without a day · 1" in texts
    assert "City · We promised this. · Ayşe is on leave then." in texts


def test_pills_narrow_what_is_shown(qtbot: QtBot, card: AttentionCard) -> None:
    card.show_due([due(1), due(2, entity="contact", sort="answer"), due(3)])
    letters = next(pill for pill in card.pills if pill.text() == "Contacts 1")
    qtbot.mouseClick(letters, Qt.MouseButton.LeftButton)
    assert [row.due.title for row in card.rows] == ["Promise 2"]
    card.show_due([due(1), due(2, entity="contact", sort="answer"), due(4)])
    assert [row.due.title for row in card.rows] == ["Promise 2"]
    qtbot.mouseClick(card.pills[1], Qt.MouseButton.LeftButton)
    assert len(card.rows) == 3
    card.grow()
    card.show_due([due(1)])
    assert card.pills == []


def test_hundreds_come_in_portions(qtbot: QtBot, card: AttentionCard) -> None:
    card.show_due([due(number) for number in range(120)], slowly=True)
    assert len(card.rows) == 3
    card.grow()
    qtbot.waitUntil(lambda: len(card.rows) == 10)
    more = card.findChildren(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively)
    (button,) = [one for one in more if one.text() == "Show 40 more"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(card.rows) == 50
    assert card.rows[10].button.hasFocus()


def test_what_cannot_be_done_has_no_button(card: AttentionCard) -> None:
    card.show_due([due(1, entity="agreement", sort="expiry"), due(2, day=None)])
    expiry, undated = card.rows
    assert expiry.done_button is None
    assert expiry.later_button is None
    assert undated.done_button is not None
    assert undated.later_button is None


def test_a_row_leads_to_its_record(qtbot: QtBot, desk: Desk) -> None:
    put(desk, promise := Commitment(what_tr="Liste", what_en="List", due=TODAY))
    rows(desk)[0].button.setFocus()
    qtbot.keyClick(rows(desk)[0].button, Qt.Key.Key_Space)
    assert isinstance(desk.page, Workspace)
    assert desk.trail.here == Spot("commitment", promise.id)


@pytest.mark.parametrize("deed", ["done_button", "later_button"])
def test_a_deed_is_a_step_that_can_be_taken_back(qtbot: QtBot, desk: Desk, deed: str) -> None:
    put(desk, Commitment(what_tr="Liste", what_en="List", due=TODAY - timedelta(days=3)))
    before = [row.due for row in rows(desk)]
    button = getattr(rows(desk)[0], deed)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [row.due for row in rows(desk)] != before
    toast = desk.window.frame.findChildren(Toast)[-1]
    (undo,) = toast.findChildren(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [row.due for row in rows(desk)] == before


def test_the_focus_stays_among_the_rows(qtbot: QtBot, desk: Desk) -> None:
    put(desk, *(Commitment(what_tr=f"{number}", due=TODAY + timedelta(days=number)) for number in range(3)))
    button = rows(desk)[1].done_button
    assert button is not None
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert titles(desk) == ["0", "2"]
    assert rows(desk)[1].has_focus()


def test_a_deed_waits_until_the_records_are_there(qtbot: QtBot, early_desk: Desk) -> None:
    early_desk.move_in(early_desk.late.rooms())
    put(early_desk, Commitment(what_tr="Liste", due=TODAY))
    early_desk.rooms = None
    button = rows(early_desk)[0].done_button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert titles(early_desk) == ["Liste"]
    early_desk.move_in(early_desk.late.rooms())
    assert titles(early_desk) == []


def test_steps_of_approval_come_when_the_records_are_there(qtbot: QtBot, desk: Desk) -> None:
    put(desk, city := Partner(name_tr="Şehir"))
    put(desk, Agreement(partner_id=city.id, state="in_talks", wanted_on=TODAY + timedelta(days=100)))
    sorts = {row.due.sort for row in rows(desk)}
    assert "approval" in sorts
    everything = today(desk).attention
    qtbot.waitUntil(lambda: any("should be done by" in text for text in shown(everything)))


def test_it_follows_what_changes(desk: Desk) -> None:
    put(desk, city := Partner(name_tr="Şehir"))
    put(desk, Agreement(partner_id=city.id, signed_on=PartialDate(2020), ends_on=PartialDate.of(TODAY)))
    assert [row.due.sort for row in rows(desk)] == ["expiry"]
    put(desk, Contact(headline="Davet", day=TODAY, partner_id=city.id, answer_by=TODAY))
    assert sorted(row.due.sort for row in rows(desk)) == ["answer", "expiry"]
    assert desk.office is not None
    desk.office.undo()
    assert [row.due.sort for row in rows(desk)] == ["expiry"]


def test_a_pill_can_be_pressed_by_key(qtbot: QtBot) -> None:
    pill = Pill("x", "Word")
    qtbot.addWidget(pill)
    pill.show()
    pill.setFocus()
    qtbot.keyClick(pill, Qt.Key.Key_Space)
    assert pill.isChecked()


def test_how_relations_fare_opens_them(qtbot: QtBot, desk: Desk) -> None:
    cities = [Partner(name_tr=f"Şehir {number}") for number in range(3)]
    put(desk, *cities)
    first, *others = [Relation(partner_id=city.id) for city in cities]
    put(desk, first, *others, Contact(headline="Mektup", day=TODAY, partner_id=cities[0].id))
    faring = today(desk).faring
    qtbot.waitUntil(lambda: list(faring.rows) == ["attention", "good"])
    assert faring.rows["attention"].accessibleName() == "Needs attention: 2 relations"
    qtbot.mouseClick(faring.rows["good"], Qt.MouseButton.LeftButton)
    page = desk.page
    assert isinstance(page, Workspace)
    assert page.list.model.rowCount() == 1


def test_rows_are_walked_through_by_key_and_opened_with_enter(qtbot: QtBot, desk: Desk) -> None:
    put(desk, *(Commitment(what_tr=f"{number}", due=TODAY + timedelta(days=number)) for number in range(3)))
    rows(desk)[0].button.setFocus()
    qtbot.keyClick(rows(desk)[0].button, Qt.Key.Key_Down)
    assert rows(desk)[1].button.hasFocus()
    qtbot.keyClick(rows(desk)[1].button, Qt.Key.Key_Down)
    qtbot.keyClick(rows(desk)[2].button, Qt.Key.Key_Up)
    wanted = rows(desk)[1].due.row_id
    qtbot.keyClick(rows(desk)[1].button, Qt.Key.Key_Return)
    assert desk.trail.here == Spot("commitment", wanted)


def test_tab_goes_in_the_order_of_reading(card: AttentionCard) -> None:
    card.show_due(
        [due(1), due(2, entity="contact", sort="answer"), due(3, entity="agreement", sort="expiry")]
    )
    card.show_due([due(number, entity="task", sort="task") for number in range(12)] + [due(12)])
    QApplication.processEvents()
    first = card.pills[0]
    chain = [first, *stops_after(first)]
    rows = [stop for row in card.rows for stop in row.stops()]
    assert chain[: len(card.pills) + len(rows)] == [*card.pills, *rows]


def put_ten(qtbot: QtBot, desk: Desk) -> TodayPage:
    """Ten lines in a window that shows half of them."""
    desk.window.frame.resize(1280, 420)
    put(desk, *(Commitment(what_tr=f"{number}", due=TODAY + timedelta(days=number)) for number in range(10)))
    page = today(desk)
    qtbot.waitUntil(lambda: len(rows(desk)) == 10 and page.verticalScrollBar().maximum() > 100)
    qtbot.wait(50)
    return page


def test_the_page_stays_where_it_was_scrolled_to(qtbot: QtBot, desk: Desk) -> None:
    page = put_ten(qtbot, desk)
    button = rows(desk)[7].done_button
    assert button is not None
    page.ensureWidgetVisible(button)
    place = page.verticalScrollBar().value()
    assert place > 0
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(desk)) == 9 and rows(desk)[7].has_focus())
    qtbot.wait(50)
    assert titles(desk) == ["0", "1", "2", "3", "4", "5", "6", "8", "9"]
    assert rows(desk)[7].has_focus()
    assert page.verticalScrollBar().value() == place
    toast = desk.window.frame.findChildren(Toast)[-1]
    (undo,) = toast.findChildren(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(desk)) == 10 and rows(desk)[7].has_focus())
    qtbot.wait(50)
    assert titles(desk)[7] == "7"
    assert rows(desk)[7].has_focus()
    assert page.verticalScrollBar().value() == place


def test_the_line_with_the_focus_is_seen(qtbot: QtBot, desk: Desk) -> None:
    page = put_ten(qtbot, desk)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    button = rows(desk)[0].done_button
    assert button is not None
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(rows(desk)) == 9 and rows(desk)[0].has_focus())
    qtbot.wait(50)
    row = rows(desk)[0]
    assert page.viewport().rect().contains(row.mapTo(page.viewport(), row.rect().center()))
    assert page._beside.geometry().x() > page.attention.geometry().right()
    desk.window.frame.resize(800, 600)
    qtbot.wait(1)
    assert page._beside.geometry().y() > page.attention.geometry().bottom()
    assert page.attention.width() > page.width() * 0.8
