"""Editors of what points at other records: a link, and what a note or file is about."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.flags import flag_icon
from dipdesk.gui.form.suggest import Suggestion, SuggestLine
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.theme import icon
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, fold
from dipdesk.model import Country, entity
from dipdesk.model.kinds import Kind, Link
from dipdesk.store.titles import in_words, suggestions

_NEW = "new:"


class LinkEditor(Editor):
    """Finds a record by a few letters of its title, or makes it; a button opens the one chosen."""

    kind: Link

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._target = entity(self.kind.target)
        self._chosen: str | None = None
        self._title = ""
        self.line = SuggestLine(self._suggestions)
        self.line.textEdited.connect(self.changed)
        self.line.picked.connect(self._picked)
        self.line.setPlaceholderText(_("Type a few letters"))
        self.go = open_button(_("Open this record"))
        self.go.clicked.connect(self.follow)
        self.row.addWidget(self.line)
        self.row.addWidget(self.go)
        self.watch(self.line)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def set_value(self, value: Any) -> None:
        self._chosen = value or None
        with self.around.office.read() as session:
            self._title = in_words(session, self.kind, value)
        self.set_text(self._title)
        self.line.setCursorPosition(0)
        self.go.setEnabled(bool(value))

    def value(self) -> Any:
        typed = self.text().strip()
        if not typed:
            return self.kind.check(None)
        if typed == self._title.strip():
            return self.kind.check(self._chosen)
        with self.around.office.read() as session:
            same = [
                key for key, title in suggestions(session, self._target, typed) if fold(title) == fold(typed)
            ]
        if len(same) == 1:
            return self.kind.check(same[0])
        raise Invalid(
            _("“{text}” was not found. Choose a line of the list, or the last one to create it.").format(
                text=typed
            )
        )

    def stops(self) -> list[QWidget]:
        return [self.line]

    def offer(self) -> None:
        self.line.show_all()

    def _suggestions(self, typed: str) -> list[Suggestion]:
        colours = tokens(self)
        with self.around.office.read() as session:
            found = [
                Suggestion(key, title, _picture(session.get(Country, key), colours))
                if self._target is Country
                else Suggestion(key, title)
                for key, title in suggestions(session, self._target, typed)
            ]
        wanted = typed.strip()
        create = _("Create “{name}” …").format(name=wanted) if wanted else _("Create a new one …")
        return [*found, Suggestion(_NEW + wanted, create, icon("add"), sure=False)]

    def _picked(self, key: str, text: str) -> None:
        if key.startswith(_NEW):
            QTimer.singleShot(0, self, lambda: self._create(key.removeprefix(_NEW)))
        else:
            self._take(key)

    def _create(self, name: str) -> None:
        """Make the record, when the list is closed, and link to it."""
        if made := self.around.create(self.kind, name, self):
            self._take(made)

    def _take(self, row_id: str) -> None:
        self.set_value(row_id)
        self.changed.emit()
        self.finished.emit()

    def follow(self) -> None:
        if self._chosen and self.text() == self._title:
            self.opened.emit(self.kind.target, self._chosen)


class SubjectEditor(Editor):
    """Shows what a note, file or tag is about, and opens it."""

    direct: ClassVar[bool] = True

    def __init__(self, kind: Kind[Any], around: Surroundings) -> None:
        super().__init__(kind, around)
        self._subject: str | None = None
        self.go = QPushButton(icon("open"), "")
        self.go.setProperty("role", "link")
        self.go.clicked.connect(self._go)
        self._title = Wrapped()
        self.row.addWidget(self.go)
        self.row.addWidget(self._title, 1)

    def text(self) -> str:
        return self._subject or ""

    def set_text(self, text: str) -> None:
        self.set_value(text)

    def value(self) -> Any:
        return self.kind.check(self._subject)

    def set_value(self, value: Any) -> None:
        self._subject = value
        with self.around.office.read() as session:
            title = in_words(session, self.kind, value)
        self._title.set_text(title or "–", muted=not title)
        self.go.setText(_("Open"))
        self.go.setVisible(bool(value))

    def stops(self) -> list[QWidget]:
        return [self.go]

    def _go(self) -> None:
        name, slash, row_id = (self._subject or "").partition("/")
        if slash:
            self.opened.emit(name, row_id)


def open_button(name: str) -> QToolButton:
    """The small button beside a link that goes to what it points at; Alt+Enter in the field does the same."""
    made = QToolButton()
    made.setIcon(icon("forward"))
    made.setAccessibleName(name)
    made.setToolTip(_("{action} (Alt+Enter)").format(action=name))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _picture(country: Country | None, colours: Any) -> QIcon:
    return flag_icon(country.code, colours) if country is not None else QIcon()
