"""Label sheets: nothing overlaps, nothing leaves the paper, whatever the size."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.rules.label_sheets import A4, FOLDER, LabelSheet, cut_from_a4, folded, label_sheet
from dipdesk.rules.sources import shipped

KEYS = sorted(path.stem for path in paths.resources(FOLDER).glob("*.toml"))


def is_sound(sheet: LabelSheet) -> bool:
    boxes = [(x, y, x + sheet.width, y + sheet.height) for x, y in sheet.places]
    inside = all(
        min(box) >= 0 and box[2] <= sheet.page_width + 0.02 and box[3] <= sheet.page_height + 0.02
        for box in boxes
    )
    apart = all(
        one[2] <= two[0] + 0.02
        or two[2] <= one[0] + 0.02
        or one[3] <= two[1] + 0.02
        or two[3] <= one[1] + 0.02
        for one, two in combinations(boxes, 2)
    )
    return inside and apart


@pytest.mark.parametrize("key", KEYS)
def test_a_shipped_sheet_is_sound_and_says_where_it_is_from(key: str) -> None:
    sheet = label_sheet(key)
    assert is_sound(sheet)
    assert len(sheet.places) == sheet.columns * sheet.rows
    assert sheet.source.date >= "2026"
    for code in ("tr", "en"):
        assert sheet.name.said(code)
        assert sheet.source.wording.said(code)
    assert str(len(sheet.places)) in sheet.name.said("en")


@pytest.mark.parametrize("key", KEYS)
def test_the_margins_of_a_shipped_sheet_are_equal_on_both_sides(key: str) -> None:
    sheet = label_sheet(key)
    right = sheet.page_width - sheet.places[-1][0] - sheet.width
    bottom = sheet.page_height - sheet.places[-1][1] - sheet.height
    assert abs(right - sheet.left) < 0.2
    assert abs(bottom - sheet.top) < 0.2


def test_the_usual_sizes_are_shipped() -> None:
    sizes = {(one.width, one.height) for one in map(label_sheet, KEYS)}
    assert {(70, 37), (63.5, 38.1), (99.1, 38.1), (99.1, 67.7), (90, 54), (85, 55), (105, 74)} <= sizes


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"pitch_across": 50.0}, "pitch_across"),
        ({"rows": 9}, "width"),
        ({"left": 1.0}, "width"),
        ({"width": 0}, "width"),
        ({"width": "70"}, "width"),
        ({"columns": True}, "columns"),
        ({"columns": 0}, "columns"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(changed: dict[str, Any], place: str) -> None:
    table = {**shipped(FOLDER, "a4_3x8_70x37.toml"), **changed}
    with pytest.raises(Invalid) as trouble:
        LabelSheet.read("own", table)
    assert trouble.value.place == place


@given(st.floats(10, 420), st.floats(10, 420))
def test_a_card_of_any_size_is_cut_from_paper(width: float, height: float) -> None:
    assert is_sound(cut_from_a4(width, height))


def test_paper_is_turned_where_that_gives_more() -> None:
    assert (cut_from_a4(90, 54).columns, cut_from_a4(90, 54).rows) == (2, 5)
    lying = cut_from_a4(270, 90)
    assert (lying.page_width, lying.page_height, lying.rows) == (297, 210, 2)
    full = cut_from_a4(*A4)
    assert (full.left, full.top, full.places) == (0, 0, ((0, 0),))


def test_a_booklet_of_eight_pages_is_printed_on_two_sheets() -> None:
    assert folded(4) == ((3, 0), (1, 2))
    assert folded(8) == ((7, 0), (1, 6), (5, 2), (3, 4))
    assert folded(0) == ()


@given(st.integers(0, 40))
def test_every_page_of_a_booklet_is_printed_once_behind_its_neighbour(sheets: int) -> None:
    sides = folded(4 * sheets)
    assert sorted(page for side in sides for page in side) == list(range(4 * sheets))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert front[1] + 1 == back[0]
        assert back[1] + 1 == front[0]
