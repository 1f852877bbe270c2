"""The command that clears personal data of a visit, and says what there is."""

import json
from datetime import date
from pathlib import Path

import pytest

from dipdesk.model import Delegation, DelegationMember, Person, Visit
from dipdesk.store import opening
from tests.cli.conftest import Run
from tests.papers.briefs import stored


@pytest.fixture
def file(office_path: Path) -> Path:
    """An office with a visit long ago and a guest whose passport is known; there is a backup of it."""
    office = opening.open_file(office_path)
    visit = Visit(title_en="Visit of Beispielburg", ends=date(2020, 5, 14))
    side, person = Delegation(visit_id=visit.id, side="guest"), Person(given_name="Ada", family_name="Muster")
    stored(office, visit, side, person, DelegationMember(
        delegation_id=side.id, person_id=person.id, passport="Qxzvwkj", phone="+49 0"
    ))  # fmt: skip
    opening.close(office)
    return office_path


def test_it_is_said_what_a_visit_holds(file: Path, run: Run) -> None:
    code, out, _err = run("clear", file, "Beispielburg")
    assert (code, out.splitlines()) == (
        0,
        [
            "Passport and visa: 1 person, due for deletion since 13 June 2020",
            "Phones during the visit and notes: 1 person, due for deletion since 14 May 2022",
        ],
    )
    found = json.loads(run("clear", file, "Beispielburg", "--json")[1])
    assert found[0] == {"class": "passport", "people": 1, "due": "2020-06-13"}


def test_what_is_named_is_cleared_for_good(file: Path, run: Run) -> None:
    assert b"Qxzvwkj" in file.read_bytes()
    code, out, _err = run("clear", file, "Beispielburg", "passport")
    assert (code, out.splitlines()) == (0, ["Personal data of 1 person cleared", "1 backup still holds it."])
    assert b"Qxzvwkj" not in file.read_bytes()
    assert run("check", file)[0] == 0
    assert run("clear", file, "Beispielburg", "contact", "needs", "--backups")[0] == 0
    assert run("clear", file, "Beispielburg")[1] == (
        "Nothing personal is kept of the members but names and posts.\n"
    )
    backups = run("backup", file, "--list")[1].splitlines()
    assert backups
    assert not any(b"+49 0" in Path(one).read_bytes() for one in backups)


def test_an_unknown_class_is_refused(file: Path, run: Run) -> None:
    code, _out, err = run("clear", file, "Beispielburg", "shoes")
    assert (code, err) == (1, "There is no “shoes”. There are: needs, passport, contact.\n")
