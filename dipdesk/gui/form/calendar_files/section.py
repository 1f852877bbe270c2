"""On the pages of visits and people: the way to the running day, and calendar files out and in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.form.calendar_files import dialogs
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import Heading
from dipdesk.gui.icons import icon
from dipdesk.gui.places import DAY
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _
from dipdesk.model import Person, Record, Visit
from dipdesk.store.office_file import News, OfficeFile


class CalendarSection(QWidget):
    """Buttons beneath a heading; there is nothing in it to read anew."""

    opened = Signal(str, str)

    def __init__(
        self, kind: type[Record], office: OfficeFile, row_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._office, self._row_id = kind, office, row_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(Heading(self._words(), self))
        self._row = Flow(gap=SPACE[0])
        column.addLayout(self._row)
        self._add_buttons()

    def refresh(self) -> None:
        """Nothing stands here that could change."""

    def concerns(self, news: News) -> bool:
        """No change shows here."""
        return False

    def write(self, *, public: bool = False) -> None:
        """Write the calendar of this record to a file."""
        with self._office.read() as session:
            record = session.get(self._kind, self._row_id)
            if record is not None:
                record.title()
        if record is not None:
            dialogs.ask_and_write(self._office, record, self, public=public)

    def read(self) -> None:
        """Read a calendar file into the programme of this visit."""
        dialogs.ask_and_read(self._office, self._row_id, self)

    def _words(self) -> str:
        return _("The day itself and calendars") if self._kind is Visit else _("Calendar")

    def _add_buttons(self) -> None:
        if self._kind is Visit:
            self._add("today", _("Day view"), lambda: self.opened.emit(DAY, self._row_id))
        self._add("export", _("Export to a calendar …"), self.write)
        if self._kind is Visit:
            self._add("export", _("Public calendar …"), partial(self.write, public=True))
            self._add("import", _("Read a calendar …"), self.read)

    def _add(self, sign: str, words: str, act: Callable[[], None]) -> None:
        button = QPushButton(icon(sign), words, self)
        button.setProperty("role", "link")
        button.setAccessibleDescription(self._words())
        button.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(button)


visit_calendar = partial(CalendarSection, Visit)
person_calendar = partial(CalendarSection, Person)
"""Makers of the section for the pages of visits and of people."""
