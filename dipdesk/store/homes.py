"""Where people hold their posts: kept beside each person, since it decides the capitals of the name."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, attributes

from dipdesk.model import Country, Partner, Person, Post, Record
from dipdesk.store.changes import RowChange, batched
from dipdesk.store.naming import load

R = TypeVar("R", bound=Record)
_OURS = "TR"
"""Posts in our own office are in Türkiye."""


def settle(session: Session, rows: Iterable[RowChange], touched: Iterable[Record]) -> list[Person]:
    """Bring up to date where people are at home after rows changed; the people for whom it is another place.

    A present post counts before one that has ended, the later before the earlier; nobody's home is empty.
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
    """The people who were touched, hold a post that was, or one at a partner that was."""
    for record in touched:
        if isinstance(record, Person):
            yield record.id
        elif isinstance(record, Post) and record.person_id:
            yield record.person_id
    partners: list[str] = []
    for row in rows:
        sides = [side for side in (row.before, row.after) if side]
        if row.entity == "post":
            held = (side.get("person_id", {}).get("person_id") for side in sides)
            yield from (str(one) for one in held if one)
        elif row.entity == "partner" and any("country_id" in side for side in sides):
            partners.append(row.row_id)
    for some in batched(partners):
        found = session.scalars(select(Post.person_id).where(Post.partner_id.in_(some)))
        yield from (one for one in found if one)


def _homes(session: Session, people: list[str]) -> dict[str, str]:
    """The code of the country of each person's post."""
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
    return found


def _by_id(session: Session, kind: type[R], row_ids: Iterable[str | None]) -> dict[str, R]:
    """The records with these ids."""
    found = load(session, kind, [one for one in row_ids if one])
    return {one.id: one for one in found if isinstance(one, kind)}
