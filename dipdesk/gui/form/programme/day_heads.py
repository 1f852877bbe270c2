"""The days of a board, kept in sight at the top while the page is scrolled further down."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from dipdesk.gui.form.programme.lanes import Lanes
from dipdesk.gui.form.programme.shown import PAD, title_font
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import format_date, weekday


class DayHeads(QWidget):
    """Lies over a board, hidden as long as its own heads are in sight; the mouse goes through it."""

    def __init__(self, board: QWidget, lanes: Callable[[], Lanes]) -> None:
        super().__init__(board)
        self._board, self._lanes = board, lanes
        self._areas: list[QScrollArea] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._board and event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._watch()
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Stand where the first line of the board that can be seen is."""
        lanes, row = self._lanes(), round(QFontMetricsF(title_font()).height()) + 5
        hidden = max((self._above(area) for area in self._areas), default=0)
        is_needed = bool(lanes.days) and row < hidden < lanes.height - 2 * row
        if is_needed:
            self.setGeometry(0, hidden, self._board.width(), row)
            self.raise_()
        self.setVisible(is_needed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        lanes, colours = self._lanes(), tokens(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.paper)
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(title_font())
        painter.setPen(colours.ink)
        for day in lanes.days:
            room = QRectF(lanes.x(day) + PAD, 0, lanes.column - 2 * PAD, self.height() - 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _fitting(day, room.width()))
        painter.end()

    def _watch(self) -> None:
        """Hear of every area around the board that is scrolled, each once."""
        outer = self._board.parentWidget()
        while outer is not None:
            if isinstance(outer, QScrollArea) and outer not in self._areas:
                self._areas.append(outer)
                outer.verticalScrollBar().valueChanged.connect(self._scrolled)
            outer = outer.parentWidget()

    def _scrolled(self, _value: int) -> None:
        self.follow()

    def _above(self, area: QScrollArea) -> int:
        """How much of the board is above what an area shows."""
        return -self._board.mapTo(area.viewport(), QPoint(0, 0)).y()


def _fitting(day: date, width: float) -> str:
    """The weekday with its date, as much of it as there is room for."""
    metrics = QFontMetricsF(title_font())
    whole = f"{weekday(day)}, {format_date(day, 'medium')}"
    wordings = (whole, weekday(day), weekday(day)[:3])
    return next((one for one in wordings if metrics.horizontalAdvance(one) <= width), wordings[-1])
