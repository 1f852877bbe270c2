"""Bringing a file to this computer: whole and checked, or not at all."""

from pathlib import Path

import pytest

from dipdesk.errors import Known
from dipdesk.model import Person
from dipdesk.store import bringing, opening


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """An office file with a person, in a folder that a program copies to a cloud."""
    folder = tmp_path / "Ortak"
    folder.mkdir()
    path = folder / "Ofis.dipdesk"
    with opening.create(path, "Örnek") as office, office.change("x") as session:
        session.add(Person(family_name="Yılmaz"))
    (folder / ".stfolder").mkdir()
    return path


def test_the_copy_is_whole_and_the_source_stays(shared: Path, tmp_path: Path) -> None:
    before = shared.read_bytes()
    first, second = (bringing.bring(shared, tmp_path) for _time in range(2))
    assert (first.name, second.name) == ("Ofis.dipdesk", "Ofis 2.dipdesk")
    assert shared.read_bytes() == before
    with opening.open_file(first) as office, office.read() as session:
        assert session.query(Person).one().family_name == "Yılmaz"


def test_a_damaged_file_is_not_brought(shared: Path, tmp_path: Path) -> None:
    content = bytearray(shared.read_bytes())
    content[8192:12288] = bytes(4096)
    shared.write_bytes(content)
    with pytest.raises(Known):
        bringing.bring(shared, tmp_path)
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []


def test_a_folder_that_takes_nothing_is_said_plainly(shared: Path, tmp_path: Path) -> None:
    with pytest.raises(Known, match="could not be copied"):
        bringing.bring(shared, tmp_path / "gone")
