"""One day or a week of the calendar by the hour; what lasts all day stands above the hours."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from dipdesk.gui.calendar import tiles
from dipdesk.gui.calendar.board import Board, Sight
from dipdesk.gui.calendar.lanes import Bar, Slot, bars, slots
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE, Tokens, tokens
from dipdesk.i18n import _, format_date, weekday
from dipdesk.store.dated import Dated

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
        self._slots: list[list[Slot]] = [[]]
        self._hour_boxes: list[tuple[QRectF, Dated]] = []
        self._hidden: list[int] = []
        self._is_placed = False
        self.setMinimumSize(300, 8 * self.fontMetrics().height())

    def show_sight(self, sight: Sight) -> None:
        """Show other days, or another chosen day."""
        days = [sight.first + timedelta(days=number) for number in range(self._count(sight))]
        if self.is_other(sight):
            self._slots = [slots(sight.entries, day) for day in days]
        untimed = [one for one in sight.entries if one.starts is None]
        self._all_day = bars(untimed, sight.first, self._count(sight))
        super().show_sight(sight)
        self._place_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place_bar()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.bar.setValue(self.bar.value() - event.angleDelta().y() * self._hour * 2 // _PER_NOTCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl with Up and Down goes through the hours, as the wheel does."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in steps:
            self.bar.setValue(self.bar.value() + steps[Qt.Key(event.key())] * self._hour)
        else:
            super().keyPressEvent(event)

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
        painter.fillRect(self.rect(), colours.paper)
        high = _HOURS * self._hour
        hours = self.layer(QSize(self.width(), high), self._draw_hours)
        painter.save()
        painter.setClipRect(QRectF(0, self._top, self.width(), self.height() - self._top))
        shift = self._top - self.bar.value()
        painter.drawPixmap(0, shift, hours)
        painter.restore()
        self.boxes = [(box.translated(0, shift), one) for box, one in self._hour_boxes]
        self.boxes = [(box, one) for box, one in self.boxes if box.bottom() > self._top]
        self._say_hidden(painter, colours)
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

    # Drawing

    def _draw_hours(self, painter: QPainter) -> None:
        """All hours with what happens in them, from midnight to midnight."""
        colours, left, high = tokens(self), self._left, self._hour
        self._hour_boxes = []
        self._hidden = [0] * len(self._slots)
        for hour in range(_HOURS):
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QPointF(left, hour * high), QPointF(self.width(), hour * high))
            painter.setPen(colours.muted)
            box = QRectF(0, hour * high, left - SPACE[0], self._line)
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), f"{hour:02}:00"
            )
        for column in range(self._count(self.sight)):
            self._draw_column(painter, colours, column)

    def _draw_column(self, painter: QPainter, colours: Tokens, column: int) -> None:
        wide, minute = self._wide, self._hour / 60
        left = self._left + column * wide
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QPointF(left, 0), QPointF(left, _HOURS * self._hour))
        most = max(int(wide // _LEAST_COLUMN), 1)
        for one in self._slots[column]:
            if one.column >= most:
                self._hidden[column] += 1
                continue
            width = (wide - 4) / min(one.columns, most)
            top, bottom = one.start * minute, one.end * minute
            box = QRectF(left + 2 + one.column * width, top + 1, width - 2, bottom - top - 2)
            tiles.draw(painter, box, one.entry, colours, tall=True)
            self._hour_boxes.append((box, one.entry))

    def _say_hidden(self, painter: QPainter, colours: Tokens) -> None:
        for column, count in enumerate(self._hidden):
            if count:
                left = self._left + column * self._wide
                box = QRectF(left + 2, self.height() - self._line, self._wide - 4, self._line)
                painter.fillRect(box, colours.paper)
                painter.setPen(colours.muted)
                text = _("+{count} more").format(count=count)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

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
        shown = _MOST_LANES - any(one.lane >= _MOST_LANES for one in self._all_day)
        for bar in self._all_day:
            if bar.lane >= shown:
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
