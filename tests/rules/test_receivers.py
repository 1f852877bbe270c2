"""Receivers of copies: every shipped one is whole, dated and sourced; fields it names exist."""

import pytest

from dipdesk import paths
from dipdesk.errors import Invalid, Known
from dipdesk.i18n import LANGUAGES
from dipdesk.model import entity, field_of
from dipdesk.papers.registry import paper
from dipdesk.rules.receivers import Receiver, named, receiver

KEYS = sorted(path.stem for path in paths.resources("receivers").glob("*.toml"))


@pytest.mark.parametrize("key", KEYS)
def test_every_shipped_receiver_is_whole(key: str) -> None:
    one = receiver(key)
    assert one.name.said("tr") != one.name.said("en")
    assert one.source.said()
    assert one.source.date
    assert all(paper(name) for name in one.papers)
    for name in one.also:
        kind, _dot, field = name.partition(".")
        assert field_of(entity(kind), field).privacy.value not in one.shows


def test_nobody_outside_sees_all_sensitive_values() -> None:
    assert all("sensitive" not in receiver(key).shows for key in KEYS)


def test_the_kitchen_sees_meals_and_no_passport() -> None:
    kitchen = receiver("kitchen")
    assert kitchen.may_see("delegation_member", "meals", "sensitive")
    assert not kitchen.may_see("delegation_member", "passport", "sensitive")
    assert not kitchen.may_see("delegation_member", "phone", "contact")


def test_an_unknown_class_is_refused_with_its_place() -> None:
    with pytest.raises(Invalid) as trouble:
        Receiver.read("x", {"state": "verified", "shows": ["everything"]})
    assert trouble.value.place == "shows"


def test_a_receiver_gets_at_least_one_paper() -> None:
    with pytest.raises(Invalid) as trouble:
        Receiver.read("x", {"state": "verified", "shows": ["open"], "papers": []})
    assert trouble.value.place == "papers"


def test_the_register_of_gifts_is_nobody_elses_business() -> None:
    assert not [key for key in KEYS if receiver(key).may_get("gift_register")]
    assert [key for key in KEYS if receiver(key).may_get("rooming_list")] == ["hotel", "partner", "security"]


@pytest.mark.parametrize("key", KEYS)
def test_a_receiver_is_found_by_key_and_name(key: str) -> None:
    for words in (key, *(receiver(key).name.said(code) for code in LANGUAGES)):
        assert named(f" {words.upper()} ") == receiver(key)
    assert named("Ayşe Örnek") is None


def test_an_unknown_receiver_is_told() -> None:
    with pytest.raises(Known, match="neighbour"):
        receiver("neighbour")
