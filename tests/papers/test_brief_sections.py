"""The sections of a brief about plans, gifts, logistics, press, costs and courtesy: small, huge, masked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from dipdesk.actions import story
from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.model import (
    Country,
    Delegation,
    DelegationMember,
    Duty,
    Expense,
    Gift,
    Lodging,
    OwnSection,
    Passenger,
    Person,
    Ride,
    Room,
    Travel,
    Vehicle,
    Visit,
)
from dipdesk.model.kinds import Money
from dipdesk.papers import pdf, text
from dipdesk.papers.blocks import Cards, Cover, Document, Figure, Heading, Table, both, every
from dipdesk.papers.brief import BriefOptions
from dipdesk.progress import Progress
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import NOTHING, brief, stored

LONG = "Uzun " * 60


def tops(document: Document) -> list[str]:
    """The headings of the first level."""
    return [
        "".join(both(one.text)[:1])
        for one in every(document.blocks)
        if isinstance(one, Heading) and one.level == 1
    ]


def table(document: Document) -> list[tuple[str, ...]]:
    found = next(one for one in every(document.blocks) if isinstance(one, Table))
    return [tuple("".join(both(cell)[:1]) for cell in row.cells) for row in found.rows]


def test_the_sample_has_nearly_all_sections_in_the_order_of_the_practice(read_office: OfficeFile) -> None:
    assert tops(brief(read_office, options=BriefOptions(timeline=True))) == [
        "Summary",
        "Programme",
        "Delegations",
        "Biographies",
        "History of the relation",
        "Timeline",
        "City and country",
        "On the map",
        "Talking points",
        "Questions of the press",
        "Seating and signing plans",
        "Flag plan",
        "Gifts",
        "Logistics",
        "Press",
        "Budget",
        "Contacts",
        "Emergency numbers",
        "Words of courtesy",
        "Annexes",
    ]


def test_sections_come_in_the_order_chosen(read_office: OfficeFile) -> None:
    found = tops(brief(read_office, options=BriefOptions(order=("contacts", "talking_points", "summary"))))
    assert found[:4] == ["Contacts", "Talking points", "Summary", "Programme"]


def test_what_there_is_nothing_about_takes_no_room(office: OfficeFile) -> None:
    empty = Visit(title_tr="Boş", kind="online")
    stored(office, empty)
    assert tops(brief(office, visit=empty.id)) == [
        "Summary",
        "Programme",
        "Delegations",
        "History of the relation",
        "Talking points",
    ]


def test_own_sections_stand_where_they_belong(office: OfficeFile, visit: str) -> None:
    stored(
        office,
        OwnSection(visit_id=visit, title_en="Second", stands="end", place=2, text_en="Words"),
        OwnSection(visit_id=visit, title_en="First", stands="end", place=1),
        OwnSection(visit_id=visit, title_en="Early", stands="before", text_tr="Yalnız Türkçe"),
        OwnSection(visit_id=visit, title_en="Later", stands="after"),
    )
    document = brief(office, visit=visit)
    found = tops(document)
    assert found.index("Early") == found.index("Programme") - 1
    assert found.index("Later") == found.index("Talking points") + 1
    assert found[-2:] == ["First", "Second"]
    said = text.write(document)
    assert "Yalnız" not in said
    assert "[no English text]" in said


@pytest.mark.parametrize("chosen", [{"public": True}, {"receiver": "partner"}, {"receiver": "press"}])
def test_what_is_ours_alone_stays_in_the_office(read_office: OfficeFile, chosen: dict[str, object]) -> None:
    document = brief(read_office, options=BriefOptions(timeline=True, **chosen))
    said = text.write(document)
    for title in ("Talking points", "Questions of the press", "Budget", "Timeline", "Security"):
        assert title not in tops(document)
    for secret in (
        "tram referendum",
        "Open commitments",
        "640,000",
        "do not sit near",
        "1,800 TRY",
        "Silk scarf",
    ):
        assert secret not in said, secret
    assert "Results wanted" not in said


def test_a_gift_that_was_handed_over_is_told_without_its_value(sample_office: OfficeFile) -> None:
    with sample_office.change("handed over") as session:
        session.query(Gift).filter(
            Gift.visit_id == sample.VISIT, Gift.number == "2027/14"
        ).one().state = "done"
    only = replace(NOTHING, gifts=True)
    inside, outside = (
        brief(sample_office, options=only),
        brief(sample_office, options=replace(only, public=True)),
    )
    assert "4,200 TRY" in text.write(inside)
    assert "Handmade tile plate" in text.write(outside)
    assert "4,200" not in text.write(outside)
    assert len(table(inside)) > len(table(outside)) == 1


def test_costs_are_summed_by_currency(office: OfficeFile, visit: str) -> None:
    def cost(amount: str, currency: str) -> Expense:
        return Expense(visit_id=visit, what_en="x", planned=Money(Decimal(amount), currency))

    stored(
        office,
        cost("10.50", "EUR"),
        cost("1000", "TRY"),
        cost("2", "EUR"),
        Expense(visit_id=visit, what_en="y"),
    )
    rows = table(brief(office, visit=visit, options=replace(NOTHING, budget=True)))
    assert rows[-1][3].splitlines() == ["12.50 EUR", "1,000 TRY"]
    assert rows[-1][4] == ""


@pytest.mark.parametrize(
    ("kind", "country", "number"),
    [("inbound", "DE", "112"), ("outbound", "DE", "110"), ("outbound", "US", "911"), ("online", "US", "")],
)
def test_emergency_numbers_are_those_of_the_place(
    office: OfficeFile, visit: str, kind: str, country: str, number: str
) -> None:
    with office.change("kind") as session:
        found = session.get_one(Visit, visit)
        assert found.partner is not None
        found.kind = kind
        found.partner.country_id = session.query(Country).filter_by(code=country).one().id
    said = text.write(brief(office, visit=visit, options=replace(NOTHING, emergency=True)))
    assert (number in said) if number else ("Emergency" not in said)


def test_courtesy_speaks_the_languages_of_the_country(office: OfficeFile, visit: str) -> None:
    said = text.write(brief(office, ("tr",), visit, replace(NOTHING, greetings=True)))
    assert "Guten Morgen" in said
    assert "guutın morgın" in said


def test_plans_are_drawn_only_where_somebody_sits(read_office: OfficeFile) -> None:
    document = brief(read_office, options=replace(NOTHING, seating=True))
    assert len([one for one in every(document.blocks) if isinstance(one, Figure)]) == 1
    assert "Nobody has been seated yet." not in text.write(document)


def test_copies_are_numbered(read_office: OfficeFile) -> None:
    copies = "Governorship\n\n  Mayor \nArchive"
    listed = brief(read_office, options=BriefOptions(copies=copies))
    cover = next(one for one in listed.blocks if isinstance(one, Cover))
    assert [str(fact.text) for fact in cover.facts] == ["1. Governorship\n2. Mayor\n3. Archive"]
    second = brief(read_office, options=BriefOptions(copies=copies, copy=2, draft=True))
    assert second.classification == "DRAFT · For office use · Copy 2 of 3: Mayor"
    assert not next(one for one in second.blocks if isinstance(one, Cover)).facts
    with pytest.raises(Known, match="3 names"):
        brief(read_office, options=BriefOptions(copies=copies, copy=4))


def test_who_stays_away_is_not_in_the_brief(sample_office: OfficeFile) -> None:
    def cards() -> list[tuple[str, object]]:
        blocks = every(brief(sample_office).blocks)
        return [
            (one.number, one.name) for block in blocks if isinstance(block, Cards) for one in block.people
        ]

    before = cards()
    with sample_office.change("Away") as session:
        session.get_one(DelegationMember, story.record_id("delegation_member", "g1")).state = "absent"
    after = cards()
    assert len(after) == len(before) - 1
    assert before[0][1] not in {name for _number, name in after}
    assert after[0][0] == "1"


@pytest.fixture
def crowd(office: OfficeFile, visit: str) -> str:
    """Two hundred delegates with rooms, cars, gifts, costs and duties, all with long names."""
    with office.change("a crowd") as session:
        side = Delegation(visit_id=visit, side="guest", name_tr=LONG, name_en=LONG)
        hotel = Lodging(visit_id=visit, name=LONG, address=LONG)
        journey = Travel(visit_id=visit, number="TK 1", origin=LONG, destination=LONG)
        journey.arrives = Moment.parse("2027-05-12 10:00")
        session.add_all([side, hotel, journey])
        for number in range(200):
            person = Person(given_name=f"Ad {number}", family_name=LONG, biography_tr="Söz. " * 50)
            room = Room(lodging_id=hotel.id, number=str(number))
            member = DelegationMember(delegation_id=side.id, person_id=person.id, photo_consent="no")
            member.room_id, member.arrival_id = room.id, journey.id
            ride = Ride(visit_id=visit, starts=Moment.parse("2027-05-12 10:30"), destination=LONG)
            car = Vehicle(plate=f"10 AA {number}", name=LONG)
            ride.vehicle_id = car.id
            session.add_all(
                [person, room, member, ride, car, Passenger(ride_id=ride.id, member_id=member.id)]
            )
            session.add(Duty(visit_id=visit, person_id=person.id, kind="security"))
            session.add(Expense(visit_id=visit, what_tr=LONG, planned=Money(Decimal(10**9), "TRY")))
            session.add(Gift(visit_id=visit, what_tr=LONG, giver_id=person.id, day=date(2027, 5, 12)))
            session.add(OwnSection(visit_id=visit, title_tr=LONG, text_tr=LONG))
    return visit


def test_two_hundred_delegates_are_all_there(office: OfficeFile, crowd: str) -> None:
    document = brief(office, ("tr", "en"), crowd, BriefOptions(contents=True))
    report = pdf.write(document, BytesIO(), Progress())
    assert report.pages > 100
    assert not pdf.missing_glyphs(document)
    said = text.write(document)
    assert said.count("Ad 199") >= 3
    assert "10 AA 199" in said
    assert "None" not in said
