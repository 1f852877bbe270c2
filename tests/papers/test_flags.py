"""Flags on paper: every country has its picture; a city gets a plain field with its name."""

import pytest

from dipdesk.papers.blocks import Image, Label, Rect
from dipdesk.papers.ceremony.flag_plan import row_figure
from dipdesk.papers.flags import flag_picture, flag_shapes
from dipdesk.papers.style import COLUMN
from dipdesk.rules.countries import codes


@pytest.mark.parametrize("code", [*codes(), "EU", "UN"])
def test_every_flag_has_a_picture(code: str) -> None:
    found = flag_picture(code)
    assert found is not None
    assert found.startswith(b"\x89PNG")


def test_a_city_has_a_field_with_its_name() -> None:
    shapes = flag_shapes("city:Bursa", 0, 0, 90, "tr")
    assert [type(shape) for shape in shapes] == [Rect, Label]
    assert isinstance(shapes[1], Label)
    assert shapes[1].text == "Bursa"
    assert flag_picture("../x") is None


@pytest.mark.parametrize("number", [0, 1, 2, 7, 12, 40])
def test_a_row_is_never_wider_than_the_column(number: int) -> None:
    figure = row_figure(codes()[:number], "en")
    assert figure.width <= COLUMN + 0.01
    assert sum(isinstance(shape, Image) for shape in figure.shapes) == number
