"""The checklist of a visit on its page: how far it is, what is late, and a deed that lays it out."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from sqlalchemy import select

from dipdesk.actions import visit_tasks
from dipdesk.errors import Known
from dipdesk.gui.action import Action
from dipdesk.gui.form.belongings import TASKS
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.rows import Index, Row, RowsModel
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Task, Visit
from dipdesk.rules import clock
from dipdesk.rules.checklists import Standing, checklist, role
from dipdesk.store.office_file import News, OfficeFile

_DONE = Action("task.done", N_("Done today"), icon="check")


class ChecklistSection(RelatedList):
    """The tasks of one visit, the late ones counted above them."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        self._visit_id = visit_id
        self._line = secondary()
        self._line.setContentsMargins(INSET, 0, 0, SPACE[0])
        super().__init__(office, TASKS, f"visit/{visit_id}", title=_("Checklist"), parent=parent)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_changed: self._show_standing())
        column = self.layout()
        assert column is not None
        self._line.setParent(self)
        column.insertWidget(1, self._line)  # type: ignore[attr-defined]
        self.done_button = self._button(_DONE.icon, _(_DONE.label), self.finish)
        self.lay_out_button = self._button("list", _("Lay out the checklist"), self.lay_out)
        for button in (self.done_button, self.lay_out_button):
            self._heading.add(button)
        self._selection_changed()
        self._show_standing()

    def refresh(self) -> None:
        """Read the tasks again and count them."""
        super().refresh()
        self._show_standing()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return super().concerns(news) or ("visit", self._visit_id) in news.rows

    def lay_out(self) -> None:
        """Add the tasks of the checklist that are not there yet."""
        try:
            made = visit_tasks.lay_out(self._office, self._visit_id)
        except Known as trouble:
            toast(self.window(), trouble.sentence)
            return
        self.refresh()
        if not made:
            toast(self.window(), _("Everything on the checklist is there already."))
            return
        self.table.show_rows()
        said = ngettext("{count} task added", "{count} tasks added", made).format(count=made)
        toast(self.window(), said, _("Undo"), self._undo)

    def finish(self) -> None:
        """Mark the selected tasks as done today, in one step."""
        if visit_tasks.finish(self._office, self.chosen_ids(), clock.today()):
            self.refresh()
            self.table.setFocus()

    def verbs(self) -> list[tuple[Action, Callable[[], None]]]:
        """What the menu of the selected tasks offers."""
        first, *others = super().verbs()
        return [first, (_DONE, self.finish), *others]

    def make_model(self, columns: Sequence[str]) -> RowsModel:
        """The tasks, each with whose part it is."""
        return _Tasks(self._office, columns)

    def _selection_changed(self) -> None:
        super()._selection_changed()
        if (button := getattr(self, "done_button", None)) is not None:
            button.setVisible(bool(self.current_id()))
            self._show_standing()

    def _show_standing(self) -> None:
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            kind = visit.kind if visit is not None else ""
            found = visit_tasks.progress(session, self._visit_id, clock.today())
        count = len(self.table.selected_rows())
        chosen = ngettext("{count} selected", "{count} selected", count).format(count=count)
        said = chosen if count > 1 else ""
        self._line.setText(" · ".join(words for words in (standing_words(found), said) if words))
        is_placed = self._line.parentWidget() is not None  # what has no place yet would be a window
        self._line.setVisible(is_placed and bool(found.total))
        if (button := getattr(self, "lay_out_button", None)) is not None:
            button.setVisible(checklist(kind) is not None)


class _Tasks(RowsModel):
    """Tasks with a last column that says whose part each is, if it is from a checklist."""

    def __init__(self, office: OfficeFile, columns: Sequence[str]) -> None:
        super().__init__(Task, columns)
        self._office = office
        self._parts: dict[str, str] = {}

    def show(self, rows: list[Row]) -> None:
        """Take these rows instead of the present ones."""
        wanted = select(Task.id, Task.origin).where(Task.id.in_([one.row_id for one in rows]))
        with self._office.read() as session:
            self._parts = {row_id: role(origin) for row_id, origin in session.execute(wanted)}
        super().show(rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        has_parts = not parent.isValid() and any(self._parts.values())
        return super().columnCount(parent) + has_parts

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.column() < len(self.columns):
            return super().data(index, role)
        head, part = _("Whose task"), self._parts.get(self.rows[index.row()].row_id, "")
        said: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: part,
            Qt.ItemDataRole.AccessibleTextRole: f"{head}: {part}",
        }
        return said.get(role)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if section < len(self.columns):
            return super().headerData(section, orientation, role)
        told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return _("Whose task") if orientation == Qt.Orientation.Horizontal and told else None


def standing_words(found: Standing) -> str:
    """``12 of 31 done, 3 late`` in the language spoken now."""
    if not found.late:
        return _("{done} of {total} done").format(done=found.done, total=found.total)
    text = ngettext("{done} of {total} done, {late} late", "{done} of {total} done, {late} late", found.late)
    return text.format(done=found.done, total=found.total, late=found.late)
