"""Making a record: a small dialog with the fields that are needed first, filled in as far as is known."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.cells_dialog import CellsDialog, quiet_line, went_to_wrong
from dipdesk.gui.form.discard import may_be_lost
from dipdesk.gui.form.draft import asked, called
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.group import FieldGroup, stem
from dipdesk.gui.form.likely_days import likely_day
from dipdesk.gui.form.proposals import proposed
from dipdesk.gui.form.storing import add_record
from dipdesk.gui.form.taken_over import own_visit, taken_over
from dipdesk.gui.form.unfinished import Unfinished
from dipdesk.gui.form.usual import usual_labels, usual_zone
from dipdesk.gui.form.watch import CellWatch
from dipdesk.gui.theme import SPACE, row_height
from dipdesk.gui.tokens import ROW
from dipdesk.i18n import _, language
from dipdesk.model import Field, Record, entity, fields
from dipdesk.model.hours import moved_along, refusal, wrong_end
from dipdesk.model.kinds import Kind, Link, Subject, WallClock
from dipdesk.model.record import needed_in_one_language
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import in_words

Values = Mapping[str, object]
_WIDTH = 640
_SPARE_LINES = 3
"""Room for sentences about what is wrong, so that no scroll bar comes with them."""


class NewRecordDialog(CellsDialog):
    """Asks for what a new record needs; ``row_id`` is its id once it was added.

    What is likely stands in its fields from the start, and changes with what is typed into others.
    """

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        values: Mapping[str, object] | None = None,
        parent: QWidget | None = None,
        *,
        likely: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.row_id = ""
        self._office = office
        self._kind = kind
        self._given = dict(values or {})
        self._likely = dict(likely or {})
        self._values: dict[str, object] = {}
        self._proposed: dict[str, object] = {}
        known = {one.name: one for one in fields(kind)}
        fixed = {name for name in self._given if isinstance(known[name].kind, Link | Subject)}
        around = surroundings(office, kind, lambda: self._known({**self._likely, **self._proposed}))
        self._group = FieldGroup("", self, gap=SPACE[0])
        self.cells = [
            FieldCell(one, around, self._take, self._group, stays_open=True) for one in asked(kind, fixed)
        ]
        self._group.fill(self.cells)
        shown = {cell.field.name for cell in self.cells}
        self._likely = {name: value for name, value in self._likely.items() if name in shown}
        for cell in self.cells:
            self._prefill(cell)
            cell.named.connect(self._file_named)
            cell.confirmed.connect(self.accept)
        self._propose()
        self._begun = {cell.field.name: cell.editor.draft() for cell in self.cells}
        self._unfinished = Unfinished(self.cells, office.office().id, kind, self._given, self)
        self._found = self._unfinished.bring_back()
        self._watch = CellWatch(self.cells, self)
        self.setWindowTitle(_("New: {thing}").format(thing=_(kind.label[0])))
        self._build([self._found, *(self._said(known[name]) for name in sorted(fixed))])
        self._begin_first()

    def accept(self) -> None:
        """Add the record and close, or show what is missing."""
        self._watch.commit()
        self._say_what_is_missing()
        if went_to_wrong(self._watch):
            return
        try:
            self.row_id = add_record(
                self._office, self._kind, self._known(self._proposed), keep=self._keep_files
            )
        except Known as trouble:
            self._trouble.set_text(trouble.sentence)
            return
        self._unfinished.forget()
        super().accept()

    def reject(self) -> None:
        """Close without adding anything, if what was typed may be lost."""
        if not self._is_filled() or may_be_lost(self, _("Nothing has been added yet.")):
            self._unfinished.forget()
            super().reject()

    def _take(self, cell: FieldCell, value: Any) -> str:
        held = self._known(self._proposed)
        refused = refusal(held, cell.field.name, value)
        if refused:
            return refused
        was_set = cell.field.name in self._known({})
        self._values[cell.field.name] = value
        cell.set_value(value, self._in_words(cell, value))
        if was_set or wrong_end({**held, **self._values})[0]:
            self._move_along(moved_along(held, cell.field.name, value))
        self._propose()
        return ""

    def _move_along(self, moved: Values) -> None:
        """Give an end that somebody set the hour that goes with its new start."""
        for cell in self.cells:
            if cell.field.name in moved and cell.field.name in self._known({}) and not cell.is_typed:
                value = self._values[cell.field.name] = moved[cell.field.name]
                cell.set_value(value, self._in_words(cell, value))

    def _known(self, likely: Mapping[str, object]) -> dict[str, object]:
        """What the record will hold: what is likely, given and typed, the more certain over the less."""
        return {**likely, **self._given, **self._values}

    def _propose(self) -> None:
        """Fill in what is likely now, where nothing was typed."""
        found = proposed(self._office, self._kind, self._known(self._likely))
        likely = {**self._likely, **found}
        before = self._proposed
        self._proposed = {name: value for name, value in likely.items() if name not in self._known({})}
        for cell in self.cells:
            if cell.is_typed:
                continue
            if cell.field.name in self._proposed:
                value = self._proposed[cell.field.name]
                cell.set_value(value, self._in_words(cell, value))
            elif cell.field.name in before and cell.field.name not in self._known({}):
                self._prefill(cell)
            elif isinstance(cell.field.kind, WallClock) and cell.value is None:
                cell.set_value(None, "")  # the day that is likely may be another now

    def _say_what_is_missing(self) -> None:
        for cell in self.cells:
            if not cell.is_typed:
                is_missing = cell.field.kind.required and cell.value in (None, "", ())
                cell.show_problem(_("This is needed.") if is_missing else "")
        early, sentence = wrong_end(self._known(self._proposed))
        for cell in self.cells:
            if cell.field.name == early and not cell.is_typed:
                cell.show_problem(sentence)
        unsaid = self._kind(**self._known({})).unsaid()
        cells = [cell for cell in self.cells if cell.field.name in unsaid]
        if cells and not any(cell.problem for cell in cells):
            _spoken(cells).show_problem(needed_in_one_language())

    def _is_filled(self) -> bool:
        """Whether somebody wrote something."""
        written = {
            cell.field.name: cell.editor.draft()
            for cell in self.cells
            if cell.is_typed or cell.field.name in self._values
        }
        return any(text != self._begun[name] for name, text in written.items())

    def _in_words(self, cell: FieldCell, value: Any) -> str:
        with self._office.read() as session:
            return in_words(session, cell.field.kind, value)

    def _prefill(self, cell: FieldCell) -> None:
        start = cell.field.kind.empty if cell.field.initial is None else cell.field.initial
        value = self._given.get(cell.field.name, start)
        cell.set_value(value, self._in_words(cell, value))

    def _file_named(self, name: str, media_type: str) -> None:
        """A file gives the record its name, unless it has one."""
        for cell in self.cells:
            if cell.field.name == "name" and not cell.value:
                self._take(cell, cell.field.kind.parse(name))
        if "media_type" in {one.name for one in fields(self._kind)}:
            self._values["media_type"] = media_type

    def _keep_files(self, session: Session) -> None:
        for cell in self.cells:
            if cell.field.name in self._values:
                cell.editor.keep(session)

    def _begin_first(self) -> None:
        empty = [cell for cell in self.cells if cell.value in (None, "", ())]
        if empty:
            first = _spoken([cell for cell in empty if stem(cell.field) == stem(empty[0].field)])
            first.begin(Qt.FocusReason.OtherFocusReason)

    def _build(self, lines: Sequence[str]) -> None:
        """Lay out the fields below what is known; as high as they are, with room for sentences."""
        known = (quiet_line(line, SPACE[1]) for line in lines if line)
        height = self._lay_out(_(self._kind.label[0]), (*known, self._group), _("Add"))
        height += _SPARE_LINES * self.fontMetrics().lineSpacing()
        self.take_room(QSize(_WIDTH, round(height * ROW / row_height())))

    def _said(self, field: Field) -> str:
        """What is given from the place where the record is made."""
        with self._office.read() as session:
            shown = in_words(session, field.kind, self._given[field.name])
        return _("{field}: {value}").format(field=field.title(), value=shown)


def _spoken(cells: Sequence[FieldCell]) -> FieldCell:
    """The cell for the version of a text in the language spoken now, else the first."""
    return next((cell for cell in cells if cell.field.name.endswith(f"_{language()}")), cells[0])


def new_record(
    office: OfficeFile,
    kind: type[Record],
    values: Mapping[str, object] | None = None,
    parent: QWidget | None = None,
    *,
    likely: Mapping[str, object] | None = None,
) -> str:
    """Ask for what a new record needs and add it as one step; its id, empty if somebody thought better of it.

    ``values`` are those that are known from the place where it is made; ``likely`` ones stand in its
    fields to be changed.
    """
    dialog = NewRecordDialog(office, kind, values, parent, likely=likely)
    dialog.exec()
    return dialog.row_id


def surroundings(office: OfficeFile, kind: type[Record], known: Callable[[], Values]) -> Surroundings:
    """What the editors of a form of ``kind`` may need; ``known`` tells what the form holds at the moment."""

    def likely(link: Link) -> Values:
        with office.read() as session:
            return taken_over(session, kind, known(), link)

    def create(link: Link, typed: str, over: QWidget) -> str:
        target = entity(link.target)
        return new_record(office, target, called(target, typed), over, likely=likely(link))

    def day(of: Kind[Any]) -> date | None:
        with office.read() as session:
            return likely_day(session, kind, known(), of)

    def zone(of: Kind[Any]) -> str:
        return usual_zone(office, kind, known(), of)

    def visit(link: Link) -> str:
        with office.read() as session:
            return own_visit(session, kind, known(), link)

    def labels(of: Kind[Any]) -> Mapping[str, str]:
        return usual_labels(office, kind, known(), of)

    return Surroundings(office, zone, create, day, likely, visit, labels)


def surroundings_of(office: OfficeFile, kind: type[Record], row_id: str) -> Surroundings:
    """What the editors on the page of a record may need."""

    def known() -> Values:
        with office.read() as session:
            record = session.get(kind, row_id)
            held = {one.name: getattr(record, one.name) for one in fields(kind)} if record else {}
            return {**held, "id": row_id}

    return surroundings(office, kind, known)
