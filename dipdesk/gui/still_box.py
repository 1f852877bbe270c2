"""Boxes of choices that stay as they are while somebody scrolls the page past them."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import fold

_PATIENCE = 1500
"""Milliseconds within which a letter belongs to the ones before it."""


class StillBox(QComboBox):
    """A choice that the mouse wheel does not change; letters choose, also words with a space between."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        goes_on = bool(self._typed) and self._since.isValid() and self._since.elapsed() < _PATIENCE
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not event.text().isprintable() or not event.text() or held or self.isEditable():
            super().keyPressEvent(event)
        elif event.text() != " " or goes_on:
            self._look_for(self._typed + event.text() if goes_on else event.text())
        else:
            super().keyPressEvent(event)

    def _look_for(self, typed: str) -> None:
        """Choose what begins with ``typed``; one letter typed again goes on to the next that begins so."""
        self._typed = typed
        self._since.restart()
        wanted = fold(typed)
        is_one_letter = len(set(wanted)) == 1
        first = self.currentIndex() + (1 if is_one_letter else 0)
        rows = [*range(first, self.count()), *range(first)]
        for begin in (wanted, wanted[0]) if is_one_letter else (wanted,):
            row = next((one for one in rows if fold(self.itemText(one)).startswith(begin)), -1)
            if row >= 0:
                if row != self.currentIndex():
                    self.setCurrentIndex(row)
                    self.activated.emit(row)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class ShortBox(StillBox):
    """A box of choices that ends a long one with dots instead of cutting it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - (option.iconSize.width() + SPACE[1] if not option.currentIcon.isNull() else 0)
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room - SPACE[1]
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
