"""Exports every copy of a distribution list, one file each, one after the other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dipdesk.errors import Invalid, Known
from dipdesk.gui.jobs import Jobs
from dipdesk.i18n import _
from dipdesk.papers import copies, exported, making
from dipdesk.papers.exported import Order
from dipdesk.papers.file_names import plain
from dipdesk.papers.making import Written
from dipdesk.store.office_file import OfficeFile


class CopyRun(QObject):
    """Writes the copies of one order into a folder."""

    done = Signal(int)
    """All are written: how many."""

    def __init__(self, office: OfficeFile, jobs: Jobs, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._office, self._jobs, self._failed = office, jobs, failed

    def start(self, order: Order, folder: Path, name: str) -> None:
        """Write every copy of ``order``; a file that is there already gets no other in its place."""
        self._next(order, folder, name, 1)

    def _next(self, order: Order, folder: Path, name: str, number: int) -> None:
        """Make and write one copy, then the next."""
        listed = copies.names(order.options)
        if number > len(listed):
            self.done.emit(len(listed))
            return
        target = _free(folder, f"{name} – {number} {plain(listed[number - 1])}", order.form)
        try:
            one = replace(order, options=replace(order.options, copy=number))
            made = exported.make(self._office, one)
        except (Known, Invalid) as trouble:
            self._failed(trouble)
            return

        def written(file: Written) -> None:
            exported.remember(self._office, made, file.path, listed[number - 1], file.pages)
            self._next(order, folder, name, number + 1)

        self._jobs.run(
            lambda progress: making.written(made.document, order.form, target, progress),
            written,
            self._failed,
            _("Writing “{name}”").format(name=target.name),
        )


def _free(folder: Path, name: str, form: str) -> Path:
    """A path in the folder that no file has yet."""
    wanted, number = folder / f"{name}.{form}", 1
    while wanted.exists():
        number += 1
        wanted = folder / f"{name} ({number}).{form}"
    return wanted
