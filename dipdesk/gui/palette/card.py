"""The palette itself: one line to type in, and what was found beneath it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.floating import shadow
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.navigation import Index
from dipdesk.gui.palette.entry import Entry
from dipdesk.gui.theme import font, row_height
from dipdesk.gui.tokens import RADIUS, ROW, SPACE, tokens
from dipdesk.i18n import _

_WIDTH, _ROWS = 640, 11
_MOST_DETAIL = 55
"""Per cent of a line that its quiet detail takes at most."""
_DETAIL, _ENTRY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MOVES: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class Palette(QFrame):
    """Shows what ``find`` gives for what is typed; Enter does the chosen line, Esc goes back.

    It lies inside the window, over everything else, and goes when the focus goes elsewhere.
    """

    def __init__(self, find: Callable[[str], list[Entry]], hint: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "floating")
        self.setAccessibleName(hint)
        self.setGraphicsEffect(shadow(self))
        self._window = window
        self._find = find
        self._before = QApplication.focusWidget()
        self._line = QLineEdit(placeholderText=hint)
        self._line.setAccessibleName(hint)
        self._line.setProperty("role", "palette")
        self._line.setMinimumHeight(row_height() + SPACE[1])
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self.fill)
        self._list = QListWidget()
        self._list.setAccessibleName(_("What was found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Line(self._list))
        self._list.itemClicked.connect(lambda item: self.accept())
        self._nothing = secondary(_("Nothing found."))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        column.setSpacing(SPACE[1])
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(SPACE[1], 0, 0, SPACE[1])

    def open(self) -> None:
        """Show the palette in the upper middle of its window, ready for typing."""
        for earlier in self._window.findChildren(Palette):
            if earlier is not self:
                earlier.close_card()
        self._place()
        self.fill("")
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def fill(self, text: str) -> None:
        """Show what fits ``text`` and choose the best."""
        entries = self._find(text)
        self._list.clear()
        group = ""
        for entry in entries:
            if entry.group and entry.group != group:
                heading = QListWidgetItem(entry.group, self._list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            group = entry.group
            item = QListWidgetItem(icon(entry.icon), entry.text, self._list)
            item.setData(_DETAIL, entry.detail)
            item.setData(_ENTRY, entry)
        self._nothing.setVisible(not entries)
        self._list.setVisible(bool(entries))
        self._move(0)

    def texts(self) -> list[str]:
        """What is shown, line by line."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def accept(self) -> None:
        """Close, then do what the chosen line says."""
        item = self._list.currentItem()
        if item is not None and item.data(_ENTRY) is not None:
            chosen: Entry = item.data(_ENTRY)
            self.close_card()
            chosen.act()

    def close_card(self) -> None:
        """Go away and give the focus back."""
        self._line.removeEventFilter(self)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event.key())
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._close_without_focus)
        return False

    def _take_key(self, key: int) -> bool:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif key == Qt.Key.Key_Escape:
            self.close_card()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _close_without_focus(self) -> None:
        if self.isVisible() and not self._line.hasFocus() and self._window.isActiveWindow():
            self._before = None
            self.close_card()

    def _move(self, step: int) -> None:
        """Choose the entry ``step`` lines on, skipping headings; the first for 0."""
        rows = [row for row in range(self._list.count()) if self._list.item(row).data(_ENTRY) is not None]
        if not rows:
            return
        here = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else 0
        place = min(max(here + step, 0), len(rows) - 1) if step else 0
        self._list.setCurrentRow(rows[place])
        if place == 0:
            self._list.scrollToTop()

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH * row_height() // ROW, window.width() - 2 * SPACE[5])
        centre = window.centralWidget() if isinstance(window, QMainWindow) else None
        top = (centre.y() if centre is not None else 0) + SPACE[0]
        height = min(row_height() * (_ROWS + 2), window.height() - top - SPACE[5])
        self.setGeometry((window.width() - width) // 2, top, width, height)


class _Line(QStyledItemDelegate):
    """Draws a line of the palette: icon, text, quiet detail at the right; headings small and muted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, row_height() if index.data(_ENTRY) is not None else row_height() - SPACE[0])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(option.palette)
        room = option.rect.adjusted(SPACE[1], 0, -SPACE[2], 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if index.data(_ENTRY) is None:
            painter.setFont(font("secondary"))
            painter.setPen(colours.muted)
            painter.drawText(room.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignBottom, index.data())
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = option.decorationSize.height()
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter, room.x(), option.rect.y() + (option.rect.height() - side) // 2, side, side
        )
        room.adjust(side + SPACE[1], 0, 0, 0)
        painter.setPen(colours.muted)
        painter.setFont(font("secondary"))
        most = room.width() * _MOST_DETAIL // 100
        detail = painter.fontMetrics().elidedText(index.data(_DETAIL), Qt.TextElideMode.ElideRight, most)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, detail)
        room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(detail) - SPACE[2], 0)
        painter.setFont(option.font)
        painter.setPen(colours.ink)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.restore()
