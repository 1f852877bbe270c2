"""One field of a form: its label, its value as text until somebody edits it, and what is wrong with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.editors import editor
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.link_editors import open_button
from dipdesk.gui.form.text_editors import address
from dipdesk.gui.form.value_text import ValueText
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE, icon, tokens
from dipdesk.i18n import _
from dipdesk.model import Field
from dipdesk.model.kinds import File, Flag, Link, Subject

_EMPTY = "–"
_MARK = 14

Store = Callable[["FieldCell", Any], str]
"""Stores a value of a cell; gives the sentence that says why not, empty if it is stored."""


class FieldCell(QWidget):
    """A field with its value; asks ``store`` to store what was typed when it is left or Enter is pressed.

    With ``stays_open`` the editor is always shown, as in a form to fill in; so are boxes and files.
    """

    opened = Signal(str, str)
    """A linked record shall be shown."""
    passed = Signal()
    """Enter was pressed: the next field, please."""
    confirmed = Signal()
    """Ctrl+Enter was pressed and the value is stored."""
    named = Signal(str, str)
    """A file was chosen here: its name and media type."""

    def __init__(
        self,
        field: Field,
        around: Surroundings,
        store: Store,
        parent: QWidget | None = None,
        *,
        stays_open: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.value: Any = field.kind.empty
        self._around = around
        self._store = store
        self._stays_open = stays_open or isinstance(field.kind, Flag | File | Subject)
        self._editor: Editor | None = None
        self._typed = False
        self._problem = ""
        self._remark = ""
        self._label = secondary(self._label_text(), wrap=False)
        self._label.setContentsMargins(INSET, 0, 0, 0)
        self._text = ValueText(self)
        self._text.begun.connect(self.begin)
        self._text.followed.connect(self._open)
        self._go = open_button(_("Open"))
        self._go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._go.clicked.connect(self._open)
        self._mark = QLabel(self)
        self._note = Wrapped(parent=self)
        self._lay_out()
        self._dress()
        if self._stays_open:
            self._make_editor()
        self._show_note()
        self._show_text("")

    # What others ask

    @property
    def editor(self) -> Editor:
        """The editor, made when it is first needed."""
        return self._editor or self._make_editor()

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands in the place of the text."""
        return self._editor is not None and self._editor.isVisibleTo(self)

    @property
    def problem(self) -> str:
        """The sentence beneath the field; empty if all is well."""
        return self._problem

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return self._text.text()

    def set_value(self, value: Any, shown: str, remark: str = "") -> None:
        """Show a stored value, ``shown`` to people, with a ``remark``; what is being typed just now stays."""
        is_new = value != self.value
        self.value = value
        if remark != self._remark:
            self._remark = remark
            self._show_note()
        self._show_text(shown)
        if self._editor is not None and not self._typed and (is_new or self._stays_open):
            self._editor.set_value(value)

    def begin(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the editor in the place of the text and the focus into it."""
        made = self.editor
        if not self._stays_open:
            if not self._typed:
                made.set_value(self.value)
            made.show()
            made.start(reason)
            self._text.hide()
            self._go.hide()
            self._show_note()
            if reason == Qt.FocusReason.MouseFocusReason:
                made.offer()
        else:
            made.start(reason)

    def leave(self) -> bool:
        """Store what was typed and show it as text; False if it cannot be stored: then it stays."""
        if not self.commit():
            return False
        self._back_to_text()
        return True

    def commit(self) -> bool:
        """Store what was typed, if anything; False with a sentence beneath the field if that cannot be."""
        if self._editor is None or not self._typed:
            return not self._problem
        try:
            value = self._editor.value()
        except Invalid as trouble:
            self.show_problem(trouble.sentence)
            return False
        self._typed = False
        trouble_sentence = "" if value == self.value else self._store(self, value)
        self._typed = bool(trouble_sentence)
        self.show_problem(trouble_sentence)
        if not trouble_sentence:
            self.value = value
            self._editor.set_value(value)
        return not trouble_sentence

    def revert(self) -> None:
        """Put the stored value back and forget what was typed."""
        self._typed = False
        self.show_problem("")
        if self._editor is not None:
            self._editor.set_value(self.value)
        self._back_to_text()

    def show_problem(self, sentence: str) -> None:
        """Say beneath the field what is wrong; empty takes it away."""
        self._problem = sentence
        if self._editor is not None:
            self._editor.mark(bool(sentence))
        self._show_note()

    def focus_value(self) -> None:
        """Put the focus on the text without editing it."""
        if self._stays_open:
            self.editor.start(Qt.FocusReason.OtherFocusReason)
        else:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and ((self.is_editing and not self._stays_open) or self._typed):
            self.revert()
            self.focus_value()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_note"):
            self._dress()

    def _label_text(self) -> str:
        needed = (
            self.field.kind.required and self._stays_open and not isinstance(self.field.kind, File | Subject)
        )
        return _("{field} *").format(field=self.field.title()) if needed else self.field.title()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._shown_row = QHBoxLayout()
        self._shown_row.setSpacing(0)
        self._shown_row.addWidget(self._text, 1)
        self._shown_row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        self._note_row = QHBoxLayout()
        self._note_row.setContentsMargins(INSET, 2, 0, 0)
        self._note_row.setSpacing(SPACE[0])
        self._note_row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._note_row.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addLayout(self._shown_row)
        column.addLayout(self._note_row)

    def _dress(self) -> None:
        self._label.setFont(secondary().font())
        self._note.setFont(secondary().font())
        self._text.fit()
        self._show_note()

    def _make_editor(self) -> Editor:
        made = editor(self.field.kind, self._around)
        made.setParent(self)
        self._editor = made
        if self._stays_open:
            made.setContentsMargins(INSET if made.direct else 0, 2, 0, 2)
            self._text.hide()
        self._shown_row.insertWidget(1, made, 1)
        made.setVisible(self._stays_open)
        before: QWidget = self._text
        for stop in made.stops():
            QWidget.setTabOrder(before, stop)
            before = stop
        made.changed.connect(self._changed)
        made.committed.connect(self._committed)
        made.finished.connect(self._finished)
        made.confirmed.connect(self._confirmed)
        made.opened.connect(self.opened)
        named = getattr(made, "named", None)
        if named is not None:
            named.connect(self.named)
        return made

    def _changed(self) -> None:
        self._typed = True
        if self._problem:
            self.show_problem("")
        else:
            self._show_note()

    def _committed(self) -> None:
        if self.commit() and not self._stays_open:
            self.focus_value()
            self._back_to_text()

    def _confirmed(self) -> None:
        if not self._problem:
            self.confirmed.emit()

    def _finished(self) -> None:
        if self.commit():
            self.passed.emit()

    def _back_to_text(self) -> None:
        if self._editor is None or self._stays_open:
            return
        self._text.show()
        self._go.setVisible(self._opens())
        self._editor.hide()
        self._show_note()

    def _show_text(self, shown: str) -> None:
        self._text.set_text(shown or _EMPTY, muted=not shown)
        self._text.setAccessibleName(f"{self.field.title()}: {shown or _('empty')}")
        self._go.setVisible(self._opens() and not self.is_editing)

    def _opens(self) -> bool:
        if isinstance(self.field.kind, Link):
            return bool(self.value)
        return address(self.field.kind, self.value or "") is not None

    def _open(self) -> None:
        if isinstance(self.field.kind, Link) and self.value:
            self.opened.emit(self.field.kind.target, self.value)
        elif target := address(self.field.kind, self.value or ""):
            QDesktopServices.openUrl(target)

    def _show_note(self) -> None:
        """Show beneath the field what is wrong, what to think about, or the hint while somebody edits."""
        colours = tokens(self)
        typed = self._editor.remark() if self._editor is not None and self.is_editing else ""
        remark = typed or self._remark
        hint = _(self.field.hint) if self.is_editing else ""
        text = self._problem or remark or hint
        colour = colours.bad if self._problem else colours.attention if remark else colours.muted
        self._note.set_text(text)
        palette = self._note.palette()
        palette.setColor(self._note.foregroundRole(), QColor(colour))
        self._note.setPalette(palette)
        self._note.setVisible(bool(text))
        name = "error" if self._problem else "warning" if remark else ""
        self._mark.setVisible(bool(name))
        if name:
            self._mark.setPixmap(icon(name, QColor(colour)).pixmap(_MARK, _MARK))
        if self._editor is not None:
            self._editor.describe(self.field.title(), text or _(self.field.hint))
