"""The running order of a ceremony: every point with its times, in fair and in bad weather."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from dipdesk.actions import phases
from dipdesk.actions.running_order import RunningOrder, TimedPhase, running_order
from dipdesk.gui.form.ceremony.part import TablePart
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.storing import remove_record
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.toast import toast
from dipdesk.i18n import _, format_time, language, ngettext
from dipdesk.model import Ceremony, Phase, best_text
from dipdesk.model.ceremony import AUDIENCES, VARIANTS
from dipdesk.store.office_file import News, OfficeFile

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PhaseTable(PlainTable):
    """The points; Ctrl+Shift+Up and Down move one, + and - make it longer and shorter."""

    moved = Signal(int)
    stretched = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == _MODIFIERS and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.text() in ("+", "-"):
            self.stretched.emit(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)


class RunningSection(TablePart):
    """Points with start and end; a longer point moves those that follow it."""

    def __init__(self, office: OfficeFile, ceremony_id: str, parent: QWidget | None = None) -> None:
        belongs = _("What happens, point by point. “Plan” above fills in what is usual.")
        super().__init__(office, ceremony_id, (_("Running order"), belongs), parent)
        self.rain = QCheckBox(_("In bad weather"), self)
        self.rain.toggled.connect(lambda _on: self.refresh())
        self.buttons.addWidget(self.rain)
        self.up_button = self.button("up", _("Move up"), lambda: self.shift(-1))
        self.down_button = self.button("down", _("Move down"), lambda: self.shift(1))
        self.add_button = self.button("add", _("Add"), self.add)
        heads = (_("Time"), _("Minutes"), _("What"), _("Who"), _("Cue"), _("Shown to"))
        self.model = CellsModel(heads)
        self.table: PhaseTable = PhaseTable(self.model, self)
        self.note = Wrapped(parent=self)
        self.lay_out(self.note)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the points again; the same point stays selected."""
        with self._office.read() as session:
            ceremony = session.get(Ceremony, self._ceremony_id)
            found = running_order(session, ceremony, rain=self.rain.isChecked()) if ceremony else None
            lines = [_line(one) for one in found.phases] if found else []
            self.note.set_text(_sums(found) if found else "", muted=True)
        self.show_lines(lines)
        for part in (self.note, self.up_button, self.down_button, self.rain):
            part.setVisible(bool(lines) or (part is self.rain and self.rain.isChecked()))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("ceremony", self._ceremony_id) in news.rows or news.touches("phase")

    def open_current(self) -> None:
        """Show the point that is selected."""
        if row_id := self.current():
            self.opened.emit("phase", row_id)

    def add(self) -> None:
        """Ask for a new point at the end."""
        with self._office.read() as session:
            place = phases.next_place(session, self._ceremony_id)
        new_record(self._office, Phase, {"ceremony_id": self._ceremony_id, "place": place}, self)

    def shift(self, step: int) -> None:
        """Move the selected point one place up (-1) or down (1)."""
        if (row_id := self.current()) and phases.shift(self._office, row_id, step):
            self._tell()

    def stretch(self, minutes: int) -> None:
        """Make the selected point longer or shorter."""
        if (row_id := self.current()) and phases.stretch(self._office, row_id, minutes):
            self.refresh()

    def remove(self) -> None:
        """Take the selected point off."""
        if (row_id := self.current()) and remove_record(self._office, Phase, row_id):
            self._tell()

    def _tell(self) -> None:
        self.refresh()
        toast(self.window(), self._office.undo_label, _("Undo"), self._office.undo)

    def _connect(self) -> None:
        self.table.wanted.connect(self.open_current)
        self.table.unwanted.connect(self.remove)
        self.table.more_wanted.connect(self.add)
        self.table.moved.connect(self.shift)
        self.table.stretched.connect(self.stretch)


def _line(one: TimedPhase) -> Line:
    phase = one.phase
    time = f"{format_time(one.timed.start)}–{format_time(one.timed.end)}" if one.timed else "–"
    texts = [best_text(phase, stem, language()) for stem in ("title", "who", "cue")]
    shown = [AUDIENCES.get(phase.audience, ""), VARIANTS.get(phase.variant, "")]
    last = " · ".join(_(word) for word in shown if word)
    cells = (time, str(phase.minutes or 0), *texts, last)
    return Line(phase.id, cells, is_quiet=phase.audience == "crew")


def _sums(found: RunningOrder) -> str:
    """How long it takes, and what does not fit."""
    total = ngettext("{count} minute in all", "{count} minutes in all", found.minutes)
    lines = [total.format(count=found.minutes)]
    if found.schedule is None:
        return lines[0]
    names = {one.phase.id: best_text(one.phase, "title", language()) for one in found.phases}
    for gap in found.schedule.gaps:
        text = ngettext(
            "{count} minute is free after “{point}”.",
            "{count} minutes are free after “{point}”.",
            gap.minutes,
        )
        lines.append(text.format(count=gap.minutes, point=names[gap.after]))
    for overlap in found.schedule.overlaps:
        text = ngettext(
            "“{first}” runs {count} minute into “{second}”.",
            "“{first}” runs {count} minutes into “{second}”.",
            overlap.minutes,
        )
        lines.append(
            text.format(count=overlap.minutes, first=names[overlap.first], second=names[overlap.second])
        )
    return "\n".join([*lines, *found.schedule.warnings])
