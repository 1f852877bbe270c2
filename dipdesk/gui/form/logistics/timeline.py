"""A drawing of duties: a row for every person, days from left to right, a bar for every duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dipdesk.gui.form.heading import INSET
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.theme import SPACE, font, tokens
from dipdesk.i18n import _, format_date

_ROW = 24
_NAME_SHARE = 0.24
_LEAST = 6.0
_MOST_DAYS = 21


@dataclass(frozen=True)
class Bar:
    """A duty as it is drawn: its id, the row it stands in, local times, and what it is in words."""

    row_id: str
    person_id: str
    name: str
    starts: datetime
    ends: datetime
    words: str


class DutyTimeline(QWidget):
    """Shows bars; a click on one asks for its duty. The table below it says the same to a keyboard."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bars: list[Bar] = []
        self.setFont(font("secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Duties by person and time"))
        self.setMouseTracking(True)
        self.hide()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these instead of the present ones; nothing for none."""
        self.bars = list(bars)
        self.setVisible(bool(self.bars))
        self.updateGeometry()
        self.update()

    @property
    def people(self) -> list[tuple[str, str]]:
        """The rows: each person's id and name, in the order of the bars."""
        return list(dict.fromkeys((one.person_id, one.name) for one in self.bars))

    @property
    def days(self) -> list[date]:
        """The days shown, from the first duty to the last."""
        first = min(one.starts.date() for one in self.bars)
        last = max(one.ends.date() for one in self.bars)
        count = min((last - first).days + 1, _MOST_DAYS)
        return [first + timedelta(days=n) for n in range(count)]

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = len(self.people) + 1 if self.bars else 0
        return QSize(400, rows * self._row() + SPACE[1])

    def bar_at(self, place: QPointF) -> Bar | None:
        """The bar under a point."""
        return next((one for one in reversed(self.bars) if self.area_of(one).contains(place)), None)

    def area_of(self, bar: Bar) -> QRectF:
        """Where a bar is drawn."""
        row = self.people.index((bar.person_id, bar.name)) + 1
        left, right = self._at(bar.starts), self._at(bar.ends)
        height = self._row() - 8
        return QRectF(left, row * self._row() + 4, max(right - left, _LEAST), height)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        found = self.bar_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(found.row_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tooltip(found.words) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter)
        for at, (_person, name) in enumerate(self.people, 1):
            self._paint_name(painter, name, at)
        colours = tokens(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        for one in self.bars:
            painter.drawRoundedRect(self.area_of(one), 3, 3)
        painter.end()

    def _paint_days(self, painter: QPainter) -> None:
        colours, metrics = tokens(self), self.fontMetrics()
        bottom = (len(self.people) + 1) * self._row()
        width = self._day_width()
        for at, day in enumerate(self.days):
            left = self._left() + at * width
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(QPointF(left, 0), QPointF(left, bottom))
            painter.setPen(colours.muted)
            text = format_date(day) if width > metrics.horizontalAdvance("00 Mmmmmm 0000") else str(day.day)
            area = QRectF(left + 4, 0, width - 6, self._row())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_name(self, painter: QPainter, name: str, at: int) -> None:
        colours = tokens(self)
        top = at * self._row()
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QPointF(INSET, top), QPointF(self.width(), top))
        room = self._left() - INSET - SPACE[1]
        shown = self.fontMetrics().elidedText(visible(name), Qt.TextElideMode.ElideRight, int(room))
        painter.setPen(colours.ink)
        area = QRectF(INSET, top, room, self._row())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _row(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 8)

    def _left(self) -> float:
        return INSET + self.width() * _NAME_SHARE

    def _day_width(self) -> float:
        return max((self.width() - self._left()) / max(len(self.days), 1), 1.0)

    def _at(self, moment: datetime) -> float:
        """Where a time stands from left to right."""
        start = datetime.combine(self.days[0], time.min)
        days = (moment - start).total_seconds() / 86_400
        return self._left() + min(max(days, 0.0), len(self.days)) * self._day_width()
