"""From the globe to the map and back."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.papers.world import ASPECT, project, unproject

LONGITUDES = st.floats(-180, 180)
LATITUDES = st.floats(-89.9, 89.9)


@given(LONGITUDES, LATITUDES)
def test_every_place_is_on_the_map(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert -1e-9 <= x <= 1 + 1e-9
    assert 0 <= y <= ASPECT


@given(LONGITUDES, LATITUDES)
def test_the_way_back_leads_to_the_same_place(longitude: float, latitude: float) -> None:
    found = unproject(*project(longitude, latitude))
    if found is not None:
        turn = (found[0] - longitude + 180) % 360 - 180
        assert isclose(abs(turn), 0, abs_tol=1e-6)
        assert isclose(found[1], latitude, abs_tol=1e-6)
    else:
        assert abs((longitude + 168.4 + 180) % 360 - 180) < 1e-6


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


def test_beside_the_map_there_is_nothing() -> None:
    assert unproject(0.01, 0.01) is None
    assert unproject(0.5, ASPECT + 0.01) is None
