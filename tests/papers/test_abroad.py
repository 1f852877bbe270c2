"""Papers of a trip abroad that was entered by hand: diets, flight hours, and what the trip costs."""

from datetime import date, datetime

import pytest

from dipdesk.model import Delegation, DelegationMember, Person, ProgrammeItem, Travel, Visit
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
