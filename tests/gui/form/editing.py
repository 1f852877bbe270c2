"""What tests of editors do: stand one in a window, and press keys in it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.editors import editor
from dipdesk.model.kinds import (
    Kind,
)
from dipdesk.store.office_file import OfficeFile

Typist = Callable[[QWidget, str], None]


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
    QApplication.sendEvent(widget, event)


def made(host: QWidget, kind: Kind[Any], office: OfficeFile, **more: Any) -> Editor:
    one = editor(kind, Surroundings(office, **more))
    one.setParent(host)
    one.show()
    return one
