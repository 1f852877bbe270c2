"""How a way out looks in its list: the way in bold, what it means below, and a line between two ways."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE, tokens

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex


class WayCard(QStyledItemDelegate):
    """Paints the first line of an item as its title, the others below it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        panel = QStyleOptionViewItem(option)
        panel.rect = option.rect.adjusted(0, 0, 0, -SPACE[0])
        panel.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, panel.widget
        )
        colours = tokens(self._view)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(QPen(colours.accent if is_chosen else colours.line, 2 if is_chosen else 1))
        painter.drawRoundedRect(panel.rect.adjusted(1, 1, -1, -1), 6, 6)
        title, body = _parts(index)
        inner = panel.rect.adjusted(SPACE[2], SPACE[1], -SPACE[2], -SPACE[1])
        painter.setPen(colours.ink)
        painter.setFont(font("section"))
        painter.drawText(inner, _WRAPPED, title)
        painter.setFont(font("text"))
        below = inner.adjusted(0, _height(title, "section", inner.width()) + SPACE[0], 0, 0)
        painter.drawText(below, _WRAPPED, body)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        width = self._view.viewport().width() - 2 * SPACE[2]
        title, body = _parts(index)
        high = _height(title, "section", width) + 2 * SPACE[1] + SPACE[0]
        if body:
            high += SPACE[0] + _height(body, "text", width)
        return QSize(width, high)


def _parts(index: _Index) -> tuple[str, str]:
    title, _feed, body = str(index.data()).partition("\n")
    return title, body


def _height(text: str, face: str, width: int) -> int:
    metrics = QFontMetrics(font(face))  # type: ignore[arg-type]
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, text).height()
