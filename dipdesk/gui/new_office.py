"""The dialog for a new office file: whose it is, and where it lies."""

from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.errors import Known
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.files import office_folder
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model.office import OFFICE_KINDS
from dipdesk.store import whereabouts
from dipdesk.store.opening import SUFFIX

_WIDTH = 520
_FORBIDDEN = '\\/:*?"<>|'


class NewOfficeDialog(Dialog):
    """Asks for the name and kind of the office; the name of the file follows until it is changed by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("New office file"), parent)
        self.setMinimumWidth(_WIDTH)
        self._name = QLineEdit()
        self._path = QLineEdit()
        self._path_by_hand = False
        self._kinds = QButtonGroup(self)
        self._problem = secondary()
        self._problem.setProperty("role", "bad")
        self._make = QPushButton(_("Make the file"))
        self._build()
        self._name.textChanged.connect(self._follow)
        self._path.textEdited.connect(self._typed_path)
        self._follow()

    @property
    def name(self) -> str:
        """The name of the office."""
        return self._name.text().strip()

    @property
    def kind(self) -> str:
        """The code of the kind of the office."""
        return list(OFFICE_KINDS)[max(self._kinds.checkedId(), 0)]

    @property
    def path(self) -> Path:
        """Where the file will lie."""
        typed = self._path.text().strip()
        return Path(typed if typed.endswith(SUFFIX) else typed + SUFFIX)

    def _build(self) -> None:
        column = self.column
        column.setSpacing(SPACE[1])
        column.addWidget(secondary(_("One file holds the whole office. It is saved at every step.")))
        column.addSpacing(SPACE[1])
        _labelled(column, _("Name of the office"), self._name)
        self._name.setPlaceholderText(_("Such as Balıkesir Büyükşehir Belediyesi"))
        column.addLayout(self._kind_row())
        column.addSpacing(SPACE[1])
        browse = QPushButton(_("Choose …"))
        browse.clicked.connect(self._browse)
        _labelled(column, _("File"), self._path, browse)
        column.addWidget(self._problem)
        column.addSpacing(SPACE[2])
        self.add_buttons(self._make)

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, label in enumerate(OFFICE_KINDS.values()):
            button = QRadioButton(_(label))
            button.setChecked(number == 0)
            self._kinds.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _follow(self) -> None:
        if not self._path_by_hand:
            clean = "".join(letter for letter in self.name if letter not in _FORBIDDEN).strip(" .")
            name = clean or _("Our office")
            self._path.setText(str(office_folder() / f"{name}{SUFFIX}"))
        self._judge()

    def _typed_path(self) -> None:
        self._path_by_hand = True
        self._judge()

    def _browse(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Where the file will lie"), str(self.path), _("Office files (*.dipdesk)")
        )
        if name:
            self._path.setText(name)
            self._typed_path()

    def _judge(self) -> None:
        """Say beneath the fields why the file cannot be made there."""
        problem = ""
        if self.path.exists():
            problem = _("“{name}” exists already. Choose another name.").format(name=self.path.name)
        elif not self.path.parent.is_dir():
            problem = _("There is no folder “{path}”. Make it first.").format(path=self.path.parent)
        else:
            problem = _why_not(self.path)
        self._problem.setText(problem)
        self._make.setEnabled(bool(self.name) and not problem)


def _why_not(path: Path) -> str:
    """Why an office file must not lie there; empty if it may."""
    try:
        whereabouts.check(path)
    except Known as trouble:
        return trouble.sentence
    return ""


def _labelled(column: QVBoxLayout, text: str, field: QLineEdit, *more: QWidget) -> None:
    """A field under its label, with what belongs beside it."""
    label = plain(text)
    label.setBuddy(field)
    field.setAccessibleName(text)
    column.addWidget(label)
    row = QHBoxLayout()
    row.addWidget(field, 1)
    for one in more:
        row.addWidget(one)
    column.addLayout(row)
