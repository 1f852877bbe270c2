"""Paints the board of a programme: heads of days, hours, lines of the sun, and the items."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from dipdesk.actions.programme_days import DayWords, Mark
from dipdesk.actions.visit_programme import Entry
from dipdesk.gui.form.programme.kept_in_sight import write_hours
from dipdesk.gui.form.programme.lanes import Lanes
from dipdesk.gui.form.programme.shown import PAD, Shown, mark_words, passage_boxes, title_font
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import visible
from dipdesk.gui.theme import font, icon_side
from dipdesk.gui.tokens import RADIUS, Tokens
from dipdesk.i18n import format_date, weekday
from dipdesk.rules.programme_stop import LINKED, Stop
from dipdesk.rules.two_clocks import hours_in

_STRIPE = 3.0
_SIGN = 14
_ASIDE = 0.4
"""How far aside stands what does not fit."""
_VEIL = 165
"""How much of what leaves its place is covered, of 255."""
_NARROW = 15
"""An item of fewer letters than these is narrow."""
_SOFT = {
    "meeting": "accent_soft",
    "call": "accent_soft",
    "ceremony": "info_soft",
    "meal": "attention_soft",
    "travel": "dormant_soft",
    "tour": "good_soft",
    "press": "info_soft",
}
_STRONG = {
    "accent_soft": "accent",
    "info_soft": "info",
    "attention_soft": "attention",
    "dormant_soft": "dormant",
    "good_soft": "good",
}


class BoardPainter:
    """Paints with one painter in the colours of a theme."""

    def __init__(self, painter: QPainter, colours: Tokens, lanes: Lanes, shown: Shown) -> None:
        self._painter = painter
        self._colours = colours
        self._lanes = lanes
        self._shown = shown
        self._small, self._text = font("secondary"), font("table")
        self._bold = title_font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def board(self) -> None:
        """Everything that stands still."""
        self._hours()
        for day in self._lanes.days:
            self._day(day)
        self._passages()
        for day, words in self._shown.words.items():
            self._lines_of(day, words)
            if not self._lanes.margin:
                self._marks_of(day, words)
        entries = {one.stop.id: one for one in self._lanes.entries}
        for key, box in self._lanes.boxes.items():
            self.block(entries[key], box)
        for day, words in self._shown.words.items() if self._lanes.margin else ():
            self._marks_of(day, words)

    def block(self, entry: Entry, box: QRectF) -> None:
        """One item."""
        painter, colours = self._painter, self._colours
        soft = _SOFT.get(entry.kind, "ground")
        strong: QColor = getattr(colours, _STRONG.get(soft, "dormant"))
        is_firm = entry.audience != "crew"
        painter.setPen(QPen(colours.edge, 1, Qt.PenStyle.SolidLine if is_firm else Qt.PenStyle.DashLine))
        painter.setBrush(getattr(colours, soft))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        stripe = Qt.BrushStyle.SolidPattern if entry.stop.timing != LINKED else Qt.BrushStyle.Dense4Pattern
        painter.fillRect(
            QRectF(box.left() + 1, box.top() + 1, _STRIPE, box.height() - 2), _brush(strong, stripe)
        )
        right, bottom = self._marks(entry, box)
        left, top = box.left() + _STRIPE + PAD, box.top() + 2
        self._words(entry, QRectF(left, top, right - left - 2, bottom - top))

    def ring(self, box: QRectF) -> None:
        """What is chosen."""
        self._painter.setPen(QPen(self._colours.accent, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS / 2, RADIUS / 2)

    def veil(self, box: QRectF) -> None:
        """What is about to leave its place."""
        ground = QColor(self._colours.paper)
        ground.setAlpha(_VEIL)
        self._painter.fillRect(box, ground)

    def ghost(
        self, stop: Stop, title: str, *, is_held: bool, is_wrong: bool, stays: Iterable[QRectF]
    ) -> None:
        """Where a stop would be; with a sign if it would not fit, and beside what ``stays`` there."""
        box = self._lanes.box(stop)
        if box is None:
            return
        if is_wrong and any(one.intersects(box) for one in stays):
            box.setLeft(box.left() + box.width() * _ASIDE)
        painter, colours = self._painter, self._colours
        fill = QColor(colours.selection if is_held else colours.hover)
        fill.setAlpha(242)
        painter.setPen(
            QPen(
                colours.accent,
                2 if is_held else 1.2,
                Qt.PenStyle.SolidLine if is_held else Qt.PenStyle.DashLine,
            )
        )
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)
        area, side = box.adjusted(PAD, 1, -2, 0), icon_side(_SIGN)
        if is_wrong:
            icon("error", colours.bad).paint(
                painter, round(area.right() - side), round(area.top() + 1), side, side
            )
            area.setRight(area.right() - side - 2)
        painter.setPen(colours.ink)
        words = _titled(hours_in(stop.starts, stop.ends, self._lanes.zone), visible(title))
        self._line(words, area, self._bold if is_held else self._text)

    # Parts

    def _hours(self) -> None:
        painter, lanes = self._painter, self._lanes
        first, last = lanes.hours
        painter.setPen(QPen(self._colours.line, 1))
        for minute in range(first, last + 1, 60):
            y = round(lanes.y(minute)) + 0.5
            painter.drawLine(QPointF(lanes.measures.gutter - 4, y), QPointF(lanes.full_width, y))
        write_hours(painter, lanes, self._colours)

    def _day(self, day: date) -> None:
        painter, lanes, colours = self._painter, self._lanes, self._colours
        left = lanes.x(day)
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(QPointF(left, 0), QPointF(left, lanes.height))
        row = QFontMetricsF(self._bold).height()
        area = QRectF(left + PAD, 2, lanes.column - 2 * PAD, row)
        painter.setPen(colours.ink)
        self._line(weekday(day), area, self._bold)
        painter.setPen(colours.muted)
        self._line(format_date(day, "medium"), area.translated(0, row), self._small)
        painter.setPen(colours.attention)
        below = area.translated(0, row + QFontMetricsF(self._small).height())
        for name in self._shown.names(day):
            self._line(name, below, self._small)
            below = below.translated(0, QFontMetricsF(self._small).height())

    def _passages(self) -> None:
        """The journeys in the heads of their days, and a line across the day at the hour of each."""
        lanes, side = self._lanes, icon_side(12)
        first, last = lanes.hours
        for one, area in passage_boxes(lanes, self._shown):
            icon(one.entity, self._colours.muted).paint(
                self._painter, round(area.left()), round(area.top()), side, round(area.height())
            )
            self._painter.setPen(self._colours.info)
            self._line(visible(one.words), area.adjusted(side + 4, 0, 0, 0), self._small)
        for one in self._shown.passages:
            minute = one.at.local.hour * 60 + one.at.local.minute
            if one.day in lanes.days and first <= minute <= last:
                self._painter.setPen(QPen(self._colours.info, 1, Qt.PenStyle.DotLine))
                left, y = lanes.x(one.day), round(lanes.y(minute)) + 0.5
                self._painter.drawLine(QPointF(left + 1, y), QPointF(left + lanes.column - 1, y))

    def _lines_of(self, day: date, words: DayWords) -> None:
        """Thin lines across a day, beneath its items."""
        lanes = self._lanes
        for mark, y in self._places(words):
            self._painter.setPen(QPen(self._tint(mark), 1, Qt.PenStyle.DashDotLine))
            left = lanes.x(day)
            self._painter.drawLine(QPointF(left + 1, y), QPointF(left + lanes.column - 1, y))

    def _marks_of(self, day: date, words: DayWords) -> None:
        """The words of the lines at the right, above them; where one has no room there, below.

        Where an item stands in the way they are left out; they stand in the words of the day, too.
        """
        lanes, metrics = self._lanes, QFontMetricsF(self._small)
        right, above = lanes.x(day) + lanes.column - 3, lanes.measures.head
        ground = QColor(self._colours.paper)
        ground.setAlpha(225)
        for mark, y in self._places(words):
            word = mark_words(mark)
            room = min(metrics.horizontalAdvance(word) + 4, lanes.column - 8)
            top = y - metrics.height() if y - metrics.height() >= above else y + 1
            area = QRectF(right - room, top, room, metrics.height())
            if not lanes.margin and any(box.intersects(area) for box in lanes.boxes.values()):
                continue
            above = area.bottom()
            self._painter.fillRect(area, ground)
            self._painter.setPen(self._tint(mark))
            self._line(word, area.adjusted(2, 0, 0, 0), self._small)

    def _places(self, words: DayWords) -> list[tuple[Mark, float]]:
        """The marks of a day that are in the hours shown, and how far down they are."""
        first, last = self._lanes.hours
        timed = ((one, one.at.local.hour * 60 + one.at.local.minute) for one in words.marks)
        return [(one, round(self._lanes.y(at)) + 0.5) for one, at in timed if first <= at <= last]

    def _tint(self, mark: Mark) -> QColor:
        return self._colours.attention if mark.kind == "sun" else self._colours.info

    def _marks(self, entry: Entry, box: QRectF) -> tuple[float, float]:
        """Signs at the right of an item, at its foot if it is narrow and high; where its text ends."""
        signs = []
        if entry.stop.id in self._shown.wrong:
            signs.append(("error", self._colours.bad))
        elif entry.stop.id in self._shown.doubtful:
            signs.append(("warning", self._colours.attention))
        if entry.stop.timing == LINKED:
            signs.append(("link", self._colours.muted))
        side = icon_side(_SIGN)
        at_foot = self._is_narrow(box) and box.height() > 4 * side
        right, top = box.right() - 2, box.bottom() - side - 3 if at_foot else box.top() + 3
        for name, colour in signs[:1] if self._is_narrow(box) and not at_foot else signs:
            right -= side + 1
            icon(name, colour).paint(self._painter, round(right), round(top), side, side)
        return (box.right() - 2, top) if at_foot and signs else (right, box.bottom() - 1)

    def _is_narrow(self, box: QRectF) -> bool:
        return box.width() < _NARROW * QFontMetricsF(self._text).averageCharWidth()

    def _words(self, entry: Entry, area: QRectF) -> None:
        """Time and title, then who and where, as far as there is room."""
        painter, colours = self._painter, self._colours
        painter.save()
        painter.setClipRect(area.adjusted(0, -2, 0, 2))
        painter.setPen(colours.ink)
        stop = entry.stop
        when = hours_in(stop.starts, None if self._is_narrow(area) else stop.ends, self._lanes.zone)
        below = self._wrapped(_titled(when, visible(entry.title)), area, self._bold)
        painter.setPen(colours.muted)
        for text in (entry.place, entry.responsible, entry.who):
            if text and below < area.bottom():
                rest = QRectF(area.left(), below, area.width(), area.bottom() - below)
                below = self._wrapped(visible(text), rest, self._small)
        painter.restore()

    def _wrapped(self, text: str, area: QRectF, face: QFont) -> float:
        """Text in as many lines as fit, the last one shortened; where the next thing can begin."""
        metrics = QFontMetricsF(face)
        lines = int((area.height() + 2) // metrics.height())
        if lines < 2 or metrics.horizontalAdvance(text) <= area.width():
            if lines >= 1 or face is self._bold:
                self._line(text, area, face)
            return area.top() + metrics.height()
        layout = QTextLayout(text, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        at, top = 0, area.top()
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            part = text[at : at + line.textLength()]
            at += line.textLength()
            rest = text[at - line.textLength() :] if number == lines - 1 else part
            self._line(rest.strip(), QRectF(area.left(), top, area.width(), metrics.height()), face)
            top += metrics.height()
        layout.endLayout()
        return top

    def _line(self, text: str, area: QRectF, face: QFont) -> None:
        metrics = QFontMetricsF(face)
        self._painter.setFont(face)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(area.width(), 1))
        self._painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), shown)


def _titled(hours: str, title: str) -> str:
    """Hours before a title; a dot between them if a place stands after the hours."""
    return f"{hours} {title}" if hours[-1:].isdigit() else f"{hours} · {title}"


def _brush(colour: QColor, style: Qt.BrushStyle) -> QBrush:
    return QBrush(colour, style)
