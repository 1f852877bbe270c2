"""The setting of the second place for backups: where it is, how far it is, another one, none."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from dipdesk.errors import Known
from dipdesk.gui.files import Files
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_timestamp
from dipdesk.store import second_place


class SecondPlaceRow(QWidget):
    """Says where backups go besides this computer, and lets one choose; ``rebuild`` shows what is new."""

    def __init__(self, files: Files, rebuild: Callable[[], None]) -> None:
        super().__init__()
        self._files, self._rebuild = files, rebuild
        place = files.second_place
        self._said = plain(_state(files, place), wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problem = secondary()
        self._problem.setProperty("role", "bad")
        self._problem.hide()
        choose = QPushButton(icon("folder"), _("Choose a second place …"))
        choose.clicked.connect(self._choose)
        buttons = Flow()
        buttons.addWidget(choose)
        if place is not None:
            without = QPushButton(_("Do without"))
            without.clicked.connect(lambda: self._take(None))
            buttons.addWidget(without)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._said)
        if place is not None and second_place.is_same_disk(place, files.backup_folder()):
            column.addWidget(secondary(_("This is the same disk. A stick or a share would outlive it.")))
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _choose(self) -> None:
        start = str(self._files.second_place or Path.home())
        name = QFileDialog.getExistingDirectory(self, _("The second place for backups"), start)
        if name:
            self._take(Path(name))

    def _take(self, place: Path | None) -> None:
        try:
            if place is not None:
                second_place.check(place)
        except Known as trouble:
            self._problem.setText(trouble.sentence)
            self._problem.show()
            return
        self._files.choose_second_place(place)
        self._rebuild()


def _state(files: Files, place: Path | None) -> str:
    """Where the second place is and how old the latest backup there is, in a sentence."""
    if place is None:
        return _("All backups lie on this computer. A stick or a share would outlive it.")
    there = second_place.latest(place, files.backup_folder().name)
    if there is None:
        return _("Backups go to “{folder}”, too, from now on.").format(folder=place)
    when = format_timestamp(datetime.fromtimestamp(there.stat().st_mtime).astimezone())
    return _("Backups go to “{folder}”, too; the last one there is of {when}.").format(
        folder=place, when=when
    )
