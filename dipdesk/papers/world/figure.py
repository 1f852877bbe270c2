"""The map of the world, or of a part of it, as one drawing for papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dipdesk.i18n import _
from dipdesk.papers.blocks import Align, Figure, Ink, Label, Polygon, Rect, Shape, Text
from dipdesk.papers.world.clusters import Cluster, Clusters
from dipdesk.papers.world.land import patches
from dipdesk.papers.world.marks import (
    PIN,
    STAR,
    Pin,
    Sign,
    cluster_radius,
    cluster_shapes,
    pin_shape,
    star_place,
    star_shape,
)
from dipdesk.papers.world.outlines import Detail, Points
from dipdesk.papers.world.projection import project

FINE_FROM = 1500.0
"""On a map as wide as this the fine outlines are drawn."""
_APART = 15.0
_MARGIN = 0.18
_NARROWEST = 0.09
"""However few pins: a part of the map is at least so wide, so that one sees where one is."""
_SOUTH, _NORTH = -56.0, 79.0
_LAND_LINE = 0.35
_SAME_POINT = 0.25
_MOST_NAMED = 14
_NAME_SIZE, _NAME_ROOM, _NAME_HEIGHT = 7.0, 64.0, 17.0
_LEGEND_SIZE, _LEGEND_ROW, _LEGEND_COLUMN = 7.5, 19.0, 118.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of the map: from (left, top) to (right, bottom), as :func:`project` gives them."""

    left: float
    top: float
    right: float
    bottom: float


WORLD = Bounds(0.0, project(0, _NORTH)[1], 1.0, project(0, _SOUTH)[1])
"""The whole world without the ice."""


def framed(pins: Sequence[Pin], home: tuple[float, float] | None = None) -> Bounds:
    """The part of the map that holds all pins, and ``home`` (degrees east, north), with room around them."""
    places = [project(pin.longitude, pin.latitude) for pin in pins]
    if home is not None:
        places.append(project(*home))
    if not places:
        return WORLD
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    wide = max(max(xs) - min(xs), max(ys) - min(ys), _NARROWEST / (1 + 2 * _MARGIN))
    room = wide * _MARGIN
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    half_x = max((max(xs) - min(xs)) / 2, _NARROWEST / 2 - room) + room
    half_y = max((max(ys) - min(ys)) / 2, _NARROWEST / 4 - room) + room
    return Bounds(middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)


def world_figure(
    pins: Sequence[Pin],
    width: float,
    height: float,
    bounds: Bounds | None = None,
    home: tuple[float, float] | None = None,
    legend: Sequence[Sign] = (),
) -> Figure:
    """A map of ``width`` by ``height`` points with its pins, our office at ``home``, and a legend below.

    Pins too close to each other are drawn as one with their number; if they are few, names stand beside
    them. ``bounds`` is :data:`WORLD` if left out; what is wider or higher than them is shown too. The order
    of the pins makes no difference.
    """
    pins = sorted(pins, key=lambda pin: (pin.longitude, pin.latitude, pin.record))
    rows = -(-len(legend) // _columns(width))
    view = _View(bounds or WORLD, width, height - rows * _LEGEND_ROW)
    shapes = [*view.land(), *view.marks(pins, home), Rect(0, 0, width, view.height)]
    shapes += _legend(legend, width, view.height)
    return Figure(width, height, tuple(shapes), caption=source_note())


def source_note() -> Text:
    """Where the outlines come from, and that they are no statement of ours."""
    return _(
        "Outlines: Natural Earth 4.1 (2018), public domain, through World Atlas 2.0.2. Borders are drawn as"
        " in that source; this is no statement about the status of any place."
    )


class _View:
    """A part of the map on a sheet of ``width`` by ``height``."""

    def __init__(self, bounds: Bounds, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.scale = min(width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top))
        self._left = (bounds.left + bounds.right - width / self.scale) / 2
        self._top = (bounds.top + bounds.bottom - height / self.scale) / 2

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the map on the sheet."""
        return (x - self._left) * self.scale, (y - self._top) * self.scale

    def land(self) -> tuple[Polygon, ...]:
        """All land in view, cut at the edges of the sheet."""
        return _land(self._left, self._top, self.scale, self.width, self.height)

    def marks(self, pins: Sequence[Pin], home: tuple[float, float] | None) -> Iterator[Shape]:
        """Our office, and the pins or what stands for several; then names, where there is room for them."""
        places = [project(pin.longitude, pin.latitude) for pin in pins]
        clusters = [one for one in Clusters(places, _APART).at(self.scale) if self._shows(one)]
        taken = [_around(*self.at(one.x, one.y), _reach(one)) for one in clusters]
        for one in clusters:
            yield from self._mark(one, pins)
        if home is not None:
            x, y = star_place(*self.at(*project(*home)), [(*self.at(o.x, o.y), _reach(o)) for o in clusters])
            yield star_shape(x, y)
            taken.append(_around(x, y, STAR))
        if len(clusters) <= _MOST_NAMED:
            for one in clusters:
                if len(one.members) == 1:
                    yield from self._name(pins[one.members[0]].name, *self.at(one.x, one.y), taken)

    def _shows(self, cluster: Cluster) -> bool:
        x, y = self.at(cluster.x, cluster.y)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def _mark(self, cluster: Cluster, pins: Sequence[Pin]) -> Iterator[Shape]:
        x, y = self.at(cluster.x, cluster.y)
        if len(cluster.members) > 1:
            yield from cluster_shapes(x, y, [pins[member].sign for member in cluster.members])
        else:
            yield pin_shape(x, y, pins[cluster.members[0]].sign)

    def _name(self, name: Text, x: float, y: float, taken: "list[_Box]") -> Iterator[Shape]:
        """The name beside a pin, on the first side where nothing else stands.

        The room does not depend on the name, so that papers in two languages have it at one place.
        """
        reach, half, wide, high = 1.6 * PIN, _NAME_HEIGHT / 2, _NAME_ROOM / 2, _NAME_HEIGHT
        sides = (
            (Align.LEFT, x + reach, y, (x + reach, y - half, x + reach + 2 * wide, y + half)),
            (Align.RIGHT, x - reach, y, (x - reach - 2 * wide, y - half, x - reach, y + half)),
            (Align.CENTRE, x, y - reach - half, (x - wide, y - reach - high, x + wide, y - reach)),
            (Align.CENTRE, x, y + reach + half, (x - wide, y + reach, x + wide, y + reach + high)),
        )
        for align, left, middle, box in sides:
            if self._is_free(box, taken):
                taken.append(box)
                yield Label(left, middle + 0.35 * _NAME_SIZE, name, _NAME_SIZE, align=align, room=_NAME_ROOM)
                return

    def _is_free(self, box: "_Box", taken: "list[_Box]") -> bool:
        is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= self.width and box[3] <= self.height
        return is_inside and not any(_meet(box, other) for other in taken)


@lru_cache(maxsize=8)
def _land(left: float, top: float, scale: float, width: float, height: float) -> tuple[Polygon, ...]:
    """The land on a sheet whose upper left corner is (left, top) on the map; the same for every preview."""
    right, bottom = left + width / scale, top + height / scale
    found = []
    for patch in patches(Detail.FINE if scale >= FINE_FROM else Detail.COARSE):
        if patch.meets(left, top, right, bottom):
            placed = [((x - left) * scale, (y - top) * scale) for x, y in patch.points]
            points = _inside(_thinned(placed), width, height)
            if len(points) > 2:
                found.append(Polygon(points, Ink.TINT, Ink.LINE, _LAND_LINE))
    return tuple(found)


_Box = tuple[float, float, float, float]


def _reach(cluster: Cluster) -> float:
    return PIN if len(cluster.members) == 1 else cluster_radius(len(cluster.members))


def _around(x: float, y: float, reach: float) -> _Box:
    return x - reach, y - reach, x + reach, y + reach


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without points that nobody could tell from the one before."""
    found = points[:1]
    for x, y in points[1:]:
        if abs(x - found[-1][0]) + abs(y - found[-1][1]) >= _SAME_POINT:
            found.append((round(x, 2), round(y, 2)))
    return found


def _inside(points: list[tuple[float, float]], width: float, height: float) -> Points:
    """What of a polygon lies on the sheet."""
    for axis, edge, side in ((0, 0.0, -1), (0, width, 1), (1, 0.0, -1), (1, height, 1)):
        points = _clipped(points, axis, edge, side)
    return tuple(points)


def _clipped(
    points: list[tuple[float, float]], axis: int, edge: float, side: int
) -> list[tuple[float, float]]:
    if all((point[axis] - edge) * side <= 0 for point in points):
        return points
    found = []
    for here, there in zip(points, [*points[1:], *points[:1]], strict=True):
        is_in, goes_in = (here[axis] - edge) * side <= 0, (there[axis] - edge) * side <= 0
        if is_in:
            found.append(here)
        if is_in != goes_in:
            part = (edge - here[axis]) / (there[axis] - here[axis])
            crossing = here[1 - axis] + (there[1 - axis] - here[1 - axis]) * part
            found.append((edge, crossing) if axis == 0 else (crossing, edge))
    return found


def _columns(width: float) -> int:
    return max(1, int(width // _LEGEND_COLUMN))


def _legend(signs: Sequence[Sign], width: float, top: float) -> Iterator[Shape]:
    wide = width / _columns(width)
    for number, sign in enumerate(signs):
        row, column = divmod(number, _columns(width))
        x, y = column * wide + PIN + 1, top + (row + 0.6) * _LEGEND_ROW
        yield pin_shape(x, y, sign, PIN * 0.85)
        left = x + 2 * PIN
        room = wide - 3 * PIN - 4
        yield Label(left, y + 0.35 * _LEGEND_SIZE, sign.label, _LEGEND_SIZE, ink=Ink.MUTED, room=room)
