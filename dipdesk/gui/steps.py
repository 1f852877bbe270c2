"""The list of steps that can be taken back, the latest first."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from dipdesk.gui.dialog import Dialog
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import row_height
from dipdesk.i18n import _, ngettext
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(520, 480)


class StepsDialog(Dialog):
    """Choose a step; it and everything after it is taken back."""

    def __init__(self, office: OfficeFile, parent: QWidget | None = None) -> None:
        super().__init__(_("What was done"), parent, _SIZE)
        self._office = office
        self._list = QListWidget()
        self._list.setAccessibleName(_("Steps, the latest first"))
        self._list.currentRowChanged.connect(self._explain)
        self._list.itemActivated.connect(lambda item: self.accept())
        self._said = secondary()
        self._list.setProperty("role", "card")
        self._back = QPushButton(_("Take back"))
        self._back.setEnabled(False)
        self.column.addWidget(self._said)
        self.column.addWidget(self._list, 1)
        self.add_buttons(self._back)
        self._fill()

    def accept(self) -> None:
        """Take back the chosen step and everything after it."""
        for _step in range(self._list.currentRow() + 1):
            self._office.undo()
        super().accept()

    def _fill(self) -> None:
        labels = self._office.undo_labels()
        for label in labels:
            entry = QListWidgetItem(icon("history"), label, self._list)
            entry.setSizeHint(QSize(0, row_height()))
        self._said.setText(
            _("Choose the step to go back to before it. Everything after it is taken back, too.")
            if labels
            else _("Nothing was done since the file was opened.")
        )
        if labels:
            self._list.setCurrentRow(0)

    def _explain(self, row: int) -> None:
        self._back.setEnabled(row >= 0)
        self._back.setText(
            ngettext("Take back {count} step", "Take back {count} steps", row + 1).format(count=row + 1)
        )
