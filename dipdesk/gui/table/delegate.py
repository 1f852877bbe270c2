"""Draws the cells of the table: names with a quiet second line, chips for states, small flags, numbers."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from dipdesk.exchange.cells import visible
from dipdesk.gui.form.flags import flag
from dipdesk.gui.table.model import ROW_ROLE, ListModel
from dipdesk.gui.theme import RADIUS, SPACE, Tokens, font, icon, row_height, tokens
from dipdesk.gui.tones import TONE_ICONS, tone
from dipdesk.store.listing import Row
from dipdesk.store.rows import Cell, name_place

_FLAG = 13
_PICTURE = 12
_MARKER = 3
CHIP_ROOM = _PICTURE + SPACE[0] + 2 * SPACE[1] + 2
"""What a chip needs beside its word, in pixels."""
_LINES = 4
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws a cell from the row it belongs to; ``hovered`` is the place of the row under the mouse."""

    def __init__(self, two_lines: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._two_lines = two_lines
        self.dress()

    def dress(self) -> None:
        """Take up the fonts of the size of text that is chosen now."""
        self._plain = font("table")
        self._name = QFont(self._plain)
        self._name.setWeight(QFont.Weight.DemiBold)
        self._second = font("secondary")

    def height(self) -> int:
        """The height of a row in pixels."""
        if not self._two_lines:
            return row_height()
        lines = QFontMetrics(self._name).height() + QFontMetrics(self._second).height()
        return max(row_height() + SPACE[1], lines + _LINES)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(super().sizeHint(option, index).width(), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ListModel):
            return
        row: Row = index.data(ROW_ROLE)
        colours = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, colours)
        if row.cells:
            inside = option.rect.adjusted(SPACE[1], 0, -SPACE[1], 0)
            self._cell(painter, inside, model.columns, row, index, colours)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Tokens) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, colours.selection)
        elif index.row() == self.hovered:
            painter.fillRect(option.rect, colours.hover)
        box = option.rect
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colours.line)
        if not _is_current_row(option.widget, index):
            return
        if _visual_column(option.widget, index) == 0:
            painter.fillRect(QRect(box.left(), box.top(), _MARKER, box.height()), colours.accent)
        if option.widget is not None and option.widget.hasFocus():
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), colours.accent)
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colours.accent)

    def _cell(
        self,
        painter: QPainter,
        inside: QRect,
        columns: tuple[str, ...],
        row: Row,
        index: Index,
        colours: Tokens,
    ) -> None:
        cell = row.cells[index.column()]
        if (shade := tone(columns[index.column()], cell.code)) is not None:
            _draw_chip(painter, inside, cell.text, getattr(colours, shade), getattr(colours, f"{shade}_soft"),
                       TONE_ICONS[shade], self._second)  # fmt: skip
            return
        if cell.country:
            inside = _draw_flag(painter, inside, cell.country, colours)
        if index.column() == name_place(columns):
            self._named(painter, inside, cell, row.second, colours)
            return
        right = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        _draw_text(painter, inside, cell.text, self._plain, colours.ink, side)

    def _named(self, painter: QPainter, inside: QRect, cell: Cell, second: str, colours: Tokens) -> None:
        if not second:
            _draw_text(painter, inside, cell.text, self._name, colours.ink)
            return
        above, under = QFontMetrics(self._name).height(), QFontMetrics(self._second).height()
        top = inside.top() + (inside.height() - above - under) // 2
        _draw_text(
            painter, QRect(inside.left(), top, inside.width(), above), cell.text, self._name, colours.ink
        )
        below = QRect(inside.left(), top + above, inside.width(), under)
        _draw_text(painter, below, second, self._second, colours.muted)

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show a text that is cut short in full, letter for letter."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        model = index.model()
        if not isinstance(row, Row) or not row.cells or not isinstance(model, ListModel):
            return False
        names = index.column() == model.name_place
        texts = [row.cells[index.column()].text, *([row.second] if names else [])]
        room = option.rect.width() - 2 * SPACE[1] - (_FLAG * 2 if row.cells[index.column()].country else 0)
        metrics = QFontMetrics(self._name if names else self._plain)
        cut = any(metrics.horizontalAdvance(text) > room for text in texts)
        QToolTip.showText(event.globalPos(), as_tooltip("\n".join(filter(None, texts))) if cut else "", view)
        return True


def as_tooltip(text: str) -> str:
    """A text as Qt's tooltips show it letter for letter, whatever it looks like."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>" if text else ""


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """A text in one line, with what would turn its direction or hide in it made visible."""
    return " ".join((text if text.isascii() else visible(text)).split())


def _draw_text(
    painter: QPainter,
    inside: QRect,
    text: str,
    typeface: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    if not text or inside.width() <= 0:
        return
    painter.setFont(typeface)
    painter.setPen(colour)
    shown = QFontMetrics(typeface).elidedText(one_line(text), Qt.TextElideMode.ElideRight, inside.width())
    way = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(inside, int(way), shown)


def _draw_flag(painter: QPainter, inside: QRect, code: str, colours: Tokens) -> QRect:
    """Draw a flag at the left; what remains of the room for the text."""
    picture = flag(code, _FLAG, colours, painter.device().devicePixelRatioF())
    if picture.isNull():
        return inside
    size = picture.deviceIndependentSize().toSize()
    top = inside.top() + (inside.height() - size.height()) // 2
    painter.drawPixmap(QPoint(inside.left(), top), picture)
    return inside.adjusted(size.width() + SPACE[1], 0, 0, 0)


def _draw_chip(
    painter: QPainter, inside: QRect, text: str, ink: QColor, ground: QColor, picture: str, typeface: QFont
) -> None:
    metrics = QFontMetrics(typeface)
    tall = metrics.height() + SPACE[0]
    wide = min(metrics.horizontalAdvance(text) + CHIP_ROOM, inside.width())
    box = QRect(inside.left(), inside.top() + (inside.height() - tall) // 2, wide, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)
    place = QRect(box.left() + SPACE[1], box.top() + (tall - _PICTURE) // 2, _PICTURE, _PICTURE)
    icon(picture, ink).paint(painter, place)
    _draw_text(painter, box.adjusted(SPACE[1] + _PICTURE + SPACE[0], 0, -SPACE[1], 0), text, typeface, ink)


def _is_current_row(widget: QWidget | None, index: Index) -> bool:
    return isinstance(widget, QAbstractItemView) and widget.currentIndex().row() == index.row()


def _visual_column(widget: QWidget | None, index: Index) -> int:
    header = getattr(widget, "horizontalHeader", None)
    return int(header().visualIndex(index.column())) if header is not None else index.column()
