"""The table of actions: complete, without clashes, and typable on Turkish keyboards."""

import re

import pytest
from PySide6.QtGui import QKeySequence

from dipdesk.gui.actions import ACTIONS, MENUS
from dipdesk.gui.desk import Desk
from dipdesk.gui.icons import icon_names
from dipdesk.gui.places import FOOT, PLACES
from dipdesk.i18n import LANGUAGES, _, speaking
from dipdesk.model import entities, entity_name

_ALTGR_ON_TURKISH_Q = "@#${[]}\\|~€"


def test_ids_are_unique_and_everything_stands_in_a_menu() -> None:
    ids = [one.id for one in ACTIONS]
    assert len(ids) == len(set(ids))
    assert {one.menu for one in ACTIONS} == {name for name, _label in MENUS}


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for one in ACTIONS for key in one.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_no_key_needs_altgr() -> None:
    for one in ACTIONS:
        for key in one.keys:
            assert not set(key.split("+")[-1]) & set(_ALTGR_ON_TURKISH_Q), one.id
            assert "Ctrl+Alt" not in key, one.id


def test_every_icon_was_drawn() -> None:
    assert {one.icon for one in ACTIONS if one.icon} <= icon_names()
    assert {place.icon for place in (*PLACES, *FOOT)} <= icon_names()


def test_actions_are_found_in_turkish_and_in_english() -> None:
    for one in ACTIONS:
        if not one.id.startswith("place."):
            assert re.search(r"\w", one.words), one.id


def test_places_are_called_as_their_entities() -> None:
    labels = {entity_name(kind): kind.label[1] for kind in entities()}
    named = [place for place in PLACES if place.key in labels]
    assert len(named) > len(PLACES) / 2
    for place in named:
        if place.key != "programme_item":
            assert place.label == labels[place.key]


def test_every_action_can_be_done_and_every_verb_is_in_the_table(desk: Desk) -> None:
    assert desk.rooms is not None
    verbs = desk.rooms.verbs
    assert [one.id for one in ACTIONS if not verbs.knows(one.id)] == []
    assert verbs.names() <= {one.id for one in ACTIONS}


def test_no_menu_is_higher_than_a_small_screen_and_no_two_entries_say_the_same(desk: Desk) -> None:
    for menu in desk.window.menus.values():
        texts = [one.text() for one in menu.actions() if not one.isSeparator()]
        assert len(texts) == len(set(texts))
        assert len(menu.actions()) <= 25, menu.title()
        assert menu.sizeHint().height() < 700, menu.title()
    places = {f"place.{place.key}" for place in (*PLACES, *FOOT)}
    shown = {one.objectName() for menu in desk.window.menus.values() for one in menu.actions()}
    assert places <= shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_has_a_letter_of_its_own_and_every_action_its_own_words(language: str) -> None:
    with speaking(language):
        labels = [_(label) for _name, label in MENUS]
        letters = [label[label.index("&") + 1].casefold() for label in labels]
        assert len(letters) == len(set(letters))
        for name, _label in MENUS:
            words = [_(one.label) for one in ACTIONS if one.menu == name]
            assert len(words) == len(set(words)), name
