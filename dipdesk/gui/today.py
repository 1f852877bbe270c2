"""The page of today: what comes next, what is promised, what was done last.

It is the first page, and needs no model: what it shows comes from :mod:`dipdesk.store.agenda`.
"""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.cards import Card, SheetPage, clear, flourish
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import chip, headline, secondary
from dipdesk.gui.places import icon_of
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.gui.tones import tone
from dipdesk.i18n import N_, _, format_date, format_interval, format_timestamp, ngettext
from dipdesk.store import agenda
from dipdesk.store.agenda import Entry, Step
from dipdesk.store.held_file import HeldFile

_VISITS, _COMMITMENTS, _STEPS = 5, 6, 6
VISIT_STATES = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "confirmed": N_("Confirmed"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
}
"""The labels of the model (a test compares them); they stand here again because it is not loaded yet."""


class TodayPage(SheetPage):
    """Three cards; ``fill`` reads them anew."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    wanted = Signal(str)
    """The action with this id is wanted."""

    def __init__(self, held: HeldFile) -> None:
        super().__init__()
        self._held = held
        head = QVBoxLayout()
        head.setSpacing(SPACE[0])
        head.addWidget(headline(format_date(_today(), "full")))
        head.addWidget(flourish())
        self._office = secondary()
        head.addWidget(self._office)
        self.content.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE[3])
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._grid)
        self.content.addStretch(1)
        self.fill()

    def fill(self) -> None:
        """Read the cards anew."""
        today = _today()
        with self._held.looking_up() as raw:
            name, is_new = agenda.office_name(raw), not agenda.has_partner(raw)
            visits = agenda.next_visits(raw, today, _VISITS)
            commitments = agenda.open_commitments(raw, _COMMITMENTS)
            steps = agenda.recent_steps(raw, _STEPS)
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        self._office.setText(name)
        if is_new:
            self._grid.addWidget(self._first_steps(), 0, 0, 1, 2)
        self._grid.addWidget(self._visits(visits), 1, 0, top)
        self._grid.addWidget(self._commitments(commitments, today), 1, 1, top)
        self._grid.addWidget(self._steps(steps), 2, 0, 1, 2)

    def _first_steps(self) -> Card:
        card = Card(_("First steps"))
        card.say(
            _("The office is empty. Bring in the list of sister cities that you have, or begin by hand.")
        )
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        for name, sign, text in (
            ("file.import", "import", _("Import a list …")),
            ("place.partner", "partner", _("Partners")),
            ("place.office", "office", _("Our office")),
        ):
            is_main = name == "file.import"
            button = QPushButton(icon(sign, tokens(self).on_accent if is_main else None), text)
            button.setProperty("role", "primary" if is_main else "")
            button.clicked.connect(lambda checked=False, name=name: self.wanted.emit(name))
            row.addWidget(button)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _visits(self, entries: list[Entry]) -> Card:
        card = Card(_("Next visits"))
        for entry in entries:
            days = format_interval(entry.first, entry.last or entry.first) if entry.first else ""
            state = _(VISIT_STATES[entry.state]) if entry.state in VISIT_STATES else entry.state
            mark = chip(state, tone("state", entry.state) or "dormant") if state else None
            self._lead_to(card, entry, (days, entry.partner), mark)
        if not entries:
            card.say(_("No visit is planned. Visits to us and abroad will stand here, the next one first."))
        return card

    def _commitments(self, entries: list[Entry], today: date) -> Card:
        card = Card(_("What we promised"))
        for entry in entries:
            by = _("by {day}").format(day=format_date(entry.last)) if entry.last else ""
            is_late = entry.last is not None and entry.last < today
            self._lead_to(card, entry, (by, entry.partner), chip(_("Late"), "bad") if is_late else None)
        if not entries:
            card.say(_("Nothing is open. What was promised during a visit will stand here, by its day."))
        return card

    @staticmethod
    def _steps(steps: list[Step]) -> Card:
        card = Card(_("Done lately"))
        for step in steps:
            count = ngettext("{count} record", "{count} records", step.records).format(count=step.records)
            card.say(f"{format_timestamp(step.when)} · {step.label} · {count}")
        return card

    def _lead_to(self, card: Card, entry: Entry, details: tuple[str, ...], right: QWidget | None) -> None:
        """Add a row that leads to the record of an entry."""
        card.add_row(
            icon_of(entry.entity),
            entry.title,
            lambda: self.opened.emit(entry.entity, entry.row_id),
            " · ".join(part for part in details if part),
            right or "",
        )


def _today() -> date:
    return datetime.now().astimezone().date()
