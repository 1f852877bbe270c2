"""What a record that is made out of a link field takes over from the form it is made for."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import (
    Delegation,
    DelegationMember,
    Lodging,
    Record,
    Room,
    Visit,
    entity,
    entity_name,
    fields,
)
from dipdesk.model.kinds import Link, WallClock

_AROUND = (
    "delegation",
    "visit",
    "ceremony",
    "agreement",
    "membership",
    "relation",
    "lodging",
    "ride",
    "programme_item",
    "seating_plan",
    "flag_plan",
)
"""Entities that a form belongs to: what they know, the form knows as well."""
_OCCASIONS = ("ceremony", "programme_item", "duty")
"""Entities that say when and where the same thing happens."""
_PLACE = ("place_tr", "place_en")
_OTHERS = ("person", "post")
"""What two records of the same kind do not share."""
_SAYS: Mapping[tuple[str, str], Mapping[str, object]] = {
    ("delegation_member", "arrival_id"): {"direction": "arrival"},
    ("delegation_member", "departure_id"): {"direction": "departure"},
}
"""What a link says about the record it leads to."""
_LEAVES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("duty", "member_id"): ("person_id",),
    ("guest", "stands_for_id"): ("person_id",),
    ("signatory", "post_id"): ("partner_id",),
}
"""What a link does not say though a field of the same name is known: whom one interprets for."""

Known = Mapping[str, object]


def taken_over(session: Session, source: type[Record], known: Known, link: Link) -> dict[str, object]:
    """Likely values of a new record that ``link``, a field of ``source`` with values ``known``, will lead to.

    Links of the same name are taken over, also from what the form belongs to (the visit of a delegation),
    the nearer before the farther; a ceremony takes time and place from its item of the programme.
    """
    name = next(iter(_names(source, link)), "")
    about = _surroundings(session, source, known)
    target = entity(link.target)
    strange = (*_OTHERS, link.target) if target is source else ()
    found = {
        one.name: about.get((one.name, one.kind.target))
        for one in fields(target)
        if isinstance(one.kind, Link) and one.kind.target not in strange
    }
    found |= _occasion(source, known, target)
    if target is source is DelegationMember:
        found["delegation_id"] = _other_side(session, known)
    if target is Room:
        found["lodging_id"] = _only_hotel(session, about.get(("visit_id", "visit")))
    found |= _SAYS.get((entity_name(source), name), {})
    left = _LEAVES.get((entity_name(source), name), ())
    return {key: value for key, value in found.items() if value and key not in left}


def own_visit(session: Session, source: type[Record], known: Known, link: Link) -> str:
    """The id of the visit that a form of ``source`` belongs to, as its other fields say; empty for none."""
    said = {name: value for name, value in known.items() if name not in _names(source, link)}
    return str(_surroundings(session, source, said).get(("visit_id", "visit")) or "")


def _names(source: type[Record], link: Link) -> list[str]:
    """The name of the field whose kind of value is ``link``."""
    return [one.name for one in fields(source) if one.kind is link]


def _surroundings(session: Session, source: type[Record], known: Known) -> dict[tuple[str, str], object]:
    """The links that a form and what it belongs to hold, by their names and what they lead to."""
    found: dict[tuple[str, str], object] = {}
    waiting: list[tuple[type[Record], Known]] = [(source, known)]
    while waiting:
        kind, values = waiting.pop(0)
        for one in fields(kind):
            value = values.get(one.name)
            if not isinstance(one.kind, Link) or not value or (one.name, one.kind.target) in found:
                continue
            found[one.name, one.kind.target] = value
            around = one.kind.target in _AROUND and one.kind.target != entity_name(kind)
            owner = session.get(entity(one.kind.target), value) if around else None
            if owner is not None:
                waiting.append((type(owner), _links(owner)))
        if kind is Delegation and _is_ours(session, values):
            found.setdefault(("partner_id", "partner"), None)
    return found


def _is_ours(session: Session, delegation: Known) -> bool:
    """Whether a delegation is our own: the hosts of a visit to us, the guests where we travel."""
    visit = session.get(Visit, delegation.get("visit_id") or "")
    return delegation.get("side") == (visit.our_side if visit else "host")


def _links(record: Record) -> dict[str, object]:
    """What a record links to, and the side it is on."""
    wanted = [one.name for one in fields(type(record)) if isinstance(one.kind, Link) or one.name == "side"]
    return {name: getattr(record, name) for name in wanted}


def _occasion(source: type[Record], known: Known, target: type[Record]) -> dict[str, object]:
    """Time and place that the form and the new record have in common."""
    if not {entity_name(source), entity_name(target)} <= set(_OCCASIONS):
        return {}
    mine = {one.name: type(one.kind) for one in fields(source)}
    shared = [one for one in fields(target) if isinstance(one.kind, WallClock) or one.name in _PLACE]
    return {one.name: known.get(one.name) for one in shared if mine.get(one.name) is type(one.kind)}


def _other_side(session: Session, known: Known) -> object:
    """The delegation that faces the member's own, where the visit has just the two."""
    own = session.get(Delegation, known.get("delegation_id")) if known.get("delegation_id") else None
    if own is None:
        return None
    query = select(Delegation.id).where(Delegation.visit_id == own.visit_id, Delegation.id != own.id)
    others = session.scalars(query).all()
    return others[0] if len(others) == 1 else None


def _only_hotel(session: Session, visit_id: object) -> object:
    """The hotel of a visit that has one."""
    found = session.scalars(select(Lodging.id).where(Lodging.visit_id == visit_id)).all()
    return found[0] if len(found) == 1 else None
