"""What stands around the value of a cell: its label with a mark, and what is said beneath it."""

from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.editor import Editor
from dipdesk.gui.form.note import FieldLabel, FieldNote
from dipdesk.i18n import _
from dipdesk.model import Field


class CellWords:
    """Label and note of one field.

    ``problem`` says why what was typed cannot be stored, ``remark`` what to think about, and ``found`` that
    a text was brought back; each is one sentence, or empty.
    """

    def __init__(self, field: Field, parent: QWidget, *, stays_open: bool) -> None:
        self._field = field
        self.label = FieldLabel(field, parent, asked=stays_open)
        self.note = FieldNote(parent, keeps_room=stays_open)
        self.problem = self.remark = self.found = ""

    def thought(self, editor: Editor | None) -> str:
        """The sentence to think about, with that about what stands in ``editor``; empty for none."""
        typed = editor.remark() if editor is not None else ""
        return self.found or typed or self.remark

    def show(self, editor: Editor | None, mark: str, *, editing: bool) -> None:
        """Show ``mark`` beside the label, and beneath the field what is wrong, what to think about, or the
        hint while somebody edits.
        """
        hint = _(self._field.hint) if editing else ""
        text = self.note.say(self.problem, self.thought(editor if editing else None), hint)
        self.label.set_mark(mark)
        if editor is not None:
            said = (mark, text or _(self._field.hint))
            editor.describe(self._field.title(), " · ".join(part for part in said if part))

    def dress(self) -> None:
        """Take up the font of now."""
        self.label.dress()
        self.note.dress()
