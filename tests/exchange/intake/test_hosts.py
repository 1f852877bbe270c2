"""The form that goes to those whom we visit: nothing that only guests need, and whom we know is filled in."""

from pathlib import Path

import pytest

from dipdesk.exchange.intake.columns import asked, columns
from dipdesk.exchange.intake.plan import plan
from dipdesk.exchange.intake.reading import read_form
from dipdesk.exchange.intake.storing import store
from dipdesk.exchange.table import Table
from dipdesk.exchange.workbook import read_workbook
from dipdesk.model import Delegation, DelegationMember, Partner, Person, Post, Travel, Visit
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.exchange.intake.forms import DAY, put, written


@pytest.fixture
def trip(office: OfficeFile) -> str:
    """A visit of ours to a city of which we know two people."""
    city = Partner(name_tr="Beispielburg", name_en="Beispielburg")
    school = Partner(name_tr="Okul", name_en="School", kind="institution")
    visit = Visit(title_tr="Gezi", title_en="Trip", kind="outbound", partner_id=city.id, starts=DAY, ends=DAY)
    put(office, city, school, visit)
    theirs = Delegation(visit_id=visit.id, side="host", partner_id=city.id)
    ours = Delegation(visit_id=visit.id, side="guest")
    people = [
        Person(given_name="Erika", family_name="Musterfrau", sex="f", languages=("de", "en")),
        Person(given_name="Max", family_name="Mustermann", email="max@example.org"),
        Person(given_name="Ayşe", family_name="Örnek"),
    ]
    posts = [
        Post(person_id=people[0].id, partner_id=city.id, function="mayor", since=PartialDate(2021, 3)),
        Post(person_id=people[1].id, partner_id=school.id, title_tr="Müdür"),
    ]
    put(office, theirs, ours, *people, *posts)
    members = [
        DelegationMember(
            delegation_id=theirs.id, person_id=one.id, post_id=post.id, passport="X1", note="Careful"
        )
        for one, post in zip(people, posts, strict=False)
    ]
    members[0].role, members[0].needs_interpreter, members[0].phone = "head", True, "+49 30 123 45 67"
    put(office, *members, DelegationMember(delegation_id=ours.id, person_id=people[2].id))
    return str(visit.id)


def test_hosts_are_not_asked_how_they_come() -> None:
    left = {one.key for one in columns()} - {one.key for one in asked(guests=False)}
    assert left >= {"arrival_number", "departure_at", "passport", "passport_until", "visa"}
    assert {"family_name", "meals", "privacy_consent"}.isdisjoint(left)
    assert asked(guests=True) == columns()


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_whom_we_know_is_filled_in_and_comes_back(
    office: OfficeFile, trip: str, tmp_path: Path, ending: str, language: str
) -> None:
    path = written(office, trip, tmp_path / f"form.{ending}", language)
    form = read_form(path)
    assert [one.said() for one in form.warnings] == []
    first, second = (dict(one.values) for one in form.entries)
    assert (first["family_name"], first["role"], first["needs_interpreter"]) == ("Musterfrau", "head", True)
    assert (first["phone"], second["email"]) == ("+49 30 123 45 67", "max@example.org")
    assert {"sex", "note", "passport"}.isdisjoint({*first, *second})
    made = plan(office, form)
    assert [one.action for one in made.rows] == ["update", "update"]
    assert not any(one.post.is_new for one in made.rows)
    store(office, made, DAY)
    with office.read() as session:
        assert session.query(DelegationMember).count() == 3
        assert (session.query(Post).count(), session.query(Travel).count()) == (2, 0)
        assert [one.passport for one in session.query(DelegationMember)].count("X1") == 2


def test_the_sheet_of_hosts_says_what_to_do(office: OfficeFile, trip: str, tmp_path: Path) -> None:
    path = written(office, trip, tmp_path / "form.xlsx")
    raw = path.read_bytes()
    sheets: list[Table] = [read_workbook(path, raw, name) for name in read_workbook(path, raw).sheets]
    said = "\n".join(cell for sheet in sheets for row in sheet.rows for cell in row.cells)
    assert "The people we know of are filled in" in said
    assert "as in the passport" not in said
