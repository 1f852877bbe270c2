"""The page of an entity: its list, and beside it the record that was chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import ListedPage, RecordsPage
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.list_page import ListPage
from dipdesk.gui.theme import row_height
from dipdesk.i18n import _
from dipdesk.model import Office, Record, entity_name
from dipdesk.store.office_file import OfficeFile

_LIST_SHARE, _RECORD_SHARE = 2, 3
_LEAST_LIST, _LEAST_RECORD = 10, 13
"""In rows' heights, so that they grow with the text."""
_MOST_LIST, _MOST_RECORD = 0.4, 0.55
"""The shares of the page that these may claim; with large text in a small window there is no more room."""


class Workspace(ListedPage):
    """List and record of one entity; the widths are remembered."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    wanted_new = Signal(str)
    """A new record of this entity is wanted."""
    gone = Signal(str)
    """The record with this id is no longer there."""
    acted = Signal(str)
    """The main action of the record is wanted."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        settings: Settings,
        news: OfficeNews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self.kind, self._settings, self._news = office, kind, settings, news
        self._widths = f"workspace.{entity_name(kind)}.widths"
        self.row_id = ""
        self.record: RecordPage | None = None
        self.list = ListPage(office, kind, settings, news)
        self.list.opened.connect(self.opened)
        self.list.wanted_new.connect(self.wanted_new)
        self._holder = QWidget()
        self._holder.setMinimumWidth(_LEAST_RECORD * row_height())
        self._inside = QVBoxLayout(self._holder)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.list.setMinimumWidth(_LEAST_LIST * row_height())
        self._build()

    def _build(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setAccessibleName(_("List and record"))
        for part, share in ((self.list, _LIST_SHARE), (self._holder, _RECORD_SHARE)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.indexOf(part), share)
        self._holder.hide()
        widths = self._settings.get(self._widths, [0])
        self._has_widths = len(widths) == 2 and all(widths)
        if self._has_widths:
            self._splitter.setSizes(widths)
        self._splitter.splitterMoved.connect(lambda: self._settings.set(self._widths, self._splitter.sizes()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def show_record(self, row_id: str) -> None:
        """Show the record with this id; none for an empty id."""
        if row_id == self.row_id:
            return
        self._put_away()
        self.row_id = row_id
        if row_id:
            self.record = RecordPage(self._office, self.kind, row_id, self._settings, self._news)
            self.record.opened.connect(self.opened)
            self.record.action.connect(self.acted)
            self.record.typing.connect(self.typing)
            self.record.gone.connect(lambda: self.gone.emit(row_id))
            self._inside.addWidget(self.record)
            self.list.select(row_id)
        self._holder.setVisible(bool(row_id))
        if row_id and not self._has_widths:
            self._has_widths = True
            room = self.width()
            self._splitter.setSizes([room * _LIST_SHARE, room * _RECORD_SHARE])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = event.size().width()
        self.list.setMinimumWidth(min(_LEAST_LIST * row_height(), round(room * _MOST_LIST)))
        self._holder.setMinimumWidth(min(_LEAST_RECORD * row_height(), round(room * _MOST_RECORD)))

    def commit(self) -> bool:
        """Store what is being typed; False if it cannot be stored as it is."""
        return self.record is None or self.record.commit()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed into the record that is not stored yet."""
        return self.record is not None and self.record.is_typed

    def entrance(self) -> QWidget:
        """The list takes the focus first."""
        return self.list.view

    def parts(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.list, *([self.record] if self.record else [])]

    def _put_away(self) -> None:
        if self.record is not None:
            self._inside.removeWidget(self.record)
            self.record.hide()
            self.record.deleteLater()
            self.record = None


class OfficePlace(RecordsPage):
    """The page of the office itself: one record, no list."""

    opened = Signal(str, str)

    def __init__(
        self, office: OfficeFile, settings: Settings, news: OfficeNews, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row_id = office.office().id
        self.record = RecordPage(office, Office, self.row_id, settings, news)
        self.record.opened.connect(self.opened)
        self.record.typing.connect(self.typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.record)

    def commit(self) -> bool:
        """Store what is being typed; False if it cannot be stored as it is."""
        return self.record.commit()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return self.record.is_typed
