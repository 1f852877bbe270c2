"""Gifts received and the limits of the office, read in plain SQL before the model is loaded."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dipdesk.rules.countries import HOME
from dipdesk.rules.gifts import GiftCase
from dipdesk.rules.gifts_limits import Wage, own_wage

_LIRA = "TRY"
_GIVERS_COUNTRY = (
    "CASE WHEN r.giver_body_id IS NOT NULL THEN"
    " (SELECT c.code FROM partner AS b JOIN country AS c ON c.id = b.country_id WHERE b.id = r.giver_body_id)"
    " ELSE (SELECT c.code FROM post AS o JOIN partner AS b ON b.id = o.partner_id"
    " LEFT JOIN country AS c ON c.id = b.country_id WHERE o.person_id = r.giver_id"
    " ORDER BY o.until IS NOT NULL, o.since DESC, o.id LIMIT 1) END"
)
_RETURN = "(SELECT v.ends FROM visit AS v WHERE v.id = r.visit_id AND v.kind = 'outbound')"
COLUMNS = (
    "r.day, r.in_lira, r.value, r.value_source, r.valuation_number, r.handed_in_on, r.listed_in, r.basis,"
    f" {_GIVERS_COUNTRY}, {_RETURN}"
)
"""What :func:`case` needs of a row ``r`` of the table of gifts."""
RECEIVED = "r.direction = 'received' AND r.state = 'done' AND r.day IS NOT NULL AND r.returned_on IS NULL"
"""Which gifts were received and kept."""


def case(row: Sequence[Any]) -> GiftCase:
    """A gift received as the rules see it, from its :data:`COLUMNS`."""
    day, in_lira, value, source, valuation, handed_in, listed, basis, country, back = row
    days = [date.fromisoformat(one) for one in (day, back) if one]
    return GiftCase(
        "received",
        "done",
        max(days, default=None),
        foreign=country != HOME if country else None,
        lira=_lira(in_lira) or _lira(value),
        has_value=bool(value),
        value_source=source or "",
        valuation_number=valuation or "",
        basis=basis or "",
        is_handed_in=bool(handed_in),
        listed_in=listed,
    )


def wages(raw: Any) -> tuple[Wage, ...]:
    """The net minimum wages that the office entered."""
    text = "SELECT valid_from, wage, coalesce(source, '') FROM gift_limit WHERE valid_from IS NOT NULL"
    return tuple(
        own_wage(date.fromisoformat(day), _lira(wage), source)
        for day, wage, source in raw.execute(text).fetchall()
    )


def _lira(text: str | None) -> Decimal | None:
    """An amount as it is stored, if it is in lira."""
    amount, _space, currency = (text or "").partition(" ")
    return Decimal(amount) if currency == _LIRA else None
