"""A table of texts whose rows stand for records: what is shown, what a tooltip adds, and how loud it is."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from dipdesk.gui.form.kept_rows import ROW_ID
from dipdesk.gui.literal import as_tooltip, visible
from dipdesk.gui.tokens import tokens
from dipdesk.gui.tones import Tone

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """One row: the id of its record, its cells, more words about it, and the colour of its last cell."""

    row_id: str
    cells: tuple[str, ...]
    more: str = ""
    tone: Tone | None = None
    is_quiet: bool = False


class CellsModel(QAbstractTableModel):
    """Rows of texts under heads."""

    def __init__(self, heads: tuple[str, ...]) -> None:
        super().__init__()
        self._heads = heads
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and told:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(line.cells[index.column()]).replace("\n", " · ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip("\n".join(part for part in (*line.cells, line.more) if part))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line, index.column())
        return line.row_id if role == ROW_ID else None

    def _colour(self, line: Line, column: int) -> Any:
        colours = tokens(QGuiApplication.palette())
        if line.tone is not None and column == len(self._heads) - 1:
            return getattr(colours, line.tone)
        return colours.muted if line.is_quiet else None
