"""Draws the cells of the table: names with a quiet second line, chips for states, small flags, numbers."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QIcon, QPainter
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
from dipdesk.gui.form.swatches import is_colour, swatch_icon
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.table.model import ListModel
from dipdesk.gui.theme import RADIUS, SPACE, Tokens, font, icon, row_height, tokens
from dipdesk.gui.tones import TONE_ICONS, Tone, tone
from dipdesk.model import Record, fields
from dipdesk.store.listing import Row
from dipdesk.store.rows import Cell

_FLAG = 13
_PICTURE = 12
_MARKER = 3
CHIP_ROOM = _PICTURE + SPACE[0] + 2 * SPACE[1] + 2
"""What a chip needs beside its word, in pixels."""
_LINES = 4
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT = int(_LINE | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(_LINE | Qt.AlignmentFlag.AlignRight)
Index = QModelIndex | QPersistentModelIndex


class _Pen:
    """A font with its measures."""

    def __init__(self, typeface: QFont) -> None:
        self._font = typeface
        self._metrics = QFontMetrics(typeface)
        self.height = self._metrics.height()

    def width(self, text: str) -> int:
        """The width of a text in pixels."""
        return self._metrics.horizontalAdvance(one_line(text))

    def draw(
        self, painter: QPainter, inside: QRect, text: str, colour: QColor, side: int | None = None
    ) -> None:
        """Draw a text in one line, cut short where it does not fit."""
        if not text or inside.width() <= 0:
            return
        painter.setFont(self._font)
        painter.setPen(colour)
        shown = self._metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT if side is None else side, shown)


class RowDelegate(QStyledItemDelegate):
    """Draws a cell from the row it belongs to; ``hovered`` is the place of the row under the mouse."""

    def __init__(self, two_lines: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._two_lines = two_lines
        self.dress()

    def dress(self) -> None:
        """Take up the fonts of the size of text that is chosen now."""
        bold = font("table")
        bold.setWeight(QFont.Weight.DemiBold)
        self._plain, self._name, self._second = _Pen(font("table")), _Pen(bold), _Pen(font("secondary"))

    def height(self) -> int:
        """The height of a row in pixels."""
        if not self._two_lines:
            return row_height()
        return max(row_height() + SPACE[1], self._name.height + self._second.height + _LINES)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(super().sizeHint(option, index).width(), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ListModel):
            return
        row = model.row(index.row())
        colours = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, colours)
        if row.cells:
            inside = option.rect.adjusted(SPACE[1], 0, -SPACE[1], 0)
            self._cell(painter, inside, model, index.column(), row, colours)
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
        self, painter: QPainter, inside: QRect, model: ListModel, column: int, row: Row, colours: Tokens
    ) -> None:
        cell = row.cells[column]
        if (shade := tone(model.columns[column], cell.code)) is not None:
            self._chip(painter, inside, cell.text, shade, colours)
            return
        if cell.country:
            inside = _draw_flag(painter, inside, cell.country, colours)
        if picture := _swatch_of(model.kind, model.columns[column], cell.code):
            picture.paint(
                painter, QRect(inside.left(), inside.center().y() - _PICTURE // 2, _PICTURE, _PICTURE)
            )
            inside = inside.adjusted(_PICTURE + SPACE[1], 0, 0, 0)
        if column == model.name_place:
            self._named(painter, inside, cell, row.second, colours)
        else:
            side = _RIGHT if model.is_numeric(column) else _LEFT
            self._plain.draw(painter, inside, cell.text, colours.ink, side)

    def _named(self, painter: QPainter, inside: QRect, cell: Cell, second: str, colours: Tokens) -> None:
        if not second:
            self._name.draw(painter, inside, cell.text, colours.ink)
            return
        above, under = self._name.height, self._second.height
        top = inside.top() + (inside.height() - above - under) // 2
        self._name.draw(painter, QRect(inside.left(), top, inside.width(), above), cell.text, colours.ink)
        below = QRect(inside.left(), top + above, inside.width(), under)
        self._second.draw(painter, below, second, colours.muted)

    def _chip(self, painter: QPainter, inside: QRect, text: str, shade: Tone, colours: Tokens) -> None:
        ink: QColor = getattr(colours, shade)
        tall = self._second.height + SPACE[0]
        wide = min(self._second.width(text) + CHIP_ROOM, inside.width())
        box = QRect(inside.left(), inside.top() + (inside.height() - tall) // 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(colours, f"{shade}_soft"))
        painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)
        place = QRect(box.left() + SPACE[1], box.top() + (tall - _PICTURE) // 2, _PICTURE, _PICTURE)
        icon(TONE_ICONS[shade], ink).paint(painter, place)
        self._second.draw(painter, box.adjusted(SPACE[1] + _PICTURE + SPACE[0], 0, -SPACE[1], 0), text, ink)

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show a text that is cut short in full, letter for letter."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, ListModel) and index.isValid() else None
        if row is None or not row.cells or not isinstance(model, ListModel):
            return False
        names = index.column() == model.name_place
        texts = [row.cells[index.column()].text, *([row.second] if names else [])]
        room = option.rect.width() - 2 * SPACE[1] - (_FLAG * 2 if row.cells[index.column()].country else 0)
        pen = self._name if names else self._plain
        cut = any(pen.width(text) > room for text in texts)
        QToolTip.showText(event.globalPos(), as_tooltip("\n".join(filter(None, texts))) if cut else "", view)
        return True


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """A text in one line, with what would turn its direction or hide in it made visible."""
    return " ".join((text if text.isascii() else visible(text)).split())


@lru_cache(maxsize=64)
def _swatch_of(kind: type[Record], column: str, code: str) -> QIcon | None:
    """The square beside the name of a colour; None for any other value."""
    declared = next((one for one in fields(kind) if one.name == column), None)
    return swatch_icon(code) if code and declared is not None and is_colour(declared.kind) else None


def _draw_flag(painter: QPainter, inside: QRect, code: str, colours: Tokens) -> QRect:
    """Draw a flag at the left; what remains of the room for the text."""
    picture = flag(code, _FLAG, colours, painter.device().devicePixelRatioF())
    if picture.isNull():
        return inside
    size = picture.deviceIndependentSize().toSize()
    top = inside.top() + (inside.height() - size.height()) // 2
    painter.drawPixmap(QPoint(inside.left(), top), picture)
    return inside.adjusted(size.width() + SPACE[1], 0, 0, 0)


def _is_current_row(widget: QWidget | None, index: Index) -> bool:
    return isinstance(widget, QAbstractItemView) and widget.currentIndex().row() == index.row()


def _visual_column(widget: QWidget | None, index: Index) -> int:
    header = getattr(widget, "horizontalHeader", None)
    return int(header().visualIndex(index.column())) if header is not None else index.column()
