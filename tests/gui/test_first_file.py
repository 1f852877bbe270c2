"""The file of a start: who receives it can come before or after it is open."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Known
from dipdesk.gui.first_file import FirstFile
from dipdesk.gui.jobs import Jobs
from dipdesk.progress import Progress

PATH = Path("office.dipdesk")


class Desk:
    def __init__(self) -> None:
        self.taken: list[object] = []
        self.refused: list[Exception] = []

    def take(self, held: object) -> None:
        self.taken.append(held)

    def refuse(self, error: Exception) -> None:
        self.refused.append(error)


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    window = QWidget()
    qtbot.addWidget(window)
    return Jobs(window)


@pytest.mark.parametrize("is_late", [False, True])
def test_it_comes_once_whoever_is_first(qtbot: QtBot, jobs: Jobs, is_late: bool) -> None:
    held: Any = object()
    first, desk = FirstFile(jobs, PATH, lambda path, progress: held), Desk()
    if is_late:
        qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)
    first.bring_to(desk)
    qtbot.waitUntil(lambda: bool(desk.taken), timeout=60_000)
    first.bring_to(desk)
    assert desk.taken == [held]
    assert not desk.refused


def test_it_says_why_there_is_none(qtbot: QtBot, jobs: Jobs) -> None:
    why = Known("It lies elsewhere.")

    def hold(path: Path, progress: Progress) -> Any:
        raise why

    first, desk = FirstFile(jobs, PATH, hold), Desk()
    first.bring_to(desk)
    qtbot.waitUntil(lambda: bool(desk.refused), timeout=60_000)
    assert desk.refused == [why]
    assert not desk.taken
