"""One field of a form that can be edited: its value stands as text until somebody types."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.editors import editor
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.shown_cell import ShownCell
from dipdesk.i18n import _
from dipdesk.model import Field

Store = Callable[["FieldCell", Any], str]
"""Stores a value of a cell; gives the sentence that says why not, empty if it is stored."""


class FieldCell(ShownCell):
    """A field with its value; asks ``store`` to store what was typed when it is left or Enter is pressed.

    With ``stays_open`` the editor is always shown, as in a form to fill in; so are boxes and files. A
    sensitive value is hidden until somebody asks for it.
    """

    passed = Signal()
    """Enter was pressed: the next field, please."""
    confirmed = Signal()
    """Ctrl+Enter was pressed and the value is stored."""
    named = Signal(str, str)
    """A file was chosen here: its name and media type."""
    typed = Signal()
    """Something was typed that is not stored yet."""
    settled = Signal()
    """What was typed is stored or taken back."""
    told = Signal()
    """Something is said beneath the field about what was typed here."""

    def __init__(
        self,
        field: Field,
        around: Surroundings,
        store: Store,
        parent: QWidget | None = None,
        *,
        stays_open: bool = False,
    ) -> None:
        super().__init__(field, parent, stays_open=stays_open)
        self._around = around
        self._store = store
        self._editor: Editor | None = None
        self._is_typed = self._is_waiting = self._is_storing = False
        self._covered.asked.connect(self.reveal)
        self._text.begun.connect(self.begin)
        if self._stays_open:
            self._make_editor()
            self._show_note()
        self._show_text()

    # What others ask

    def reveal(self) -> None:
        """Show a sensitive value until the page is left."""
        self._is_covert = False
        self._show_text()
        self.focus_value()

    @property
    def editor(self) -> Editor:
        """The editor, made when it is first needed."""
        return self._editor or self._make_editor()

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands in the place of the text."""
        return self._editor is not None and self._editor.isVisibleTo(self)

    @property
    def remark(self) -> str:
        """The sentence to think about; empty for none."""
        return self.words.thought(self._editor if self.is_editing else None)

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return self._is_typed

    @property
    def mark(self) -> str:
        """What stands beside the label while something is typed; empty if all is stored."""
        return _("not saved yet") if self._is_typed and not self._stays_open else ""

    def set_value(self, value: Any, shown: str, remark: str = "") -> None:
        """Show a stored value, ``shown`` to people, with a ``remark``; what is being typed just now stays."""
        is_new = value != self.value
        self.value = value
        if remark != self.words.remark:
            self.words.remark = remark
            self._show_note()
            if remark and self._is_storing:
                self.told.emit()
        self._shown = shown
        self._show_text()
        if self._editor is not None and not self._is_typed and (is_new or self._stays_open):
            self._editor.set_value(value)
            self._show_note()

    def begin(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the editor in the place of the text and the focus into it; first show what is hidden."""
        if self.is_hidden:
            if reason not in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
                self.reveal()
            return
        self._is_covert = self._is_waiting = False
        made = self.editor
        if not self._stays_open:
            self._uncover()
            made.start(reason)
            if reason == Qt.FocusReason.MouseFocusReason:
                QTimer.singleShot(0, made, made.offer)  # when it has its place
        else:
            made.start(reason)

    def bring_back(self, draft: str, found: str) -> None:
        """Show a text that was typed earlier and never stored, with a sentence that says so.

        It waits there, and is not stored before somebody goes into the field.
        """
        self._is_covert = False
        self.editor.set_value(self.value)
        self.editor.set_draft(draft)
        self._is_typed = self._is_waiting = True
        self.words.found = found
        self._uncover()

    def leave(self) -> bool:
        """Store what was typed and show it as text; False if it cannot be stored: then it stays."""
        self._is_waiting = False
        if not self.commit():
            return False
        self._back_to_text()
        return True

    def commit(self) -> bool:
        """Store what was typed, if anything; False with a sentence beneath the field if that cannot be."""
        if self._editor is None or not self._is_typed or self._is_waiting:
            return not self.problem
        try:
            value = self._editor.value()
        except Invalid as trouble:
            self.show_problem(trouble.sentence)
            return False
        sentence = "" if value == self.value else self._stored(value)
        self._is_typed = bool(sentence)
        if not sentence:
            self.value = value
            self._settle()
            self._editor.set_value(value)
        self.show_problem(sentence)
        return not sentence

    def revert(self) -> None:
        """Put the stored value back and forget what was typed."""
        if self._is_typed:
            self._settle()
        self.show_problem("")
        if self._editor is not None:
            self._editor.set_value(self.value)
        self._back_to_text()

    def show_problem(self, sentence: str) -> None:
        """Say beneath the field what is wrong; empty takes it away."""
        self.words.problem = sentence
        if self._editor is not None:
            self._editor.mark(bool(sentence))
        self._show_note()
        if sentence:
            self.told.emit()

    def focus_value(self) -> None:
        """Put the focus on the text without editing it."""
        if self._stays_open:
            self.editor.start(Qt.FocusReason.OtherFocusReason)
        else:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _stored(self, value: Any) -> str:
        """Let a value be stored; why it is not, empty if it is."""
        self._is_typed, self._is_storing = False, True  # what is stored shows at once
        try:
            return self._store(self, value)
        finally:
            self._is_storing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.is_editing and not self._stays_open:
            self.revert()
            self.focus_value()
        else:
            super().keyPressEvent(event)

    def _make_editor(self) -> Editor:
        made = editor(self.field.kind, self._around)
        made.setParent(self)
        self._editor = made
        if self._stays_open:
            made.setContentsMargins(INSET if made.direct else 0, 2, 0, 2)
            self._covered.hide()
        self._column.insertWidget(2, made)
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

    def _settle(self) -> None:
        """What was typed is stored or taken back."""
        self._is_typed = self._is_waiting = False
        self.words.found = ""
        self.settled.emit()

    def _uncover(self) -> None:
        """Put the editor in the place of the text."""
        if not self._is_typed:
            self.editor.set_value(self.value)
        self.editor.show()
        self._covered.hide()
        self._show_note()

    def _changed(self) -> None:
        self._is_typed, self._is_waiting = True, False
        self.words.found = ""
        self.typed.emit()
        if self.problem:
            self.show_problem("")
        else:
            self._show_note()

    def _committed(self) -> None:
        self._is_waiting = False
        if self.commit() and not self._stays_open:
            self.focus_value()
            self._back_to_text()

    def _confirmed(self) -> None:
        if not self.problem:
            self.confirmed.emit()

    def _finished(self) -> None:
        self._is_waiting = False
        if self.commit():
            self.passed.emit()

    def _back_to_text(self) -> None:
        if self._editor is None or self._stays_open:
            return
        self._covered.show()
        self._editor.hide()
        self._show_note()

    def _show_note(self) -> None:
        self.words.show(self._editor, self.mark, editing=self.is_editing)
