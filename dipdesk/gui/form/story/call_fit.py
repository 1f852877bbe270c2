"""Who could join an application to a funding call: a table of partners with what speaks for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.actions import call_fit
from dipdesk.actions.call_fit import Joining
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.remarks import Remark, Remarks
from dipdesk.gui.form.story.text_rows import TextRow, TextRows
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, country_name, language
from dipdesk.rules.call_fit import Fit
from dipdesk.store.office_file import News, OfficeFile

_MADE_FROM = ("funding_call", "partner", "relation", "agreement")


class CallFitSection(QWidget):
    """What is to be said of the whole, and the partners; Enter or a double click opens one."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, call_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._call_id = call_id
        title = _("Suitable partners")
        self._heading = Heading(title, self)
        self.remarks = Remarks(self)
        self._nobody = secondary(
            _("Nobody yet: partners come here with whom a relation is active or whose themes the call names.")
        )
        self._nobody.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self.model = TextRows((_("Partner"), _("Country"), _("What speaks for it")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(title)
        self.table.wanted.connect(self.open_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        for part in (self._heading, self.remarks, self._nobody, self.table):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Judge the partners again."""
        with self._office.read() as session:
            found = call_fit.of(session, self._call_id) or Joining((), "", 0, "")
        rows = [_row(one) for one in found.partners]
        said = [Remark("bad", found.barred)] if found.barred else []
        if found.enough:
            said.append(Remark("attention" if found.missing else "good", found.enough))
        self.remarks.show_remarks(said)
        self.remarks.setVisible(bool(said))
        if rows != self.model.rows:
            self.model.show(rows)
        self._heading.set_count(len(rows))
        self.table.setVisible(bool(rows))
        self.table.fit()
        self._nobody.setVisible(not rows)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_MADE_FROM)

    def open_current(self) -> None:
        """Show the partner that is selected."""
        index = self.table.currentIndex()
        if index.isValid():
            row = self.model.rows[index.row()]
            self.opened.emit(row.entity, row.row_id)


def _row(one: Fit) -> TextRow:
    country = country_name(one.candidate.country, language()) if one.candidate.country else ""
    return TextRow("partner", one.candidate.key, (one.candidate.name, country, " · ".join(one.reasons)))
