"""The empty frame of the window; it stands on the screen before anything else is loaded."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from dipdesk.gui.settings import Settings

_FIRST_SIZE = (1280, 720)
_TITLE_BAR = 40
"""About what the frame of the system takes, in pixels."""
_LEAST_SIZE = (800, 540)


class Frame(QMainWindow):
    """A window of the size it had last, still without words; :mod:`dipdesk.gui.window` furnishes it."""

    framed = Signal()
    """The first frame is on the screen."""
    leaving = Signal()
    """The window is about to close."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._is_framed = False
        self.may_leave: Callable[[], bool] = lambda: True
        self.setWindowTitle("dipdesk")
        self.setMinimumSize(*_LEAST_SIZE)
        sheet = QWidget()
        sheet.setProperty("role", "paper")
        self.setCentralWidget(sheet)
        kept = settings.get("window.geometry", "")
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(QSize(*_FIRST_SIZE).boundedTo(room))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._is_framed:
            self._is_framed = True
            QTimer.singleShot(0, self.framed.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the focus, as it does in dialogs."""
        focused, enter = self.focusWidget(), (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if event.key() in enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.may_leave():
            event.ignore()
            return
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowFullScreen)
        self._settings.set("window.geometry", self.saveGeometry().toBase64().toStdString())
        self.leaving.emit()
        event.accept()
