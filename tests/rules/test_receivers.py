"""Receivers of copies: every shipped one is whole, dated and sourced; fields it names exist."""

import pytest

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.model import entity, field_of
from dipdesk.rules.receivers import Receiver, receiver

KEYS = sorted(path.stem for path in paths.resources("receivers").glob("*.toml"))


@pytest.mark.parametrize("key", KEYS)
def test_every_shipped_receiver_is_whole(key: str) -> None:
    one = receiver(key)
    assert one.name.said("tr") != one.name.said("en")
    assert one.source.said()
    assert one.source.date
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
