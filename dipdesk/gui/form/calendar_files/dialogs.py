"""Calendar files in the window: where to write one, and what reading one would do before it is done."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from dipdesk.errors import Invalid, Known
from dipdesk.exchange import icalendar_export, icalendar_import
from dipdesk.exchange.icalendar_import import Incoming
from dipdesk.gui.dialog import Dialog
from dipdesk.gui.files import documents
from dipdesk.gui.form.plain_table import PlainTable
from dipdesk.gui.form.text_rows import CellsModel, Line
from dipdesk.gui.form.usual import usual_zone
from dipdesk.gui.labels import plain
from dipdesk.gui.toast import toast
from dipdesk.gui.tones import Tone
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import ProgrammeItem, Record
from dipdesk.rules.two_clocks import clock_in
from dipdesk.store.office_file import OfficeFile

SUFFIX = ".ics"
_SIZE = QSize(760, 520)
_ACTIONS = {
    "add": N_("is added"),
    "update": N_("is brought up to date"),
    "same": N_("is known already"),
    "refused": N_("is not read"),
}
_TONES: dict[str, Tone] = {"add": "good", "update": "info", "same": "dormant", "refused": "attention"}
_NAME = 80


class ReadDialog(Dialog):
    """The events of a file with what happens to each; nothing is stored before ``Read`` is pressed."""

    def __init__(self, office: OfficeFile, visit_id: str, path: Path, parent: QWidget | None = None) -> None:
        """Raises Invalid if the file is no calendar."""
        super().__init__(_("Read a calendar"), parent, _SIZE)
        self._office, self._visit_id = office, visit_id
        self._calendar = icalendar_import.read(path)
        planned = icalendar_import.preview(office, visit_id, self._calendar)
        self.model = CellsModel((_("When"), _("What"), _("Happens")))
        self.table = PlainTable(self.model, self)
        self.table.setAccessibleName(_("Events of the file"))
        zone = usual_zone(office, ProgrammeItem, {"visit_id": visit_id})
        self.model.show([_line(one, zone) for one in planned])
        self.table.fit()
        changes = sum(one.action in ("add", "update") for one in planned)
        text = ngettext("{count} item changes.", "{count} items change.", changes)
        self.sums = plain(
            text.format(count=changes) if planned else _("There is no event in this file."), wrap=True
        )
        self.column.addWidget(self.table)
        self.column.addWidget(self.sums)
        self.column.addStretch(1)
        self.read_button = QPushButton(_("Read"))
        self.read_button.setEnabled(changes > 0)
        self.add_buttons(self.read_button)
        self.read_button.setFocus()

    def accept(self) -> None:
        """Read the events into the programme, as one step."""
        icalendar_import.run(self._office, self._visit_id, self._calendar)
        super().accept()


def ask_and_read(office: OfficeFile, visit_id: str, parent: QWidget) -> None:
    """Choose a calendar file, show what is in it, and read it into a visit's programme."""
    kinds = _("Calendars (*.ics)")
    name, _kind = QFileDialog.getOpenFileName(parent, _("Read a calendar"), str(documents()), kinds)
    if not name:
        return
    try:
        dialog = ReadDialog(office, visit_id, Path(name), parent.window())
    except (Invalid, Known) as trouble:
        toast(parent.window(), trouble.sentence)
        return
    if dialog.exec():
        toast(parent.window(), office.undo_label, _("Undo"), office.undo)
    dialog.deleteLater()


def ask_and_write(office: OfficeFile, about: Record | None, parent: QWidget, *, public: bool = False) -> None:
    """Choose where, and write the calendar of a visit, a person, or the whole office."""
    title = about.title() if about is not None else office.office().title()
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in title)
    proposed = f"{' '.join(kept.split())[:_NAME]}{SUFFIX}"
    name, _kind = QFileDialog.getSaveFileName(
        parent, _("Export to a calendar"), str(documents() / proposed), _("Calendars (*.ics)")
    )
    if not name:
        return
    target = Path(name)
    target = target if target.suffix.lower() == SUFFIX else target.with_name(f"{target.name}{SUFFIX}")
    try:
        count = icalendar_export.export(office, target, datetime.now(UTC), about, public=public)
    except Known as trouble:
        toast(parent.window(), trouble.sentence)
        return
    text = ngettext("{count} event written to “{path}”.", "{count} events written to “{path}”.", count)
    toast(parent.window(), text.format(count=count, path=target.name))


def _line(one: Incoming, zone: str) -> Line:
    happens = " – ".join(part for part in (_(_ACTIONS[one.action]), one.reason) if part)
    when = clock_in(one.starts, zone) if one.starts else ""
    return Line(one.row_id, (when, one.title, happens), "", _TONES[one.action], is_quiet=one.action == "same")
