"""The card that shows how far work in the background is, with its Cancel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from dipdesk.gui.floating import FloatingCard
from dipdesk.gui.labels import plain
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _

_WIDTH = 180


class ProgressCard(FloatingCard):
    """Title, bar and Cancel."""

    cancelled = Signal()

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._bar.setFixedWidth(_WIDTH)
        self._bar.setAccessibleName(title)
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[2])
        for part in (plain(title), self._bar, self._cancel):
            row.addWidget(part)

    def show_step(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``; a bar that wanders if the total is not known."""
        self._bar.setMaximum(max(total, 0))
        self._bar.setValue(done)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
