"""From the globe to the map."""

from math import cos, isclose, radians

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.papers.world import ASPECT, project

LONGITUDES = st.floats(-180, 180)
LATITUDES = st.floats(-89.9, 89.9)


@given(LONGITUDES, LATITUDES)
def test_every_place_is_on_the_map(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert -1e-9 <= x <= 1 + 1e-9
    assert 0 <= y <= ASPECT


@given(LONGITUDES, st.floats(-89, 88), st.floats(0.01, 1))
def test_north_is_up(longitude: float, latitude: float, more: float) -> None:
    assert project(longitude, latitude + more)[1] < project(longitude, latitude)[1]


@given(LATITUDES, st.floats(-168, 190), st.floats(0.01, 1))
def test_east_is_right_up_to_the_cut(latitude: float, longitude: float, more: float) -> None:
    assert project(longitude + more, latitude)[0] > project(longitude, latitude)[0]


def test_the_poles_and_the_cut_are_places_too() -> None:
    for longitude in (-180.0, -168.4, 0.0, 180.0):
        for latitude in (-90.0, 90.0):
            assert 0 <= project(longitude, latitude)[0] <= 1


@given(st.floats(-168, 191), st.floats(-85, 85))
def test_areas_are_as_large_as_on_the_globe(longitude: float, latitude: float) -> None:
    """A small square keeps its share of the globe wherever it lies."""
    step = 1e-4

    def share(east: float, north: float) -> float:
        wide = project(east + step, north)[0] - project(east - step, north)[0]
        high = project(east, north - step)[1] - project(east, north + step)[1]
        return wide * high / cos(radians(north))

    assert isclose(share(longitude, latitude), share(0, 0), rel_tol=1e-4)
