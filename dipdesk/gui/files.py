"""Opening, making, closing, backing up and restoring the office file of one window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.gui.first_file import opening
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.late import Late
from dipdesk.gui.recent import Recent
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.store import backup, bringing, holding
from dipdesk.store.held_file import HeldFile
from dipdesk.store.refusals import Elsewhere
from dipdesk.store.whereabouts import is_network, synced_by

if TYPE_CHECKING:
    from dipdesk.store.office_file import OfficeFile


_SECOND = "backup.second_place"


class Files(QObject):
    """The file that is open, if any: ``held``; its records are ``office``, once they can be loaded."""

    opened = Signal()
    """An office was opened."""
    closing = Signal()
    """The office is about to be closed; let go of it."""
    closed = Signal(object)
    """The office was closed; with the folder of its backups."""
    backup_wanted = Signal()
    """Somebody asks for a backup now."""
    backed_up = Signal(object)
    """The backup that somebody asked for is written; with its path."""
    backup_failed = Signal(str)
    """The backup that somebody asked for could not be written; with the reason."""
    second_place_changed = Signal()
    """Another second place for backups was chosen, or none."""

    def __init__(self, window: QWidget, jobs: Jobs, troubles: Troubles, recent: Recent, late: Late) -> None:
        super().__init__(window)
        self.held: HeldFile | None = None
        self.office: OfficeFile | None = None
        self._records: Callable[[HeldFile], OfficeFile] | None = None
        self._window, self._jobs, self._troubles, self._recent = window, jobs, troubles, recent
        self._late = late

    def bring_records(self, records: "Callable[[HeldFile], OfficeFile]") -> None:
        """From now on every file that is open has its records; ``records`` brings them."""
        self._records = records
        if self.held is not None:
            self.office = records(self.held)

    def open(self, path: Path) -> None:
        """Open a file in the background; the one that is open stays open if that fails."""
        if self.held is not None and self.held.path == path:
            self.opened.emit()
            return
        self._begin(lambda progress: self._late.hold(path, progress), opening(path))

    def bring(self, path: Path) -> None:
        """Copy a file to this computer and open the copy."""
        folder = office_folder()
        self._jobs.run(
            lambda progress: bringing.bring(path, folder),
            self.open,
            self._troubles.handle,
            _("Copying “{name}”").format(name=path.name),
        )

    def make(self, path: Path, name: str, kind: str) -> None:
        """Make a new office file and open it."""
        self._begin(lambda progress: self._late.create(path, name, kind, progress), opening(path))

    def open_sample(self) -> None:
        """Open the sample office; it is made when it is asked for the first time."""
        path = sample_path()
        if path.exists():
            self.open(path)
        else:
            self._begin(lambda progress: self._late.sample(path, progress), _("Making the sample office"))

    def close(self) -> bool:
        """Close the file that is open, with a backup; returns whether one was open."""
        held, office = self.held, self.office
        if held is None:
            return False
        folder = self.backup_folder()
        self.held = self.office = None
        self.closing.emit()
        try:
            holding.close(held)
        except Known as trouble:
            QMessageBox.warning(
                self._window,
                _("No backup"),
                _("Everything is saved, but no backup was written. {reason}").format(reason=trouble.sentence),
            )
        if office is not None:
            office.close()
        self.closed.emit(folder)
        return True

    def backup_folder(self) -> Path:
        """Where the backups of the open file lie."""
        assert self.held is not None
        return backup.folder_for(self.held.raw, self.held.path)

    @property
    def second_place(self) -> Path | None:
        """The folder on a stick or share where backups go, too; None if none was chosen."""
        name = self._recent.settings.get(_SECOND, "")
        return Path(name) if name else None

    def choose_second_place(self, place: Path | None) -> None:
        """Let backups go to ``place``, too, from now on."""
        self._recent.settings.set(_SECOND, str(place) if place else "")
        self.second_place_changed.emit()

    def restore(self, source: Path) -> Path | None:
        """Put a backup in the place of the open file; returns where that is kept now. Raises Known."""
        assert self.held is not None
        target = self.held.path
        self.close()
        try:
            return backup.restore(source, target)
        finally:
            self.open(target)

    def _begin(self, work: Callable[[Progress], HeldFile], title: str) -> None:
        self._jobs.run(work, self.take, self.refuse, title)

    def refuse(self, error: Exception) -> None:
        """Say why a file cannot be opened; one that lies elsewhere can be brought here."""
        self._troubles.handle(error)
        if isinstance(error, Elsewhere) and error.path.is_file():
            box = bring_box(error, self._window)
            box.accepted.connect(lambda: self.bring(error.path))
            box.open()

    def take(self, held: HeldFile) -> None:
        """Let a file that was taken hold of be the open one; the one before is closed."""
        self.close()
        self.held = held
        self.office = self._records(held) if self._records else None
        self._recent.opened(held.path)
        self.opened.emit()


def sample_path() -> Path:
    """Where the sample office lies on this computer, in whichever language it was made."""
    folder = _sample_folder()
    folder.mkdir(parents=True, exist_ok=True)
    made = sorted(folder.glob(f"*{holding.SUFFIX}"))
    name = _("Sample office")
    return made[0] if made else folder / f"{name}{holding.SUFFIX}"


def shown_name(path: Path) -> str:
    """What a file is called in titles: the sample office in the language spoken now."""
    return _("Sample office") if path.parent == _sample_folder() else path.name


def _sample_folder() -> Path:
    return paths.data() / "sample"


def documents() -> Path:
    """The folder that the dialogs for files start in."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def office_folder() -> Path:
    """The folder for office files: that of documents, unless it is a network or a synchronised one."""
    folder = documents()
    if not is_network(folder) and not synced_by(folder / "x"):
        return folder
    own = paths.data() / "offices"
    own.mkdir(parents=True, exist_ok=True)
    return own


def bring_box(error: Elsewhere, window: QWidget) -> QMessageBox:
    """Ask whether to copy a file that lies elsewhere to this computer and open the copy."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("Copy to this computer"))
    box.setText(error.sentence)
    box.setInformativeText(
        _(
            "The copy will lie in “{folder}”. The original stays where it is; do not work with it any more."
        ).format(folder=office_folder())
    )
    box.addButton(_("Copy and open"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel).setText(_("Cancel"))
    return box


def ask_open(window: QWidget) -> Path | None:
    """Ask which office file to open."""
    name, _filter = QFileDialog.getOpenFileName(
        window, _("Open an office file"), str(documents()), _("Office files (*.dipdesk)")
    )
    return Path(name) if name else None
