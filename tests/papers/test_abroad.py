"""Papers of a trip abroad that was entered by hand: diets, flight hours, and what the trip costs."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from dipdesk.model import Delegation, DelegationMember, Expense, Person, ProgrammeItem, Travel, Visit
from dipdesk.model.kinds import Money
from dipdesk.papers import making, text
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT

HOME, AWAY = "Europe/Istanbul", "Europe/Berlin"


def at(day: int, hour: int, zone: str = AWAY) -> Moment:
    return Moment(datetime(2027, 5, day, hour), zone)  # noqa: DTZ001 - what the wall clock shows


@pytest.fixture
def trip(office: OfficeFile) -> str:
    """Two of ours fly to Berlin; one eats no meat."""
    visit = Visit(title_tr="Berlin gezisi", title_en="Trip to Berlin", kind="outbound")
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
    side = Delegation(visit_id=visit.id, side="guest", name_tr="Heyetimiz")
    out = Travel(visit_id=visit.id, number="TK 1722", leaves=at(12, 8, HOME), arrives=at(12, 10))
    back = Travel(visit_id=visit.id, direction="departure", leaves=at(14, 18), arrives=at(14, 22, HOME))
    people = [Person(given_name=name, family_name="Demir") for name in ("Ayşe", "Can")]
    members = [
        DelegationMember(
            delegation_id=side.id,
            person_id=one.id,
            meals=meals,
            arrival_id=out.id,
            departure_id=back.id,
        )
        for one, meals in zip(people, ("etsiz", ""), strict=True)
    ]
    with office.change("a trip") as session:
        session.add_all([visit, side, out, back, *people, *members])
    return visit.id


def member_of(office: OfficeFile, name: str) -> str:
    with office.read() as session:
        joined = select(DelegationMember.id).join(Person, Person.id == DelegationMember.person_id)
        return session.scalars(joined.where(Person.given_name == name)).one()


def euros(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


def said(office: OfficeFile, name: str, visit: str, **chosen: object) -> str:
    one = paper(name)
    document = making.build(office, one, visit, one.options(**chosen), ("en",), MADE_AT)
    return text.write(document)


def test_the_kitchen_hears_of_diets_before_a_meal_is_entered(office: OfficeFile, trip: str) -> None:
    before = said(office, "kitchen_list", trip)
    assert "1 × etsiz" in before
    assert "its kind is “Meal”" in before
    assert "Ayşe" not in before
    with office.change("lunch") as session:
        session.add(
            ProgrammeItem(
                visit_id=trip, title_tr="Öğle yemeği", title_en="Lunch", starts=at(12, 13), kind="meal"
            )
        )
    after = said(office, "kitchen_list", trip)
    assert "Lunch" in after
    assert "its kind" not in after


def test_flight_hours_abroad_name_the_town(office: OfficeFile, trip: str) -> None:
    board = said(office, "arrival_board", trip)
    assert "10:00 (Berlin)" in board
    assert "08:00 (" not in board


def test_the_statement_lists_costs_for_each_and_in_sum(office: OfficeFile, trip: str) -> None:
    ayse = member_of(office, "Ayşe")
    with office.change("costs") as session:
        daily = Expense(visit_id=trip, what_tr="Harcırah", what_en="Daily", kind="allowance", member_id=ayse)
        daily.reckon(euros(70), 3)
        hall = Expense(visit_id=trip, what_tr="Salon", what_en="Hall", planned=euros(100), spent=euros(90))
        session.add_all([daily, hall])
    found = said(office, "travel_statement", trip)
    assert "Daily | 210 EUR 3 days, 70 EUR each" in found
    assert "Ayşe DEMİR | 210 EUR |\nCan DEMİR |  |\n" in found
    assert "For the delegation as a whole | 100 EUR | 90 EUR" in found
    assert "Total | 310 EUR | 90 EUR" in found
    first, second = found.split("Can DEMİR\n", 1)
    assert "Missing: what was spent on 1 line." in first
    assert "Missing: the allowance for a day." not in first
    assert "Missing: the allowance for a day." in second
    assert "EUR" not in said(office, "travel_statement", trip, public=True)


def test_the_rate_of_a_member_counts_once(office: OfficeFile, trip: str) -> None:
    with office.change("a rate") as session:
        session.get_one(DelegationMember, member_of(office, "Can")).allowance = euros(60)
    assert "Can DEMİR | 180 EUR" in said(office, "travel_statement", trip)
    line = Expense(visit_id=trip, what_tr="Gündelik", what_en="Daily", kind="allowance", planned=euros(150))
    line.member_id = member_of(office, "Can")
    with office.change("a line") as session:
        session.add(line)
    assert "Can DEMİR | 150 EUR" in said(office, "travel_statement", trip)


def test_what_is_planned_follows_rate_and_days_until_it_is_set() -> None:
    line = Expense(rate=None, days=None, planned=None)
    line.reckon(euros(50), 2)
    line.reckon(euros(50), 3)
    assert line.planned == euros(150)
    line.planned = euros(140)
    line.reckon(euros(60), 3)
    assert line.planned == euros(140)
