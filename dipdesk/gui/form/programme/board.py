"""The board of a programme: a column for each day, hours down, items to choose, to drag and to stretch."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from dipdesk.actions import programme_changes as changes
from dipdesk.gui.form.programme.board_sheet import BoardSheet, Held
from dipdesk.gui.form.programme.ways import Key, key_of, neighbour
from dipdesk.gui.literal import as_tooltip
from dipdesk.gui.tokens import SPACE
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_stop import Stop
from dipdesk.rules.timing import Moment

Foresee = Callable[[Stop], Ripple]
"""What would follow if a stop were changed."""
_EDGE = 6
"""How many pixels from its upper or lower edge an item is stretched instead of moved."""
_NEAR = 4


class Board(BoardSheet):
    """Says what somebody wants to be changed, and changes nothing itself."""

    foreseen = Signal(object)
    """What would follow while something is dragged (a Ripple); None when it is let go."""
    changed = Signal(object)
    """A stop shall be as given."""
    wanted = Signal(str)
    """An item shall be opened."""
    removal_wanted = Signal(str)
    more_wanted = Signal(object)
    """A new item is wanted: a Moment, or None for one after what is chosen."""
    menu_wanted = Signal(QPoint)
    passage_wanted = Signal(str, str)
    """The record of a journey or of a ceremony shall be shown: entity and id."""

    def __init__(self, foresee: Foresee, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foresee = foresee

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        if (passage := self.passage_at(place)) is not None:
            self.passage_wanted.emit(passage.entity, passage.travel_id)
            return
        item = self.lanes.item_at(place)
        self.choose(item)
        if item:
            stop = self.by_id[item].stop
            self._held = Held(stop, place, self._edge_at(item, place), stop)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        held = self._held
        if held is None:
            self._point_at(place, event.globalPosition().toPoint())
        elif held.foreseen is not None or (place - held.grip).manhattanLength() >= _NEAR:
            self._drag(held, place)
            self.let_see(place, QSizeF(SPACE[4], SPACE[4]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        held, self._held = self._held, None
        self.update()
        if held is None or held.foreseen is None:
            return
        self.foreseen.emit(None)
        if held.wanted != held.stop:
            self.changed.emit(held.wanted)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if item := self.lanes.item_at(place):
            self.wanted.emit(item)
        elif self.lanes.days and place.y() > self.lanes.measures.head:
            self.more_wanted.emit(self._moment_at(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse:
            self.choose(self.lanes.item_at(QPointF(event.pos())))
        box = self.lanes.boxes.get(self.item)
        place = event.pos() if by_mouse or box is None else box.center().toPoint()
        self.menu_wanted.emit(self.mapToGlobal(place))

    def _drag(self, held: Held, place: QPointF) -> None:
        """Let the item follow the pointer, in steps of five minutes, and foresee the rest."""
        wanted = self._dragged(held, place)
        if wanted != held.wanted or held.foreseen is None:
            held.wanted = wanted
            held.foreseen = self._foresee(wanted)
            self.update()
            self.foreseen.emit(held.foreseen)

    def _dragged(self, held: Held, place: QPointF) -> Stop:
        minutes = (
            round((place.y() - held.grip.y()) / self.lanes.measures.hour * 60 / changes.STEP) * changes.STEP
        )
        if held.edge > 0:
            return changes.ending(held.stop, held.stop.minutes + minutes) if minutes else held.stop
        if held.edge < 0:
            return changes.beginning(held.stop, minutes) if minutes else held.stop
        local = held.stop.starts.seen_in(self.lanes.zone).local
        day = self.lanes.day_at(place.x())
        if not minutes and day == local.date():
            return held.stop
        wanted = local.hour * 60 + local.minute + minutes
        return changes.snapped(held.stop, day, wanted, self.lanes.zone)

    def _edge_at(self, item: str, place: QPointF) -> int:
        """-1 at the upper edge of an item, 1 at its lower one, 0 between."""
        box = self.lanes.boxes[item]
        edge = min(_EDGE, box.height() / 4)
        if place.y() >= box.bottom() - edge:
            return 1
        return -1 if place.y() <= box.top() + edge and self.by_id[item].stop.minutes else 0

    def _point_at(self, place: QPointF, on_screen: QPoint) -> None:
        """Show what a drag would do, and in a tooltip what stands there."""
        item = self.lanes.item_at(place)
        edge = self._edge_at(item, place) if item else 0
        passage = self.passage_at(place)
        still = Qt.CursorShape.ArrowCursor if passage is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(Qt.CursorShape.SizeVerCursor if edge else still)
        in_head = bool(self.lanes.days) and place.y() < self.lanes.measures.head
        words = self.words_of_day(self.lanes.day_at(place.x())) if in_head else self.words_of(item)
        words = passage.more if passage is not None else words
        if words:
            QToolTip.showText(on_screen, as_tooltip(words), self)
        else:
            QToolTip.hideText()

    def _moment_at(self, place: QPointF) -> Moment:
        day = self.lanes.day_at(place.x())
        minutes = round(self.lanes.minute_at(place.y()) / 15) * 15
        return changes.clock(day, minutes, self.lanes.zone)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the board from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and key_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = key_of(event)
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.foreseen.emit(None)
            self.update()
        elif key is None or not self._obey(key):
            super().keyPressEvent(event)

    def _obey(self, key: Key) -> bool:
        """Do what a key says; False if there is nothing to do it with."""
        if key.deed == "go":
            self.choose(neighbour(self.lanes, self.item, key.days, key.minutes))
            return True
        if key.deed == "add":
            self.more_wanted.emit(None)
            return True
        entry = self.by_id.get(self.item)
        if entry is None:
            return False
        if key.deed == "open":
            self.wanted.emit(self.item)
        elif key.deed == "remove":
            self.removal_wanted.emit(self.item)
        elif key.deed == "move":
            self.changed.emit(changes.nudged(entry.stop, key.minutes, key.days))
        else:
            self.changed.emit(changes.ending(entry.stop, entry.stop.minutes + key.minutes))
        return True
