"""The keys of the tables inside a page, once: for the tables, their menus and the list of shortcuts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from dipdesk.gui.action import Action
from dipdesk.gui.icons import icon
from dipdesk.i18n import N_, _

OPEN = Action("row.open", N_("Open"), keys=("Return",), icon="forward", words="aç open enter")
ADD = Action("row.add", N_("Add"), keys=("Ins",), icon="add", words="ekle satır add row insert")
REMOVE = Action("row.remove", N_("Remove"), keys=("Del",), icon="delete", words="sil çıkar delete remove")
SELECT = Action(
    "row.select", N_("Select several rows"), keys=("Shift+Down", "Ctrl+Space"), words="çoklu seç select many"
)
ABSENT = Action(
    "row.absent", N_("A member does not come"), keys=("X",), icon="person", words="gelmiyor absent away"
)
TABLE_KEYS = (OPEN, ADD, REMOVE, SELECT, ABSENT)
"""What the keys do where a table inside a page has the focus."""
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ALIKE = {Qt.Key.Key_Enter: Qt.Key.Key_Return}


def deed_of(event: QKeyEvent) -> Action | None:
    """Which of them a key alone stands for; None if it is none of them."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key(event.key())
    pressed = QKeySequence(_ALIKE.get(key, key))
    return next((one for one in TABLE_KEYS if pressed in map(QKeySequence, one.keys)), None)


def to_an_end(event: QKeyEvent) -> QKeyEvent:
    """Home or End alone for Ctrl+Home or Ctrl+End, which would only move a frame; any other as it is."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _ENDS and held == Qt.KeyboardModifier.ControlModifier:
        return QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier)
    return event


def offer(menu: QMenu, one: Action, act: Callable[[], object], label: str = "") -> QAction:
    """Put something that can be done into a menu, with its key beside it; ``label`` is a more exact word."""
    made = menu.addAction(icon(one.icon), label or _(one.label))
    if one.keys:
        made.setShortcut(QKeySequence(one.keys[0]))
        made.setShortcutVisibleInContextMenu(True)
    made.triggered.connect(lambda _checked=False: act())
    return made
