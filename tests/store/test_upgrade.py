"""Bringing an older file up to date: after a verified backup, whole or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dipdesk.errors import Known
from dipdesk.progress import Cancelled, Progress
from dipdesk.store import backup, checking, opening, upgrade


def good(connection: Any, progress: Progress) -> None:
    """Keep something more."""
    connection.execute("CREATE TABLE extra (x)")
    connection.execute("INSERT INTO extra VALUES (1)")


def wrong(connection: Any, progress: Progress) -> None:
    """Do half of the work and fail."""
    good(connection, progress)
    connection.execute("INSERT INTO nothing VALUES (1)")


def with_a_bug(connection: Any, progress: Progress) -> None:
    good(connection, progress)
    raise ZeroDivisionError


def newer(monkeypatch: pytest.MonkeyPatch, *steps: upgrade.Step) -> None:
    """Let the program be so many versions newer than the file."""
    monkeypatch.setattr(upgrade, "STEPS", (*upgrade.STEPS, *steps))
    monkeypatch.setattr(upgrade, "VERSION", upgrade.VERSION + len(steps))


def backups(path: Path) -> list[Path]:
    with opening.open_file(path) as office:
        return backup.list_backups(backup.folder_for(office.raw, path))


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        newer(patch, good)
        with opening.open_file(office_path) as office:
            assert upgrade.version(office.raw) == upgrade.VERSION
            assert office.raw.execute("SELECT x FROM extra").fetchall() == [(1,)]
            assert checking.check(office).all_well
        (old,) = backups(office_path)
    backup.restore(old, office_path)
    with opening.open_file(office_path) as office:
        assert not office.raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone()


@pytest.mark.parametrize("steps", [(wrong,), (good, wrong), (with_a_bug,)])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    office_path: Path, monkeypatch: pytest.MonkeyPatch, steps: tuple[upgrade.Step, ...]
) -> None:
    opening.open_file(office_path).close()
    before = office_path.read_bytes()
    with monkeypatch.context() as patch:
        newer(patch, *steps)
        with pytest.raises((Known, ZeroDivisionError)) as caught:
            opening.open_file(office_path)
    if isinstance(caught.value, Known):
        assert "could not be brought to this version" in caught.value.sentence
    assert office_path.read_bytes() == before
    assert [path.name for path in office_path.parent.iterdir()] == ["office.dipdesk"]
    assert len(backups(office_path)) == 1


def test_stopping_leaves_the_file_as_it_was(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening.open_file(office_path).close()
    before = office_path.read_bytes()
    progress = Progress()
    progress.cancel()
    newer(monkeypatch, good)
    with pytest.raises(Cancelled):
        opening.open_file(office_path, progress)
    assert office_path.read_bytes() == before


def test_without_a_backup_there_is_no_upgrade(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening.open_file(office_path).close()
    before = office_path.read_bytes()
    newer(monkeypatch, good)
    monkeypatch.setattr(backup, "fingerprint", lambda raw: str(id(raw)))
    with pytest.raises(Known, match="does not equal"):
        opening.open_file(office_path)
    assert office_path.read_bytes() == before


_CHILD = """
import sys, time
from pathlib import Path
from dipdesk.store import opening, upgrade

def slow(connection, progress):
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("CREATE TABLE extra (x)")
    connection.executemany("INSERT INTO extra VALUES (?)", [("x" * 5000,)] * 200)
    connection.execute("UPDATE country SET name_tr = 'half done'")
    print("half done", flush=True)
    time.sleep(60)

upgrade.STEPS = (*upgrade.STEPS, slow)
upgrade.VERSION += 1
opening.open_file(Path(sys.argv[1]))
"""


def test_a_program_killed_while_it_upgrades_leaves_the_file_as_it_was(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        before = backup.fingerprint(office.raw)
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(office_path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "half done\n"
        os.kill(child.pid, signal.SIGKILL)
    assert office_path.with_name("office.dipdesk-journal").stat().st_size
    assert backup.fingerprint_of(office_path) == before
    with opening.open_file(office_path) as office:
        assert checking.check(office).all_well
