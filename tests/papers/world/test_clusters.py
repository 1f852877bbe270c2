"""Pins that are drawn as one."""

from hypothesis import given
from hypothesis import strategies as st

from dipdesk.papers.world import Clusters

PLACES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.5)), max_size=60)
WIDTHS = st.floats(1, 1e6)
APART = 24.0


@given(PLACES, WIDTHS)
def test_every_pin_is_in_exactly_one_cluster(places: list[tuple[float, float]], width: float) -> None:
    members = [member for one in Clusters(places, APART).at(width) for member in one.members]
    assert sorted(members) == list(range(len(places)))


@given(PLACES, WIDTHS, st.floats(1, 50))
def test_a_closer_look_only_splits(places: list[tuple[float, float]], width: float, closer: float) -> None:
    clusters = Clusters(places, APART)
    far = [set(one.members) for one in clusters.at(width)]
    assert all(any(set(one.members) <= whole for whole in far) for one in clusters.at(width * closer))


@given(PLACES, WIDTHS)
def test_a_cluster_falls_apart_where_it_says(places: list[tuple[float, float]], width: float) -> None:
    clusters = Clusters(places, APART)
    for one in clusters.at(width):
        wide = clusters.splits(one, width)
        if wide:
            assert wide > width
            assert any(set(part.members) < set(one.members) for part in clusters.at(wide))


def test_pins_at_one_place_stay_together() -> None:
    clusters = Clusters([(0.5, 0.2)] * 3, APART)
    (only,) = clusters.at(1e9)
    assert only.members == (0, 1, 2)
    assert clusters.splits(only, 500) == 0


def test_the_middle_is_that_of_all_members() -> None:
    (one,) = Clusters([(0.50, 0.2), (0.51, 0.2), (0.51, 0.2)], APART).at(256)
    assert abs(one.x - (0.50 + 0.51 + 0.51) / 3) < 1e-9


def test_no_pins_make_no_clusters() -> None:
    assert Clusters([], APART).at(1000) == ()
