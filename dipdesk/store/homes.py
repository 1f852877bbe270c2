"""Where people are at home, by post or delegation: kept beside each, since it decides the capitals."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, attributes

from dipdesk.model import Country, Delegation, DelegationMember, Partner, Person, Post, Record, Visit
from dipdesk.store.changes import RowChange, batched
from dipdesk.store.naming import load

R = TypeVar("R", bound=Record)
_OURS = "TR"
"""Posts in our own office are in Türkiye."""


def settle(session: Session, rows: Iterable[RowChange], touched: Iterable[Record]) -> list[Person]:
    """Bring up to date where people are at home after rows changed; the people for whom it is another place.

    A present post counts before one that has ended, the later before the earlier. Whoever has none
    is at home with the partner of a delegation, that of the latest visit; nobody's home is empty.
    """
    people = list(_by_id(session, Person, _concerned(session, list(rows), touched)).values())
    homes = _homes(session, [one.id for one in people]) if people else {}
    moved = [one for one in people if (one.home or "") != homes.get(one.id, "")]
    for one in moved:
        attributes.set_committed_value(one, "home", homes.get(one.id, ""))
    if moved:
        session.connection().exec_driver_sql(
            "UPDATE person SET home = ? WHERE id = ?", [(one.home, one.id) for one in moved]
        )
    return moved


def _concerned(session: Session, rows: list[RowChange], touched: Iterable[Record]) -> Iterable[str]:
    """The people touched themselves, or by their post, delegation, its visit, or the partner of one."""
    for record in touched:
        if isinstance(record, Person):
            yield record.id
        elif isinstance(record, Post | DelegationMember) and record.person_id:
            yield record.person_id
    partners: list[str] = []
    delegations: list[str] = []
    visits: list[str] = []
    for row in rows:
        sides = [side for side in (row.before, row.after) if side]
        if row.entity in ("post", "delegation_member"):
            held = (side.get("person_id", {}).get("person_id") for side in sides)
            yield from (str(one) for one in held if one)
        elif row.entity == "partner" and any("country_id" in side for side in sides):
            partners.append(row.row_id)
        elif row.entity == "delegation":
            delegations.append(row.row_id)
        elif row.entity == "visit" and any({"partner_id", "kind"} & set(side) for side in sides):
            visits.append(row.row_id)
    for some in batched(partners):
        found = session.scalars(select(Post.person_id).where(Post.partner_id.in_(some)))
        yield from (one for one in found if one)
        visits += session.scalars(select(Visit.id).where(Visit.partner_id.in_(some)))
        delegations += session.scalars(select(Delegation.id).where(Delegation.partner_id.in_(some)))
    yield from _members(session, delegations, visits)


def _members(session: Session, delegations: list[str], visits: list[str]) -> Iterable[str]:
    """The people in the delegations and in those of the visits."""
    sides = list(delegations)
    for some in batched(visits):
        sides += session.scalars(select(Delegation.id).where(Delegation.visit_id.in_(some)))
    for some in batched(sides):
        of_side = DelegationMember.delegation_id.in_(some)
        found = session.scalars(select(DelegationMember.person_id).where(of_side))
        yield from (one for one in found if one)


def _homes(session: Session, people: list[str]) -> dict[str, str]:
    """The code of the country of each person's post, else of the partner of the delegation."""
    posts: list[Post] = []
    for some in batched(people):
        posts += session.scalars(select(Post).where(Post.person_id.in_(some)))
    partners = _by_id(session, Partner, (one.partner_id for one in posts))
    countries = _by_id(session, Country, (one.country_id for one in partners.values()))
    found: dict[str, str] = {}
    for post in sorted(posts, key=lambda one: (one.until is None, str(one.since or ""), one.id)):
        partner = partners.get(post.partner_id or "")
        country = countries.get(partner.country_id or "") if partner is not None else None
        home = (country.code if country is not None else "") if post.partner_id else _OURS
        if home:
            found[post.person_id or ""] = home
    return _homes_by_delegation(session, [one for one in people if one not in found]) | found


def _homes_by_delegation(session: Session, people: list[str]) -> dict[str, str]:
    """The code of the country of the partner in whose delegation each person is."""
    members: list[DelegationMember] = []
    for some in batched(people):
        of_people = DelegationMember.person_id.in_(some)
        members += session.scalars(select(DelegationMember).where(of_people))
    sides = _by_id(session, Delegation, (one.delegation_id for one in members))
    visits = _by_id(session, Visit, (one.visit_id for one in sides.values()))
    of_side = {one.id: _partner_of(one, visits.get(one.visit_id or "")) for one in sides.values()}
    partners = _by_id(session, Partner, of_side.values())
    countries = _by_id(session, Country, (one.country_id for one in partners.values()))

    def age(member: DelegationMember) -> tuple[str, str]:
        side = sides.get(member.delegation_id or "")
        visit = visits.get(side.visit_id or "") if side is not None else None
        return (str(visit.starts or "") if visit is not None else "", member.id)

    found: dict[str, str] = {}
    for member in sorted(members, key=age):
        partner = partners.get(of_side.get(member.delegation_id or "") or "")
        country = countries.get(partner.country_id or "") if partner is not None else None
        if country is not None and country.code:
            found[member.person_id or ""] = country.code
    return found


def _partner_of(side: Delegation, visit: Visit | None) -> str | None:
    """The id of the partner whose delegation it is: its own, else on their side that of the visit."""
    is_theirs = visit is not None and side.side == visit.their_side
    return side.partner_id or (visit.partner_id if visit is not None and is_theirs else None)


def _by_id(session: Session, kind: type[R], row_ids: Iterable[str | None]) -> dict[str, R]:
    """The records with these ids."""
    found = load(session, kind, [one for one in row_ids if one])
    return {one.id: one for one in found if isinstance(one, kind)}
