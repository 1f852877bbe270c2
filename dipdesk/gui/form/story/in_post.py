"""Who was in post at a partner on a day, in a month or year: “who was mayor in 2019?”."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dipdesk.actions.absence import in_post
from dipdesk.errors import Invalid
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.story.text_rows import TextRow, TextRows
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, language
from dipdesk.model import Post, field_of
from dipdesk.model.kinds import PartialDay
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import News, OfficeFile

_LETTERS = 22


class InPostSection(QWidget):
    """A line for a day, and the people who held a post then; Enter opens one."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, partner_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._partner_id = partner_id
        title = _("Who was in post?")
        self._heading = Heading(title, self)
        self.line = QLineEdit(self._heading)
        self.line.setPlaceholderText(_("A day, a month or a year"))
        self.line.setAccessibleName(title)
        self.line.setToolTip(_("Such as 2019, 05.2019 or 3.5.2019"))
        self.line.setClearButtonEnabled(True)
        self.line.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth() + 4 * SPACE[2])
        self.line.textChanged.connect(lambda _text: self.refresh())
        self.model = TextRows((_("Post"), _("Person"), _("Since"), _("Until")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(title)
        self.table.wanted.connect(self.open_current)
        self.answer = Wrapped(parent=self)
        self.answer.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._heading.add(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(self._heading)
        column.addWidget(self.answer)
        column.addWidget(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Answer for the day that is typed."""
        typed = self.line.text().strip()
        rows: list[TextRow] = []
        said = ""
        if typed:
            try:
                when = PartialDay().typed(typed)
            except Invalid as wrong:
                said = wrong.sentence
            else:
                rows = self._read(when) if when else []
                said = "" if rows else _("Nobody is known to have been in post then.")
        self.model.show(rows)
        self.table.fit()
        self.table.setVisible(bool(rows))
        self.answer.set_text(said, muted=True)
        self.answer.setVisible(bool(said))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("post", "person")

    def open_current(self) -> None:
        """Show the person who is selected."""
        index = self.table.currentIndex()
        if index.isValid():
            row = self.model.rows[index.row()]
            self.opened.emit(row.entity, row.row_id)

    def _read(self, when: PartialDate) -> list[TextRow]:
        with self._office.read() as session:
            return [_row(post) for post in in_post(session, self._partner_id, when) if post.person]


def _row(post: Post) -> TextRow:
    name = post.post_name(language())
    acting = _("{post} (acting)").format(post=name) if post.acting else name
    term = field_of(Post, "since").kind
    person = post.person.title() if post.person else ""
    texts = (acting, person, term.format(post.since), term.format(post.until))
    return TextRow("person", post.person_id or "", texts)
