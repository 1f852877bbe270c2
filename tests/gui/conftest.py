"""What every test of the windows starts with: own folders, a fresh office file, the theme, typing hands."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dipdesk import paths
from dipdesk.__main__ import late
from dipdesk.gui import theme, trouble
from dipdesk.gui.desk import Desk
from dipdesk.gui.frame import Frame
from dipdesk.gui.furnishing import Furnishing
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.i18n import speak
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folders, empty and for this test alone."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setattr(paths, "data", lambda: data)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "config" / "settings.json")
    return data


_PATIENCE = 60_000
"""Milliseconds that what must come is waited for; on a slow machine too it comes much sooner."""


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Hands that wait long for what must come; they go on as soon as it is there."""
    for name in ("waitSignal", "waitSignals", "waitUntil", "waitCallback", "waitActive", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE))
    return qtbot


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The light theme at 100 per cent, and English, whatever the test before left.

    Its windows go first: to dress them once more takes longer than many a test.
    """
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.load_fonts()
    theme.apply(qapp, "light", 100)
    speak("en")
    yield
    speak("tr")


@pytest.fixture(scope="session")
def prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file with its countries and nothing else; never opened again, only copied."""
    folder = tmp_path_factory.mktemp("prepared")
    path = folder / "prepared.dipdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "data", lambda: folder)
        speak("en")
        opening.close(opening.create(path, "Örnek Belediyesi"))
    return path


@pytest.fixture
def office_path(prepared_file: Path, tmp_path: Path) -> Path:
    """A copy of the prepared file, not open."""
    path = tmp_path / "Örnek.dipdesk"
    shutil.copy(prepared_file, path)
    return path


@pytest.fixture
def office(office_path: Path) -> Iterator[OfficeFile]:
    """An open office file that nobody changed yet."""
    with opening.open_file(office_path) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody set yet."""
    return Settings(tmp_path / "config" / "settings.json")


@pytest.fixture
def news(office: OfficeFile) -> Iterator[OfficeNews]:
    """The news of the open office."""
    made = OfficeNews(office)
    yield made
    made.close()


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type any letters into a widget; qtbot's own keyClicks stops at letters beyond ASCII."""
    return typed


def typed(widget: QWidget, text: str) -> None:
    """Send a press and a release for every letter of ``text``."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen Qt says for every window what such a screen cannot do; that is no failure."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def desk(early_desk: Desk) -> Desk:
    """A whole window with the prepared office open."""
    early_desk.move_in(early_desk.late.rooms())
    return early_desk


@pytest.fixture
def early_desk(
    qtbot: QtBot, qapp: QApplication, settings: Settings, office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """A window with its first page, before lists and records are loaded; a bug inside it fails the test."""
    monkeypatch.setattr(trouble.Troubles, "install", lambda self: None)
    monkeypatch.setattr(trouble, "start_log", lambda: None)
    monkeypatch.setattr(trouble, "watch_crashes", lambda: None)
    monkeypatch.setattr(trouble.Troubles, "_tell", lambda self, text: bugs.append(text))
    bugs: list[str] = []
    settings.set("language", "en")
    settings.set("theme", "light")
    frame = Frame(settings)
    frame.resize(1280, 720)
    frame.show()
    furnished = Furnishing(qapp, frame, settings).put_up()
    made = Desk(furnished, late())
    with qtbot.waitSignal(made.settled):
        made.begin(furnished.open_first(office_path, made.late.hold), sample=False)
    yield made
    frame.close()
    frame.deleteLater()
    assert bugs == []


def back_up(qtbot: QtBot, desk: Desk) -> Path:
    """Ask for a backup and wait until it is written."""
    with qtbot.waitSignal(desk.files.backed_up) as told:
        desk.files.backup_wanted.emit()
    made = told.args[0]
    assert isinstance(made, Path)
    return made
