"""Asks why a guest is put elsewhere than the rules say; without a reason there is no move."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from dipdesk.gui.dialog import Dialog
from dipdesk.gui.labels import plain
from dipdesk.i18n import _

_SIZE = QSize(520, 220)
_LONGEST = 500


class ReasonDialog(Dialog):
    """One line for the reason; the main button waits for it."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Move by hand"), parent, _SIZE)
        self.column.addWidget(plain(sentence, wrap=True))
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(_("Reason"))
        self.line.setPlaceholderText(_("Such as a decision of the mayor"))
        self.column.addWidget(self.line)
        self.column.addStretch(1)
        self._main = QPushButton(_("Move"))
        self._main.setEnabled(False)
        self.line.textChanged.connect(lambda text: self._main.setEnabled(bool(text.strip())))
        self.add_buttons(self._main)
        self.line.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.line.text().strip()
