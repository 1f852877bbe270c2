"""Texts that are stored once and told in every language."""

from datetime import date

import pytest

from dipdesk.i18n import N_, NN_, lasting, lasting_many, speaking, told

DAY = date(2027, 5, 12)


def test_a_text_is_told_in_the_language_of_now() -> None:
    stored = lasting(N_("{thing} added"), thing=lasting(N_("Person")))
    assert told(stored) == "Person added"
    with speaking("tr"):
        assert told(stored) == "Kişi eklendi"


def test_days_and_typed_words_are_told_too() -> None:
    stored = lasting(N_("{record}: put off until {day}"), record="{day} \x41ğaç", day=DAY)
    assert told(stored) == "{day} Ağaç: put off until 12 May 2027"
    with speaking("tr"):
        assert "12 Mayıs 2027" in told(stored)


@pytest.mark.parametrize(("count", "said"), [(1, "1 person"), (3, "3 people")])
def test_the_form_goes_with_the_count(count: int, said: str) -> None:
    stored = lasting_many(NN_("{count} person", "{count} people"), count)
    assert told(stored) == said
    with speaking("tr"):
        assert told(stored) == f"{count} kişi"


def test_a_step_told_within_another() -> None:
    stored = lasting(N_("Undo: {step}"), step=lasting(lasting(N_("{thing} added"), thing=lasting("Person"))))
    with speaking("tr"):
        assert "Kişi eklendi" in told(stored)


@pytest.mark.parametrize("old", ["", "Ziyaret: program kaydı", "50 % {x} done", "a {b.__class__} c"])
def test_what_was_stored_in_words_stays(old: str) -> None:
    for language in ("tr", "en"):
        with speaking(language):
            assert told(old) == old


@pytest.mark.parametrize("rest", ["", "{", "[1]", "null", '{"thing": {"day": "x"}}', '{"forms": "b"}'])
def test_what_is_broken_is_told_as_far_as_it_goes(rest: str) -> None:
    assert told(f"{{thing}} added\x1f{rest}").endswith(("added", "b"))
