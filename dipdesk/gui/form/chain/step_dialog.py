"""The small editor of one step of approval: day, number, result, why it was left out, note and scans."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from dipdesk.actions.approval_file import ApprovalFile, StepOnFile
from dipdesk.actions.approval_steps import StepWords
from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.cells_dialog import CellsDialog, quiet_line, went_to_wrong
from dipdesk.gui.form.chain.scan_list import ScanList
from dipdesk.gui.form.chain.step_store import keep_step
from dipdesk.gui.form.discard import may_be_lost
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.group import FieldGroup
from dipdesk.gui.form.source_line import source_line
from dipdesk.gui.form.watch import CellWatch
from dipdesk.i18n import _
from dipdesk.model import ApprovalStep, Field, entity, field_of
from dipdesk.model.kinds import Day
from dipdesk.model.record import needed_in_one_language
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile

_SIZE = QSize(620, 640)
_OWN_NAMES = ("name_tr", "name_en")


class StepDialog(CellsDialog):
    """Asks what is to be written down of a step of ``file``, or of a new one; storing it is one change."""

    def __init__(
        self,
        office: OfficeFile,
        file: ApprovalFile,
        step: StepOnFile | None,
        origin: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._file, self._step, self._origin = office, file, step, origin
        self.values = self._begun()
        self._fields = self._asked()
        if isinstance(self._fields["date"].kind, Day) and self.values["date"] is not None:
            self.values["date"] = self.values["date"].exact
        self._start = dict(self.values)
        self._group = FieldGroup("", self, gap=0)
        around = Surroundings(office)
        self.cells = {
            name: FieldCell(one, around, self._store(name), self._group, stays_open=True)
            for name, one in self._fields.items()
        }
        self._group.fill(list(self.cells.values()))
        for name, cell in self.cells.items():
            cell.set_value(self.values[name], cell.field.kind.format(self.values[name]))
            cell.confirmed.connect(self.accept)
        self._drafts = {name: cell.editor.draft() for name, cell in self.cells.items()}
        self._watch = CellWatch(list(self.cells.values()), self)
        self.scans = ScanList(office, step.entry.record_id if step else "", self)
        self.scans.said.connect(self._trouble.set_text)
        title = step.step.name.said() if step else _("Add a step")
        self.setWindowTitle(title)
        parts = (*map(quiet_line, self._about()), self._group, self.scans)
        self._lay_out(title, parts, _("Save") if step else _("Add"))
        self.take_room(_SIZE)
        self.begin("date" if step else "name_tr")

    def begin(self, name: str) -> None:
        """Put the focus into a field: ``date``, ``skipped`` …"""
        self.cells[name].begin(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Store what is written and close, or show what is wrong."""
        self._watch.commit()
        self._say_what_is_missing()
        if went_to_wrong(self._watch):
            return
        if not self._is_changed() or self._keep():
            super().accept()

    def reject(self) -> None:
        """Close without storing anything, if what was written may be lost."""
        drafts = {name: cell.editor.draft() for name, cell in self.cells.items()}
        written = drafts != self._drafts or self.scans.is_changed
        if not written or may_be_lost(self, _("Nothing has been saved yet.")):
            super().reject()

    # What is written

    def _begun(self) -> dict[str, Any]:
        entry = self._step.entry if self._step else None
        words = StepWords.of(entry) if entry else StepWords()
        values: dict[str, Any] = {
            "date": words.date, "number": words.number, "result": words.result,
            "skipped": words.skipped, "note": words.note,
        }  # fmt: skip
        if self._is_own:
            values |= self._names()
        return values

    @property
    def _is_own(self) -> bool:
        """Whether the step belongs to this record only."""
        return self._step is None or self._step.key == self._step.entry.record_id

    def _names(self) -> dict[str, Any]:
        with self._office.read() as session:
            found = session.get(ApprovalStep, self._step.key) if self._step else None
            return {name: getattr(found, name) if found else "" for name in _OWN_NAMES}

    def _asked(self) -> dict[str, Field]:
        """The fields, by what they say; those of the record itself where it has columns for the step."""
        asked = {name: field_of(ApprovalStep, name) for name in _OWN_NAMES if name in self.values}
        asked |= {"date": field_of(ApprovalStep, "day"), "number": field_of(ApprovalStep, "number")}
        columns = self._step.columns if self._step else None
        if columns:
            kind = entity(self._file.entity)
            asked["date"] = field_of(kind, columns.date)
            if columns.number:
                asked["number"] = field_of(kind, columns.number)
        return asked | {name: field_of(ApprovalStep, name) for name in ("result", "skipped", "note")}

    def _store(self, name: str) -> Callable[[FieldCell, Any], str]:
        def store(cell: FieldCell, value: Any) -> str:
            self.values[name] = value
            cell.set_value(value, cell.field.kind.format(value))
            return ""

        return store

    def _is_changed(self) -> bool:
        return self.values != self._start or self.scans.is_changed or self._step is None

    def _say_what_is_missing(self) -> None:
        names = [self.cells[name] for name in _OWN_NAMES if name in self.cells]
        if names and not any(cell.value or cell.problem for cell in names):
            names[0].show_problem(needed_in_one_language())

    def _keep(self) -> bool:
        key = self._step.key if self._step else ""
        day = self.values["date"]
        if day is not None and not isinstance(day, PartialDate):
            day = PartialDate.of(day)
        words = StepWords(**{**self.values, "date": day})
        scans = (self.scans.added, self.scans.dropped)
        said = _("The record is no longer there.")
        try:
            if keep_step(self._office, self._file, key, self._name(), words, scans, self._origin):
                return True
        except (Known, Invalid) as trouble:
            said = trouble.sentence
        self._trouble.set_text(said)
        return False

    def _name(self) -> str:
        if self._is_own:
            return str(self.values["name_tr"] or self.values["name_en"])
        return self._step.step.name.said() if self._step else ""

    def _about(self) -> list[str]:
        """What there is to know of the step: for which record, who does it, with which document, why."""
        if self._step is None:
            return [_("A step of its own for: {record}").format(record=self._file.title)]
        step = self._step.step
        told = (
            self._file.title,
            " · ".join(text for text in (step.who.said(), step.document.said()) if text),
            source_line(step.source),
        )
        return [text for text in told if text]
