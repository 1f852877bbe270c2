"""Dialogs that move many items at once and show beforehand what will follow."""

from abc import abstractmethod
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListWidget, QPushButton, QSpinBox, QWidget

from dipdesk.actions import programme_changes as changes
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.errors import Invalid
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import plain
from dipdesk.gui.literal import visible
from dipdesk.gui.tokens import tokens
from dipdesk.i18n import _, format_time
from dipdesk.rules.programme_ripple import Ripple, shift, staying, work_back
from dipdesk.rules.programme_stop import Stop, in_order
from dipdesk.rules.programme_troubles import QUIET, sentence
from dipdesk.rules.timing import Moment, read_clock

_SIZE = QSize(620, 520)
_USUAL, _MOST = 30, 24 * 60


class ForesightDialog(Dialog):
    """Shows what would move and what would not fit any more; subclasses say what is asked."""

    def __init__(
        self, title: str, word: str, programme: VisitProgramme, about: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent, _SIZE)
        self._programme = programme
        self.found: Ripple | None = None
        self.column.addWidget(plain(visible(about), wrap=True))
        self.form = QFormLayout()
        self.column.addLayout(self.form)
        self.trouble = Wrapped(parent=self)
        self.column.addWidget(self.trouble)
        self.preview = QListWidget()
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(_("What follows"))
        self.column.addWidget(self.preview, 1)
        self.main = QPushButton(word)
        self.add_buttons(self.main)

    @abstractmethod
    def foresee(self) -> Ripple:
        """What would happen; raises Invalid if what was typed cannot be understood."""

    def look(self) -> None:
        """Show what would follow now."""
        self.found, sentence_ = None, ""
        try:
            self.found = self.foresee()
        except Invalid as trouble:
            sentence_ = trouble.sentence
        self.trouble.set_text(sentence_)
        self.trouble.set_colour(tokens(self).bad)
        self.trouble.setVisible(bool(sentence_))
        self.main.setEnabled(self.found is not None and bool(self.found.moves))
        self.preview.clear()
        if self.found is not None:
            self.show_ripple(self.found)

    def show_ripple(self, found: Ripple) -> None:
        """Show what would move, and what would not fit any more."""
        titles = self._programme.titles
        before = {one.id: one for one in self._programme.stops}
        moves = {one.stop.id: one for one in found.moves}
        for stop in sorted([*(before[key] for key in moves), *self.staying(found)], key=in_order):
            if stop.id in moves:
                self.tell(changes.told(moves[stop.id], titles, stop), "later")
            else:
                self.tell(changes.told_to_stay(stop, titles), "lock")
        for trouble in self._programme.came(found):
            self.tell(sentence(trouble, titles), "info" if trouble.kind in QUIET else "warning")
        if not found.moves:
            self.tell(self.nothing())

    def staying(self, found: Ripple) -> tuple[Stop, ...]:
        """What does not move, and is told why."""
        return staying(self._programme.stops, found)

    def nothing(self) -> str:
        """What is said if no item moves."""
        return _("Nothing moves.")

    def tell(self, text: str, sign: str = "") -> None:
        """Add a line to what is shown, with a sign before it."""
        self.preview.addItem(visible(text))
        if sign:
            colours = tokens(self)
            colour = {"info": colours.info, "warning": colours.attention}.get(sign, colours.muted)
            self.preview.item(self.preview.count() - 1).setIcon(icon(sign, colour))


class ShiftDialog(ForesightDialog):
    """Move everything from an item on by some minutes."""

    def __init__(self, programme: VisitProgramme, item: str, parent: QWidget) -> None:
        super().__init__(_("Move everything from here"), _("Move"), programme, programme.titles[item], parent)
        self._stop: Stop = programme.by_id[item].stop
        self.minutes = QSpinBox()
        self.minutes.setRange(-_MOST, _MOST)
        self.minutes.setSingleStep(changes.STEP)
        self.minutes.setValue(_USUAL)
        self.minutes.setAccessibleName(_("Minutes later; earlier with a minus"))
        self.with_fixed = QCheckBox(_("What is at a fixed hour moves too"))
        self.form.addRow(_("Minutes later; earlier with a minus"), self.minutes)
        self.form.addRow("", self.with_fixed)
        self.minutes.valueChanged.connect(lambda _value: self.look())
        self.with_fixed.toggled.connect(lambda _on: self.look())
        self.look()
        self.minutes.setFocus()
        self.minutes.selectAll()

    def foresee(self) -> Ripple:
        stops, minutes = self._programme.stops, self.minutes.value()
        return shift(stops, self._stop.id, minutes, with_fixed=self.with_fixed.isChecked())


class WorkBackDialog(ForesightDialog):
    """Let an item be over at a time, and what comes before it begin as late as that allows."""

    def __init__(self, programme: VisitProgramme, item: str, parent: QWidget) -> None:
        super().__init__(_("Work back from the end"), _("Move"), programme, programme.titles[item], parent)
        self._stop: Stop = programme.by_id[item].stop
        end = self._stop.ends or self._stop.starts
        self.clock = QLineEdit(format_time(end.local))
        self.clock.setAccessibleName(_("It must be over at"))
        self.form.addRow(_("It must be over at"), self.clock)
        self.clock.textChanged.connect(lambda _text: self.look())
        self.look()
        self.clock.setFocus()
        self.clock.selectAll()

    def staying(self, found: Ripple) -> tuple[Stop, ...]:
        """Nothing that comes later is asked to move."""
        return ()

    def foresee(self) -> Ripple:
        end = self._stop.ends or self._stop.starts
        day = end.local.date()
        wanted = Moment(datetime.combine(day, read_clock(self.clock.text())), end.zone)
        return work_back(self._programme.stops, self._stop.id, wanted)
