"""An office file that this program holds: checked and locked, to be looked into in plain SQL.

It needs no model; :class:`~dipdesk.store.office_file.OfficeFile` brings the records to it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from dipdesk.store import connection as driver
from dipdesk.store import copies
from dipdesk.store.pen import Pen


class HeldFile:
    """One office file that is held. Made by :mod:`dipdesk.store.holding`; close it when done."""

    def __init__(self, path: Path, raw: Any, pen: Pen) -> None:
        self.path = path
        self.raw = raw
        self.pen = pen
        self.saved_at: datetime | None = None
        self._identity = driver.identity(path)
        self._closed = False

    @property
    def is_changed(self) -> bool:
        """Whether anything was written since the file was opened."""
        return self.saved_at is not None

    @property
    def is_open(self) -> bool:
        """Whether the file can still be looked into."""
        return not self._closed

    def is_in_place(self) -> bool:
        """Whether the file still lies where it was opened, and is the same."""
        return driver.identity(self.path) == self._identity

    @contextmanager
    def looking_up(self) -> Iterator[Any]:
        """The driver's connection, to look things up; raises Known if the disk fails or the like."""
        try:
            yield self.raw
        except driver.DriverError as error:
            raise driver.trouble(error, self.path) or error from error

    def close(self) -> None:
        """Let go of the file without a backup; further use is an error, closing again is not."""
        if self._closed:
            return
        self._closed = True
        copies.remember(self.path, self.pen)
        driver.close(self.raw)
        driver.remove_note(self.path)
