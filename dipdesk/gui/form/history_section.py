"""The history of a record at the foot of its page: folded away, each change with the way back."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.errors import Known
from dipdesk.gui.form.heading import Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.storing import restore_field
from dipdesk.gui.literal import visible
from dipdesk.gui.settings import Settings
from dipdesk.gui.theme import SPACE, icon
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_timestamp
from dipdesk.model import Record, entity_name, field_of
from dipdesk.store.history import HistoryEntry, history
from dipdesk.store.office_file import News, OfficeFile

_OPEN = "form.history.open"
_LONGEST = 40
_Index = QModelIndex | QPersistentModelIndex


class HistorySection(QWidget):
    """When, who, which field, before and after; one value can be put back."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        row_id: str,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._kind = kind
        self._row_id = row_id
        self._settings = settings
        self.model = _Entries()
        heading = Heading(_("History"), self)
        self.toggle = QPushButton(heading)
        self.toggle.setProperty("role", "link")
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(_("History"))
        self.toggle.clicked.connect(lambda _checked=False: self.unfold(not self.is_open()))
        self.restore_button = QPushButton(icon("restore"), "", self)
        self.restore_button.clicked.connect(lambda _checked=False: self.restore())
        heading.add(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_button())
        self.unfold(settings.get(_OPEN, False))

    def is_open(self) -> bool:
        """Whether the entries are shown."""
        return not self.table.isHidden()

    def unfold(self, unfolded: bool) -> None:
        """Show or hide the entries; remembered for the next record."""
        self._settings.set(_OPEN, unfolded)
        self.toggle.setText(_("Hide") if unfolded else _("Show"))
        self.toggle.setAccessibleName(_("Hide the history") if unfolded else _("Show the history"))
        self.table.setVisible(unfolded)
        self.refresh()

    def refresh(self) -> None:
        """Read the entries again, if they are shown."""
        if self.is_open():
            self.model.show(history(self._office, entity_name(self._kind), self._row_id))
            self.table.fit()
        self._show_button()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return (entity_name(self._kind), self._row_id) in news.rows

    def current(self) -> HistoryEntry | None:
        """The selected entry."""
        index = self.table.currentIndex()
        return self.model.entries[index.row()] if index.isValid() else None

    def restore(self) -> None:
        """Put the value before the selected change back, as a new step."""
        entry = self.current()
        if entry is None or not entry.name:
            return
        field = field_of(self._kind, entry.name)
        try:
            field.kind.check(entry.earlier)
            restore_field(self._office, (self._kind, self._row_id), field, entry.earlier, None)
        except (Known, ValueError) as trouble:
            toast(self.window(), getattr(trouble, "sentence", str(trouble)))
            return
        toast(self.window(), self._office.undo_label, _("Undo"), self._undo)

    def _undo(self) -> None:
        self._office.undo()

    def _show_button(self) -> None:
        entry = self.current() if self.is_open() else None
        self.restore_button.setVisible(entry is not None and bool(entry.name))
        if entry is not None:
            self.restore_button.setText(_way_back(entry).replace("&", "&&"))


def _way_back(entry: HistoryEntry) -> str:
    """What putting back the value before a change means, with the field and the value named."""
    value = visible(" ".join(entry.before.split()))
    if not value:
        return _("{field}: make it empty again").format(field=entry.field)
    cut = value if len(value) <= _LONGEST else f"{value[:_LONGEST].rstrip()}…"
    return _("{field}: put “{value}” back").format(field=entry.field, value=cut)


class _Entries(QAbstractTableModel):
    """The entries as a table."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[HistoryEntry] = []
        self._heads = (_("When"), _("Who"), _("Field"), _("Before"), _("After"))

    def show(self, entries: list[HistoryEntry]) -> None:
        """Take these entries instead of the present ones."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        entry = self.entries[index.row()]
        texts = (
            format_timestamp(entry.when),
            entry.who,
            entry.field or entry.step,
            entry.before,
            entry.after,
        )
        return visible(texts[index.column()]).replace("\n", " · ")

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None
