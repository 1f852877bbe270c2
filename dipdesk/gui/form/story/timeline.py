"""The timeline of a partner: everything dated in one line-up, the newest first, narrowed by its threads."""

from collections import Counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.actions.timeline import THREADS, Event, timeline
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.story.text_rows import TextRow, TextRows
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.pill import Pill
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _, ngettext
from dipdesk.store.office_file import News, OfficeFile

PAGE = 50
"""So many events are shown at once."""
_TOLD_BY = (
    "relation",
    "relation_class",
    "tie",
    "agreement",
    "approval_step",
    "membership",
    "payment",
    "benefit",
    "visit",
    "ceremony",
    "contact",
    "commitment",
    "post",
    "person",
    "partner",
    "note",
)


class TimelineSection(QWidget):
    """A table of events; Enter or a double click shows the record that tells of one."""

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, partner_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._partner_id = partner_id
        self._events: list[Event] = []
        self._threads: set[str] = set()
        self._most = PAGE
        self.pills: list[Pill] = []
        self._heading = Heading(_("Timeline"), self)
        self._holder = QWidget(self)
        flow = Flow(self._holder, SPACE[0])
        for thread, label in THREADS.items():
            pill = Pill(thread, _(label))
            pill.toggled.connect(lambda on, key=thread: self._choose(key, on))
            flow.addWidget(pill)
            self.pills.append(pill)
        self.model = TextRows((_("When"), _("What"), _("Details")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(_("Timeline"))
        self.table.wanted.connect(self.open_current)
        self._empty = secondary(_("Everything dated about this partner will stand here, the newest first."))
        self._empty.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self.more_button = QPushButton(icon("down"), "", self)
        self.more_button.setProperty("role", "link")
        self.more_button.clicked.connect(lambda _checked=False: self.show_more())
        self._is_read = False
        self._lay_out()
        for part in (self._holder, self.table, self._empty, self.more_button):
            part.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Read the events when the section comes into sight: it stands far down on a long page."""
        super().paintEvent(event)
        if not self._is_read:
            self._is_read = True
            QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        """Read the events again."""
        self._is_read = True
        with self._office.read() as session:
            events = timeline(session, self._partner_id)
        if events != self._events:
            self._events = events
            self._show_pills()
        self._show_rows()

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return self._is_read and news.touches(*_TOLD_BY)

    def open_current(self) -> None:
        """Show the record of the event that is selected."""
        index = self.table.currentIndex()
        if index.isValid():
            row = self.model.rows[index.row()]
            self.opened.emit(row.entity, row.row_id)

    def show_more(self) -> None:
        """Show the next page too."""
        place = len(self.model.rows)
        self._most += PAGE
        self._show_rows()
        self.table.selectRow(place)
        self.table.setFocus()

    def _show_pills(self) -> None:
        """Name the threads that there are; all pills exist from the start, for the order of Tab."""
        counts = Counter(one.thread for one in self._events)
        for pill, thread in zip(self.pills, THREADS, strict=True):
            count = counts[thread]
            pill.name(_("{topic} {count}").format(topic=_(THREADS[thread]), count=count))
            pill.setVisible(bool(count) and len(counts) > 1)
            if not count:
                pill.setChecked(False)
        self._holder.setVisible(len(counts) > 1)

    def _choose(self, thread: str, on: bool) -> None:
        self._threads = self._threads | {thread} if on else self._threads - {thread}
        self._most = PAGE
        self._show_rows()

    def _show_rows(self) -> None:
        chosen = [one for one in self._events if not self._threads or one.thread in self._threads]
        rows = [_row(one) for one in chosen[: self._most]]
        if rows != self.model.rows:
            self.model.show(rows)
            self.table.fit()
        left = len(chosen) - len(rows)
        text = ngettext("Show {count} more", "Show {count} more", min(left, PAGE))
        self.more_button.setText(text.format(count=min(left, PAGE)))
        self.more_button.setVisible(left > 0)
        self._heading.set_count(len(self._events))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._heading.set_lined(not rows)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        above = QVBoxLayout()
        above.setContentsMargins(INSET, SPACE[0], 0, 0)
        above.addWidget(self._holder)
        column.addWidget(self._heading)
        column.addLayout(above)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addWidget(self.more_button)


def _row(event: Event) -> TextRow:
    return TextRow(event.entity, event.row_id, (event.day.format(), event.text, event.detail), event.icon)
