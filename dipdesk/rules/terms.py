"""Terms of agreements: the end of the first, of the one that runs, and the last day to give notice."""

from dataclasses import dataclass
from datetime import date

from dipdesk.rules.spans import months_after
from dipdesk.rules.timing import PartialDate

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Term:
    """How long an agreement lasts; ``followed`` if another one in force came after it."""

    state: str
    signed: PartialDate | None = None
    wanted: date | None = None
    ends: PartialDate | None = None
    renews_itself: bool = False
    renewal_years: int | None = None
    notice_months: int | None = None
    followed: bool = False


def first_end(term: Term) -> date | None:
    """The last day of the first term; counted from the signing where only the years are known."""
    if term.ends is not None:
        return term.ends.last_day()
    if term.renews_itself and term.renewal_years and term.signed is not None:
        return months_after(term.signed.last_day(), term.renewal_years * _MONTHS_OF_A_YEAR)
    return None


def present_end(end: date, years: int, not_before: date) -> date:
    """The end of the term that runs: ``end`` moved on by whole renewals until it is not over.

    Counted from the first end each time, so that a term that ends on 29 February keeps its day.
    """
    step = years * _MONTHS_OF_A_YEAR
    rounds = max((not_before.year - end.year) // years - 1, 0)
    while (found := months_after(end, rounds * step)) < not_before:
        rounds += 1
    return found


def notice_day(end: date, months: int | None) -> date:
    """The last day on which notice can be given before ``end``."""
    return months_after(end, -(months or 0))
