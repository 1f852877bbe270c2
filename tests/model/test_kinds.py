"""Every kind reads what it writes, shows it in both languages, and refuses the rest with a sentence."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.model import entities, fields
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Countries,
    Day,
    Email,
    Flag,
    Kind,
    Languages,
    Money,
    OnMap,
    PartialDay,
    Phone,
    Position,
    Text,
    WallClock,
    WebAddress,
    Whole,
    Words,
    Zone,
)
from dipdesk.model.visit import VISIT_KINDS
from dipdesk.rules.timing import Moment, PartialDate

_EXAMPLES: list[tuple[Kind[Any], str, Any]] = [
    (Text(), "  Iğdır   Belediyesi ", "Iğdır Belediyesi"),
    (Text(long=True), "bir\r\niki", "bir\niki"),
    (Email(), "başkan@şişli.bel.tr", "başkan@şişli.bel.tr"),
    (Phone(), "+90 266 123 45 67", "+90 266 123 45 67"),
    (WebAddress(), "www.nalas.eu", "www.nalas.eu"),
    (Zone(), "europe/istanbul", "Europe/Istanbul"),
    (Words(), "kültür; çevre, kültür", ("kültür", "çevre")),
    (Languages(), "Almanca, en", ("de", "en")),
    (Countries(), "Almanya, kr, Çin", ("DE", "KR", "CN")),
    (Whole(), "1.250.000", 1_250_000),
    (Flag(), "evet", True),
    (Amount(), "1.250,50 EUR", Money(Decimal("1250.50"), "EUR")),
    (Amount(), "12.000 TL", Money(Decimal(12000), "TRY")),
    (OnMap(), "39.65, 27.88", Position(39.65, 27.88)),
    (Day(), "05.03.2015", date(2015, 3, 5)),
    (PartialDay(), "03.2022", PartialDate(2022, 3)),
    (WallClock(), "12.05.2027 10:00 Europe/Berlin", Moment.parse("2027-05-12T10:00 Europe/Berlin")),
    (Choice(VISIT_KINDS), "Visit to us", "inbound"),
]


@pytest.mark.parametrize(("kind", "text", "value"), _EXAMPLES)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_kind_reads_what_it_writes(kind: Kind[Any], text: str, value: Any, language: str) -> None:
    with speaking(language):
        assert kind.parse(text) == value
        assert kind.parse(kind.edit(value)) == value
        assert kind.from_json(kind.to_json(value)) == value
        assert kind.format(value)


@pytest.mark.parametrize("kind", [example[0] for example in _EXAMPLES])
@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", "\ufeff"])
def test_blank_is_the_empty_value_and_shows_as_nothing(kind: Kind[Any], blank: str) -> None:
    assert kind.parse(blank) == kind.empty
    assert kind.format(kind.empty) == ""
    assert kind.format(None) == ""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Text(required=True), "\u00a0 "),
        (Text(most=3), "uzun"),
        (Email(), "at yok"),
        (Phone(), "=cmd|' /C calc'!A0"),
        (WebAddress(), "javascript:alert(1)"),
        (WebAddress(), "file:///etc/passwd"),
        (Zone(), "Mars"),
        (Languages(), "Klingonca"),
        (Countries(), "Atlantis"),
        (Whole(), "1e309"),
        (Whole(), "٣"),
        (Whole(least=1, most=9), "10"),
        (Flag(), "belki"),
        (Amount(), "çok"),
        (Amount(), "10 XQX"),
        (OnMap(), "99, 200"),
        (Day(), "31.02.2026"),
        (Day(), "2022"),
        (PartialDay(), "NaN"),
        (WallClock(), "yarın"),
        (Choice(VISIT_KINDS), "başka"),
    ],
)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_rest_is_refused_with_a_sentence(kind: Kind[Any], text: str, language: str) -> None:
    with speaking(language), pytest.raises(Invalid) as caught:
        kind.parse(text)
    assert caught.value.sentence.endswith(".")


@given(st.text())
def test_any_text_is_taken_as_text_without_control_characters(text: str) -> None:
    kind = Text(long=True)
    taken = kind.parse(text)
    assert taken is not None
    assert not any(ord(char) < 32 and char not in "\n\t" for char in taken)
    assert kind.parse(taken) == taken


def test_markup_stays_as_it_was_typed() -> None:
    for text in ("<b>Ayşe</b> Yılmaz", "Smith & Oğulları; AT&T &copy; &#0;", "'; DROP TABLE contact;--"):
        assert Text().parse(text) == text


def test_choices_are_read_in_both_languages_and_by_code() -> None:
    for text in ("inbound", "Visit to us", "Bize ziyaret", "BİZE ZİYARET"):
        assert Choice(VISIT_KINDS).parse(text) == "inbound"


def test_every_field_has_a_label_and_only_the_registers_it_should() -> None:
    for kind in entities():
        names = [one.name for one in fields(kind)]
        assert names, kind
        assert all(one.label for one in fields(kind))
        assert set(kind.columns) <= {one.name for one in fields(kind) if one.listed}, kind


def test_a_long_list_of_choices_is_refused_in_one_short_sentence() -> None:
    kind = Choice({f"c{number}": f"Member {number}" for number in range(40)} | {"mayor": "Lord mayor"})
    with pytest.raises(Invalid) as told:
        kind.parse("mayor of nowhere")
    assert len(told.value.sentence) < 160
    assert "41 choices" in told.value.sentence
    assert told.value.sentence.index("Lord mayor") < told.value.sentence.index("Member")
