"""Backups while the file is open: every four hours if something changed, and into the second place."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from dipdesk.errors import Known
from dipdesk.gui.background import outlive
from dipdesk.gui.files import Files
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.trouble import Troubles
from dipdesk.store import backup, second_place
from dipdesk.store.held_file import HeldFile
from dipdesk.store.keeping import Keeper

HOURS = 4
_LOOK = 5 * 60 * 1000
"""Milliseconds between two looks at the clock."""
_PATIENCE = 2
"""So often in a row a backup may fail before anybody is told."""


class Safekeeping(QObject):
    """Sees to the backups of the file that is open in ``files``; all writing is done by ``jobs``."""

    def __init__(self, files: Files, jobs: Jobs, troubles: Troubles, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._jobs, self._troubles = files, jobs, troubles
        self._keeper: Keeper | None = None
        self._kept_at = 0.0
        self._tip = b""
        self._failures = 0
        self._is_asked = False
        self._clock: Callable[[], float] = time.monotonic
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        files.opened.connect(self._begin)
        files.closing.connect(self._let_go)
        files.closed.connect(self._mirror_last)
        files.backup_wanted.connect(self.keep_now)
        files.second_place_changed.connect(self._catch_up)
        if files.held is not None:
            self._begin()

    @property
    def is_keeping(self) -> bool:
        """Whether a backup is being written."""
        return self._keeper is not None

    def look(self) -> None:
        """Write a backup if four hours have passed since the last one and something was changed since."""
        held = self._files.held
        if held is None or self.is_keeping or self._clock() - self._kept_at < HOURS * 3600:
            return
        if held.pen.tip != self._tip:
            self._keep(held)

    def keep_now(self) -> None:
        """Write a backup because somebody asks for it; ``files`` tells how that went."""
        held = self._files.held
        self._is_asked = held is not None
        if held is not None and not self.is_keeping:
            self._keep(held)

    def _keep(self, held: HeldFile) -> None:
        try:
            keeper = self._keeper = Keeper(held.raw, held.path, held.pen.tip)
        except Known as error:
            self._failed(error)
            return
        tip = held.pen.tip
        self._jobs.run(keeper.keep, lambda made: self._kept(made, tip), self._failed, "")

    def _begin(self) -> None:
        """A file was opened."""
        held = self._files.held
        if held is not None:
            self._kept_at, self._tip, self._failures = self._clock(), held.pen.tip, 0
            self._timer.start()
            self._catch_up()

    def _let_go(self) -> None:
        """The file is about to be closed: nothing may use it any more."""
        self._timer.stop()
        self._is_asked = False
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None

    def _kept(self, made: Path, tip: bytes) -> None:
        self._keeper = None
        self._kept_at, self._tip, self._failures = self._clock(), tip, 0
        self._mirror(made)
        if self._is_asked:
            self._is_asked = False
            self._files.backed_up.emit(made)

    def _failed(self, error: Exception) -> None:
        self._keeper = None
        self._failures += 1
        if self._is_asked and isinstance(error, Known):
            self._is_asked = False
            self._files.backup_failed.emit(error.sentence)
        elif self._failures >= _PATIENCE or not isinstance(error, Known):
            self._troubles.handle(error)

    # The second place

    def _mirror(self, made: Path) -> None:
        """Copy a backup to the second place, if there is one."""
        place = self._files.second_place
        if place is not None:
            self._jobs.run(
                lambda _progress: second_place.mirror(made, place), _nothing, self._troubles.handle, ""
            )

    def _catch_up(self) -> None:
        """Bring the latest backup to the second place, if it is not there yet."""
        place = self._files.second_place
        if place is not None and self._files.held is not None:
            folder = self._files.backup_folder()
            self._jobs.run(lambda _progress: _caught_up(folder, place), _nothing, self._troubles.handle, "")

    def _mirror_last(self, folder: Path) -> None:
        """The file was closed: its last backup goes to the second place, even while the program ends."""
        place = self._files.second_place
        if place is not None:
            outlive(lambda: _caught_up_quietly(folder, place))


def _nothing(_result: object) -> None:
    """Nobody needs to hear that all went well."""


def _caught_up(folder: Path, place: Path) -> None:
    """Copy the newest backup in ``folder`` to ``place`` unless it is there; raises Known."""
    newest = next(iter(backup.list_backups(folder)), None)
    there = second_place.latest(place, folder.name)
    if newest is not None and (there is None or there.name != newest.name):
        second_place.mirror(newest, place)


def _caught_up_quietly(folder: Path, place: Path) -> None:
    """As above; what goes wrong is told when the file is opened next."""
    with suppress(Known):
        _caught_up(folder, place)
