"""Looking at the map: pure numbers."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.gui.map.camera import CLOSEST, Camera
from dipdesk.papers.world import ASPECT, WORLD, Bounds

WINDOWS = st.builds(lambda wide, high: Camera().sized(wide, high), st.floats(200, 4000), st.floats(150, 1500))
PARTS = st.floats(0, 1)


def test_at_first_the_whole_world_is_in_the_window() -> None:
    camera = Camera().sized(1000, 600)
    assert camera.bounds.left <= WORLD.left + 1e-9
    assert camera.bounds.right >= WORLD.right - 1e-9


@given(WINDOWS, PARTS, PARTS, st.floats(1, 60))
def test_the_place_under_the_pointer_stays(camera: Camera, right: float, down: float, closer: float) -> None:
    """Inside the map; at its edges the map is held back."""
    near = camera.zoomed(30).at(0.5, 0.25)
    x, y = near.width * right, near.height * down
    before = near.place(x, y)
    after = near.zoomed(closer, x, y).place(x, y)
    assert isclose(before[0], after[0], abs_tol=1e-9)
    assert isclose(before[1], after[1], abs_tol=1e-9)


@given(WINDOWS, st.lists(st.tuples(st.floats(-5000, 5000), st.floats(-5000, 5000), st.floats(0.01, 100))))
def test_nobody_gets_lost(camera: Camera, moves: list[tuple[float, float, float]]) -> None:
    for right, down, factor in moves:
        camera = camera.moved(right, down).zoomed(factor)
        assert camera.farthest * 0.999 <= camera.scale <= camera.farthest * CLOSEST * 1.001
        assert 0 <= camera.x <= 1
        assert 0 <= camera.y <= ASPECT


@given(WINDOWS, PARTS, PARTS)
def test_places_and_pixels_are_the_same_things(camera: Camera, x: float, y: float) -> None:
    assert isclose(camera.place(*camera.pixel(x, y))[0], x, abs_tol=1e-9)
    assert isclose(camera.place(*camera.pixel(x, y))[1], y, abs_tol=1e-9)


def test_a_part_is_shown_whole() -> None:
    camera = Camera().sized(800, 500).showing(Bounds(0.5, 0.15, 0.6, 0.18))
    assert camera.bounds.left <= 0.5
    assert camera.bounds.right >= 0.6
    assert camera.bounds.top <= 0.15
    assert camera.bounds.bottom >= 0.18


def test_a_window_without_room_does_no_harm() -> None:
    assert Camera().sized(0, 0).zoomed(3).moved(5, 5).scale > 0
