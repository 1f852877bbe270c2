"""A quick line for what was promised on a visit: what, who does it, by when."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from dipdesk.errors import Known
from dipdesk.gui.focus import scrolled_area
from dipdesk.gui.form.cell import FieldCell
from dipdesk.gui.form.new_record import surroundings
from dipdesk.gui.form.proposals import proposed
from dipdesk.gui.form.related_list import RelatedList
from dipdesk.gui.form.storing import add_record
from dipdesk.gui.form.watch import CellWatch
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import N_, _, kept_language
from dipdesk.model import Commitment, field_of
from dipdesk.store.office_file import News, OfficeFile
from dipdesk.store.titles import in_words

_WIDTHS = {"owner_id": 3, "due": 2}
_WHAT_WIDTH = 5
_NARROW = 85
"""Letters of width below which what was promised stands in a line of its own."""


class PromiseLine(QWidget):
    """Enter goes from field to field and adds the commitment at the end, Ctrl+Enter at once.

    What is typed is kept in the language of the screen.
    """

    opened = Signal(str, str)

    def __init__(self, office: OfficeFile, visit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._visit_id = office, visit_id
        self._values: dict[str, Any] = {}
        around = surroundings(office, Commitment, self._known)
        self._what = f"what_{kept_language()}"
        what = replace(field_of(Commitment, self._what), label=N_("What was promised"))
        others = (field_of(Commitment, name) for name in ("owner_id", "due"))
        self.cells = {
            one.name: FieldCell(one, around, self._take, self, stays_open=True) for one in (what, *others)
        }
        self._watch = CellWatch([self.cells[self._what], self.cells["owner_id"]], self)
        self.cells["due"].passed.connect(self.add)
        for cell in self.cells.values():
            cell.confirmed.connect(self.add)
            cell.opened.connect(self.opened)
        self.add_button = QPushButton(icon("add"), _("Add commitment"), self)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self._lay_out()
        self.clear()

    def refresh(self) -> None:
        """Nothing: it shows nothing of the file."""

    def concerns(self, _news: News) -> bool:
        """No change shows here."""
        return False

    def clear(self) -> None:
        """Begin with an empty line."""
        self._values = {}
        for cell in self.cells.values():
            cell.revert()
            cell.set_value(cell.field.kind.empty, "")
            cell.show_problem("")

    def add(self) -> None:
        """Keep what was promised and begin anew, or show what is missing."""
        stored = [cell.commit() for cell in self.cells.values()]
        if not all(stored):
            return
        what = self.cells[self._what]
        if not self._values.get(self._what):
            what.show_problem(_("This is needed."))
            what.begin(Qt.FocusReason.OtherFocusReason)
            return
        values = {**proposed(self._office, Commitment, self._known()), **self._known()}
        try:
            made = add_record(self._office, Commitment, values)
        except Known as trouble:
            what.show_problem(trouble.sentence)
            return
        self.clear()
        what.begin(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, partial(self._show, made))

    def _show(self, row_id: str) -> None:
        """Let the page scroll to a promise in the list beside this line, and to the line itself."""
        page, area = self.parentWidget(), scrolled_area(self)
        for one in page.findChildren(RelatedList) if page is not None else ():
            if one.what.kind == Commitment.__tablename__:
                one.select(row_id, with_focus=False)
        if area is not None:
            QTimer.singleShot(0, self, partial(area.ensureWidgetVisible, self))

    def _known(self) -> dict[str, Any]:
        return {"visit_id": self._visit_id, **self._values}

    def _take(self, cell: FieldCell, value: Any) -> str:
        self._values[cell.field.name] = value
        with self._office.read() as session:
            cell.set_value(value, in_words(session, cell.field.kind, value))
        return ""

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE[2])
        self._arrange(is_narrow=False)

    def _arrange(self, *, is_narrow: bool) -> None:
        """All in one line; where that is too short, what was promised has one of its own."""
        self._is_narrow = is_narrow
        what, *others = self.cells.values()
        row = int(is_narrow)
        self._grid.addWidget(what, 0, 0, 1, 1 + row * len(others) + row, Qt.AlignmentFlag.AlignTop)
        for place, cell in enumerate(others, 1 - row):
            self._grid.addWidget(cell, row, place, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.add_button, row, len(others) + 1 - row, Qt.AlignmentFlag.AlignVCenter)
        widths = [_WIDTHS[name] for name in self.cells if name in _WIDTHS]
        for place, width in enumerate([*widths, 0, 0] if is_narrow else [_WHAT_WIDTH, *widths, 0]):
            self._grid.setColumnStretch(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_narrow:
            self._arrange(is_narrow=is_narrow)
