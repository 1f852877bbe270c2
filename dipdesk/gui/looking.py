"""Fulfils the wish to look at a kept file: opens the dialog that shows it over whoever had the wish."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTemporaryDir
from PySide6.QtWidgets import QWidget

from dipdesk.gui.filing.look import LookEvent
from dipdesk.gui.jobs import Jobs

if TYPE_CHECKING:
    from dipdesk.gui.preview.file_viewer import FileViewer


class Looking(QObject):
    """Waits at a window for wishes; ``load`` brings the dialog when the first one comes.

    Copies for other programs lie in a folder that goes when the window goes.
    """

    def __init__(self, window: QWidget, jobs: Jobs, load: "Callable[[], type[FileViewer]]") -> None:
        super().__init__(window)
        self._jobs = jobs
        self._load = load
        self._folder = QTemporaryDir()
        self.shown: FileViewer | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, LookEvent):
            return False
        viewer = self._load()(event.file, self._jobs, Path(self._folder.path()), event.over.window())
        viewer.finished.connect(lambda _result: self._forget(viewer))
        self.shown = viewer
        viewer.open()
        event.accept()
        return True

    def _forget(self, viewer: "FileViewer") -> None:
        if self.shown is viewer:
            self.shown = None
        viewer.deleteLater()
