"""The menu of the selected rows, by mouse or by key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dipdesk.gui.theme import icon


@dataclass(frozen=True)
class Entry:
    """One thing that can be done: its word, icon, keys, what does it, and whether it can be done now."""

    text: str
    icon: str
    keys: str
    deed: Callable[[], None]
    possible: bool = True


def menu_of(entries: Iterable[Entry], parent: QWidget) -> QMenu:
    """A menu of these entries; the keys are shown, the table itself listens to them."""
    menu = QMenu(parent)
    for one in entries:
        keys = QKeySequence(one.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(icon(one.icon), f"{one.text}\t{keys}")
        action.triggered.connect(one.deed)
        action.setEnabled(one.possible)
    return menu


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Open the menu at ``place`` of the screen; it goes when it is closed."""
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu.deleteLater))
    menu.popup(place)
