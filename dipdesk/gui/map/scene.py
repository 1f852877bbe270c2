"""What stands on the map: pins and clusters as they are seen from a camera, and which one is where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dipdesk.gui.map.camera import Camera
from dipdesk.papers.world import PIN, Bounds, Cluster, Clusters, Pin, Sign, cluster_radius, framed, project

POINT = 1.45
"""Pixels for a point of a mark, in text of 100 per cent."""
_APART = 14.5
"""In points: marks whose middles are closer to each other are drawn as one."""


Mix = tuple[tuple[Sign, int], ...]
"""Signs and how often each, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark in the window: its middle and reach in pixels, the pins it stands for, and their signs."""

    x: float
    y: float
    reach: float
    cluster: Cluster
    mix: "Mix"

    @property
    def count(self) -> int:
        """How many pins it stands for."""
        return len(self.cluster.members)


class Scene:
    """The pins of the map; ``point`` is how many pixels a point of a mark has.

    Clusters are taken over from the scene ``before`` if the pins stand where they stood there.
    """

    def __init__(
        self,
        pins: Sequence[Pin] = (),
        home: tuple[float, float] | None = None,
        point: float = POINT,
        before: "Scene | None" = None,
    ) -> None:
        self.pins, self.home, self.point = tuple(pins), home, point
        self.places = [project(pin.longitude, pin.latitude) for pin in pins]
        self._clusters = Clusters(self.places, _APART * point)
        if before is not None and (before.places, before.point) == (self.places, point):
            self._clusters = before._clusters
        self._mixes: dict[tuple[int, ...], Mix] = {}

    def seen(self, camera: Camera) -> list[Seen]:
        """The marks in the window, in the order in which one reads: from left to right in rows."""
        edge = cluster_radius(100) * self.point
        found = []
        for one in self._clusters.at(camera.scale):
            x, y = camera.pixel(one.x, one.y)
            if -edge <= x <= camera.width + edge and -edge <= y <= camera.height + edge:
                found.append(self._seen(one, x, y))
        return found

    def seen_at(self, camera: Camera, x: float, y: float) -> Seen | None:
        """The mark at a pixel, the nearest of several."""
        near = [one for one in self.seen(camera) if (one.x - x) ** 2 + (one.y - y) ** 2 <= one.reach**2]
        return min(near, key=lambda one: (one.x - x) ** 2 + (one.y - y) ** 2, default=None)

    def holding(self, camera: Camera, record: str) -> Seen | None:
        """The mark that stands for a record (``partner/…``); None if it has no pin."""
        number = next((n for n, pin in enumerate(self.pins) if pin.record == record), None)
        for one in self._clusters.at(camera.scale):
            if number in one.members:
                return self._seen(one, *camera.pixel(one.x, one.y))
        return None

    def closer(self, camera: Camera, seen: Seen) -> Camera:
        """A look at a cluster so close that it falls apart; as close as can be if it never does."""
        width = self._clusters.splits(seen.cluster, camera.scale)
        there = camera.showing(self._around(seen.cluster))
        if width and there.scale < width:
            there = camera.zoomed(width * 1.001 / camera.scale)
        return there.at(seen.cluster.x, seen.cluster.y)

    def whole(self) -> Bounds:
        """The part of the map that holds everything."""
        return framed(self.pins, self.home)

    def _around(self, cluster: Cluster) -> Bounds:
        places = [self.places[member] for member in cluster.members]
        xs, ys = [x for x, _y in places], [y for _x, y in places]
        room = 0.3 * max(max(xs) - min(xs), max(ys) - min(ys), 1e-9)
        return Bounds(min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room)

    def _seen(self, cluster: Cluster, x: float, y: float) -> Seen:
        mix = self._mixes.get(cluster.members)
        if mix is None:
            counted = Counter(self.pins[member].sign for member in cluster.members)
            mix = self._mixes[cluster.members] = tuple(counted.most_common())
        count = len(cluster.members)
        reach = cluster_radius(count) if count > 1 else PIN * 1.3
        return Seen(x, y, reach * self.point, cluster, mix)
