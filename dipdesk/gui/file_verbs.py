"""What the actions on files and lists do: open, make, bring in, write out, back up."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from dipdesk.gui.backups import BackupsDialog
from dipdesk.gui.dialogs import Dialogs
from dipdesk.gui.files import ask_open
from dipdesk.gui.new_office import NewOfficeDialog
from dipdesk.gui.palette.card import Palette
from dipdesk.gui.palette.visits import VisitSource
from dipdesk.gui.toast import toast
from dipdesk.gui.trail import Spot
from dipdesk.gui.workspace import Workspace
from dipdesk.i18n import _
from dipdesk.model import Visit, entity
from dipdesk.store.office_file import OfficeFile

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


class FileVerbs(QObject):
    """Does these actions for one desk."""

    def __init__(self, desk: "Desk", dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._dialogs = desk, dialogs
        self._frame = desk.window.frame
        self._awaits_backup = False
        desk.files.backed_up.connect(self._backed_up)
        desk.files.backup_failed.connect(self._not_backed_up)

    def table(self) -> dict[str, Callable[[], object]]:
        """What is done for each action."""
        return {
            "file.new": self._new_office,
            "file.open": self._open,
            "file.sample": self._desk.files.open_sample,
            "file.import": self._import,
            "file.backups": self._backups,
            "file.backup_now": self._back_up,
            "file.close": self._desk.close_file,
            "list.export": self._export_list,
            "list.doubles": self._doubles,
            "record.export": self._export_record,
            "visit.calendar_read": self._read_calendar,
            "visit.intake_send": lambda: self._intake("send"),
            "visit.intake_read": lambda: self._intake("read"),
        }

    @property
    def _office(self) -> OfficeFile:
        assert self._desk.office is not None
        return self._desk.office

    def _new_office(self) -> None:
        dialog = NewOfficeDialog(self._frame)
        dialog.accepted.connect(lambda: self._desk.files.make(dialog.path, dialog.name, dialog.kind))
        self._dialogs.open(dialog)

    def _open(self) -> None:
        if path := ask_open(self._frame):
            self._desk.files.open(path)

    def _import(self) -> None:
        if self._desk.commit():
            dialog = self._desk.late.importing()
            self._dialogs.open(dialog(self._office, None, self._desk.settings, self._desk.jobs, self._frame))

    def _export_list(self) -> None:
        """Write the selected rows to a file, or all that the list shows."""
        if isinstance(page := self._desk.page, Workspace) and self._desk.commit():
            chosen = page.list.selected_ids()
            rows = chosen if len(chosen) > 1 else page.list.shown_ids()
            self._export_rows(page, rows)

    def _export_record(self) -> None:
        if isinstance(page := self._desk.page, Workspace) and page.row_id and self._desk.commit():
            self._export_rows(page, [page.row_id])

    def _export_rows(self, page: Workspace, rows: list[str]) -> None:
        export = self._desk.late.exporting()(self._office, page.kind, self._desk.settings, self._frame)
        export.ask(rows, page.list.shown_columns())

    def _intake(self, way: Literal["send", "read"]) -> None:
        """Send the intake form of the visit that is shown, or read it back."""
        page = self._desk.page
        if isinstance(page, Workspace) and page.row_id and self._desk.commit():
            verbs = self._desk.late.intake()(self._office, page.row_id, self._desk.settings, self._frame)
            self._dialogs.open(verbs.dialog(way))

    def _read_calendar(self) -> None:
        """Read a calendar file into the programme of the visit that is shown; ask for one if none is."""
        page = self._desk.page
        if not self._desk.commit():
            return
        if isinstance(page, Workspace) and page.row_id and page.kind is Visit:
            self._read_into(page.row_id)
        else:
            find = VisitSource(self._office, self._read_into).find
            Palette(find, _("Into the programme of which visit?"), self._frame).open()

    def _read_into(self, visit_id: str) -> None:
        """Show a visit, if it is not shown, and read a calendar file into its programme."""
        if self._desk.trail.here != Spot("visit", visit_id):
            self._desk.go(Spot("visit", visit_id))
        self._desk.late.calendar_reader()(self._office, visit_id, self._frame)

    def _doubles(self) -> None:
        if self._desk.commit():
            page = self._desk.page
            kind = page.kind if isinstance(page, Workspace) else entity("partner")
            chosen = page.list.selected_ids() if isinstance(page, Workspace) else []
            dialog = self._desk.late.doubles()(
                self._office, kind, self._desk.settings, self._desk.jobs, self._frame, chosen
            )
            self._dialogs.open(dialog)

    def _backups(self) -> None:
        if self._desk.commit():
            self._dialogs.open(BackupsDialog(self._desk.files, self._frame))

    def _back_up(self) -> None:
        if self._desk.commit():
            self._awaits_backup = True
            self._desk.files.backup_wanted.emit()

    def _backed_up(self, made: object) -> None:
        if self._awaits_backup:
            self._awaits_backup = False
            toast(self._frame, _("Backed up."))

    def _not_backed_up(self, reason: str) -> None:
        if self._awaits_backup:
            self._awaits_backup = False
            self._desk.window.message.say(reason)
