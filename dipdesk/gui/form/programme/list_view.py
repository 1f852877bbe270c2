"""The programme as a list in both languages, where F2 edits a cell; the twin of the board for all ears."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from dipdesk.actions import programme_changes as changes
from dipdesk.actions.visit_programme import Entry, VisitProgramme
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.programme.ways import Key, key_of
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, format_date
from dipdesk.model import ProgrammeItem, field_of
from dipdesk.rules.programme_troubles import GAP, QUIET, Trouble, sentence
from dipdesk.rules.two_clocks import hours_in

_Index = QModelIndex | QPersistentModelIndex
_TEXTS = {2: "title_tr", 3: "title_en", 4: "place_tr", 5: "place_en"}
"""The columns that can be edited, by the names of their fields."""
_WHEN = (0, 1)
"""The columns of day and hours."""
_HOURS = "00:00–00:00"
_OURS = ("move", "stretch", "add")


class LinesModel(CellsModel):
    """Rows of a programme; an edited text is told, not stored."""

    written: Any

    def __init__(self) -> None:
        names = (*_TEXTS.values(), "responsible_id", "timing")
        heads = (field_of(ProgrammeItem, name).title() for name in names)
        super().__init__((_("Day"), _("Time"), *heads, _("To be looked at")))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() in _TEXTS else found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return self.lines[index.row()].cells[index.column()]
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        line = self.lines[index.row()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == line.cells[index.column()]:
            return False
        self.written(line.row_id, _TEXTS[index.column()], text)
        return True


class ProgrammeTable(PlainTable):
    """One row for each item; the keys of the board move and stretch here too."""

    chosen = Signal(str)
    changed = Signal(object)
    written = Signal(str, str, str)
    """A text was edited: item, field, text."""

    def __init__(self, parent: QWidget) -> None:
        self.lines = LinesModel()
        super().__init__(self.lines, parent)
        self.lines.written = self.written.emit
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setAccessibleName(_("Programme as a list"))
        self.keep_whole(_WHEN)
        self._entries: Mapping[str, Entry] = {}
        self.selectionModel().currentRowChanged.connect(
            lambda _now, _before: self.chosen.emit(self.current())
        )

    def show_programme(self, programme: VisitProgramme, troubles: tuple[Trouble, ...]) -> None:
        """Show other rows; the same item stays selected."""
        self._entries = programme.by_id
        lines = [_line(one, programme, troubles) for one in programme.entries]
        if lines == self.lines.lines:
            return
        current, column = self.current(), max(self.currentIndex().column(), 0)
        self.lines.show(lines)
        self.fit()
        self.choose(current, column)

    def current(self) -> str:
        """The item of the selected row; empty for none."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].row_id if index.isValid() else ""

    def choose(self, item: str, column: int = 0) -> None:
        """Select the row of an item."""
        place = next((at for at, one in enumerate(self.lines.lines) if one.row_id == item), -1)
        if place >= 0 and item != self.current():
            self.setCurrentIndex(self.lines.index(place, column))
        elif place < 0:
            self.clearSelection()

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802
        """As for any column; a few hours in two places do not take the room of all the titles."""
        found = super().sizeHintForColumn(column)
        hours = self.fontMetrics().horizontalAdvance(_HOURS) + SPACE[4]
        return min(found, hours) if column == _WHEN[-1] else found

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the programme from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, entry = _key(event), self._entries.get(self.current())
        if key is None or (key.deed != "add" and entry is None):
            super().keyPressEvent(event)
        elif key.deed == "add" or entry is None:
            self.more_wanted.emit()
        elif key.deed == "move":
            self.changed.emit(changes.nudged(entry.stop, key.minutes, key.days))
        else:
            self.changed.emit(changes.ending(entry.stop, entry.stop.minutes + key.minutes))


def _key(event: QKeyEvent) -> Key | None:
    found = key_of(event)
    return found if found is not None and found.deed in _OURS else None


def _line(entry: Entry, programme: VisitProgramme, troubles: tuple[Trouble, ...]) -> Line:
    stop, zone = entry.stop, programme.site.zone
    mine = [one for one in troubles if stop.id == one.first or (stop.id == one.second and one.kind != GAP)]
    cells = (
        format_date(programme.day_of(entry), "medium"),
        hours_in(stop.starts, stop.ends, zone),
        entry.titles["tr"],
        entry.titles["en"],
        entry.places["tr"],
        entry.places["en"],
        entry.responsible,
        field_of(ProgrammeItem, "timing").kind.format(stop.timing),
        "\n".join(sentence(one, programme.titles) for one in mine),
    )
    is_wrong = any(one.kind not in QUIET for one in mine)
    return Line(stop.id, cells, tone="attention" if is_wrong else None, is_quiet=entry.audience == "crew")
