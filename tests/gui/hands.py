"""Hands on a keyboard: keys go where Qt would send them, one after the other, through lists and dialogs."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

_PAUSE = 15
"""Milliseconds between two keys."""
_PATIENCE = 120
"""Seconds that a check is waited for."""
Step = QKeyCombination | str | Callable[[], bool]
"""A key, a letter, or a check that must be true before the next key."""
Steps = Iterator[Step]


def keys(*names: str) -> Steps:
    """Keys by their names, such as ``Ctrl+N``, ``Enter`` or ``Alt+PgDown``."""
    yield from (QKeySequence(name)[0] for name in names)


class Hands(QObject):
    """Plays a piece for the keyboard: every step is taken in whatever window or dialog is open then."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._window = window
        self._typed: list[str] = []
        self._piece: Steps = iter(())
        self._check: Callable[[], bool] | None = None
        self._since = 0.0
        self._is_over = True
        self._trouble: Exception | AssertionError | None = None

    def play(self, piece: Steps, seconds: int = 240) -> None:
        """Play to the end; raises what went wrong in the piece."""
        self._piece, self._is_over, self._trouble = piece, False, None
        self._soon()
        self._qtbot.waitUntil(lambda: self._is_over, timeout=seconds * 1000)
        if self._trouble is not None:
            raise self._trouble

    def _soon(self) -> None:
        QTimer.singleShot(_PAUSE, self, self._next)

    def _next(self) -> None:
        """Take the next step; the one after it is on its way before a dialog can open in this one."""
        top = QApplication.activeModalWidget() or self._window
        if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not top:
            top.activateWindow()  # without a screen there is nobody else who does this
        try:
            step = self._step()
        except StopIteration:
            self._is_over = True
            return
        except (AssertionError, LookupError, AttributeError, TypeError) as trouble:
            self._trouble = trouble
            self._break_off()
            return
        self._soon()
        if isinstance(step, QKeyCombination):
            self._typed.append(f" [{QKeySequence(step).toString()}] ")
            QTest.keyClick(receiver(), step.key(), step.keyboardModifiers())
        elif isinstance(step, str):
            self._typed.append(step)
            _type_letter(step)

    def _step(self) -> Step | None:
        """The next step; None while a check is waited for."""
        if self._check is not None:
            assert time.monotonic() - self._since < _PATIENCE, f"after {''.join(self._typed[-40:])}"
            if not self._check():
                return None
            self._check = None
        step = next(self._piece)
        if callable(step):
            self._check, self._since = step, time.monotonic()
            return None
        return step

    def _break_off(self) -> None:
        """Close every dialog, so that the test can end."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            QDialog.done(dialog, 0)
            QTimer.singleShot(_PAUSE, self, self._break_off)
        else:
            self._is_over = True


def receiver() -> QWidget:
    """The widget that the next key goes to: in an open list, in the dialog on top, or in the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "no window is active"
    return found


def _type_letter(letter: str) -> None:
    """A letter of any alphabet; one that could be a shortcut goes past them first."""
    if letter.isascii():
        QTest.keyClick(receiver(), letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(receiver(), event)
