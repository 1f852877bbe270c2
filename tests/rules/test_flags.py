"""Flags: the worked examples, both views, every setting, and what is refused."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.rules.flags import POLICIES, SETTINGS, Policy, Setting, flag_name, flags

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))["flags"]
CODES = {"Türkiye": "TR", "Almanya": "DE", "Fransa": "FR", "Bulgaristan": "BG", "Çin": "CN"}
CASES = [(size, policy) for size, policies in VECTORS.items() for policy in policies]


@pytest.mark.parametrize(("size", "policy"), CASES)
def test_worked_examples(size: str, policy: Policy) -> None:
    expected = [CODES[name] for name in VECTORS[size][policy]]
    plan = flags(sorted(set(expected)), policy, "tr")
    assert list(plan.hall) == expected
    assert list(plan.stage) == expected[::-1]
    assert plan.pick_list == Counter(expected)
    assert plan.because


def test_others_follow_the_nations() -> None:
    plan = flags(["TR", "DE", "FR"], "TUZUK", "tr", others=["city:Bursa", "EU", "network:UCLG", "UN"])
    assert plan.hall == ("TR", "DE", "FR", "EU", "UN", "city:Bursa", "network:UCLG")


def test_eu_order_by_own_names_then_guests() -> None:
    plan = flags(["TR", "GR", "DE", "AT", "BG", "GB"], "EU", "tr", others=["EU"])
    assert plan.hall == ("BG", "DE", "GR", "AT", "GB", "TR", "EU")


def test_un_order_by_official_english_names() -> None:
    plan = flags(["TR", "US", "KR", "GB", "DE", "RU"], "UN", "tr")
    assert plan.hall == ("DE", "KR", "RU", "TR", "GB", "US")


def test_centre_english_says_that_sources_conflict() -> None:
    plan = flags(["TR", "GR", "DE"], "CENTRE_ENGLISH", "tr")
    assert plan.hall == ("DE", "TR", "GR")
    assert plan.source.state == "conflicting"


def test_settings() -> None:
    assert flags(["TR", "DE"], "TUZUK", "tr", setting="table").hall == ("DE", "TR")
    assert flags(["TR", "DE", "FR"], "TUZUK", "tr", setting="table").hall == ("TR", "DE", "FR")
    assert flags(["DE", "TR"], "TUZUK", "tr", setting="crossed").hall == ("TR", "DE")
    assert flags(["TR", "DE", "FR"], "TUZUK", "tr", setting="semicircle").hall == ("DE", "TR", "FR")
    assert flags(["TR", "DE"], "TUZUK", "tr", setting="car").hall == ("TR", "DE")


@pytest.mark.parametrize(
    ("countries", "others", "host", "setting", "place"),
    [
        (["TR", "QQ"], [], "TR", "poles", "countries[1]"),
        (["TR", "KKTC", "TRNC"], [], "TR", "poles", "countries[2]"),
        (["TR"], ["NATO"], "TR", "poles", "others[0]"),
        (["TR"], ["EU", "city:"], "TR", "poles", "others[1]"),
        (["TR"], ["EU", "EU"], "TR", "poles", "others[1]"),
        (["TR"], [], "??", "poles", "host"),
        (["TR", "DE", "FR"], [], "TR", "crossed", "countries"),
        (["TR"], [], "TR", "crossed", "countries"),
        (["TR", "DE", "FR"], [], "TR", "car", "countries"),
    ],
)
def test_refused_with_the_place(
    countries: list[str], others: list[str], host: str, setting: Setting, place: str
) -> None:
    with pytest.raises(Invalid) as trouble:
        flags(countries, "TUZUK", "en", others=others, host=host, setting=setting)
    assert trouble.value.place == place


def test_no_flag_and_one_flag() -> None:
    assert flags([], "TUZUK", "tr").hall == ()
    for policy in POLICIES:
        assert flags(["TR"], policy, "tr").hall == ("TR",)


def test_warnings() -> None:
    assert flags(["TR", "DE", "FR"], "TUZUK", "tr").warnings == ()
    assert len(flags(["DE", "FR"], "TUZUK", "en").warnings) == 1
    assert "Northern Cyprus" in flags(["TR", "KKTC"], "TUZUK", "en").warnings[0]
    assert len(flags(["TR", "DE"], "TUZUK", "en", host="DE").warnings) == 1
    assert len(flags(["TR", "DE"], "LEFTMOST_REPEAT", "en").warnings) == 1


def test_names_of_flags() -> None:
    assert flag_name("EU", "en") == "European Union"
    assert flag_name("city:Bursa", "tr") == "Bursa"
    assert flag_name("CN", "tr") == "Çin"


@given(
    st.lists(st.sampled_from(["TR", "DE", "BG", "FR", "CN", "XN", "XK", "PS", "GR"]), unique=True),
    st.sampled_from(POLICIES),
    st.sampled_from(["tr", "en"]),
    st.sampled_from(SETTINGS),
)
def test_every_flag_hangs_once_and_the_stage_mirrors_the_hall(
    countries: list[str], policy: Policy, language: str, setting: Setting
) -> None:
    try:
        plan = flags(countries, policy, language, setting=setting)
    except Invalid:
        assert (setting == "crossed" and len(countries) != 2) or (setting == "car" and len(countries) > 2)
        return
    assert plan.stage == plan.hall[::-1]
    assert set(plan.hall) == set(countries)
    assert set(plan.pick_list) == set(countries)
    assert sum(plan.pick_list.values()) == len(plan.hall)
    again = flags(countries[::-1], policy, language, setting=setting)
    assert again.hall == plan.hall
