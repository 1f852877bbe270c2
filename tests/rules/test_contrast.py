"""Colours that can be read on white."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.rules.contrast import LEAST, WHITE, code, contrast, darkened, is_code, lightened, parts

PART = st.integers(0, 255)
COLOUR = st.tuples(PART, PART, PART)


@pytest.mark.parametrize(
    ("one", "ratio"), [((0, 0, 0), 21.0), (WHITE, 1.0), ((119, 119, 119), 4.48), ((118, 118, 118), 4.54)]
)
def test_contrasts_are_those_of_the_standard(one: tuple[int, int, int], ratio: float) -> None:
    assert contrast(one) == pytest.approx(ratio, abs=0.01)


@given(COLOUR)
def test_a_darkened_colour_can_be_read_and_a_dark_one_stays(colour: tuple[int, int, int]) -> None:
    made = darkened(colour)
    assert contrast(made) >= LEAST
    assert made == colour or contrast(colour) < LEAST


@given(COLOUR)
def test_codes_and_parts_are_the_same(colour: tuple[int, int, int]) -> None:
    assert is_code(code(colour))
    assert parts(code(colour)) == colour


def test_a_tint_lies_between_white_and_the_colour() -> None:
    assert lightened((0, 100, 200), 0.0) == WHITE
    assert lightened((0, 100, 200), 1.0) == (0, 100, 200)
    assert lightened((0, 0, 0), 0.1) == (230, 230, 230)


@pytest.mark.parametrize("text", ["", "red", "#12345", "#1234567", "#GGGGGG", "#12345\n "])
def test_the_rest_is_no_colour(text: str) -> None:
    assert not is_code(text)
