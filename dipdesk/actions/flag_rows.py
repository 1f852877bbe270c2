"""Rows of flags between the office file and the rules: their order, what to fetch, what is in stock."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import language
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


def _in_words(plan: FlagPlan, nations: list[str], others: list[str], alphabet: str) -> rules.FlagPlan:
    """The row by ``alphabet``, with its reasons in the language spoken now where it would be the same."""
    policy, setting = cast(rules.Policy, plan.policy or "TUZUK"), cast(rules.Setting, plan.setting or "poles")
    wanted = rules.flags(nations, policy, alphabet, others=others, setting=setting)
    spoken = rules.flags(nations, policy, language(), others=others, setting=setting)
    return spoken if spoken.hall == wanted.hall else wanted


def read(session: Session, plan: FlagPlan, alphabet: str) -> FlagRow:
    """The row of a plan, sorted by the alphabet of the language ``alphabet``; raises Invalid."""
    query = select(FlagShown).where(FlagShown.plan_id == plan.id).order_by(FlagShown.id)
    shown = [one.code for one in session.scalars(query)]
    known = set(codes())
    nations = [code for code in shown if code.upper() in known]
    others = [code for code in shown if code.upper() not in known]
    answer = _in_words(plan, nations, others, alphabet)
    stock: dict[str, int] = {}
    for one in session.scalars(select(FlagStock).where(FlagStock.setting == plan.setting)):
        stock[one.code] = stock.get(one.code, 0) + (one.number or 0)
    times = plan.sets or 1
    fetch = tuple(Fetch(code, number * times, stock.get(code)) for code, number in answer.pick_list.items())
    return FlagRow(plan, answer, fetch)
