"""A word about what was just done, at the foot of the window, with a way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QWidget

from dipdesk.gui.floating import FloatingCard
from dipdesk.gui.focus import stay_near
from dipdesk.gui.labels import plain
from dipdesk.gui.tokens import SPACE

_STAYS = 7000
"""Milliseconds that a toast stays."""


class Toast(FloatingCard):
    """One toast; a new one takes the place of the one before."""

    def __init__(
        self, window: QWidget, text: str, action_text: str, action: Callable[[], object] | None
    ) -> None:
        super().__init__(window)
        self._action = action
        self._before = QApplication.focusWidget()
        if self._before is not None:
            self._before.destroyed.connect(self._lose)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], 0, SPACE[1] if action else SPACE[3], 0)
        row.setSpacing(SPACE[2])
        row.addWidget(plain(text))
        self.setAccessibleName(text)
        if action is not None:
            button = QPushButton(action_text)
            button.setProperty("role", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
            button.clicked.connect(self._act)
            row.addWidget(button)
        QTimer.singleShot(_STAYS, self, self.close_card)

    def close_card(self) -> None:
        """Go away; the focus goes back to where it was, if that is still there to be seen."""
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        if has_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def _lose(self) -> None:
        self._before = None

    def _act(self) -> None:
        self.close_card()
        before = QApplication.focusWidget()
        if self._action is not None:
            self._action()
        stay_near(before)


def toast(
    window: QWidget, text: str, action_text: str = "", action: Callable[[], object] | None = None
) -> Toast:
    """Say ``text`` at the foot of ``window``; ``action_text`` offers ``action``, such as Undo."""
    for earlier in window.findChildren(Toast):
        earlier.close_card()
    made = Toast(window, text, action_text, action)
    if isinstance(window, QMainWindow):
        made.sink()
    made.appear()
    QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.Alert))
    return made


def hush(window: QWidget) -> None:
    """Take away every toast of a window, where nobody shall read what was done."""
    for one in window.findChildren(Toast):
        one.close_card()
