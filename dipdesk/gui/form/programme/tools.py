"""The tools above a programme: how it is looked at, what is shown beside it, and its deeds."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QMenu, QPushButton, QWidget

from dipdesk.actions.programme_days import Asked
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.icons import icon
from dipdesk.gui.pill import Pill
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import _
from dipdesk.model import ProgrammeItem, field_of
from dipdesk.model.programme import TIMINGS


class Tools(QWidget):
    """A row of buttons that goes on in the next line where there is no room."""

    looked = Signal(bool)
    """The list shall be shown (True) or the days."""
    asked = Signal()
    """Something else shall be shown beside the items."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = Flow(self, gap=SPACE[1])
        self.days = self._view("days", _("Days"))
        self.list = self._view("list", _("List"))
        self._views = QButtonGroup(self)
        self._views.addButton(self.days)
        self._views.addButton(self.list)
        self.list.toggled.connect(self.looked)
        self.rest = QCheckBox(_("The rest follows"), self)
        self.rest.setChecked(True)
        self.rest.setToolTip(_("What is linked moves along, up to what stands at a fixed hour"))
        self._row.addWidget(self.rest)
        self.menu = QMenu(self)
        self.sun = self._choice(_("Sunrise and sunset"))
        self.prayers = self._choice(_("Times of prayer and iftar"))
        self.holidays = self._choice(_("Public holidays"))
        self.menu.addSeparator()
        self.night = self._choice(_("All hours, the night too"))
        self._show = QPushButton(icon("preview"), _("Show"), self)
        self._show.setProperty("role", "link")
        self._show.setMenu(self.menu)
        self._row.addWidget(self._show)

    @property
    def wishes(self) -> Asked:
        """What is asked for beside the items."""
        return Asked(self.sun.isChecked(), self.prayers.isChecked(), self.holidays.isChecked())

    def button(self, name: str, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        """One more deed."""
        made = QPushButton(icon(name), text, self)
        made.setProperty("role", "link")
        made.setToolTip(tip)
        made.setAccessibleDescription(_("Programme"))
        made.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(made)
        return made

    def _view(self, key: str, text: str) -> Pill:
        made = Pill(key, text, on=key == "days")
        made.setParent(self)
        made.setAccessibleDescription(_("Programme"))
        self._row.addWidget(made)
        return made

    def _choice(self, text: str) -> QAction:
        made = self.menu.addAction(text)
        made.setCheckable(True)
        made.toggled.connect(lambda _on: self.asked.emit())
        return made


def offer_timings(menu: QMenu, current: str, act: Callable[[str], None]) -> None:
    """Let somebody say in a menu how firmly an item stands at its hour; ``current`` is what holds now."""
    below = menu.addMenu(field_of(ProgrammeItem, "timing").title())
    for timing, word in TIMINGS.items():
        action = below.addAction(_(word))
        action.setCheckable(True)
        action.setChecked(timing == current)
        action.triggered.connect(lambda _on=False, timing=timing: act(timing))
