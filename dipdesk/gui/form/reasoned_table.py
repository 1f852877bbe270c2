"""A table whose rows are as high as their longest text, so that reasons can be read in full."""

from PySide6.QtCore import QAbstractTableModel, QRect, Qt
from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.plain_table import PlainTable, shared
from dipdesk.gui.theme import row_height

_ROWS_SHOWN = 12
_ROOM = 26
"""What a cell keeps free at the sides of its text."""
_MOST_LINES = 4
_SHARE = 0.4
"""The part of the width that is kept for the reasons."""


class ReasonedTable(PlainTable):
    """Wraps its texts in up to four lines; what is longer still stands in the tooltip.

    The column ``reasons`` takes the room that the others leave, and two fifths of it in any case.
    """

    def __init__(self, model: QAbstractTableModel, parent: QWidget, reasons: int) -> None:
        super().__init__(model, parent)
        self._reasons = reasons
        self._is_as_high = False
        self.setWordWrap(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)

    def fit(self) -> None:
        """Be as high as the rows, up to a dozen."""
        self._is_as_high = True
        super().fit()

    def share_room(self) -> None:
        """Give columns and rows the room that their texts need now."""
        self._share_width()

    def _share_width(self) -> None:
        super()._share_width()
        room = self.viewport().width()
        others = [place for place in range(self.model().columnCount()) if place != self._reasons]
        wanted = [max(self.sizeHintForColumn(place), self._head_width(place)) for place in others]
        widths = shared(wanted, round(room * (1 - _SHARE)))
        for place, width in zip(others, widths, strict=True):
            self.setColumnWidth(place, width)
        self.setColumnWidth(self._reasons, max(room - sum(widths), self._head_width(self._reasons)))
        self._share_height()

    def _head_width(self, column: int) -> int:
        return self.horizontalHeader().sectionSizeHint(column)

    def _share_height(self) -> None:
        heights = [self._height_of(row) for row in range(self.model().rowCount())]
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        if not self._is_as_high:
            return
        shown = sum(heights[:_ROWS_SHOWN])
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown + 2)

    def _height_of(self, row: int) -> int:
        """One row height, or more for texts that need several lines."""
        line = self.fontMetrics().lineSpacing()
        most = max(self._text_height(row, column) for column in range(self.model().columnCount()))
        return row_height() + min(max(most - line, 0), (_MOST_LINES - 1) * line)

    def _text_height(self, row: int, column: int) -> int:
        text = str(self.model().index(row, column).data() or "")
        room = QRect(0, 0, max(self.columnWidth(column) - _ROOM, 1), 10_000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
