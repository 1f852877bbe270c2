"""Commands that only read, while another program has the file open."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipdesk import cli

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from dipdesk.model import Person
from dipdesk.store import opening
office = opening.open_file(Path(sys.argv[1]))
with office.change("Person added") as session:
    session.add(Person(given_name="Ayşe", family_name="Yılmaz"))
print("open", flush=True)
number = 0
while True:
    if sys.argv[2] == "busy":
        number += 1
        with office.change("More") as session:
            session.add(Person(family_name=f"Kaya {number}"))
    time.sleep(0.15)
"""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture(params=["quiet", "busy"])
def held(request: pytest.FixtureRequest, office_path: Path) -> Iterator[Path]:
    """An office file that another program has open, and in one case writes to all the time."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(office_path), request.param],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    yield office_path
    program.kill()
    program.wait()
    program.stdout.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(part) for part in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_reading_goes_on(held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for round_ in range(3):
        code, out, err = run(capsys, "list", held, "person", "--json")
        assert code == 0, err
        assert "Ayşe YILMAZ" in [one["title"] for one in json.loads(out)]
        first, second = err.splitlines()
        assert first.startswith("“office.dipdesk” is open since")
        assert second.startswith("Meanwhile it is only read, as it was saved on ")
        time.sleep(0.05 * round_)
    assert run(capsys, "show", held, "Ayşe")[0] == 0
    assert run(capsys, "check", held)[:2] == (0, "The file is whole, and its history is complete.\n")
    code, out, _err = run(capsys, "history", held)
    assert "Person added" in out
    assert run(capsys, "export", held, "-o", tmp_path / "all.json")[0] == 0
    assert run(capsys, "backup", held, "--list")[0] == 0


def test_writing_is_refused(held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Family name\nAk\n", encoding="utf-8")
    for command in (("import", held, table, "--as", "person"), ("backup", held)):
        code, out, err = run(capsys, *command)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert "open since" in err
    assert run(capsys, "import", held, table, "--as", "person", "--dry-run")[0] == 0


def test_reading_leaves_nothing_behind(
    held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    assert run(capsys, "list", held, "country")[0] == 0
    assert list(scratch.iterdir()) == []


def test_a_read_only_file_is_read(office_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office_path.chmod(0o444)
    before = office_path.read_bytes()
    code, out, err = run(capsys, "list", office_path, "country")
    assert code == 0
    assert "Germany" in out
    assert "is read-only" in err
    assert office_path.read_bytes() == before


def test_a_damaged_file_is_no_less_refused(office_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(office_path.read_bytes())
    content[8192:12288] = bytes(4096)
    office_path.write_bytes(content)
    office_path.chmod(0o444)
    code, _out, err = run(capsys, "list", office_path, "country")
    assert code == 1
    assert "damaged" in err
