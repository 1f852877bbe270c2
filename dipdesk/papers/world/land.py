"""The land on the map: the rings of all countries, cut where the map is cut, and projected."""

from dataclasses import dataclass
from functools import cache
from math import ceil

from dipdesk.papers.world.outlines import Detail, Points, outlines
from dipdesk.papers.world.projection import CENTRE, place, turned

_EDGE = 180.0
_LONGEST = 4.0
"""A longer side, in degrees, is divided: a straight line on the globe is a curve on the map."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A piece of land on the map, with the box around it."""

    points: Points
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether its box and this one meet."""
        return self.left <= right and self.right >= left and self.top <= bottom and self.bottom >= top


@cache
def patches(detail: Detail) -> tuple[Patch, ...]:
    """All land, the largest pieces first, so that enclaves come to lie upon what surrounds them."""
    rings = (ring for country in outlines(detail) for ring in country.rings)
    found = [_patch(piece) for ring in rings for piece in pieces(ring)]
    found.sort(key=lambda one: (one.left - one.right) * (one.bottom - one.top))
    return tuple(found)


def pieces(ring: Points) -> list[Points]:
    """A ring of degrees, as rings of degrees east of the middle of the map that do not leave the map."""
    east = [turned(x) for x, _y in ring]
    if max(east) - min(east) < _EDGE:
        return [_finer(tuple(zip(east, (y for _x, y in ring), strict=True)))]
    whole = _finer(_unrolled(ring))
    found = []
    for turn in (-2 * _EDGE, 0.0, 2 * _EDGE):
        moved = tuple((x + turn, y) for x, y in whole)
        if min(x for x, _y in moved) >= _EDGE or max(x for x, _y in moved) <= -_EDGE:
            continue
        inside = _clipped(_clipped(moved, _EDGE, 1), -_EDGE, -1)
        if len(inside) > 2:
            found.append(_finer(inside))
    return found


def _unrolled(ring: Points) -> Points:
    """The ring without leaps from one side of the world to the other; around a pole it is closed there."""
    unrolled = [(ring[0][0] - CENTRE, ring[0][1])]
    for (x, y), (before, _y) in zip(ring[1:], ring[:-1], strict=True):
        unrolled.append((unrolled[-1][0] + _step(before, x), y))
    start, end = unrolled[0][0], unrolled[-1][0] + _step(ring[-1][0], ring[0][0])
    if abs(end - start) > _EDGE:
        pole = -90.0 if ring[0][1] < 0 else 90.0
        unrolled += [(end, ring[0][1]), (end, pole), (start, pole)]
    return tuple(unrolled)


def _step(before: float, after: float) -> float:
    return (after - before + _EDGE) % (2 * _EDGE) - _EDGE


def _finer(ring: Points) -> Points:
    found = []
    for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
        found.append((x, y))
        if abs(next_x - x) > _LONGEST or abs(next_y - y) > _LONGEST:
            parts = ceil(max(abs(next_x - x), abs(next_y - y)) / _LONGEST)
            found += [(x + (next_x - x) * n / parts, y + (next_y - y) * n / parts) for n in range(1, parts)]
    return tuple(found)


def _clipped(ring: Points, edge: float, side: int) -> Points:
    """What lies on one side of a meridian: west of it with ``side`` 1, east of it with -1."""
    found = []
    for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
        here, there = (x - edge) * side <= 0, (next_x - edge) * side <= 0
        if here:
            found.append((x, y))
        if here != there:
            found.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return tuple(found)


def _patch(ring: Points) -> Patch:
    points = tuple(place(x, y) for x, y in ring)
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return Patch(points, min(xs), min(ys), max(xs), max(ys))
