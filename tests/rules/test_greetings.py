"""Words of courtesy and emergency numbers: every shipped file fits its shape."""

import re

import pytest

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import language_name
from dipdesk.rules import emergency
from dipdesk.rules.countries import codes
from dipdesk.rules.greetings import FOLDER, OCCASIONS, Courtesy, courtesy

LANGUAGES = sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml"))
_TURKISH = re.compile(r"[a-zçğıöşüñ’ -]+")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_all_words(code: str) -> None:
    found = courtesy(code)
    assert found is not None
    assert [one.occasion for one in found.words] == list(OCCASIONS)
    assert all(one.text.strip() and _TURKISH.fullmatch(one.sound) for one in found.words)
    assert found.source.date
    assert found.source.state == "unverified"
    assert found.source.said()
    assert language_name(code, "en") != code


@pytest.mark.parametrize("code", ["xx", "", "../office", "tr"])
def test_other_languages_have_none(code: str) -> None:
    assert courtesy(code) is None


def test_a_word_that_is_missing_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        Courtesy.read({"state": "unverified", "words": {"welcome": {"text": "Hi", "said": "hay"}}})
    assert caught.value.place == "words.morning"


def test_emergency_numbers_are_numbers_of_countries() -> None:
    known = [code for code in codes() if emergency.numbers(code)]
    assert len(known) > 60
    assert emergency.numbers("TR") == {"general": "112"}
    for code in known:
        assert all(number.isdigit() for number in emergency.numbers(code).values()), code
    assert emergency.numbers("") == {}
    assert emergency.source().state == "unverified"
    assert emergency.source().date
