"""What goes wrong: a sentence, silence, or one calm dialog and a log that names nobody."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dipdesk.errors import Invalid, Known
from dipdesk.gui import trouble
from dipdesk.gui.message_bar import MessageBar
from dipdesk.progress import Cancelled


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    bar = MessageBar(window)
    yield bar
    bar.hide()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(trouble.Troubles, "_tell", lambda self, text: texts.append(text))
    return texts


@pytest.fixture
def log(own_folders: Path) -> Iterator[Path]:
    logger = logging.getLogger("dipdesk")
    before = list(logger.handlers)
    trouble.start_log()
    yield trouble.log_folder() / "dipdesk.log"
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


def _raised(error: Exception) -> Exception:
    secret = "Ayşe Yılmaz, +90 532 000 00 00"
    try:
        try:
            raise KeyError(secret)
        except KeyError as cause:
            raise error from cause
    except type(error) as caught:
        return caught


def test_what_is_known_is_said_in_the_bar(bar: MessageBar, told: list[str]) -> None:
    troubles = trouble.Troubles(bar, bar)
    troubles.handle(Known("The disk is full. Make room and try again."))
    assert bar.sentence == "The disk is full. Make room and try again."
    troubles.handle(Invalid("There is no such day.", "starts"))
    assert bar.sentence == "There is no such day."
    assert told == []


def test_what_was_cancelled_is_not_worth_a_word(bar: MessageBar, told: list[str]) -> None:
    trouble.Troubles(bar, bar).handle(Cancelled())
    assert bar.sentence == ""
    assert told == []


def test_a_bug_is_told_and_logged_without_names(bar: MessageBar, told: list[str], log: Path) -> None:
    trouble.Troubles(bar, bar).handle(_raised(ValueError("Müller-Lüdenscheidt")))
    written = log.read_text(encoding="utf-8")
    for text in (told[0], written):
        assert "ValueError" in text
        assert "KeyError" in text
        assert "test_trouble.py" in text
        assert "Ayşe" not in text
        assert "Müller" not in text


def test_the_details_are_copied(qtbot: QtBot) -> None:
    box = trouble.bug_box("ValueError\n  desk.py:12 go")
    qtbot.addWidget(box)
    copy = next(button for button in box.findChildren(QPushButton) if button.text() == "Copy details")
    box.show()
    copy.click()
    assert QApplication.clipboard().text() == "ValueError\n  desk.py:12 go"
    assert box.isVisible()


def test_the_box_claims_nothing_of_what_was_stored_and_says_where_to_look(qtbot: QtBot) -> None:
    box = trouble.bug_box("ValueError")
    qtbot.addWidget(box)
    said = box.informativeText()
    assert "stored whole or not at all" in said
    assert "list of steps shows (Ctrl+Shift+H)" in said


def test_the_keys_that_quit_work_while_the_box_is_open(qtbot: QtBot, bar: MessageBar) -> None:
    def quit_by_keys() -> None:
        box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        (keys,) = box.findChildren(QShortcut)
        assert keys.key() == QKeySequence("Ctrl+Q")
        keys.activated.emit()

    QTimer.singleShot(0, quit_by_keys)
    trouble.Troubles(bar, bar).handle(_raised(ValueError("x")))
    assert bar.window().isHidden()


def test_an_error_that_leads_back_to_itself_is_told_once() -> None:
    first, second = ValueError("one"), KeyError("two")
    first.__context__, second.__context__ = second, first
    lines = trouble.details(first).splitlines()
    assert lines[1:] == ["ValueError", "KeyError"]
