"""Which part of the world a country lies in."""

from collections import Counter

from dipdesk.rules import countries, regions
from dipdesk.rules.sources import shipped


def test_every_country_lies_in_exactly_one_part() -> None:
    listed = Counter(code for some in shipped("regions.toml")["parts"].values() for code in some)
    assert set(listed) == set(countries.codes())
    assert set(listed.values()) == {1}


def test_parts_are_named_in_both_languages() -> None:
    assert regions.region_name(regions.region("TR"), "tr") == "Batı Asya"
    assert regions.region_name(regions.region("DE"), "en") == "Western Europe"
    for part in shipped("regions.toml")["parts"]:
        for language in ("tr", "en"):
            assert regions.region_name(part, language) != part


def test_countries_outside_the_list_stand_with_their_neighbours() -> None:
    assert regions.region("XN") == regions.region("CY") == "145"
    assert regions.region("xk") == "039"
    assert regions.region("??") == ""


def test_the_source_is_told() -> None:
    assert "M49" in regions.source().said()
