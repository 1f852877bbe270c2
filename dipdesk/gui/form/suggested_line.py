"""One line of a list of suggestions: what it stands for, and how it is drawn."""

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dipdesk.gui.tokens import SPACE, tokens

SUGGESTION = Qt.ItemDataRole.UserRole
"""Where the item of a line keeps its suggestion."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Suggestion:
    """One line of the list: what it stands for, what it says, and its picture; ``beside`` is said quietly.

    ``sure`` ones are taken by Enter and Tab when they are the best match; others only when chosen. What
    ``makes`` something new is not taken by Tab even then. What is no ``is_choice`` only says something.
    """

    key: str
    text: str
    picture: QIcon = field(default_factory=QIcon)
    sure: bool = True
    makes: bool = False
    beside: str = ""
    is_choice: bool = True

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.text, self.beside) if part)


class SuggestedLine(QStyledItemDelegate):
    """Draws a suggestion as any list does, and behind its text what is said quietly."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        beside = index.data(SUGGESTION).beside
        if not beside:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text = drawn.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, drawn, drawn.widget)
        taken = drawn.fontMetrics.horizontalAdvance(drawn.text) + SPACE[2]
        room = QRect(text.adjusted(taken, 0, -SPACE[0], 0))
        painter.save()
        painter.setFont(drawn.font)
        painter.setPen(tokens(option.palette).muted)
        shown = drawn.fontMetrics.elidedText(beside, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its text; as wide as the list is."""
        return QSize(0, super().sizeHint(option, index).height())
