"""Drawings on paper."""

import pytest

from dipdesk.papers.blocks import Align, Circle, Figure, Grow, Ink, Label, Line, Pair, Polygon, Rect, Rgb
from tests.papers.demo import LONG_NAME
from tests.papers.reading import pages_of, text_of


def test_every_shape_is_drawn() -> None:
    shapes = (
        Line(0, 0, 50, 50, Ink.ACCENT, 1, dashed=True),
        Rect(0, 0, 50, 20, Ink.TINT, Ink.LINE, radius=4),
        Rect(0, 0, 50, 20, Rgb(227, 10, 23), None),
        Circle(20, 20, 5, None, Ink.RED),
        Polygon(((0, 0), (10, 0), (5, 8)), Ink.GREEN, None),
        Label(10, 40, "Masa 1", bold=True, align=Align.CENTRE),
    )
    assert "Masa 1" in text_of(Figure(60, 60, shapes))


@pytest.mark.parametrize("grow", list(Grow))
@pytest.mark.parametrize("room", [12.0, 40.0, 88.0])
def test_a_label_is_never_cut(grow: Grow, room: float) -> None:
    shown = text_of(Figure(200, 600, (Label(100, 300, LONG_NAME, room=room, grow=grow),)))
    assert "".join(LONG_NAME.split()) in "".join(shown.split())


def test_a_label_in_two_languages_shows_both() -> None:
    assert "Ev sahibi Host" in text_of(Figure(200, 90, (Label(10, 40, Pair("Ev sahibi", "Host")),)))


def test_a_drawing_larger_than_a_page_is_made_to_fit() -> None:
    huge = Figure(4000, 9000, (Rect(0, 0, 4000, 9000), Label(2000, 8000, "Kapı", 300)), "Salon")
    assert len(pages_of(huge)) == 1
