"""A car in the seating editor: a chauffeur drives, or the host with the guest of honour beside him."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.seating.editor import SeatingEditor
from dipdesk.gui.toast import Toast
from dipdesk.model import Guest, SeatingPlan
from dipdesk.papers.text import write
from dipdesk.rules.seating import WHEEL
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.ceremony.conftest import DAIS
from tests.papers.samples import made


@pytest.fixture
def car(qtbot: QtBot, filled: OfficeFile) -> Iterator[SeatingEditor]:
    with filled.change("a car") as session:
        session.get_one(SeatingPlan, DAIS).layout = "car"
    made = SeatingEditor(filled, DAIS)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.reject()


def who(editor: SeatingEditor, seat: str) -> str:
    assert editor.seated is not None
    guest = editor.seated.seating.get(seat)
    return editor.seated.attendee(guest).person.family_name if guest else ""


def test_the_host_takes_the_wheel_and_gives_it_back(car: SeatingEditor, filled: OfficeFile) -> None:
    drive = car.actions_of["drive"]
    assert not drive.isChecked()
    assert drive.isVisible()
    before = dict(car.seated.seating) if car.seated else {}
    drive.trigger()
    assert (who(car, WHEEL), who(car, "1/1")) == ("Örnek", "Musterfrau")
    assert drive.isChecked()
    words = car.canvas.words_of(WHEEL)
    assert words.startswith("At the wheel: ")
    assert car.canvas.words_of("1/1").startswith("Beside the driver: ")
    car.canvas.choose(WHEEL)
    car.actions_of["lock"].trigger()
    assert not drive.isChecked()
    assert who(car, WHEEL) == ""
    assert who(car, "2/1") == "Musterfrau"
    assert car.canvas.words_of("2/1").startswith("Rear right: ")
    filled.undo()
    assert drive.isChecked()
    filled.undo()
    assert car.seated is not None
    assert dict(car.seated.seating) == before
    assert not drive.isChecked()


def test_the_chosen_one_of_the_hosts_drives(car: SeatingEditor) -> None:
    car.actions_of["drive"].trigger()
    car.actions_of["drive"].trigger()
    seated = car.seated
    assert seated is not None
    ours = next(
        seat
        for seat, guest in seated.seating.items()
        if seated.attendee(guest).guest.side == "host" and seated.attendee(guest).guest.role != "host"
    )
    name = who(car, ours)
    car.canvas.choose(ours)
    car.actions_of["drive"].trigger()
    assert who(car, WHEEL) == name


def test_without_a_host_nobody_drives_and_it_is_said(car: SeatingEditor, filled: OfficeFile) -> None:
    with filled.change("only guests") as session:
        for one in session.query(Guest):
            one.side, one.role = "guest", ""
    car.actions_of["drive"].trigger()
    assert who(car, WHEEL) == ""
    said = car.findChild(Toast)
    assert said is not None
    assert "nobody can drive" in said.accessibleName()
    assert not car.actions_of["drive"].isChecked()


def test_the_paper_says_who_drives(car: SeatingEditor, filled: OfficeFile) -> None:
    car.actions_of["drive"].trigger()
    words = write(made(filled, "seating_plan", "ceremony", ("en",), reasons=True))
    assert "At the wheel" in words
    assert "Beside the host, who drives: the first place." in words


def test_other_layouts_have_no_wheel(qtbot: QtBot, filled: OfficeFile) -> None:
    editor = SeatingEditor(filled, DAIS)
    assert not editor.actions_of["drive"].isVisible()
    editor.reject()
