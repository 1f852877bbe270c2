"""Going from part to part of a page by keyboard: a group of fields, a list, the tags, the history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.group import FieldGroup
from dipdesk.gui.theme import SPACE


def go_on(parts: Sequence[QWidget], area: QScrollArea, step: int) -> None:
    """Put the focus on the beginning of the next of ``parts`` that can take it (1).

    Back (-1) it goes to the beginning of the part it is in, from there to the part before. From elsewhere on
    the page the way on leads past the first of ``parts``, the strip of chapters, to what stands below it. A
    part with ``blocks``, such as the delegations of a visit, is gone through block by block.
    """
    every = [one for part in parts for one in (part, *getattr(part, "blocks", ()))]
    focused = QApplication.focusWidget()
    inside = [at for at, one in enumerate(every) if focused is not None and one.isAncestorOf(focused)]
    here = max(inside, default=0)
    behind = every[: here + (not _begins_at(every[here], focused))] if inside else []
    for part in every[here + 1 :] if step > 0 else reversed(behind):
        if part.isVisible() and _enter(part):
            area.ensureWidgetVisible(part, 0, SPACE[3])
            if (now := QApplication.focusWidget()) is not None:
                area.ensureWidgetVisible(now, 0, SPACE[5])
            return


def enter_first(parts: Sequence[QWidget]) -> bool:
    """Put the focus into the first of ``parts`` that can take it; False if none can."""
    return any(part.isVisible() and _enter(part) for part in parts)


def put_last(part: QWidget, others: Sequence[QWidget]) -> None:
    """Let Tab lead through all of ``others``, in the order in which they are read, before ``part``."""
    stops = [stop for one in others for stop in one.findChildren(QWidget) if _is_stop(stop)]
    last = stops[-1] if stops else None
    for stop in part.findChildren(QWidget):
        if last is not None and _is_stop(stop):
            QWidget.setTabOrder(last, stop)
            last = stop


def _enter(part: QWidget) -> bool:
    """Put the focus on the first thing one does in a part; False if there is nothing to do."""
    first = _beginning(part)
    if first is None:
        return False
    if isinstance(first, FieldCell):
        first.focus_value()
        return True
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return first.hasFocus() or first.focusProxy() is not None


def _begins_at(part: QWidget, focused: QWidget | None) -> bool:
    """Whether the focus is on the first thing one does in a part."""
    first = _beginning(part)
    return first is not None and focused is not None and (first is focused or first.isAncestorOf(focused))


def _beginning(part: QWidget) -> QWidget | None:
    """The first thing one does in a part: edit a field, add to a list, or what Tab leads to first."""
    if isinstance(part, FieldGroup) and (cells := part.shown_cells()):
        return cells[0]
    add = getattr(part, "add_button", None)
    return add if isinstance(add, QWidget) and _takes_focus(add) else _first_stop(part)


def _first_stop(part: QWidget) -> QWidget | None:
    return next((one for one in part.findChildren(QWidget) if _takes_focus(one)), None)


def _takes_focus(widget: QWidget) -> bool:
    """Whether Tab could lead to a widget now."""
    return _is_stop(widget) and widget.isVisible() and widget.isEnabled()


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab leads to a widget whenever it is shown."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
