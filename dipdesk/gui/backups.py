"""The backups of the open file: which there are, back up now, put one back, check the file."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.files import Files
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.theme import row_height
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_number, format_timestamp
from dipdesk.store import backup, checking

_SIZE = QSize(600, 520)
_MEGABYTE = 1_000_000
_PATH = Qt.ItemDataRole.UserRole


class BackupsDialog(Dialog):
    """A list with date and size, and three verbs; every answer is a sentence."""

    def __init__(self, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(_("Backups"), parent, _SIZE)
        self._files = files
        self._list = QListWidget()
        self._list.setAccessibleName(_("Backups, the latest first"))
        self._answer = plain(wrap=True)
        self._restore = QPushButton(icon("restore"), _("Put this one back …"))
        self._restore.clicked.connect(self._put_back)
        self._list.currentRowChanged.connect(lambda row: self._restore.setEnabled(row >= 0))
        files.backed_up.connect(self._backed_up)
        files.backup_failed.connect(self._answer.setText)
        self._build()
        self.fill()

    @property
    def answer(self) -> str:
        """What the last verb said."""
        return self._answer.text()

    def fill(self) -> None:
        """List the backups there are."""
        self._list.clear()
        found = backup.list_backups(self._files.backup_folder())
        for path in found:
            entry = QListWidgetItem(icon("backup"), described(path), self._list)
            entry.setSizeHint(QSize(0, row_height()))
            entry.setData(_PATH, str(path))
        self._restore.setEnabled(False)
        if not found:
            self._answer.setText(_("There is no backup yet. The first is made when the file is closed."))

    def _build(self) -> None:
        now = QPushButton(icon("save"), _("Back up now"))
        now.clicked.connect(self._back_up)
        check = QPushButton(icon("check"), _("Check the file"))
        check.clicked.connect(self._check)
        verbs = QHBoxLayout()
        for button in (now, check):
            verbs.addWidget(button)
        verbs.addStretch(1)
        verbs.addWidget(self._restore)
        self._list.setProperty("role", "card")
        column = self.column
        where = secondary(_("In the folder {folder}").format(folder=self._files.backup_folder()))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        column.addWidget(self._list, 1)
        column.addLayout(verbs)
        column.addWidget(self._answer)
        self.add_buttons()

    def _back_up(self) -> None:
        self._answer.setText(_("Writing the backup …"))
        self._files.backup_wanted.emit()

    def _backed_up(self, made: Path) -> None:
        self.fill()
        self._answer.setText(_("Backed up: {backup}").format(backup=described(made)))

    def _check(self) -> None:
        assert self._files.office is not None
        self._answer.setText(verdict(checking.check(self._files.office)))

    def _put_back(self) -> None:
        path = Path(self._list.currentItem().data(_PATH))
        if not self._is_sure(path):
            return
        when = made_at(path)
        try:
            aside = self._files.restore(path)
        except Known as trouble:
            self._answer.setText(trouble.sentence)
            return
        self.accept()
        toast((self.parentWidget() or self).window(), _put_back_sentence(when, aside))

    def _is_sure(self, path: Path) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(_("Put a backup back"))
        box.setText(_("Put back the state of {backup}?").format(backup=described(path)))
        box.setInformativeText(
            _("The file as it is now is kept beside it under another name. Nothing is lost.")
        )
        box.addButton(QMessageBox.StandardButton.Cancel).setText(_("Cancel"))
        sure = box.addButton(_("Put back"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is sure


def made_at(path: Path) -> str:
    """When a backup was made, in words."""
    return format_timestamp(datetime.fromtimestamp(path.stat().st_mtime).astimezone())


def described(path: Path) -> str:
    """When a backup was made and how large it is."""
    size = format_number(path.stat().st_size / _MEGABYTE, 1)
    return _("{when} · {size} MB").format(when=made_at(path), size=size)


def _put_back_sentence(when: str, aside: Path | None) -> str:
    if aside is None:
        return _("The state of {when} was put back.").format(when=when)
    return _("The state of {when} was put back. What was there before is kept as “{name}”.").format(
        when=when, name=aside.name
    )


def verdict(found: checking.Findings) -> str:
    """What a check found, in one sentence."""
    if found.all_well:
        return _("The file is whole, and its history is complete.")
    if found.damage:
        return _("The file is damaged. Put a backup back.")
    if found.broken_operation:
        return _("The history was altered from outside. Put a backup back, or ask for help.")
    return _("{rows} records do not agree with the history, {links} links lead nowhere.").format(
        rows=format_number(len(found.differing_rows)), links=format_number(found.dangling_links)
    )
