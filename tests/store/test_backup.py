"""A backup counts when it was opened again and compared; thinning keeps what the rule says."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dipdesk.errors import Known
from dipdesk.model import Person
from dipdesk.store import backup, opening
from dipdesk.store.office_file import OfficeFile


def add(office: OfficeFile, name: str) -> None:
    with office.change("Person added") as session:
        session.add(Person(family_name=name))


def test_closing_a_changed_file_leaves_a_backup_that_equals_it(office_path: Path) -> None:
    office = opening.open_file(office_path)
    add(office, "Yılmaz")
    folder = backup.folder_for(office.raw, office_path)
    wanted = backup.fingerprint(office.raw)
    opening.close(office)
    (only,) = backup.list_backups(folder)
    assert backup.fingerprint_of(only) == wanted


def test_closing_an_unchanged_file_writes_no_backup(office_path: Path) -> None:
    office = opening.open_file(office_path)
    folder = backup.folder_for(office.raw, office_path)
    opening.close(office)
    assert backup.list_backups(folder) == []


def test_restoring_keeps_what_was_there_and_renews_the_identity(office_path: Path) -> None:
    office = opening.open_file(office_path)
    add(office, "Before")
    identity = office.pen.copy_id
    saved = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
    add(office, "After")
    office.close()
    aside = backup.restore(saved, office_path)
    assert aside is not None
    with opening.open_file(office_path) as restored:
        assert restored.pen.copy_id != identity
        with restored.read() as session:
            names = {row[0] for row in session.connection().exec_driver_sql("SELECT family_name FROM person")}
    assert names == {"Before"}
    with opening.open_file(aside) as kept, kept.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 2


def test_a_stale_journal_beside_the_file_moves_aside_with_it(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        saved = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
    stale = office_path.with_name(office_path.name + "-wal")
    stale.write_bytes(b"old")
    aside = backup.restore(saved, office_path)
    assert aside is not None
    assert not stale.exists()
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"old"


@pytest.mark.parametrize("damage", ["cut", "zeros", "foreign"])
def test_a_damaged_backup_is_refused_and_the_file_stays(office_path: Path, damage: str) -> None:
    with opening.open_file(office_path) as office:
        saved = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
    content = saved.read_bytes()
    broken = {
        "cut": content[: len(content) // 3],
        "zeros": content[:8192] + b"\0" * 8192 + content[16384:],
        "foreign": b"something else",
    }
    saved.write_bytes(broken[damage])
    before = office_path.read_bytes()
    with pytest.raises(Known):
        backup.restore(saved, office_path)
    assert office_path.read_bytes() == before


def test_an_open_file_is_not_replaced(office: OfficeFile, office_path: Path) -> None:
    saved = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
    with pytest.raises(Known, match="Close it there first"):
        backup.restore(saved, office_path)


def _named(folder: Path, moments: list[datetime]) -> list[Path]:
    paths = [folder / f"{moment:%Y-%m-%d_%H-%M-%S}.dipdesk" for moment in moments]
    return sorted(paths, reverse=True)


def test_thinning_keeps_two_days_fourteen_days_eight_weeks_and_twelve_months(tmp_path: Path) -> None:
    today = date(2026, 11, 21)
    latest = datetime.fromisoformat("2026-11-21T20:00")
    hours = [latest - timedelta(hours=4 * step) for step in range(6 * 500)]
    backups = _named(tmp_path, hours)
    kept = set(backups) - set(backup.superfluous(backups, today))
    days = {path.stem[:10] for path in kept}
    assert sum(path.stem.startswith("2026-11-21") for path in kept) == 6
    assert {f"2026-11-{day:02}" for day in range(8, 22)} <= days
    assert len({path.stem[:7] for path in kept}) == 12
    assert len(kept) < 45
    assert set(backup.superfluous(sorted(kept, reverse=True), today)) == set()


def test_three_are_always_kept_however_old(tmp_path: Path) -> None:
    backups = _named(tmp_path, [datetime.fromisoformat(f"2001-01-0{day}T12:00") for day in range(1, 9)])
    assert len(set(backups) - set(backup.superfluous(backups, date(2026, 11, 21)))) >= 3
