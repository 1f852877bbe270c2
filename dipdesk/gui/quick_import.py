"""Importing a list with what was guessed from it: look at the counts, then store it as one step."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from dipdesk.exchange import csv_import
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.files import documents
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.store.office_file import OfficeFile

_REASONS = 8


class QuickImport(Dialog):
    """Says what an import would do, and does it."""

    def __init__(self, office: OfficeFile, path: Path, parent: QWidget) -> None:
        super().__init__(_("Import a list"), parent)
        self._office, self._window = office, parent
        self._plan = csv_import.guess(csv_import.read_table(path))
        would = csv_import.preview(office, self._plan).result
        self.column.addWidget(secondary(str(path)))
        for sentence in would.sentences():
            self.column.addWidget(plain(sentence, wrap=True))
        for row in would.refused[:_REASONS]:
            reason = _("Line {line}: {reason}").format(line=row.line, reason=row.reason)
            self.column.addWidget(secondary(reason))
        store = QPushButton(_("Leave those out and import the rest") if would.refused else _("Import"))
        store.setEnabled(bool(would.added or would.updated))
        self.add_buttons(store)

    def accept(self) -> None:
        """Store the list as one step."""
        done = csv_import.run(self._office, self._plan, skip_refused=True)
        toast(self._window, " ".join(done.sentences()), _("Undo"), self._office.undo)
        super().accept()


def ask_list(window: QWidget) -> Path | None:
    """Ask which list to import."""
    name, _filter = QFileDialog.getOpenFileName(
        window, _("Import a list"), str(documents()), _("Tables (*.csv *.tsv *.txt)")
    )
    return Path(name) if name else None
