"""Where the typing goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_inside(widget: QWidget) -> None:
    """Put the focus where ``widget`` itself hands it on to, else on the first thing inside that takes it."""
    if widget.focusProxy() is not None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    inside = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget) and part.isEnabled()]
    first = next((part for part in inside if part.focusPolicy() & Qt.FocusPolicy.TabFocus), widget)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
