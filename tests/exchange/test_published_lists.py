"""The two published lists, as they are and in every make that offices have them in."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.errors import Invalid
from dipdesk.exchange.csv_import import assign, guess, preview, read_table, run
from dipdesk.exchange.municipality import is_open, named_after, proposed, with_municipality
from dipdesk.model import Agreement, Membership, Partner, Relation, shipped_id
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.bench import national_list
from tests.exchange.conftest import COLLABORATIONS, SISTER_CITIES, fingerprint

Written = Callable[..., Path]


def agreements(office: OfficeFile, city: str) -> list[Agreement]:
    with office.read() as session:
        found = session.scalars(
            select(Agreement).join(Partner, Agreement.partner_id == Partner.id).where(Partner.name_en == city)
        )
        return sorted(found, key=lambda one: str(one.signed_on))


def relations(office: OfficeFile, city: str) -> list[Relation]:
    with office.read() as session:
        return list(
            session.scalars(
                select(Relation)
                .join(Partner, Relation.partner_id == Partner.id)
                .where(Partner.name_en == city)
                .order_by(Relation.id)
            )
        )


def partner(office: OfficeFile, name: str) -> Partner:
    with office.read() as session:
        found = session.scalars(
            select(Partner).where((Partner.name_en == name) | (Partner.name_tr == name))
        ).one()
        assert found.country is None or found.country.code
        return found


def test_sister_cities_are_read_twice_and_added_once(office: OfficeFile) -> None:
    plan = guess(read_table(SISTER_CITIES))
    assert plan.shape.name == "sister_cities"
    assert len(plan.columns) == 12
    first = run(office, plan)
    assert (first.read, first.updated, first.same, first.refused) == (70, 0, 0, ())
    assert first.by_entity == {"partner": 77, "agreement": 71, "relation": 70}
    assert first.sentences()[0] == "70 rows read."
    before = fingerprint(office)
    again = run(office, guess(read_table(SISTER_CITIES)))
    assert (again.read, again.added, again.updated, again.same) == (70, 0, 0, 70)
    assert again.sentences() == ["70 rows read.", "0 records added.", "70 rows are known already."]
    assert fingerprint(office) == before
    assert len(office.undo_labels()) == 1


def test_collaborations_are_read_twice_and_added_once(office: OfficeFile) -> None:
    first = run(office, guess(read_table(COLLABORATIONS)))
    assert (first.read, first.by_entity) == (
        12,
        {"partner": 12, "membership": 6, "agreement": 7, "relation": 12},
    )
    again = run(office, guess(read_table(COLLABORATIONS)))
    assert (again.read, again.added, again.same) == (12, 0, 12)


def test_import_is_one_step_that_undo_takes_back(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    assert office.undo() == "Import of “sister_cities_published.csv”"
    with office.read() as session:
        assert not session.scalars(select(Partner)).all()
        assert not session.scalars(select(Agreement)).all()
    office.redo()
    assert run(office, guess(read_table(SISTER_CITIES))).added == 0


def test_what_a_row_says_is_kept(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    (hall,) = agreements(office, "Schwäbisch Hall")
    assert (hall.kind, hall.state, hall.municipality_id) == ("sister_city", "approved", None)
    assert (hall.council_date, hall.council_number) == (PartialDate(2006, 4, 5), "77")
    assert (hall.ministry_date, hall.ministry_number) == (PartialDate(2006, 11, 20), "12301/50000")
    assert hall.source == "https://www.balikesir.bel.tr/kardes-sehirler-tr"
    city = partner(office, "Schwäbisch Hall")
    assert (city.published, city.kind, city.zone) == ("SCHWÄBISCH HALL", "city", "Europe/Berlin")
    assert city.position is not None
    assert (round(city.position.latitude), round(city.position.longitude)) == (49, 10)
    assert city.population is not None
    assert city.population > 30_000


def test_published_spelling_is_kept_beside_the_standard_one(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    names = {
        name: (partner(office, name).name_tr, partner(office, name).published)
        for name in ("Štip", "Dojran", "Berrechid", "Cologne")
    }
    assert names == {
        "Štip": ("İştip", "İSTİP"),
        "Dojran": ("Doyran", "Doyran"),
        "Berrechid": ("", "Barşid"),
        "Cologne": ("Köln", "Cologne"),
    }


def test_one_partner_of_two_municipalities_has_two_agreements(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    nicosia = agreements(office, "Nicosia Turkish Municipality")
    assert [str(one.signed_on) for one in nicosia] == ["2019-01", "2020-12-10"]
    with office.read() as session:
        whose = {
            one.municipality.title()
            for one in session.scalars(select(Agreement))
            if one.partner_id == nicosia[0].partner_id and one.municipality
        }
    assert whose == {"İzmir Büyükşehir", "İstanbul Büyükşehir"}
    assert partner(office, "İzmir Büyükşehir").kind == "member"


def test_steps_kinds_and_states_follow_what_the_list_says(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    goodwill, sister = agreements(office, "Berrechid")
    assert (goodwill.kind, goodwill.state, goodwill.signed_on) == (
        "goodwill",
        "in_force",
        PartialDate(2015, 11, 21),
    )
    assert (sister.kind, sister.state, sister.signed_on) == ("sister_city", "approved", None)
    said = {
        city: (one.kind, one.state)
        for city in ("Lublin", "Hanau", "Akwa Ibom State", "Milas", "Cairo", "Gladbeck")
        for one in agreements(office, city)
    }
    assert said == {
        "Lublin": ("friendship", "in_force"),
        "Hanau": ("sister_city", "in_talks"),
        "Akwa Ibom State": ("sister_city", "in_talks"),
        "Milas": ("sister_city", "approved"),
        "Cairo": ("sister_city", "in_force"),
        "Gladbeck": ("sister_city", "in_force"),
    }
    state = partner(office, "Akwa Ibom State")
    assert (state.kind, state.population, state.zone) == ("region", None, "Africa/Lagos")
    assert partner(office, "Milas").kind == "district"


def test_a_union_counts_every_municipality_as_a_member(office: OfficeFile) -> None:
    with office.change("Union") as session:
        session.merge(office.office()).kind = "union"
    result = run(office, guess(read_table(SISTER_CITIES)))
    assert result.by_entity["partner"] == 78
    assert partner(office, "Balıkesir Büyükşehir").kind == "member"


@pytest.mark.parametrize(
    "name", ["Balıkesir Büyükşehir Belediyesi", "BALIKESİR BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI"]
)
def test_the_office_knows_itself_under_its_longer_name(office: OfficeFile, name: str) -> None:
    with office.change("Renamed") as session:
        session.merge(office.office()).name_tr = name
    assert run(office, guess(read_table(SISTER_CITIES))).by_entity["partner"] == 77


def test_memberships_and_agreements_of_a_union(office: OfficeFile) -> None:
    run(office, guess(read_table(COLLABORATIONS)))
    with office.read() as session:
        classes = {
            one.partner.abbreviation: (one.member_class, str(one.since))
            for one in session.scalars(select(Membership))
            if one.partner
        }
        kinds = {
            one.partner.abbreviation: (one.kind, str(one.signed_on), one.signed_at)
            for one in session.scalars(select(Agreement))
            if one.partner
        }
    assert classes == {
        "ALDA": ("member", "2017"),
        "ATO": ("observer", "2010"),
        "UCLG-MEWA": ("member", "2014"),
        "NALAS": ("full", "2008"),
        "OICC": ("associate", "2010"),
        "TDBB": ("full", "2010"),
    }
    assert kinds["ATO"] == ("friendship", "1982-01-11", "Jeddah, Saudi Arabia")
    assert kinds["DG ENER"][0] == "other"
    assert kinds["KTBB"][0] == "cooperation"
    assert partner(office, "European Association for Local Democracy").seat == "Strasbourg"


def test_a_changed_row_updates_and_says_so(office: OfficeFile, written: Written) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    text = SISTER_CITIES.read_text(encoding="utf-8").replace(
        "Bilma,Niger,,2016-03-10", "Bilma,Niger,2019-06-01,2016-03-10"
    )
    result = run(office, guess(read_table(written(text))))
    assert (result.added, result.updated, result.same) == (0, 2, 69)
    assert "2 records updated." in result.sentences()
    (bilma,) = agreements(office, "Bilma")
    assert (bilma.signed_on, bilma.state) == (PartialDate(2019, 6, 1), "in_force")
    (relation,) = relations(office, "Bilma")
    assert (relation.state, relation.since) == ("active", PartialDate(2019, 6, 1))


def test_what_the_office_set_right_stays(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    with office.change("Set right") as session:
        session.merge(agreements(office, "Bilma")[0]).state = "dormant"
        session.merge(partner(office, "Štip")).population = 1
    result = run(office, guess(read_table(SISTER_CITIES)))
    assert (result.added, result.updated) == (0, 0)
    assert agreements(office, "Bilma")[0].state == "dormant"
    assert partner(office, "Štip").population == 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1254"])
def test_every_make_of_the_list_gives_the_same(
    office: OfficeFile, written: Written, separator: str, encoding: str
) -> None:
    page = io.StringIO(newline="")
    with SISTER_CITIES.open(encoding="utf-8", newline="") as file:
        csv.writer(page, delimiter=separator).writerows(csv.reader(file))
    known = page.getvalue().encode(encoding, "replace" if encoding == "cp1254" else "strict")
    result = run(office, guess(read_table(written(known))))
    assert (result.read, result.refused, result.stored) == (70, (), True)
    assert partner(office, "Güzelyurt (Morphou)").name_tr == "Güzelyurt"
    assert partner(office, "İzmir Büyükşehir").kind == "member"


def test_turkish_headings_are_known(office: OfficeFile, written: Written) -> None:
    text = (
        "Belediye;Kardeş Şehir;Ülke;İmza Tarihi;Meclis Karar Tarihi;Meclis Karar No\n"
        ";Üsküp;Kuzey Makedonya;05.03.2015;01.02.2015;12\n"
    )
    result = run(office, guess(read_table(written(text, "cp1254"))))
    assert (result.read, result.by_entity) == (1, {"partner": 1, "agreement": 1, "relation": 1})
    (one,) = agreements(office, "Üsküp")
    assert (one.signed_on, one.council_number, one.municipality_id) == (PartialDate(2015, 3, 5), "12", None)


def test_every_pair_has_one_relation_by_its_agreements(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    (berrechid,) = relations(office, "Berrechid")
    assert berrechid.class_id == shipped_id("relation_class", "sister_city")
    assert (berrechid.state, berrechid.since) == ("active", PartialDate(2015, 11, 21))
    assert berrechid.municipality_id == agreements(office, "Berrechid")[0].municipality_id
    (lublin,) = relations(office, "Lublin")
    assert lublin.class_id == shipped_id("relation_class", "friendship")
    assert {(one.state, one.since) for one in relations(office, "Hanau")} == {("in_talks", None)}
    assert [one.municipality_id for one in relations(office, "Schwäbisch Hall")] == [None]
    assert len({one.municipality_id for one in relations(office, "Nicosia Turkish Municipality")}) == 2


def test_relations_of_a_union_go_by_membership_first(office: OfficeFile) -> None:
    run(office, guess(read_table(COLLABORATIONS)))
    with office.read() as session:
        classes = {
            one.partner.abbreviation: (one.class_id, str(one.since))
            for one in session.scalars(select(Relation))
            if one.partner
        }
    named = {code: shipped_id("relation_class", code) for code in ("membership", "goodwill", "cooperation")}
    assert classes["ATO"] == (named["membership"], "1982-01-11")
    assert classes["TDBB"] == (named["membership"], "2010")
    assert classes["Al-Fayhaa"] == (named["goodwill"], "2010-12-13")
    assert classes["DG ENER"][0] == named["cooperation"]
    assert len(classes) == 12


def test_a_relation_that_the_office_set_stays(office: OfficeFile, written: Written) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    contact = shipped_id("relation_class", "contact")
    with office.change("Set right") as session:
        bilma = session.merge(relations(office, "Bilma")[0])
        bilma.state, bilma.class_id = "suspended", contact
    text = SISTER_CITIES.read_text(encoding="utf-8").replace(
        "Bilma,Niger,,2016-03-10", "Bilma,Niger,2019-06-01,2016-03-10"
    )
    run(office, guess(read_table(written(text))))
    (bilma,) = relations(office, "Bilma")
    assert (bilma.state, bilma.class_id) == ("suspended", contact)
    assert bilma.since == PartialDate(2019, 6, 1)


def test_relations_are_made_for_agreements_that_were_there(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    with office.change("Without relations") as session:
        for one in session.scalars(select(Relation)):
            session.delete(one)
    result = run(office, guess(read_table(SISTER_CITIES)))
    assert (result.by_entity, result.same) == ({"relation": 70}, 70)


def test_a_partner_in_turkiye_is_at_home(office: OfficeFile) -> None:
    run(office, guess(read_table(SISTER_CITIES)))
    with office.read() as session:
        (ahlat,) = session.scalars(select(Partner).where(Partner.name_tr == "Ahlat"))
        assert ahlat.country is not None
        assert ahlat.country.code == "TR"
        (one,) = session.scalars(select(Agreement).where(Agreement.partner_id == ahlat.id))
        assert (one.chain, one.ministry_date, one.state) == ("", None, "in_force")


def test_preview_shows_twenty_rows_and_the_result_of_all(office: OfficeFile) -> None:
    before = fingerprint(office)
    seen = preview(office, guess(read_table(SISTER_CITIES)))
    assert len(seen.rows) == 20
    assert {one.action for one in seen.rows} == {"add"}
    assert (seen.rows[0].line, seen.rows[0].cells[1]) == (2, "Roxas")
    assert (seen.result.read, seen.result.added, seen.result.stored) == (70, 218, False)
    assert fingerprint(office) == before


def test_a_profile_can_be_mapped_by_hand(office: OfficeFile, written: Written) -> None:
    plan = guess(read_table(written("X;Y;Z\nŠtip;MK;1999-02-05\n")), "sister_cities")
    assert plan.columns == {}
    plan = assign(plan, ["partner_city=X", "Partner's country=Y", "council_decision_date=3"])
    assert run(office, plan).by_entity == {"partner": 1, "agreement": 1, "relation": 1}


NAMELESS = "Kardeş Şehir;Ülke;Meclis Karar Tarihi;İmza Tarihi\n{city};{country};2015;2016\n"


@pytest.fixture
def union(office: OfficeFile) -> OfficeFile:
    with office.change("Union") as session:
        session.merge(office.office()).kind = "union"
    return office


def test_many_lists_without_a_column_say_whose_they_are(union: OfficeFile, written: Written) -> None:
    for city, country, name in (
        ("Üsküp", "MK", "cekmekoy_kardes_sehirler.csv"),
        ("Üsküp", "MK", "Şile Belediyesi.csv"),
        ("Ulm", "DE", "ŞİLE.csv"),
    ):
        plan = guess(read_table(written(NAMELESS.format(city=city, country=country), name=name)))
        assert is_open(plan)
        run(union, with_municipality(plan, proposed(union, plan)))
    whose = {(one.title(), len(known)) for one, known in by_municipality(union).items()}
    assert whose == {("Çekmeköy", 1), ("Şile", 2)}


def by_municipality(office: OfficeFile) -> dict[Partner, list[Relation]]:
    found: dict[Partner, list[Relation]] = {}
    with office.read() as session:
        for one in session.scalars(select(Relation)):
            assert one.municipality is not None
            found.setdefault(one.municipality, []).append(one)
    return found


def test_a_list_that_says_whose_it_is_is_believed(union: OfficeFile, office: OfficeFile) -> None:
    plan = guess(read_table(SISTER_CITIES))
    assert proposed(union, plan) == ""
    with pytest.raises(Invalid, match="says itself whose it is"):
        with_municipality(plan, "Çekmeköy")


def test_an_office_of_its_own_takes_a_nameless_list_for_its_own(office: OfficeFile, written: Written) -> None:
    plan = guess(read_table(written(NAMELESS.format(city="Ulm", country="DE"), name="Şile.csv")))
    assert proposed(office, plan) == ""
    run(office, plan)
    assert [one.municipality_id for one in relations(office, "Ulm")] == [None]


@pytest.mark.parametrize("name", ["Çekmeköy Belediyesi", "Çekmeköy Belediye Başkanlığı", "ÇEKMEKÖY"])
def test_a_municipality_is_known_under_its_longer_name(
    union: OfficeFile, written: Written, name: str
) -> None:
    text = NAMELESS.format(city="Ulm", country="DE")
    for called in ("Çekmeköy", name):
        run(union, with_municipality(guess(read_table(written(text))), called))
    assert len(by_municipality(union)) == 1


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("cekmekoy_kardes_sehirler_2025.xlsx", "Çekmeköy"),
        ("Balikesir Buyuksehir Belediyesi - Kardeş Şehirler.xlsx", "Balıkesir Büyükşehir"),
        ("izmir-buyuksehir.csv", "İzmir Büyükşehir"),
        ("Muğla Menteşe Kardeş Kentleri (2).csv", "Muğla Menteşe"),
        ("Kardeş şehir listesi 2024.csv", ""),
    ],
)
def test_files_are_named_after_municipalities(file: str, name: str) -> None:
    assert named_after(Path(file)) == name


def test_a_list_of_a_whole_country_gives_every_pair_once(union: OfficeFile, tmp_path: Path) -> None:
    path = national_list.write(tmp_path / "ulke.csv", 90, 25)
    first = run(union, guess(read_table(path)))
    assert (first.read, first.refused, first.by_entity["relation"]) == (90, (), 90)
    assert len(by_municipality(union)) == 25
    again = run(union, guess(read_table(path)))
    assert (again.added, again.updated, again.same) == (0, 0, 90)


@pytest.mark.parametrize(("city", "is_placed"), [("Kaynarca (Kırklareli)", False), ("Konak (İzmir)", True)])
def test_the_province_that_a_list_names_decides_where_a_place_lies(
    office: OfficeFile, written: Written, city: str, is_placed: bool
) -> None:
    head, *_rows = SISTER_CITIES.read_text("utf-8-sig").splitlines()
    cells = {"municipality": "Nilüfer", "partner_city": city, "partner_country": "Türkiye"}
    cells |= {"agreement_date": "2020-09", "partner_city_as_published": city.partition(" ")[0]}
    row = ",".join(cells.get(name, "") for name in head.split(","))
    run(office, guess(read_table(written(f"{head}\n{row}\n", name="list.csv"))))
    found = partner(office, city)
    assert (found.position is not None) is is_placed
    if found.position is not None:
        assert round(found.position.latitude) == 38
