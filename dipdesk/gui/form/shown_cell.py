"""One field of a form as it is read: its label, its value as text or hidden, and what is said beneath it."""

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dipdesk.gui.form.cell_words import CellWords
from dipdesk.gui.form.shown_value import ShownValue
from dipdesk.model import Field, Privacy
from dipdesk.model.kinds import File, Flag, Subject


class ShownCell(QWidget):
    """A field with its value; that of a sensitive one is hidden until somebody asks for it.

    With ``stays_open`` it is a field to fill in, and nothing is hidden.
    """

    opened = Signal(str, str)
    """A linked record shall be shown."""

    def __init__(self, field: Field, parent: QWidget | None, *, stays_open: bool) -> None:
        super().__init__(parent)
        self.field = field
        self.value: Any = field.kind.empty
        self._is_covert = field.privacy is Privacy.SENSITIVE and not stays_open
        is_open = isinstance(field.kind, Flag | File | Subject) and not self._is_covert
        self._stays_open = stays_open or is_open
        self._shown = ""
        self.words = CellWords(field, self, stays_open=stays_open)
        self._covered = ShownValue(field, self)
        self._covered.opened.connect(self.opened)
        self._text = self._covered.text
        self._lay_out()
        self._dress()

    @property
    def is_hidden(self) -> bool:
        """Whether only is said that there is a value; a box is hidden whatever it says."""
        return self._is_covert and (bool(self.value) or isinstance(self.field.kind, Flag))

    @property
    def problem(self) -> str:
        """The sentence beneath the field; empty if all is well."""
        return self.words.problem

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return self._text.text()

    def _show_text(self) -> None:
        """Show the stored value, or that it is hidden."""
        if self.is_hidden:
            self._covered.hide_value()
        else:
            self._covered.show_value(self.value, self._shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_column"):
            self._dress()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.words.label, self._covered, self.words.note):
            self._column.addWidget(part)

    def _dress(self) -> None:
        self.words.dress()
        self._text.fit()
