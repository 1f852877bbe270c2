"""Values at the edge of what can be typed: read right, or refused with a sentence, never a traceback."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, sort_key, speaking
from dipdesk.model import entities, fields
from dipdesk.model.kinds import Amount, Choice, Money, PartialDay, WallClock


@pytest.mark.parametrize(
    "text", ["00.00.2020", "0.2020", "2020-00", "2020-00-00", "2020-05-00", "00.05.2020"]
)
def test_a_month_or_day_of_zero_is_no_date(text: str) -> None:
    with pytest.raises(Invalid):
        PartialDay().parse(text)


def test_a_clock_has_room_for_what_comes_after() -> None:
    kind = WallClock()
    with pytest.raises(Invalid):
        kind.parse("31.12.9999 23:30")
    latest = kind.parse("31.12.9998 23:30 America/Los_Angeles")
    assert latest is not None
    assert str(latest.after(600)) == "9999-01-01T09:30 America/Los_Angeles"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0,125 KWD", "0.125"),
        ("1250.505 KWD", "1250.505"),
        ("1.250 EUR", "1250"),
        ("1.250,505 KWD", "1250.505"),
        ("12,345,678 EUR", "12345678"),
        ("1.250,50 EUR", "1250.50"),
        ("-1.250 EUR", "-1250"),
    ],
)
def test_three_digits_are_thousands_only_where_they_can_be(text: str, amount: str) -> None:
    read = Amount().parse(text)
    assert read is not None
    assert read.amount == Decimal(amount)


def test_an_amount_that_nobody_has_is_refused() -> None:
    with pytest.raises(Invalid):
        Amount().parse("9" * 16 + " EUR")
    most = Amount().parse("9" * 15 + ",99 EUR")
    assert Amount().format(most)


@given(
    units=st.integers(-(10**15) + 1, 10**15 - 1), places=st.integers(0, 5), spoken=st.sampled_from(LANGUAGES)
)
def test_an_amount_is_read_back_from_its_editor(units: int, places: int, spoken: str) -> None:
    value = Money(Decimal(units).scaleb(-places), "EUR")
    with speaking(spoken):
        assert Amount().parse(Amount().edit(value)) == value


@given(cents=st.integers(-(10**16), 10**16), spoken=st.sampled_from(LANGUAGES))
def test_an_amount_is_read_back_as_it_is_shown(cents: int, spoken: str) -> None:
    value = Money(Decimal(cents).scaleb(-2), "TRY")
    with speaking(spoken):
        assert Amount().parse(Amount().show(value)) == value


@pytest.mark.parametrize("text", ["1250,50", "1250.50", "1.250,50", "1250,50 TL", "1250,50tl", "1250,50 ₺"])
def test_an_amount_without_a_currency_is_one_in_that_of_the_office(text: str) -> None:
    value = Amount().typed(text)
    assert value == Money(Decimal("1250.50"), "TRY")
    for spoken, written in {"tr": "1.250,50 TRY", "en": "1,250.50 TRY"}.items():
        with speaking(spoken):
            assert Amount().edit(value) == Amount().format(value) == Amount().example == written


def test_a_list_says_in_which_currency_its_amounts_are() -> None:
    with pytest.raises(Invalid):
        Amount().parse("1250,50")


def test_numbers_of_any_length_have_a_place_in_the_alphabet() -> None:
    assert sort_key("9" * 5000)
    assert sort_key("masa 2") < sort_key("masa 10") < sort_key("masa 011")
    assert sort_key("masa \u0662") == sort_key("masa 2")


@pytest.mark.parametrize("code", ["", "of_a_newer_version", None])
def test_a_choice_that_is_unknown_spoils_no_title(code: str | None) -> None:
    for kind in entities():
        choices = {one.name: code for one in fields(kind) if isinstance(one.kind, Choice)}
        record = kind(**choices)
        assert isinstance(record.title(), str)
        assert all(record.derived())
