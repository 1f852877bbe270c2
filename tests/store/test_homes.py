"""Where people hold their posts, and the capitals that follow from it."""

from typing import Any

import pytest
from sqlalchemy import select

from dipdesk.actions.ceremony_words import addressee
from dipdesk.i18n import speaking
from dipdesk.model import Country, DelegationMember, Partner, Person, Post, Visit, shipped_id
from dipdesk.model.delegation import Delegation
from dipdesk.rules.address import forms
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.rows import read_rows
from dipdesk.store.titles import all_titles


def put(office: OfficeFile, *records: Any) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def country(code: str) -> str:
    return shipped_id("country", code)


def title(office: OfficeFile, person: Person) -> str:
    """What the person is called, everywhere the same."""
    with office.read() as session, speaking("tr"):
        said = session.get_one(Person, person.id).title()
        assert all_titles(session, Person)[person.id] == said
        (row,) = read_rows(session, Person, ("title",), [person.id])
        assert row.cells[0].text == said
        return said


def written(office: OfficeFile, person: Person) -> str:
    """What stands on the card of a person without a post."""
    with office.read() as session:
        return forms(addressee(session.get_one(Person, person.id), None), "tr").card


def test_capitals_follow_the_country_of_the_post(office: OfficeFile) -> None:
    partner, person = Partner(name_tr="Verona", country_id=country("IT")), Person(family_name="Rossi")
    put(office, partner, person)
    assert title(office, person) == "ROSSİ"
    post = Post(person_id=person.id, partner_id=partner.id)
    put(office, post)
    assert title(office, person) == "ROSSI"
    with office.change("moved") as session:
        session.get_one(Partner, partner.id).country_id = country("AZ")
    assert title(office, person) == "ROSSİ"
    office.undo()
    assert title(office, person) == "ROSSI"
    with office.change("gone") as session:
        session.delete(session.get_one(Post, post.id))
    assert title(office, person) == "ROSSİ"
    office.undo()
    with office.change("speaks") as session:
        session.get_one(Person, person.id).languages = ("tr",)
    assert title(office, person) == "ROSSİ"


def test_a_present_post_counts_before_one_that_has_ended(office: OfficeFile) -> None:
    there, person = Partner(name_tr="Verona", country_id=country("IT")), Person(family_name="Bilgi")
    put(office, there, person)
    put(
        office,
        Post(person_id=person.id, partner_id=there.id, since=PartialDate(2020), until=PartialDate(2024)),
    )
    assert title(office, person) == "BILGI"
    put(office, Post(person_id=person.id, since=PartialDate(2018)))
    assert title(office, person) == "BİLGİ"


def test_what_is_called_after_a_person_follows(office: OfficeFile) -> None:
    person, visit = Person(family_name="Rossi"), Visit(title_tr="Ziyaret")
    partner = Partner(name_tr="Verona", country_id=country("IT"))
    put(office, person, visit, partner)
    side = Delegation(visit_id=visit.id)
    put(office, side)
    put(office, DelegationMember(delegation_id=side.id, person_id=person.id))
    put(office, Post(person_id=person.id, partner_id=partner.id))
    with office.read() as session:
        assert list(all_titles(session, DelegationMember).values()) == ["ROSSI"]
        assert session.scalars(select(Country).where(Country.code == "IT")).one()


def test_without_a_post_the_delegation_tells(office: OfficeFile) -> None:
    graz, verona = (
        Partner(name_tr="Graz", country_id=country("AT")),
        Partner(name_tr="Verona", country_id=country("IT")),
    )
    klein, ours = Person(family_name="Klein"), Person(family_name="Bilgi")
    put(office, graz, verona, klein, ours)
    visit = Visit(title_tr="Ziyaret", kind="inbound", partner_id=graz.id)
    put(office, visit)
    side = Delegation(visit_id=visit.id, side="guest")
    hosts = Delegation(visit_id=visit.id, side="host")
    put(office, side, hosts)
    assert title(office, klein) == "KLEİN"
    assert written(office, klein) == "KLEİN"
    member = DelegationMember(delegation_id=side.id, person_id=klein.id)
    put(office, member, DelegationMember(delegation_id=hosts.id, person_id=ours.id))
    assert (title(office, klein), title(office, ours)) == ("KLEIN", "BİLGİ")
    assert (written(office, klein), written(office, ours)) == ("KLEIN", "BİLGİ")
    with office.change("partner of the visit") as session:
        session.get_one(Visit, visit.id).partner_id = None
    assert title(office, klein) == "KLEİN"
    with office.change("partner of the delegation") as session:
        session.get_one(Delegation, side.id).partner_id = verona.id
    assert title(office, klein) == "KLEIN"
    with office.change("moved") as session:
        session.get_one(Partner, verona.id).country_id = country("AZ")
    assert title(office, klein) == "KLEİN"
    office.undo()
    post = Post(person_id=klein.id)
    put(office, post)
    assert title(office, klein) == "KLEİN"
    office.undo()
    with office.change("gone") as session:
        session.delete(session.get_one(DelegationMember, member.id))
    assert title(office, klein) == "KLEİN"


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person(family_name="Wei"), "WEI"),
        (Person(given_name="José", family_name="Silva"), "José SILVA"),
        (Person(family_name="Li", name_own="李"), "LI"),
        (Person(family_name="İşçi"), "İŞÇİ"),
        (Person(family_name="Kordić"), "KORDIĆ"),
        (Person(family_name="Aliyev", languages=("az",)), "ALİYEV"),
        (Person(family_name="Rossi", languages=("it", "tr")), "ROSSI"),
    ],
)
def test_without_a_post_the_letters_tell(person: Person, said: str) -> None:
    assert person.title() == said
