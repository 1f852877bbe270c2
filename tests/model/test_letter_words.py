"""The names that letters can hold: declared, open to everybody, enough for every shipped letter."""

import pytest

from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import LetterTemplate, Privacy, entity, fields
from dipdesk.model.letter_words import _REACHABLE, MADE, SUBJECTS, declared, letter_words
from dipdesk.rules.letter_templates import PARTS, letter_keys, shipped_letter


@pytest.mark.parametrize("kind", _REACHABLE)
def test_what_can_be_reached_is_declared_and_open(kind: str) -> None:
    for name in _REACHABLE[kind]:
        for code in LANGUAGES:
            assert declared(kind, name, code).privacy is Privacy.OPEN


def test_nothing_else_can_be_reached() -> None:
    for kind, name in (("person", "born"), ("person", "sex"), ("contact", "text"), ("office", "phone")):
        with pytest.raises(KeyError):
            declared(kind, name)
    every = {name for about in SUBJECTS for name in letter_words(about)}
    assert not [name for name in every if name.endswith((".phone", ".email", ".born", ".sex", ".needs"))]
    assert not set(MADE) - set(_REACHABLE) - {"addressee", "letter"}


@pytest.mark.parametrize("about", SUBJECTS)
def test_every_name_says_what_it_stands_for(about: str) -> None:
    words = letter_words(about)
    assert {"partner.name", "office.name", "addressee.letter", "letter.date"} <= set(words)
    assert any(name.startswith(f"{about}.") for name in words)
    for code in LANGUAGES:
        with speaking(code):
            assert all(word.title().count(": ") >= 1 for word in words.values())
    assert SUBJECTS[about] == entity(about).label[0]


def test_a_text_in_two_languages_is_called_by_the_language_spoken() -> None:
    word = letter_words("visit")["visit.aim"]
    with speaking("en"):
        assert word.title() == "Visit: Aim in English"
    assert word.labels == ("Aim in Turkish", "Aim in English")


@pytest.mark.parametrize("key", letter_keys())
def test_the_checker_finds_nothing_in_a_shipped_letter(key: str) -> None:
    letter = shipped_letter(key)
    assert letter.about in SUBJECTS
    assert [
        f"{code}.{part}: {one.said()}" for code, part, one in letter.findings(letter_words(letter.about))
    ] == []


def test_a_template_has_a_field_for_every_part_in_every_language() -> None:
    names = {one.name for one in fields(LetterTemplate)}
    assert {f"{part}_{code}" for part in PARTS for code in LANGUAGES} <= names
    assert all(one.privacy is Privacy.OPEN for one in fields(LetterTemplate))


def test_findings_stand_at_the_text_in_which_they_are() -> None:
    letter = LetterTemplate(about="visit", concerning_en="{partner.name|'e}", text_tr="{a}\n{visit.start}")
    with speaking("en"):
        assert letter.remarks() == {
            "text_tr": "Paragraph 1: “{a}” is not known.\n"
            "Paragraph 2: “{visit.start}” is not known. Did you mean “{visit.starts}”?",
            "concerning_en": "Paragraph 1: “{partner.name|'e}” has a Turkish suffix, "
            "but the text is English.",
        }
    assert LetterTemplate(about="", text_tr="{a}").remarks() == {}
