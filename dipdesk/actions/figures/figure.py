"""What a figure is: bars of numbers, and behind each number the records that it counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: as of ``today``, in years from ``first`` to ``last`` (None: open), and whose.

    ``municipality`` is the id of one; empty for our own relations; None for all. What is equally large
    stands in the order of ``alphabet`` (a language), that of the language spoken now if it is empty.
    """

    today: date
    first: int | None = None
    last: int | None = None
    municipality: str | None = None
    alphabet: str = ""

    @property
    def is_bounded(self) -> bool:
        """Whether only some years are asked for."""
        return self.first is not None or self.last is not None

    def holds(self, year: int | None) -> bool:
        """Whether a year is asked for; an unknown one only if all are."""
        if year is None:
            return not self.is_bounded
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)

    def is_of(self, municipality_id: str | None) -> bool:
        """Whether a record of that municipality (None for our own) is asked for."""
        return self.municipality is None or (municipality_id or "") == self.municipality

    @property
    def end(self) -> date:
        """The last day that is asked for, today at the latest."""
        return self.today if self.last is None else min(self.today, date(self.last, 12, 31))


class Kind(Enum):
    """How a figure is best drawn."""

    BARS = "bars"
    COLUMNS = "columns"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Number:
    """How many records, or the sum of their amounts; ``ids`` are all of them, of ``entity``."""

    entity: str
    ids: tuple[str, ...] = ()
    amount: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What is drawn."""
        return Decimal(len(self.ids)) if self.amount is None else self.amount


@dataclass(frozen=True, slots=True)
class Series:
    """What one part of every bar stands for; ``colour`` is one of ``model.colours``, empty for the accent."""

    key: str
    label: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with one number for each series of the figure."""

    key: str
    label: str
    parts: tuple[Number, ...]
    colour: str = ""

    @property
    def total(self) -> Decimal:
        """The whole bar."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def ids(self) -> tuple[str, ...]:
        """All records behind it."""
        return tuple(dict.fromkeys(row_id for part in self.parts for row_id in part.ids))


@dataclass(frozen=True, slots=True)
class Figure:
    """One card: its title, what exactly is counted, its bars, and the currency of amounts if they are money.

    ``note`` says what could not be counted. ``share`` is the one number that matters most, from 0 to 1; it
    is that of the first series in all.
    """

    name: str
    title: str
    definition: str
    kind: Kind
    bars: tuple[Bar, ...]
    series: tuple[Series, ...] = (Series("", ""),)
    currency: str = ""
    note: str = ""

    @property
    def total(self) -> Decimal:
        """All bars together."""
        return sum((bar.total for bar in self.bars), Decimal(0))

    @property
    def share(self) -> float | None:
        """The part of the first series in all, where that is what is asked."""
        if self.kind is not Kind.SHARE or not self.total:
            return None
        first = sum((bar.parts[0].value for bar in self.bars), Decimal(0))
        return float(first / self.total)


def counted(entity: str, ids: Iterable[str]) -> Number:
    """How many records there are."""
    return Number(entity, tuple(ids))
