"""Rows of texts that lead to records: the model of the small tables of a story."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dipdesk.gui.form.kept_rows import ROW_ID
from dipdesk.gui.icons import icon
from dipdesk.gui.literal import as_tooltip, visible

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TextRow:
    """One row: the record it leads to, its texts, and the icon of its second one, empty for none."""

    entity: str
    row_id: str
    texts: tuple[str, ...]
    icon: str = ""


class TextRows(QAbstractTableModel):
    """Rows under the given column heads."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self.rows: list[TextRow] = []

    def show(self, rows: Sequence[TextRow]) -> None:
        """Take these rows instead of the present ones."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = visible(row.texts[index.column()]).replace("\n", " · ")
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(row.texts[index.column()])
        if role == Qt.ItemDataRole.DecorationRole and row.icon and index.column() == 1:
            return icon(row.icon)
        return row.row_id if role == ROW_ID else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None
