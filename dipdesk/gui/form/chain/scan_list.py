"""The scans of one step while it is edited: those that are kept, those to be added, those to go."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions.approval_steps import Scan, scans_of
from dipdesk.errors import Invalid, Known
from dipdesk.gui.dropped import dropped, welcome
from dipdesk.gui.filing.look import KeptFile, look, look_at_kept
from dipdesk.gui.form.file_editor import read_file
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import SPACE, row_height
from dipdesk.i18n import _
from dipdesk.model import Attachment, field_of
from dipdesk.store.office_file import OfficeFile

_ROWS_SHOWN = 4


@dataclass(frozen=True)
class _File:
    """One file of the list: kept already (``row_id``, ``address``), or to be added (``scan``)."""

    name: str
    row_id: str = ""
    address: str = ""
    media_type: str = ""
    scan: Scan | None = None


class ScanList(QWidget):
    """Adds, shows and takes away scans; nothing is stored before the step is."""

    said = Signal(str)
    """Something could not be done; the sentence says why. Empty when all is well again."""

    def __init__(self, office: OfficeFile, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._files = self._read(step_id)
        self.dropped: list[str] = []
        self.setAcceptDrops(True)
        heading = Heading(_("Files"), self)
        self.look_button = _button("preview", _("Look at it"), self.look_at_current)
        self.remove_button = _button("delete", _("Take away"), self.remove_current)
        self.add_button = _button("add", _("Add files …"), self._choose)
        for button in (self.look_button, self.remove_button, self.add_button):
            heading.add(button)
        self._empty = secondary(_("The scan of the document: choose a file, or drop it here."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, 0)
        self.list = _Names(self)
        self.list.setAccessibleName(_("Files"))
        self.list.looked.connect(self.look_at_current)
        self.list.removed.connect(self.remove_current)
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (heading, self._empty, self.list):
            column.addWidget(part)
        self._show()

    @property
    def added(self) -> list[Scan]:
        """The files that are to be kept."""
        return [one.scan for one in self._files if one.scan is not None]

    @property
    def is_changed(self) -> bool:
        """Whether anything was added or taken away."""
        return bool(self.added or self.dropped)

    def take(self, paths: list[Path]) -> None:
        """Add files; says so if one of them cannot be read or is too large."""
        said = ""
        name_of = field_of(Attachment, "name").kind
        for path in paths:
            try:
                content, media_type = read_file(path)
                scan = Scan(name_of.parse(path.name) or path.name, content, media_type)
            except (Known, Invalid) as trouble:
                said = trouble.sentence
            else:
                self._files.append(_File(scan.name, media_type=media_type, scan=scan))
        self._show()
        self.said.emit(said)

    def look_at_current(self) -> None:
        """Show the chosen file."""
        one = self._current()
        if one is None:
            return
        if one.scan is not None:
            look(KeptFile(one.name, one.scan.content, one.media_type), self)
        else:
            self.said.emit(look_at_kept(self._office, one.name, one.address, one.media_type, self))

    def remove_current(self) -> None:
        """Take the chosen file away, as soon as the step is stored."""
        one = self._current()
        if one is None:
            return
        self._files.remove(one)
        if one.row_id:
            self.dropped.append(one.row_id)
        self._show()
        (self.list if self._files else self.add_button).setFocus()

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [self.look_button, self.remove_button, self.add_button, self.list]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.take(dropped(event))
        event.acceptProposedAction()

    def _read(self, step_id: str) -> list[_File]:
        if not step_id:
            return []
        with self._office.read() as session:
            return [
                _File(one.title(), one.id, one.content, one.media_type) for one in scans_of(session, step_id)
            ]

    def _current(self) -> _File | None:
        row = self.list.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _choose(self) -> None:
        names, _filter = QFileDialog.getOpenFileNames(self, _("Choose files"))
        self.take([Path(name) for name in names])

    def _show(self) -> None:
        self.list.clear()
        for one in self._files:
            self.list.addItem(QListWidgetItem(icon("attachment"), visible(one.name)))
        self.list.setFixedHeight(min(max(len(self._files), 1), _ROWS_SHOWN) * row_height() + 2 * SPACE[0])
        if self._files:
            self.list.setCurrentRow(len(self._files) - 1)
        self.list.setVisible(bool(self._files))
        self._empty.setVisible(not self._files)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.look_button, self.remove_button):
            button.setVisible(self._current() is not None)


class _Names(QListWidget):
    """The names; Enter or a double click looks at one, Delete takes it away."""

    looked = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.itemDoubleClicked.connect(lambda _item: self.looked.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self.looked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _button(name: str, text: str, action: object) -> QPushButton:
    made = QPushButton(icon(name), text)
    made.setProperty("role", "link")
    made.clicked.connect(action)
    return made
