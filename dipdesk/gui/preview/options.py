"""The form for the options of a paper, made from its dataclass."""

from itertools import groupby
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.labels import plain, secondary, section
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.model.kinds import Choice, Flag
from dipdesk.papers.options import choices


class OptionsForm(QWidget):
    """One field for each option, in groups."""

    changed = Signal()
    """An option was chosen or typed."""

    def __init__(self, options: type[Any]) -> None:
        super().__init__()
        self._options = options
        self._fields: dict[str, QCheckBox | QComboBox | QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        for group, members in groupby(choices(options), key=lambda one: one.group):
            if group:
                column.addSpacing(SPACE[1])
                column.addWidget(section(_(group)))
            for one in members:
                self._add(column, one)

    def value(self) -> Any:
        """The options as they are chosen; raises Invalid."""
        found: dict[str, Any] = {}
        for one in choices(self._options):
            widget = self._fields[one.name]
            if isinstance(widget, QCheckBox):
                found[one.name] = widget.isChecked()
            elif isinstance(widget, QComboBox):
                found[one.name] = widget.currentData()
            else:
                try:
                    found[one.name] = one.kind.parse(widget.text())
                except Invalid as trouble:
                    raise Invalid(trouble.sentence, one.title()) from trouble
        return self._options(**found)

    def _add(self, column: QVBoxLayout, one: Field) -> None:
        widget: QCheckBox | QComboBox | QLineEdit
        if isinstance(one.kind, Flag):
            widget = QCheckBox(one.title())
            widget.setChecked(bool(one.initial))
            widget.toggled.connect(self.changed)
        else:
            column.addWidget(plain(one.title()))
            widget = self._choice(one) if isinstance(one.kind, Choice) else self._line(one)
        widget.setAccessibleName(one.title())
        widget.setToolTip(_(one.hint))
        self._fields[one.name] = widget
        column.addWidget(widget)
        if one.hint:
            column.addWidget(secondary(_(one.hint)))

    def _choice(self, one: Field) -> QComboBox:
        box = StillBox()
        assert isinstance(one.kind, Choice)
        if not one.kind.required:
            box.addItem("–", "")
        for code in one.kind.options:
            box.addItem(one.kind.label(code), code)
        box.setCurrentIndex(max(box.findData(one.initial), 0))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _line(self, one: Field) -> QLineEdit:
        line = QLineEdit(one.kind.edit(one.initial))
        line.textEdited.connect(self.changed)
        return line
