"""The list of all shortcuts, made from the tables of actions and of keys in tables."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from dipdesk.gui.actions import ACTIONS, MENUS, Action
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.icons import icon
from dipdesk.gui.page_keys import CALENDAR_KEYS, DAY_KEYS
from dipdesk.gui.table_keys import TABLE_KEYS
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import N_, _, fold

_SIZE = QSize(560, 600)
_ON_PAGES = {
    N_("In the tables of a record"): TABLE_KEYS,
    N_("In the calendar"): CALENDAR_KEYS,
    N_("On the day of a visit"): DAY_KEYS,
}


class ShortcutsDialog(Dialog):
    """Every action that has a key, by menu, with a box to find one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard shortcuts"), parent, _SIZE)
        self._find = QLineEdit(placeholderText=_("Find a command or a key"), clearButtonEnabled=True)
        self._find.setAccessibleName(self._find.placeholderText())
        self._find.textChanged.connect(self._narrow)
        self._list = QTreeWidget(columnCount=2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(SPACE[1])
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setAccessibleName(_("Keyboard shortcuts"))
        self._list.setProperty("role", "card")
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.column.addWidget(self._find)
        self.column.addWidget(self._list, 1)
        self.add_buttons()
        self._fill()

    def shown(self) -> list[str]:
        """The actions that are listed now."""
        return [entry.text(0) for _top, entries in self._groups for entry in entries if not entry.isHidden()]

    def _fill(self) -> None:
        keyed = {label: [one for one in ACTIONS if one.menu == menu and one.keys] for menu, label in MENUS}
        for label, actions in {**keyed, **_ON_PAGES}.items():
            if actions:
                heading = QTreeWidgetItem(self._list, [_(label).replace("&", "")])
                heading.setFont(0, font("section"))
                heading.setSizeHint(0, QSize(0, row_height() + SPACE[1]))
                self._groups.append((heading, [_entry(heading, one) for one in actions]))
        self._list.expandAll()

    def _narrow(self, text: str) -> None:
        for heading, entries in self._groups:
            for entry in entries:
                entry.setHidden(fold(text) not in entry.data(0, Qt.ItemDataRole.UserRole))
            heading.setHidden(all(entry.isHidden() for entry in entries))


def _entry(heading: QTreeWidgetItem, one: Action) -> QTreeWidgetItem:
    entry = QTreeWidgetItem(heading, [_(one.label), "   ".join(native(key) for key in one.keys)])
    entry.setSizeHint(0, QSize(0, row_height() - SPACE[0]))
    entry.setData(0, Qt.ItemDataRole.UserRole, fold(f"{_(one.label)} {one.words} {' '.join(one.keys)}"))
    if one.icon:
        entry.setIcon(0, icon(one.icon))
    return entry


def native(key: str) -> str:
    """A shortcut as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
