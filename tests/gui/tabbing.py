"""Where Tab leads, found out by pressing it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST = 500


def stops_after(first: QWidget) -> list[QWidget]:
    """What has the focus after each press of Tab from ``first`` on, until it comes round."""
    first.window().activateWindow()
    QTest.qWaitForWindowActive(first.window())
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    found: list[QWidget] = []
    while len(found) < _MOST:
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is first or any(now is one for one in found):
            break
        found.append(now)
    return found
