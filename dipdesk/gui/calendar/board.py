"""What the drawn views of the calendar share: the days, what stands where, keys and mouse."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dipdesk.gui.calendar import spans, tiles
from dipdesk.gui.calendar.spans import View
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import format_date
from dipdesk.store.dated import Dated

_LETTERS: dict[str, View] = {"m": "month", "w": "week", "d": "day", "l": "list"}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -spans.WEEK, Qt.Key.Key_Down: spans.WEEK}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Sight:
    """What a view shows: its days, the day that is chosen, today, and all that stands there."""

    first: date
    last: date
    day: date
    today: date
    entries: Sequence[Dated] = field(default_factory=tuple)

    def on(self, day: date) -> list[Dated]:
        """What stands on one day."""
        return [one for one in self.entries if one.first <= day <= one.last]


class Keys(QWidget):
    """A view that is worked with the keyboard."""

    stepped = Signal(int)
    """So many days forward."""
    paged = Signal(int)
    """So many pages forward."""
    looked = Signal(str)
    """Another view is wanted."""
    now_wanted = Signal()
    entered = Signal()
    """What stands on the chosen day is wanted."""
    new_wanted = Signal()
    """Something new on the chosen day."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; False if it means nothing here."""
        key, letter = Qt.Key(event.key()), event.text().casefold()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif letter in _LETTERS:
            self.looked.emit(_LETTERS[letter])
        elif letter == "t" or key == Qt.Key.Key_Home:
            self.now_wanted.emit()
        elif letter == "n" or key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif key in _ENTER:
            self.entered.emit()
        else:
            return False
        return True


class Board(Keys):
    """A view that is drawn."""

    chosen = Signal(object)
    """A day was clicked."""
    opened = Signal(object)
    """Something was clicked twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.sight = Sight(date.min, date.min, date.min, date.min)
        self.boxes: list[tuple[QRectF, Dated]] = []
        """What was drawn where, after painting."""
        self._layer: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self._turn = 0

    def show_sight(self, sight: Sight) -> None:
        """Show other days, or another chosen day."""
        if self.is_other(sight):
            self._turn += 1
        self.sight = sight
        here = sight.on(sight.day)
        said = [format_date(sight.day, "full"), *(one.title for one in here)]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def is_other(self, sight: Sight) -> bool:
        """Whether other days or things are to be shown, and not only another chosen day."""
        days = (sight.first, sight.last) != (self.sight.first, self.sight.last)
        return days or sight.entries != self.sight.entries

    def layer(self, size: QSize, draw: Callable[[QPainter], None]) -> QPixmap:
        """What ``draw`` paints on clear ground; kept until things, size or looks are others."""
        colours = tokens(self)
        key = (size, colours.paper.name(), self.font().pointSizeF(), self._turn, self.devicePixelRatioF())
        if self._layer[0] != key:
            made = QPixmap(size * self.devicePixelRatioF())
            made.setDevicePixelRatio(self.devicePixelRatioF())
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            draw(painter)
            painter.end()
            self._layer = (key, made)
        return self._layer[1]

    @abstractmethod
    def day_at(self, place: QPointF) -> date | None:
        """The day that is drawn at a place."""

    def entry_at(self, place: QPointF) -> Dated | None:
        """What is drawn at a place."""
        return next((one for box, one in self.boxes if box.contains(place)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self.take_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if (day := self.day_at(event.position())) is not None:
            self.chosen.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if (one := self.entry_at(event.position())) is not None:
            self.opened.emit(one)
        elif (day := self.day_at(event.position())) is not None:
            self.chosen.emit(day)
            self.new_wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            one = self.entry_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tooltip(tiles.words(one)) if one else "", self)
            return True
        return super().event(event)
