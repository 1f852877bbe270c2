"""The editor of what a note, a file or a task is about: it opens it, or finds one where there is none yet."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.suggest import Suggestion, SuggestLine
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.theme import icon
from dipdesk.i18n import _, fold
from dipdesk.model import entity
from dipdesk.model.kinds import Kind
from dipdesk.store.titles import in_words, suggestions

_KINDS = ("visit", "ceremony", "partner", "relation", "agreement", "membership", "project", "person")
"""The entities that are offered, the likeliest first; what belongs to another one is made on its page."""
_OF_EACH = 4


class SubjectEditor(Editor):
    """Shows what it is about and opens it; a line finds a record by a few letters while there is none."""

    direct: ClassVar[bool] = True

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._subject: str | None = None
        self._is_own_choice = False
        self.go = QPushButton(icon("open"), _("Open"))
        self.go.setProperty("role", "link")
        self.go.clicked.connect(self._go)
        self.change = QPushButton(_("Choose another"))
        self.change.setProperty("role", "link")
        self.change.clicked.connect(self._let_go)
        self._title = Wrapped()
        self.line = SuggestLine(self._suggestions)
        self.line.setPlaceholderText(_("Type a few letters"))
        self.line.textEdited.connect(self.changed)
        self.line.picked.connect(self._picked)
        self.line.passed.connect(self.finished)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.go)
        self.row.addWidget(self._title, 1)
        self.row.addWidget(self.change)
        self.watch(self.line)

    def text(self) -> str:
        return self._subject or self.line.text()

    def set_text(self, text: str) -> None:
        self.set_value(text)

    def value(self) -> Any:
        typed = self.line.text().strip()
        if self._subject or not typed:
            return self.kind.check(self._subject)
        meant = [one for one in self._suggestions(typed) if one.sure]
        if not meant:
            raise Invalid(_("“{text}” was not found. Choose a line of the list.").format(text=typed))
        return self.kind.check(meant[0].key)

    def set_value(self, value: Any) -> None:
        self._subject = value or None
        with self.around.office.read() as session:
            title = in_words(session, self.kind, value)
        self._title.set_text(title)
        self.line.clear()
        self.line.setVisible(not value)
        self.go.setVisible(bool(value))
        self._title.setVisible(bool(value))
        self.change.setVisible(bool(value) and self._is_own_choice)

    def stops(self) -> list[QWidget]:
        return [self.line, self.go, self.change]

    def _suggestions(self, typed: str) -> list[Suggestion]:
        """Records called so, beside each what it is; only one called so in full, or found alone, is sure."""
        wanted = fold(typed.strip())
        with self.around.office.read() as session:
            found = [
                (kind, f"{name}/{row_id}", title)
                for name in _KINDS
                for kind in (entity(name),)
                for row_id, title in suggestions(session, kind, typed, limit=_OF_EACH)
            ]
        same = [key for _kind, key, title in found if fold(title) == wanted]
        sure = same if len(same) == 1 else [key for _kind, key, _title in found if len(found) == 1]
        return [
            Suggestion(
                key, title, icon(kind.icon), sure=bool(wanted) and key in sure, beside=_(kind.label[0])
            )
            for kind, key, title in found
        ]

    def _picked(self, key: str, _text: str) -> None:
        self._is_own_choice = True
        self.set_value(key)
        self.changed.emit()
        self.finished.emit()

    def _let_go(self) -> None:
        """Take back what was chosen here, for another one."""
        self.set_value(None)
        self.changed.emit()
        self.line.setFocus()

    def _go(self) -> None:
        name, slash, row_id = (self._subject or "").partition("/")
        if slash:
            self.opened.emit(name, row_id)
