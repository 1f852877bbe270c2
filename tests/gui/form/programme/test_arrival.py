"""An arrival is moved on its own page: the offer, what it shows beforehand, one step, and when it is void."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.actions import arrival_moves
from dipdesk.gui.arrival_watch import ArrivalWatch
from dipdesk.gui.form.programme.arrival_dialog import ArrivalDialog
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.news import OfficeNews
from dipdesk.i18n import speaking
from dipdesk.model import Duty, Exported, Person, ProgrammeItem, Ride, Travel
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.programme.conftest import VISIT, at, key, when
from tests.gui.tabbing import stops_after

TRAVEL = f"{'journey':x<32}"


@pytest.fixture
def travelled(visited: OfficeFile) -> OfficeFile:
    with visited.change("a journey and a paper") as session:
        session.add(Travel(id=TRAVEL, visit_id=VISIT, number="TK 1", arrives=at("12 09:50")))
        reads = f'{{"programme_item":["{key("hotel")[-10:]}"]}}'
        session.add(Exported(name="Programme", receiver="The partner", paper="programme", reads=reads))
        session.add(Exported(name="Gifts", paper="gifts", reads='{"gift":["0123456789"]}'))
    return visited


@pytest.fixture
def bar(qtbot: QtBot, travelled: OfficeFile) -> Iterator[MessageBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = MessageBar()
    QVBoxLayout(window).addWidget(made)
    window.show()
    news = OfficeNews(travelled, window)
    watch = ArrivalWatch(made, window)
    watch.listen(travelled, news)
    yield made
    news.close()


def arrive(office: OfficeFile, later: int) -> None:
    with office.change("later") as session:
        travel = session.get_one(Travel, TRAVEL)
        assert travel.arrives is not None
        travel.arrives = Moment(travel.arrives.local + timedelta(minutes=later), travel.arrives.zone)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], list[str]]:
    """How the dialog is answered; what it showed."""

    def answered(with_fixed: bool) -> list[str]:
        shown: list[str] = []

        def execute(dialog: ArrivalDialog) -> int:
            dialog.with_fixed.setChecked(with_fixed)
            for row in range(dialog.along.count()):
                if "left here" in dialog.along.item(row).text():
                    dialog.along.item(row).setCheckState(Qt.CheckState.Unchecked)
            shown.extend(dialog.preview.item(row).text() for row in range(dialog.preview.count()))
            return int(dialog.main.isEnabled())

        monkeypatch.setattr(ArrivalDialog, "exec", execute)
        return shown

    return answered


def test_the_programme_follows_in_one_step_and_all_is_shown_before(
    bar: MessageBar, travelled: OfficeFile, answer: Callable[[bool], list[str]]
) -> None:
    assert bar.isHidden()
    arrive(travelled, 120)
    assert (
        bar.sentence == "TK 1 now arrives at 11:50 instead of 09:50. Move 3 items of the programme with it?"
    )
    steps = len(travelled.undo_labels())
    shown = answer(False)
    bar.button.click()
    assert "Welcome at the airport: 10:00 → 12:00" in shown
    assert sum("overlap" in one for one in shown) == 2
    assert shown[-2:] == ["1 paper that was exported is out of date then:", "Programme · The partner"]
    assert len(travelled.undo_labels()) == steps + 1
    assert [when(travelled, one) for one in ("arrival", "lunch")] == ["12 12:00–12:30", "12 13:00–14:00"]
    assert bar.isHidden()
    travelled.undo()
    assert when(travelled, "arrival") == "12 10:00–10:30"
    assert bar.isHidden(), "what is taken back is no new move"


def test_what_is_fixed_moves_if_that_is_wanted(
    bar: MessageBar, travelled: OfficeFile, answer: Callable[[bool], list[str]]
) -> None:
    arrive(travelled, 120)
    shown = answer(True)
    bar.button.click()
    assert when(travelled, "dinner") == "12 21:00–23:00"
    assert not any("overlap" in one for one in shown)


def test_moved_twice_it_is_compared_with_the_first_hour_and_moved_back_there_is_nothing_to_offer(
    bar: MessageBar, travelled: OfficeFile
) -> None:
    arrive(travelled, 60)
    arrive(travelled, 30)
    assert "at 11:20 instead of 09:50" in bar.sentence
    travelled.undo()
    assert "at 10:50 instead of 09:50" in bar.sentence
    travelled.undo()
    assert bar.isHidden()
    arrive(travelled, 60)
    bar._close.click()
    arrive(travelled, 60)
    assert bar.isHidden(), "the programme does not wait for them any more"


def test_the_offer_is_void_once_its_items_are_gone_and_speaks_the_language_of_now(
    bar: MessageBar, travelled: OfficeFile
) -> None:
    arrive(travelled, 60)
    watch = bar.window().findChild(ArrivalWatch)
    assert watch is not None
    assert watch._news is not None
    with speaking("tr"):
        watch.listen(travelled, watch._news)
    assert "10:50" in bar.sentence
    with travelled.change("gone") as session:
        for name in ("arrival", "hotel", "call"):
            session.delete(session.get_one(ProgrammeItem, key(name)))
    assert bar.isHidden()


def test_cars_and_duties_go_along_in_the_same_step_and_one_can_be_left(
    bar: MessageBar, travelled: OfficeFile, answer: Callable[[bool], list[str]]
) -> None:
    person = Person(family_name="Emsal")
    rides = [
        Ride(visit_id=VISIT, starts=at("12 10:00"), origin="Havalimanı", destination=goal)
        for goal in ("Otel", "left here")
    ]
    with travelled.change("cars") as session:
        session.add_all([person, *rides])
        session.flush()
        session.get_one(Travel, TRAVEL).met_by_id = person.id
        duty = Duty(visit_id=VISIT, person_id=person.id, kind="escort", starts=at("12 09:40"))
        session.add(duty)
    arrive(travelled, 120)
    assert bar.sentence.endswith("3 cars and duties go along.")
    steps = len(travelled.undo_labels())
    answer(False)
    bar.button.click()
    assert len(travelled.undo_labels()) == steps + 1
    with travelled.read() as session:
        times = [session.get_one(Ride, one.id).starts for one in rides]
        assert times == [at("12 12:00"), at("12 10:00")]
        assert session.get_one(Duty, duty.id).starts == at("12 11:40")
    assert when(travelled, "arrival") == "12 12:00–12:30"
    travelled.undo()
    with travelled.read() as session:
        assert session.get_one(Duty, duty.id).starts == at("12 09:40")


def test_the_dialog_leads_from_the_choices_to_what_follows_and_says_why_something_stays(
    qtbot: QtBot, travelled: OfficeFile
) -> None:
    def asked() -> ArrivalDialog:
        with travelled.read() as session:
            move = arrival_moves.read(session, TRAVEL, at("12 09:50"))
        assert move is not None
        dialog = ArrivalDialog(travelled, move)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def shown(dialog: ArrivalDialog) -> list[str]:
        return [dialog.preview.item(row).text() for row in range(dialog.preview.count())]

    arrive(travelled, 120)
    dialog = asked()
    assert not dialog.along.isVisibleTo(dialog), "no car goes along, so there is no box of cars"
    told = shown(dialog)
    assert told[told.index("Courtesy call: 11:45 → 13:45") + 1] == "Lunch: stays at 13:00, a fixed hour"
    dialog.with_fixed.setChecked(True)
    assert not any("stays" in one for one in shown(dialog))
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    assert "What follows" in labels
    assert "Cars and duties that go along" not in labels
    ride = Ride(visit_id=VISIT, starts=at("12 10:00"), origin="Havalimanı", destination="Otel")
    with travelled.change("a car") as session:
        session.add(ride)
    dialog = asked()
    assert dialog.along.isVisibleTo(dialog)
    assert stops_after(dialog.with_fixed)[:3] == [dialog.along, dialog.preview, dialog.main]
