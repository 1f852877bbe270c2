"""The editor of files that are kept inside the office file, with a preview of pictures."""

import hashlib
import mimetypes
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.gui.filing.look import KeptFile, look
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.pictures import picture
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import icon
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number
from dipdesk.model.kinds import Kind
from dipdesk.store import blobs

_PREVIEW = QSize(160, 160)
_KILOBYTE = 1024


class FileEditor(Editor):
    """Chooses a file, shows what is there, saves a copy of it, or takes it away."""

    direct: ClassVar[bool] = True
    named = Signal(str, str)
    """A file was chosen: its name and media type."""

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._address = self._name = ""
        self._content: bytes | None = None
        self._media_type = ""
        self._chosen = False
        self._picture = QLabel()
        self._size = secondary(wrap=False)
        self.choose = QPushButton(icon("folder"), _("Choose a file …"))
        self.save = QPushButton(icon("save"), _("Save a copy …"))
        self.remove = QPushButton(icon("delete"), _("Take away"))
        self.look = QPushButton(icon("preview"), _("Look at it"))
        self.look.clicked.connect(self._look)
        self.choose.clicked.connect(self._ask)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self._lay_out()
        self._show()

    def text(self) -> str:
        return self._address

    def set_text(self, text: str) -> None:
        self.set_value(text)

    def set_value(self, value: Any) -> None:
        self._address = value or ""
        self._chosen = False
        self._content = None
        if self._address:
            with self.around.office.read() as session:
                self._content = blobs.get(session.connection(), self._address)
        self._show()

    def keep(self, session: Session) -> None:
        if self._chosen and self._content is not None:
            blobs.put(session.connection(), self._content, self._media_type)

    def stops(self) -> list[QWidget]:
        return [self.choose, self.look, self.save, self.remove]

    def describe(self, name: str, description: str) -> None:
        for button in self.stops():
            button.setAccessibleDescription(f"{name}. {description}" if description else name)

    def take(self, path: Path) -> None:
        """Choose the file at ``path``; raises Known if it cannot be read, Invalid if it is too large."""
        content, media_type = read_file(path)
        self._address = hashlib.sha256(content).hexdigest()
        self._content, self._media_type, self._chosen = content, media_type, True
        self._name = path.name
        self._show()
        self.named.emit(path.name, media_type)
        self.changed.emit()
        self.committed.emit()

    def _ask(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a file"))
        if not name:
            return
        try:
            self.take(Path(name))
        except (Known, Invalid) as trouble:
            self._size.setText(trouble.sentence)

    def _look(self) -> None:
        if self._content is not None:
            look(KeptFile(self._name or _("File"), self._content, self._media_type), self)

    def _save(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"))
        if not name or self._content is None:
            return
        try:
            Path(name).write_bytes(self._content)
        except OSError:
            self._size.setText(_("The copy cannot be written there. Choose another folder."))

    def _remove(self) -> None:
        self._address, self._content, self._chosen = "", None, False
        self._show()
        self.changed.emit()
        self.committed.emit()

    def _lay_out(self) -> None:
        buttons = QWidget()
        buttons.setMinimumWidth(1)
        flow = Flow(buttons)
        for button in self.stops():
            button.setProperty("role", "link")
            flow.addWidget(button)
        column = QVBoxLayout()
        column.addWidget(self._size)
        column.addWidget(buttons)
        column.addStretch(1)
        self.row.setSpacing(SPACE[3])
        self.row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(column, 1)

    def _show(self) -> None:
        seen = picture(self._content, _PREVIEW, self.devicePixelRatioF()) if self._content else None
        self._picture.setVisible(seen is not None)
        if seen is not None:
            self._picture.setPixmap(seen)
        self._size.setText(_size_text(self._address, self._content))
        self._size.setVisible(bool(self._address))
        self.choose.setText(_("Choose another …") if self._address else _("Choose a file …"))
        self.look.setVisible(self._content is not None)
        self.save.setVisible(self._content is not None)
        self.remove.setVisible(bool(self._address) and not self.kind.required)


def read_file(path: Path) -> tuple[bytes, str]:
    """The content and media type of a file to keep; raises Known if unreadable, Invalid if too large."""
    try:
        if path.stat().st_size > blobs.LARGEST:
            raise Invalid(
                _("The file is too large: at most {most} MB fit.").format(
                    most=format_number(blobs.LARGEST // _KILOBYTE**2)
                )
            )
        content = path.read_bytes()
    except OSError as error:
        raise Known(_("“{name}” cannot be read.").format(name=path.name)) from error
    return content, mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _size_text(address: str, content: bytes | None) -> str:
    if not address:
        return ""
    if content is None:
        return _("The content is not in this copy of the office file.")
    return _("{size} KB").format(size=format_number(max(1, len(content) // _KILOBYTE)))
