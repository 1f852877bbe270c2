"""Backups when the world is against them: clocks that jump, folders that vanish, names that clash."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.model import Person
from dipdesk.store import backup, opening, upgrade
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 21)


def add(office: OfficeFile, name: str = "Yılmaz") -> None:
    with office.change("Person added") as session:
        session.add(Person(family_name=name))


def folder(office: OfficeFile) -> Path:
    return backup.folder_for(office.raw, office.path)


def named(moments: list[datetime]) -> list[Path]:
    return sorted((Path(f"{one:%Y-%m-%d_%H-%M-%S}.dipdesk") for one in moments), reverse=True)


_MOMENTS = st.lists(
    st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2035-01-01")),
    max_size=80,
    unique=True,
)


@given(moments=_MOMENTS)
def test_thinning_keeps_the_newest_and_settles_whatever_the_clock_did(moments: list[datetime]) -> None:
    backups = named([moment.replace(microsecond=0) for moment in moments])
    gone = set(backup.superfluous(backups, TODAY))
    kept = [one for one in backups if one not in gone]
    assert len(kept) >= min(3, len(backups))
    assert not backup.superfluous(kept, TODAY)
    past = [one for one in backups if one.stem[:10] <= "2026-11-21"]
    assert not gone & set(past[:1])
    assert not gone & {one for one in backups if one.stem[:10] >= "2026-11-20"}


def test_backups_from_the_future_take_no_place_away() -> None:
    past = [datetime.fromisoformat("2026-11-20T12:00") - timedelta(days=day) for day in range(20)]
    future = [datetime.fromisoformat("2031-01-01T12:00") + timedelta(days=day) for day in range(20)]
    kept = set(named(past)) - set(backup.superfluous(named(past + future), TODAY))
    assert kept == set(named(past)) - set(backup.superfluous(named(past), TODAY))


def test_backups_of_one_second_do_not_replace_each_other(office: OfficeFile) -> None:
    written = []
    for number in range(4):
        add(office, f"Person {number}")
        written.append(backup.write(office.raw, office.path, folder(office)))
    assert len(set(written)) == 4
    assert backup.list_backups(folder(office)) == written[::-1]


def _remove(place: Path) -> None:
    shutil.rmtree(place)


def _put_a_file_there(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("x")


@pytest.mark.parametrize("hinder", [_remove, _put_a_file_there])
def test_a_folder_that_cannot_be_written(office: OfficeFile, hinder: Callable[[Path], None]) -> None:
    place = folder(office)
    hinder(place)
    with pytest.raises(Known, match="No backup could be written"):
        backup.write(office.raw, office.path, place)
    add(office)


def test_closing_without_a_place_for_backups_says_so_and_closes(office_path: Path) -> None:
    office = opening.open_file(office_path)
    add(office)
    _put_a_file_there(paths.data())
    with pytest.raises(Known, match="No backup could be written"):
        opening.close(office)
    assert [path.name for path in office_path.parent.iterdir()] == ["office.dipdesk"]
    opening.open_file(office_path).close()


def test_what_a_killed_program_left_half_written_goes_with_the_next_backup(office: OfficeFile) -> None:
    for name in ("2026-11-21_20-00-00.partial", "2026-11-21_20-00-00.partial-journal"):
        (folder(office) / name).write_bytes(b"x" * 1000)
    written = backup.write(office.raw, office.path, folder(office))
    assert list(folder(office).iterdir()) == [written]


def test_old_backups_that_cannot_be_deleted_do_not_spoil_a_new_one(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(backup, "superfluous", lambda backups: backups[1:])
    backup.write(office.raw, office.path, folder(office))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert backup.write(office.raw, office.path, folder(office)).exists()


def test_ensure_writes_only_what_no_backup_holds(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        backup.ensure(office.raw, office.path)
        backup.ensure(office.raw, office.path)
        assert len(backup.list_backups(folder(office))) == 1
        add(office)
    with opening.open_file(office_path) as again:
        backup.ensure(again.raw, again.path)
        assert len(backup.list_backups(folder(again))) == 2


def test_ensure_does_not_trust_the_backup_of_another_file_of_the_same_name(
    office_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Path(shutil.copy(office_path, tmp_path / "other" / office_path.name))
    with opening.open_file(office_path) as office:
        add(office)
        with opening.open_file(other) as stranger:
            add(stranger)
            assert folder(stranger) == folder(office)
            backup.write(stranger.raw, other, folder(stranger))
        backup.ensure(office.raw, office_path)
        newest = backup.list_backups(folder(office))[0]
        assert backup.fingerprint_of(newest) == backup.fingerprint(office.raw)


def test_ensure_does_not_trust_a_clock_that_was_ahead(office: OfficeFile) -> None:
    written = backup.write(office.raw, office.path, folder(office))
    written.rename(written.with_name("2036-01-01_00-00-00.dipdesk"))
    add(office)
    backup.ensure(office.raw, office.path)
    assert len(backup.list_backups(folder(office))) == 2


def test_ensure_does_not_trust_a_damaged_backup(office: OfficeFile) -> None:
    backup.write(office.raw, office.path, folder(office)).write_bytes(b"x" * 9000)
    backup.ensure(office.raw, office.path)
    assert len(backup.list_backups(folder(office))) == 2


def saved(office_path: Path) -> Path:
    with opening.open_file(office_path) as office:
        add(office)
        return backup.write(office.raw, office.path, folder(office))


def test_a_backup_of_a_newer_dipdesk_is_not_restored(office_path: Path) -> None:
    newer = saved(office_path)
    with sqlite3.connect(newer) as other:
        other.execute(f"PRAGMA user_version = {upgrade.VERSION + 1}")
    other.close()
    before = office_path.read_bytes()
    with pytest.raises(Known, match="newer dipdesk"):
        backup.restore(newer, office_path)
    assert office_path.read_bytes() == before


def test_restoring_twice_in_a_second_keeps_everything(office_path: Path) -> None:
    source = saved(office_path)
    asides = {backup.restore(source, office_path) for _time in range(3)}
    assert len(asides) == 3
    assert all(aside and aside.exists() for aside in asides)
    opening.open_file(office_path).close()


def test_a_restore_that_fails_leaves_everything_as_it_was(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = saved(office_path)
    before = {path.name: path.read_bytes() for path in office_path.parent.iterdir()}
    for call in ("copyfile", "replace", "rename"):
        with monkeypatch.context() as patch:
            patch.setattr(shutil if call == "copyfile" else Path, call, _fail)
            with pytest.raises(Known, match="could not be put"):
                backup.restore(source, office_path)
        assert {path.name: path.read_bytes() for path in office_path.parent.iterdir()} == before
    with pytest.raises(Known, match="could not be put"):
        backup.restore(source, office_path.parent / "none" / "x.dipdesk")


def _fail(*arguments: object, **options: object) -> None:
    raise OSError(28, os.strerror(28), "somewhere")


def test_restoring_through_a_link_replaces_the_file_behind_it(office_path: Path) -> None:
    source = saved(office_path)
    link = office_path.with_name("link.dipdesk")
    link.symlink_to(office_path)
    aside = backup.restore(source, link)
    assert link.is_symlink()
    assert aside is not None
    assert aside.is_file()
    assert not aside.is_symlink()
    opening.open_file(link).close()


def test_a_database_of_another_program_moves_aside_untouched(office_path: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.dipdesk"
    other = sqlite3.connect(foreign)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE place (name)")
    other.close()
    before = foreign.read_bytes()
    aside = backup.restore(saved(office_path), foreign)
    assert aside is not None
    assert aside.read_bytes() == before


def test_a_long_name_has_a_folder_for_its_backups(office_path: Path) -> None:
    long = office_path.rename(office_path.with_name("ğ" * 115 + ".dipdesk"))
    office = opening.open_file(long)
    add(office)
    place = folder(office)
    opening.close(office)
    assert len(backup.list_backups(place)) == 1
