"""The editor of a link to another record."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from dipdesk.errors import Invalid
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.flags import flag_icon
from dipdesk.gui.form.suggest import Suggestion, SuggestLine
from dipdesk.gui.theme import icon
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, fold, format_number
from dipdesk.model import Country, Person, Post, entity
from dipdesk.model.kinds import Kind, Link
from dipdesk.store.rows import present_posts
from dipdesk.store.titles import LISTED, belongs, count_of, in_words, suggestions, title_of

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
        self.line.passed.connect(self.finished)
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
            return self.kind.check(self._fitting(self._chosen))
        matches = self._matches(typed)
        if meant := self._meant(matches, typed):
            return self.kind.check(self._fitting(meant))
        if len(matches) > 1:
            raise Invalid(_("Several match “{text}”. Choose a line of the list.").format(text=typed))
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
        """What is called so, the full name before others, and how many more there are.

        Only what is called so in full, what alone is found, or a country, is taken unchosen.
        """
        wanted = typed.strip()
        matches = self._matches(typed)
        meant, beside = self._meant(matches, wanted), self._beside([key for key, _title in matches])
        found = [
            Suggestion(
                key,
                title,
                self._picture(key),
                sure=self._target is Country or key == meant,
                beside=beside.get(key, ""),
            )
            for key, title in sorted(matches, key=lambda match: fold(match[1]) != fold(wanted))
        ]
        create = _("Create “{name}” …").format(name=wanted) if wanted else _("Create a new one …")
        made = Suggestion(_NEW + wanted, create, icon("add"), sure=False, makes=True)
        return [*found, *self._more(typed, len(found)), made]

    def _matches(self, typed: str) -> list[tuple[str, str]]:
        """What may be meant; of posts only those of the person whom the form names."""
        near, visit = self.around.likely(self.kind), self.around.visit(self.kind)
        with self.around.office.read() as session:
            found = suggestions(session, self._target, typed, near=near, visit=visit)
        return [one for one in found if self._foreign(one[0]) is None]

    def _meant(self, matches: list[tuple[str, str]], typed: str) -> str:
        """The id of what ``typed`` can only mean: of what is called so, else of the only one found.

        Empty if several may be meant, or the only post is one of somebody else.
        """
        same = [key for key, title in matches if fold(title) == fold(typed)]
        if same or len(matches) != 1 or not typed:
            return same[0] if len(same) == 1 else ""
        only = matches[0][0]
        return only if self._foreign(only) is None else ""

    def _more(self, typed: str, listed: int) -> list[Suggestion]:
        """The line that says how many are not listed, where there are such."""
        if listed < LISTED:
            return []
        near, visit = self.around.likely(self.kind), self.around.visit(self.kind)
        with self.around.office.read() as session:
            hidden = count_of(session, self._target, typed, near, visit) - listed
        said = _("… and {count} more: keep typing").format(count=format_number(hidden))
        return [Suggestion("", said, sure=False, is_choice=False)] if hidden > 0 else []

    def _beside(self, row_ids: list[str]) -> dict[str, str]:
        """What tells people of the same name apart: the posts that they hold now, by their ids."""
        if self._target is not Person:
            return {}
        with self.around.office.read() as session:
            return present_posts(session, row_ids)

    def _fitting(self, row_id: str | None) -> str | None:
        """The id of a post if it is one of the person whom the form names; raises Invalid."""
        if row_id and (whose := self._foreign(row_id)) is not None:
            raise Invalid(
                _("This is the post of {person}. Choose a post of {wanted}, or create one.").format(
                    person=whose[0], wanted=whose[1]
                )
            )
        return row_id

    def _foreign(self, row_id: str) -> tuple[str, str] | None:
        """Whose post it is and whose is wanted, if it is not one of the person whom the form names."""
        near = self.around.likely(self.kind) if self._target is Post else {}
        if not near:
            return None
        with self.around.office.read() as session:
            post = session.get(Post, row_id)
            if post is None or belongs(post, near):
                return None
            people = str(post.person_id), str(near["person_id"])
            return title_of(session, "person", people[0]), title_of(session, "person", people[1])

    def _picture(self, row_id: str) -> QIcon:
        if self._target is not Country:
            return QIcon()
        with self.around.office.read() as session:
            country = session.get(Country, row_id)
            return flag_icon(country.code, tokens(self)) if country is not None else QIcon()

    def _picked(self, key: str, text: str) -> None:
        if key.startswith(_NEW):
            QTimer.singleShot(0, self, lambda: self._create(key.removeprefix(_NEW)))
        else:
            self._take(key)

    def _create(self, name: str) -> None:
        """Make the record, when the list is closed, and link to it."""
        if made := self.around.create(self.kind, name, self):
            self._take(made)
            self.finished.emit()

    def _take(self, row_id: str) -> None:
        self.set_value(row_id)
        self.changed.emit()

    def follow(self) -> None:
        if self._chosen and self.text() == self._title:
            self.opened.emit(self.kind.target, self._chosen)


def open_button(name: str) -> QToolButton:
    """The small button beside a link that goes to what it points at; Alt+Enter in the field does the same."""
    made = QToolButton()
    made.setIcon(icon("forward"))
    made.setAccessibleName(name)
    made.setToolTip(_("{action} (Alt+Enter)").format(action=name))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
