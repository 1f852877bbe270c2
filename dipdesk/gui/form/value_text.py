"""The value of a field as text, until somebody begins to edit it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.theme import RADIUS, row_height, tokens


class ValueText(Wrapped):
    """The value as text; a click, Enter or a letter begins to edit, Tab too."""

    begun = Signal(Qt.FocusReason)
    followed = Signal()
    """Alt+Enter: go to what the value points at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def fit(self) -> None:
        """Stand where the text of a line edit would stand."""
        above = max(0, (row_height() - self.fontMetrics().height()) // 2)
        self.setContentsMargins(INSET, above, INSET, above)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.begun.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.begun.emit(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.followed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.begun.emit(Qt.FocusReason.ShortcutFocusReason)
        elif _is_letter(event):
            self.begun.emit(Qt.FocusReason.ShortcutFocusReason)
            self._hand_on(event)
        else:
            super().keyPressEvent(event)

    def _hand_on(self, event: QKeyEvent) -> None:
        """Let the letter that began the editing be the first that is typed."""
        editing = QApplication.focusWidget()
        if editing is not None and editing is not self:
            QApplication.sendEvent(editing, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self)
        if self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self.paint_text(painter, self.contentsRect())
        painter.end()


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something."""
    held = Qt.KeyboardModifier
    is_command = event.modifiers() & (held.ControlModifier | held.AltModifier)
    return event.text().isprintable() and bool(event.text()) and not is_command
