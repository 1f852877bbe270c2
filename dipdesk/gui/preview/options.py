"""The form for the options of a paper, made from its dataclass and from what the office file offers."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.labels import plain, secondary, section
from dipdesk.gui.preview.section_list import SectionList
from dipdesk.gui.still_box import ShortBox, StillBox
from dipdesk.gui.theme import row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.model.kinds import Choice, Flag, Text
from dipdesk.papers.options import SECTIONS, Arranged, Offered, choices

_LINES = 2.2
"""The height of a page of text, in rows."""
_Editor = QCheckBox | QComboBox | QLineEdit | QPlainTextEdit


class OptionsForm(QWidget):
    """One field for each option, in groups."""

    changed = Signal()
    """An option was chosen or typed."""

    def __init__(self, options: type[Any], offered: Offered | None = None) -> None:
        super().__init__()
        self._options, self._offered = options, offered or {}
        self._fields: dict[str, _Editor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        self._column = column
        self.sections: SectionList | None = None
        for group, members in _grouped(options).items():
            if group:
                column.addSpacing(SPACE[1])
                column.addWidget(section(_(group)))
            if group == SECTIONS and issubclass(options, Arranged):
                self._add_sections([one for one in members if isinstance(one.kind, Flag)])
                continue
            for one in members:
                self._add(column, one)

    def value(self) -> Any:
        """The options as they are chosen; raises Invalid."""
        found: dict[str, Any] = {}
        if self.sections is not None:
            found = {**self.sections.ticked(), "order": self.sections.order()}
        for one in self._shown():
            widget = self._fields[one.name]
            if isinstance(widget, QCheckBox):
                found[one.name] = widget.isChecked()
            elif isinstance(widget, QComboBox):
                found[one.name] = widget.currentData()
            else:
                typed = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
                try:
                    found[one.name] = one.kind.parse(typed)
                except Invalid as trouble:
                    raise Invalid(trouble.sentence, one.title()) from trouble
        return self._options(**found)

    def choose(self, value: Any) -> None:
        """Show these options; told as one change. Raises Known if their order names an unknown section."""
        if self.sections is not None:
            self.sections.show_choices(
                {name: getattr(value, name) for name in self.sections.ticked()}, value.order
            )
        self.blockSignals(True)
        for one in self._shown():
            self._show(one, getattr(value, one.name))
        self.blockSignals(False)
        self.changed.emit()

    def _show(self, one: Field, value: Any) -> None:
        widget = self._fields[one.name]
        if isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(widget.findData(value), 0))
        elif isinstance(widget, QLineEdit):
            widget.setText(one.kind.edit(value))
        else:
            widget.setPlainText(one.kind.edit(value))

    def _shown(self) -> list[Field]:
        """The options that have a field of their own."""
        return [one for one in choices(self._options) if one.name in self._fields]

    def _add_sections(self, switches: list[Field]) -> None:
        self.sections = SectionList(switches)
        self.sections.changed.connect(self.changed)
        self._column.addWidget(self.sections)

    def _add(self, column: QVBoxLayout, one: Field) -> None:
        widget: _Editor
        if isinstance(one.kind, Flag):
            widget = QCheckBox(one.title())
            widget.setChecked(bool(one.initial))
            widget.toggled.connect(self.changed)
        else:
            column.addWidget(plain(one.title()))
            widget = self._editor(one)
        widget.setAccessibleName(one.title())
        widget.setToolTip(_(one.hint))
        self._fields[one.name] = widget
        column.addWidget(widget)
        if one.hint and one.name not in self._offered:
            column.addWidget(secondary(_(one.hint)))

    def offer(self, offered: Offered) -> None:
        """Let one choose from these now; what is chosen stays if it is still offered."""
        self._offered = offered
        for name, known in offered.items():
            box = self._fields[name]
            assert isinstance(box, QComboBox)
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            for value, said in known:
                box.addItem(said, value)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)

    def grey_out(self, name: str, reasons: Mapping[str, str]) -> None:
        """Keep these choices of an option from being chosen, each with the reason."""
        box = self._fields[name]
        assert isinstance(box, QComboBox)
        model = box.model()
        assert isinstance(model, QStandardItemModel)
        for value, reason in reasons.items():
            item = model.item(box.findData(value))
            item.setEnabled(False)
            item.setToolTip(reason)
            item.setData(reason, Qt.ItemDataRole.AccessibleDescriptionRole)

    def chosen(self, name: str) -> str:
        """The value of an option that is offered; empty if nothing is."""
        box = self._fields[name]
        return str(box.currentData() or "") if isinstance(box, QComboBox) else ""

    def put_below(self, name: str, widget: QWidget) -> None:
        """Let a widget stand below the field of an option."""
        self._column.insertWidget(self._column.indexOf(self._fields[name]) + 1, widget)

    def _editor(self, one: Field) -> _Editor:
        if one.name in self._offered:
            return self._offers(one)
        if isinstance(one.kind, Choice):
            return self._choice(one)
        return self._page(one) if isinstance(one.kind, Text) and one.kind.long else self._line(one)

    def _offers(self, one: Field) -> QComboBox:
        box = ShortBox()
        for value, said in self._offered[one.name]:
            box.addItem(said, value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _page(self, one: Field) -> QPlainTextEdit:
        page = QPlainTextEdit(one.kind.edit(one.initial))
        page.setTabChangesFocus(True)
        page.setFixedHeight(round(row_height() * _LINES))
        page.textChanged.connect(self.changed)
        return page

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


def _grouped(options: type[Any]) -> dict[str, list[Field]]:
    """The options of each group, the groups in the order of their first options."""
    found: dict[str, list[Field]] = {}
    for one in choices(options):
        found.setdefault(one.group, []).append(one)
    return found
