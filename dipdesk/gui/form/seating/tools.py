"""The tools of the seating editor: undo first; words stand beside the signs where there is room for all."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

Tool = tuple[str, str, str, str, Callable[[], object]]
"""Name, icon, word (translated), key, and what is done."""
_SIGNS_ONLY = ("undo", "redo")
_SWITCHES = ("lock", "block", "drive")


class Tools(QToolBar):
    """Buttons for ``tools``; ``take`` is called with what one of them does."""

    def __init__(
        self, tools: Sequence[Tool], take: Callable[[Callable[[], object]], None], owner: QWidget
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Tools"))
        self.actions_of: dict[str, QAction] = {}
        for name, sign, word, keys, act in tools:
            action = QAction(icon(sign), word, owner)
            action.setShortcut(QKeySequence(keys))
            native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{word} ({native})")
            action.setCheckable(name in _SWITCHES)
            action.triggered.connect(lambda _checked=False, act=act: take(act))
            self.actions_of[name] = action
            owner.addAction(action)
            self.addAction(action)

    def button(self, name: str) -> QToolButton:
        """The button of a tool."""
        found = self.widgetForAction(self.actions_of[name])
        assert isinstance(found, QToolButton)
        return found

    def fit(self) -> None:
        """Show words beside the signs if all tools have room with them."""
        shown = [name for name, action in self.actions_of.items() if action.isVisible()]
        for name in shown:
            self._dress(name, with_word=True)
        wanted = sum(self.button(name).sizeHint().width() for name in shown)
        if wanted + SPACE[1] * (len(shown) + 1) > self.width():
            for name in shown:
                self._dress(name, with_word=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.fit()
        super().resizeEvent(event)

    def _dress(self, name: str, *, with_word: bool) -> None:
        styles = Qt.ToolButtonStyle
        has_word = with_word and name not in _SIGNS_ONLY
        self.button(name).setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if has_word else styles.ToolButtonIconOnly
        )
