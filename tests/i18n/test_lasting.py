"""Texts that are stored once and told in every language."""

import re
from datetime import date
from pathlib import Path

import pytest

import dipdesk
from dipdesk.i18n import N_, NN_, lasting, lasting_many, speaking, told
from dipdesk.model import Person
from dipdesk.store import history
from dipdesk.store.agenda import recent_steps
from dipdesk.store.office_file import OfficeFile

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


def test_steps_are_told_in_the_language_of_the_screen(office: OfficeFile) -> None:
    with office.change(lasting(N_("{thing} added"), thing=lasting(N_("Person")))) as session:
        person = Person(family_name="Örnek")
        session.add(person)
    assert office.undo() == "Person added"
    assert office.redo_label == "Person added"
    office.redo()
    with speaking("tr"):
        assert office.undo_labels() == ["Kişi eklendi"]
        assert [one.label for one in recent_steps(office.raw, 3)][2] == "Kişi eklendi"
        assert all("Kişi eklendi" in one.label for one in recent_steps(office.raw, 3))
        assert history.history(office, "person", person.id)[-1].step == "Kişi eklendi"


def test_every_step_is_named_by_its_source() -> None:
    sources = Path(dipdesk.__file__).parent.rglob("*.py")
    named = re.compile(r"\.change\(\s*_\(")
    assert [one.name for one in sources if named.search(one.read_text(encoding="utf-8"))] == []
