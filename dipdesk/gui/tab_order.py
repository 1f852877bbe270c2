"""Where Tab leads: through what is made later in the order in which it is laid out."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def lead_on(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab lead from ``before`` through all of ``parts``, which lie in the same window."""
    for part in parts:
        for stop in _stops(part):
            QWidget.setTabOrder(before, stop)
            before = stop


def _stops(part: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a part, shown or not."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    if (layout := part.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _of_layout(inner)
