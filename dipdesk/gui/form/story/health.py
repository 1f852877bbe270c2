"""How the relation with a partner fares: a word with its reasons, the ledger, and three next steps."""

from itertools import zip_longest
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions import relation_health
from dipdesk.actions.relation_health import Condition, prefilled
from dipdesk.gui.faring import HEALTH_WORDS
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.story.ledger import Ledger
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import Chip, secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.toast import toast
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Relation, entity
from dipdesk.rules import clock, next_steps
from dipdesk.rules.next_steps import Suggestion
from dipdesk.rules.relation_health import Health
from dipdesk.store.office_file import News, OfficeFile

_MADE = {
    "contact": N_("Note a contact"),
    "visit": N_("Plan a visit"),
    "commitment": N_("Add a commitment"),
}
_ABOVE = 4
"""How far the text of a link stands from the edge of its button."""
_MADE_FROM = ("relation", "contact", "visit", "commitment", "agreement", "office")


class HealthSection(QWidget):
    """Judged anew whenever something changes; each step has a button that begins it."""

    opened = Signal(str, str)

    def __init__(
        self,
        of: Literal["partner", "relation"],
        office: OfficeFile,
        row_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._of = of
        self._office = office
        self._row_id = row_id
        self._partner_id = row_id if of == "partner" else ""
        self.condition: Condition | None = None
        self._heading = Heading(_("How the relation fares"), self)
        self.word = Chip()
        self.reasons = Wrapped(parent=self)
        self.ledger = Ledger(self)
        self.months = secondary()
        self._proposal = secondary(_("What to do next: a proposal"))
        self._proposal.setToolTip(next_steps.source().said())
        self._lines = [_StepLine(self) for _number in range(next_steps.MOST)]
        for line in self._lines:
            line.wanted.connect(self.begin)
        self._lay_out()
        self.refresh()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the steps that are shown."""
        return [line.button for line in self._lines if line.step is not None]

    def refresh(self) -> None:
        """Judge the relation again."""
        found = self._read()
        self.setVisible(found is not None)
        if found is None or found == self.condition:
            return
        self.condition = found
        word, tone = HEALTH_WORDS[found.health.word]
        self.word.show_state(_(word), tone)
        self.reasons.set_text("\n".join(found.health.reasons))
        self.ledger.show_health(found.health)
        self.months.setText(_months(found.health))
        self._show_steps(found.steps)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_MADE_FROM)

    def begin(self, step: Suggestion) -> None:
        """Ask for the record with which a step begins, filled in as far as it is known."""
        values = prefilled(step, self._partner_id, clock.today())
        if new_record(self._office, entity(step.makes), values, self):
            toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)
            self.refresh()

    def _read(self) -> Condition | None:
        with self._office.read() as session:
            if self._of == "partner":
                found = relation_health.of_partner(session, self._row_id, clock.today())
                return found if found.is_known else None
            relation = session.get(Relation, self._row_id)
            self._partner_id = (relation.partner_id if relation else "") or ""
            return relation_health.of_relation(session, self._row_id, clock.today())

    def _show_steps(self, steps: tuple[Suggestion, ...]) -> None:
        self._proposal.setVisible(bool(steps))
        for line, step in zip_longest(self._lines, steps):
            line.show_step(step)

    def _lay_out(self) -> None:
        self._heading.add(self.word)
        body = QVBoxLayout()
        body.setContentsMargins(INSET, SPACE[1], 0, 0)
        body.setSpacing(SPACE[2])
        body.addWidget(self.reasons)
        body.addWidget(self.ledger)
        body.addWidget(self.months)
        steps = QVBoxLayout()
        steps.setSpacing(SPACE[0])
        for part in (self._proposal, *self._lines):
            steps.addWidget(part)
        body.addLayout(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(body)


class _StepLine(QWidget):
    """One suggestion with the button that begins it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step: Suggestion | None = None
        self.words = Wrapped(parent=self)
        self.words.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit(self.step))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_step(self, step: Suggestion | None) -> None:
        """Show this one; nothing for None."""
        self.step = step
        self.setVisible(step is not None)
        if step is not None:
            self.words.set_text(step.text.said())
            self.button.setText(_(_MADE[step.makes]))
            self.button.setIcon(icon(step.makes))
            self.button.setAccessibleDescription(step.text.said())


def _months(found: Health) -> str:
    contact, visit = found.months_since_contact, found.months_since_visit
    if contact is None:
        return _("No contact is on file, and no visit has taken place yet.")
    return f"{_since_contact(contact)} · {_since_visit(visit)}"


def _since_contact(months: int) -> str:
    if not months:
        return _("Less than a month since the last contact")
    text = ngettext("{months} month since the last contact", "{months} months since the last contact", months)
    return text.format(months=months)


def _since_visit(months: int | None) -> str:
    if months is None:
        return _("No visit has taken place yet")
    if not months:
        return _("Less than a month since the last visit")
    text = ngettext("{months} month since the last visit", "{months} months since the last visit", months)
    return text.format(months=months)
