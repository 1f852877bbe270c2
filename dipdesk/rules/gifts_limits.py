"""The limit for gifts from abroad: ten months' net minimum wage of the day, from a dated table.

The table is ``resources/gifts/limits.toml`` with the rows of the office before it. A row counts from its day
to the next row, and no longer than to the end of its year, as the wage is set anew every year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from dipdesk.i18n import N_, _
from dipdesk.rules.sources import Source, Wording, shipped

_OWN_SOURCE = N_("Entered by the office")


@dataclass(frozen=True)
class Wage:
    """From ``valid_from`` on the net minimum wage of a month is ``amount`` lira; None if not entered yet."""

    valid_from: date
    amount: Decimal | None
    source: Source


@dataclass(frozen=True)
class Limit:
    """What a gift of a day may be worth, in lira, and the wage it was worked out from."""

    amount: Decimal
    wage: Wage


def own_wage(valid_from: date, amount: Decimal | None, source: str) -> Wage:
    """A row that the office entered."""
    wording = Wording.read(source or _(_OWN_SOURCE))
    return Wage(valid_from, amount, Source(wording, "unverified"))


@cache
def shipped_wages() -> tuple[Wage, ...]:
    """The rows that come with the program, by their day."""
    rows = shipped("gifts", "limits.toml")["wage"]
    return tuple(
        Wage(row["valid_from"], Decimal(row["amount"]) if row["amount"] else None, Source.read(row, "wage"))
        for row in rows
    )


def times() -> int:
    """How many months' wages the limit is."""
    return int(shipped("gifts", "duties.toml")["limit"]["times"])


def wage_on(day: date, own: Iterable[Wage] = ()) -> Wage | None:
    """The wage of a day: a row of the office before a shipped one; None if there is none for its year."""
    known = {one.valid_from: one for one in shipped_wages()}
    known.update({one.valid_from: one for one in own if one.amount is not None})
    found = [one for start, one in known.items() if start <= day and start.year == day.year]
    return max(found, key=lambda one: one.valid_from, default=None)


def limit_on(day: date, own: Iterable[Wage] = ()) -> Limit | None:
    """What a gift received on ``day`` may be worth; None if the wage of that day is not entered."""
    wage = wage_on(day, own)
    if wage is None or wage.amount is None:
        return None
    return Limit(wage.amount * times(), wage)
