"""Opening, making, closing, backing up and restoring the office file of one window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.late import Late
from dipdesk.gui.recent import Recent
from dipdesk.gui.trouble import Troubles
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.store import backup, opening
from dipdesk.store.office_file import OfficeFile


class Files(QObject):
    """The file that is open, if any."""

    opened = Signal()
    """An office was opened: ``office`` is it."""
    closing = Signal()
    """The office is about to be closed; let go of it."""

    def __init__(self, window: QWidget, jobs: Jobs, troubles: Troubles, recent: Recent, late: Late) -> None:
        super().__init__(window)
        self.office: OfficeFile | None = None
        self._window, self._jobs, self._troubles, self._recent = window, jobs, troubles, recent
        self._late = late

    def open(self, path: Path) -> None:
        """Open a file in the background; the one that is open stays open if that fails."""
        if self.office is not None and self.office.path == path:
            self.opened.emit()
            return
        self._take(lambda progress: opening.open_file(path, progress), _opening(path))

    def make(self, path: Path, name: str, kind: str) -> None:
        """Make a new office file and open it."""
        self._take(lambda progress: opening.create(path, name, kind, progress), _opening(path))

    def open_sample(self) -> None:
        """Open the sample office; it is made when it is asked for the first time."""
        path = sample_path()
        if path.exists():
            self.open(path)
        else:
            self._take(lambda progress: self._late.sample(path, progress), _("Making the sample office"))

    def close(self) -> bool:
        """Close the file that is open, with a backup; returns whether one was open."""
        office, self.office = self.office, None
        if office is None:
            return False
        self.closing.emit()
        try:
            opening.close(office)
        except Known as trouble:
            QMessageBox.warning(
                self._window,
                _("No backup"),
                _("Everything is saved, but no backup was written. {reason}").format(reason=trouble.sentence),
            )
        return True

    def backup_folder(self) -> Path:
        """Where the backups of the open file lie."""
        assert self.office is not None
        return backup.folder_for(self.office.raw, self.office.path)

    def back_up(self) -> Path:
        """Write a backup now; returns it. Raises Known."""
        assert self.office is not None
        return backup.write(self.office.raw, self.office.path, self.backup_folder())

    def restore(self, source: Path) -> Path | None:
        """Put a backup in the place of the open file; returns where that is kept now. Raises Known."""
        assert self.office is not None
        target = self.office.path
        self.close()
        try:
            return backup.restore(source, target)
        finally:
            self.open(target)

    def _take(self, work: Callable[[Progress], OfficeFile], title: str) -> None:
        self._jobs.run(work, self._taken, self._troubles.handle, title)

    def _taken(self, office: OfficeFile) -> None:
        self.close()
        self.office = office
        self._recent.opened(office.path)
        self.opened.emit()


def _opening(path: Path) -> str:
    return _("Opening “{name}”").format(name=path.name)


def sample_path() -> Path:
    """Where the sample office lies on this computer."""
    folder = paths.data() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{_('Sample office')}{opening.SUFFIX}"


def documents() -> Path:
    """The folder that the dialogs for files start in."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def ask_open(window: QWidget) -> Path | None:
    """Ask which office file to open."""
    name, _filter = QFileDialog.getOpenFileName(
        window, _("Open an office file"), str(documents()), _("Office files (*.dipdesk)")
    )
    return Path(name) if name else None
