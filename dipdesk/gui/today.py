"""The page of today: what needs attention, which visits come next, what was done last.

It is the first page, and needs no model: what it shows comes from :mod:`dipdesk.store.agenda`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.attention import AttentionCard
from dipdesk.gui.cards import Card, SheetPage, clear, page_head
from dipdesk.gui.faring import FaringCard
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import chip, secondary
from dipdesk.gui.places import DAY, icon_of
from dipdesk.gui.theme import load_fonts_for, row_height
from dipdesk.gui.tokens import SPACE
from dipdesk.gui.tones import tone
from dipdesk.i18n import N_, _, format_date, format_interval, format_timestamp, ngettext
from dipdesk.rules import clock
from dipdesk.store import agenda, attention
from dipdesk.store.agenda import Entry, Step
from dipdesk.store.attention import Due
from dipdesk.store.held_file import HeldFile

if TYPE_CHECKING:
    from dipdesk.rules.relation_health import Word

_VISITS, _STEPS = 5, 6
_MOMENT = 150
"""Milliseconds until it is asked what more is due: what somebody clicked meanwhile comes first."""
_TURN = 1
"""Milliseconds that let the window draw and answer first; what waits for 0 comes before that."""
_TWO_COLUMNS = 24
"""In rows' heights, how wide a page is that has room for two columns."""
_WIDE, _NARROW = 5, 3
"""The shares of the two columns."""
VISIT_STATES = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "confirmed": N_("Confirmed"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
}
"""The labels of the model (a test compares them); they stand here again because it is not loaded yet."""


class TodayPage(SheetPage):
    """Three cards; ``prepare`` makes them before the page is shown, ``fill`` reads them anew."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    wanted = Signal(str)
    """The action with this id is wanted."""
    done = Signal(object)
    """Something that needs attention, a :class:`~dipdesk.store.attention.Due`, is done."""
    put_off = Signal(object)
    """Something that needs attention shall come back later."""
    fares_wanted = Signal(str)
    """The relations that fare so (good, attention, dormant) are to be shown."""
    filled = Signal()
    """The cards are prepared; rows that lie below may still come."""
    whole = Signal()
    """All rows that are wanted at first are there and drawn."""

    def __init__(self, held: HeldFile) -> None:
        super().__init__()
        self._held = held
        self.is_filled = False
        self._is_stale = True
        head = page_head(format_date(clock.today(), "full"))
        self._office = secondary()
        head.addWidget(self._office)
        self.content.addLayout(head)
        self._more_due: Sequence[Callable[[date], list[Due]]] = ()
        self._fares: Callable[[date], Mapping[Word, int]] = lambda today: {}
        self.attention = AttentionCard()
        self.attention.opened.connect(self.opened)
        self.attention.done.connect(self.done)
        self.attention.put_off.connect(self.put_off)
        self.attention.full.connect(self._lay_out)
        self.faring = FaringCard()
        self.faring.chosen.connect(self.fares_wanted)
        self._above, self._beside = QVBoxLayout(), QVBoxLayout()
        self.content.addLayout(self._above)
        self.content.addLayout(self._columns())
        self.content.addStretch(1)

    def _columns(self) -> QBoxLayout:
        """The cards in two columns; under each other where these would be too narrow to read."""
        self._beside.setSpacing(SPACE[3])
        made = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        made.setSpacing(SPACE[3])
        made.addWidget(self.attention, _WIDE, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(SPACE[3])
        right.addLayout(self._beside)
        right.addWidget(self.faring)
        right.addStretch(1)
        made.addLayout(right, _NARROW)
        return made

    def fill(self) -> None:
        """Read the cards anew."""
        with self.standing_still():
            for piece in self._pieces():
                piece()
        self.is_filled = True
        QTimer.singleShot(_MOMENT, self, self._show_fares)

    def _pieces(self) -> list[Callable[[], None]]:
        """Read what the cards show; returns the pieces of work that show it."""
        self._is_stale = False
        today = clock.today()
        with self._held.looking_up() as raw:
            name, is_new = agenda.office_name(raw), not agenda.has_partner(raw)
            due = attention.due_soon(raw, today)
            visits = agenda.next_visits(raw, today, _VISITS)
            steps = agenda.recent_steps(raw, _STEPS)
        load_fonts_for(one.title + one.partner for one in due)
        load_fonts_for((name, *(one.title + one.partner for one in visits), *(one.label for one in steps)))
        more = [one for ask in self._more_due for one in ask(today)]

        def show_head() -> None:
            self._office.setText(name)
            clear(self._above)
            clear(self._beside)
            if is_new:
                self._above.addWidget(self._first_steps())

        slowly = not self.is_filled
        return [
            show_head,
            lambda: self.attention.show_due(
                attention.in_order([*due, *more]) if more else due, slowly=slowly
            ),
            lambda: self._beside.addWidget(self._visits(visits)),
            lambda: self._beside.addWidget(self._steps(steps)),
        ]

    def prepare(self) -> None:
        """Make the cards before the page is shown, one after the other; then it is ``filled``."""
        pieces = self._pieces()
        following = QTimer(self, interval=0)

        def make_next() -> None:
            pieces.pop(0)()
            if not pieces:
                following.stop()
                self.is_filled = True
                self.filled.emit()

        following.timeout.connect(make_next)
        following.start()

    def refresh(self) -> None:
        """Read the cards anew, at once or when the page is shown again."""
        self._is_stale = True
        if self.isVisible():
            self.fill()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        directions = QBoxLayout.Direction
        is_narrow = event.size().width() < _TWO_COLUMNS * row_height()
        self._sides.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_stale:
            self.fill()
        QTimer.singleShot(_TURN, self, self._grow)

    def _grow(self) -> None:
        """Let the rows come that are missing yet; they are laid out and drawn once, when all are there.

        Until then the page stays as it was drawn last.
        """
        self.attention.column.setEnabled(False)
        self.setUpdatesEnabled(False)
        self.attention.grow()

    def _lay_out(self) -> None:
        """Give the rows their places, then draw them; in between the window can answer."""
        self.attention.column.setEnabled(True)
        self.attention.column.activate()
        QTimer.singleShot(_TURN, self, self._draw)

    def _draw(self) -> None:
        self.setUpdatesEnabled(True)
        QTimer.singleShot(_TURN, self, self.whole.emit)

    def know_more(
        self,
        more_due: Sequence[Callable[[date], list[Due]]],
        fares: "Callable[[date], Mapping[Word, int]]",
    ) -> None:
        """From now on each of ``more_due`` tells what else needs attention on a day, and ``fares`` how many
        relations fare how.
        """
        self._more_due, self._fares = more_due, fares

    def ask_more(self) -> None:
        """Ask them a moment later, one by one, so that the window can answer, and show what they know."""
        QTimer.singleShot(_MOMENT, self, lambda: self._ask_each(list(self._more_due), []))

    def _show_fares(self) -> None:
        self.faring.show_counts(self._fares(clock.today()))

    def _ask_each(self, to_ask: list[Callable[[date], list[Due]]], found: list[Due]) -> None:
        if to_ask:
            found += to_ask.pop(0)(clock.today())
            QTimer.singleShot(_TURN, self, lambda: self._ask_each(to_ask, found))
            return
        QTimer.singleShot(_MOMENT, self, self._show_fares)
        if found:
            self._is_stale = True
            self._add_due(found)

    def _add_due(self, more: list[Due]) -> None:
        """Show among what is due ``more`` that was not known before."""
        if self.is_filled and self.isVisible():
            self._is_stale = False
            with self._held.looking_up() as raw:
                due = attention.due_soon(raw, clock.today())
            self.attention.column.setEnabled(False)
            self.attention.show_due(attention.in_order([*due, *more]), slowly=True)
            self._grow()

    def _first_steps(self) -> Card:
        card = Card(_("First steps"))
        card.say(
            _("There is no partner yet. Bring in the list of sister cities that you have, or begin by hand.")
        )
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        for name, sign, text in (
            ("file.import", "import", _("Import a list …")),
            ("place.partner", "partner", _("Partners")),
            ("place.office", "office", _("Our office")),
        ):
            is_main = name == "file.import"
            button = QPushButton(icon(sign, "on_accent" if is_main else None), text)
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
            if entry.first and entry.first <= clock.today() <= (entry.last or entry.first):
                act = partial(self.opened.emit, DAY, entry.row_id)
                card.add_row("today", _("Day view"), act, _("Now, next, and who is where"))
        if not entries:
            card.say(_("No visit is planned. Visits to us and abroad will stand here, the next one first."))
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
