"""A month of the calendar: weeks under each other, what lasts longer as a bar over its days."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.board import Board, Sight
from dipdesk.gui.calendar.lanes import Bar, bars
from dipdesk.gui.calendar.spans import WEEK
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE, Tokens, tokens
from dipdesk.i18n import _, weekday

_LEAST_WIDTH, _LEAST_LINES, _MOST_WEEKS = 40, 2, 6
_AIR = 3


class MonthBoard(Board):
    """Six rows at most; a day that holds more than there is room for says beside its number how much more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("secondary"))
        self._bars: list[list[Bar]] = [[]]
        line = self.fontMetrics().height() + _AIR
        self.setMinimumSize(WEEK * _LEAST_WIDTH, self._head + _MOST_WEEKS * _LEAST_LINES * line)

    def show_sight(self, sight: Sight) -> None:
        """Show other days, or another chosen day."""
        if self.is_other(sight):
            days = range(0, (sight.last - sight.first).days + 1, WEEK)
            self._bars = [bars(sight.entries, sight.first + timedelta(days=number)) for number in days]
        super().show_sight(sight)

    @property
    def _weeks(self) -> int:
        return max(((self.sight.last - self.sight.first).days + 1) // WEEK, 1)

    @property
    def _head(self) -> int:
        return self.fontMetrics().height() + SPACE[1]

    def _cell(self, number: int) -> QRectF:
        wide = self.width() / WEEK
        high = (self.height() - self._head) / self._weeks
        return QRectF(number % WEEK * wide, self._head + number // WEEK * high, wide, high)

    def day_at(self, place: QPointF) -> date | None:
        """The day that is drawn at a place."""
        for number in range(self._weeks * WEEK):
            if self._cell(number).contains(place):
                return self.sight.first + timedelta(days=number)
        return None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self)
        self._draw_heads(painter, colours)
        for number in range(self._weeks * WEEK):
            self._draw_day(painter, colours, number)
        painter.drawPixmap(0, 0, self.layer(self.size(), self._draw_weeks))
        painter.end()

    def _draw_weeks(self, painter: QPainter) -> None:
        self.boxes = []
        for week in range(self._weeks):
            self._draw_week(painter, tokens(self), week)

    def _draw_heads(self, painter: QPainter, colours: Tokens) -> None:
        painter.setPen(colours.muted)
        for column in range(WEEK):
            box = QRectF(self._cell(column).left() + SPACE[0], 0, self._cell(column).width(), self._head)
            name = weekday(self.sight.first + timedelta(days=column))
            word = tiles.elided(self.fontMetrics(), name, int(box.width()) - SPACE[0])
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)

    def _draw_day(self, painter: QPainter, colours: Tokens, number: int) -> None:
        day, box = self.sight.first + timedelta(days=number), self._cell(number)
        inside = day.month == self.sight.day.month or (day - self.sight.day).days == 0
        painter.setPen(QPen(colours.line, 1))
        is_chosen = day == self.sight.day
        weekend = day.weekday() >= WEEK - 2
        painter.setBrush(
            colours.selection if is_chosen else colours.ground if weekend or not inside else colours.paper
        )
        painter.drawRect(box)
        if is_chosen and self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        line = self.fontMetrics().height()
        spot = QRectF(box.left() + SPACE[0], box.top() + 2, max(line + SPACE[0], 1), line)
        if day == self.sight.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(spot, line / 2, line / 2)
        painter.setPen(
            colours.on_accent if day == self.sight.today else colours.ink if inside else colours.muted
        )
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    def _draw_week(self, painter: QPainter, colours: Tokens, week: int) -> None:
        row = self._cell(week * WEEK)
        line = self.fontMetrics().height() + _AIR
        top = row.top() + line + 2
        room = max(int((row.bottom() - top) // line), 1)
        left_over = [0] * WEEK
        for bar in self._bars[week]:
            if bar.lane >= room:
                for column in range(bar.first, bar.last + 1):
                    left_over[column] += 1
                continue
            box = QRectF(self._cell(week * WEEK + bar.first).left() + 2, top + bar.lane * line, 0, line - 1)
            box.setRight(self._cell(week * WEEK + bar.last).right() - 2)
            tiles.draw(painter, box, bar.entry, colours)
            self.boxes.append((box, bar.entry))
        self._say_more(painter, colours, week, left_over)

    def _say_more(self, painter: QPainter, colours: Tokens, week: int, counts: list[int]) -> None:
        """Beside the day of the month, where it takes no room from what stands there."""
        painter.setPen(colours.muted)
        line = self.fontMetrics().height()
        for column, count in enumerate(counts):
            if count:
                cell = self._cell(week * WEEK + column)
                left = cell.left() + line + 3 * SPACE[0]
                box = QRectF(left, cell.top() + 2, cell.right() - SPACE[0] - left, line)
                text = tiles.elided(
                    self.fontMetrics(), _("+{count} more").format(count=count), int(box.width())
                )
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
