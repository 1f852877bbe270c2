"""What is sensitive is in no list, index, history or export unless somebody asked for it."""

from datetime import date
from pathlib import Path

import pytest

from dipdesk.cli.main import main
from dipdesk.exchange import csv_export, json_export, xlsx_export
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Person,
    Privacy,
    Visit,
    entities,
    field_of,
    fields,
)
from dipdesk.model.kinds import Text
from dipdesk.store import going, opening
from dipdesk.store.columns import columns_of
from dipdesk.store.history import history
from dipdesk.store.office_file import OfficeFile
from tests.exchange.test_workbook import cells

CANARY = "kanaryakafesi"
SECRET = [(kind, one) for kind in entities() for one in fields(kind) if one.privacy is Privacy.SENSITIVE]


@pytest.fixture
def member(office: OfficeFile) -> str:
    """A member of a delegation with a mark in every sensitive text."""
    with office.change("a member") as session:
        visit = Visit(title_tr="Ziyaret")
        side = Delegation(visit_id=visit.id)
        person = Person(family_name="Muster")
        one = DelegationMember(delegation_id=side.id, person_id=person.id, passport_until=date(2031, 7, 19))
        for field in fields(DelegationMember):
            if field.privacy is Privacy.SENSITIVE and isinstance(field.kind, Text):
                setattr(one, field.name, CANARY)
        session.add_all([visit, side, person, one])
    return one.id


def test_there_is_something_to_hide() -> None:
    assert {"meals", "needs", "passport", "step_free"} <= {one.name for _kind, one in SECRET}


def test_no_list_has_a_column_for_it() -> None:
    assert not [(kind, one.name) for kind, one in SECRET if one.name in columns_of(kind)]
    assert not [(kind, one.name) for kind, one in SECRET if one.name in kind.columns]


def test_no_search_finds_it(office: OfficeFile, member: str) -> None:
    with office.read() as session:
        assert member in {one.row_id for one in going.targets(session.connection(), "muster", 50)}
        assert not going.targets(session.connection(), CANARY, 50)


def test_history_says_only_that_it_changed(office: OfficeFile, member: str) -> None:
    entries = history(office, "delegation_member", member)
    meals = [one for one in entries if one.name == "meals"]
    assert [(one.before, one.after) for one in meals] == [("", "(hidden)")]
    assert CANARY not in repr([(one.before, one.after) for one in entries])


def test_exports_leave_it_out_unless_asked(office: OfficeFile, member: str, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    json_export.export(office, target)
    assert CANARY not in target.read_text(encoding="utf-8")
    assert '"passport_until"' not in target.read_text(encoding="utf-8")
    json_export.export(office, target, sensitive=True)
    assert CANARY in target.read_text(encoding="utf-8")
    for kind in entities():
        if any(kind is other for other, _one in SECRET):
            csv_export.export(office, kind, tmp_path / "list.csv")
            assert CANARY not in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
            xlsx_export.export(office, kind, tmp_path / "list.xlsx")
            assert CANARY not in repr(cells(tmp_path / "list.xlsx"))
    csv_export.export(office, DelegationMember, tmp_path / "list.csv", columns=["meals"])
    assert CANARY in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")


def test_the_command_line_leaves_it_out_unless_asked(
    office: OfficeFile, member: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(office.path)
    opening.close(office)
    for arguments in (["show", path, member], ["show", path, member, "--json"], ["history", path, member]):
        assert main(arguments) == 0
        said = capsys.readouterr().out
        assert CANARY not in said
        assert field_of(DelegationMember, "passport").title() not in said or "history" in arguments
    assert main(["list", path, "delegation_member", "--json"]) == 0
    assert CANARY not in capsys.readouterr().out
    assert main(["show", path, member, "--sensitive"]) == 0
    assert CANARY in capsys.readouterr().out
