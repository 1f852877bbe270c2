"""A grid of rooms and nights with those who sleep there; people are put into rooms by mouse or keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from dipdesk.gui.form.logistics.words import day_of
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, pgettext

MEMBERS = "application/x-dipdesk-members"
_FIXED = 2
"""Columns before those of the nights: the room and its beds."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Sleeper:
    """A member by id, by the whole name, and as a cell shows it."""

    member_id: str
    name: str
    short: str


@dataclass(frozen=True)
class RoomRow:
    """A room, or none for those who have none, with who is there in each night; ``beds`` None if unknown."""

    room_id: str
    name: str
    beds: int | None
    nights: tuple[tuple[Sleeper, ...], ...]

    def everybody(self) -> tuple[Sleeper, ...]:
        """All who have the room in any night."""
        return tuple(dict.fromkeys(one for night in self.nights for one in night))

    def is_full(self, night: int) -> bool:
        """Whether more people sleep there than there are beds."""
        return self.beds is not None and bool(self.room_id) and len(self.nights[night]) > self.beds


class RoomModel(QAbstractTableModel):
    """Rooms and nights as Qt wants them; takes members that are dropped."""

    dropped = Signal(list, str)
    """Members shall sleep in a room: their ids, and the room's id or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.nights: list[date] = []
        self.rows: list[RoomRow] = []

    def show(self, nights: Sequence[date], rows: Sequence[RoomRow]) -> None:
        """Take these instead of the present ones."""
        self.beginResetModel()
        self.nights, self.rows = list(nights), list(rows)
        self.endResetModel()

    def sleepers(self, index: _Index) -> tuple[Sleeper, ...]:
        """Who is meant by a cell: those of the night, of the first columns everybody in the room."""
        if not index.isValid():
            return ()
        row = self.rows[index.row()]
        night = index.column() - _FIXED
        return row.everybody() if night < 0 else row.nights[night]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else _FIXED + len(self.nights)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < _FIXED:
            return (pgettext("hotel", "Room"), _("Beds"))[section]
        return day_of(self.nights[section - _FIXED])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, night = self.rows[index.row()], index.column() - _FIXED
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self._text(row, night))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip("\n".join(one.name for one in self.sleepers(index)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self._text(row, night)}"
        if role == Qt.ItemDataRole.ForegroundRole and night >= 0:
            colours = tokens(QGuiApplication.palette())
            return colours.bad if row.is_full(night) or not row.room_id else None
        return None

    def _text(self, row: RoomRow, night: int) -> str:
        if night == -_FIXED:
            return row.name
        if night < 0:
            return str(row.beds or "")
        names = ", ".join(one.short for one in row.nights[night])
        return _("{names} (too many)").format(names=names) if row.is_full(night) else names

    # Dragging

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid():
            return usual
        usual |= Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled if self.sleepers(index) else usual

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MEMBERS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        ids = dict.fromkeys(one.member_id for index in indexes for one in self.sleepers(index))
        made = QMimeData()
        made.setData(MEMBERS, "\n".join(ids).encode())
        return made

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        place = parent.row() if parent.isValid() else row
        if not data.hasFormat(MEMBERS) or not 0 <= place < len(self.rows):
            return False
        ids = bytes(data.data(MEMBERS).data()).decode().split()
        self.dropped.emit(ids, self.rows[place].room_id)
        return True


class RoomGrid(PlainTable):
    """The grid: drag people to another room, or cut (Ctrl+X) and put (Ctrl+V); Delete takes them out."""

    put = Signal(list, str)
    """Members shall sleep in a room: their ids, and the room's id or nothing."""

    def __init__(self, model: RoomModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._rooms = model
        self._cut: list[str] = []
        self.keep_whole([0])  # the name of the room
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        model.dropped.connect(self.put)

    def current_row(self) -> RoomRow | None:
        """The room of the selected cell."""
        index = self.currentIndex()
        return self._rooms.rows[index.row()] if index.isValid() else None

    def current_sleepers(self) -> tuple[Sleeper, ...]:
        """Who is in the selected cell."""
        return self._rooms.sleepers(self.currentIndex())

    def current_night(self) -> date | None:
        """The night of the selected cell; None in the first columns."""
        night = self.currentIndex().column() - _FIXED
        return self._rooms.nights[night] if 0 <= night < len(self._rooms.nights) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.current_row()
        chosen = [one.member_id for one in self.current_sleepers()]
        if event.matches(QKeySequence.StandardKey.Cut):
            self._cut = chosen
        elif event.matches(QKeySequence.StandardKey.Paste) and self._cut and row is not None:
            cut, self._cut = self._cut, []
            self.put.emit(cut, row.room_id)
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.put.emit(chosen, "")
        else:
            super().keyPressEvent(event)
