"""What is to be done about a gift: the limit, the month and the ten days, January, basis and inventory.

Source: protocol practice, 8; figures and sources in ``resources/gifts/duties.toml``. It is advice: each
answer says why, after what, and of which day the source is. Terms are counted from the day of receipt,
abroad from the day of the return.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from dipdesk.i18n import _, format_date, format_number
from dipdesk.rules.gifts_limits import Limit
from dipdesk.rules.sources import Source, shipped
from dipdesk.rules.spans import months_after

Duty = Literal["limit", "hand_in", "valuation", "january", "basis", "inventory", "lira", "announcement"]
Weight = Literal["must", "should", "note"]
"""A term that runs; something that is missing; something to know."""
_SURE_VALUES = ("invoice", "list", "commission")
_TO_INVENTORY = "contribution"


@dataclass(frozen=True)
class GiftCase:
    """A gift as the rules see it.

    ``foreign``: whether it came from another country; None if that is not known. ``received_on`` is the day
    from which terms run. ``lira``: its value in lira; ``value_source``, ``basis`` as in the register.
    """

    direction: str
    state: str
    received_on: date | None = None
    foreign: bool | None = None
    lira: Decimal | None = None
    has_value: bool = False
    value_source: str = ""
    valuation_number: str = ""
    basis: str = ""
    inventory_number: str = ""
    is_handed_in: bool = False
    is_sent_back: bool = False
    is_announced: bool = False
    listed_in: int | None = None

    @property
    def is_received(self) -> bool:
        """Whether it came to us and was not called off."""
        return self.direction == "received" and self.state == "done"

    @property
    def may_be_foreign(self) -> bool:
        """Whether the rules for gifts from abroad may apply."""
        return self.foreign is not False


@dataclass(frozen=True)
class Advice:
    """One thing to mind about a gift: what to do, why, by when, and after which source."""

    duty: Duty
    weight: Weight
    text: str
    reason: str
    source: Source
    day: date | None = None


def source_of(duty: str) -> Source:
    """Where a duty comes from."""
    return Source.read(_duties()[duty], duty)


def advice(gift: GiftCase, limit: Limit | None) -> tuple[Advice, ...]:
    """What to mind about a gift; ``limit`` is that of the day it was received, None if not entered."""
    if not gift.is_received:
        return ()
    return tuple(one for rule in _RULES for one in rule(gift, limit))


def is_over(gift: GiftCase, limit: Limit | None) -> bool:
    """Whether a gift from abroad is certainly worth more than the limit."""
    known = gift.lira is not None and limit is not None
    return gift.may_be_foreign and known and gift.lira > limit.amount  # type: ignore[operator, union-attr]


def is_doubtful(gift: GiftCase, limit: Limit | None) -> bool:
    """Whether the value should be found out: none is known, or an estimate comes near the limit."""
    if not gift.may_be_foreign or gift.valuation_number or gift.value_source in _SURE_VALUES:
        return False
    if gift.lira is None:
        return True
    share = Decimal(str(_duties()["doubt"]["share"]))
    return limit is not None and gift.lira >= limit.amount * share


def hand_in_by(received_on: date) -> date:
    """The last day on which a gift over the limit can be handed in."""
    return months_after(received_on, int(_duties()["hand_in"]["months"]))


def valuation_by(received_on: date) -> date:
    """The last day on which a valuation can be asked for."""
    days = int(_duties()["valuation"]["days"])
    return received_on + min(timedelta(days=days), date.max - received_on)


def list_by(year: int) -> date:
    """The last day for the list of what was received in ``year``."""
    rule = _duties()["january"]
    return date(min(year + 1, date.max.year), int(rule["month"]), int(rule["day"]))


def is_for_january(gift: GiftCase) -> bool:
    """Whether a gift still has to go into the list of January."""
    return gift.is_received and not gift.is_sent_back and gift.listed_in is None


def _duties() -> Mapping[str, Any]:
    return shipped("gifts", "duties.toml")


def _limit(gift: GiftCase, limit: Limit | None) -> Iterator[Advice]:
    if not gift.may_be_foreign or gift.received_on is None:
        return
    if limit is None:
        text = _("The net minimum wage of {day} is not entered. Add it to the gift limits.")
        text = text.format(day=format_date(gift.received_on))
        yield Advice("limit", "should", text, _reason(gift), source_of("limit"))
    elif gift.lira is not None and gift.lira <= limit.amount:
        text = _("Within the limit of {limit} lira of that day.").format(limit=_lira(limit))
        yield Advice("limit", "note", text, _worked_out(limit), limit.wage.source)


def _lira_missing(gift: GiftCase, limit: Limit | None) -> Iterator[Advice]:
    if gift.may_be_foreign and gift.has_value and gift.lira is None:
        text = _("Enter the value in lira of the day, so that it can be compared with the limit.")
        yield Advice("lira", "should", text, _reason(gift), source_of("limit"))


def _hand_in(gift: GiftCase, limit: Limit | None) -> Iterator[Advice]:
    if not is_over(gift, limit) or gift.is_handed_in or gift.is_sent_back or limit is None:
        return
    day = hand_in_by(gift.received_on) if gift.received_on else None
    text = _("Worth more than the limit of {limit} lira: hand it to the institution within a month.")
    if day is not None:
        text = _("Worth more than the limit of {limit} lira: hand it to the institution by {day}.")
    said = text.format(limit=_lira(limit), day=format_date(day) if day else "")
    reason = " ".join((_worked_out(limit), _("Frames of signed souvenir photographs are exempt.")))
    yield Advice("hand_in", "must", said, reason, source_of("hand_in"), day)


def _valuation(gift: GiftCase, limit: Limit | None) -> Iterator[Advice]:
    if not is_doubtful(gift, limit) or gift.is_handed_in or gift.is_sent_back:
        return
    day = valuation_by(gift.received_on) if gift.received_on else None
    text = _("If its value is in doubt, ask for a valuation within ten days.")
    if day is not None:
        text = _("If its value is in doubt, ask for a valuation by {day}.").format(day=format_date(day))
    reason = _(
        "Through the institution, from the provincial tax office; abroad the days run from the return."
    )
    yield Advice("valuation", "must", text, reason, source_of("valuation"), day)


def _january(gift: GiftCase, _limit: Limit | None) -> Iterator[Advice]:
    if not is_for_january(gift) or gift.received_on is None:
        return
    year = gift.received_on.year
    day = list_by(year)
    text = _("It goes into the list of gifts received in {year}, due by {day}.")
    reason = _("Mayors and others of that level report without being asked.")
    said = text.format(year=year, day=format_date(day))
    yield Advice("january", "should", said, reason, source_of("january"), day)


def _basis(gift: GiftCase, _limit: Limit | None) -> Iterator[Advice]:
    if not gift.basis and not gift.is_sent_back:
        text = _("Say on which basis it was accepted, or send it back.")
        reason = _("The regulation allows only what it names.")
        yield Advice("basis", "should", text, reason, source_of("basis"))


def _inventory(gift: GiftCase, _limit: Limit | None) -> Iterator[Advice]:
    if gift.basis != _TO_INVENTORY or gift.is_sent_back:
        return
    reason = _("A contribution to the body is allowed only if it is entered there and announced.")
    if not gift.inventory_number:
        yield Advice(
            "inventory", "should", _("The inventory number is missing."), reason, source_of("inventory")
        )
    if not gift.is_announced:
        text = _("It has not been announced to the public yet.")
        yield Advice("announcement", "should", text, reason, source_of("inventory"))


_RULES: tuple[Callable[[GiftCase, Limit | None], Iterator[Advice]], ...] = (
    _hand_in,
    _valuation,
    _lira_missing,
    _limit,
    _basis,
    _inventory,
    _january,
)


def _lira(limit: Limit) -> str:
    return format_number(float(limit.amount), 2)


def _reason(gift: GiftCase) -> str:
    if gift.foreign is None:
        return _("Whether the giver is from abroad is not on file.")
    return _("The giver is from abroad.")


def _worked_out(limit: Limit) -> str:
    """How the limit came about."""
    amount = limit.wage.amount or Decimal()
    text = _("Ten months' net minimum wage: {wage} lira a month from {day} on, after {source}.")
    return text.format(
        wage=format_number(float(amount), 2),
        day=format_date(limit.wage.valid_from),
        source=limit.wage.source.said(),
    )
