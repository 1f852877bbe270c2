"""Pins that would lie upon each other, drawn as one: clusters that fall apart as one looks closer.

Clusters of one distance are made of whole clusters of the next finer one, so a closer look never brings
pins together, and every pin is in exactly one cluster.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, hypot, inf, log2

_COARSEST = 256.0
_LEVELS = 28
"""From a map 256 wide up to one 4,000,000 wide, each half as wide again (a factor of √2)."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Pins near (x, y), the middle of them all; ``members`` are their places in the list of pins."""

    x: float
    y: float
    members: tuple[int, ...]


class Clusters:
    """The clusters of ``points`` (places on the map) for every size of the map.

    ``apart`` is how far middles must be from each other to be drawn each for itself, in the unit in which
    widths of the map are given.
    """

    def __init__(self, points: Sequence[tuple[float, float]], apart: float) -> None:
        self._points, self._apart = points, apart

    def at(self, width: float) -> tuple[Cluster, ...]:
        """The clusters on a map so wide, in the order of their first members."""
        level = floor(2 * log2(max(width, _COARSEST) / _COARSEST))
        return self._levels[min(level, _LEVELS - 1)]

    def splits(self, cluster: Cluster, width: float) -> float:
        """How wide the map must be for a cluster to fall apart; 0 if its pins lie too close for any."""
        members = set(cluster.members)
        for level in range(_LEVELS):
            least = _COARSEST * 2 ** (level / 2)
            if least > width and any(members > set(one.members) for one in self._levels[level]):
                return least
        return 0.0

    @cached_property
    def _levels(self) -> list[tuple[Cluster, ...]]:
        found: list[tuple[Cluster, ...]] = []
        finest = tuple(Cluster(x, y, (number,)) for number, (x, y) in enumerate(self._points))
        nearest = _nearest(finest)
        for level in reversed(range(_LEVELS)):
            distance = self._apart / (_COARSEST * 2 ** (level / 2))
            if nearest < distance:
                finest = _gathered(finest, distance)
            found.append(finest)
        return found[::-1]


def _nearest(clusters: tuple[Cluster, ...]) -> float:
    """How far the two clusters are from each other that are nearest to each other."""
    found = inf
    places = sorted((one.x, one.y) for one in clusters)
    for number, (x, y) in enumerate(places):
        for other in range(number + 1, len(places)):
            if places[other][0] - x >= found:
                break
            found = min(found, hypot(places[other][0] - x, places[other][1] - y))
    return found


def _gathered(clusters: tuple[Cluster, ...], distance: float) -> tuple[Cluster, ...]:
    """Clusters nearer to each other than ``distance`` put together; large ones draw small ones in."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, one in enumerate(clusters):
        cells[_cell(one, distance)].append(number)
    taken: set[int] = set()
    found = []
    for number in sorted(range(len(clusters)), key=lambda n: -len(clusters[n].members)):
        if number in taken:
            continue
        here = clusters[number]
        near = [
            other
            for other in _around(cells, _cell(here, distance))
            if other not in taken and hypot(clusters[other].x - here.x, clusters[other].y - here.y) < distance
        ]
        taken.update(near, (number,))
        found.append(_joined([clusters[other] for other in {number, *near}]))
    return tuple(sorted(found, key=lambda one: one.members[0]))


def _cell(cluster: Cluster, distance: float) -> tuple[int, int]:
    return floor(cluster.x / distance), floor(cluster.y / distance)


def _around(cells: dict[tuple[int, int], list[int]], cell: tuple[int, int]) -> Iterator[int]:
    for column in (cell[0] - 1, cell[0], cell[0] + 1):
        for row in (cell[1] - 1, cell[1], cell[1] + 1):
            yield from cells.get((column, row), ())


def _joined(clusters: list[Cluster]) -> Cluster:
    if len(clusters) == 1:
        return clusters[0]
    members = sorted(member for one in clusters for member in one.members)
    x = sum(one.x * len(one.members) for one in clusters) / len(members)
    y = sum(one.y * len(one.members) for one in clusters) / len(members)
    return Cluster(x, y, tuple(members))
