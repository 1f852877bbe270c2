"""The bar over a page that says what is in the way and what to do, or offers to do it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _


class MessageBar(QWidget):
    """One sentence with a sign, maybe something to do, and a way to put it away; hidden while silent."""

    left = Signal()
    """Somebody put it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "message")
        self._sign = QLabel()
        self._text = plain(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.hide()
        self.button.clicked.connect(self._act)
        self._acting: Callable[[], object] | None = None
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[2])
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str) -> None:
        """Show ``sentence``, also to screen readers; what was offered before is offered no more."""
        self.button.hide()
        self._acting = None
        self._say(sentence, icon("warning", tokens(self).attention))

    def offer(self, sentence: str, word: str, act: Callable[[], object]) -> None:
        """Show a question with a button that does what it asks; the bar stays until it is answered."""
        self.button.setText(word)
        self.button.setAccessibleDescription(sentence)
        self._acting = act
        self._say(sentence, icon("info", tokens(self).info))
        self.button.show()

    def does(self, act: Callable[[], object]) -> bool:
        """Whether the button does just this; whoever offered something later has the bar."""
        return self._acting == act

    def _put_away(self) -> None:
        self.hide()
        self.left.emit()

    def _act(self) -> None:
        if self._acting is not None:
            self._acting()

    def _say(self, sentence: str, sign: QIcon) -> None:
        self._sign.setPixmap(sign.pixmap(20, 20))
        self._text.setText(sentence)
        self._close.setAccessibleName(_("Put the message away"))
        self._close.setToolTip(_("Put the message away"))
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
