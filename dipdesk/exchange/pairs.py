"""Relations that follow from published lists: one for every partner of our office or of a municipality.

The class of a relation is that of its strongest agreement or membership, its state the liveliest of
theirs, and it begins with the first signing. What the office itself set stays: a relation that is there
is only brought up to date where it still says what its agreements said before.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from dipdesk.exchange.identity import Values
from dipdesk.exchange.ledger import Ledger
from dipdesk.exchange.stock import Entry, Stock
from dipdesk.model import Agreement, Membership, Relation, RelationClass, shipped_id

_CLASSES = {
    "sister_city": "sister_city",
    "friendship": "friendship",
    "cooperation": "cooperation",
    "other": "cooperation",
    "goodwill": "goodwill",
    "project": "project",
    "letter_of_intent": "contact",
}
"""The class of a relation by the kind of its agreement, the strongest first."""
_STATES = {
    "in_force": "active",
    "active": "active",
    "dormant": "dormant",
    "approved": "approved",
    "in_talks": "in_talks",
    "applied": "in_talks",
    "idea": "idea",
    "ended": "ended",
    "left": "ended",
}
"""The state of a relation by that of its agreement or membership, the liveliest first."""
_KINDS, _LIVELY = tuple(_CLASSES), tuple(_STATES)
_Pair = tuple[str, str]


def relate(ledger: Ledger) -> None:
    """Add the relations of all agreements and memberships that the rows were about."""
    known = _by_pair(ledger.stock.entries(Relation))
    for pair, entries in _by_pair(_bonds(ledger.stock)).items():
        if not any(one.claimed for one in entries):
            continue
        now = _implied(ledger.stock, [one.values for one in entries])
        relations = known.get(pair, [])
        if not relations:
            partner, municipality = pair
            ledger.add(Relation, {"partner_id": partner, "municipality_id": municipality or None, **now})
        elif len(relations) == 1:
            former = [ledger.former.get(one.id, one.values) for one in entries if one.stored]
            _update(ledger, relations[0], _implied(ledger.stock, former), now)


def _bonds(stock: Stock) -> Iterable[Entry]:
    yield from stock.entries(Agreement)
    yield from stock.entries(Membership)


def _by_pair(entries: Iterable[Entry]) -> dict[_Pair, list[Entry]]:
    found: dict[_Pair, list[Entry]] = {}
    for one in entries:
        pair = one.values["partner_id"] or "", one.values["municipality_id"] or ""
        found.setdefault(pair, []).append(one)
    return found


def _implied(stock: Stock, bonds: Sequence[Values]) -> dict[str, Any]:
    """What agreements and memberships say of the relation; nothing without any."""
    if not bonds:
        return {}
    states = [one["state"] for one in bonds if one["state"] in _STATES]
    begun = [day for one in bonds if (day := one.get("signed_on") or one.get("since"))]
    return {
        "class_id": _class_id(stock, bonds),
        "state": _STATES[min(states, key=_LIVELY.index)] if states else "active",
        "since": min(begun, key=str, default=None),
    }


def _class_id(stock: Stock, bonds: Sequence[Values]) -> str | None:
    """The class by the strongest bond; None if the office has taken that class away."""
    if any("member_class" in one for one in bonds):
        code = "membership"
    else:
        kinds = [one["kind"] for one in bonds if one["kind"] in _CLASSES]
        code = _CLASSES[min(kinds, key=_KINDS.index, default="other")]
    entry = stock.entry(RelationClass, shipped_id("relation_class", code))
    return entry.id if entry else None


def _update(ledger: Ledger, relation: Entry, before: Values, now: Values) -> None:
    """Bring up to date what the relation still says as its agreements did before."""
    ledger.change(
        relation,
        {
            name: value
            for name, value in now.items()
            if value is not None and relation.values[name] == before.get(name) != value
        },
    )
