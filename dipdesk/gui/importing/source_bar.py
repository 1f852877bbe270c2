"""Which file is read, and how: its name, what it is, whose, and its sheet or its encoding and separator."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dipdesk.exchange.csv_import import ENCODINGS, SEPARATORS, ImportPlan, Table, shapes
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain, secondary
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_number, ngettext

_LONGEST_NAME = 60


class SourceBar(QWidget):
    """The file and the choices. An empty choice of encoding or separator means: found out."""

    file_wanted = Signal()
    reading_changed = Signal()
    shape_chosen = Signal(str)
    municipality_named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = plain()
        self._folder = secondary(wrap=False)
        self._choose = QPushButton(icon("folder"), _("Choose another file"))
        self._choose.clicked.connect(self.file_wanted)
        self._shape = QComboBox()
        self._encoding = QComboBox()
        self._separator = QComboBox()
        self._sheet = QComboBox()
        self._municipality = QLineEdit(placeholderText=_("Our own office"))
        self._cells: dict[QWidget, QWidget] = {}
        self._fill_shapes()
        self._fill_reading("", "")
        self._shape.activated.connect(lambda: self.shape_chosen.emit(self._shape.currentData()))
        self._encoding.activated.connect(lambda: self.reading_changed.emit())
        self._separator.activated.connect(lambda: self.reading_changed.emit())
        self._sheet.activated.connect(lambda: self.reading_changed.emit())
        self._municipality.textEdited.connect(self.municipality_named)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(self._file_row())
        column.addLayout(self._choices())

    def _file_row(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        bold = self._name.font()
        bold.setBold(True)
        self._name.setFont(bold)
        names.addWidget(self._name)
        names.addWidget(self._folder)
        row = QHBoxLayout()
        row.addLayout(names, 1)
        row.addWidget(self._choose)
        return row

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        for text, box, stretch in (
            (_("What it is"), self._shape, 3),
            (_("Municipality"), self._municipality, 2),
            (_("Sheet"), self._sheet, 2),
            (_("Encoding"), self._encoding, 2),
            (_("Separator"), self._separator, 2),
        ):
            cell = self._cells[box] = _cell(text, box)
            row.addWidget(cell, stretch)
        self.show_municipality(None)
        return row

    @property
    def encoding(self) -> str:
        """The encoding that was chosen; empty if it is to be found out."""
        return str(self._encoding.currentData() or "")

    @property
    def separator(self) -> str:
        """The separator that was chosen; empty if it is to be found out."""
        return str(self._separator.currentData() or "")

    @property
    def sheet(self) -> str:
        """The sheet that was chosen; empty for the first one."""
        return str(self._sheet.currentData() or "")

    def show_municipality(self, name: str | None) -> None:
        """Show whose list it is; nothing if the list says so itself."""
        self._cells[self._municipality].setVisible(name is not None)
        if name is not None and name != self._municipality.text():
            self._municipality.setText(name)

    def show_file(self, path: Path, waiting: int = 0) -> None:
        """Show another file, and how many follow; how it is written is to be found out again."""
        name = path.name
        self._name.setText(name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…")
        follow = ngettext("{count} more file follows.", "{count} more files follow.", waiting)
        said = [str(path.parent), follow.format(count=format_number(waiting)) if waiting else ""]
        self._folder.setText(" · ".join(part for part in said if part))
        self._shape.setEnabled(False)
        self._fill_reading("", "")
        self._sheet.clear()

    def focus_choices(self) -> None:
        """Put the keyboard on the first choice."""
        self._shape.setFocus()

    def show_table(self, table: Table) -> None:
        """Say beside the choices what was found out; offer those that the format leaves."""
        for box, is_choice in (
            (self._sheet, len(table.sheets) > 1),
            (self._encoding, bool(table.encoding)),
            (self._separator, bool(table.separator)),
        ):
            self._cells[box].setVisible(is_choice)
        self._fill_sheets(table)
        encoding, separator = self.encoding, self.separator
        self._fill_reading("" if encoding else table.encoding, "" if separator else table.separator)
        _select(self._encoding, encoding)
        _select(self._separator, separator)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the table is taken for."""
        self._shape.setEnabled(True)
        _select(self._shape, plan.shape.name)

    def _fill_sheets(self, table: Table) -> None:
        self._sheet.clear()
        for name in table.sheets:
            self._sheet.addItem(name, name)
        _select(self._sheet, table.sheet)

    def _fill_shapes(self) -> None:
        known = shapes()
        profiles = [one for one in known if len(one.kinds) > 1]
        for one in profiles:
            self._shape.addItem(one.title(), one.name)
        self._shape.insertSeparator(self._shape.count())
        for one in known:
            if one not in profiles:
                self._shape.addItem(icon(one.kinds[0].icon), one.title(), one.name)
        self._shape.setMaxVisibleItems(24)

    def _fill_reading(self, encoding: str, separator: str) -> None:
        self._encoding.clear()
        found = ENCODINGS.get(encoding, encoding)
        self._encoding.addItem(_("{name} (found)").format(name=found) if found else _("Find out"), "")
        for code, name in ENCODINGS.items():
            self._encoding.addItem(name, code)
        self._separator.clear()
        names = {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab")}
        found = names.get(separator, separator)
        self._separator.addItem(_("{name} (found)").format(name=found) if found else _("Find out"), "")
        for sign in SEPARATORS:
            self._separator.addItem(names[sign], sign)


def _cell(name: str, box: QWidget) -> QWidget:
    """A choice below its name."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = secondary(name, wrap=False)
    label.setBuddy(box)
    box.setAccessibleName(name)
    column.addWidget(label)
    column.addWidget(box)
    return cell


def _select(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
