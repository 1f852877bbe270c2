"""Charts: everything is in the drawing, nothing overlaps its edges, every bar can be found."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipdesk.actions.figures import Bar, Figure, Kind, Number, Series
from dipdesk.i18n import speaking
from dipdesk.papers.blocks import Figure as Drawing
from dipdesk.papers.blocks import Label, Line, Rect
from dipdesk.papers.charts import Chart, chart, lines_of
from tests.papers.demo import LONG_NAME
from tests.papers.reading import text_of

WIDTH = 470.0
COUNTS = st.lists(st.lists(st.integers(0, 2000), min_size=3, max_size=3), min_size=1, max_size=30)


def figure(kind: Kind, rows: list[list[int]], labels: list[str] | None = None, currency: str = "") -> Figure:
    """A figure of three series with these numbers."""
    bars = tuple(
        Bar(
            str(number),
            labels[number] if labels else f"Bar {number}",
            tuple(
                Number("relation", tuple(str(n) for n in range(min(count, 3))), Decimal(count))
                for count in row
            ),
        )
        for number, row in enumerate(rows)
    )
    series = tuple(
        Series(str(n), f"Series {n}", colour)
        for n, colour in zip(range(3), ("green", "amber", "red"), strict=True)
    )
    return Figure("test", "Test", "", kind, bars, series[: len(rows[0])], currency)


def words(made: Chart) -> list[str]:
    return [str(shape.text) for shape in made.shapes if isinstance(shape, Label)]


@pytest.mark.parametrize("kind", list(Kind))
@given(rows=COUNTS, width=st.floats(250, 900))
def test_all_of_it_is_in_the_drawing(kind: Kind, rows: list[list[int]], width: float) -> None:
    made = chart(figure(kind, rows), width)
    for shape in made.shapes:
        if isinstance(shape, Rect):
            assert shape.x >= -1e-6
            assert shape.y >= -1e-6
            assert shape.x + shape.width <= width + 1e-6
            assert shape.y + shape.height <= made.height + 1e-6
        elif isinstance(shape, Line):
            assert max(shape.x1, shape.x2) <= width + 1e-6
            assert max(shape.y1, shape.y2) <= made.height + 1e-6
        elif isinstance(shape, Label):
            assert 0 <= shape.y <= made.height + 1e-6


@pytest.mark.parametrize("kind", list(Kind))
@given(rows=COUNTS)
def test_every_number_has_its_own_area(kind: Kind, rows: list[list[int]]) -> None:
    made = chart(figure(kind, rows), WIDTH)
    found = {(area.bar, area.part) for area in made.areas}
    assert found == {(b, p) for b, row in enumerate(rows) for p, count in enumerate(row) if count}
    for one in made.areas:
        for other in made.areas:
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert one is other or across < 1e-6 or down < 1e-6


@given(rows=COUNTS)
def test_lengths_follow_the_numbers(rows: list[list[int]]) -> None:
    made = chart(figure(Kind.BARS, rows), WIDTH)
    longest = max(sum(row) for row in rows)
    for area in made.areas:
        assert area.width == pytest.approx((WIDTH - 202.0) * rows[area.bar][area.part] / longest)


def test_bars_say_what_they_are_and_how_many() -> None:
    made = chart(figure(Kind.BARS, [[12], [3]], ["Almanya", "Gürcistan"]), WIDTH)
    assert {"Almanya", "Gürcistan", "12", "3"} <= set(words(made))


def test_numbers_are_written_as_the_language_writes_them() -> None:
    with speaking("tr"):
        assert "1.533" in words(chart(figure(Kind.BARS, [[1533]]), WIDTH))
        assert "%40" in words(chart(figure(Kind.SHARE, [[2, 3, 0]]), WIDTH))
    with speaking("en"):
        assert "1,533" in words(chart(figure(Kind.BARS, [[1533]]), WIDTH))
        assert "40%" in words(chart(figure(Kind.SHARE, [[2, 3, 0]]), WIDTH))


def test_series_differ_without_colour() -> None:
    made = chart(figure(Kind.SHARE, [[5, 5, 5]]), WIDTH)
    stripes = [shape for shape in made.shapes if isinstance(shape, Line)]
    assert any(line.x1 == line.x2 for line in stripes)
    assert any(line.y1 == line.y2 for line in stripes)
    assert {"Series 0", "Series 1", "Series 2"} <= set(words(made))


@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_any_number_of_columns_fits(count: int) -> None:
    rows = [[number, 1, 0] for number in range(count)]
    made = chart(figure(Kind.COLUMNS, rows or [[0]], [str(1960 + n) for n in range(max(count, 1))]), WIDTH)
    years = [
        shape
        for shape in made.shapes
        if isinstance(shape, Label) and str(shape.text).startswith(("19", "20"))
    ]
    for one, other in pairwise(years):
        assert other.x - one.x > 18 or one.y != other.y


def test_an_axis_has_round_steps() -> None:
    made = chart(figure(Kind.COLUMNS, [[117_500]], currency="TRY"), WIDTH)
    assert {"0", "50,000", "100,000", "150,000"} <= set(words(made))


def test_a_long_label_is_wrapped_and_never_cut() -> None:
    made = chart(figure(Kind.BARS, [[1], [2]], [LONG_NAME, "Kısa"]), WIDTH, [lines_of(LONG_NAME, WIDTH), 1])
    shown = text_of(Drawing(made.width, made.height, made.shapes))
    assert "".join(LONG_NAME.split()) in "".join(shown.split())
    assert lines_of(LONG_NAME, WIDTH) > 1
    assert made.height > chart(figure(Kind.BARS, [[1], [2]]), WIDTH).height


@pytest.mark.parametrize("name", ["<b>Ayşe</b> & Oğulları", "&#x110000;", "=cmd|'/c calc'!A1"])
def test_labels_are_shown_letter_for_letter(name: str) -> None:
    made = chart(figure(Kind.BARS, [[1]], [name]), WIDTH)
    assert name in words(made)
    assert "".join(name.split()) in "".join(text_of(Drawing(made.width, made.height, made.shapes)).split())
