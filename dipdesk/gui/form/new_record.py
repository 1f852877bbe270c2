"""Making a record: a small dialog with the fields that are needed first, filled in as far as is known."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from dipdesk.errors import Known
from dipdesk.gui.form.asking.questions import Linked, question
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.cells_dialog import CellsDialog, quiet_line, went_to_wrong
from dipdesk.gui.form.discard import may_be_lost
from dipdesk.gui.form.draft import asked, called
from dipdesk.gui.form.editor import Surroundings
from dipdesk.gui.form.likely_days import likely_day
from dipdesk.gui.form.new_fields import NewFields
from dipdesk.gui.form.storing import add_record
from dipdesk.gui.form.taken_over import own_visit, taken_over
from dipdesk.gui.form.unfinished import Unfinished
from dipdesk.gui.form.usual import usual_labels, usual_zone
from dipdesk.gui.form.watch import CellWatch
from dipdesk.gui.theme import SPACE, row_height
from dipdesk.gui.tokens import ROW
from dipdesk.i18n import _
from dipdesk.model import Field, Person, Post, Record, entity, entity_name, fields
from dipdesk.model.kinds import Kind, Link, Subject
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import in_words

Values = Mapping[str, object]
_WIDTH = 640
_SPARE_LINES = 3
"""Room for sentences about what is wrong, so that no scroll bar comes with them."""


class NewRecordDialog(CellsDialog):
    """Asks for what a new record needs; ``row_id`` is its id once it was added.

    What is likely stands in its fields from the start, and changes with what is typed into others. Below
    them it may ask a question whose answer is kept in the same step, another one of what is ``linked``.
    """

    def __init__(
        self,
        office: OfficeFile,
        kind: type[Record],
        values: Values | None = None,
        parent: QWidget | None = None,
        *,
        likely: Values | None = None,
        linked: Linked | None = None,
    ) -> None:
        super().__init__(parent)
        self.row_id = ""
        self._office = office
        self._kind = kind
        self._given = dict(values or {})
        known = {one.name: one for one in fields(kind)}
        fixed = {name for name in self._given if isinstance(known[name].kind, Link | Subject)}
        self._group = NewFields(office, kind, self._given, likely or {}, parent=self)
        about = {**(likely or {}), **self._given}
        self._question = question(office, kind, about, linked, partial(surroundings, office))
        replaced = self._question.replaces if self._question is not None else frozenset()
        self._group.ask(asked(kind, fixed | replaced), surroundings(office, kind, self._group.held))
        self.cells = list(self._group.cells)
        for cell in self.cells:
            cell.named.connect(self._file_named)
        for cell in (*self.cells, *self.also_asked):
            cell.confirmed.connect(self.accept)
        self._unfinished = Unfinished(self.cells, office.office().id, kind, self._given, self)
        self._found = self._unfinished.bring_back()
        self._watch = CellWatch([*self.cells, *self.also_asked], self)
        self._listen()
        self.setWindowTitle(_("New: {thing}").format(thing=_(kind.label[0])))
        self._build([self._found, *(self._said(known[name]) for name in sorted(fixed))])
        self._group.begin_first()

    @property
    def also_asked(self) -> Sequence[FieldCell]:
        """The fields of the question below those of the record."""
        return self._question.cells() if self._question is not None else ()

    def accept(self) -> None:
        """Add the record and close, or show what is missing."""
        self._watch.commit()
        self._group.say_what_is_missing()
        if went_to_wrong(self._watch):
            return
        also = self._question.keep if self._question is not None else None
        try:
            self.row_id = add_record(
                self._office, self._kind, self._group.held(), keep=self._group.keep_files, also=also
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

    def _listen(self) -> None:
        """Let fields and question know of each other."""
        if self._question is not None:
            self._group.taken.connect(self._tell)
            self._question.changed.connect(self._hear)
            self._tell()

    def _tell(self) -> None:
        """Let the question follow the fields, and the record what is left of the answer."""
        if self._question is not None:
            self._question.heed(self._group.held())
            self._group.know(self._question.values(), self._question.replaces)

    def _hear(self) -> None:
        if self._question is not None:
            self._group.know(self._question.values(), self._question.replaces)
            self._tell()

    def _is_filled(self) -> bool:
        """Whether somebody wrote something."""
        is_answered = self._question is not None and self._question.is_answered()
        return is_answered or self._group.is_written()

    def _file_named(self, name: str, media_type: str) -> None:
        """A file gives the record its name, unless it has one."""
        for cell in self.cells:
            if cell.field.name == "name" and not cell.value:
                self._group.take(cell, cell.field.kind.parse(name))
        if "media_type" in {one.name for one in fields(self._kind)}:
            self._group.set_aside("media_type", media_type)

    def _build(self, lines: Sequence[str]) -> None:
        """Lay out the fields below what is known; as high as they are, with room for sentences."""
        known = (quiet_line(line, SPACE[1]) for line in lines if line)
        below = (self._question,) if self._question is not None else ()
        height = self._lay_out(_(self._kind.label[0]), (*known, self._group, *below), _("Add"))
        height += _SPARE_LINES * self.fontMetrics().lineSpacing()
        self.take_room(QSize(_WIDTH, round(height * ROW / row_height())))

    def _said(self, field: Field) -> str:
        """What is given from the place where the record is made."""
        with self._office.read() as session:
            shown = in_words(session, field.kind, self._given[field.name])
        return _("{field}: {value}").format(field=field.title(), value=shown)


def new_record(
    office: OfficeFile,
    kind: type[Record],
    values: Values | None = None,
    parent: QWidget | None = None,
    *,
    likely: Values | None = None,
    linked: Linked | None = None,
) -> str:
    """Ask for what a new record needs and add it as one step; its id, empty if somebody thought better of it.

    ``values`` are those that are known from the place where it is made; ``likely`` ones stand in its
    fields to be changed; ``linked`` tells for which form it is made, if for one.
    """
    dialog = NewRecordDialog(office, kind, values, parent, likely=likely, linked=linked)
    dialog.exec()
    return dialog.row_id


def surroundings(office: OfficeFile, kind: type[Record], known: Callable[[], Values]) -> Surroundings:
    """What the editors of a form of ``kind`` may need; ``known`` tells what the form holds at the moment."""

    def likely(link: Link) -> Values:
        with office.read() as session:
            return taken_over(session, kind, known(), link)

    def create(link: Link, typed: str, over: QWidget) -> str:
        target = entity(link.target)
        named = _post_of(kind) if target is Person else None
        post = likely(named) if named is not None else None
        return new_record(
            office, target, called(target, typed), over, likely=likely(link), linked=Linked(post)
        )

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


def _post_of(kind: type[Record]) -> Link | None:
    """The field of a form that names the post in which somebody comes."""
    links = (one.kind for one in fields(kind) if isinstance(one.kind, Link))
    return next((one for one in links if one.target == entity_name(Post)), None)
