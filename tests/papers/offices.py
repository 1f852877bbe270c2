"""Office files for many tests of papers: changed once, then only read."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile


@contextmanager
def opened(source: Path, target: Path) -> Iterator[OfficeFile]:
    """A copy of the file ``source``, open; what opening notes down goes to the folder of ``target``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(target.parent))
        office = opening.open_file(Path(shutil.copy(source, target)))
    yield office
    office.close()


@contextmanager
def only_read(
    source: Path, target: Path, change: Callable[[Session], object] | None = None
) -> Iterator[OfficeFile]:
    """A copy of the file ``source`` after ``change``, open for tests none of which may write to it."""
    with opened(source, target) as office:
        if change is not None:
            with office.change("x") as session:
                change(session)
        before = office.pen.seq
        yield office
        assert office.pen.seq == before, "a test wrote to an office that others read"
