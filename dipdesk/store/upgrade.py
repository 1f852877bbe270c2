"""From an older office file to the present one: numbered steps in one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.progress import Progress
from dipdesk.store.connection import APPLICATION_ID, damaged

_STEPS_FOLDER = Path(__file__).parent / "steps"
Step = Callable[[Any, Progress], None]


def _script(connection: Any, name: str) -> None:
    """Run the statements of a file; they are separated by lines that hold only ``--``."""
    for statement in (_STEPS_FOLDER / name).read_text(encoding="utf-8").split("\n--\n"):
        if statement.strip():
            connection.execute(statement)


def step_1(connection: Any, progress: Progress) -> None:
    """The first schema: the log, the search index and a table for each entity."""
    _script(connection, "0001_log.sql")
    _script(connection, "0001_entities.sql")


STEPS: tuple[Step, ...] = (step_1,)
"""Step n brings a file from version n-1 to version n."""

VERSION = len(STEPS)


def version(connection: Any) -> int:
    """The version of the file's schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_version(connection: Any, path: Path) -> None:
    """Raise Known unless this dipdesk can read the file, upgraded where it is older."""
    found = version(connection)
    if found > VERSION:
        raise Known(
            _(
                "“{name}” was made by a newer dipdesk. Update dipdesk to open it; the file was not changed."
            ).format(name=path.name)
        )
    if found < 1:
        raise damaged(path)


def upgrade(connection: Any, progress: Progress) -> None:
    """Bring the file to the present version in one transaction; it stays as it was if a step fails."""
    start = version(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(STEPS[start:], start + 1):
            progress.step(number - start - 1, VERSION - start)
            step(connection, progress)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
