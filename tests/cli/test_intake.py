"""``dipdesk intake write`` and ``read``: what is said, what is stored, what is refused."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.cli.main import DONE, REFUSED, main
from dipdesk.model import DelegationMember
from dipdesk.store import opening
from tests.exchange.intake.forms import filled, visit


def members(path: Path) -> int:
    with opening.open_file(path) as office, office.read() as session:
        return len(list(session.scalars(select(DelegationMember))))


@pytest.fixture(autouse=True)
def speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def test_a_form_is_written(office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opening.open_file(office_path) as office:
        visit(office)
    target = tmp_path / "form.docx"
    asked = ["intake", "write", str(office_path), "Visit", "-o", str(target), "--lang", "tr"]
    assert main(asked) == DONE
    assert target.exists()
    assert main(asked) == REFUSED
    assert "exists already" in capsys.readouterr().err
    assert main([*asked, "--force"]) == DONE


def test_a_sound_form_is_stored(
    office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opening.open_file(office_path) as office:
        path = filled(office, visit(office), tmp_path / "form.xlsx")
    assert main(["intake", "read", str(office_path), str(path), "--dry-run"]) == DONE
    assert "3 members are added." in capsys.readouterr().out
    assert members(office_path) == 0
    assert main(["intake", "read", str(office_path), str(path)]) == DONE
    assert members(office_path) == 3


def test_a_broken_form_names_its_cells_and_stores_nothing(
    office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [{"family_name": "Muster", "phone": "call me"}]
    with opening.open_file(office_path) as office:
        path = filled(office, visit(office), tmp_path / "form.xlsx", people)
    asked = ["intake", "read", str(office_path), str(path)]
    assert main(asked) == REFUSED
    said = capsys.readouterr()
    assert "M7: “call me” is not a phone number." in said.out
    assert "Nothing was stored" in said.err
    assert members(office_path) == 0
    assert main([*asked, "--skip-warnings", "--json"]) == DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["stored"] is True
    assert answer["warnings"][0]["place"] == "M7"
    assert members(office_path) == 1
