"""Where the typing goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_inside(widget: QWidget) -> None:
    """Put the focus on the first thing inside ``widget`` that takes it."""
    inside = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget) and part.isEnabled()]
    first = next((part for part in inside if part.focusPolicy() & Qt.FocusPolicy.TabFocus), widget)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
