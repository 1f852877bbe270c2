"""The dialog that brings in a table: choose a file, say what its columns mean, see what happens, import."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from dipdesk.errors import Invalid, Known
from dipdesk.exchange import csv_import, municipality
from dipdesk.exchange.csv_import import ImportPlan, ImportResult, Table, Work
from dipdesk.gui.dialog import Dialog, calm_buttons
from dipdesk.gui.dropped import dropped, welcome
from dipdesk.gui.files import documents
from dipdesk.gui.importing.invitation import Invitation
from dipdesk.gui.importing.plan_view import PlanView
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.message_bar import MessageBar
from dipdesk.gui.settings import Settings
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.store.office_file import OfficeFile

T = TypeVar("T")
_SIZE = QSize(1080, 680)
_SOON = 120
"""Milliseconds after the last change until the preview is made anew."""
_FOLDER = "import.folder"


class ImportDialog(Dialog):
    """Brings ``path`` into the office; without a path it asks for one. ``jobs`` reads and works behind it."""

    _stepped = Signal(int, int)

    def __init__(
        self,
        office: OfficeFile,
        path: Path | None,
        settings: Settings,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Import a list"), parent, _SIZE)
        self._office, self._settings, self._jobs = office, settings, jobs
        self._path: Path | None = None
        self._waiting: list[Path] = []
        self._plan: ImportPlan | None = None
        self._whose: str | None = None
        self._work: Work | None = None
        self._progress = Progress()
        self._asked = 0
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._build()
        self._stepped.connect(self._body.show_step)
        self.setAcceptDrops(True)
        self._invitation.choose.setFocus()
        if path is not None:
            self.open_file(path)

    def _build(self) -> None:
        self._message = MessageBar()
        self._body = PlanView()
        self._body.source.file_wanted.connect(self._ask_file)
        self._body.source.reading_changed.connect(self._read)
        self._body.source.shape_chosen.connect(self._choose_shape)
        self._body.source.municipality_named.connect(self._name_municipality)
        self._body.mapping.mapped.connect(self._map)
        self._body.update_known.toggled.connect(self._change_update)
        self._pages = QStackedWidget()
        self._invitation = Invitation()
        self._invitation.file_wanted.connect(self._ask_file)
        self._pages.addWidget(self._invitation)
        self._pages.addWidget(self._body)
        self.column.addWidget(self._message)
        self.column.addWidget(self._pages, 1)
        self._import = QPushButton(_("Import"))
        buttons = self.add_buttons(self._import)
        self._import_rest = QPushButton(_("Import without the refused rows"))
        buttons.addButton(self._import_rest, QDialogButtonBox.ButtonRole.ActionRole)
        self._import_rest.clicked.connect(lambda: self._store(skip_refused=True))
        self._skip = QPushButton(_("Skip this file"))
        buttons.addButton(self._skip, QDialogButtonBox.ButtonRole.ActionRole)
        self._skip.clicked.connect(self._go_on)
        self._skip.hide()
        self._show_work(None)

    # The file

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show the table in the first of ``paths``; the others follow one after the other."""
        self._waiting = list(paths[1:])
        self.open_file(paths[0])

    def open_file(self, path: Path) -> None:
        """Show the table in ``path``; a file that is none gives a sentence."""
        self._path = path
        self._plan = None
        self._whose = None
        self._settings.set(_FOLDER, str(path.parent))
        self._body.source.show_file(path, len(self._waiting))
        self._skip.setVisible(bool(self._waiting))
        self._pages.setCurrentWidget(self._body)
        self._read()

    def _ask_file(self) -> None:
        folder = self._settings.get(_FOLDER, "") or str(documents())
        kinds = ";;".join((_("Tables and contacts (*.xlsx *.csv *.tsv *.txt *.vcf)"), _("All files (*)")))
        names, _kind = QFileDialog.getOpenFileNames(self, _("Import a list"), folder, kinds)
        if names:
            self.open_files([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = dropped(event)
        if files:
            event.acceptProposedAction()
            self.open_files(files)

    def _read(self) -> None:
        path = self._path
        if path is None:
            return
        source = self._body.source
        encoding, separator, sheet = source.encoding, source.separator, source.sheet
        self._begin()
        self._run(lambda: csv_import.read_table(path, encoding, separator, sheet), self._show_table)

    def _show_table(self, table: Table) -> None:
        is_first = self._plan is None
        kept = self._plan.shape.name if self._plan and self._plan.table.header == table.header else ""
        self._adopt(csv_import.guess(table, kept, update=self._body.update_known.isChecked()))
        if is_first:
            self._body.source.focus_choices()

    # The plan

    def _adopt(self, plan: ImportPlan) -> None:
        self._plan = self._of_municipality(plan)
        self._body.show_plan(self._plan)
        self._look()

    def _of_municipality(self, plan: ImportPlan) -> ImportPlan:
        """The plan with whose list it is, where only the file's name or the person can say so."""
        if not municipality.is_open(plan):
            self._body.source.show_municipality(None)
            return plan.with_given(municipality.TARGET, "")
        name = municipality.proposed(self._office, plan) if self._whose is None else self._whose
        self._body.source.show_municipality(name)
        return municipality.with_municipality(plan, name)

    def _name_municipality(self, name: str) -> None:
        if self._plan is not None:
            self._whose = name
            self._change(municipality.with_municipality(self._plan, name))

    def _choose_shape(self, name: str) -> None:
        if self._plan is not None:
            self._adopt(self._plan.with_shape(name))

    def _map(self, column: int, target: str) -> None:
        if self._plan is None:
            return
        had = self._plan.columns.get(target, column)
        if had != column:
            self._body.mapping.release(had)
        self._change(self._of_municipality(self._plan.with_column(column, target)))

    def _change_update(self, update: bool) -> None:
        if self._plan is not None:
            self._change(replace(self._plan, update=update))

    def _change(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._begin()
        self._soon.start()

    def _look(self) -> None:
        """Find out what the import would do, behind the window."""
        plan = self._plan
        if plan is None:
            return
        self._begin()
        stock = csv_import.take(self._office, plan)
        progress = self._progress
        self._run(lambda: csv_import.work(plan, stock, progress), self._show_work)

    # Work behind the window

    def _begin(self) -> None:
        """What was found out before, or is being found out, counts no longer."""
        self._asked += 1
        self._soon.stop()
        self._progress.cancel()
        self._progress = Progress(self._stepped.emit)
        self._message.hide()
        self._show_work(None)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        asked = self._asked

        def finished(result: T) -> None:
            if asked == self._asked:
                done(result)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._fail(error)

        self._jobs.run(lambda _progress: work(), finished, failed, "")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, (Invalid, Known)):
            raise error
        self._message.say(error.sentence)

    def _show_work(self, work: Work | None) -> None:
        self._work = work
        self._body.show_work(self._plan, work)
        refused = bool(work and work.result().refused)
        changes = bool(work and work.changes_anything)
        self._import.setEnabled(changes and not refused)
        self._import_rest.setVisible(refused)
        self._import_rest.setEnabled(changes)
        calm_buttons(self)

    # Importing

    def accept(self) -> None:
        """Import all rows."""
        if self._import.isEnabled():
            self._store(skip_refused=False)

    def reject(self) -> None:
        """Go away; work under way is told to stop."""
        self._asked += 1
        self._progress.cancel()
        super().reject()

    def _store(self, *, skip_refused: bool) -> None:
        plan, work = self._plan, self._work
        if plan is None or work is None or (work.result().refused and not skip_refused):
            return
        try:
            result = csv_import.store(self._office, plan, work, Progress(self._body.show_step), self)
        except Known as error:
            self._message.say(error.sentence)
            return
        self._tell(result)
        self._go_on()

    def _go_on(self) -> None:
        """Go on to the next file; go away after the last."""
        if self._waiting:
            self.open_files(self._waiting)
        else:
            super().accept()

    def _tell(self, result: ImportResult) -> None:
        """Say what was done, with a way back as long as nothing else was done since."""
        label = self._office.undo_label

        def undo() -> None:
            if self._office.undo_label == label:
                self._office.undo()

        window = (self.parentWidget() or self).window()
        toast(window, " ".join(result.sentences()), _("Undo"), undo)
