"""Doubles are found for reasons; things of like names that are two stay two."""

import random

import pytest

from dipdesk.actions import twins
from dipdesk.actions.twins import Traits, pairs
from dipdesk.i18n import speaking
from dipdesk.model import Country, Partner, Person, Post
from dipdesk.model.kinds import Position
from dipdesk.progress import Cancelled, Progress
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile


def found(office: OfficeFile, kind: type[Partner] | type[Person]) -> list[tuple[set[str], tuple[str, ...]]]:
    with office.read() as session:
        titles = {one.id: one.title() for one in session.query(kind)}
        return [({titles[one.one], titles[one.two]}, one.reasons) for one in twins.find(session, kind)]


def put(office: OfficeFile, *records: Partner | Person | Post) -> None:
    with office.change("Records") as session:
        session.add_all(records)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Schwäbisch Hall", "Schwabisch Hall"),
        ("Schwäbisch Hall", "SCHWAEBISCH HALL"),
        ("Priştine", "Pristina"),
        ("İştip Belediyesi", "İştip"),
        ("Balıkesir Büyükşehir", "BALIKESİR"),
        ("Kuzey Çungçong", "Çungçong Kuzey"),
    ],
)
def test_like_names_are_found(office: OfficeFile, one: str, two: str) -> None:
    put(office, Partner(name_tr=one), Partner(name_en=two), Partner(name_tr="Lublin"))
    assert [titles for titles, _why in found(office, Partner)] == [{one, two}]


@pytest.mark.parametrize(
    ("one", "two"), [("Konya", "Kenya"), ("Bursa", "Burdur"), ("Tripoli", "Trablus"), ("Van", "Vaň")]
)
def test_other_names_are_left_alone(office: OfficeFile, one: str, two: str) -> None:
    put(office, Partner(name_tr=one), Partner(name_en=two))
    same = one == "Van"
    assert bool(found(office, Partner)) is same


def test_places_far_apart_or_in_other_countries_are_two(office: OfficeFile) -> None:
    with office.read() as session:
        from_code = {one.code: one.id for one in session.query(Country)}
    put(
        office,
        Partner(name_tr="Tripoli", country_id=from_code["LY"]),
        Partner(name_en="Tripoli", country_id=from_code["LB"]),
        Partner(name_tr="Kıbrıscık", position=Position(40.4, 31.8)),
        Partner(name_tr="Kıbrıscık", position=Position(38.0, 27.0)),
    )
    assert found(office, Partner) == []


def test_reasons_are_named(office: OfficeFile) -> None:
    with office.read() as session:
        land = session.query(Country).filter_by(code="MK").one().id
    put(
        office,
        Partner(
            name_tr="İştip", country_id=land, website="https://www.stip.gov.mk/", phone="+389 32 226 600"
        ),
        Partner(name_en="Štip", name_tr="Istip", country_id=land, website="stip.gov.mk", phone="032 226600"),
    )
    ((_titles, why),) = found(office, Partner)
    assert why == ("same_name", "website", "country")
    with office.read() as session, speaking("en"):
        (one,) = twins.find(session, Partner)
        assert one.sentences() == ["The same name", "The same website", "The same country"]


def test_people_are_found_by_name_post_and_address(office: OfficeFile) -> None:
    city = Partner(name_tr="İştip")
    one, two = (
        Person(given_name="Gökçe", family_name="İğdır"),
        Person(given_name="IGDIR", family_name="Gokce"),
    )
    three = Person(given_name="Ali", family_name="Kaya", email="kaya@b.example", phone="+90 532 000 00 00")
    four = Person(given_name="A.", family_name="Kaya-Şen", email="KAYA@b.example", phone="0532 000 0000")
    five = Person(given_name="Ali", family_name="Kaya", email="ali@b.example", born=PartialDate(1970, 1, 1))
    six = Person(given_name="Ali", family_name="Kaya", born=PartialDate(1971, 1, 1))
    put(office, city, one, two, three, four, five, six)
    put(office, Post(person_id=one.id, partner_id=city.id), Post(person_id=two.id, partner_id=city.id))
    with office.read() as session:
        why = {frozenset((pair.one, pair.two)): pair.reasons for pair in twins.find(session, Person)}
    assert why[frozenset((one.id, two.id))] == ("same_name", "post")
    assert why[frozenset((three.id, four.id))] == ("email", "phone")
    assert why[frozenset((three.id, five.id))] == ("same_name",)
    assert frozenset((five.id, six.id)) not in why


def test_letters_of_another_script_do_not_hide_a_double(office: OfficeFile) -> None:
    put(
        office,
        Person(family_name="Yılmaz", given_name="Ayşe"),
        Person(family_name="Yılmaz", given_name="Аyşe"),
    )
    ((_titles, why),) = found(office, Person)
    assert why == ("lookalike",)


def test_hostile_names_do_no_harm(office: OfficeFile) -> None:
    names = ["a" + "\u0301" * 200, "<b>x</b>", "...", "🦀", "()", "%", "'; DROP TABLE partner;--", "Ş" * 300]
    put(office, *(Partner(name_tr=name) for name in names))
    assert found(office, Partner) == []


def test_of_many_people_few_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those who have something in common, so that twice as many people are not four times the work."""
    compared: list[str] = []
    usual = twins._compared

    def counted(one: Traits, two: Traits) -> twins.Twins | None:
        compared.append(one.row_id)
        return usual(one, two)

    monkeypatch.setattr(twins, "_compared", counted)
    chance = random.Random(7)
    syllables = [a + b for a in "bcdfghklmnprstvyz" for b in "aeiou"]
    word = lambda: "".join(chance.choices(syllables, k=3))  # noqa: E731
    known = [Traits(str(n), (name := f"{word()} {word()}",), (name,)) for n in range(1_000)]
    pairs([*known, Traits("twin", known[0].names, known[0].bare)])
    assert 0 < len(compared) < 1_000 * 999 // 2 // 50


def test_the_search_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        pairs([Traits("1", ("a",), ("aaaaaa",)), Traits("2", ("a",), ("aaaaaa",))], progress)
