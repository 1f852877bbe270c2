"""The score sheet of a relation: points from 0 to 5 for each criterion, weighed as the office says.

Which criteria are looked at follows ``resources/relations.toml``; the weights are the office's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_POINTS = 5


@dataclass(frozen=True)
class Mark:
    """The points of one criterion, None if nobody gave any yet, and its weight."""

    points: int | None
    weight: int


@dataclass(frozen=True)
class Total:
    """What the marks come to: per cent of the most that the scored criteria can give; None if none is."""

    percent: float | None
    scored: int
    criteria: int


def total(marks: Iterable[Mark]) -> Total:
    """Add up the marks; criteria without points or of weight 0 do not count."""
    known = list(marks)
    scored = [one for one in known if one.points is not None]
    most = sum(one.weight for one in scored) * MOST_POINTS
    reached = sum(min(max(one.points or 0, 0), MOST_POINTS) * one.weight for one in scored)
    return Total(100 * reached / most if most else None, len(scored), len(known))
