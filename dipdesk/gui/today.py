"""The page of today: what comes next, what is promised, what was done last."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.gui.cards import Card, SheetPage, clear, flourish
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import chip, headline, secondary
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.tokens import SPACE, tokens
from dipdesk.gui.tones import Tone, tone
from dipdesk.i18n import _, format_date, format_interval, format_timestamp, ngettext
from dipdesk.model import Commitment, Partner, Record, Visit, entity_name, field_of
from dipdesk.store import history
from dipdesk.store.office_file import OfficeFile

_VISITS, _COMMITMENTS, _STEPS = 5, 6, 6


class TodayPage(SheetPage):
    """Three cards; they follow what changes in the office."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    wanted = Signal(str)
    """The action with this id is wanted."""

    def __init__(self, office: OfficeFile, news: OfficeNews) -> None:
        super().__init__()
        self._office = office
        news.changed.connect(self.fill)
        head = QVBoxLayout()
        head.setSpacing(SPACE[0])
        head.addWidget(headline(format_date(_today(), "full")))
        head.addWidget(flourish())
        head.addWidget(secondary(office.office().title()))
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
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        with self._office.read() as session:
            is_new = session.scalar(select(Partner.id).limit(1)) is None
            visits, commitments = self._visits(session), self._commitments(session)
        if is_new:
            self._grid.addWidget(self._first_steps(), 0, 0, 1, 2)
        self._grid.addWidget(visits, 1, 0, top)
        self._grid.addWidget(commitments, 1, 1, top)
        self._grid.addWidget(self._steps(), 2, 0, 1, 2)

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

    def _visits(self, session: Session) -> Card:
        card = Card(_("Next visits"))
        rows = session.scalars(
            select(Visit)
            .where(or_(Visit.ends >= _today(), Visit.starts >= _today()))
            .where(Visit.state.not_in(("cancelled",)))
            .order_by(Visit.starts)
            .limit(_VISITS)
        ).all()
        for visit in rows:
            partner = visit.partner.title() if visit.partner else ""
            days = format_interval(visit.starts, visit.ends or visit.starts) if visit.starts else ""
            detail = " · ".join(part for part in (days, partner) if part)
            self._lead_to(card, visit, detail, chip(*_state_of(visit)))
        if not rows:
            card.say(_("No visit is planned. Visits to us and abroad will stand here, the next one first."))
        return card

    def _commitments(self, session: Session) -> Card:
        card = Card(_("What we promised"))
        rows = session.scalars(
            select(Commitment)
            .where(Commitment.state == "open")
            .order_by(Commitment.due.is_(None), Commitment.due)
            .limit(_COMMITMENTS)
        ).all()
        for one in rows:
            to = one.partner.title() if one.partner else ""
            by = _("by {day}").format(day=format_date(one.due)) if one.due else ""
            late = one.due is not None and one.due < _today()
            self._lead_to(
                card,
                one,
                " · ".join(part for part in (by, to) if part),
                chip(_("Late"), "bad") if late else None,
            )
        if not rows:
            card.say(_("Nothing is open. What was promised during a visit will stand here, by its day."))
        return card

    def _steps(self) -> Card:
        card = Card(_("Done lately"))
        for step in history.recent_steps(self._office, _STEPS):
            count = ngettext("{count} record", "{count} records", step.records).format(count=step.records)
            card.say(f"{format_timestamp(step.when)} · {step.label} · {count}")
        return card

    def _lead_to(self, card: Card, record: Record, detail: str, right: QWidget | None) -> None:
        name, row_id = entity_name(type(record)), record.id
        card.add_row(record.icon, record.title(), lambda: self.opened.emit(name, row_id), detail, right or "")


def _today() -> date:
    return datetime.now().astimezone().date()


def _state_of(visit: Visit) -> tuple[str, Tone]:
    return field_of(Visit, "state").kind.format(visit.state), tone("state", visit.state) or "dormant"
