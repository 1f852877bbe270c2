"""Papers on partners, agreements and memberships: what they find, and what they leave out."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from dipdesk.model import (
    Agreement,
    AgreementText,
    Benefit,
    Ceremony,
    Country,
    Leave,
    Membership,
    Partner,
    Payment,
    Person,
    Post,
    Record,
    Relation,
    Signatory,
)
from dipdesk.model.kinds import Money
from dipdesk.papers import making, sheets, text
from dipdesk.papers.blocks import Callout, Document, Row, Status, Table, every
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored


def built(office: OfficeFile, name: str, about: Record | None = None, **chosen: object) -> Document:
    one = paper(name)
    return making.build(office, one, about.id if about else "", one.options(**chosen), ("en",), MADE_AT)


def rows(document: Document) -> Iterator[Row]:
    return (row for one in every(document.blocks) if isinstance(one, Table) for row in one.rows)


def country(office: OfficeFile, code: str) -> str:
    with office.read() as session:
        return str(session.scalars(select(Country.id).where(Country.code == code)).one())


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.fixture
def abroad(office: OfficeFile) -> Partner:
    made = Partner(name_tr="Beispielburg", country_id=country(office, "DE"))
    stored(office, made)
    return made


def signed(partner: Partner, **values: object) -> Agreement:
    """An agreement with everything in order, but for ``values``."""
    usual: dict[str, object] = {
        "partner_id": partner.id,
        "council_date": day("2020-01-10"),
        "council_number": "7",
        "ministry_date": day("2020-04-10"),
        "ministry_number": "E-1",
        "signed_on": day("2020-05-10"),
    }
    return Agreement(**{**usual, **values})


def test_the_published_list_has_four_columns(office: OfficeFile, abroad: Partner) -> None:
    home = Partner(name_tr="Ahlat", country_id=country(office, "TR"))
    stored(office, home, signed(abroad), signed(home, ministry_date=None, ministry_number=""))
    document = built(office, "published_list")
    assert [row.cells for row in rows(document)] == [
        ("Ahlat\nTürkiye", "Sister-city agreement\n10 May 2020", "10 Jan 2020\nno. 7", "not needed at home"),
        (
            "Beispielburg\nGermany",
            "Sister-city agreement\n10 May 2020",
            "10 Jan 2020\nno. 7",
            "10 Apr 2020\nno. E-1",
        ),
    ]
    lines = sheets.content(document, "csv").decode("utf-8-sig").splitlines()
    assert lines[0].count(",") == 5
    assert len(lines) == 3


def test_the_published_list_of_a_union_begins_with_the_municipality(
    office: OfficeFile, abroad: Partner
) -> None:
    ours = Partner(name_tr="Çekmeköy", kind="member")
    stored(office, ours, signed(abroad, municipality_id=ours.id))
    assert [row.cells[0] for row in rows(built(office, "published_list"))] == ["Çekmeköy"]


@pytest.mark.parametrize(
    ("chosen", "count"),
    [({}, 1), ({"planned": True}, 2), ({"planned": True, "ended": True}, 3), ({"kind": "goodwill"}, 0)],
)
def test_the_published_list_shows_what_was_chosen(
    office: OfficeFile, abroad: Partner, chosen: dict[str, object], count: int
) -> None:
    agreements = [signed(abroad, state=state) for state in ("in_force", "in_talks", "ended")]
    stored(office, *agreements)
    assert len(list(rows(built(office, "published_list", **chosen)))) == count


def test_an_audit_sheet_shows_gaps_and_disorder_in_red(office: OfficeFile, abroad: Partner) -> None:
    late = signed(abroad, signed_on=day("2019-12-01"), ministry_date=None, ministry_number="")
    stored(office, late)
    found = {str(row.cells[0]).split("\n")[0]: row for row in rows(built(office, "audit_sheet", late))}
    assert found["Ministry permission"].status is Status.RED
    signing = found["Signing of the agreement"]
    assert signing.status is Status.RED
    assert "should follow: Council decision" in str(signing.cells[-1])
    assert found["Council decision"].status is Status.GREEN


def test_an_audit_sheet_of_a_relation_holds_all_that_was_signed(office: OfficeFile, abroad: Partner) -> None:
    relation = Relation(partner_id=abroad.id)
    stored(office, relation, signed(abroad), signed(abroad, kind="project", signed_on=None))
    said = text.write(built(office, "audit_sheet", relation))
    assert "2 files of approval" in said
    assert said.count("Council decision\n") + said.count("Council decision Copy") == 2


def test_a_renewal_adds_up_each_currency(office: OfficeFile, abroad: Partner) -> None:
    membership = Membership(partner_id=abroad.id, decide_by=date(2027, 5, 1))
    euro, lira = Money(Decimal(100), "EUR"), Money(Decimal(900), "TRY")
    stored(
        office,
        membership,
        Payment(membership_id=membership.id, year=2025, amount=euro, paid_on=date(2025, 3, 1)),
        Payment(membership_id=membership.id, year=2026, amount=euro),
        Payment(membership_id=membership.id, year=2027, amount=lira, due=date(2027, 12, 1)),
        Benefit(membership_id=membership.id, what_en="Training", value=Money(Decimal(250), "EUR")),
    )
    document = built(office, "membership_renewal", membership)
    found = [row.cells for row in rows(document)]
    assert ("EUR", "200 EUR", "100 EUR", "100 EUR", "250 EUR") in found
    assert ("TRY", "900 TRY", "–", "900 TRY", "–") in found
    words = {str(row.cells[0]): row.cells[-1] for row in rows(document)}
    assert [words[year] for year in ("2025", "2026", "2027")] == ["Paid", "Late", "Not paid yet"]
    assert next(one for one in every(document.blocks) if isinstance(one, Callout)).status is Status.RED


@pytest.fixture
def signing(office: OfficeFile, abroad: Partner) -> Ceremony:
    """A ceremony at which an agreement in order is signed by people in post."""
    ceremony = Ceremony(title_en="Signing", kind="signing", starts=Moment.parse("2027-05-13 17:00"))
    agreement = signed(abroad, signed_on=None, state="approved", ceremony_id=ceremony.id)
    people = [Person(family_name=name) for name in ("Ours", "Theirs")]
    posts = [
        Post(person_id=people[0].id, function="mayor"),
        Post(person_id=people[1].id, function="mayor", partner_id=abroad.id),
    ]
    sides = zip(people, posts, ("us", "them"), strict=True)
    stored(
        office,
        ceremony,
        agreement,
        *people,
        *posts,
        *(Signatory(agreement_id=agreement.id, person_id=p.id, post_id=q.id, side=s) for p, q, s in sides),
        AgreementText(agreement_id=agreement.id, languages=("tr", "de"), authentic=True, text="Madde 1"),
    )
    return ceremony


def verdict(document: Document) -> Callout:
    return next(one for one in every(document.blocks) if isinstance(one, Callout))


def test_when_all_is_there_we_may_sign(office: OfficeFile, signing: Ceremony) -> None:
    assert verdict(built(office, "signing_readiness", signing)).status is Status.GREEN


def test_who_is_no_longer_in_post_cannot_sign(office: OfficeFile, signing: Ceremony) -> None:
    with office.change("left") as session:
        session.scalars(select(Post).where(Post.partner_id.is_(None))).one().until = day("2027-05-01")
        person = session.scalars(select(Person).where(Person.family_name == "Theirs")).one()
        session.add(Leave(person_id=person.id, starts=date(2027, 5, 13), ends=date(2027, 5, 13)))
    document = built(office, "signing_readiness", signing)
    assert verdict(document).status is Status.AMBER
    assert "For us: Not in post on the day" in str(verdict(document).text)
    assert "On leave on the day" in text.write(document)


def test_without_permission_we_may_not_sign(office: OfficeFile, signing: Ceremony) -> None:
    with office.change("no permission") as session:
        session.scalars(select(Agreement)).one().ministry_date = day("2028")
    assert verdict(built(office, "signing_readiness", signing)).status is Status.RED


def test_the_agreement_itself_says_the_same(office: OfficeFile, signing: Ceremony) -> None:
    with office.read() as session:
        agreement = session.scalars(select(Agreement)).one()
    said = text.write(built(office, "signing_readiness", agreement))
    assert "Thursday, 13 May 2027" in said
    assert "We may sign" in said


def test_a_relation_file_parts_people_by_their_term(office: OfficeFile, abroad: Partner) -> None:
    now, before = Person(family_name="Now"), Person(family_name="Before")
    stored(
        office,
        now,
        before,
        Post(person_id=now.id, partner_id=abroad.id, function="mayor", since=day("2024")),
        Post(person_id=before.id, partner_id=abroad.id, function="mayor", until=day("2024-01")),
    )
    said = text.write(built(office, "relation_file", abroad))
    assert said.index("People in post\n") < said.index("NOW") < said.index("In post before")
    assert said.index("In post before") < said.index("BEFORE")


def test_sections_can_be_left_out(office: OfficeFile, abroad: Partner) -> None:
    without = built(office, "relation_file", abroad, timeline=False, contacts=False)
    said = text.write(without)
    assert "Timeline" not in said
    assert "Contacts" not in said
    assert "Visits" in said
