"""The days and the hours of a board, kept in sight at its edges while what is around it is scrolled."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from dipdesk.gui.form.programme.lanes import Lanes
from dipdesk.gui.form.programme.shown import PAD, title_font
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import Tokens, tokens
from dipdesk.i18n import format_date, weekday

_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_AN_HOUR = 60


class KeptInSight(QWidget):
    """Lies over a board, hidden as long as the board shows the same itself; the mouse goes through it."""

    def __init__(self, board: QWidget, lanes: Callable[[], Lanes]) -> None:
        super().__init__(board)
        self._board, self._lanes = board, lanes
        self._areas: list[QScrollArea] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        board.installEventFilter(self)

    @abstractmethod
    def follow(self) -> None:
        """Stand at the edge of what can be seen of the board."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._board and event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._watch()
            self.follow()
        return super().eventFilter(watched, event)

    def hidden(self) -> QPoint:
        """How much of the board is to the left of and above what can be seen."""
        corners = [self._board.mapTo(area.viewport(), QPoint(0, 0)) for area in self._areas]
        return QPoint(
            max((-one.x() for one in corners), default=0), max((-one.y() for one in corners), default=0)
        )

    def _watch(self) -> None:
        """Hear of every area around the board that is scrolled, each once."""
        outer = self._board.parentWidget()
        while outer is not None:
            if isinstance(outer, QScrollArea) and outer not in self._areas:
                self._areas.append(outer)
                for bar in (outer.verticalScrollBar(), outer.horizontalScrollBar()):
                    bar.valueChanged.connect(self._scrolled)
            outer = outer.parentWidget()

    def _scrolled(self, _value: int) -> None:
        self.follow()


class DayHeads(KeptInSight):
    """The days, once the heads of the board are scrolled away."""

    def follow(self) -> None:
        lanes, row = self._lanes(), round(QFontMetricsF(title_font()).height()) + 5
        above = self.hidden().y()
        is_needed = bool(lanes.days) and 0 < above < lanes.height - 2 * row
        if is_needed:
            self.setGeometry(0, above, self._board.width(), row)
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


class Hours(KeptInSight):
    """The hours, once those of a board of many days are scrolled away."""

    def follow(self) -> None:
        lanes, left = self._lanes(), self.hidden().x()
        is_needed = bool(lanes.days) and left > 0
        if is_needed:
            top = round(lanes.measures.head)
            self.setGeometry(left, top, round(lanes.measures.gutter), round(lanes.height) - top)
        self.setVisible(is_needed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens(self).paper)
        painter.translate(QPointF(0, -self.y()))
        write_hours(painter, self._lanes(), tokens(self))
        painter.end()


def write_hours(painter: QPainter, lanes: Lanes, colours: Tokens) -> None:
    """The hours of a board in its gutter."""
    first, last = lanes.hours
    painter.setFont(font("secondary"))
    painter.setPen(colours.muted)
    height = QFontMetricsF(font("secondary")).height() + 2
    for minute in range(first, last, _AN_HOUR):
        area = QRectF(0, round(lanes.y(minute)) - 0.5, lanes.measures.gutter - 8, height)
        painter.drawText(area, _TOP_RIGHT, f"{minute // _AN_HOUR:02}:00")


def _fitting(day: date, width: float) -> str:
    """The weekday with its date, as much of it as there is room for."""
    metrics = QFontMetricsF(title_font())
    whole = f"{weekday(day)}, {format_date(day, 'medium')}"
    wordings = (whole, weekday(day), weekday(day)[:3])
    return next((one for one in wordings if metrics.horizontalAdvance(one) <= width), wordings[-1])
