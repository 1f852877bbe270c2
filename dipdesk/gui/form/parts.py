"""Going from part to part of a page by keyboard: a group of fields, a list, the tags, the history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from dipdesk.gui.form.group import FieldGroup
from dipdesk.gui.theme import SPACE


def go_on(parts: Sequence[QWidget], area: QScrollArea, step: int) -> None:
    """Put the focus into the next of ``parts`` that can take it (1), or into the one before (-1)."""
    focused = QApplication.focusWidget()
    here = next((at for at, one in enumerate(parts) if focused is not None and one.isAncestorOf(focused)), -1)
    following = parts[here + 1 :] if step > 0 else reversed(parts[: max(here, 0)])
    for part in following:
        if part.isVisible() and _enter(part):
            area.ensureWidgetVisible(part, 0, SPACE[3])
            if (now := QApplication.focusWidget()) is not None:
                area.ensureWidgetVisible(now, 0, SPACE[5])
            return


def _enter(part: QWidget) -> bool:
    """Put the focus on the first thing one does in a part; False if there is nothing to do."""
    if isinstance(part, FieldGroup):
        cells = part.shown_cells()
        if cells:
            cells[0].focus_value()
            return True
    first = getattr(part, "add_button", None) or _first_stop(part)
    if first is None:
        return False
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def _first_stop(part: QWidget) -> QWidget | None:
    inside = part.findChildren(QWidget)
    return next(
        (
            one
            for one in inside
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
        ),
        None,
    )
