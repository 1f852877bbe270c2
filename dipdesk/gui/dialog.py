"""What every dialog shares: a headline, calm margins, and Enter that does only what the main button says."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.cards import flourish
from dipdesk.gui.labels import headline
from dipdesk.gui.tokens import SPACE


class Dialog(QDialog):
    """A dialog with a title; subclasses fill ``column``.

    A button with the role ``primary`` is what Enter does; without one Enter presses nothing.
    """

    def __init__(self, title: str, parent: QWidget | None = None, size: QSize | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        if size is not None:
            self.resize(size)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        self.column.setSpacing(SPACE[2])
        self.column.addWidget(headline(title))
        self.column.addWidget(flourish())

    def add_buttons(self, main: QPushButton | None = None) -> QDialogButtonBox:
        """Add the buttons at the foot: Close, or Cancel beside a main button."""
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Cancel if main else standard.Close)
        if main is not None:
            main.setProperty("role", "primary")
            buttons.addButton(main, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
        return buttons

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        calm_buttons(self)
        super().showEvent(event)


def calm_buttons(dialog: QDialog) -> None:
    """Let Enter press the main button only, not whichever comes first."""
    for button in dialog.findChildren(QPushButton):
        is_main = button.property("role") == "primary"
        button.setAutoDefault(is_main)
        button.setDefault(is_main)
