"""Backups while the file is open: complete, verified, and in nobody's way; the second place."""

import threading
import time
from pathlib import Path

import pytest

from dipdesk.errors import Known
from dipdesk.model import Person
from dipdesk.progress import Cancelled, Progress
from dipdesk.store import backup, keeping, opening, second_place
from dipdesk.store.office_file import OfficeFile


def add(office: OfficeFile, name: str) -> None:
    with office.change("Person added") as session:
        session.add(Person(family_name=name))


def keeper(office: OfficeFile) -> keeping.Keeper:
    return keeping.Keeper(office.raw, office.path, office.pen.tip)


def test_a_backup_of_an_open_file_equals_it(office: OfficeFile) -> None:
    add(office, "Yılmaz")
    made = keeper(office).keep()
    assert made in backup.list_backups(backup.folder_for(office.raw, office.path))
    assert backup.fingerprint_of(made) == backup.fingerprint(office.raw)
    assert [one.suffix for one in made.parent.iterdir()] == [".dipdesk"]


def test_work_goes_on_meanwhile_and_the_backup_is_whole(office: OfficeFile) -> None:
    with office.change("Many") as session:
        session.add_all([Person(family_name=f"A{number}", biography_tr="x" * 900) for number in range(1200)])
    made: list[Path] = []
    worker = threading.Thread(target=lambda: made.append(keeper(office).keep()))
    worker.start()
    number = 0
    while worker.is_alive():
        number += 1
        add(office, f"B{number}")
        with office.read() as session:
            session.get(Person, "x")
    worker.join()
    assert number > 1
    with opening.open_file(made[0]) as copy, copy.read() as session:
        names = set(session.scalars(Person.__table__.select().with_only_columns(Person.family_name)))
    assert {f"A{number}" for number in range(1200)} <= names


def test_a_backup_that_lacks_what_was_saved_before_does_not_count(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "Ak")
    late = keeping.Keeper(office.raw, office.path, b"\x01" * 32)
    with pytest.raises(Known, match="does not equal"):
        late.keep()
    folder = backup.folder_for(office.raw, office.path)
    assert list(folder.iterdir()) == []


def test_a_copy_that_was_damaged_on_its_way_does_not_count(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "Ak")
    original = keeping.driver.copy_pages

    def spoiled(raw: object, target: Path, breathe: object) -> None:
        original(raw, target, breathe)  # type: ignore[arg-type]
        content = bytearray(target.read_bytes())
        content[5 * 4096 : 5 * 4096 + 64] = bytes(64)
        target.write_bytes(content)

    monkeypatch.setattr(keeping.driver, "copy_pages", spoiled)
    with pytest.raises(Known):
        keeper(office).keep()
    assert list(backup.folder_for(office.raw, office.path).iterdir()) == []


def test_stopping_ends_after_the_step_under_way_and_leaves_nothing(office: OfficeFile) -> None:
    with office.change("Many") as session:
        session.add_all([Person(family_name="A", biography_tr="x" * 3000) for _number in range(500)])
    running, copying = keeper(office), threading.Event()
    ended: list[BaseException] = []
    steps: list[int] = []

    def step(_done: int, _total: int) -> None:
        """The second step, which has copied the first pages, goes on once the keeper is told to stop."""
        steps.append(len(steps))
        if len(steps) == 2:
            copying.set()
            while not running._stopped:
                time.sleep(0.001)

    def work() -> None:
        try:
            running.keep(Progress(step))
        except Cancelled as error:
            ended.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    assert copying.wait(120)
    running.stop()
    office.close()
    worker.join()
    assert len(steps) == 2, "no more pages are copied"
    assert len(ended) == 1
    assert list(running._folder.glob("*.copying*")) == []
    with pytest.raises(Cancelled):
        running.keep()


def test_what_a_killed_program_left_is_cleared_away(office: OfficeFile) -> None:
    folder = backup.folder_for(office.raw, office.path)
    (folder / "2026-01-01_00-00-00.copying").write_bytes(b"half")
    keeper(office).keep()
    assert [one.suffix for one in folder.iterdir()] == [".dipdesk"]


def test_a_backup_goes_to_the_second_place_too(office: OfficeFile, tmp_path: Path) -> None:
    add(office, "Ak")
    made = keeper(office).keep()
    place = tmp_path / "Stick"
    place.mkdir()
    assert second_place.latest(place, made.parent.name) is None
    copied = second_place.mirror(made, place)
    assert copied == place / made.parent.name / made.name
    assert copied.read_bytes() == made.read_bytes()
    assert second_place.latest(place, made.parent.name) == copied
    assert second_place.mirror(made, place) == copied
    assert [one.name for one in copied.parent.iterdir()] == [made.name]
    assert backup.fingerprint_of(copied) == backup.fingerprint(office.raw)


def test_a_second_place_that_is_not_there_is_said_plainly(office: OfficeFile, tmp_path: Path) -> None:
    made = keeper(office).keep()
    with pytest.raises(Known, match="cannot be reached"):
        second_place.mirror(made, tmp_path / "gone")


def test_the_second_place_is_not_in_a_cloud(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(Known, match="Syncthing"):
        second_place.check(tmp_path)


def test_old_backups_of_the_second_place_are_thinned_out(office: OfficeFile, tmp_path: Path) -> None:
    place = tmp_path / "Stick"
    made = keeper(office).keep()
    folder = place / made.parent.name
    folder.mkdir(parents=True)
    for day in range(1, 29):
        (folder / f"2020-01-{day:02}_10-00-00.dipdesk").write_bytes(b"old")
    second_place.mirror(made, place)
    assert len(backup.list_backups(folder)) < 20
