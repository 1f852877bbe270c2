"""The limit of the day, the month and the ten days, January, basis; given twice; customs of countries."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import LANGUAGES, fold, speaking
from dipdesk.model.gifts import BASES, GIFT_KINDS
from dipdesk.rules import gifts, gifts_culture, gifts_limits, gifts_memory
from dipdesk.rules.countries import canonical
from dipdesk.rules.gifts import GiftCase
from dipdesk.rules.gifts_limits import Limit, limit_on, own_wage, wage_on
from dipdesk.rules.gifts_memory import Given
from dipdesk.rules.sources import Source, shipped

DAY = date(2026, 5, 31)
FROM_ABROAD = GiftCase(
    "received", "done", DAY, foreign=True, lira=Decimal(400000), has_value=True, value_source="invoice"
)


def limit() -> Limit:
    found = limit_on(DAY)
    assert found is not None
    return found


def duties(case: GiftCase, of: Limit | None = None) -> dict[str, gifts.Advice]:
    return {one.duty: one for one in gifts.advice(case, of)}


# The table of the limit


def test_the_table_fits_its_shape_and_is_in_order() -> None:
    rows = gifts_limits.shipped_wages()
    assert [one.valid_from for one in rows] == sorted({one.valid_from for one in rows})
    for one in rows:
        assert one.source.said()
        assert one.source.date
        assert one.amount is None or one.amount > 0


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2022, 6, 30), "4253"),
        (date(2022, 7, 1), "5500"),
        (date(2024, 12, 31), "17002.12"),
        (date(2026, 1, 1), "28075"),
        (date(2027, 5, 1), None),
        (date(2028, 1, 1), None),
        (date(1990, 1, 1), None),
    ],
)
def test_the_wage_of_a_day(day: date, amount: str | None) -> None:
    found = wage_on(day)
    assert (found.amount if found else None) == (Decimal(amount) if amount else None)


def test_the_limit_is_ten_wages() -> None:
    assert limit().amount == Decimal(280750)


def test_a_row_of_the_office_goes_before_a_shipped_one_and_ends_with_its_year() -> None:
    own = [own_wage(date(2027, 1, 1), Decimal(35000), ""), own_wage(date(2026, 1, 1), None, "later")]
    found = limit_on(date(2027, 6, 1), own)
    assert found is not None
    assert found.amount == Decimal(350000)
    assert found.wage.source.said() == "Entered by the office"
    assert limit_on(date(2028, 1, 1), own) is None
    assert limit_on(DAY, own) == limit()


# What is to be done


def test_a_gift_over_the_limit_is_handed_in_within_a_month() -> None:
    found = duties(FROM_ABROAD, limit())["hand_in"]
    assert found.day == date(2026, 6, 30)
    assert "280,750.00" in found.text
    assert "30 June 2026" in found.text
    assert "28,075.00" in found.reason
    assert "haberturk" in found.reason
    assert found.weight == "must"
    assert "3628" in found.source.said()


@pytest.mark.parametrize("change", [{"is_handed_in": True}, {"is_sent_back": True}, {"foreign": False}])
def test_nothing_is_handed_in_twice_nor_from_home(change: dict[str, bool]) -> None:
    case = GiftCase(**{**FROM_ABROAD.__dict__, **change})
    assert "hand_in" not in duties(case, limit())


def test_the_limit_itself_is_not_over_it() -> None:
    case = GiftCase(**{**FROM_ABROAD.__dict__, "lira": limit().amount})
    found = duties(case, limit())
    assert "hand_in" not in found
    assert found["limit"].weight == "note"
    assert found["limit"].source.state == "unverified"


def test_a_doubtful_value_is_valued_within_ten_days() -> None:
    case = GiftCase("received", "done", DAY, foreign=True)
    assert duties(case, limit())["valuation"].day == date(2026, 6, 10)
    near = GiftCase("received", "done", DAY, foreign=None, lira=Decimal(150000), value_source="estimate")
    assert "valuation" in duties(near, limit())
    small = GiftCase("received", "done", DAY, foreign=True, lira=Decimal(1000), value_source="estimate")
    assert "valuation" not in duties(small, limit())
    valued = GiftCase("received", "done", DAY, foreign=True, valuation_number="12")
    assert "valuation" not in duties(valued, limit())


def test_a_year_without_a_figure_says_so_and_judges_nothing() -> None:
    case = GiftCase(**{**FROM_ABROAD.__dict__, "received_on": date(2028, 3, 1)})
    found = duties(case)
    assert "not entered" in found["limit"].text
    assert "hand_in" not in found


def test_a_value_in_another_currency_is_asked_for_in_lira() -> None:
    case = GiftCase("received", "done", DAY, foreign=True, has_value=True)
    assert "lira" in duties(case, limit())


def test_january_basis_and_inventory() -> None:
    case = GiftCase("received", "done", DAY, foreign=False)
    found = duties(case)
    assert set(found) == {"basis", "january"}
    assert found["january"].day == date(2027, 1, 31)
    assert found["january"].source.state == "unverified"
    kept = GiftCase("received", "done", DAY, foreign=False, basis="contribution", listed_in=2026)
    assert set(duties(kept)) == {"inventory", "announcement"}
    full = GiftCase(
        "received",
        "done",
        DAY,
        foreign=False,
        basis="contribution",
        inventory_number="7",
        is_announced=True,
        listed_in=2026,
    )
    assert not gifts.advice(full, None)
    assert "contribution" in BASES


@pytest.mark.parametrize("case", [GiftCase("given", "done", DAY), GiftCase("received", "planned", DAY)])
def test_what_was_not_received_has_no_duties(case: GiftCase) -> None:
    assert not gifts.advice(case, limit())


@given(st.dates(), st.none() | st.decimals(0, 10**9, places=2), st.sampled_from(["", "estimate", "invoice"]))
def test_every_day_and_value_gives_an_answer_with_source(
    day: date, lira: Decimal | None, source: str
) -> None:
    case = GiftCase("received", "done", day, foreign=True, lira=lira, value_source=source)
    for spoken in LANGUAGES:
        with speaking(spoken):
            for one in gifts.advice(case, limit_on(day)):
                assert one.text
                assert one.reason
                assert one.source.said()
                assert one.source.date
                assert one.day is None or one.day >= min(day, date.max - timedelta(days=1))


def test_every_duty_has_a_source() -> None:
    for name, table in shipped("gifts", "duties.toml").items():
        assert gifts.source_of(name).wording.said("tr") != gifts.source_of(name).wording.said("en")
        assert date.fromisoformat(table["date"])


# Never twice


PLATE = Given("1", ("El yapımı çini tabak", "Handmade tile plate"), "ceramics", "", "ayse", "berlin", DAY)


def test_the_same_article_is_the_same_gift() -> None:
    one = Given("1", ("A",), article_id="x", receiver_id="p")
    two = Given("2", ("B",), article_id="x", receiver_id="p", day=DAY, where="Ziyaret", receiver="Ada")
    (found,) = gifts_memory.repeats(one, [one, two])
    assert found.same_person
    assert found.said() == "Ada was given “B” on 31 May 2026 (Ziyaret)."


@pytest.mark.parametrize(
    ("name", "kind", "same"),
    [
        ("ÇİNİ TABAK", "ceramics", True),
        ("cini tabak, el yapimi", "ceramics", True),
        ("Gümüş tabak", "ceramics", False),
        ("Çini tabak", "book", False),
        ("Çini tabak", "", True),
        ("", "ceramics", False),
    ],
)
def test_likeness_of_names(name: str, kind: str, same: bool) -> None:
    other = Given("2", (name,), kind, "", "ayse", "berlin", DAY)
    assert bool(gifts_memory.repeats(PLATE, [other])) is same


def test_the_person_comes_before_the_body_and_others_do_not_count() -> None:
    body = Given("2", PLATE.names, "ceramics", "", "else", "berlin", date(2027, 1, 1))
    person = Given("3", PLATE.names, "ceramics", "", "ayse", "", date(2020, 1, 1))
    neither = Given("4", PLATE.names, "ceramics", "", "", "", DAY)
    found = gifts_memory.repeats(PLATE, [body, person, neither])
    assert [one.before.row_id for one in found] == ["3", "2"]


# Customs


def test_notes_fit_their_shape() -> None:
    table = shipped("gifts", "culture.toml")
    ids = [one["id"] for one in table["note"]]
    assert len(set(ids)) == len(ids)
    for one in gifts_culture.notes():
        assert one.tag in ("K", "U")
        assert one.source.state == "unverified"
        assert one.source.said()
        assert date.fromisoformat(one.source.date)
        assert one.text.said("tr") != one.text.said("en")
        assert one.kinds <= {*GIFT_KINDS, "*"}
        assert one.kinds or one.words or one.pieces
        assert len(one.kinds) <= 1
        assert len(one.pieces) <= 1
        assert "*" not in one.kinds or not one.words
        assert one.countries
        assert all(code == "*" or canonical(code) == code for code in one.countries | one.not_in)
        assert all(word == fold(word) for word in one.words)


@pytest.mark.parametrize(
    ("country", "kind", "names", "pieces", "expected"),
    [
        ("CN", "clock", (), 1, "clock_chinese"),
        ("cn", "craft", ("Masa saati",), 1, "clock_chinese"),
        ("JP", "ceramics", (), 4, "four_east_asia"),
        ("IN", "leather", (), 1, "leather_hindu"),
        ("SA", "alcohol", (), 1, "alcohol"),
        ("DE", "alcohol", (), 1, "alcohol_ask"),
        ("DE", "flowers", (), 1, "flowers_odd"),
        ("", "knife", (), 1, "knife_anywhere"),
    ],
)
def test_customs_of_countries(
    country: str, kind: str, names: tuple[str, ...], pieces: int, expected: str
) -> None:
    assert expected in [
        one.key for one in gifts_culture.fitting(gifts_culture.notes(), country, kind, names, pieces)
    ]


def test_customs_that_do_not_fit_are_left_out() -> None:
    assert not gifts_culture.fitting(gifts_culture.notes(), "DE", "book", ("Kitap",), 1)
    assert "alcohol_ask" not in [
        one.key for one in gifts_culture.fitting(gifts_culture.notes(), "SA", "alcohol", (), 1)
    ]
    assert isinstance(gifts_culture.notes()[0].source, Source)
