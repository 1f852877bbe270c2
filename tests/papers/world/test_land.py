"""The shipped outlines on the map."""

import pytest

from dipdesk.papers.world import ASPECT, Detail, patches, project
from dipdesk.papers.world.land import pieces
from dipdesk.papers.world.outlines import outlines


@pytest.mark.parametrize("detail", list(Detail))
def test_all_land_is_on_the_map_and_no_line_crosses_it(detail: Detail) -> None:
    for patch in patches(detail):
        assert patch.left >= -1e-9
        assert patch.right <= 1 + 1e-9
        assert patch.top >= -1e-9
        assert patch.bottom <= ASPECT + 1e-9
        for (x, _y), (next_x, _next_y) in zip(
            patch.points, (*patch.points[1:], patch.points[0]), strict=True
        ):
            assert abs(next_x - x) < 0.05


@pytest.mark.parametrize("detail", list(Detail))
def test_places_with_another_standing_are_there_as_shipped(detail: Detail) -> None:
    names = {one.name for one in outlines(detail)}
    assert {"Turkey", "Cyprus", "N. Cyprus", "Kosovo", "Palestine", "Taiwan"} <= names


def _area(ring: tuple[tuple[float, float], ...]) -> float:
    return (
        sum(
            x * next_y - next_x * y
            for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True)
        )
        / 2
    )


def test_a_ring_across_the_date_line_becomes_whole() -> None:
    square = ((170.0, 60.0), (-175.0, 60.0), (-175.0, 70.0), (170.0, 70.0))
    assert [abs(_area(piece)) for piece in pieces(square)] == pytest.approx([150.0])


def test_a_ring_across_the_cut_becomes_two() -> None:
    square = ((-172.4, 0.0), (-162.4, 0.0), (-162.4, 5.0), (-172.4, 5.0))
    assert sorted(abs(_area(piece)) for piece in pieces(square)) == pytest.approx([20.0, 30.0])


def test_a_ring_around_the_pole_is_closed_there() -> None:
    ice = tuple((float(x), -80.0) for x in range(-180, 180, 10))
    assert sum(abs(_area(piece)) for piece in pieces(ice)) == pytest.approx(3600.0)


def test_land_is_where_it_is() -> None:
    """Ankara lies inside a piece of land of the shape of Türkiye."""
    x, y = project(32.85, 39.93)
    around = [patch for patch in patches(Detail.FINE) if _holds(patch.points, x, y)]
    assert len(around) == 1
    left, top = project(26.0, 42.1)
    assert around[0].left == pytest.approx(left, abs=0.01)
    assert around[0].top == pytest.approx(top, abs=0.01)


def _holds(points: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            inside = not inside
    return inside
