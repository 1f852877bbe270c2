"""Menus, toolbar and shortcuts, all made from the table of actions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from dipdesk.gui.actions import ACTIONS, MENUS, Action
from dipdesk.gui.icons import icon
from dipdesk.gui.places import PLACES
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

RECENT = "recent"
"""The menu of the files used last, inside that of files."""
_BEFORE_RECENT = "file.sample"
_GROUPS = {f"place.{place.key}": place.group for place in PLACES if place.group}
"""The menu inside that of places in which an entry stands, so that none is higher than the screen."""
_BAR_ICON = 20


class Commands(QObject):
    """The actions of the table as Qt's; ``do`` is called with the id of the one that was chosen."""

    def __init__(self, window: QMainWindow, do: Callable[[str], None]) -> None:
        super().__init__(window)
        self._groups: dict[str, QActionGroup] = {}
        self._made = {one.id: self._make(one, do) for one in ACTIONS}
        window.addActions(list(self._made.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def allow(self, conditions: set[str]) -> None:
        """Enable the actions whose needs are all among ``conditions``."""
        for one in ACTIONS:
            self._made[one.id].setEnabled(conditions.issuperset(one.needs))

    def name(self, one: str, text: str) -> None:
        """Call an action something else, such as what it would undo."""
        self._made[one].setText(text)
        self._made[one].setToolTip(text)

    def check(self, one: str) -> None:
        """Mark one of several choices as the present one."""
        if one in self._made:
            self._made[one].setChecked(True)

    def retire(self) -> None:
        """Take the actions off the window, because others in another language come."""
        for made in self._made.values():
            made.setShortcuts([])
            made.deleteLater()
        self.deleteLater()

    def _make(self, one: Action, do: Callable[[str], None]) -> QAction:
        made = QAction(_(one.label), self)
        made.setObjectName(one.id)
        made.setShortcuts([QKeySequence(key) for key in one.keys])
        made.setIconVisibleInMenu(not one.choice)
        if one.icon:
            made.setIcon(icon(one.icon))
        if one.choice:
            made.setCheckable(True)
            self._groups.setdefault(one.choice, QActionGroup(self)).addAction(made)
        made.triggered.connect(lambda checked=False, name=one.id: do(name))
        return made


def fill_menus(window: QMainWindow, commands: Commands) -> dict[str, QMenu]:
    """Fill the menu bar of ``window``; returns the menus by their names."""
    bar = window.menuBar()
    bar.clear()
    menus = {name: bar.addMenu(_(label)) for name, label in MENUS}
    for one in ACTIONS:
        group = _GROUPS.get(one.id, "")
        if group and group not in menus:
            menus[group] = menus[one.menu].addMenu(_(group))
        elif one.starts_section and menus[one.menu].actions():
            menus[one.menu].addSeparator()
        menus[group or one.menu].addAction(commands[one.id])
        if one.id == _BEFORE_RECENT:
            menus[RECENT] = menus[one.menu].addMenu(icon("history"), _("Recent files"))
    return menus


def fill_recent(menu: QMenu, files: list[Path], wanted: Callable[[Path], object]) -> None:
    """Fill the menu of the files used last; one that was chosen is handed to ``wanted``."""
    menu.clear()
    menu.setEnabled(bool(files))
    for path in files:
        action = menu.addAction(icon("office"), path.stem.replace("&", "&&"))
        action.setToolTip(str(path))
        action.setEnabled(path.is_file())
        action.triggered.connect(lambda checked=False, path=path: wanted(path))
    menu.setToolTipsVisible(True)


class ToolBar(QToolBar):
    """Back, forward, new and undo at the left, the way to everything in the middle, language at the right."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(_("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(icon_side(_BAR_ICON), icon_side(_BAR_ICON)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("go.back", "go.forward"):
            self._add_button(commands[name])
        self.addWidget(_spacer(SPACE[1]))
        new = self._add_button(commands["record.new"])
        new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in ("edit.undo", "edit.redo"):
            self._add_button(commands[name])
        self.addWidget(_spacer())
        self._add_search(commands["go.anywhere"])
        self.addWidget(_spacer())

    def _add_button(self, action: QAction) -> QToolButton:
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _add_search(self, action: QAction) -> None:
        button = QToolButton()
        button.setProperty("role", "search")
        button.setIcon(action.icon())
        button.setIconSize(self.iconSize())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(_("Go to a city, a person, a visit …  {keys}").format(keys=keys))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(action.trigger)
        self.addWidget(button)


def _spacer(width: int = 0) -> QWidget:
    """An empty piece of a toolbar; it takes all room there is if no width is given."""
    made = QWidget()
    if width:
        made.setFixedWidth(width)
    else:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
