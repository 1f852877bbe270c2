"""By what a list is ordered, as SQL: stored sort keys, labels of choices, titles of linked records."""

from dataclasses import dataclass

from dipdesk.i18n import language, sort_key
from dipdesk.model import Field, Record, field_of, title_column
from dipdesk.model.kinds import Amount, Choice, Link, OnMap

TITLE = "title"
"""The column that every entity has beside its fields: what a record is called."""

_NO_KEY = sort_key("").hex()


@dataclass(frozen=True)
class Order:
    """The column a list is ordered by, a field or :data:`TITLE`; what is empty comes last both ways."""

    column: str = TITLE
    descending: bool = False


def first_order(kind: type[Record]) -> Order:
    """The order a list starts with."""
    if not kind.order_by:
        return Order()
    name = kind.order_by[0]
    return Order(name.removeprefix("-"), name.startswith("-"))


def joined(kind: type[Record], order: Order) -> str:
    """What must be joined to ``p`` to order by the expressions, with a space before it; empty if nothing."""
    link = None if order.column == TITLE else field_of(kind, order.column)
    if link is None or not isinstance(link.kind, Link):
        return ""
    return f" LEFT JOIN {link.kind.target} AS t ON t.id = p.{link.name}"


def expressions(kind: type[Record], order: Order) -> list[str]:
    """The terms of ORDER BY over the table ``p``; of equals the one with the earlier id comes first."""
    way = "DESC" if order.descending else "ASC"
    if order.column == TITLE:
        return [f"p.{title_column()} {way}", f"p.id {way}"]
    terms = _terms(field_of(kind, order.column))
    return [f"{terms[0]} IS NULL", *(f"{term} {way}" for term in terms), f"p.id {way}"]


def _terms(one: Field) -> list[str]:
    column = f"p.{one.name}"
    if one.key_column:
        return [f"nullif(p.{one.key_column}, x'{_NO_KEY}')"]
    if isinstance(one.kind, Choice):
        return [_by_label(column, one.kind)]
    if isinstance(one.kind, Link):
        return [f"t.{title_column()}"]
    if isinstance(one.kind, Amount):
        return [f"substr({column}, -3)", f"CAST({column} AS REAL)"]
    if isinstance(one.kind, OnMap):
        return [f"CAST({column} AS REAL)"]
    return [f"nullif({column}, '')"]


def _by_label(column: str, kind: Choice) -> str:
    """The place of a choice among the labels in the language spoken now."""
    codes = sorted(kind.options, key=lambda code: sort_key(kind.label(code), language()))
    cases = " ".join(f"WHEN '{code}' THEN {place}" for place, code in enumerate(codes))
    return f"CASE {column} {cases} END" if codes else "NULL"
