"""Countries are found by every name that published lists use for them."""

import re
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules import countries

PUBLISHED = {
    "AE": ["United Arab Emirates"],
    "AL": ["Albania"],
    "AT": ["Austria"],
    "BA": ["Bosna Hersek", "Bosnia and Herzegovina"],
    "BE": ["Belgium"],
    "BG": ["Bulgaria"],
    "CN": ["China"],
    "CY": ["Cyprus", "Kıbrıs"],
    "CZ": ["Czechia"],
    "DE": ["ALMANYA", "Almanya", "Germany"],
    "EG": ["Egypt"],
    "ES": ["Spain"],
    "FI": ["Finland"],
    "FR": ["France"],
    "GR": ["Greece"],
    "HU": ["Hungary"],
    "ID": ["Indonesia"],
    "JO": ["Jordan"],
    "KG": ["KIRGIZ CUMHURİYETİ", "Kyrgyzstan"],
    "KR": ["GÜNEY KORE", "South Korea"],
    "KZ": ["Kazakhstan"],
    "LB": ["Lebanon"],
    "LT": ["Lithuania"],
    "LV": ["Latvia"],
    "LY": ["Libya"],
    "MA": ["Fas", "Morocco"],
    "MD": ["Moldova"],
    "MK": ["MAKEDONYA", "Makedonya", "North Macedonia"],
    "MX": ["Mexico"],
    "MY": ["Malaysia"],
    "NE": ["Niger", "Nijer"],
    "NG": ["NİJERYA FEDERAL CUMHURİYETİ", "Nigeria"],
    "PH": ["FİLİPİNLER", "Philippines"],
    "PK": ["Pakistan"],
    "PL": ["Poland"],
    "PS": ["Palestine"],
    "RO": ["Romania"],
    "RU": ["Russia"],
    "SA": ["Saudi Arabia"],
    "SD": ["Sudan"],
    "SE": ["Sweden"],
    "SY": ["Syria"],
    "TD": ["Chad"],
    "TH": ["Thailand"],
    "TM": ["Turkmenistan"],
    "TR": ["Türkiye"],
    "UA": ["Ukraine", "Ukrayna"],
    "US": ["United States"],
    "XN": ["KKTC", "Northern Cyprus", "Northern Cyprus (TRNC)"],
}
"""Every name of a country in the published lists of sister cities and of a union's partners."""

OTHER_NAMES = {
    "CD": ["Demokratik Kongo Cumhuriyeti", "DR Congo", "Congo, Democratic Republic of the"],
    "CI": ["Fildişi Sahili", "Ivory Coast", "Côte d'Ivoire"],
    "CZ": ["Çek Cumhuriyeti", "Çekya"],
    "DE": ["Federal Republic of Germany", "DEU", "de"],
    "GB": ["İngiltere", "INGILTERE", "UK", "England", "Birleşik Krallık"],
    "IR": ["Iran, Islamic Republic of", "İran İslam Cumhuriyeti"],
    "KR": ["Kore Cumhuriyeti", "Republic of Korea", "Korea, Republic of"],
    "KP": ["Kuzey Kore", "Democratic People's Republic of Korea"],
    "MD": ["Moldova, Republic of"],
    "NL": ["The Netherlands", "Hollanda"],
    "PS": ["Filistin", "State of Palestine", "Palestinian Territories"],
    "TC": ["TC"],
    "TR": ["Turkey", "T.C.", "Türkiye Cumhuriyeti", "TÜRKİYE", "Turkiye"],
    "US": ["ABD", "A.B.D.", "USA", "U.S.A.", "Amerika Birleşik Devletleri"],
    "XK": ["Kosova", "Kosovo", "KOSOVA CUMHURİYETİ"],
    "XN": ["TRNC", "K.K.T.C.", "Kuzey Kıbrıs", "Kuzey Kıbrıs Türk Cumhuriyeti", "KKTC (Kuzey Kıbrıs)"],
}


@pytest.mark.parametrize("names", [PUBLISHED, OTHER_NAMES], ids=["published", "other"])
def test_found_by_name(names: dict[str, list[str]]) -> None:
    assert {code: [countries.find(name) for name in known] for code, known in names.items()} == {
        code: [code] * len(known) for code, known in names.items()
    }


@pytest.mark.parametrize("text", ["", " ", "Atlantis", "ZZ", "EU", "Kongo", "Republic of", "()", ","])
def test_no_wild_guess(text: str) -> None:
    assert countries.find(text) is None


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert countries.find(text) in (None, *countries.codes())


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_usual_and_official_name_finds_its_own_country(language: str) -> None:
    for code in countries.codes():
        assert countries.find(countries.name(code, language)) == code
        assert countries.find(countries.facts(code, language).official_name) == code


def test_codes_are_those_of_iso_and_two_more() -> None:
    exceptional = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    two_letters = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    assert set(countries.codes()) == two_letters - exceptional | {"XN"}
    assert len(countries.codes()) == 249 + 2
    assert list(countries.codes()) == sorted(countries.codes())


@pytest.mark.parametrize(
    ("code", "turkish", "english"),
    [
        ("TR", "Türkiye", "Türkiye"),
        ("XN", "Kuzey Kıbrıs Türk Cumhuriyeti", "Northern Cyprus"),
        ("XK", "Kosova", "Kosovo"),
        ("PS", "Filistin", "Palestine"),
        ("BA", "Bosna Hersek", "Bosnia and Herzegovina"),
        ("HK", "Hong Kong", "Hong Kong"),
        ("KN", "Saint Kitts ve Nevis", "Saint Kitts and Nevis"),
        ("DE", "Almanya", "Germany"),
    ],
)
def test_usual_names(code: str, turkish: str, english: str) -> None:
    assert (countries.name(code, "tr"), countries.name(code, "en")) == (turkish, english)


def test_unknown_code_is_its_own_name_and_has_no_facts() -> None:
    assert countries.name("QQ", "tr") == "QQ"
    assert countries.facts("QQ", "tr") == countries.Facts("QQ", "", (), "", "", "", None)


def test_facts() -> None:
    finland = countries.facts("FI", "tr")
    assert (finland.official_name, finland.capital, finland.languages) == (
        "Finlandiya Cumhuriyeti",
        "Helsinki",
        ("fi", "sv"),
    )
    assert (finland.currency, finland.calling_code, finland.zone) == ("EUR", "358", "Europe/Helsinki")
    assert finland.national_day == countries.NationalDay(12, 6, "Bağımsızlık Günü", "unverified")
    assert countries.facts("MK", "en").capital == "Skopje"
    assert countries.facts("MK", "tr").capital == "Üsküp"
    assert countries.facts("XN", "tr").currency == "TRY"


def test_a_disputed_capital_is_left_to_the_office() -> None:
    assert [countries.facts(code, "tr").capital for code in ("IL", "PS")] == ["", ""]


def test_facts_are_well_formed() -> None:
    for code in countries.codes():
        known = countries.facts(code, "en")
        assert re.fullmatch(r"[A-Z]{3}|", known.currency), code
        assert re.fullmatch(r"\d*", known.calling_code), code
        assert all(re.fullmatch(r"[a-z]{2,3}", language) for language in known.languages), code
        assert not known.zone or ZoneInfo(known.zone), code
        if known.national_day:
            assert 1 <= known.national_day.month <= 12, code
            assert 1 <= known.national_day.day <= 31, code
            assert known.national_day.name, code
