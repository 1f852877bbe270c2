"""What the dialogs that ask for fields share: their paper, their buttons, and when they may be left."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dipdesk.gui.dialog import CalmDialog
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.watch import CellWatch
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import headline
from dipdesk.gui.theme import SPACE, font
from dipdesk.i18n import _


class CellsDialog(CalmDialog):
    """A dialog with fields; Ctrl+Enter does what its main button does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble = Wrapped()  # says below the fields what stood in the way

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str, parts: Iterable[QWidget], main: str) -> int:
        """Put the parts on paper below the title, a button ``main`` at the foot; their height in pixels."""
        body = QWidget()
        body.setProperty("role", "paper")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[1])
        inner.setSpacing(SPACE[1])
        head = headline(title)
        head.setContentsMargins(INSET, 0, 0, 0)
        self._trouble.setContentsMargins(INSET, 0, INSET, 0)
        for part in (head, *parts, self._trouble):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        buttons = self._make_buttons(main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        outer.addWidget(buttons)
        return inner.sizeHint().height() + buttons.sizeHint().height()

    def _make_buttons(self, main: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        button = QPushButton(main)
        button.setDefault(True)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(_("{action} at once: {keys}").format(action=main, keys=keys))
        button.setProperty("role", "primary")
        buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[3])
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def went_to_wrong(watch: CellWatch) -> bool:
    """Whether one of the fields cannot be stored; it has the focus then."""
    wrong = watch.wrong()
    if wrong is not None:
        wrong.begin(Qt.FocusReason.OtherFocusReason)
    return wrong is not None


def quiet_line(text: str, below: int = 0) -> Wrapped:
    """A line of what is known already, with room ``below`` it."""
    line = Wrapped()
    line.set_text(text, muted=True)
    line.setFont(font("secondary"))
    line.setContentsMargins(INSET, 0, INSET, below)
    return line
