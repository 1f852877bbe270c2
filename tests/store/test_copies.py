"""Two files never write under the same identity, and no state of the register makes opening fail."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dipdesk import paths
from dipdesk.model import Person
from dipdesk.store import checking, copies, opening
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.pen import Pen

DAY = 24 * 3600 * 1000 << 16


def add(office: OfficeFile) -> None:
    with office.change("Person added") as session:
        session.add(Person(family_name="Yılmaz"))


def crash(office: OfficeFile) -> None:
    """Leave the file as a program does that was killed."""
    office.raw.close()


def identity(path: Path) -> str:
    with opening.open_file(path) as office:
        return office.pen.copy_id


def operations(path: Path) -> dict[tuple[str, int], bytes]:
    with opening.open_file(path) as office:
        rows = office.raw.execute("SELECT copy_id, seq, op_id FROM op").fetchall()
    return {(copy_id, seq): bytes(op_id) for copy_id, seq, op_id in rows}


def test_a_file_that_was_closed_keeps_its_identity(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        first = office.pen.copy_id
        add(office)
    assert identity(office_path) == first == identity(office_path)


def test_a_file_set_back_after_a_crash_gets_a_new_identity(office_path: Path, tmp_path: Path) -> None:
    identity(office_path)
    older = Path(shutil.copy(office_path, tmp_path / "older"))
    office = opening.open_file(office_path)
    first = office.pen.copy_id
    add(office)
    crash(office)
    shutil.copy(older, office_path)
    assert identity(office_path) != first


def test_after_a_crash_the_file_is_checked_and_opens_without_a_word(office_path: Path) -> None:
    office = opening.open_file(office_path)
    add(office)
    crash(office)
    note = office_path.with_name(f".{office_path.name}.in-use")
    assert note.exists()
    with opening.open_file(office_path) as again:
        assert checking.check(again).all_well
    assert not note.exists()


def test_a_moved_file_gets_a_new_identity(office_path: Path) -> None:
    first = identity(office_path)
    assert identity(office_path.rename(office_path.with_name("Şişli İlçesi.dipdesk"))) != first


def test_the_folder_of_this_program_on_another_computer_is_not_ours(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = identity(office_path)
    monkeypatch.setattr("platform.node", lambda: "another")
    assert identity(office_path) != first


def notes() -> list[Path]:
    return [path for path in paths.data().rglob("*") if path.is_file() and "cop" in str(path)]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"x"', b'{"path": 5, "tip": []}', b"\xff\xfe", b"9" * 5000]
)
def test_a_damaged_register_leads_to_a_new_identity(office_path: Path, content: bytes) -> None:
    first = identity(office_path)
    assert notes()
    for note in notes():
        note.write_bytes(content)
    assert identity(office_path) != first


def _file_in_place_of_the_register() -> None:
    shutil.rmtree(paths.data())
    paths.data().joinpath("copies").write_text("x")


def _file_in_place_of_the_data_folder() -> None:
    folder = paths.data()
    shutil.rmtree(folder)
    folder.write_text("x")


@pytest.mark.parametrize("hinder", [_file_in_place_of_the_register, _file_in_place_of_the_data_folder])
def test_without_a_register_every_opening_is_a_copy_of_its_own(
    office_path: Path, hinder: Callable[[], None]
) -> None:
    seen = {identity(office_path)}
    hinder()
    for _time in range(2):
        with opening.open_file(office_path) as office:
            add(office)
            seen.add(office.pen.copy_id)
    assert len(seen) == 3


@pytest.mark.parametrize("copy_id", ["../../escaped", "", "x" * 400, "A" * 32, "/root/x"])
def test_a_strange_identity_in_a_file_is_replaced(office_path: Path, copy_id: str) -> None:
    with opening.open_file(office_path) as office:
        office.raw.execute("UPDATE meta SET value = ? WHERE key = 'copy_id'", (copy_id,))
    assert identity(office_path) != copy_id
    assert not list(paths.data().rglob("*escaped*"))


def test_the_pen_never_goes_back_and_follows_nobody_far_ahead() -> None:
    pen = Pen("c", 1)
    now = int(time.time() * 1000) << 16
    first = pen.tick()
    assert first >= now
    pen.has_seen(now + DAY // 2)
    assert pen.tick() > now + DAY // 2
    pen.has_seen(now + 2 * DAY)
    assert pen.tick() < now + DAY
    pen.has_seen(0)
    ticks = [pen.tick() for _time in range(1000)]
    assert ticks == sorted(set(ticks))


def test_a_file_follows_its_own_clock_but_no_other_one_far_ahead(office_path: Path) -> None:
    now = int(time.time() * 1000) << 16
    with opening.open_file(office_path) as office:
        office.pen.clock = now + 30 * DAY
        add(office)
    with opening.open_file(office_path) as office:
        assert office.pen.tick() > now + 30 * DAY
    moved = office_path.rename(office_path.with_name("moved.dipdesk"))
    with opening.open_file(moved) as office:
        assert office.pen.tick() < now + DAY


_ADVENTURES = st.lists(
    st.sampled_from(["edit", "look", "crash", "keep", "set back", "swap", "move", "lose register"]),
    min_size=2,
    max_size=9,
)


@given(adventures=_ADVENTURES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_two_operations_ever_share_a_place_in_a_chain(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory, adventures: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("adventures")
    path = Path(shutil.copy(empty_file, folder / "office.dipdesk"))
    kept = Path(shutil.copy(empty_file, folder / "kept.dipdesk"))
    written: dict[tuple[str, int], bytes] = {}
    for adventure in adventures:
        path = _undergo(path, kept, adventure)
        for place, operation in operations(path).items():
            assert written.setdefault(place, operation) == operation


def _undergo(path: Path, kept: Path, adventure: str) -> Path:
    if adventure in ("edit", "crash"):
        office = opening.open_file(path)
        add(office)
        (crash if adventure == "crash" else OfficeFile.close)(office)
    elif adventure == "look":
        identity(path)
    elif adventure == "keep":
        shutil.copy(path, kept)
    elif adventure == "set back":
        shutil.copy(kept, path)
    elif adventure == "swap":
        other = Path(shutil.copy(path, path.with_name("other")))
        shutil.copy(kept, path)
        other.replace(kept)
        with opening.open_file(kept) as office:
            add(office)
    elif adventure == "move":
        return path.rename(path.with_name(f"{path.stem}-{'x' * 3}.dipdesk"))
    else:
        shutil.rmtree(paths.data() / "copies", ignore_errors=True)
    return path


def test_the_name_of_the_person_is_never_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise ImportError("no account")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert copies.person() == "?"
