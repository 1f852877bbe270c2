"""The card of what needs attention: by how near its day is, with what can be done about it on the row."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dipdesk.gui.cards import Card, RowButton, clear
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.icons import icon, icon_names
from dipdesk.gui.labels import chip, secondary
from dipdesk.gui.pill import Pill
from dipdesk.gui.places import CALENDAR, icon_of
from dipdesk.gui.theme import icon_side
from dipdesk.gui.tokens import SPACE
from dipdesk.gui.tones import Tone
from dipdesk.i18n import N_, _, format_date, ngettext
from dipdesk.rules.reminders import Urgency
from dipdesk.store.attention import Due

_AT_ONCE, _FEW, _FIRST, _MORE = 3, 4, 10, 40
"""So many rows are shown at once (the first page shall not wait for more), a few more at a time until there
are the first ones, and so many more with each wish."""
_GROUPS: dict[Urgency, tuple[str, Tone]] = {
    "late": (N_("Late"), "bad"),
    "week": (N_("Within a week"), "attention"),
    "month": (N_("Within a month"), "info"),
    "later": (N_("Later"), "dormant"),
    "undated": (N_("Without a day"), "dormant"),
}
_EMPTY = N_(
    "Nothing is due. Ends of agreements, dues, promises, reviews and answers that are owed will stand here,"
    " by their day."
)
_TOPICS = {
    "agreement": N_("Agreements"),
    "membership": N_("Memberships"),
    "payment": N_("Dues"),
    "relation": N_("Relations"),
    "commitment": N_("Commitments"),
    "task": N_("Tasks"),
    "visit": N_("Visits"),
    "contact": N_("Contacts"),
    "ceremony": N_("Ceremonies"),
    "gift": N_("Gifts"),
    "project": N_("Joint projects"),
    "funding_call": N_("Funding calls"),
    CALENDAR: N_("Days of the year"),
}


class AttentionCard(Card):
    """Rows that lead to records; pills above them choose what is shown."""

    opened = Signal(str, str)
    """A record is to be shown: entity and id."""
    done = Signal(object)
    """A :class:`Due` is done."""
    put_off = Signal(object)
    """A :class:`Due` shall come back later."""
    full = Signal()
    """All rows are there that are wanted at first."""

    def __init__(self) -> None:
        super().__init__(_("What needs attention"))
        self.rows: list[DueRow] = []
        self._found: list[Due] = []
        self._topics: set[str] = set()
        self._most = _FIRST
        self._more_button: QPushButton | None = None
        self._flow = Flow(gap=SPACE[0])
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[0])
        self._pills = [self._pill(topic) for topic in _TOPICS]
        for pill in self._pills:
            self._flow.addWidget(pill)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE[1], 0, SPACE[1], SPACE[0])
        above.addLayout(self._flow)
        self.column.addLayout(above)
        self.column.addLayout(self._list)

    def grow(self) -> None:
        """Add the rows that are missing yet, a few at a time, so that the window can answer in between."""
        if self._most < _FIRST:
            self._most = min(self._most + _FEW, _FIRST)
            self._extend()
            QTimer.singleShot(0, self, self.grow)
        else:
            self.setUpdatesEnabled(True)
            self.full.emit()

    def show_due(self, found: Sequence[Due], *, slowly: bool = False) -> None:
        """Show these instead; the focus stays at its place among the rows.

        ``slowly``: only the first ones; ``grow`` brings the others.
        """
        if self.rows and list(found) == self._found:
            return
        place = next((at for at, row in enumerate(self.rows) if row.has_focus()), None)
        self._found = list(found)
        if slowly and place is None and self._most <= _FIRST:
            self.setUpdatesEnabled(not self.rows)  # rows that are seen already stay until all are made
            self._most = _AT_ONCE
        self._show_pills()
        self._show_rows()
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and down walk through the rows; Enter presses what has the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        place = next((at for at, row in enumerate(self.rows) if row.has_focus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and place is not None:
            self.rows[min(max(place + step, 0), len(self.rows) - 1)].button.setFocus()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        return False

    @property
    def pills(self) -> list[Pill]:
        """The pills that are shown."""
        return [pill for pill in self._pills if not pill.isHidden()]

    def _show_pills(self) -> None:
        """Name the topics that there are; all pills exist from the start, for the order of Tab."""
        counts = Counter(one.entity for one in self._found)
        for pill in self._pills:
            count = counts[pill.key]
            pill.name(_("{topic} {count}").format(topic=_(_TOPICS[pill.key]), count=count))
            pill.setVisible(bool(count) and len(counts) > 1)
        gone = [pill for pill in self._pills if pill.isChecked() and pill.isHidden()]
        for pill in gone:
            pill.setChecked(False)

    def _pill(self, topic: str) -> Pill:
        made = Pill(topic, _(_TOPICS[topic]))
        made.hide()
        made.toggled.connect(lambda on: self._choose(topic, on))
        return made

    def _choose(self, topic: str, on: bool) -> None:
        self._topics = self._topics | {topic} if on else self._topics - {topic}
        self._most = _FIRST
        self._show_rows()

    def _show_rows(self) -> None:
        clear(self._list)
        self.rows, self._more_button = [], None
        if not self._chosen():
            nothing = secondary(_(_EMPTY))
            nothing.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
            self._list.addWidget(nothing)
        self._extend()

    def _chosen(self) -> list[Due]:
        return [one for one in self._found if not self._topics or one.entity in self._topics]

    def _extend(self) -> None:
        """Add the rows that are still missing, and the wish for more."""
        if self._more_button is not None:
            self._list.removeWidget(self._more_button)
            self._more_button.deleteLater()
            self._more_button = None
        chosen = self._chosen()
        counts = Counter(one.urgency for one in chosen)
        before = self.rows[-1].due.urgency if self.rows else None
        for due in chosen[len(self.rows) : self._most]:
            if due.urgency != before:
                self._list.addWidget(self._group(due.urgency, counts[due.urgency]))
            before = due.urgency
            self._add(due)
        if len(chosen) > self._most and self._most >= _FIRST:
            self._more_button = self._more(len(chosen) - self._most)
            self._list.addWidget(self._more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._order_stops()

    def _order_stops(self) -> None:
        """Let Tab go through the pills and the rows as one reads, also where rows came later."""
        stops: list[QWidget] = [self._pills[-1], *(stop for row in self.rows for stop in row.stops())]
        stops += [self._more_button] if self._more_button is not None else []
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @staticmethod
    def _group(urgency: Urgency, count: int) -> QWidget:
        word, tone = _GROUPS[urgency]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], 0)
        row.addWidget(chip(_("{group} · {count}").format(group=_(word), count=count), tone))
        row.addStretch(1)
        return line

    def _add(self, due: Due) -> None:
        row = DueRow(due)
        row.button.clicked.connect(lambda: self.opened.emit(due.entity, due.row_id))
        if row.done_button is not None:
            row.done_button.clicked.connect(lambda: self.done.emit(due))
        if row.later_button is not None:
            row.later_button.clicked.connect(lambda: self.put_off.emit(due))
        for button in row.stops():
            button.installEventFilter(self)
        self.rows.append(row)
        self._list.addWidget(row)

    def _more(self, count: int) -> QPushButton:
        text = ngettext("Show {count} more", "Show {count} more", min(count, _MORE))
        made = QPushButton(icon("down"), text.format(count=min(count, _MORE)))
        made.setProperty("role", "link")
        made.clicked.connect(self._show_more)
        return made

    def _show_more(self) -> None:
        place = len(self.rows)
        self._most += _MORE
        self._extend()
        self.rows[place].button.setFocus()


class DueRow(QWidget):
    """One reminder: a button that leads to its record, and what can be done at once."""

    def __init__(self, due: Due) -> None:
        super().__init__()
        self.due = due
        day = format_date(due.day, "medium") if due.day else ""
        partner = "" if due.partner in due.title else due.partner
        details = " · ".join(part for part in (partner, due.why, due.note) if part)
        sign = due.entity if due.entity in icon_names() else icon_of(due.entity)
        self.button = RowButton(sign, due.title, details, day)
        self.done_button = self._deed("check", _("Done"), due.can_be_done)
        self.later_button = self._deed("later", _("Remind me in two weeks"), due.moves)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button, 1)
        for deed in (self.done_button, self.later_button):
            if deed is not None:
                row.addWidget(deed)
            else:
                row.addSpacing(_deed_width())

    def stops(self) -> list[QAbstractButton]:
        """What takes the focus: the row itself, then its deeds."""
        return [self.button, *(one for one in (self.done_button, self.later_button) if one is not None)]

    def has_focus(self) -> bool:
        """Whether the focus is on the row or one of its deeds."""
        return any(one.hasFocus() for one in self.stops())

    def _deed(self, sign: str, text: str, possible: bool) -> QToolButton | None:
        if not possible:
            return None
        made = QToolButton()
        made.setIcon(icon(sign))
        made.setIconSize(QSize(icon_side(), icon_side()))
        made.setFixedWidth(_deed_width())
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.setAccessibleDescription(self.due.title)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made


def _deed_width() -> int:
    return icon_side() + 2 * SPACE[1]
