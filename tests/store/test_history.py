"""The history of a record and of the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.i18n import speaking
from dipdesk.model import Agreement, Office, Partner, Person, Post, Visit
from dipdesk.rules.timing import PartialDate
from dipdesk.store.agenda import clocks
from dipdesk.store.history import history, recent_steps
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.opening import create
from dipdesk.store.removal import remove
from dipdesk.store.titles import suggestions, title_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    with speaking("en"), create(tmp_path / "h.dipdesk", "Örnek Belediyesi") as made:
        yield made


def _rename(office: OfficeFile, row_id: str, name: str) -> None:
    with office.change(f"Name is {name}") as session:
        session.get_one(Partner, row_id).name_tr = name


def test_values_newest_first_with_who_when_and_step(office: OfficeFile) -> None:
    with office.change("Partner added") as session:
        partner = Partner(name_tr="Mostar")
        session.add(partner)
    _rename(office, partner.id, "Mostar Şehri")
    found = history(office, "partner", partner.id)
    assert [(one.step, one.field, one.before, one.after) for one in found] == [
        ("Name is Mostar Şehri", "Name in Turkish", "Mostar", "Mostar Şehri"),
        ("Partner added", "Kind", "", "City"),
        ("Partner added", "Name in Turkish", "", "Mostar"),
        ("Partner added", "", "", "added"),
    ]
    assert found[0].earlier == "Mostar"
    assert found[0].who
    assert found[0].when.tzinfo is not None
    assert found[0].when >= found[-1].when


def test_values_are_formatted_in_the_language_spoken(office: OfficeFile) -> None:
    with office.change("Visit added") as session:
        visit = Visit(title_tr="Ziyaret", starts=date(2027, 5, 12))
        session.add(visit)
    with speaking("tr"):
        shown = {one.name: one.after for one in history(office, "visit", visit.id)}
    assert shown["starts"] == "12 Mayıs 2027"
    assert {one.name: one.after for one in history(office, "visit", visit.id)}["starts"] == "12 May 2027"


def test_links_show_titles_and_never_ids(office: OfficeFile) -> None:
    with office.change("Post added") as session:
        person, partner = Person(family_name="Yılmaz"), Partner(name_tr="Mostar")
        post = Post(person_id=person.id, partner_id=partner.id)
        session.add_all([person, partner, post])
    with office.change("Partner removed") as session:
        remove(session, session.get_one(Partner, partner.id))
    rows = history(office, "post", post.id)
    assert [(one.before, one.after) for one in rows if one.name == "person_id"] == [("", "YILMAZ")]
    assert rows[0].name == "partner_id"
    assert rows[0].before == "(no longer there)"
    assert rows[0].earlier == partner.id
    assert not any(partner.id in one.before + one.after for one in rows)


def test_fields_that_belong_together_show_only_what_changed(office: OfficeFile) -> None:
    with office.change("Agreement added") as session:
        partner = Partner(name_tr="Mostar")
        agreement = Agreement(partner_id=partner.id, council_date=PartialDate(2015, 3), council_number="45")
        session.add_all([partner, agreement])
    with office.change("Number set right") as session:
        session.get_one(Agreement, agreement.id).council_number = "54"
    newest = history(office, "agreement", agreement.id)[0]
    assert (newest.name, newest.before, newest.after) == ("council_number", "45", "54")
    assert history(office, "agreement", agreement.id)[1].step == "Agreement added"


def test_removal_and_its_undo_are_told(office: OfficeFile) -> None:
    with office.change("Partner added") as session:
        partner = Partner(name_tr="Mostar")
        session.add(partner)
    with office.change("Partner removed") as session:
        session.delete(session.get_one(Partner, partner.id))
    office.undo()
    existence = [one.after for one in history(office, "partner", partner.id) if not one.name]
    assert existence == ["added", "removed", "added"]
    assert history(office, "partner", partner.id)[0].after == "City"


def test_erased_values_are_shown_as_erased(office: OfficeFile) -> None:
    with office.change("Person added") as session:
        person = Person(family_name="Yılmaz")
        session.add(person)
    office.raw.execute("UPDATE op_value SET value = NULL WHERE value LIKE '%Yılmaz%'")
    assert "(erased)" in [one.after for one in history(office, "person", person.id)]


def test_restoring_is_an_ordinary_change(office: OfficeFile) -> None:
    with office.change("Partner added") as session:
        partner = Partner(name_tr="Mostar")
        session.add(partner)
    _rename(office, partner.id, "Wrong")
    newest = history(office, "partner", partner.id)[0]
    with office.change("Restored") as session:
        setattr(session.get_one(Partner, partner.id), newest.name, newest.earlier)
    assert history(office, "partner", partner.id)[0].after == "Mostar"
    office.undo()
    assert history(office, "partner", partner.id)[0].after == "Wrong"


def test_recent_steps_of_the_file(office: OfficeFile) -> None:
    with office.change("Two partners added") as session:
        session.add_all([Partner(name_tr="A"), Partner(name_tr="B")])
    office.undo()
    steps = recent_steps(office, 2)
    assert [(one.label, one.records) for one in steps] == [
        ("Undo: Two partners added", 2),
        ("Two partners added", 2),
    ]
    assert len(recent_steps(office, 100)) == 3


def test_unknown_record_has_no_history(office: OfficeFile) -> None:
    assert history(office, "partner", "0" * 32) == []


@pytest.mark.parametrize("typed", ["sukru", "ŞÜKRÜ", "yıl", "YIL", "yil suk"])
def test_suggestions_are_blind_to_accents_and_dots(office: OfficeFile, typed: str) -> None:
    with office.change("People added") as session:
        session.add_all(
            [
                Person(given_name="Şükrü", family_name="Yıldız"),
                Person(family_name="Demir"),
                Partner(name_tr="Yıldız"),
            ]
        )
    with office.read() as session:
        assert [title for _id, title in suggestions(session, Person, typed)] == ["Şükrü YILDIZ"]


@pytest.mark.parametrize("typed", ['"', "NEAR(", "a AND", "*", "title:x", "-x", "(", "\x00", "'; DROP"])
def test_suggestions_survive_hostile_searches(office: OfficeFile, typed: str) -> None:
    with office.read() as session:
        suggestions(session, Person, typed)


def test_suggestions_for_nothing_are_the_first_by_title(office: OfficeFile) -> None:
    with office.change("Partners added") as session:
        session.add_all([Partner(name_tr=name) for name in ("Şile", "Izgara", "Çorum")])
    with office.read() as session:
        titles = [title for _id, title in suggestions(session, Partner, "", 2)]
    assert titles == ["Çorum", "Izgara"]


def test_title_of_what_is_gone(office: OfficeFile) -> None:
    with office.read() as session:
        assert title_of(session, "partner", "x") == "(no longer there)"
        assert title_of(session, "starship", "x") == "(no longer there)"


def test_the_clocks_of_the_office_tell_when_it_was(office: OfficeFile) -> None:
    with office.change("The office moves") as session:
        session.scalars(select(Office)).one().zone = "Asia/Tokyo"
        partner = Partner(name_tr="A")
        session.add(partner)
    told = [one.when for one in recent_steps(office, 2)] + [history(office, "partner", partner.id)[0].when]
    assert {str(one.tzinfo) for one in told} == {"Asia/Tokyo"}
    assert told[0] == told[-1]
    assert str(clocks(office.raw)) == "Asia/Tokyo"
