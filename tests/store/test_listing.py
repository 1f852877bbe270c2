"""Lists: pages that join to the whole, the order of the alphabet, filters, places."""

import random
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from dipdesk import paths
from dipdesk.i18n import fold, sort_key, speak, speaking
from dipdesk.model import (
    Agreement,
    Commitment,
    Country,
    Membership,
    Note,
    Partner,
    Payment,
    Person,
    Post,
    Record,
    TalkingPoint,
    Visit,
    entities,
)
from dipdesk.model.kinds import Money
from dipdesk.rules.timing import PartialDate
from dipdesk.store import listing as listing_module
from dipdesk.store import opening
from dipdesk.store.columns import columns_of, heading
from dipdesk.store.listing import TITLE, Listing, Order, default_columns, first_order
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.rows import named_by

NAMES = (
    "Çankaya",
    "Cizre",
    "Iğdır",
    "Isparta",
    "İzmir",
    "Şile",
    "Sinop",
    "Ünye",
    "Urla",
    "Özalp",
    "Ordu",
    "Ğ",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    folder = tmp_path_factory.mktemp("listing")
    speak("tr")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "data", lambda: folder)
        with opening.create(folder / "o.dipdesk", "Örnek") as opened:
            fill(opened)
            yield opened


@pytest.fixture(autouse=True)
def turkish() -> Iterator[None]:
    """Turkish is spoken, whatever other tests speak."""
    with speaking("tr"):
        yield


def fill(office: OfficeFile) -> None:
    dice = random.Random(5)
    with office.change("x") as session:
        germany = session.scalars(select(Country).where(Country.code == "DE")).one()
        partners = [
            Partner(name_tr=name, population=place * 7 % 5 or None) for place, name in enumerate(NAMES)
        ]
        partners[0].country_id = germany.id
        people = [
            Person(
                given_name=dice.choice(("Ayşe", "İnci", "Işıl", "Şükrü", "")),
                family_name=dice.choice(NAMES),
                sex=dice.choice(("f", "m", "")),
                email=f"{place % 9}@ornek.example" if place % 3 else "",
            )
            for place in range(300)
        ]
        session.add_all([*partners, *people])
        session.add_all(
            Agreement(partner_id=one.id, state=dice.choice(("in_force", "idea", "ended")), signed_on=signed)
            for one, signed in zip(partners, [PartialDate(2015), PartialDate(2015, 3), None] * 4, strict=True)
        )
        session.add_all(
            Post(person_id=one.id, partner_id=partners[0].id, function="mayor") for one in people[:80]
        )
        session.add_all(
            Membership(partner_id=one.id, dues=Money(amount, currency))
            for one, amount, currency in zip(partners, (1000, 200, 30), ("TRY", "TRY", "EUR"), strict=False)
        )
        session.add(Note(headline="Not", subject=f"partner/{partners[1].id}", day=date(2027, 5, 12)))


def all_ids(listing: Listing, size: int) -> list[str]:
    return [row.id for start in range(0, listing.count() + size, size) for row in listing.page(start, size)]


@settings(max_examples=80, deadline=None)
@given(
    text=st.sampled_from(["", "a", "i", "ş", "ay iz", "isparta", "9", "zzz", '"', "ornek"]),
    column=st.sampled_from(columns_of(Person)),
    descending=st.booleans(),
    sexes=st.sampled_from([None, ("f",), ("f", ""), ("m", None), ()]),
    size=st.integers(7, 90),
    walk_cost=st.sampled_from([0, 2, 1000]),
    near=st.sampled_from([0, 60, 256]),
)
def test_pages_join_to_the_whole(
    office: OfficeFile,
    text: str,
    column: str,
    descending: bool,
    sexes: tuple[str, ...] | None,
    size: int,
    walk_cost: int,
    near: int,
) -> None:
    """However a page is read, pages give every record once, in one order, as many as were counted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing_module, "_WALK_COST", walk_cost)
        patch.setattr(listing_module, "_NEAR", near)
        filters = {} if sexes is None else {"sex": sexes}
        listing = Listing(office, Person, order=Order(column, descending), text=text, filters=filters)
        joined = all_ids(listing, size)
        assert len(joined) == len(set(joined)) == listing.count()
        assert joined == listing.ids()
        assert joined == all_ids(
            Listing(office, Person, order=Order(column, descending), text=text, filters=filters), 11
        )
        for place in range(0, len(joined), 17):
            assert listing.position(joined[place]) == place


@pytest.mark.parametrize("spread", [0, 1, 3, 1000])
def test_the_walk_along_the_index_gives_what_sorting_gives(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch, spread: int
) -> None:
    expected = {
        (text, down): Listing(office, Person, text=text, order=Order(TITLE, down)).ids()
        for text in ("a", "iz", "sukru")
        for down in (False, True)
    }
    monkeypatch.setattr(listing_module, "_WALK_COST", 0)
    monkeypatch.setattr(listing_module, "_SPREAD", spread)
    for (text, down), ids in expected.items():
        page = Listing(office, Person, text=text, order=Order(TITLE, down)).page(2, 9)
        assert [row.id for row in page] == ids[2:11]


@pytest.mark.parametrize("text", ["a", "sukru iz", "IŞIL", "9", "@"])
def test_search_gives_what_the_words_say(office: OfficeFile, text: str) -> None:
    wanted = [fold(word) for word in text.split() if word.isalnum()]
    with office.read() as session:
        expected = {
            one.id
            for one in session.scalars(select(Person))
            if wanted and all(any(w.startswith(word) for w in held_words(one)) for word in wanted)
        }
    assert set(Listing(office, Person, text=text).ids()) == expected


def held_words(one: Person) -> list[str]:
    return fold(f"{one.given_name} {one.family_name} {one.email}").replace("@", " ").replace(".", " ").split()


def test_partners_stand_in_the_order_of_the_turkish_alphabet(office: OfficeFile) -> None:
    rows = Listing(office, Partner).page(0, 50)
    names = [row.cells[0].text for row in rows]
    assert names == [
        "Cizre", "Çankaya", "Ğ", "Iğdır", "Isparta", "İzmir", "Ordu", "Özalp", "Sinop", "Şile", "Urla", "Ünye"
    ]  # fmt: skip
    down = Listing(office, Partner, order=Order(TITLE, True)).page(0, 50)
    assert [row.id for row in down] == [row.id for row in reversed(rows)]


def test_text_columns_sort_by_the_alphabet_with_blanks_last_both_ways(office: OfficeFile) -> None:
    for down in (False, True):
        rows = Listing(office, Person, columns=("given_name",), order=Order("given_name", down)).page(0, 300)
        names = [row.cells[0].text for row in rows]
        filled = [name for name in names if name]
        assert filled == sorted(filled, key=sort_key, reverse=down)
        assert names[len(filled) :] == [""] * (300 - len(filled))
        assert 0 < len(filled) < 300


def test_numbers_and_partial_days_sort_by_value_with_blanks_last(office: OfficeFile) -> None:
    people = Listing(office, Partner, columns=("population",), order=Order("population", True)).page(0, 50)
    counted = [row.cells[0].text for row in people]
    assert counted == sorted((text for text in counted if text), reverse=True) + [""] * counted.count("")
    days = Listing(office, Agreement, columns=("signed_on",), order=Order("signed_on")).page(0, 50)
    assert [row.cells[0].text for row in days] == ["2015"] * 4 + ["Mart 2015"] * 4 + [""] * 4


def test_amounts_sort_by_currency_and_value_not_by_letters(office: OfficeFile) -> None:
    rows = Listing(office, Membership, columns=("dues",), order=Order("dues")).page(0, 9)
    assert [row.cells[0].text for row in rows] == ["30 EUR", "200 TRY", "1.000 TRY"]


def test_choices_sort_by_their_label_in_the_language_spoken(office: OfficeFile) -> None:
    for spoken in ("tr", "en"):
        with speaking(spoken):
            rows = Listing(office, Agreement, columns=("state",), order=Order("state")).page(0, 20)
            labels = [row.cells[0].text for row in rows]
            assert labels == sorted(labels, key=lambda text: sort_key(text, spoken))
            assert len(set(labels)) == 3


def test_links_sort_by_the_title_of_the_other_record(office: OfficeFile) -> None:
    rows = Listing(office, Agreement, columns=("partner_id",), order=Order("partner_id")).page(0, 20)
    names = [row.cells[0].text for row in rows]
    assert names == sorted(names, key=sort_key)


def test_filters_let_through_what_they_name(office: OfficeFile) -> None:
    whole = Listing(office, Person).count()
    parts = [Listing(office, Person, filters={"sex": [one]}).count() for one in ("f", "m", None)]
    assert sum(parts) == whole
    assert all(parts)
    assert Listing(office, Person, filters={"sex": []}).count() == 0
    partner = Listing(office, Partner, text="cankaya").ids()
    assert Listing(office, Agreement, filters={"partner_id": partner}).count() == 1


def test_position_of_what_is_not_in_the_list(office: OfficeFile) -> None:
    assert Listing(office, Person).position("f" * 32) is None
    cizre = Listing(office, Partner, text="cizre")
    assert cizre.position(Listing(office, Partner, text="sinop").ids()[0]) is None


def test_a_page_costs_few_queries_however_many_rows(office: OfficeFile) -> None:
    counts = []
    for size in (4, 80):
        listing = Listing(office, Post, columns=columns_of(Post))
        listing.count()
        statements: list[str] = []

        def note(*call: object, statements: list[str] = statements) -> None:
            statements.append(str(call[2]))

        with office.read() as session:
            engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        try:
            assert len(listing.page(0, size)) == size
        finally:
            event.remove(engine, "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 6


def test_rows_say_country_second_line_and_codes(office: OfficeFile) -> None:
    row = Listing(office, Agreement, text="cankaya").page(0, 1)[0]
    assert row.cells[0].text == "Çankaya"
    assert row.cells[0].country == "DE"
    assert row.second == "Almanya"
    state = default_columns(Agreement).index("state")
    assert row.cells[state].code in ("in_force", "idea", "ended")
    seconds = {one.second for one in Listing(office, Person).page(0, 300)}
    assert seconds == {"", "Belediye başkanı · Çankaya"}
    note = Listing(office, Note).page(0, 1)[0]
    assert note.texts() == ("Not", "12 Mayıs 2027", "Cizre")


@pytest.mark.parametrize("kind", entities(), ids=lambda kind: kind.__name__)
def test_every_entity_is_listed_by_every_column_in_both_languages(
    office: OfficeFile, kind: type[Record]
) -> None:
    for spoken in ("tr", "en"):
        with speaking(spoken):
            assert set(default_columns(kind)) <= set(columns_of(kind))
            for column in columns_of(kind):
                assert heading(kind, column)
                listing = Listing(office, kind, columns=(column,), order=Order(column))
                assert len(listing.page(0, 500)) == listing.count()
            assert first_order(kind).column in columns_of(kind)
            assert kind.__tablename__ in named_by(kind)


def test_nothing_shown_is_an_id_or_none(office: OfficeFile) -> None:
    for kind in entities():
        for row in Listing(office, kind, columns=columns_of(kind)).page(0, 100):
            for text in (*row.texts(), row.second):
                assert "None" not in text
                assert not any(len(word) == 32 and word.isalnum() for word in text.split())


def test_titles_do_not_repeat_in_the_columns_that_come_first(office: OfficeFile) -> None:
    assert default_columns(Person)[0] == TITLE
    assert "family_name" not in default_columns(Person)
    assert default_columns(Visit)[0] == TITLE
    with speaking("en"):
        assert "title_tr" not in default_columns(Visit)
        assert "title_en" in default_columns(Post)


def test_what_is_late_says_so_in_its_row(office: OfficeFile) -> None:
    long_ago = date(2020, 1, 15)
    with office.change("Sample") as session:
        session.add_all(
            [
                Commitment(what_tr="Albüm", due=long_ago),
                Commitment(what_tr="Liste", due=long_ago, state="done"),
                Payment(year=2020, due=long_ago),
            ]
        )
    with speaking("en"):
        rows = Listing(office, Commitment, columns=("what_tr", "state")).page(0, 9)
        (dues,) = Listing(office, Payment, columns=("year", "due")).page(0, 9)
    states = sorted((one.cells[1].text, one.cells[1].code) for one in rows)
    assert states == [("Done", "done"), ("Late", "late")]
    assert (dues.cells[1].text, dues.cells[1].code) == ("15 January 2020 – late", "late")


def test_a_number_under_a_name_says_what_it_counts(office: OfficeFile) -> None:
    with office.change("Sample") as session:
        session.add(TalkingPoint(text_tr="Gençlik değişimi", place=3))
    with speaking("en"):
        (row,) = Listing(office, TalkingPoint).page(0, 9)
    assert row.second == "Order: 3"
