"""Layouts of cards: the shipped ones are sound, what an office kept is read back, nothing else is."""

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.errors import Invalid
from dipdesk.model.composing import CARD_USES
from dipdesk.rules.card_layouts import (
    ALIGNS,
    KINDS,
    LANGUAGES,
    Element,
    Layout,
    elements_of,
    layout_keys,
    packed,
    shipped_layout,
)
from dipdesk.rules.label_sheets import label_sheet

elements = st.builds(
    Element,
    kind=st.sampled_from(sorted(KINDS)),
    x=st.floats(-50, 300),
    y=st.floats(-50, 300),
    width=st.floats(0, 400),
    height=st.floats(0, 400),
    size=st.floats(0, 300),
    bold=st.booleans(),
    align=st.sampled_from(sorted(ALIGNS)),
    language=st.sampled_from(sorted(LANGUAGES)),
    text_tr=st.text(max_size=20),
)


@pytest.mark.parametrize("key", layout_keys())
def test_a_shipped_layout_is_sound(key: str) -> None:
    layout = shipped_layout(key)
    assert layout.use in CARD_USES
    assert layout.source.date >= "2026"
    assert layout.name.said("tr") != layout.name.said("en")
    for one in layout.elements:
        assert one == one.within(layout.width, layout.height)
    if layout.sheet:
        sheet = label_sheet(layout.sheet)
        assert (sheet.width, sheet.height) == (layout.width, layout.height)


@pytest.mark.parametrize("key", layout_keys())
def test_the_elements_of_a_shipped_layout_do_not_overlap(key: str) -> None:
    for one, two in combinations(shipped_layout(key).elements, 2):
        beside = one.x + one.width <= two.x + 0.01 or two.x + two.width <= one.x + 0.01
        below = one.y + one.height <= two.y + 0.01 or two.y + two.height <= one.y + 0.01
        assert beside or below, (one, two)


def test_layouts_of_a_use() -> None:
    assert set(layout_keys("badge")) >= {"badge", "badge_bilingual"}
    assert set(layout_keys("sign")) >= {"door_sign", "car_sign", "seat_sign"}
    assert layout_keys("label") == ("address_label",)


@given(st.lists(elements, max_size=6))
def test_what_is_kept_is_read_back_on_the_card(some: list[Element]) -> None:
    placed = tuple(one.within(90, 54) for one in some)
    for one in placed:
        assert 0 <= one.x <= one.x + one.width <= 90.11
        assert 0 <= one.y <= one.y + one.height <= 54.11
    assert elements_of(packed(placed), 90, 54) == placed


def test_own_words_stand_in_for_the_other_language() -> None:
    one = Element("text", 0, 0, 9, 9, text_tr="Ayrılmıştır")
    assert one.words("en") == one.words("tr") == "Ayrılmıştır"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"a": 1}',
        "[1]",
        '[{"kind": "name"}]',
        '[{"kind": "virus", "x": 1, "y": 1, "width": 1, "height": 1}]',
        '[{"kind": "name", "x": "1", "y": 1, "width": 1, "height": 1}]',
        '[{"kind": "name", "x": NaN, "y": 1, "width": 1, "height": 1}]',
        '[{"kind": "name", "x": 1, "y": 1, "width": 1, "height": 1, "colour": "red"}]',
        '[{"kind": ["name"], "x": 1, "y": 1, "width": 1, "height": 1}]',
        json.dumps([{"kind": "line", "x": 1, "y": 1, "width": 1, "height": 1}] * 61),
    ],
)
def test_what_is_no_layout_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Invalid) as trouble:
        elements_of(text, 90, 54)
    assert trouble.value.place.startswith("elements")


@pytest.mark.parametrize("changed", [{"width": 0}, {"height": "54"}, {"elements": "none"}, {"state": "sure"}])
def test_a_file_that_is_no_layout_is_refused(changed: dict[str, Any]) -> None:
    table = {"name": "x", "width": 90, "height": 54, "state": "unverified", **changed}
    with pytest.raises(Invalid):
        Layout.read("own", table)
