"""The table's data for Qt: rows are read from the listing a page at a time, as they come into sight."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dipdesk.model import Record, fields
from dipdesk.store.columns import heading, name_place
from dipdesk.store.listing import TITLE, Filters, Listing, Order, Row
from dipdesk.store.office_file import OfficeFile

PAGE = 32
"""Rows that are read at a time."""
_KEPT = 64
_WATCHED = 4
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the :class:`~dipdesk.store.listing.Row` of an index."""
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GONE = Row("", ())


class ListModel(QAbstractTableModel):
    """The records of one entity in ``columns``; narrowed by a text and by filters, in an order."""

    counted = Signal()
    """How many rows there are may have changed."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        columns: tuple[str, ...],
        order: Order,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.columns = columns
        self.order = order
        self.text = ""
        self.filters: Filters = {}
        self._office = office
        self._numeric = {one.name for one in fields(kind) if one.kind.numeric}
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._listing = self._made()
        self._count = self._listing.count()

    # What Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not self.checkIndex(index):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()].text if row.cells else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def headerData(  # noqa: N802
        self, place: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= place < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(self.kind, self.columns[place])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(place)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        name = TITLE if column == self.name_place else self.columns[column]
        wanted = Order(name, order == Qt.SortOrder.DescendingOrder)
        if wanted != self.order:
            self.order = wanted
            self._renew()

    # What the page asks

    @property
    def name_place(self) -> int:
        """The column that names the record; the list is in order of its title when sorted by it."""
        return name_place(self.columns)

    @property
    def is_narrowed(self) -> bool:
        """Whether a search text or filter is at work."""
        return self._listing.is_narrowed

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return self.columns[column] in self._numeric

    def narrow(self, text: str, filters: Filters) -> None:
        """Show only what holds all words of ``text`` and passes ``filters``."""
        if (text, filters) != (self.text, self.filters):
            self.text, self.filters = text, filters
            self._renew()

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Show these columns."""
        if columns != self.columns:
            self.columns = columns
            self._renew()

    def refresh(self, watched: Iterable[tuple[int, str]]) -> bool:
        """Read again what may have changed; whether all rows kept their places.

        If not, everything is reset. ``watched`` are the places and ids of rows that must not move unseen.
        """
        fresh = self._made()
        pages = OrderedDict((page, fresh.page(page * PAGE, PAGE)) for page in self._recent())
        unmoved = fresh.count() == self._count and all(
            [row.id for row in rows] == [row.id for row in self._pages[page]] for page, rows in pages.items()
        )
        if not unmoved or any(fresh.position(row_id) != place for place, row_id in watched):
            self._renew()
            return False
        self._listing, self._pages = fresh, pages
        for page, rows in pages.items():
            last = self.index(page * PAGE + len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(page * PAGE, 0), last)
        return True

    def row(self, place: int) -> Row:
        """The row at a place from 0."""
        page, offset = divmod(place, PAGE)
        if page not in self._pages:
            self._pages[page] = self._listing.page(page * PAGE, PAGE)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        rows = self._pages[page]
        return rows[offset] if offset < len(rows) else _GONE

    def position(self, row_id: str) -> int | None:
        """The place of a record; None if it is not shown."""
        return self._listing.position(row_id)

    def ids(self) -> list[str]:
        """The ids of all records shown, in order."""
        return self._listing.ids()

    def whole_count(self) -> int:
        """How many records there are without text and filters."""
        return Listing(self._office, self.kind).count()

    def _made(self) -> Listing:
        return Listing(
            self._office,
            self.kind,
            columns=self.columns,
            order=self.order,
            text=self.text,
            filters=self.filters,
        )

    def _renew(self) -> None:
        fresh = self._made()
        count = fresh.count()
        self.beginResetModel()
        self._listing, self._count = fresh, count
        self._pages.clear()
        self.endResetModel()
        self.counted.emit()

    def _recent(self) -> list[int]:
        return list(self._pages)[-_WATCHED:]

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.is_numeric(column) else _LEFT

    def _spoken(self, row: Row, column: int) -> str:
        """What a screen reader says: the text, and under the name also the second line."""
        if not row.cells:
            return ""
        text = row.cells[column].text
        return f"{text}, {row.second}" if column == self.name_place and row.second else text
