"""What clashes in a visit's travel and service, in sentences; each leads to where it can be mended."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from dipdesk.actions.clashes import open_plan
from dipdesk.gui.background import Beside
from dipdesk.gui.form.ceremony.part import Part
from dipdesk.gui.form.heading import INSET
from dipdesk.gui.form.logistics.part import TOUCHED
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.theme import SPACE, icon_side, tokens
from dipdesk.gui.tones import TONE_ICONS, Tone
from dipdesk.i18n import _, ngettext
from dipdesk.model import Visit
from dipdesk.rules.clashes import clashes
from dipdesk.rules.clashes_plan import Finding
from dipdesk.store.office_file import News, OfficeFile

_SIGN = 16
_SHOWN = 8
_AT_ONCE = 100
"""Up to so many items, rides and duties are judged at once; more of them are judged beside the window."""


class ClashSection(Part):
    """The findings by time; it warns and never stands in the way."""

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        words = _("To be looked at"), _("Nothing clashes: people, cars, rooms and duties fit together.")
        super().__init__(office, visit_id, words, parent)
        self._visit_id = visit_id
        self._shows_all = False
        self.beside = Beside(self)
        self.findings: tuple[Finding, ...] = ()
        self._sheet = QWidget(self)
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(INSET, SPACE[1], 0, SPACE[1])
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(1, 1)
        self._column.addWidget(self._sheet)
        self.more_button = self.button("down", "", self.show_all)
        self._empty.hide()  # before the first answer, nothing is claimed
        self.more_button.hide()
        self.refresh()

    def refresh(self) -> None:
        """Look for clashes again; what was found before stands until there is an answer."""
        with self._office.read() as session:
            visit = session.get(Visit, self._visit_id)
            plan = open_plan(session, visit) if visit is not None else None
        if plan is not None and plan.size > _AT_ONCE:
            self.beside.ask(partial(clashes, plan, f"visit/{self._visit_id}"), self._take)
        else:
            self.beside.forget()
            self._take(clashes(plan, f"visit/{self._visit_id}") if plan is not None else ())

    def _take(self, found: tuple[Finding, ...]) -> None:
        if found != self.findings or not self._grid.count():
            self.findings = found
            self._show()
        self.show_count(len(found))
        self._sheet.setVisible(bool(found))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches("visit", "leave", *TOUCHED)

    def show_all(self) -> None:
        """Show those that were left out for room."""
        self._shows_all = True
        self._show()

    def go(self, finding: Finding) -> None:
        """Show the record where a clash can be mended."""
        name, _slash, row_id = finding.records[0].partition("/")
        self.opened.emit(name, row_id)

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = self.findings if self._shows_all else self.findings[:_SHOWN]
        for row, finding in enumerate(shown):
            self._add(row, finding)
        left = len(self.findings) - len(shown)
        text = ngettext("Show {count} more", "Show {count} more", left)
        self.more_button.setText(text.format(count=left))
        self.more_button.setVisible(left > 0)

    def _add(self, row: int, finding: Finding) -> None:
        sign = QLabel(self._sheet)
        side = icon_side(_SIGN)
        tone: Tone = "info" if finding.mild else "attention"
        colour = tokens(self).info if finding.mild else tokens(self).attention
        sign.setPixmap(icon(TONE_ICONS[tone], colour).pixmap(side, side))
        said = Wrapped(finding.sentence, self._sheet)
        said.setAccessibleName(finding.sentence)
        go = QPushButton(icon("forward"), _("Go there"), self._sheet)
        go.setProperty("role", "link")
        go.setAccessibleName(_("Go there: {sentence}").format(sentence=finding.sentence))
        go.clicked.connect(partial(self.go, finding))
        above = max(0, (go.sizeHint().height() - self.fontMetrics().height()) // 2)
        for part in (sign, said):
            part.setContentsMargins(0, above, 0, 0)  # in one line with the button
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)
        self._grid.addWidget(go, row, 2, Qt.AlignmentFlag.AlignTop)
