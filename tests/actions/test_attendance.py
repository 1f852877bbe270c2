"""Who attends in which post and in what order."""

from datetime import date

import pytest

from dipdesk.actions.attendance import RULE_SET, attendance, held_post
from dipdesk.model import Country, Delegation, DelegationMember, Partner, Person, Post, Visit
from dipdesk.model.person import FUNCTIONS
from dipdesk.rules.rule_sets import shipped_rule_set
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile

DAY = date(2027, 5, 12)


@pytest.fixture
def delegation(office: OfficeFile) -> str:
    """A delegation from abroad without members."""
    with office.change("a delegation") as session:
        germany = session.query(Country).filter_by(code="DE").one()
        partner = Partner(name_tr="Beispielburg", country_id=germany.id)
        visit = Visit(title_tr="Ziyaret")
        one = Delegation(visit_id=visit.id, side="guest", partner_id=partner.id)
        session.add_all([partner, visit, one])
        return str(one.id)


def member(office: OfficeFile, delegation: str, name: str, function: str = "", **values: object) -> None:
    """Add a member with a post at nobody's; ``since`` and ``acting`` go to the post."""
    with office.change(name) as session:
        person = Person(family_name=name)
        term = {key: values.pop(key) for key in ("since", "acting", "exequatur") if key in values}
        session.add_all([person, DelegationMember(delegation_id=delegation, person_id=person.id, **values)])
        if function:
            session.add(Post(person_id=person.id, function=function, **term))


def line(office: OfficeFile, delegation: str, alphabet: str = "tr") -> list[str]:
    with office.read() as session:
        one = session.get(Delegation, delegation)
        assert one is not None
        people = attendance(session, one, DAY, alphabet)
        assert [person.place for person in people] == list(range(1, len(people) + 1))
        return [person.person.family_name for person in people]


def test_rank_decides_but_the_head_comes_first(office: OfficeFile, delegation: str) -> None:
    member(office, delegation, "Director", "director")
    member(office, delegation, "Mayor", "mayor")
    member(office, delegation, "Head", "deputy_mayor", role="head")
    member(office, delegation, "Nobody")
    assert line(office, delegation) == ["Head", "Mayor", "Director", "Nobody"]


def test_those_who_support_stand_last_whatever_their_post(office: OfficeFile, delegation: str) -> None:
    member(office, delegation, "Escort", "deputy_mayor", role="escort")
    member(office, delegation, "Member", "specialist")
    member(office, delegation, "Spouse", role="spouse")
    member(office, delegation, "Own office", "rector", role="spouse")
    assert line(office, delegation) == ["Own office", "Member", "Spouse", "Escort"]


def test_a_place_by_hand_wins(office: OfficeFile, delegation: str) -> None:
    for name, function in (("Mayor", "mayor"), ("Rector", "rector"), ("Director", "director")):
        member(office, delegation, name, function)
    member(office, delegation, "Guest", "specialist", place=2)
    member(office, delegation, "Far", "governor", place=90)
    assert line(office, delegation) == ["Mayor", "Guest", "Rector", "Director", "Far"]


def test_the_day_of_taking_office_decides_between_equals(office: OfficeFile, delegation: str) -> None:
    member(office, delegation, "Later", "councillor", since=PartialDate(2022))
    member(office, delegation, "Earlier", "councillor", since=PartialDate(2019, 4))
    assert line(office, delegation) == ["Earlier", "Later"]


def test_consuls_go_by_their_exequatur(office: OfficeFile, delegation: str) -> None:
    new, old = PartialDate(2024), PartialDate(2015)
    member(office, delegation, "Came first", "consul_general", since=old, exequatur=new)
    member(office, delegation, "Was received first", "consul_general", since=new, exequatur=PartialDate(2020))
    assert line(office, delegation) == ["Was received first", "Came first"]


def test_the_alphabet_decides_last(office: OfficeFile, delegation: str) -> None:
    for name in ("İnci", "Ilıca", "Öz", "Oya"):
        member(office, delegation, name, "specialist")
    assert line(office, delegation, "tr") == ["Ilıca", "İnci", "Oya", "Öz"]
    assert set(line(office, delegation, "en")) == {"Ilıca", "İnci", "Oya", "Öz"}


def test_a_country_that_is_none_does_not_stop_the_order(office: OfficeFile, delegation: str) -> None:
    with office.change("a strange country") as session:
        strange = Country(code="Q9")
        session.add(strange)
        one = session.get(Delegation, delegation)
        assert one is not None
        assert one.partner is not None
        one.partner.country_id = strange.id
    member(office, delegation, "Somebody", "mayor")
    assert line(office, delegation) == ["Somebody"]


@pytest.mark.parametrize(
    ("day", "function"),
    [
        (date(2014, 1, 1), None),
        (date(2016, 1, 1), "councillor"),
        (date(2020, 1, 1), "mayor"),
        (None, "mayor"),
    ],
)
def test_the_post_is_the_one_held_on_the_day(
    office: OfficeFile, day: date | None, function: str | None
) -> None:
    with office.change("a career") as session:
        person = Person(family_name="Örnek")
        first = Post(person_id=person.id, function="councillor")
        first.since, first.until = PartialDate(2015), PartialDate(2019, 3)
        second = Post(person_id=person.id, function="mayor", since=PartialDate(2019, 4))
        session.add_all([person, first, second])
    with office.read() as session:
        post = held_post(session, person.id, None, day)
    assert (post.function if post else None) == function


def test_the_post_at_the_delegations_own_body_goes_before_others(office: OfficeFile, delegation: str) -> None:
    with office.change("two posts") as session:
        one = session.get(Delegation, delegation)
        assert one is not None
        person = Person(family_name="Örnek")
        here = Post(person_id=person.id, partner_id=one.partner_id, function="councillor")
        here.since = PartialDate(2010)
        elsewhere = Post(person_id=person.id, function="rector", since=PartialDate(2026))
        session.add_all([person, here, elsewhere])
    with office.read() as session:
        post = held_post(session, person.id, one.partner_id, DAY)
    assert post is not None
    assert post.function == "councillor"


def test_the_rule_set_knows_every_function() -> None:
    assert set(FUNCTIONS) <= set(shipped_rule_set(RULE_SET).posts)
