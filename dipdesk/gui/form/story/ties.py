"""The ties of a partner to other organisations, read from its side whichever side wrote them down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from sqlalchemy import or_, select

from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.storing import remove_record
from dipdesk.gui.form.story.text_rows import TextRow, TextRows
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, fold
from dipdesk.model import Tie, field_of
from dipdesk.model.ties import INVERSE_TIES, TIE_KINDS
from dipdesk.store.office_file import News, OfficeFile


class TiesSection(QWidget):
    """A table of ties; Enter or a double click goes to the other organisation."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, partner_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._partner_id = partner_id
        self._ties: list[str] = []
        title = _("Ties to other organisations")
        self._heading = Heading(title, self)
        self.model = TextRows((_("Tie"), _("Organisation"), _("Since"), _("Until"), _("Note")))
        self._empty = secondary(_("Who is a member of what, who presides, who is twinned with whom."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self.edit_button = self._icon_button("edit", _("Edit this tie"), self.edit_current)
        self.remove_button = self._icon_button("delete", _("Remove"), self.remove_current)
        self.add_button = QPushButton(icon("add"), _("Add"), self._heading)
        self.add_button.setProperty("role", "link")
        self.add_button.setAccessibleDescription(title)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(title)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read the ties again."""
        with self._office.read() as session:
            mine = or_(Tie.partner_id == self._partner_id, Tie.other_id == self._partner_id)
            found = [(tie.id, self._row(tie)) for tie in session.scalars(select(Tie).where(mine))]
        found.sort(key=lambda one: fold(" ".join(one[1].texts)))
        rows = [row for _tie, row in found]
        if rows != self.model.rows or len(found) != len(self._ties):
            self.model.show(rows)
        self._ties = [tie for tie, _row in found]
        self._heading.set_count(len(rows))
        self._heading.set_lined(not rows)
        self.table.setVisible(bool(rows))
        self.table.fit()
        self._empty.setVisible(not rows)
        self._show_buttons()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("tie", "partner")

    def current(self) -> str:
        """The id of the tie that is selected; empty for none."""
        index = self.table.currentIndex()
        return self._ties[index.row()] if index.isValid() and index.row() < len(self._ties) else ""

    def open_current(self) -> None:
        """Go to the other organisation."""
        index = self.table.currentIndex()
        if index.isValid():
            row = self.model.rows[index.row()]
            self.opened.emit(row.entity, row.row_id)

    def edit_current(self) -> None:
        """Show the tie itself."""
        if tie := self.current():
            self.opened.emit("tie", tie)

    def remove_current(self) -> None:
        """Remove the tie that is selected, with a way back."""
        tie = self.current()
        if tie and remove_record(self._office, Tie, tie):
            self.refresh()
            toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)
            self.add_button.setFocus()

    def add(self) -> None:
        """Ask for a new tie."""
        if new_record(self._office, Tie, {"partner_id": self._partner_id}, self):
            self.refresh()

    def _row(self, tie: Tie) -> TextRow:
        """A tie from the side of this partner; to itself, it reads as it was written."""
        here = tie.partner_id == self._partner_id
        words, other = (TIE_KINDS, tie.other) if here else (INVERSE_TIES, tie.partner)
        said = _(words[tie.kind]) if tie.kind in words else ""
        term = field_of(Tie, "since").kind
        texts = (
            said,
            other.title() if other else "",
            term.format(tie.since),
            term.format(tie.until),
            tie.note,
        )
        return TextRow("partner", other.id if other else "", texts)

    def _icon_button(self, sign: str, text: str, act: object) -> QToolButton:
        made = QToolButton(self._heading)
        made.setIcon(icon(sign))
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.clicked.connect(act)
        return made

    def _show_buttons(self) -> None:
        chosen = bool(self.current())
        self.edit_button.setVisible(chosen)
        self.remove_button.setVisible(chosen)

    def _lay_out(self) -> None:
        for button in (self.edit_button, self.remove_button, self.add_button):
            self._heading.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove_current)
        self.table.more_wanted.connect(self.add)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_buttons())
        self.model.modelReset.connect(self._show_buttons)
