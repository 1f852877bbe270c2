"""Work in the background: results, errors, language, progress and cancelling."""

import threading
import time

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.progress_card import ProgressCard
from dipdesk.i18n import language, speaking
from dipdesk.progress import Progress


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_work_is_done_elsewhere_and_its_result_comes_home(qtbot: QtBot, window: QWidget) -> None:
    found: list[object] = []
    jobs = Jobs(window)
    with speaking("tr"):
        jobs.run(
            lambda progress: (threading.get_ident(), language()),
            lambda result: found.extend([*result, threading.get_ident()]),
            found.append,
            "Working",
        )
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] != threading.get_ident()
    assert found[1:] == ["tr", threading.get_ident()]
    assert not jobs.is_busy


def test_an_error_comes_home_too(qtbot: QtBot, window: QWidget) -> None:
    found: list[Exception] = []

    def work(progress: Progress) -> None:
        raise Known("The disk is full.")

    Jobs(window).run(work, lambda result: None, found.append, "Working")
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(found[0], Known)


def _endless(progress: Progress) -> None:
    for step in range(10_000):
        progress.step(step, 10_000)
        time.sleep(0.005)


def test_long_work_shows_its_progress_and_can_be_cancelled(qtbot: QtBot, window: QWidget) -> None:
    ended: list[object] = []
    jobs = Jobs(window)
    jobs.run(_endless, ended.append, ended.append, "Reading “Ünye.csv”")
    assert window.findChild(ProgressCard) is None
    qtbot.waitUntil(lambda: window.findChild(ProgressCard) is not None)
    card = window.findChild(ProgressCard)
    assert card is not None
    card.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    qtbot.waitUntil(lambda: window.findChild(ProgressCard) is None)
    assert ended == []


def test_closing_stops_everything_and_calls_nobody(qtbot: QtBot, window: QWidget) -> None:
    ended: list[object] = []
    jobs = Jobs(window)
    jobs.run(_endless, ended.append, ended.append, "Reading")
    jobs.close()
    qtbot.wait(50)
    assert ended == []
    assert not jobs.is_busy
