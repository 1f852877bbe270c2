"""Editors of several words: themes, languages and countries, as chips with a line for the next one."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.suggest import Suggestion, SuggestLine, matching
from dipdesk.gui.theme import icon
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model.kinds import Kind, Words

_SEPARATORS = ",;"


class WordsEditor(Editor):
    """Words as chips; a comma or Enter adds the one that is typed, Backspace takes the last away."""

    kind: Words

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._words: list[str] = []
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.line = SuggestLine(self._suggestions)
        self.line.setPlaceholderText(_("Add one, then press Enter"))
        self.line.textEdited.connect(self._typed)
        self.line.picked.connect(self._picked)
        column = QVBoxLayout()
        column.setSpacing(SPACE[0])
        column.addWidget(self._chips)
        column.addWidget(self.line)
        self.row.addLayout(column)
        self.watch(self.line)

    def text(self) -> str:
        return ", ".join([*self._words, self.line.text().strip()]).strip(", ")

    def set_text(self, text: str) -> None:
        self._words = [word for part in text.split(",") if (word := part.strip())]
        self.line.clear()
        self._show()

    def draft(self) -> str:
        return "\n".join([*self._words, self.line.text()])

    def set_draft(self, draft: str) -> None:
        *words, typed = draft.split("\n")
        self.set_text(",".join(words))
        self.line.setText(typed)

    def words(self) -> list[str]:
        """The words that stand as chips."""
        return list(self._words)

    def stops(self) -> list[QWidget]:
        return [self.line]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and self.line.text().strip() and not event.modifiers():
                self._add(self.line.text())
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._words:
                self._remove(self._words[-1])
                return True
        return super().eventFilter(watched, event)

    def _suggestions(self, typed: str) -> list[Suggestion]:
        names = [Suggestion(code, self.kind.named(code)) for code in self.kind.choices()]
        return [one for one in matching(names, typed) if one.text not in self._words]

    def _typed(self, text: str) -> None:
        if text[-1:] and text[-1] in _SEPARATORS:
            self._add(text[:-1])
        self.changed.emit()

    def _picked(self, key: str, text: str) -> None:
        self._add(text)

    def _add(self, text: str) -> None:
        """Make a chip of ``text`` if the kind takes it; else leave it in the line."""
        try:
            value = self.kind.parse(text)
        except Invalid:
            self.line.setText(text)
            self.committed.emit()
            return
        self._words += [word for word in self._named(value) if word not in self._words]
        self.line.clear()
        self._show()
        self.changed.emit()

    def _named(self, value: Any) -> list[str]:
        return [self.kind.named(word) for word in value or ()]

    def _remove(self, word: str) -> None:
        self._words = [one for one in self._words if one != word]
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        self._flow.clear()
        for word in self._words:
            chip = QToolButton()
            chip.setText(word.replace("&", "&&"))
            chip.setIcon(icon("close"))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAccessibleName(_("Remove {word}").format(word=word))
            chip.setProperty("role", "chip")
            chip.setProperty("tone", "dormant")
            chip.clicked.connect(lambda _checked=False, gone=word: self._remove(gone))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._words))
