"""The fields of a record that is not there yet: what is likely stands in them and follows what is typed."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.group import FieldGroup, stem
from dipdesk.gui.form.proposals import proposed
from dipdesk.gui.form.time_editors import MomentEditor
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, language
from dipdesk.model import Field, Record
from dipdesk.model.hours import moved_along, refusal, wrong_end
from dipdesk.model.kinds import WallClock
from dipdesk.model.record import needed_in_one_language
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import in_words

Values = Mapping[str, object]


class NewFields(FieldGroup):
    """The fields of one new record, under ``title`` if there is one; ``given`` is certain, ``likely`` not."""

    taken = Signal()
    """A value was taken."""

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        given: Values,
        likely: Values,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, gap=SPACE[0])
        self._office, self._kind = office, kind
        self._given = dict(given)
        self._likely = dict(likely)
        self._values: dict[str, object] = {}
        self._proposed: dict[str, object] = {}
        self._begun: dict[str, str] = {}

    def ask(self, wanted: Sequence[Field], around: Surroundings) -> None:
        """Show the fields that are ``wanted``, filled in as far as is known."""
        self.fill([FieldCell(one, around, self.take, self, stays_open=True) for one in wanted])
        shown = {cell.field.name for cell in self.cells}
        self._likely = {name: value for name, value in self._likely.items() if name in shown}
        for cell in self.cells:
            self._prefill(cell)
            if isinstance(cell.editor, MomentEditor):
                cell.editor.clock.editingFinished.connect(partial(_take_hour, cell))
        self.propose()
        self._begun = {cell.field.name: cell.editor.draft() for cell in self.cells}

    # What the form asks

    def held(self) -> dict[str, object]:
        """What the record will hold: what is likely, given and typed, the more certain over the less."""
        return {**self._likely, **self._proposed, **self._given, **self._values}

    def certain(self) -> dict[str, object]:
        """What is given or was typed."""
        return {**self._given, **self._values}

    def know(self, values: Values, gone: Collection[str] = ()) -> None:
        """Something else says what fields hold that are not shown; what is ``gone`` is not said any more."""
        self._given = {name: one for name, one in self._given.items() if name not in gone} | dict(values)
        self.propose()

    def set_aside(self, name: str, value: object) -> None:
        """Give a field that is not shown a value."""
        self._values[name] = value

    def is_written(self) -> bool:
        """Whether somebody wrote something."""
        written = {
            cell.field.name: cell.editor.draft()
            for cell in self.cells
            if cell.is_typed or cell.field.name in self._values
        }
        return any(text != self._begun[name] for name, text in written.items())

    def say_what_is_missing(self) -> None:
        """Say beneath each field what is wrong with it."""
        for cell in self.cells:
            if not cell.is_typed:
                is_missing = cell.field.kind.required and cell.value in (None, "", ())
                cell.show_problem(_("This is needed.") if is_missing else "")
        early, sentence = wrong_end(self.held())
        for cell in self.cells:
            if cell.field.name == early and not cell.is_typed:
                cell.show_problem(sentence)
        unsaid = self._kind(**self.certain()).unsaid()
        cells = [cell for cell in self.cells if cell.field.name in unsaid]
        if cells and not any(cell.problem for cell in cells):
            _spoken(cells).show_problem(needed_in_one_language())

    def begin_first(self) -> None:
        """Put the focus into the first field that is empty, or the first of all if none is."""
        empty = [cell for cell in self.cells if cell.value in (None, "", ())]
        if wanted := empty or self.cells:
            first = _spoken([cell for cell in wanted if stem(cell.field) == stem(wanted[0].field)])
            first.begin(Qt.FocusReason.OtherFocusReason)

    def keep_files(self, session: Session) -> None:
        """Inside the step that adds the record: store what its values refer to."""
        for cell in self.cells:
            if cell.field.name in self._values:
                cell.editor.keep(session)

    def take(self, cell: FieldCell, value: Any) -> str:
        """Take a value of a field; why not, empty if it was taken."""
        held = self.held()
        refused = refusal(held, cell.field.name, value)
        if refused:
            return refused
        was_set = cell.field.name in self.certain()
        self._values[cell.field.name] = value
        cell.set_value(value, self._in_words(cell, value))
        if was_set or wrong_end({**held, **self._values})[0]:
            self._move_along(moved_along(held, cell.field.name, value))
        self.propose()
        self.taken.emit()
        return ""

    def propose(self) -> None:
        """Fill in what is likely now, where nothing was typed."""
        found = proposed(self._office, self._kind, {**self._likely, **self.certain()})
        before = self._proposed
        likely = {**self._likely, **found}
        self._proposed = {name: value for name, value in likely.items() if name not in self.certain()}
        for cell in self.cells:
            if cell.is_typed:
                continue
            if cell.field.name in self._proposed:
                value = self._proposed[cell.field.name]
                _refill(cell, value, self._in_words(cell, value))
            elif cell.field.name in before and cell.field.name not in self.certain():
                self._prefill(cell)
            elif isinstance(cell.field.kind, WallClock) and cell.value is None:
                cell.set_value(None, "")  # the day that is likely may be another now

    # Inside

    def _move_along(self, moved: Values) -> None:
        """Give an end that somebody set the hour that goes with its new start."""
        for cell in self.cells:
            if cell.field.name in moved and cell.field.name in self.certain() and not cell.is_typed:
                value = self._values[cell.field.name] = moved[cell.field.name]
                cell.set_value(value, self._in_words(cell, value))

    def _in_words(self, cell: FieldCell, value: Any) -> str:
        with self._office.read() as session:
            return in_words(session, cell.field.kind, value)

    def _prefill(self, cell: FieldCell) -> None:
        start = cell.field.kind.empty if cell.field.initial is None else cell.field.initial
        value = self._given.get(cell.field.name, start)
        cell.set_value(value, self._in_words(cell, value))


def _take_hour(cell: FieldCell) -> None:
    """Take a moment as soon as its hour is left, so that its end follows; one that is unfinished waits."""
    try:
        cell.editor.value()
    except Invalid:
        return
    cell.commit()


def _refill(cell: FieldCell, value: object, shown: str) -> None:
    """Give a cell a value; a line that was entered with all of it selected stays so: typing begins anew."""
    lines = [one for one in cell.editor.stops() if isinstance(one, QLineEdit)]
    entered = [one for one in lines if one.hasFocus() and one.selectedText() == one.text()]
    cell.set_value(value, shown)
    for line in entered:
        line.selectAll()


def _spoken(cells: Sequence[FieldCell]) -> FieldCell:
    """The cell for the version of a text in the language spoken now, else the first."""
    return next((cell for cell in cells if cell.field.name.endswith(f"_{language()}")), cells[0])
