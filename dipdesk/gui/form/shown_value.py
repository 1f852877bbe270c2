"""The value of a field as text, with a button that goes to what it points at."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.link_editors import open_button
from dipdesk.gui.form.swatches import is_colour, shade, swatch
from dipdesk.gui.form.text_editors import address
from dipdesk.gui.form.value_text import ValueText
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.model.kinds import Link

_EMPTY = "–"


class ShownValue(QWidget):
    """The stored value of ``field`` in words; an address or another record can be gone to from here."""

    opened = Signal(str, str)
    """A linked record shall be shown: its entity and id."""
    asked = Signal()
    """What is hidden shall be shown."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._value: Any = field.kind.empty
        self.text = ValueText(self)
        self.text.followed.connect(self.follow)
        self._go = open_button(_("Open"))
        self._go.clicked.connect(self.follow)
        self._show = QPushButton(_("Show"), self)
        self._show.setProperty("role", "link")
        self._show.setAccessibleName(_("Show: {field}").format(field=field.title()))
        self._show.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show.clicked.connect(lambda _checked=False: self.asked.emit())
        self._show.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._swatch = QLabel(self)
        self._swatch.setContentsMargins(INSET, 0, 0, 0)
        self._swatch.hide()
        row.addWidget(self._swatch)
        row.addWidget(self.text, 1)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)

    def hide_value(self) -> None:
        """Say only that there is a value, with a button to ask for it."""
        self._show.show()
        self._go.hide()
        self._swatch.hide()
        self.text.set_text(_("hidden"), muted=True)
        self.text.setAccessibleName(_("{field}: hidden").format(field=self._field.title()))
        self.text.setAccessibleDescription(_("Enter shows it"))

    def show_value(self, value: Any, shown: str) -> None:
        """Show ``value``, which is ``shown`` to people."""
        self._value = value
        self._show.hide()
        self.text.setAccessibleDescription("")
        self.text.set_text(shown or _EMPTY, muted=not shown)
        said = shown or _("empty")
        self.text.setAccessibleName(f"{self._field.title()}: {said}")
        self._go.setVisible(self._leads_somewhere())
        if is_colour(self._field.kind):
            self._swatch.setPixmap(swatch(value or "", self.devicePixelRatioF()))
            self._swatch.setVisible(shade(value or "") is not None)

    def follow(self) -> None:
        """Go to what the value points at, if anything."""
        if isinstance(self._field.kind, Link) and self._value:
            self.opened.emit(self._field.kind.target, self._value)
        elif target := address(self._field.kind, self._value):
            QDesktopServices.openUrl(target)

    def _leads_somewhere(self) -> bool:
        if isinstance(self._field.kind, Link):
            return bool(self._value)
        return address(self._field.kind, self._value) is not None
