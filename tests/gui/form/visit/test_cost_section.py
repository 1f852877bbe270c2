"""What stands below the costs of a visit: each sum once, and what one head costs."""

from datetime import date
from decimal import Decimal

from pytestqt.qtbot import QtBot

from dipdesk.actions.after_visit import Costs, costs
from dipdesk.gui.form.proposals import proposed
from dipdesk.gui.form.visit.cost_section import CostSection, sum_lines
from dipdesk.model import Ceremony, Delegation, DelegationMember, Expense, Person, Visit
from dipdesk.model.kinds import Money
from dipdesk.store import removal
from dipdesk.store.office_file import OfficeFile


def lira(amount: int) -> Money:
    return Money(Decimal(amount), "TRY")


def test_what_was_planned_is_told_for_each_head_and_the_same_sum_not_twice() -> None:
    found = Costs((lira(900), Money(Decimal(10), "EUR")), (lira(300),), Decimal(300), 0, 4, 2)
    assert sum_lines(found, lira(1000)) == [
        "Budget: 1,000 TRY",
        "We planned: 900 TRY + 10 EUR, for each of 4 people 225 TRY + 2.50 EUR",
        "We spent: 300 TRY, for each of 4 people 75 TRY",
    ]


def test_with_other_currencies_the_sum_in_lira_is_told() -> None:
    found = Costs((), (lira(300), Money(Decimal(9), "EUR")), Decimal(700), 0, 2, 2)
    assert sum_lines(found, None) == [
        "We spent: 300 TRY + 9 EUR",
        "Spent in lira: 700 TRY, for each of 2 people 350 TRY",
    ]


def test_how_far_each_line_is_and_what_is_left_of_the_budget_is_told(office: OfficeFile) -> None:
    visit = Visit(title_en="Visit", budget=lira(1000))
    day = date(2027, 5, 1)
    with office.change("costs") as session:
        session.add(visit)
        session.add_all(
            [
                Expense(visit_id=visit.id, planned=lira(100)),
                Expense(visit_id=visit.id, planned=lira(200), approved_on=day),
                Expense(visit_id=visit.id, planned=lira(300), invoice="A-1", approval_number="7"),
                Expense(visit_id=visit.id, planned=lira(350), spent=lira(500), paid_on=day),
                Expense(visit_id=visit.id, planned=lira(900), payer="them"),
            ]
        )
    with office.read() as session:
        found = costs(session, session.get_one(Visit, visit.id))
    lines = sum_lines(found, visit.budget)
    assert "Committed: 200 TRY · Invoiced: 300 TRY · Paid: 500 TRY" in lines
    assert "Over the budget: 100 TRY" in lines
    with office.change("euros") as session:
        session.add(Expense(visit_id=visit.id, planned=Money(Decimal(1), "EUR")))
    with office.read() as session:
        assert costs(session, session.get_one(Visit, visit.id)).left is None, "no rate is ever assumed"


def test_a_cost_of_a_ceremony_is_one_of_its_visit(office: OfficeFile) -> None:
    visit = Visit(title_en="Visit")
    dinner, alone = Ceremony(title_en="Dinner", visit_id=visit.id), Ceremony(title_en="Feast")
    with office.change("ceremonies") as session:
        session.add_all([visit, dinner, alone])
    assert proposed(office, Expense, {"ceremony_id": dinner.id}) == {"visit_id": visit.id}
    assert proposed(office, Expense, {"ceremony_id": alone.id}) == {}
    by_day = {"ceremony_id": alone.id, "rate": lira(100), "days": 3}
    assert proposed(office, Expense, by_day) == {"planned": lira(300)}
    with office.change("the feast is off") as session:
        line = Expense(visit_id=visit.id, ceremony_id=dinner.id, spent=lira(5))
        session.add(line)
        session.flush()
        removal.remove(session, session.get_one(Ceremony, dinner.id))
        assert session.get_one(Expense, line.id).ceremony_id is None, (
            "what was paid stays a cost of the visit"
        )
    assert Expense(ceremony_id=alone.id).remarks() == {}
    assert set(Expense().remarks()) == {"visit_id"}


def test_the_column_of_the_members_gives_room_where_no_cost_is_for_one(
    qtbot: QtBot, office: OfficeFile
) -> None:
    visit, who = Visit(title_tr="Ziyaret"), Person(family_name="Akın")
    side = Delegation(visit_id=visit.id)
    member = DelegationMember(delegation_id=side.id, person_id=who.id)
    line = Expense(visit_id=visit.id, what_tr="Otel")
    with office.change("costs") as session:
        session.add_all([visit, who, side, member, line])
    section = CostSection(office, visit.id)
    qtbot.addWidget(section)
    assert section.table.isColumnHidden(1)
    with office.change("for somebody") as session:
        session.get_one(Expense, line.id).member_id = member.id
    section.refresh()
    assert not section.table.isColumnHidden(1)


def test_amounts_are_whole_on_a_small_laptop(qtbot: QtBot, office: OfficeFile) -> None:
    visit = Visit(title_tr="Ziyaret")
    line = Expense(visit_id=visit.id, what_tr="Heyetin konaklaması, kahvaltısı ve havalimanı transferi")
    line.planned = line.spent = Money(Decimal("1234567.89"), "TRY")
    with office.change("a cost") as session:
        session.add_all([visit, line])
    section = CostSection(office, visit.id)
    qtbot.addWidget(section)
    section.resize(600, 300)
    section.show()
    for place in (3, 4):
        assert section.table.columnWidth(place) >= section.table.sizeHintForColumn(place)
