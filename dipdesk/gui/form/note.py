"""What stands around the value of a field: its label above, and beneath it a sentence about the value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE, icon, tokens
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.model.kinds import File, Subject

_MARK = 14


class FieldLabel(QWidget):
    """The name of a field, and at its right a mark while what is typed is not saved.

    With ``asked`` it is a field to fill in, and says if it must be.
    """

    def __init__(self, field: Field, parent: QWidget, *, asked: bool = False) -> None:
        super().__init__(parent)
        is_needed = asked and field.kind.required and not isinstance(field.kind, File | Subject)
        title = _("{field} *").format(field=field.title()) if is_needed else field.title()
        self._title = secondary(title, wrap=False)
        self._title.setMinimumWidth(1)
        self._mark = secondary(wrap=False)
        self._mark.setProperty("role", "accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self._title)
        row.addWidget(self._mark)
        row.addStretch(1)

    def set_mark(self, text: str) -> None:
        """Show ``text`` as the mark; empty for none."""
        self._mark.setText(f"● {text}" if text else "")

    def dress(self) -> None:
        """Take up the font of now."""
        for label in (self._title, self._mark):
            label.setFont(secondary().font())


class FieldNote(QWidget):
    """A sentence beneath a field: what is wrong, else what to think about, else a hint.

    With ``keeps_room`` its line stays when there is nothing to say, so that nothing moves.
    """

    def __init__(self, parent: QWidget, *, keeps_room: bool = False) -> None:
        super().__init__(parent)
        self._keeps_room = keeps_room
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark = QLabel(self)
        self._text = Wrapped(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 2, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._said = ("", "", "")
        self.dress()

    def say(self, problem: str, remark: str, hint: str) -> str:
        """Show the most important of the three; returns it."""
        self._said = (problem, remark, hint)
        colours = tokens(self)
        text = problem or remark or hint
        colour = colours.bad if problem else colours.attention if remark else colours.muted
        self._text.set_text(text)
        self._text.set_colour(colour)
        self.setVisible(bool(text) or self._keeps_room)
        name = "error" if problem else "warning" if remark else ""
        self._mark.setVisible(bool(name))
        if name:
            self._mark.setPixmap(icon(name, colour).pixmap(_MARK, _MARK))
        return text

    def dress(self) -> None:
        """Take up the font and colours of now."""
        self._text.setFont(secondary().font())
        self.say(*self._said)
