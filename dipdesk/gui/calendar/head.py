"""The head of the calendar: its title, turning of pages, the views, and pills for what is shown."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from dipdesk.gui.calendar.spans import VIEW_LABELS, VIEWS, View
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import headline, secondary
from dipdesk.gui.pill import Pill
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.store.dated import SORTS


class ViewRow(QWidget):
    """What the days are called, earlier and later, and the views to choose from."""

    turned = Signal(int)
    """So many pages on."""
    now_wanted = Signal()
    """Today is wanted."""
    looked = Signal(str)
    """Another view is wanted."""
    reading_wanted = Signal()
    """A calendar file is to be read."""

    def __init__(self, view: View, zone: str = "") -> None:
        """``zone`` is whose clocks the calendar goes by, if they are not those of this computer."""
        super().__init__()
        self.title = headline()
        self.title.setWordWrap(False)
        self._back = _tool("left", _("Earlier (Page Up)"))
        self._today = _tool("today", _("Today (T)"))
        self._on = _tool("right", _("Later (Page Down)"))
        self._pills = [Pill(one, _(VIEW_LABELS[one]), on=one == view) for one in VIEWS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(self.title)
        self.zone = secondary(_("All times: {zone}.").format(zone=zone) if zone else "", wrap=False)
        self.zone.setToolTip(self.zone.text())
        self.zone.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addSpacing(SPACE[1])
        row.addWidget(self.zone, 1)
        self._reading = _tool("import", _("Read a calendar into the programme …"))
        for button in (self._back, self._today, self._on, *self._pills, self._reading):
            row.addWidget(button)
        self._reading.clicked.connect(self.reading_wanted)
        self._back.clicked.connect(lambda: self.turned.emit(-1))
        self._today.clicked.connect(self.now_wanted)
        self._on.clicked.connect(lambda: self.turned.emit(1))
        for pill in self._pills:
            pill.clicked.connect(lambda _checked=False, key=pill.key: self.looked.emit(key))

    def mark(self, view: View) -> None:
        """Press in the pill of a view."""
        for pill in self._pills:
            pill.setChecked(pill.key == view)


class SortPills(QWidget):
    """A pill for each sort of thing that has a day."""

    turned = Signal(list)
    """These sorts shall be hidden, and all others shown."""

    def __init__(self, hidden: Collection[str]) -> None:
        super().__init__()
        flow = Flow(self, SPACE[0])
        self.pills = [Pill(sort, _(label), on=sort not in hidden) for sort, label in SORTS.items()]
        for pill in self.pills:
            flow.addWidget(pill)
            pill.setToolTip(_("With Ctrl: only this, and once more everything"))
            pill.clicked.connect(lambda on, pill=pill: self._turn(pill, on))

    def _turn(self, pill: Pill, on: bool) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            was_alone = not on and not any(one.isChecked() for one in self.pills)
            for one in self.pills:
                one.setChecked(was_alone or one is pill)
        self.turned.emit([one.key for one in self.pills if not one.isChecked()])


def _tool(sign: str, text: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(sign))
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
