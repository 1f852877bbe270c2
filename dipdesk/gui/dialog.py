"""What every dialog shares: a headline, calm margins, and Enter that does only what the main button says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.cards import flourish
from dipdesk.gui.labels import headline
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import ROW, SPACE
from dipdesk.i18n import _


class CalmDialog(QDialog):
    """A dialog in which Enter presses the button that has the focus.

    If none has it, Enter presses the button with the role ``primary``, if there is one.
    """

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        calm_buttons(self)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def take_room(self, size: QSize) -> None:
        """Be of ``size`` at 100 per cent of text, larger with larger text, never larger than the screen."""
        screen = (self.screen() or QApplication.primaryScreen()).availableSize()
        wanted = size * (row_height() / ROW)
        self.resize(wanted.boundedTo(screen - QSize(SPACE[5], 2 * SPACE[5])))


class Dialog(CalmDialog):
    """A dialog with a title; subclasses fill ``column``."""

    def __init__(self, title: str, parent: QWidget | None = None, size: QSize | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        if size is not None:
            self.take_room(size)
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
            buttons.button(standard.Cancel).setText(_("Cancel"))  # our word for it, not that of the toolkit
            main.setProperty("role", "primary")
            buttons.addButton(main, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
        return buttons


def calm_buttons(dialog: QDialog) -> None:
    """Let Enter press the main button only, not whichever comes first."""
    for button in dialog.findChildren(QPushButton):
        is_main = button.property("role") == "primary"
        button.setAutoDefault(is_main)
        button.setDefault(is_main)
