"""The table of steps as it is drawn: two lines in a row, the second quiet, signs before state and source."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dipdesk.gui.form.chain.step_table import BENEATH, StepsModel
from dipdesk.gui.form.plain_table import PlainTable, shared
from dipdesk.gui.theme import SPACE, font, icon_side
from dipdesk.gui.tokens import tokens

_SIGN = 16
_INSET = 9
_FEWEST = 10
"""Letters of a source for which there must be room; else its sign stands alone."""
_STEP, _STATE, _DATE, _SOURCE = range(4)
_Index = QModelIndex | QPersistentModelIndex


class StepTable(PlainTable):
    """Shows all steps, however many; Enter opens one, Delete takes one of its own away."""

    def __init__(self, model: StepsModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(_Lines(self))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Be as high as the rows."""
        height = _row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        rows = self.model().rowCount()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * height + 2)
        self._share_width()

    def _share_width(self) -> None:
        """States, days and steps as wide as they are; the source gets what is left, at least its head."""
        room = self.viewport().width()
        head = self.horizontalHeader()
        wanted = [max(self.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(4)]
        fixed = shared([wanted[_STATE], wanted[_DATE]], room * 3 // 5)
        least = max(_INSET + icon_side(_SIGN) + SPACE[1], head.sectionSizeHint(_SOURCE))
        left = max(room - sum(fixed), 2 * least)
        step = min(wanted[_STEP], left - least)
        for at, width in ((_STEP, step), (_STATE, fixed[0]), (_DATE, fixed[1]), (_SOURCE, left - step)):
            self.setColumnWidth(at, width)


class _Lines(QStyledItemDelegate):
    """Draws a cell: a sign if it has one, its text, and the quiet line beneath."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        panel = QStyleOptionViewItem(option)
        self.initStyleOption(panel, index)
        style = panel.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, panel.widget)
        area = option.rect.adjusted(_INSET, 0, -SPACE[0], 0)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(sign, QIcon):
            side = icon_side(_SIGN)
            first = QFontMetrics(font("table")).height()
            top = self._top(area, bool(index.data(BENEATH))) + (first - side) // 2
            sign.paint(painter, QRect(area.left(), top, side, side))
            area.setLeft(area.left() + side + SPACE[1])
        self._write(painter, area, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        first = QFontMetrics(_upper(index)).horizontalAdvance(index.data() or "")
        second = QFontMetrics(font("secondary")).horizontalAdvance(index.data(BENEATH) or "")
        sign = icon_side(_SIGN) + SPACE[1] if index.data(Qt.ItemDataRole.DecorationRole) else 0
        return QSize(max(first, second) + sign + _INSET + SPACE[1], _row_height())

    def _write(self, painter: QPainter, area: QRect, index: _Index) -> None:
        fewest = _FEWEST * QFontMetrics(font("table")).averageCharWidth()
        if index.column() == _SOURCE and area.width() < fewest:
            return
        colours = tokens(QGuiApplication.palette())
        beneath = index.data(BENEATH) or ""
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or colours.ink
        line = QRect(area.left(), self._top(area, bool(beneath)), area.width(), 0)
        bottom = _line(painter, line, index.data() or "", _upper(index), colour)
        if beneath:
            line.moveTop(bottom)
            _line(painter, line, beneath, font("secondary"), colours.muted)

    @staticmethod
    def _top(area: QRect, two: bool) -> int:
        """Where the first line begins, so that the lines stand in the middle."""
        height = QFontMetrics(font("table")).height()
        if two:
            height += QFontMetrics(font("secondary")).height()
        return area.top() + (area.height() - height) // 2


def _upper(index: _Index) -> QFont:
    made = QFont(font("table"))
    if index.column() == _STEP:
        made.setWeight(QFont.Weight.Medium)
    return made


def _line(painter: QPainter, place: QRect, text: str, letters: QFont, colour: QColor) -> int:
    """Write one line, shortened where there is no room; returns where the next one begins."""
    metrics = QFontMetrics(letters)
    painter.setFont(letters)
    painter.setPen(colour)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    area = QRect(place.left(), place.top(), place.width(), metrics.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return area.bottom() + 1


def _row_height() -> int:
    """Two lines and the room around them."""
    return QFontMetrics(font("table")).height() + QFontMetrics(font("secondary")).height() + SPACE[2]
