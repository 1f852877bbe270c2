"""The start: what opens the window, and what the first frame does without."""

import os
import subprocess
import sys

import pytest

from dipdesk.__main__ import means_window

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


def test_a_desk_loads_no_papers() -> None:
    loaded = _loaded("import dipdesk.gui.desk")
    assert loaded.isdisjoint(("reportlab", "pypdfium2", "holidays", "dipdesk.papers.making"))


def test_the_command_line_loads_no_windows() -> None:
    assert not any(name.startswith("PySide6") for name in _loaded("import dipdesk.__main__, dipdesk.cli"))
