"""Giving a gift from stock on a visit: what its entry in the register holds, and the next number."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import held_post
from dipdesk.i18n import N_, lasting
from dipdesk.model import Delegation, DelegationMember, Gift, GiftArticle, Post, Visit, field_of
from dipdesk.model.kinds import Money
from dipdesk.rules import clock
from dipdesk.store import gift_stock
from dipdesk.store.gift_stock import Level
from dipdesk.store.office_file import OfficeFile

_NUMBER = re.compile(r"(\d{4})/(\d{1,6})", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """An article that can be given: its id and name, where it lies, and how many there are."""

    article_id: str
    name: str
    where: str
    price: str
    level: Level


@dataclass(frozen=True)
class Receiver:
    """Somebody who can be given something: the id of the person, the name, and their body's id and name."""

    person_id: str
    name: str
    body_id: str = ""
    body: str = ""


def choices(session: Session) -> list[Choice]:
    """All articles with their levels: those that there are first, by name."""
    found = list(session.scalars(select(GiftArticle)))
    levels = gift_stock.levels(session, [one.id for one in found])
    made = [
        Choice(one.id, one.title(), one.where_kept, _price(one), levels[one.id])
        for one in sorted(found, key=lambda one: one.derived()["title_key_tr"])
    ]
    return sorted(made, key=lambda one: one.level.free <= 0)


def receivers(session: Session, visit_id: str) -> list[Receiver]:
    """Who can be given something on a visit: the other side, its head first."""
    visit = session.get(Visit, visit_id)
    if visit is None:
        return []
    members = _members(session, visit_id, visit.their_side)
    return [_receiver(member, visit) for member in members if member.person is not None]


def proposed(
    session: Session, visit_id: str, article_id: str, receiver: Receiver | None
) -> dict[str, object]:
    """What the entry of a gift from stock holds; empty if the article is gone."""
    article, visit = session.get(GiftArticle, article_id), session.get(Visit, visit_id)
    if article is None:
        return {}
    day = visit.starts if visit is not None else None
    return {
        "number": next_number(session, day),
        "direction": "given",
        "state": "planned",
        "day": day,
        "article_id": article.id,
        "what_tr": article.name_tr or article.name_en,
        "what_en": article.name_en,
        "kind": article.kind,
        "material": article.material,
        "photo": article.photo,
        "pieces": 1,
        "visit_id": visit_id,
        "giver_id": giver(session, visit_id),
        "receiver_id": receiver.person_id if receiver else None,
        "receiver_body_id": (receiver.body_id if receiver else "") or (visit.partner_id if visit else None),
        "value": article.price,
        "in_lira": _lira(article.price),
        "value_source": "list" if article.price else "",
        "value_on": article.price_on,
        "basis": "protocol",
    }


def between(session: Session, known: Mapping[str, object]) -> dict[str, object]:
    """Who most likely gives, who receives, and the body of the other side, judged by what is ``known``.

    On a visit it goes from head to head; whoever is named gives or takes it for the body they came for,
    else for that of their post. Our own office is never named as a body.
    """
    ours, theirs = ("receiver", "giver") if known.get("direction") == "received" else ("giver", "receiver")
    visit_id = str(known.get("visit_id") or "")
    side = receivers(session, visit_id) if visit_id else []
    head = side[0] if side else None
    person = known.get(f"{theirs}_id", head.person_id if head else None)
    return {
        f"{ours}_id": giver(session, visit_id),
        f"{theirs}_id": head.person_id if head else None,
        f"{theirs}_body_id": _body(session, side, str(person or ""), visit_id),
    }


def _body(session: Session, side: Iterable[Receiver], person_id: str, visit_id: str) -> str | None:
    """The body for which somebody of the other side acts; that of the visit where it is nobody yet."""
    member = next((one for one in side if one.person_id == person_id), None)
    if member is not None:
        return member.body_id or None
    post = held_post(session, person_id, None, None) if person_id else None
    visit = session.get(Visit, visit_id) if visit_id else None
    return post.partner_id if post is not None else visit.partner_id if visit is not None else None


def give(
    office: OfficeFile, visit_id: str, article_id: str, receiver: Receiver | None, origin: object = None
) -> str:
    """Enter a gift from stock as one step; its id, empty if the article is gone. Raises Known."""
    with office.read() as session:
        values = proposed(session, visit_id, article_id, receiver)
    if not values:
        return ""
    gift = Gift(**values)
    with office.change(lasting(N_("Gift from stock: {name}"), name=gift.title()), origin=origin) as session:
        session.add(gift)
        return str(gift.id)


def giver(session: Session, visit_id: str) -> str | None:
    """Who gives for us: the head of our delegation, else our mayor; None if neither is known."""
    visit = session.get(Visit, visit_id) if visit_id else None
    members = _members(session, visit_id, visit.our_side) if visit is not None else []
    head = next(iter(members), None)
    if head is not None and head.role == "head":
        return head.person_id
    mayors = select(Post).where(
        Post.partner_id.is_(None), Post.until.is_(None), Post.function.in_(("mayor", "metropolitan_mayor"))
    )
    mayor = session.scalars(mayors.order_by(Post.since.desc(), Post.id)).first()
    return mayor.person_id if mayor is not None else (head.person_id if head is not None else None)


def next_number(session: Session, day: date | None, today: date | None = None) -> str:
    """The next free number of the register in the year of ``day`` (else of today): ``2027/15``."""
    year = (day or today or clock.today()).year
    return following(year, session.scalars(select(Gift.number).where(Gift.number.like(f"{year}/%"))))


def following(year: int, taken: Iterable[str]) -> str:
    """The number after the highest that is taken in a year."""
    found = (_NUMBER.fullmatch(number.strip()) for number in taken)
    highest = max((int(one[2]) for one in found if one and int(one[1]) == year), default=0)
    return f"{year}/{highest + 1}"


def _members(session: Session, visit_id: str, side: str) -> list[DelegationMember]:
    """The members of a side, its head first."""
    query = (
        select(DelegationMember)
        .join(Delegation, DelegationMember.delegation_id == Delegation.id)
        .where(Delegation.visit_id == visit_id, Delegation.side == side)
        .order_by(DelegationMember.role != "head", DelegationMember.place, DelegationMember.id)
    )
    return list(session.scalars(query))


def _receiver(member: DelegationMember, visit: Visit) -> Receiver:
    """A member with the body for which they came: that of their post, their delegation, or the visit."""
    assert member.person is not None
    delegation = member.delegation
    body = (
        (member.post.partner if member.post else None)
        or (delegation.partner if delegation else None)
        or visit.partner
    )
    name = member.person.title()
    return Receiver(member.person.id, name, body.id if body else "", body.title() if body else "")


def _price(article: GiftArticle) -> str:
    return field_of(GiftArticle, "price").kind.format(article.price)


def _lira(price: Money | None) -> Money | None:
    return price if price is not None and price.currency == "TRY" else None
