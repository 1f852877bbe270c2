"""The shipped outlines of the countries, decoded from TopoJSON.

A file holds arcs (lines of small whole steps) and, for each country, which arcs its rings are made of; a
number below zero means the arc that is its complement, read backwards. The outlines are used as they are
shipped, with every border as their makers drew it; nothing here takes a side.
"""

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import Any, TypeAlias

from dipdesk import paths

Points: TypeAlias = tuple[tuple[float, float], ...]


class Detail(Enum):
    """How fine the outlines are: for the whole world, or for a part of it."""

    COARSE = "countries-110m.json"
    FINE = "countries-50m.json"


@dataclass(frozen=True, slots=True)
class Outline:
    """A country: its English name in the source, and its outer rings in degrees east and north.

    Rings are closed; the first point is not repeated. Enclaves are left in: they are countries of their own.
    """

    name: str
    rings: tuple[Points, ...]


@cache
def outlines(detail: Detail) -> tuple[Outline, ...]:
    """All countries."""
    data = json.loads(paths.resources("third_party", "world", detail.value).read_bytes())
    arcs = _arcs(data)
    return tuple(
        Outline(str(one["properties"]["name"]), tuple(_ring(arcs, outer) for outer in _outer_rings(one)))
        for one in data["objects"]["countries"]["geometries"]
    )


def _arcs(data: Any) -> list[Points]:
    (wide, high), (west, south) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for steps in data["arcs"]:
        xs = accumulate(step[0] for step in steps)
        ys = accumulate(step[1] for step in steps)
        arcs.append(tuple((x * wide + west, y * high + south) for x, y in zip(xs, ys, strict=True)))
    return arcs


def _outer_rings(geometry: Any) -> list[list[int]]:
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [part[0] for part in parts]


def _ring(arcs: list[Points], numbers: list[int]) -> Points:
    found: list[tuple[float, float]] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += points[1:] if found else points
    return tuple(found[:-1] if found[0] == found[-1] else found)
