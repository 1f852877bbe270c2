"""The partners of the map as a table: the same in words, for screen readers and for those without a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from dipdesk.gui.drawn import Brush, draw
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import dark, is_dark, light
from dipdesk.i18n import _
from dipdesk.papers.world import Sign, pin_shape

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_SIGN = 14


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in words; ``record`` is ``partner/…``."""

    record: str
    name: str
    country: str
    classes: str
    state: str
    sign: Sign

    def said(self) -> str:
        """All of it in one line."""
        return " · ".join(part for part in (self.name, self.country, self.classes, self.state) if part)


class PartnerRows(QAbstractTableModel):
    """Rows of partners."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PartnerRow, ...] = ()

    def show(self, rows: Sequence[PartnerRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def place(self, record: str) -> int:
        """The row of a record; -1 if there is none."""
        return next((place for place, row in enumerate(self.rows) if row.record == record), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not self.checkIndex(index):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line((row.name, row.country, row.classes, row.state)[index.column()])
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return sign_icon(row.sign)
        return None

    def headerData(  # noqa: N802
        self, place: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Partner"), _("Country"), _("Relation class"), _("State"))[place]
        return None


def sign_icon(sign: Sign) -> QIcon:
    """The mark of a sign as a small picture, in the colours of the theme."""
    return _sign_icon(sign, icon_side(_SIGN), is_dark(QGuiApplication.palette()))


@lru_cache(maxsize=256)
def _sign_icon(sign: Sign, side: int, in_dark: bool) -> QIcon:
    colours = dark() if in_dark else light()
    picture = QPixmap(2 * side, 2 * side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(QPointF(side, side))
    draw(pin_shape(0, 0, sign), Brush(painter, colours, side / 6))
    painter.end()
    return QIcon(picture)
