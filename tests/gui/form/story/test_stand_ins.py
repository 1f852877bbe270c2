"""Leave on pages: of the person who is away, and of what that person should see to."""

from datetime import date, datetime, timedelta

import pytest

from dipdesk.gui.form.facts import facts
from dipdesk.gui.form.stand_ins import stand_ins
from dipdesk.model import Commitment, Leave, Partner, Person, ProgrammeItem, Record, Relation, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

TODAY = date.today()  # noqa: DTZ011
DAY = TODAY + timedelta(days=20)


@pytest.fixture
def people(office: OfficeFile) -> tuple[Person, Person]:
    away, other = Person(given_name="Ayşe", family_name="Çınar"), Person(given_name="Can", family_name="Öz")
    put(office, away, other)
    put(office, Leave(person_id=away.id, starts=DAY, ends=DAY + timedelta(days=3), deputy_id=other.id))
    return away, other


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def said(office: OfficeFile, record: Record) -> list[tuple[str, str]]:
    with office.read() as session:
        found = session.get_one(type(record), record.id)
        return [(one.label, one.text) for one in stand_ins(found, session)]


def test_the_page_of_a_person_names_the_deputy(office: OfficeFile, people: tuple[Person, Person]) -> None:
    away, other = people
    (days, deputy) = said(office, away)
    assert days[0] == "On leave"
    assert deputy == ("Who stands in", "Can ÖZ")
    assert said(office, other) == []


def test_what_somebody_away_should_see_to_names_the_deputy(
    office: OfficeFile, people: tuple[Person, Person]
) -> None:
    away, _other = people
    visit = Visit(title_tr="Ziyaret", officer_id=away.id, starts=TODAY, ends=DAY)
    put(office, visit)
    moment = Moment(datetime.combine(DAY, datetime.min.time()))
    items: list[Record] = [
        visit,
        ProgrammeItem(visit_id=visit.id, title_tr="Kabul", starts=moment, responsible_id=away.id),
        Commitment(what_tr="Liste", owner_id=away.id, due=DAY),
    ]
    put(office, *items[1:])
    for one in items:
        assert said(office, one) == [("Ayşe ÇINAR is on leave then", "Can ÖZ")]


def test_who_is_there_needs_no_deputy(office: OfficeFile, people: tuple[Person, Person]) -> None:
    away, other = people
    some: list[Record] = [
        Commitment(what_tr="Liste", owner_id=away.id, due=DAY - timedelta(days=1)),
        Commitment(what_tr="Liste", owner_id=other.id, due=DAY),
        Commitment(what_tr="Liste", owner_id=away.id),
        Partner(name_tr="Şehir"),
    ]
    put(office, *some)
    assert [said(office, one) for one in some] == [[], [], [], []]


def test_nobody_standing_in_is_said_too(office: OfficeFile) -> None:
    away = Person(family_name="Çınar")
    put(office, away)
    put(office, Leave(person_id=away.id, starts=TODAY, ends=TODAY))
    assert said(office, away)[1] == ("Who stands in", "Nobody stands in")


def test_a_relation_shows_partner_and_officer_first(
    office: OfficeFile, people: tuple[Person, Person]
) -> None:
    city = Partner(name_en="City")
    put(office, city)
    relation = Relation(partner_id=city.id, officer_id=people[0].id)
    put(office, relation)
    with office.read() as session:
        found = facts(session.get_one(Relation, relation.id), session)
    assert [one.text for one in found] == ["City", "Ayşe ÇINAR"]
