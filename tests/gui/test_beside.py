"""Work beside the window: the latest question is answered, errors come out, and a widget may go meanwhile."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dipdesk.gui.background import Beside
from dipdesk.i18n import language, speaking


def test_only_the_latest_question_is_answered(qtbot: QtBot) -> None:
    owner, gate, told = QObject(), Event(), list[str]()
    beside = Beside(owner)

    def slow() -> str:
        gate.wait(120)
        return "old"

    beside.ask(slow, told.append)
    beside.ask(lambda: "new", told.append)
    gate.set()
    qtbot.waitUntil(lambda: not beside.is_busy)
    qtbot.wait(40)
    assert told == ["new"]


def test_what_is_not_wanted_any_more_is_not_told(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()
    beside = Beside(owner)
    beside.ask(lambda: "answer", told.append)
    beside.forget()
    qtbot.wait(40)
    assert told == []


def test_the_language_spoken_is_spoken_there_too(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()
    beside = Beside(owner)
    with speaking("tr"):
        beside.ask(language, told.append)
    qtbot.waitUntil(lambda: not beside.is_busy)
    assert told == ["tr"]


def test_an_error_comes_out_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    beside = Beside(owner)

    def fail() -> str:
        raise ValueError("told")

    beside.ask(fail, lambda _answer: None)
    with qtbot.captureExceptions() as found:
        qtbot.waitUntil(lambda: not beside.is_busy)
    assert [str(one[1]) for one in found] == ["told"]


def test_it_may_go_with_its_widget_while_it_works(qtbot: QtBot) -> None:
    owner, gate, told = QObject(), Event(), list[str]()
    beside = Beside(owner)

    def slow() -> str:
        gate.wait(120)
        return "late"

    beside.ask(slow, told.append)
    with qtbot.waitSignal(beside.destroyed):
        owner.deleteLater()
    gate.set()
    qtbot.wait(40)
    assert told == []


@pytest.mark.parametrize("answer", [(), None, 0])
def test_an_empty_answer_is_one_too(qtbot: QtBot, answer: object) -> None:
    owner, told = QObject(), list[object]()
    beside = Beside(owner)
    beside.ask(lambda: answer, told.append)
    qtbot.waitUntil(lambda: not beside.is_busy)
    assert told == [answer]
