"""The names of national anthems: of known countries only, sourced and dated."""

import pytest

from dipdesk.rules import anthems, countries
from dipdesk.rules.sources import shipped

NAMES = shipped("anthems", "names.toml")["names"]


def test_every_country_with_an_anthem_is_known() -> None:
    assert not set(NAMES) - set(countries.codes()) - {"EU"}
    assert all(isinstance(name, str) and name.strip() == name != "" for name in NAMES.values())


@pytest.mark.parametrize(
    ("country", "name"), [("TR", "İstiklal Marşı"), ("de", "Das Lied der Deutschen"), ("XX", ""), ("", "")]
)
def test_an_anthem_is_found_by_its_country(country: str, name: str) -> None:
    assert anthems.anthem(country) == name


def test_the_names_say_where_they_come_from() -> None:
    assert anthems.source().said()
    assert anthems.source().date
    assert anthems.source().state == "unverified"
