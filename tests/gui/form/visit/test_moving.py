"""A visit is postponed on its page: the last day goes along, the rest is offered, shown and then moved."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.actions import visit_moves
from dipdesk.gui.arrival_watch import ArrivalWatch
from dipdesk.gui.form.storing import store_field
from dipdesk.gui.form.visit.move_dialog import MoveVisitDialog
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.visit_watch import VisitWatch
from dipdesk.model import Duty, Exported, Gift, Person, ProgrammeItem, Travel, Visit, field_of
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.tabbing import stops_after

VISIT, TALKS, PLANE = (f"{name:x<32}" for name in ("visit", "talks", "plane"))
WAS, NOW = date(2026, 11, 22), date(2027, 2, 15)


def at(words: str, zone: str = "Europe/Istanbul") -> Moment:
    return Moment(datetime.fromisoformat(words), zone)


@pytest.fixture
def planned(office: OfficeFile) -> OfficeFile:
    with office.change("a visit") as session:
        session.add(Visit(id=VISIT, title_tr="Ziyaret", starts=WAS, ends=date(2026, 11, 24)))
        starts, flies = at("2026-11-22T10:00"), at("2026-11-22T02:30", "Europe/Berlin")
        session.add(ProgrammeItem(id=TALKS, visit_id=VISIT, title_tr="Görüşme", starts=starts))
        session.add(Travel(id=PLANE, visit_id=VISIT, number="TK 1", leaves=flies))
        session.add(Gift(visit_id=VISIT, what_tr="Tabak", day=WAS))
        session.add(Gift(visit_id=VISIT, what_tr="Kitap", day=WAS, state="done"))
        reads = f'{{"programme_item":["{TALKS[-10:]}"]}}'
        session.add(Exported(name="Programme", receiver="The partner", paper="programme", reads=reads))
    return office


@pytest.fixture
def bar(qtbot: QtBot, planned: OfficeFile) -> Iterator[MessageBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = MessageBar()
    QVBoxLayout(window).addWidget(made)
    window.show()
    news = OfficeNews(planned, window)
    for watch in (ArrivalWatch(made, window), VisitWatch(made, window)):
        watch.listen(planned, news)
    yield made
    news.close()


def postpone(office: OfficeFile, day: date | None = NOW) -> None:
    """As the page stores it."""
    store_field(office, (Visit, VISIT), field_of(Visit, "starts"), day, None, lambda session: None)


def held(office: OfficeFile) -> tuple[str, str]:
    """The last day of the visit, and when the talks are."""
    with office.read() as session:
        talks = session.get_one(ProgrammeItem, TALKS)
        return str(
            session.get_one(Visit, VISIT).ends
        ), f"{talks.starts.local:%Y-%m-%d %H:%M}" if talks.starts else ""


def make(qtbot: QtBot, office: OfficeFile) -> MoveVisitDialog:
    with office.read() as session:
        move = visit_moves.read(session, VISIT)
    assert move is not None
    dialog = MoveVisitDialog(office, move)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: MoveVisitDialog) -> list[str]:
    """What follows, as it is shown once typing rests."""
    dialog.foresee()
    return [dialog.preview.item(row).text() for row in range(dialog.preview.count())]


def test_the_rest_is_offered_and_follows_in_one_step(
    bar: MessageBar, planned: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    postpone(planned)
    assert held(planned) == ("2027-02-17", "2026-11-22 10:00")
    assert planned.undo_labels()[0] == "First day of Ziyaret changed"
    assert "3 parts" in bar.sentence
    monkeypatch.setattr(MoveVisitDialog, "exec", lambda _dialog: 0)
    bar.button.click()
    assert held(planned)[1] == "2026-11-22 10:00"
    assert bar.sentence
    monkeypatch.setattr(MoveVisitDialog, "exec", lambda _dialog: 1)
    bar.button.click()
    assert held(planned) == ("2027-02-17", "2027-02-15 10:00")
    assert not bar.sentence
    planned.undo()
    assert held(planned) == ("2027-02-17", "2026-11-22 10:00")
    assert not bar.sentence
    planned.undo()
    assert held(planned) == ("2026-11-24", "2026-11-22 10:00")


def test_the_offer_is_void_once_nothing_is_left_to_move(bar: MessageBar, planned: OfficeFile) -> None:
    postpone(planned)
    with planned.change("by hand") as session:
        session.get_one(ProgrammeItem, TALKS).starts = at("2027-02-15T11:00")
    assert "2 parts" in bar.sentence
    postpone(planned, WAS)
    assert not bar.sentence
    postpone(planned, None)
    assert not bar.sentence


def test_the_bar_belongs_to_the_latest_offer(bar: MessageBar, planned: OfficeFile) -> None:
    with planned.change("an arrival") as session:
        session.get_one(Travel, PLANE).arrives = at("2026-11-22T09:50")
    with planned.change("later") as session:
        session.get_one(Travel, PLANE).arrives = at("2026-11-22T11:50")
    assert bar.sentence.startswith("TK 1")
    postpone(planned)
    assert bar.sentence.startswith("“Ziyaret”")
    with planned.change("a word") as session:
        session.get_one(Travel, PLANE).note = "Geç"
    assert bar.sentence.startswith("“Ziyaret”")


def test_nothing_is_offered_where_nothing_would_move(bar: MessageBar, planned: OfficeFile) -> None:
    with planned.change("over") as session:
        session.get_one(Visit, VISIT).state = "done"
    postpone(planned)
    assert not bar.sentence


def test_the_dialog_shows_what_goes_along_and_what_follows(qtbot: QtBot, planned: OfficeFile) -> None:
    with planned.change("two visits want the same person") as session:
        session.add(Person(id=PLANE, family_name="Ada"))
        for visit, day in ((VISIT, "2026-11-22"), ("other".ljust(32, "x"), "2027-03-28")):
            starts = at(f"{day}T09:00")
            if visit != VISIT:
                session.add(Visit(id=visit, title_tr="Başka", starts=starts.local.date()))
            session.add(Duty(visit_id=visit, person_id=PLANE, starts=starts, ends=starts.after(60)))
    dialog = make(qtbot, planned)
    assert not dialog.main.isEnabled()
    assert [dialog.along.item(row).text() for row in range(dialog.along.count())] == [
        "Programme: 1", "Journeys: 1", "Duties: 1", "Gifts planned: 1\n1 is done and stays.",
    ]  # fmt: skip
    dialog.first_day.setText("28.3.27")
    assert dialog.main.isEnabled()
    assert dialog._when.text().startswith("Sunday, 28–30 March 2027: 126 days later")
    shown = lines(dialog)
    assert shown[0].startswith("TK 1: 02:30 does not exist on 28 March 2027")
    assert any("ADA" in one for one in shown)
    assert shown[-1] == "Programme · The partner"
    for row in range(dialog.along.count() - 1):
        dialog.along.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen() == {"gifts"}
    assert not any("TK 1" in one or "ADA" in one for one in lines(dialog))
    dialog.first_day.setText("22.11.26")
    assert dialog._when.text() == "On these days it is already."
    for wrong in ("", "31.2.27", "28.3.9999"):
        dialog.first_day.setText(wrong)
        assert lines(dialog) == []
        assert not dialog.main.isEnabled()
        assert dialog.day is None
        assert not dialog._trouble.isHidden()


def test_a_visit_comes_back_to_the_days_of_its_parts(qtbot: QtBot, planned: OfficeFile) -> None:
    postpone(planned)
    dialog = make(qtbot, planned)
    assert dialog.day == NOW
    assert dialog.main.isEnabled()
    dialog.first_day.setText("22.11.26")
    assert dialog.main.isEnabled()
    assert dialog._when.text().endswith("22–24 November 2026: what goes along is there already.")
    assert lines(dialog) == []


def test_the_dialog_is_worked_by_keys_alone(
    qtbot: QtBot, planned: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = make(qtbot, planned)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.first_day, "15.2.27")
    assert dialog.day == NOW
    assert dialog.preview.count() == 0
    qtbot.waitUntil(lambda: dialog.preview.count() > 0)
    assert stops_after(dialog.first_day)[:3] == [dialog.along, dialog.preview, dialog.main]
    dialog.along.setFocus()
    dialog.along.setCurrentRow(0)
    qtbot.keyClick(dialog.along, Qt.Key.Key_Space)
    assert "programme" not in dialog.chosen()
    dialog.first_day.setFocus()
    qtbot.keyClick(dialog.first_day, Qt.Key.Key_Return)
    assert dialog.result() == MoveVisitDialog.DialogCode.Accepted
