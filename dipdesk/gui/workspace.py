"""The page of an entity: its list, and beside it the record that was chosen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dipdesk.gui.focus import focus_inside
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.sections import chapters_for
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.page import ListedPage, RecordsPage
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.fold import FoldChoice, Rail
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
    """List and record of one entity; the widths are remembered, and whether the list is folded away.

    A list that is folded away comes back for a while by Esc, until a record is opened again.
    """

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
        self._fold = FoldChoice(settings, entity_name(kind), has_chapters=len(chapters_for(kind)) > 1)
        self._is_back = False
        self.list = ListPage(office, kind, settings, news)
        self.list.opened.connect(self.opened)
        self.list.wanted_new.connect(self.wanted_new)
        self.list.head.fold_wanted.connect(self.turn_list)
        chosen = self.list.view.selectionModel().selectionChanged
        chosen.connect(lambda *_parts: QTimer.singleShot(0, self, self._choose_shown))
        self.rail = Rail(_(kind.label[1]))
        self.rail.clicked.connect(self.turn_list)
        self.list.view.setFocus()  # which it has when the page is shown
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
        self.rail.hide()
        widths = self._settings.get(self._widths, [0])
        self._has_widths = len(widths) == 2 and all(widths)
        if self._has_widths:
            self._splitter.setSizes(widths)
        self._splitter.splitterMoved.connect(lambda: self._settings.set(self._widths, self._splitter.sizes()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._splitter)

    def show_record(self, row_id: str) -> None:
        """Show the record with this id; none for an empty id."""
        self._is_back = False
        was_inside = self.record is not None and self.isVisible() and self._holds_focus(self.record)
        if row_id != self.row_id:
            field = self.record.field_in_focus() if self.record is not None else ""
            self._put_away()
            self.row_id = row_id
            if row_id:
                self._make_record(row_id)
            self._arrange()
            if was_inside and self.record is not None:
                self.record.show()
                self.record.focus_first(field)
        self._arrange()

    def _make_record(self, row_id: str) -> None:
        self.record = RecordPage(self._office, self.kind, row_id, self._settings, self._news)
        self.record.opened.connect(self.opened)
        self.record.action.connect(self.acted)
        self.record.typing.connect(self.typing)
        self.record.gone.connect(lambda: self.gone.emit(row_id))
        self._inside.addWidget(self.record)
        self.list.select(row_id)

    def _choose_shown(self) -> None:
        """Choose the record that is shown again, if something typed there keeps it from being left."""
        cells = self.record.cells.values() if self.record is not None else ()
        if any(one.is_typed and one.problem for one in cells):
            self.list.select(self.row_id)

    # Folding the list away

    @property
    def is_folded(self) -> bool:
        """Whether the list is folded away."""
        return self.list.isHidden()

    def turn_list(self) -> None:
        """Fold the list away, or bring it back, and remember that."""
        if self.record is not None:
            self._is_back = False
            self._fold.choose(self.width(), folded=not self.is_folded)
            self._arrange()

    def go_to_list(self) -> None:
        """Put the focus on the list; one that is folded away comes back until a record is opened."""
        self._is_back = self._is_back or self.is_folded
        self._arrange()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.record is not None:
            self.go_to_list()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Show what shall stand on the page: the list, the record, or both."""
        is_shown = self.record is not None
        folded = is_shown and not self._is_back and self._fold.is_folded(self.width())
        had_focus, had_rail = self._holds_focus(self.list), self._holds_focus(self.rail)
        self._holder.setVisible(is_shown)
        self.list.setVisible(not folded)
        self.list.head.fold_button.setVisible(is_shown)
        self.rail.setVisible(folded)
        if is_shown and not folded and not self._has_widths:
            self._has_widths = True
            self._splitter.setSizes([self.width() * _LIST_SHARE, self.width() * _RECORD_SHARE])
        if folded and had_focus and self.record is not None:
            focus_inside(self.record)
        elif had_rail and not folded:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self, part: QWidget) -> bool:
        """Whether a part has the focus; on a page that is not shown, whether it will have it."""
        held = QApplication.focusWidget() if self.isVisible() else self.focusWidget()
        return held is not None and (held is part or part.isAncestorOf(held))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = event.size().width()
        self.list.setMinimumWidth(min(_LEAST_LIST * row_height(), round(room * _MOST_LIST)))
        self._holder.setMinimumWidth(min(_LEAST_RECORD * row_height(), round(room * _MOST_RECORD)))
        self._arrange()

    def commit(self) -> bool:
        """Store what is being typed; False if it cannot be stored as it is."""
        return self.record is None or self.record.commit()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed into the record that is not stored yet."""
        return self.record is not None and self.record.is_typed

    def enter(self) -> None:
        """The record takes the focus; the list, if none is shown."""
        if self.record is not None:
            self.record.show()
            self.record.focus_first()
        elif self.list.view.isVisible():
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_inside(self.list)

    def enter_near(self, place: int) -> None:
        """Go to the row at ``place`` of the list, where a record stood that is gone."""
        self.list.go_near(place)
        self.enter()

    def parts(self) -> list[QWidget]:
        """What F6 goes through."""
        return [
            *([] if self.is_folded else [self.list]),
            *([self.record] if self.record is not None else []),
        ]

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

    def enter(self) -> None:
        """The first field takes the focus."""
        self.record.focus_first()

    def commit(self) -> bool:
        """Store what is being typed; False if it cannot be stored as it is."""
        return self.record.commit()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return self.record.is_typed
