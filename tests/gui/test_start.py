"""The start: what opens the window, and what the first frame does without."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from dipdesk.__main__ import means_window
from dipdesk.gui.start import Start

_HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "reportlab",
    "babel",
    "pypdfium2",
    "holidays",
    "dipdesk.i18n",
    "dipdesk.model",
)


@pytest.mark.parametrize(
    "arguments", [[], ["--sample"], ["Örnek.dipdesk"], ["/tmp/x/list"], ["./import.dipdesk"]]
)
def test_these_open_the_window(arguments: list[str]) -> None:
    assert means_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["list", "a.dipdesk"], ["--help"], ["--version"], ["papers"], ["new", "a.dipdesk"]]
)
def test_these_are_commands(arguments: list[str]) -> None:
    assert not means_window(arguments)


def _loaded(statement: str) -> set[str]:
    """The modules that a fresh process has loaded after ``statement``."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    return set(done.stdout.split())


def test_the_first_frame_loads_nothing_heavy() -> None:
    loaded = _loaded("import dipdesk.gui.start")
    assert "PySide6.QtWidgets" in loaded
    assert loaded.isdisjoint(_HEAVY)


def test_the_first_page_loads_neither_model_nor_papers() -> None:
    loaded = _loaded("import dipdesk.gui.desk")
    assert "dipdesk.gui.today" in loaded
    assert loaded.isdisjoint(("sqlalchemy", "dipdesk.model", "reportlab", "pypdfium2", "holidays"))
    assert "dipdesk.rules.relation_health" not in loaded


def test_the_records_bring_the_dialect_of_their_files_along() -> None:
    assert "sqlalchemy.dialects.sqlite.pysqlite" in _loaded("import dipdesk.store.engine")


def test_lists_and_records_load_no_papers() -> None:
    loaded = _loaded("import dipdesk.gui.rooms")
    assert loaded.isdisjoint(("reportlab", "pypdfium2", "holidays", "dipdesk.papers.making"))
    assert loaded.isdisjoint(("dipdesk.gui.map.page", "dipdesk.gui.figures.page"))


_STARTED = """
import os, sys
from pathlib import Path
from dipdesk import __main__ as door
from dipdesk.gui import start
begun = start.Start(start.Wanted(Path(sys.argv[1])), door.late())
begun.framed.connect(lambda: print("framed"))
begun.usable.connect(lambda: print("usable", type(begun.desk.page).__name__, "sqlalchemy" in sys.modules))
begun.complete.connect(lambda: (print("complete", begun.desk.office.path.name), begun.frame.close()))
begun.app.exec()
"""


def test_a_start_shows_the_frame_then_the_first_page_then_loads_the_rest(office_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STARTED, str(office_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.splitlines() == ["framed", "usable TodayPage False", "complete Örnek.dipdesk"]


_NAMED = """
import enum, sys
from pathlib import Path
named, make = [], enum.EnumType._create_
def noted(cls, name, *rest, **more):
    named.append(name)
    return make(cls, name, *rest, **more)
enum.EnumType._create_ = noted
from dipdesk import __main__ as door
from dipdesk.gui import start
begun = start.Start(start.Wanted(Path(sys.argv[1])), door.late())
begun.framed.connect(lambda: (print(*named), begun.frame.close()))
begun.app.exec()
"""
"""Prints the enumerations of Qt that Python names until the first frame; each takes about half a moment."""


def test_the_first_frame_names_neither_the_styles_nor_all_widgets(office_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _NAMED, str(office_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    named = done.stdout.split()
    assert "DockOption" in named  # one of the main window itself
    assert {"ControlElement", "StandardPixmap", "AlignmentFlag", "SubWindowOption"}.isdisjoint(named)


class _Steps(QObject):
    """The way in which a start goes from step to step."""

    _one_by_one: Any = Start._one_by_one


def test_the_window_can_answer_between_the_steps_of_a_start(qtbot: QtBot) -> None:
    told: list[str] = []
    steps = _Steps()
    other = QTimer(steps, interval=0)
    other.timeout.connect(lambda: told.append("answer"))
    other.start()
    ended: list[bool] = []
    steps._one_by_one([lambda: told.append("step")] * 3, lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    places = [place for place, word in enumerate(told) if word == "step"]
    assert len(places) == 3
    assert all(later - earlier > 1 for earlier, later in pairwise(places))


def test_the_command_line_loads_no_windows() -> None:
    assert not any(name.startswith("PySide6") for name in _loaded("import dipdesk.__main__, dipdesk.cli"))
