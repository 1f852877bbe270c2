"""Looking into an office file that cannot be worked on now, through a copy of this very moment.

A saved file is complete in itself: the journal beside it is empty but for the moments of writing. So a copy
that was made while nobody wrote, and then checked, is the file as it was saved last. The file itself is only
read, byte by byte, and must not be open in this same process, whose lock would be lost by that.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.store import connection as driver
from dipdesk.store import upgrade
from dipdesk.store.held_file import HeldFile
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.pen import Pen

_ATTEMPTS, _PAUSE = 60, 0.1
"""How often, and after how many seconds, it is tried again while somebody writes."""
_SETTLED = 0.02
"""Seconds by which two writings differ for certain in the time that the system notes."""


@contextmanager
def glimpse(path: Path) -> Iterator[OfficeFile]:
    """The office as it was saved last, for the length of a block; raises Known."""
    source = driver.behind_links(path)
    with TemporaryDirectory(prefix="dipdesk-") as folder:
        copy = Path(folder) / source.name
        try:
            _copy_quietly(source, copy)
        except OSError as error:
            raise driver.inaccessible(source) from error
        office = OfficeFile(HeldFile(copy, _opened(copy, source), Pen("", upgrade.VERSION)))
        try:
            yield office
        finally:
            office.close()


def saved_at(path: Path) -> datetime:
    """When a file was written last, in local time."""
    return datetime.fromtimestamp(driver.behind_links(path).stat().st_mtime).astimezone()


def _copy_quietly(source: Path, copy: Path) -> None:
    """Copy a file while nobody writes to it; raises Known if it never comes to rest."""
    for _attempt in range(_ATTEMPTS):
        before = _state(source)
        if before is not None:
            shutil.copyfile(source, copy)
            if _state(source) == before:
                return
        time.sleep(_PAUSE)
    raise Known(_("“{name}” is being written all the time. Try again later.").format(name=source.name))


def _state(path: Path) -> tuple[int, int] | None:
    """When the file was written and how long it is; None while it is being written."""
    found = path.stat()
    is_fresh = time.time() - found.st_mtime < _SETTLED
    if is_fresh or any(one.stat().st_size for one in driver.companions(path)):
        return None
    return found.st_mtime_ns, found.st_size


def _opened(copy: Path, source: Path) -> Any:
    """A driver connection to the copy, checked and brought to this version; raises Known."""
    raw = None
    try:
        if not driver.is_ours(copy):
            raise driver.not_ours(source)
        raw = driver.raw(copy)
        upgrade.check_version(raw, source)
        if raw.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise driver.damaged(source)
        if upgrade.version(raw) != upgrade.VERSION:
            upgrade.upgrade(raw, Progress())
    except BaseException as error:
        if raw is not None:
            driver.close(raw)
        raise driver.trouble(error, source) or error from error
    return raw
