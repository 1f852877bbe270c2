"""What can stand in braces in a letter template: every name with what it means; Enter copies one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.story.text_rows import TextRow, TextRows
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, fold
from dipdesk.model import LetterTemplate
from dipdesk.model.letter_words import SUBJECTS, letter_words
from dipdesk.store.office_file import News, OfficeFile

_LETTERS = 22


class LetterWords(QWidget):
    """A line to find a name by a few letters, and the names that fit."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._row_id = office, row_id
        title = _("What can stand in braces")
        heading = Heading(title, self)
        self.line = QLineEdit(heading)
        self.line.setPlaceholderText(_("Type a few letters"))
        self.line.setAccessibleName(title)
        self.line.setClearButtonEnabled(True)
        self.line.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth() + 4 * SPACE[2])
        self.line.textChanged.connect(lambda _text: self.refresh())
        heading.add(self.line)
        self.model = TextRows((_("In the text"), _("Stands for")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(title)
        self.table.wanted.connect(self.copy_current)
        explained = secondary(
            _("Enter copies one. Behind a bar, 'e 'i 'de 'den 'in 'le add a Turkish suffix, caps capitals.")
        )
        explained.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (heading, explained, self.table):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Show the names that fit what is typed."""
        with self._office.read() as session:
            template = session.get(LetterTemplate, self._row_id)
            about = template.about if template is not None else ""
        words = letter_words(about).values() if about in SUBJECTS else ()
        rows = (TextRow("", "", (f"{{{one.name}}}", one.title())) for one in words)
        wanted = fold(self.line.text().strip())
        self.model.show([row for row in rows if wanted in fold(" ".join(row.texts))])
        self.table.fit()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("letter_template", self._row_id) in news.rows

    def copy_current(self) -> None:
        """Put the name that is selected on the clipboard."""
        index = self.table.currentIndex()
        if index.isValid():
            text = self.model.rows[index.row()].texts[0]
            QGuiApplication.clipboard().setText(text)
            toast(self.window(), _("Copied: {text}").format(text=text))
