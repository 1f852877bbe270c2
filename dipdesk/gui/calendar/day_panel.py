"""What stands on the chosen day, beside the calendar: rows that open records, and what can be begun."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dipdesk.gui.calendar import tiles
from dipdesk.gui.cards import RowButton, clear
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary, section
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _, format_date, format_interval, ngettext
from dipdesk.store.dated import SORTS, Dated

_MOST = 25
"""So many rows; more are found in the list."""


class DayPanel(QScrollArea):
    """A column of rows."""

    opened = Signal(object)
    """This thing is wanted."""
    prepare_wanted = Signal(object)
    """The ceremony of this day of the year is to be begun."""
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("role", "paper")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE[2], 0, SPACE[2], SPACE[2])
        self._title = section()
        column.addWidget(self._title)
        self.new_button = QPushButton(icon("add"), _("New on this day"))
        self.new_button.setProperty("role", "link")
        self.new_button.clicked.connect(self.new_wanted)
        column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[0])
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(ground)
        self.rows: list[RowButton] = []
        self.prepare_buttons: list[QPushButton] = []

    def show_day(self, day: date, entries: list[Dated], preparable: Collection[str]) -> None:
        """Show what stands on a day; ``preparable`` are the ids of days whose ceremony can be begun."""
        clear(self._rows)
        self._title.setText(format_date(day, "full"))
        self.rows, self.prepare_buttons = [], []
        if not entries:
            self._rows.addWidget(secondary(_("Nothing stands on this day.")))
        for one in entries[:_MOST]:
            self._add(one)
            if one.sort == "year" and one.row_id in preparable:
                self._offer(one)
        if (left := len(entries) - _MOST) > 0:
            text = ngettext("{count} more; see the list.", "{count} more; see the list.", left)
            self._rows.addWidget(secondary(text.format(count=left)))

    def _add(self, one: Dated) -> None:
        days = format_interval(one.first, one.last) if one.first != one.last else ""
        sort = _(SORTS[one.sort])
        detail = " · ".join(part for part in (tiles.hours(one), days, one.note, one.place, sort) if part)
        row = RowButton(tiles.icon_name(one), one.title, detail)
        row.setToolTip("")
        row.setEnabled(bool(one.entity))
        row.clicked.connect(lambda _checked=False: self.opened.emit(one))
        self.rows.append(row)
        self._rows.addWidget(row)

    def _offer(self, one: Dated) -> None:
        button = QPushButton(icon("ceremony"), _("Prepare the ceremony"))
        button.setAccessibleDescription(one.title)
        button.clicked.connect(lambda _checked=False: self.prepare_wanted.emit(one))
        self.prepare_buttons.append(button)
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
