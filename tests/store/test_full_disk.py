"""A disk that takes no more at any point: one sentence, nothing half done, the file opens again."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.errors import Known
from dipdesk.model import Attachment, Person
from dipdesk.store import backup, blobs, checking, opening, upgrade
from dipdesk.store.erasing import erasing
from dipdesk.store.office_file import OfficeFile

KIB = 1024


@contextmanager
def limited(size: int) -> Iterator[None]:
    """No file can grow beyond ``size`` bytes inside the block."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def sentence(limit: int, work: Callable[[], None]) -> str:
    """What work says for which the disk has no more room than ``limit``; empty if it is done."""
    try:
        with limited(limit):
            work()
    except Known as known:
        return known.sentence
    return ""


def limits(path: Path) -> list[int]:
    """Sizes from nothing to twice that of the file, denser where the file ends."""
    size = path.stat().st_size
    return sorted({*range(0, 2 * size, size // 3), *range(size - 8 * KIB, size + 100 * KIB, 19 * KIB + 13)})


def save(office: OfficeFile) -> None:
    with office.change("People added") as session:
        session.add_all(Person(family_name=f"Yılmaz {number}") for number in range(60))


def attach(office: OfficeFile) -> None:
    with office.change("File added") as session:
        address = blobs.put(session.connection(), os.urandom(60 * KIB), "image/png")
        session.add(Attachment(name="a.png", content=address))


def take_back(office: OfficeFile) -> None:
    office.undo()


def back_up(office: OfficeFile) -> None:
    backup.write(office.raw, office.path, backup.folder_for(office.raw, office.path))


def close(office: OfficeFile) -> None:
    opening.close(office)


def people(office: OfficeFile) -> set[str]:
    with office.read() as session:
        return {one.family_name for one in session.scalars(select(Person))}


@pytest.mark.parametrize("work", [save, attach, take_back, back_up, close])
def test_work_on_a_full_disk_is_done_whole_or_not_at_all(
    office_path: Path, work: Callable[[OfficeFile], None]
) -> None:
    failures = 0
    for limit in limits(office_path):
        path = Path(shutil.copy(office_path, office_path.with_name("copy.dipdesk")))
        office = opening.open_file(path)
        with office.change("Person added") as session:
            session.add(Person(family_name="Şimşek"))
        before, steps = people(office), office.undo_labels()
        said = sentence(limit, partial(work, office))
        if said:
            failures += 1
            assert "full" in said or "No backup could be written" in said
        if said and work is not close:
            assert people(office) == before
            assert office.undo_labels() == steps
            save(office)
        office.close()
        with opening.open_file(path) as again:
            assert checking.check(again).all_well
    assert failures > 2


def test_erasing_on_a_full_disk_leaves_nothing_half_done_for_good(office_path: Path) -> None:
    ends = set()
    for limit in limits(office_path)[::2]:
        path = Path(shutil.copy(office_path, office_path.with_name("copy.dipdesk")))
        office = opening.open_file(path)
        with office.change("Person added") as session:
            person = Person(family_name="Şimşek", biography_en="Qxzvwkj")
            session.add(person)

        def clear(office: OfficeFile = office, person: str = person.id) -> None:
            with erasing(office, "Cleared") as erasure:
                erasure.take(Person, person, ["biography_en"])

        said = sentence(limit, clear)
        with office.read() as session:
            is_cleared = not session.get_one(Person, person.id).biography_en
        assert is_cleared == (said == "" or "traces" in said)
        ends.add((is_cleared, bool(said)))
        office.close()
        with opening.open_file(path) as again:
            assert checking.check(again).all_well
        assert (b"qxzvwkj" in path.read_bytes().lower()) != is_cleared
    assert ends == {(False, True), (True, True), (True, False)}


def test_a_file_that_cannot_be_made_leaves_nothing(office_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "new.dipdesk"
    path.parent.mkdir()
    made = 0
    for limit in limits(office_path):
        said = sentence(limit, lambda: opening.create(path, "X").close())
        if said:
            assert "full" in said
            assert not list(path.parent.iterdir())
        else:
            made += 1
            path.unlink()
    assert 0 < made < len(limits(office_path))


def test_a_file_opens_on_a_full_disk(office_path: Path) -> None:
    opening.open_file(office_path).close()
    with limited(0), opening.open_file(office_path) as office:
        assert office.office().title() == "Örnekkent Belediyesi"
    with opening.open_file(office_path) as office:
        first = office.pen.copy_id
    moved = office_path.rename(office_path.with_name("moved.dipdesk"))
    with opening.open_file(moved) as office:
        assert office.pen.copy_id != first


def test_an_upgrade_on_a_full_disk_leaves_the_file_as_it_was(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(connection: object, progress: object) -> None:
        for number in range(40):
            connection.execute(f"CREATE TABLE extra_{number} (x)")  # type: ignore[attr-defined]

    opening.open_file(office_path).close()
    before = office_path.read_bytes()
    monkeypatch.setattr(upgrade, "STEPS", (*upgrade.STEPS, step))
    monkeypatch.setattr(upgrade, "VERSION", upgrade.VERSION + 1)
    failures = 0
    for limit in limits(office_path):
        if sentence(limit, lambda: opening.open_file(office_path).close()):
            failures += 1
            assert office_path.read_bytes() == before
            assert [path.name for path in office_path.parent.iterdir()] == ["office.dipdesk"]
        office_path.write_bytes(before)
    assert 0 < failures < len(limits(office_path))
