"""Editors of days and moments: a line that takes many forms, a small calendar, the clock and its zone."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.choice_editors import zone_suggestions
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.suggest import SuggestLine, opens
from dipdesk.gui.theme import SPACE, icon, row_height, tokens
from dipdesk.i18n import _, format_date, language
from dipdesk.model.kinds import Day, Kind, WallClock
from dipdesk.rules.timing import Moment, PartialDate, with_century, with_year


class DayLine(QLineEdit):
    """A line for a day with a calendar behind the button, Alt+Down or F4."""

    chosen = Signal()
    """A day was taken from the calendar."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setMinimumHeight(row_height())
        self.setPlaceholderText(placeholder)
        button = QAction(icon("calendar"), _("Choose in the calendar"), self)
        button.triggered.connect(self.open_calendar)
        self.addAction(button, QLineEdit.ActionPosition.TrailingPosition)

    def open_calendar(self) -> "CalendarCard":
        """Show the calendar beneath the line, on the day that is typed or on today."""
        card = CalendarCard(self, _day(self.text()))
        card.chosen.connect(self._take)
        card.move(self.mapToGlobal(QPoint(0, self.height())))
        card.show()
        card.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        return card

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and opens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if opens(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        self.setText(format_date(date(day.year(), day.month(), day.day()), "short"))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.chosen.emit()


class CalendarCard(QFrame):
    """A month to choose a day from; Enter or a click takes it, Escape closes."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget, day: QDate) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(language()))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(day)
        weekend = QTextCharFormat()
        weekend.setForeground(tokens(self).ink)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, weekend)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(day)
        self.close()


class DayEditor(Editor):
    """A day, or a month or year where the kind takes them."""

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        exact = isinstance(kind, Day)
        self.line = DayLine(_("day/month/year") if exact else _("year, month/year or day/month/year"))
        self.line.textEdited.connect(self.changed)
        self.line.chosen.connect(self.changed)
        self.row.addWidget(self.line)
        self.watch(self.line)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def value(self) -> Any:
        return self.kind.typed(_dated(self.text(), self))

    def stops(self) -> list[QWidget]:
        return [self.line]


class MomentEditor(Editor):
    """A day, a time and the zone of the place; the day that is likely comes with the time."""

    kind: WallClock

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self.day = DayLine(_("day/month/year"))
        self.clock = QLineEdit()
        self.clock.textEdited.connect(self._clock_typed)
        self.clock.setPlaceholderText(_("hour:minute"))
        self.zone = SuggestLine(zone_suggestions)
        self.zone.picked.connect(self._zone_picked)
        self.zone.passed.connect(self.finished)
        self.day.chosen.connect(self.changed)
        for part in (self.day, self.clock, self.zone):
            part.setMinimumHeight(row_height())
            part.textEdited.connect(self.changed)
            self.watch(part)
        grid = QGridLayout()
        grid.setSpacing(SPACE[0])
        grid.addWidget(self.day, 0, 0)
        grid.addWidget(self.clock, 0, 1)
        grid.addWidget(self.zone, 1, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.row.addLayout(grid)
        self.describe("", "")
        self.set_text("")

    def describe(self, name: str, description: str) -> None:
        for part, own in ((self.day, _("Day")), (self.clock, _("Time")), (self.zone, _("Time zone"))):
            part.setAccessibleName(f"{name}: {own}" if name else own)
            part.setAccessibleDescription(description)

    def value(self) -> Any:
        return self.kind.of_parts(_dated(self.day.text(), self), self.clock.text(), self.zone.text())

    def text(self) -> str:
        parts = self.day.text().strip(), self.clock.text().strip(), self.zone.text().strip()
        return "\n".join(parts) if parts[0] or parts[1] else ""

    def set_text(self, text: str) -> None:
        parts = text.split("\n" if "\n" in text else None)
        day, clock, zone = parts if len(parts) == 3 else ("", "", self.around.zone(self.kind))
        self.day.setText(day)
        self.clock.setText(clock)
        self.zone.setText(zone)
        self.zone.setCursorPosition(0)
        self.day.setPlaceholderText(self._likely_day() or _("day/month/year"))

    def stops(self) -> list[QWidget]:
        return [self.day, self.clock, self.zone]

    def remark(self) -> str:
        try:
            value = self.value()
        except Invalid:
            return ""
        return value.question() if isinstance(value, Moment) else ""

    def _likely_day(self) -> str:
        """The day that comes with a time, as it is typed; empty for none."""
        day = self.around.day(self.kind)
        return format_date(day, "short") if day else ""

    def _clock_typed(self, typed: str) -> None:
        if typed and not self.day.text():
            self.day.setText(self._likely_day())

    def _zone_picked(self, key: str, text: str) -> None:
        self.zone.setText(key)
        self.changed.emit()


def _dated(text: str, editor: Editor) -> str:
    """A typed day with its year, if it has none the one near the likely day, or near today."""
    if isinstance(editor.kind, Day | WallClock) and text.strip():
        return with_year(text, editor.around.day(editor.kind) or date.today())  # noqa: DTZ011
    return text


def _day(text: str) -> QDate:
    try:
        day = PartialDate.parse(with_century(text)).first_day()
    except Invalid:
        return QDate.currentDate()
    return QDate(day.year, day.month, day.day)
