"""What the chosen element of a card is like: its place, type, language, own words."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLineEdit, QWidget

from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _
from dipdesk.rules.card_layouts import ALIGNS, INKS, LANGUAGES, SIZES, WORDLESS, Element

_FARTHEST = 420.0
_MOST_TEXT = 500


class ElementForm(QWidget):
    """Edits one element; tells what it became after every change."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._element: Element | None = None
        self.numbers = {name: self._number() for name in ("x", "y", "width", "height")}
        self.type_size = self._number(*SIZES)
        self.type_size.setSuffix(_(" pt"))
        self.bold = QCheckBox(_("Bold"))
        self.align, self.ink, self.language = _box(ALIGNS), _box(INKS), _box(LANGUAGES)
        self.words = {"text_tr": QLineEdit(), "text_en": QLineEdit()}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(SPACE[0])
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._lay_out()
        self._connect()
        self.show_element(None)

    def show_element(self, one: Element | None) -> None:
        """Show another element, or none."""
        self._element = None
        self.setEnabled(one is not None)
        if one is None:
            return
        for name, box in self.numbers.items():
            box.setValue(getattr(one, name))
        self.type_size.setValue(one.size)
        self.bold.setChecked(one.bold)
        for choice, value in ((self.align, one.align), (self.ink, one.ink), (self.language, one.language)):
            choice.setCurrentIndex(choice.findData(value))
        for name, line in self.words.items():
            if line.text() != getattr(one, name):
                line.setText(getattr(one, name))
        has_words = one.kind not in WORDLESS
        for widget in (self.type_size, self.bold, self.align, self.language):
            self._form.setRowVisible(widget, has_words)
        self._form.setRowVisible(self.ink, has_words or one.kind == "line")
        for line in self.words.values():
            self._form.setRowVisible(line, one.kind == "text")
        self._element = one

    def _lay_out(self) -> None:
        labels = {
            "x": _("From the left"),
            "y": _("From the top"),
            "width": _("Width"),
            "height": _("Height"),
        }
        for name, box in self.numbers.items():
            self._form.addRow(labels[name], box)
        self._form.addRow(_("Size of type"), self.type_size)
        self._form.addRow("", self.bold)
        self._form.addRow(_("Alignment"), self.align)
        self._form.addRow(_("Colour"), self.ink)
        self._form.addRow(_("Language"), self.language)
        self._form.addRow(_("Text in Turkish"), self.words["text_tr"])
        self._form.addRow(_("Text in English"), self.words["text_en"])

    def _connect(self) -> None:
        for box in (*self.numbers.values(), self.type_size):
            box.valueChanged.connect(lambda _value: self._tell())
        self.bold.toggled.connect(lambda _on: self._tell())
        for choice in (self.align, self.ink, self.language):
            choice.activated.connect(lambda _place: self._tell())
        for line in self.words.values():
            line.setMaxLength(_MOST_TEXT)
            line.editingFinished.connect(self._tell)

    def _number(self, least: float = 0.0, most: float = _FARTHEST) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(least, most)
        box.setDecimals(1)
        box.setKeyboardTracking(False)
        box.setSuffix(_(" mm"))
        box.lineEdit().setTextMargins(SPACE[0], 0, 0, 0)
        return box

    def _tell(self) -> None:
        """Tell what the element became, unless it is only being shown."""
        was = self._element
        if was is None:
            return
        x, y, width, height = (round(box.value(), 1) for box in self.numbers.values())
        became = replace(
            was,
            x=x,
            y=y,
            width=width,
            height=height,
            size=round(self.type_size.value(), 1),
            bold=self.bold.isChecked(),
            align=self.align.currentData(),
            ink=self.ink.currentData(),
            language=self.language.currentData(),
            text_tr=self.words["text_tr"].text(),
            text_en=self.words["text_en"].text(),
        )
        if became != was:
            self._element = became
            self.changed.emit(became)


def _box(options: Mapping[str, str]) -> QComboBox:
    box = QComboBox()
    for value, label in options.items():
        box.addItem(_(label), value)
    return box
