"""Bars along the years and decades."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from dipdesk.actions.figures.figure import Bar, Number

MOST_BARS = 60
"""If more would stand beside each other, those without anything are left out."""


class Dated(Protocol):
    """Anything that falls in a year."""

    @property
    def year(self) -> int | None: ...


T = TypeVar("T", bound=Dated)


def yearly(rows: Iterable[T], parts: Callable[[list[T]], tuple[Number, ...]]) -> tuple[Bar, ...]:
    """A bar for every year from the first to the last; rows without a year are left out."""
    found: dict[int, list[T]] = {}
    for one in rows:
        if one.year is not None:
            found.setdefault(one.year, []).append(one)
    return tuple(Bar(str(year), str(year), parts(found.get(year, []))) for year in steps(found))


def steps(found: Iterable[int], width: int = 1) -> tuple[int, ...]:
    """All steps of ``width`` from the first to the last that was found, unless they are too many."""
    some = sorted(set(found))
    if not some:
        return ()
    whole = range(some[0], some[-1] + 1, width)
    return tuple(whole) if len(whole) <= MOST_BARS else tuple(some)
