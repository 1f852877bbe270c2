"""One day or a week of the calendar by the hour; what lasts all day stands above the hours."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.board import Board, Sight
from dipdesk.gui.calendar.lanes import Bar, bars, slots
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE, Tokens, tokens
from dipdesk.i18n import _, format_date, weekday

_HOURS = 24
_FIRST_HOUR = 7
_MOST_LANES = 5
_LEAST_COLUMN = 34
"""A column narrower than this says nothing; what does not fit is counted."""
_PER_NOTCH = 120


class HoursBoard(Board):
    """Columns of days with their hours; the wheel and the bar at the right go through the hours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("secondary"))
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setAccessibleName(_("Hours"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.valueChanged.connect(lambda _value: self.update())
        self._all_day: list[Bar] = []
        self._is_placed = False
        self.setMinimumSize(300, 8 * self.fontMetrics().height())

    def show_sight(self, sight: Sight) -> None:
        """Show other days, or another chosen day."""
        untimed = [one for one in sight.entries if one.starts is None]
        self._all_day = bars(untimed, sight.first, self._count(sight))
        super().show_sight(sight)
        self._place_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place_bar()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.bar.setValue(self.bar.value() - event.angleDelta().y() * self._hour * 2 // _PER_NOTCH)

    def day_at(self, place: QPointF) -> date | None:
        """The day whose column a place is in."""
        column = int((place.x() - self._left) // max(self._wide, 1))
        if place.x() < self._left or not 0 <= column < self._count(self.sight):
            return None
        return self.sight.first + timedelta(days=column)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self)
        self.boxes = []
        painter.fillRect(self.rect(), colours.paper)
        painter.save()
        painter.setClipRect(QRectF(0, self._top, self.width(), self.height() - self._top))
        self._draw_hours(painter, colours)
        for column in range(self._count(self.sight)):
            self._draw_column(painter, colours, column)
        painter.restore()
        self._draw_heads(painter, colours)
        painter.end()

    # Measures

    @staticmethod
    def _count(sight: Sight) -> int:
        return (sight.last - sight.first).days + 1

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 3

    @property
    def _left(self) -> int:
        return self.fontMetrics().horizontalAdvance("00:00") + 2 * SPACE[0]

    @property
    def _wide(self) -> float:
        return (self.width() - self._left - self.bar.width()) / max(self._count(self.sight), 1)

    @property
    def _lanes(self) -> int:
        return min(max((bar.lane + 1 for bar in self._all_day), default=0), _MOST_LANES)

    @property
    def _top(self) -> int:
        return 2 * self._line + self._lanes * self._line + SPACE[0]

    @property
    def _hour(self) -> int:
        return 2 * self._line

    def _place_bar(self) -> None:
        wide = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - wide, self._top, wide, max(self.height() - self._top, 0))
        room = max(self.height() - self._top, 0)
        self.bar.setRange(0, max(_HOURS * self._hour - room, 0))
        self.bar.setPageStep(room)
        self.bar.setSingleStep(self._hour)
        if not self._is_placed and self.bar.maximum() and self.isVisible():
            self._is_placed = True
            self.bar.setValue(_FIRST_HOUR * self._hour)

    def _y(self, minute: float) -> float:
        return self._top + minute * self._hour / 60 - self.bar.value()

    # Drawing

    def _draw_hours(self, painter: QPainter, colours: Tokens) -> None:
        for hour in range(_HOURS):
            y = self._y(hour * 60)
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QPointF(self._left, y), QPointF(self.width(), y))
            painter.setPen(colours.muted)
            box = QRectF(0, y, self._left - SPACE[0], self._line)
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), f"{hour:02}:00"
            )

    def _draw_column(self, painter: QPainter, colours: Tokens, column: int) -> None:
        day = self.sight.first + timedelta(days=column)
        left = self._left + column * self._wide
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QPointF(left, self._top), QPointF(left, self.height()))
        most = max(int(self._wide // _LEAST_COLUMN), 1)
        hidden = 0
        for one in slots(self.sight.entries, day):
            if one.column >= most:
                hidden += 1
                continue
            width = (self._wide - 4) / min(one.columns, most)
            top, bottom = self._y(one.start), self._y(one.end)
            if bottom < self._top or top > self.height():
                continue
            box = QRectF(left + 2 + one.column * width, top + 1, width - 2, bottom - top - 2)
            tiles.draw(painter, box, one.entry, colours, tall=True)
            self.boxes.append((box.intersected(QRectF(0, self._top, self.width(), self.height())), one.entry))
        if hidden:
            self._say_hidden(painter, colours, hidden, left)

    def _say_hidden(self, painter: QPainter, colours: Tokens, count: int, left: float) -> None:
        box = QRectF(left + 2, self.height() - self._line, self._wide - 4, self._line)
        painter.fillRect(box, colours.paper)
        painter.setPen(colours.muted)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _("+{count} more").format(count=count))

    def _draw_heads(self, painter: QPainter, colours: Tokens) -> None:
        painter.fillRect(QRectF(0, 0, self.width(), self._top), colours.ground)
        for column in range(self._count(self.sight)):
            day = self.sight.first + timedelta(days=column)
            box = QRectF(self._left + column * self._wide, 0, self._wide, 2 * self._line)
            if day == self.sight.day:
                painter.fillRect(box, colours.selection)
                if self.hasFocus():
                    painter.setPen(QPen(colours.accent, 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(box.adjusted(1, 1, -1, -1))
            painter.setPen(colours.accent if day == self.sight.today else colours.ink)
            inside = box.adjusted(SPACE[0], 0, -SPACE[0], 0)
            words = (weekday(day), format_date(day, "short"))
            for number, word in enumerate(words):
                line = QRectF(inside.left(), number * self._line, inside.width(), self._line)
                text = tiles.elided(self.fontMetrics(), word, int(inside.width()))
                painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        self._draw_all_day(painter, colours)

    def _draw_all_day(self, painter: QPainter, colours: Tokens) -> None:
        hidden = 0
        for bar in self._all_day:
            if bar.lane >= _MOST_LANES - (1 if any(one.lane >= _MOST_LANES for one in self._all_day) else 0):
                hidden += 1
                continue
            left = self._left + bar.first * self._wide + 2
            right = self._left + (bar.last + 1) * self._wide - 2
            box = QRectF(left, 2 * self._line + bar.lane * self._line, right - left, self._line - 1)
            tiles.draw(painter, box, bar.entry, colours)
            self.boxes.append((box, bar.entry))
        if hidden:
            painter.setPen(colours.muted)
            box = QRectF(self._left + SPACE[0], self._top - self._line - SPACE[0], self.width(), self._line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), _("+{count} more").format(count=hidden))
