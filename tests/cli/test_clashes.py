"""The command that says what clashes in the logistics of a visit."""

import json
from datetime import date
from pathlib import Path

import pytest

from dipdesk import cli
from dipdesk.model import Delegation, DelegationMember, Person, Visit
from dipdesk.store import opening
from tests.papers.briefs import stored


@pytest.fixture
def file(office_path: Path) -> Path:
    """An office with a visit of two nights and one guest without a room."""
    office = opening.open_file(office_path)
    visit = Visit(title_tr="Ziyaret", title_en="Visit of Beispielburg")
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
    side = Delegation(visit_id=visit.id, side="guest")
    person = Person(given_name="Ada", family_name="Muster", languages=("de",))
    stored(office, visit, side, person, DelegationMember(delegation_id=side.id, person_id=person.id))
    opening.close(office)
    return office_path


def test_clashes_are_said_in_sentences_and_as_json(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["clashes", str(file), "Beispielburg"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "No room for the nights of 12–13 May 2027: Ada MUSTER.",
        "1 clash",
    ]
    assert cli.main(["clashes", str(file), "--json"]) == 0
    (only,) = json.loads(capsys.readouterr().out)
    assert only["kind"] == "no_room"
    assert only["visit"] == "Visit of Beispielburg"
    assert only["records"][0].startswith("delegation_member/")


def test_an_unknown_visit_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["clashes", str(file), "zzzz"]) == 1
    assert capsys.readouterr().err
