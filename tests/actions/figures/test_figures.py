"""Figures: every number knows its records, for an office and for a union, for all years or some."""

from datetime import date
from decimal import Decimal

import pytest

from dipdesk.actions import figures
from dipdesk.actions.figures import Bar, Figure, Question
from dipdesk.i18n import speaking
from dipdesk.model import (
    Agreement,
    Contact,
    Expense,
    Membership,
    Partner,
    Payment,
    Relation,
    Visit,
    entity,
    shipped_id,
)
from dipdesk.model.kinds import Money
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.gui import world_office

TODAY = date(2026, 11, 22)
_FIFTEEN = ("DE", "FR", "GB", "IT", "ES", "PT", "GR", "BG", "RO", "HU", "AT", "CH", "PL", "CZ", "SK")


@pytest.fixture
def ids(office: OfficeFile) -> dict[str, str]:
    """An office with relations all over the world: partners by English name."""
    return world_office.fill(office)


def read(office: OfficeFile, **asked: object) -> dict[str, Figure]:
    with office.read() as session:
        found = figures.read(session, Question(TODAY, **asked))  # type: ignore[arg-type]
    return {one.name: one for one in found}


def bars(figure: Figure) -> dict[str, int]:
    return {bar.label: len(bar.ids) for bar in figure.bars}


def bar(figure: Figure, label: str) -> Bar:
    return next(one for one in figure.bars if one.label == label)


def test_an_empty_office_has_no_figures(office: OfficeFile) -> None:
    assert read(office) == {}
    with office.read() as session:
        assert figures.years(session, Question(TODAY)) == ()
        assert figures.municipalities(session) == ()
        assert figures.completeness(session, Question(TODAY)).bars == ()


def test_relations_are_counted_by_what_they_are(office: OfficeFile, ids: dict[str, str]) -> None:
    found = read(office)
    by_class = bars(found["relations_by_class"])
    assert by_class["Sister city"] == 14
    assert by_class["Friendship city"] == 4
    assert sum(by_class.values()) == len(ids)
    assert bars(found["relations_by_state"])["Dormant"] == 2
    assert bars(found["relations_by_region"])["Southern Europe"] == 7
    assert next(iter(bars(found["relations_by_region"]))) == "Southern Europe"
    assert bars(found["relations_by_country"])["Greece"] == 2
    assert bars(found["relations_by_decade"])["1990–99"] == 7


def test_the_records_behind_a_number_are_those(office: OfficeFile, ids: dict[str, str]) -> None:
    behind = bar(read(office)["relations_by_country"], "Georgia").parts[0]
    assert behind.entity == "relation"
    with office.read() as session:
        (only,) = [session.get(Relation, row_id) for row_id in behind.ids]
        assert only is not None
        assert only.partner_id == ids["Tbilisi"]


def test_every_number_counts_records_that_are_there(office: OfficeFile, ids: dict[str, str]) -> None:
    found = read(office)
    with office.read() as session:
        everything = [*found.values(), figures.completeness(session, Question(TODAY))]
        for one in everything:
            for each in one.bars:
                assert len(each.parts) == len(one.series)
                for part in each.parts:
                    assert len(set(part.ids)) == len(part.ids)
                    assert all(session.get(entity(part.entity), row_id) for row_id in part.ids)


def test_figures_add_up(office: OfficeFile, ids: dict[str, str]) -> None:
    found = read(office)
    for name in ("relations_by_class", "relations_by_state", "relations_by_region", "relations_by_country"):
        counted = [row_id for each in found[name].bars for row_id in each.ids]
        assert len(counted) == len(set(counted)) == len(ids)


def test_agreements_stand_in_every_year_even_without_any(office: OfficeFile, ids: dict[str, str]) -> None:
    figure = read(office)["agreements_by_year"]
    labels = [one.label for one in figure.bars]
    assert labels == [str(year) for year in range(1986, 2025)]
    assert bars(figure)["1987"] == 0
    assert bars(figure)["1989"] == 2


def test_only_some_years_can_be_asked_for(office: OfficeFile, ids: dict[str, str]) -> None:
    found = read(office, first=1990, last=1999)
    assert found["relations_by_decade"].total == 7
    assert found["relations_by_class"].total == 7
    assert found["agreements_by_year"].bars[0].label == "1994"
    assert "visits_by_year" not in found
    assert read(office, first=1900, last=1901).keys() <= {"activity"}


def test_the_years_on_file_are_offered(office: OfficeFile, ids: dict[str, str]) -> None:
    with office.read() as session:
        assert figures.years(session, Question(TODAY)) == tuple(range(1986, 2027))


def test_activity_is_a_contact_or_visit_in_24_months(office: OfficeFile, ids: dict[str, str]) -> None:
    figure = read(office)["activity"]
    active = [name for name, _tr, _code, _class, state, _year in world_office.CITIES if state == "active"]
    alive, quiet = figure.bars[0].parts
    assert len(alive.ids) + len(quiet.ids) == len(active)
    assert len(alive.ids) == 2
    assert figure.share == pytest.approx(2 / len(active))
    with office.change("Letter") as session:
        session.add(Contact(headline="Mektup", day=date(2024, 11, 22), partner_id=ids["Houston"]))
        session.add(Contact(headline="Mektup", day=date(2024, 11, 23), partner_id=ids["Bishkek"]))
        session.add(Contact(headline="Mektup", day=date(2027, 1, 1), partner_id=ids["Skopje"]))
        session.add(
            Visit(title_tr="İptal", partner_id=ids["Odesa"], starts=date(2026, 1, 1), state="cancelled")
        )
    assert len(read(office)["activity"].bars[0].parts[0].ids) == 3


def test_activity_looks_back_from_the_last_year_asked_for(office: OfficeFile, ids: dict[str, str]) -> None:
    with office.change("Letter") as session:
        session.add(Contact(headline="Mektup", day=date(2010, 5, 1), partner_id=ids["Houston"]))
    alive = read(office, last=2011)["activity"].bars[0].parts[0]
    assert len(alive.ids) == 1


def test_visits_stand_by_year_and_way(office: OfficeFile, ids: dict[str, str]) -> None:
    figure = read(office)["visits_by_year"]
    assert [one.label for one in figure.bars] == ["2024", "2025"]
    assert [len(part.ids) for part in figure.bars[0].parts] == [0, 1, 0]
    assert [len(part.ids) for part in figure.bars[1].parts] == [1, 0, 0]


def test_dues_stand_by_currency_and_year(office: OfficeFile, ids: dict[str, str]) -> None:
    found = read(office)
    euro = found["dues_EUR"]
    assert euro.currency == "EUR"
    assert [(one.label, one.parts[0].value, one.parts[1].value) for one in euro.bars] == [
        ("2024", Decimal(2500), Decimal(0)),
        ("2025", Decimal(2500), Decimal(0)),
        ("2026", Decimal(0), Decimal("2750.50")),
    ]
    assert found["dues_paid_in_lira"].total == Decimal(98000 + 117500)
    assert found["benefits_EUR"].total == 12000
    assert found["benefits_by_year"].total == 1


def test_currencies_are_never_added_up(office: OfficeFile) -> None:
    body = Partner(name_en="A network")
    membership = Membership(partner_id=body.id)
    with office.change("Dues") as session:
        session.add_all([body, membership])
        for amount in ("100 EUR", "100 USD", "100 TRY"):
            number, currency = amount.split()
            session.add(
                Payment(membership_id=membership.id, year=2026, amount=Money(Decimal(number), currency))
            )
    found = read(office)
    assert [name for name in found if name.startswith("dues")] == ["dues_EUR", "dues_TRY", "dues_USD"]
    assert all(found[name].total == 100 for name in ("dues_EUR", "dues_TRY", "dues_USD"))


def test_a_union_counts_by_municipality_and_asks_for_one(office: OfficeFile, ids: dict[str, str]) -> None:
    members = [Partner(name_tr=name, kind="member") for name in ("Çekmeköy", "Balçova", "Ahlat")]
    with office.change("Union") as session:
        session.add_all(members)
        session.add(Relation(partner_id=ids["Suva"], municipality_id=members[0].id, since=PartialDate(2001)))
        session.add(Relation(partner_id=ids["Medan"], municipality_id=members[0].id))
        session.add(Relation(partner_id=ids["Suva"], municipality_id=members[1].id))
        session.add(
            Agreement(partner_id=ids["Suva"], municipality_id=members[1].id, signed_on=PartialDate(2005, 3))
        )
    found = read(office)
    assert bars(found["relations_by_municipality"]) == {
        "Çekmeköy": 2,
        "Balçova": 1,
        "Our own relations": len(ids),
    }
    one = read(office, municipality=members[0].id)
    assert one["relations_by_class"].total == 2
    assert "agreements_by_year" not in one
    own = read(office, municipality="")
    assert own["relations_by_class"].total == len(ids)
    with office.read() as session:
        assert figures.municipalities(session) == ((members[1].id, "Balçova"), (members[0].id, "Çekmeköy"))


def test_a_relation_without_a_year_takes_that_of_its_first_agreement(office: OfficeFile) -> None:
    partner = Partner(name_tr="Köln")
    with office.change("Old") as session:
        session.add(partner)
        session.add(Relation(partner_id=partner.id))
        session.add(Agreement(partner_id=partner.id, signed_on=PartialDate(1997, 3)))
        session.add(Agreement(partner_id=partner.id, signed_on=PartialDate(2007)))
    assert [one.label for one in read(office)["relations_by_decade"].bars] == ["1990–99"]


def test_what_cannot_be_counted_is_said(office: OfficeFile) -> None:
    with office.change("Vague") as session:
        session.add(Relation(class_id=None, state=""))
        session.add(Agreement())
    found = read(office)
    assert bars(found["relations_by_class"]) == {"Without a class": 1}
    assert bars(found["relations_by_country"]) == {"Country unknown": 1}
    assert "relations_by_decade" not in found


def test_many_countries_are_put_together(office: OfficeFile) -> None:
    with office.change("Many") as session:
        for number, code in enumerate(_FIFTEEN):
            partner = Partner(name_tr=code, country_id=shipped_id("country", code))
            session.add(partner)
            session.add_all(Relation(partner_id=partner.id) for _one in range(20 - number))
    figure = read(office)["relations_by_country"]
    assert len(figure.bars) == 12
    assert figure.bars[-1].label == "4 other countries"
    assert figure.total == sum(20 - number for number in range(15))


def test_years_far_apart_do_not_fill_the_page(office: OfficeFile) -> None:
    with office.change("Far") as session:
        session.add_all(Agreement(signed_on=PartialDate(year)) for year in (1000, 1964, 9999))
        session.add_all(Relation(since=PartialDate(year)) for year in (1000, 9999))
    found = read(office)
    assert [one.label for one in found["agreements_by_year"].bars] == ["1000", "1964", "9999"]
    assert len(found["relations_by_decade"].bars) == 2


def test_completeness_counts_the_lights_of_the_audit(office: OfficeFile, ids: dict[str, str]) -> None:
    with office.read() as session:
        figure = figures.completeness(session, Question(TODAY))
    assert figure.share is not None
    agreements = bar(figure, "Agreements")
    assert len(agreements.ids) == sum(
        kind in ("sister_city", "friendship", "goodwill") for _n, _t, _c, kind, _s, _y in world_office.CITIES
    )
    assert {part.entity for part in agreements.parts} == {"agreement"}


def test_figures_speak_turkish(office: OfficeFile, ids: dict[str, str]) -> None:
    with speaking("tr"):
        found = read(office)
        assert bars(found["relations_by_region"])["Güney Avrupa"] == 7
        assert "Gürcistan" in bars(found["relations_by_country"])


def test_names_are_left_as_they_were_typed(office: OfficeFile) -> None:
    member = Partner(name_tr="<b>Ayşe</b> & Oğulları", kind="member")
    with office.change("Hostile") as session:
        session.add(member)
        session.add(Relation(municipality_id=member.id))
    assert "<b>Ayşe</b> & Oğulları" in bars(read(office)["relations_by_municipality"])


def test_costs_of_visits_stand_by_year_and_by_partner_in_lira(office: OfficeFile) -> None:
    city = Partner(name_en="City")
    visit = Visit(title_en="Trip", partner_id=city.id, kind="outbound", starts=date(2025, 12, 30))
    dropped = Visit(title_en="Dropped", partner_id=city.id, state="cancelled", starts=date(2025, 1, 1))
    with office.change("Filled") as session:
        session.add_all([city, visit, dropped])
        session.flush()
        lira, euro = Money(Decimal(100), "TRY"), Money(Decimal(5), "EUR")
        session.add_all(
            [
                Expense(visit_id=visit.id, what_en="Hotel", spent=lira),
                Expense(visit_id=visit.id, what_en="Taxi", spent=euro, in_lira=lira, day=date(2026, 1, 2)),
                Expense(visit_id=visit.id, what_en="Tea", spent=euro),
                Expense(visit_id=visit.id, what_en="Theirs", spent=lira, payer="them"),
                Expense(visit_id=dropped.id, what_en="Nothing", spent=lira),
            ]
        )
    with speaking("en"):
        found = read(office)
    by_year = found["costs_by_year"]
    assert {bar.label: bar.total for bar in by_year.bars} == {"2025": Decimal(100), "2026": Decimal(100)}
    assert by_year.note == "1 cost without an amount in lira is left out."
    (one,) = found["costs_by_partner"].bars
    assert (one.label, one.total, len(one.ids)) == ("City", Decimal(200), 2)
    assert found["costs_by_partner"].currency == "TRY"
