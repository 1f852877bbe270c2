"""Rows of flags between the office file and the rules: their order, what to fetch, what is in stock."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import FlagPlan, FlagShown, FlagStock
from dipdesk.rules import flags as rules
from dipdesk.rules.countries import codes


@dataclass(frozen=True)
class Fetch:
    """How many flags of one kind are needed, and how many there are; None if nobody has counted them."""

    code: str
    needed: int
    in_stock: int | None

    @property
    def is_short(self) -> bool:
        """Whether some must be found."""
        return self.in_stock is not None and self.in_stock < self.needed


@dataclass(frozen=True)
class FlagRow:
    """A row as the rules put it, and what must be fetched for all its repetitions."""

    plan: FlagPlan
    answer: rules.FlagPlan
    fetch: tuple[Fetch, ...]


def read(session: Session, plan: FlagPlan, language: str) -> FlagRow:
    """The row of a plan; names sort in the alphabet of ``language``. Raises Invalid for what cannot be."""
    query = select(FlagShown).where(FlagShown.plan_id == plan.id).order_by(FlagShown.id)
    shown = [one.code for one in session.scalars(query)]
    known = set(codes())
    answer = rules.flags(
        [code for code in shown if code.upper() in known],
        cast(rules.Policy, plan.policy or "TUZUK"),
        language,
        others=[code for code in shown if code.upper() not in known],
        setting=cast(rules.Setting, plan.setting or "poles"),
    )
    stock: dict[str, int] = {}
    for one in session.scalars(select(FlagStock).where(FlagStock.setting == plan.setting)):
        stock[one.code] = stock.get(one.code, 0) + (one.number or 0)
    times = plan.sets or 1
    fetch = tuple(Fetch(code, number * times, stock.get(code)) for code, number in answer.pick_list.items())
    return FlagRow(plan, answer, fetch)
