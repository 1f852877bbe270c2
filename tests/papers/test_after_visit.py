"""The papers after a visit: empty and huge ones, sums that assume no rate, what a public version hides."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dipdesk.actions.after_visit import costs
from dipdesk.i18n import speaking
from dipdesk.model import (
    Commitment,
    Delegation,
    DelegationMember,
    Expense,
    Person,
    ProgrammeItem,
    Travel,
    Visit,
)
from dipdesk.model.kinds import Money
from dipdesk.papers import docx, making, pdf, text
from dipdesk.papers.registry import paper
from dipdesk.progress import Progress
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored

NAMES = ("minutes", "visit_report", "travel_statement")


def made(office: OfficeFile, name: str, visit: str, **chosen: object) -> str:
    one = paper(name)
    return text.write(making.build(office, one, visit, one.options(**chosen), ("en",), MADE_AT))


def a_visit(office: OfficeFile, **values: object) -> str:
    visit = Visit(title_tr="Gezi", title_en="Trip", kind="outbound", **values)
    stored(office, visit)
    return visit.id


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_visit_has_its_papers(office: OfficeFile, name: str, tmp_path: Path) -> None:
    visit = a_visit(office)
    said = made(office, name, visit)
    assert "Trip" in said
    one = paper(name)
    document = making.build(office, one, visit, one.options(), ("tr", "en"), MADE_AT)
    for writer in (pdf, docx):
        writer.write(document, tmp_path / "paper", Progress())
        assert (tmp_path / "paper").stat().st_size > 1000


@pytest.mark.parametrize("name", NAMES)
def test_a_huge_visit_has_its_papers(office: OfficeFile, name: str, tmp_path: Path) -> None:
    visit = a_visit(office, starts=date(2027, 5, 12), ends=date(2027, 5, 14), minutes_en="word " * 4000)
    side = Delegation(visit_id=visit, side="guest")
    rows: list[object] = [side]
    for number in range(120):
        person = Person(family_name=f"{'Uzunsoyadı' * 8}{number}", given_name="Ad" * 20)
        rows += [person, DelegationMember(delegation_id=side.id, person_id=person.id)]
        rows.append(Commitment(what_tr="söz " * 100, what_en="word " * 100, visit_id=visit))
        rows.append(Expense(visit_id=visit, what_tr="gider", planned=Money(Decimal(10**9), "EUR")))
        starts = Moment.parse(f"2027-05-{12 + number % 3} {8 + number % 12}:00")
        rows.append(
            ProgrammeItem(visit_id=visit, title_tr="a" * 400, starts=starts, began=starts.after(number))
        )
    stored(office, *rows)  # type: ignore[arg-type]
    one = paper(name)
    document = making.build(office, one, visit, one.options(), ("en",), MADE_AT)
    pdf.write(document, tmp_path / "paper", Progress())
    assert (tmp_path / "paper").stat().st_size > 10000


def test_costs_are_summed_without_any_rate(office: OfficeFile) -> None:
    visit = a_visit(office)
    side = Delegation(visit_id=visit, side="guest")
    people = [Person(family_name=name) for name in "ABC"]
    members = [DelegationMember(delegation_id=side.id, person_id=one.id) for one in people]
    members[2].state = "absent"
    stored(
        office,
        side,
        *people,
        *members,
        Expense(visit_id=visit, what_tr="a", planned=money(100, "EUR"), spent=money(90, "EUR")),
        Expense(visit_id=visit, what_tr="b", spent=money(50, "EUR"), in_lira=money(2500, "TRY")),
        Expense(visit_id=visit, what_tr="c", planned=money(1000, "TRY"), spent=money(800, "TRY")),
        Expense(visit_id=visit, what_tr="d", planned=money(7, "USD"), payer="them"),
    )
    with office.read() as session:
        found = costs(session, session.get_one(Visit, visit))
    assert found.planned == (money(1000, "TRY"), money(100, "EUR"))
    assert found.spent == (money(800, "TRY"), money(140, "EUR"))
    assert (found.lira, found.unknown, found.heads, found.lines) == (Decimal(3300), 1, 2, 3)
    assert found.for_each == Money(Decimal("1650.00"), "TRY")
    assert "1 line in another currency" in made(office, "visit_report", visit)


def money(amount: int, currency: str) -> Money:
    return Money(Decimal(amount), currency)


def test_nothing_spent_costs_nobody_anything(office: OfficeFile) -> None:
    visit = a_visit(office)
    with office.read() as session:
        assert costs(session, session.get_one(Visit, visit)).for_each is None


def test_a_public_version_names_no_money_and_no_lessons(office: OfficeFile) -> None:
    visit = a_visit(office, lessons="Only for us")
    person = Person(family_name="Gezgin")
    side = Delegation(visit_id=visit, side="guest")
    member = DelegationMember(delegation_id=side.id, person_id=person.id, allowance=money(80, "EUR"))
    stored(office, person, side, member)
    stored(office, Expense(visit_id=visit, what_tr="bilet", spent=money(9, "EUR"), member_id=member.id))
    for name in ("visit_report", "travel_statement"):
        inside, outside = made(office, name, visit), made(office, name, visit, public=True)
        assert "EUR" in inside
        assert "EUR" not in outside
        assert "Only for us" not in outside


def test_days_away_count_from_leaving_to_coming_back(office: OfficeFile) -> None:
    visit = a_visit(office, starts=date(2027, 5, 12), ends=date(2027, 5, 14))
    out = Travel(visit_id=visit, leaves=Moment.parse("2027-05-11 23:00"))
    back = Travel(
        visit_id=visit, direction="departure", arrives=Moment.parse("2027-05-16 02:00 Europe/Berlin")
    )
    people = [Person(family_name="Erken"), Person(family_name="Yaya")]
    side = Delegation(visit_id=visit, side="guest")
    stored(
        office,
        out,
        back,
        side,
        *people,
        DelegationMember(
            delegation_id=side.id, person_id=people[0].id, arrival_id=out.id, departure_id=back.id
        ),
        DelegationMember(delegation_id=side.id, person_id=people[1].id),
    )
    said = made(office, "travel_statement", visit)
    assert "Days: 6 days" in said
    assert "Days: 3 days" in said


def test_only_trips_have_a_statement() -> None:
    fits = paper("travel_statement").fits
    assert [fits(Visit(kind=kind)) for kind in ("outbound", "meeting", "inbound", "online")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_what_began_earlier_is_said_too(office: OfficeFile) -> None:
    visit = a_visit(office)
    starts = Moment.parse("2027-05-12 10:00")
    stored(office, ProgrammeItem(visit_id=visit, title_tr="a", starts=starts, began=starts.after(-5)))
    with speaking("en"):
        assert "5 minutes earlier" in made(office, "visit_report", visit)


def test_the_heads_who_came_have_room_to_sign_the_minutes(office: OfficeFile) -> None:
    visit = a_visit(office, starts=date(2027, 5, 12))
    assert "Date and signature:" not in made(office, "minutes", visit)
    names = ("Ayşe", "Eva", "Away")
    people = [Person(given_name=name, family_name="X") for name in names]
    ours, theirs = (Delegation(visit_id=visit, side=side) for side in ("host", "guest"))
    pairs = zip(people, (ours, theirs, theirs), ("", "", "absent"), strict=True)
    members = [
        DelegationMember(delegation_id=side.id, person_id=person.id, role="head", state=state)
        for person, side, state in pairs
    ]
    stored(office, *people, ours, theirs, *members)
    signing = made(office, "minutes", visit).rpartition("For the guests")[2]
    assert signing.count("Date and signature:") == 2
    assert ("Ayşe X" in signing, "Eva X" in signing, "Away X" in signing) == (True, True, False)
