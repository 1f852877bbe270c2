"""Every reason why a file cannot be opened gets its own sentence, and the file stays as it was."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dipdesk.errors import Known
from dipdesk.i18n import speaking
from dipdesk.model import Person
from dipdesk.store import opening, upgrade
from dipdesk.store.office_file import OfficeFile


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sentence(path: Path) -> str:
    with pytest.raises(Known) as caught:
        opening.open_file(path).close()
    return caught.value.sentence


def test_an_office_file_opens_again(office_path: Path) -> None:
    for _time in range(2):
        office = opening.open_file(office_path)
        assert office.office().title() == "Örnekkent Belediyesi"
        opening.close(office)


def test_a_missing_file(tmp_path: Path) -> None:
    assert sentence(tmp_path / "nothing.dipdesk").startswith("There is no file")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in sentence(tmp_path)


@pytest.mark.parametrize("content", [b"", b"Hello", b"\x00" * 5000, b"PK\x03\x04" + b"x" * 9000])
def test_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.dipdesk"
    path.write_bytes(content)
    assert sentence(path) == "“letter.dipdesk” is not an office file of dipdesk. It was not changed."
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.dipdesk"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = digest(path)
    assert "is not an office file of dipdesk" in sentence(path)
    assert digest(path) == before


def test_a_file_of_a_newer_version_is_left_untouched(office_path: Path) -> None:
    with sqlite3.connect(office_path) as other:
        other.execute(f"PRAGMA user_version = {upgrade.VERSION + 1}")
    other.close()
    before = digest(office_path)
    assert "newer dipdesk" in sentence(office_path)
    assert digest(office_path) == before


def test_a_read_only_file(office_path: Path) -> None:
    office_path.chmod(0o444)
    assert "is read-only" in sentence(office_path)


def test_a_read_only_folder(office_path: Path) -> None:
    office_path.parent.chmod(0o555)
    try:
        assert "is read-only" in sentence(office_path)
    finally:
        office_path.parent.chmod(0o755)


def test_a_damaged_file(office_path: Path) -> None:
    content = bytearray(office_path.read_bytes())
    for start in range(4096 * 3, len(content), 4096):
        content[start : start + 200] = b"\xff" * 200
    office_path.write_bytes(content)
    before = digest(office_path)
    assert "is damaged" in sentence(office_path)
    assert digest(office_path) == before


def test_a_file_cut_in_half(office_path: Path) -> None:
    content = office_path.read_bytes()
    office_path.write_bytes(content[: len(content) // 2])
    assert "is damaged" in sentence(office_path)


def test_a_file_open_elsewhere_says_who_has_it(office_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from dipdesk.store import opening;"
        "office = opening.open_file(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(office_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        said = sentence(office_path)
        other.communicate("")
    assert said.startswith("“office.dipdesk” is open since")
    assert said.endswith("Close it there first.")
    opening.open_file(office_path).close()


def test_the_same_file_twice_in_one_program(office_path: Path) -> None:
    office = opening.open_file(office_path)
    assert "Close it there first." in sentence(office_path)
    with office.change("Still works") as session:
        session.add(Person(family_name="Yılmaz"))
    office.close()


def test_sentences_are_turkish_in_turkish(tmp_path: Path) -> None:
    with speaking("tr"):
        assert sentence(tmp_path / "yok.dipdesk").startswith("“")
        assert "dosyası yok" in sentence(tmp_path / "yok.dipdesk")


def test_nothing_is_written_over_when_a_file_is_made(office_path: Path) -> None:
    before = digest(office_path)
    with pytest.raises(Known, match="exists already"):
        opening.create(office_path, "X")
    with pytest.raises(Known, match="There is no folder"):
        opening.create(office_path.parent / "none" / "x.dipdesk", "X")
    assert digest(office_path) == before


def test_a_copy_of_the_file_gets_an_identity_of_its_own(office_path: Path, tmp_path: Path) -> None:
    first = opening.open_file(office_path)
    identity = first.pen.copy_id
    first.close()
    clone = Path(shutil.copy(office_path, tmp_path / "clone.dipdesk"))
    second = opening.open_file(clone)
    assert second.pen.copy_id != identity
    second.close()
    again = opening.open_file(office_path)
    assert again.pen.copy_id == identity
    again.close()


def test_a_file_set_back_to_an_older_state_gets_a_new_identity(office_path: Path, tmp_path: Path) -> None:
    office = opening.open_file(office_path)
    identity = office.pen.copy_id
    office.close()
    older = Path(shutil.copy(office_path, tmp_path / "older"))
    office = opening.open_file(office_path)
    assert office.pen.copy_id == identity
    with office.change("Later") as session:
        session.add(Person(family_name="Yılmaz"))
    office.close()
    shutil.copy(older, office_path)
    office = opening.open_file(office_path)
    assert office.pen.copy_id != identity
    office.close()


def test_closing_leaves_nothing_beside_the_file_and_may_be_done_twice(office_path: Path) -> None:
    office = opening.open_file(office_path)
    with office.change("Person added") as session:
        session.add(Person(family_name="Yılmaz"))
    assert len(list(office_path.parent.iterdir())) == 3
    for _time in range(2):
        office.close()
        assert [path.name for path in office_path.parent.iterdir()] == ["office.dipdesk"]


def test_a_file_that_is_removed_while_it_is_open(office_path: Path) -> None:
    office = opening.open_file(office_path)
    office_path.unlink()
    with pytest.raises(Known, match="no longer there"), office.change("Person added") as session:
        session.add(Person(family_name="Yılmaz"))
    assert office.office().title() == "Örnekkent Belediyesi"
    office.close()
    assert not list(office_path.parent.iterdir())


def test_a_file_whose_folder_is_removed_while_it_is_open(office_path: Path) -> None:
    office = opening.open_file(office_path)
    shutil.rmtree(office_path.parent)
    with pytest.raises(Known), office.change("Person added") as session:
        session.add(Person(family_name="Yılmaz"))
    office.close()
    assert not office_path.parent.exists()


@pytest.mark.parametrize(
    "name",
    [
        "Şişli İlçesi ığüşöç.dipdesk",
        "S\u0327is\u0327li I\u0307lc\u0327esi.dipdesk",
        "  a b  .dipdesk",
        ":memory:",
        "file:a.dipdesk?mode=memory",
        "%41?#.dipdesk",
        "x" * 200 + ".dipdesk",
        "ş" * 110 + ".dipdesk",
        "no suffix",
    ],
)
def test_names_of_files(office_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office_path.parent)
    path = Path(name)
    office_path.rename(path)
    for _time in range(2):
        with opening.open_file(path) as office:
            office.office()
    office = opening.open_file(path)
    with office.change("Person added") as session:
        session.add(Person(family_name="Yılmaz"))
    opening.close(office)
    assert [one.name for one in office_path.parent.iterdir()] == [name]
    opening.create(Path("new " + name[:190]), "X").close()
    assert sorted(one.name for one in office_path.parent.iterdir()) == sorted([name, "new " + name[:190]])


@pytest.mark.parametrize("name", ["x" * 255, "x" * 250, "ş" * 127, "x" * 300, "a\0b", "n/" * 3000, "\udcff"])
def test_names_that_leave_no_room_for_a_journal_get_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Known):
        opening.create(tmp_path / name, "X")
    assert not list(tmp_path.iterdir())
    with pytest.raises(Known):
        opening.open_file(tmp_path / name)


def test_an_existing_file_with_too_long_a_name_gets_a_sentence(office_path: Path) -> None:
    long = office_path.rename(office_path.with_name("x" * 250))
    assert sentence(long)


def test_a_symbolic_link_leads_to_the_file_and_its_lock(office_path: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / "link.dipdesk"
    link.parent.mkdir()
    link.symlink_to(office_path)
    with opening.open_file(link) as office:
        first = office.pen.copy_id
        assert "open since" in sentence(office_path)
    with opening.open_file(office_path) as office:
        assert office.pen.copy_id == first
        assert "open since" in sentence(link)
    assert [path.name for path in link.parent.iterdir()] == ["link.dipdesk"]
    link.unlink()
    link.symlink_to(tmp_path / "gone")
    assert "There is no file" in sentence(link)
    link.unlink()
    link.symlink_to(link)
    assert sentence(link)


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE place (name)")
    other.commit()
    shutil.copy(path, tmp_path / "copy.sqlite")
    other.close()
    before = {one: digest(one) for one in tmp_path.iterdir()}
    assert "is not an office file" in sentence(path)
    assert "is not an office file" in sentence(tmp_path / "copy.sqlite")
    assert {one: digest(one) for one in tmp_path.iterdir()} == before


@pytest.mark.parametrize("version", [0, -1, -7])
def test_a_version_that_never_was(office_path: Path, version: int) -> None:
    with sqlite3.connect(office_path) as other:
        other.execute(f"PRAGMA user_version = {version}")
    other.close()
    assert "is damaged" in sentence(office_path)


@pytest.mark.parametrize("table", ["meta", "op", "copy"])
def test_a_file_that_lacks_a_table(office_path: Path, table: str) -> None:
    with sqlite3.connect(office_path) as other:
        other.execute(f"DROP TABLE {table}")
    other.close()
    assert "is damaged" in sentence(office_path)


def test_a_file_is_held_before_the_model_is_loaded(office_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from dipdesk.store import agenda, holding;"
        "held = holding.hold(Path(sys.argv[1]));"
        "print(agenda.office_name(held.raw).encode()); holding.close(held);"
        "sys.exit(bool({'sqlalchemy', 'dipdesk.model'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(office_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == repr("Örnekkent Belediyesi".encode())
    assert [path.name for path in office_path.parent.iterdir()] == ["office.dipdesk"]


def test_what_is_looked_up_in_a_damaged_file_gets_a_sentence(office: OfficeFile) -> None:
    for statement in (
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET rootpage = 9999999 WHERE name = 'visit'",
        "PRAGMA writable_schema=RESET",
    ):
        office.raw.execute(statement)
    with pytest.raises(Known, match="is damaged"), office.held.looking_up() as raw:
        raw.execute("SELECT * FROM visit").fetchall()
