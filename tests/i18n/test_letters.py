"""Sorting, folding and case of Turkish and other letters."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.i18n import fold, lower, sort_key, upper

_TURKISH = [
    "Cizre", "çankaya", "Çorum", "gebze", "Gölcük", "ğa", "hatay", "Iğdır", "ılıca", "ıstanbul", "ISTANBUL",
    "istanbul", "İstanbul", "İzmir", "iznik", "Masa 2", "Masa 10", "Muş", "Oltu", "Ödemiş", "Samsun", "Şile",
    "Urla", "Ünye", "Zara",
]  # fmt: skip


def test_the_turkish_alphabet_orders() -> None:
    shuffled = _TURKISH[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == _TURKISH


def test_countries_in_turkish_order() -> None:
    names = [
        "İsveç",
        "Çekya",
        "Irak",
        "Danimarka",
        "Cezayir",
        "Şili",
        "Sırbistan",
        "Ürdün",
        "Umman",
        "Norveç",
    ]
    wanted = [
        "Cezayir",
        "Çekya",
        "Danimarka",
        "Irak",
        "İsveç",
        "Norveç",
        "Sırbistan",
        "Şili",
        "Umman",
        "Ürdün",
    ]
    assert sorted(names, key=sort_key) == wanted


def test_the_language_matters() -> None:
    assert sorted(["Özbek", "Oz", "Öz", "Pz"], key=lambda one: sort_key(one, "tr"))[0] == "Oz"
    assert sorted(["Öz", "Ox", "Pa"], key=lambda one: sort_key(one, "en")) == ["Ox", "Öz", "Pa"]


def test_other_alphabets_come_after_the_latin_one() -> None:
    assert sorted(["北京", "Αθήνα", "Zürich", "Тирасполь", "Štip"], key=sort_key)[:2] == ["Štip", "Zürich"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ısparta", "ISPARTA"),
        ("isparta", "Isparta"),
        ("IĞDIR", "ığdır"),
        ("igdir", "Iğdır"),
        ("istanbul", "İSTANBUL"),
        ("istanbul", "I\u0307stanbul"),
        ("sukru", "Şükrü"),
        ("diyarbakır", "DİYARBAKIR"),
        ("çankırı", "ÇANKIRI"),
        ("lodz", "Łódź"),
        ("tromso", "Tromsø"),
        ("strasse", "Straße"),
        ("gence", "Gəncə"),
        ("ÜSKÜP", "üskup"),
    ],
)
def test_search_finds_both(typed: str, stored: str) -> None:
    assert fold(typed) == fold(stored)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_keys_are_an_order_and_equal_for_equal_texts(first: str, second: str) -> None:
    assert (sort_key(first) < sort_key(second)) + (sort_key(second) < sort_key(first)) <= 1
    assert sort_key(first) == sort_key(str(first))


@given(st.sampled_from(_TURKISH))
def test_case_goes_there_and_back(text: str) -> None:
    assert lower(upper(lower(text))) == lower(text)


def test_turkish_capitals() -> None:
    assert upper("şişli ılıca ğ") == "ŞİŞLİ ILICA Ğ"
    assert lower("IĞDIR İZMİR") == "ığdır izmir"
    assert upper("Winterberg", "de") == "WINTERBERG"
