"""What the board of a programme shows: days, items, the one that is chosen, and what is dragged over them.

It is painted once into a picture; while something is dragged, only that and what would follow it are
painted over the picture, so that many items move as lightly as few.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from dipdesk.actions.programme_journeys import Passage
from dipdesk.actions.visit_programme import Entry
from dipdesk.gui.form.programme.kept_in_sight import DayHeads, Hours
from dipdesk.gui.form.programme.lanes import Lanes, Measures
from dipdesk.gui.form.programme.painter import BoardPainter
from dipdesk.gui.form.programme.shown import Shown, mark_words, passage_boxes
from dipdesk.gui.theme import font
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.i18n import _, format_date
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_stop import Stop
from dipdesk.rules.two_clocks import hours_in

_HOUR = 2.6
"""How many lines of text an hour is high."""
_IN_SIGHT = 200
"""How many pixels of a tall item are brought into sight."""
_LETTERS = 17
"""How many letters of an item's text a column holds at least."""


@dataclass
class Held:
    """What is dragged: the item, where it was taken, which edge, and what would become of it."""

    stop: Stop
    grip: QPointF
    edge: int
    wanted: Stop
    foreseen: Ripple | None = None


class BoardSheet(QWidget):
    """Shows entries day by day and which one is chosen."""

    chosen = Signal(str)
    """The item that is chosen now; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Programme by days"))
        self.item = ""
        self.shown = Shown()
        self.lanes = Lanes((), (), self._measures(), 1.0)
        self._still: QPixmap | None = None
        self._held: Held | None = None
        self._unfit: frozenset[str] = frozenset()
        self.hours = Hours(self, lambda: self.lanes)
        self.heads = DayHeads(self, lambda: self.lanes)

    # What is shown

    def show_entries(
        self, days: tuple[date, ...], entries: tuple[Entry, ...], zone: str, shown: Shown
    ) -> None:
        """Show other items; the chosen one stays if it is still there."""
        self.shown = shown
        self._held = None
        self._arrange(Lanes(days, entries, self._measures(), self.width(), self.lanes.folded, zone))
        if self.item not in self.by_id:
            self.choose("")
        else:
            self._describe()

    def warn(self, items: frozenset[str]) -> None:
        """Say which items would not fit where they are dragged, or pushed, to."""
        if items != self._unfit:
            self._unfit = items
            self.update()

    def fold(self, folded: bool) -> None:
        """Leave the night out, or show all hours."""
        self._arrange(replace(self.lanes, folded=folded))

    @property
    def by_id(self) -> Mapping[str, Entry]:
        """The items by their ids."""
        return {one.stop.id: one for one in self.lanes.entries}

    def choose(self, item: str) -> None:
        """Choose an item."""
        if item != self.item:
            self.item = item
            self._describe()
            self.update()
            self.chosen.emit(item)
            self.come_into_sight()

    def come_into_sight(self) -> None:
        """Let what is around scroll to the chosen item."""
        box = self.lanes.boxes.get(self.item)
        if box is not None:
            half = min(box.height(), _IN_SIGHT) / 2 + SPACE[1]
            self.let_see(box.center(), QSizeF(box.width() / 2, half))

    def let_see(self, place: QPointF, around: QSizeF) -> None:
        """Let every scrolled area that holds the board show a place of it with what is around."""
        outer: QWidget | None = self.parentWidget()
        while outer is not None:
            sheet = outer.widget() if isinstance(outer, QScrollArea) else None
            if sheet is not None and isinstance(outer, QScrollArea) and self.isVisible():
                there = self.mapTo(sheet, place.toPoint())
                outer.ensureVisible(there.x(), there.y(), int(around.width()), int(around.height()))
            outer = outer.parentWidget()

    def words_of(self, item: str) -> str:
        """An item in words, and what does not fit, for those who do not see the board."""
        entry = self.by_id.get(item)
        if entry is None:
            return ""
        stop, zone = entry.stop, self.lanes.zone
        day, hours = format_date(self.lanes.day_of(stop), "full"), hours_in(stop.starts, stop.ends, zone)
        lines = [f"{day}, {hours}: {entry.title}", entry.place, entry.responsible, entry.who]
        lines += self.shown.reasons(item)
        return "\n".join(line for line in lines if line)

    def words_of_day(self, day: date) -> str:
        """What a day is, and what the sun does on it, and who comes or goes, in words; empty for nothing."""
        words = self.shown.words.get(day)
        found = [*words.names, *map(mark_words, words.marks)] if words else []
        return "\n".join((*found, *(one.more for one in self.shown.on(day))))

    def passage_at(self, place: QPointF) -> Passage | None:
        """The journey whose words stand at a place; None for none."""
        boxes = passage_boxes(self.lanes, self.shown)
        return next((one for one, area in boxes if area.contains(place)), None)

    # Sizes

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(int(self._least_width()), int(self.lanes.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(int(self._least_width()), int(self.lanes.height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        if self.lanes.width != self.width():
            self._arrange(replace(self.lanes, width=self.width()))

    def _least_width(self) -> float:
        return self.lanes.measures.gutter + self.lanes.measures.least_column * len(self.lanes.days)

    def _measures(self) -> Measures:
        text, small = QFontMetricsF(font("table")), QFontMetricsF(font("secondary"))
        words = self.shown.words.values()
        days = {*self.shown.words, *(one.day for one in self.shown.passages)}
        lines = max(map(self.shown.lines, days), default=0)
        marks = (mark_words(mark) for one in words for mark in one.marks)
        widest = max((small.horizontalAdvance(one) for one in marks), default=0)
        return Measures(
            gutter=small.horizontalAdvance("00:00") + 14,
            head=text.height() + (1 + lines) * small.height() + 8,
            hour=text.height() * _HOUR,
            least_column=text.averageCharWidth() * _LETTERS,
            least_block=text.height() + 3,
            strip=widest + 8 if widest else 0,
        )

    def _arrange(self, lanes: Lanes) -> None:
        self.lanes = lanes
        self._still = None
        if self.minimumHeight() != int(lanes.height):
            self.setFixedHeight(int(lanes.height))
        self.setMinimumWidth(int(self._least_width()))
        self.updateGeometry()
        self.update()
        self.hours.follow()
        self.heads.follow()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words_of(self.item))

    # Painting

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._still = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._still is None:
            self._still = QPixmap(self.size() * self.devicePixelRatioF())
            self._still.setDevicePixelRatio(self.devicePixelRatioF())
            self._still.fill(tokens(self).paper)
            still = QPainter(self._still)
            BoardPainter(still, tokens(self), self.lanes, self.shown).board()
            still.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        over = BoardPainter(painter, tokens(self), self.lanes, self.shown)
        if (box := self.lanes.boxes.get(self.item)) is not None and self._held is None:
            over.ring(box) if self.hasFocus() else over.ring(box.adjusted(1, 1, -1, -1))
        if self._held is not None:
            self._paint_held(over, self._held)
        painter.end()

    def _paint_held(self, over: BoardPainter, held: Held) -> None:
        """What leaves its place grows pale there; where it would be, a sign tells what does not fit."""
        entries, boxes = self.by_id, self.lanes.boxes
        found = held.foreseen.moves if held.foreseen else ()
        moves = {one.stop.id: one.stop for one in found if one.stop.id != held.stop.id}
        moves[held.stop.id] = held.wanted
        for key in moves.keys() & boxes.keys():
            over.veil(boxes[key])
        stays = [box for key, box in boxes.items() if key not in moves]
        for key, stop in moves.items():
            is_held, is_wrong = key == held.stop.id, key in self._unfit
            over.ghost(stop, entries[key].title, is_held=is_held, is_wrong=is_wrong, stays=stays)
