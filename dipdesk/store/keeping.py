"""Backups of a file that is open and goes on being worked on; made beside the window, in another thread.

The pages are copied a few at a time, so that nobody waits for longer than one of these steps; what is written
meanwhile reaches the copy too. Then the copy is checked by itself: its pages and links, its whole history,
and that it goes at least as far as the file did when the backup was begun.
"""

import time
from pathlib import Path
from threading import Lock
from typing import Any

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.progress import Cancelled, Progress
from dipdesk.store import backup, log
from dipdesk.store import connection as driver
from dipdesk.store.engine import engine

_BREATH = 0.003
"""Seconds between two steps, for those who wait for the file."""
_SUFFIX = ".copying"


class Keeper:
    """One backup of the open file behind ``raw``; ``tip`` is the operation written last when it was begun.

    Made in the thread of the file; :meth:`keep` is for another one.
    """

    def __init__(self, raw: Any, path: Path, tip: bytes) -> None:
        self._raw, self._path, self._tip = raw, path, tip
        self._folder = backup.folder_for(raw, path)
        self._progress = Progress()
        self._stopped = False
        self._copying = Lock()

    def stop(self) -> None:
        """Let go of the file; returns once nothing uses it any more, so that it can be closed."""
        self._stopped = True
        with self._copying:
            pass

    def keep(self, progress: Progress | None = None) -> Path:
        """Write the backup, verify it and thin out the old ones; raises Known, or Cancelled when stopped."""
        self._progress = progress or Progress()
        backup.remove(self._folder.glob(f"*{_SUFFIX}*"))
        target = backup.free_name(self._folder, ".dipdesk")
        partial = target.with_suffix(_SUFFIX)
        try:
            self._copy(partial)
            backup.settle(partial)
            self._verify(partial)
            partial.replace(target)
            backup.settle(self._folder)
        except (driver.DriverError, OSError) as error:
            if self._stopped:
                raise Cancelled from error
            raise backup.not_written(self._folder) from error
        finally:
            backup.remove([partial, *driver.companions(partial)])
        backup.remove(backup.superfluous(backup.list_backups(self._folder)))
        return target

    def _copy(self, target: Path) -> None:
        with self._copying:
            self._breathe()
            driver.copy_pages(self._raw, target, self._breathe)

    def _breathe(self) -> None:
        if self._stopped:
            raise Cancelled
        self._progress.step(0, 0)
        time.sleep(_BREATH)

    def _verify(self, copy: Path) -> None:
        """Raise Known unless the copy is whole and goes as far as the file did."""
        with backup.opened(copy) as raw:
            whole = raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            if not whole or raw.execute("PRAGMA foreign_key_check").fetchone():
                raise driver.damaged(self._path)
            found = raw.execute("SELECT 1 FROM op WHERE op_id = ?", (self._tip,)).fetchone()
            with engine(raw).connect() as connection:
                broken = log.verify(connection)
        if broken or (self._tip and found is None):
            raise Known(_("The backup does not equal the file. The earlier backups were kept."))
