"""The rows of a table that are selected stay so when the table reads its rows again, by their records."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

ROW_ID = int(Qt.ItemDataRole.UserRole) + 64
"""Gives the id of the record that a row stands for; models that do not know it keep no rows."""
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True)
class _Kept:
    """Where the table was: the ids of the selected rows, and the current one with its place."""

    chosen: frozenset[str] = frozenset()
    current: str = ""
    row: int = -1
    column: int = 0


class KeptRows(QObject):
    """Watches the rows of ``table``; its model must be there already."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._kept = _Kept()
        model = table.model()
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore)

    @property
    def nearest(self) -> int:
        """The row to begin with where none is current: near the last one that was; -1 without rows."""
        row = self._table.currentIndex().row()
        return min(max(row if row >= 0 else self._kept.row, 0), self._table.model().rowCount() - 1)

    def _note(self) -> None:
        here = self._table.currentIndex()
        rows = {one.row() for one in self._table.selectedIndexes()}
        if not here.isValid() and not rows:
            return  # there were no rows, or nobody has been here: what was kept before still holds
        chosen = frozenset(found for row in rows if (found := self._id(row)))
        self._kept = _Kept(chosen, self._id(here.row()), here.row(), here.column())

    def _restore(self) -> None:
        """Select the same records; where the current one is gone, the next, if somebody works here."""
        model, kept = self._table.model(), self._kept
        if not kept.current and not kept.chosen:
            return
        places: dict[str, int] = {}
        for row in range(model.rowCount()):
            places.setdefault(self._id(row), row)
        chosen = [places[one] for one in kept.chosen if one in places]
        is_there = bool(kept.current) and self._id(kept.row) == kept.current
        here = kept.row if is_there else places.get(kept.current, -1)
        if here < 0 and not chosen and self._table.hasFocus():
            here = self.nearest
            chosen = [here]
        if here < 0:
            here = min(chosen, default=-1)
        column = min(max(kept.column, 0), model.columnCount() - 1)
        if here >= 0 and model.rowCount():
            self._table.selectionModel().setCurrentIndex(model.index(here, column), _Flag.NoUpdate)
            self._choose(chosen)

    def _choose(self, rows: list[int]) -> None:
        if self._table.selectionBehavior() != QAbstractItemView.SelectionBehavior.SelectRows:
            return
        model, chosen = self._table.model(), QItemSelection()
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self._table.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _id(self, row: int) -> str:
        model = self._table.model()
        found: QModelIndex = model.index(row, 0)
        return str(model.data(found, ROW_ID) or "") if found.isValid() else ""
