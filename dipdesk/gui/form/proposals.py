"""What a new record most likely holds, judged by what is there already; shown in the form to be changed."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.actions import gift_giving
from dipdesk.actions.attendance import ROLE_OF_POST, held_post
from dipdesk.actions.partner_map import NAMING, place_of
from dipdesk.actions.programme_journeys import first_start
from dipdesk.actions.trip_costs import ALLOWANCE, days_away
from dipdesk.exchange.intake.functions import guess
from dipdesk.gui.form.usual import usual_zone
from dipdesk.i18n import LANGUAGES, _, fold, speaking
from dipdesk.model import (
    Agreement,
    Ceremony,
    Commitment,
    Country,
    Delegation,
    DelegationMember,
    Expense,
    Gift,
    Note,
    Partner,
    Post,
    ProgrammeItem,
    Record,
    Room,
    TalkingPoint,
    Travel,
    Visit,
    field_of,
)
from dipdesk.model.expense import of_days
from dipdesk.model.kinds import Money, Position
from dipdesk.model.person import FUNCTIONS
from dipdesk.model.travel import BEDS, ROOM_KINDS
from dipdesk.rules import clock, programme_words
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

_USUAL_MINUTES = 30
Known = Mapping[str, object]


def proposed(office: OfficeFile, kind: type[Record], known: Known) -> dict[str, object]:
    """Likely values of a new record of which ``known`` is certain; fields that are certain are left out."""
    if kind not in _PROPOSALS:
        return {}
    zone = usual_zone(office, kind, known)
    with office.read() as session:
        found = _PROPOSALS[kind](session, known, zone)
    return {name: value for name, value in found.items() if name not in known and value is not None}


def _partner(session: Session, known: Known, zone: str) -> dict[str, object]:
    """It lies where the gazetteer knows its seat or name in its country, and has the clock of that place."""
    country = session.get(Country, known["country_id"]) if known.get("country_id") else None
    words = [str(known.get(name) or "") for name in NAMING]
    place = place_of(words, country.code) if country is not None else None
    return {"position": Position(place.latitude, place.longitude), "zone": place.zone} if place else {}


def _programme_item(session: Session, known: Known, zone: str) -> dict[str, object]:
    """It begins when the last one ends, the first one after the first arrival; it takes half an hour.

    Its kind is that of which the title speaks; the press is invited to what is made for it.
    """
    starts = known.get("starts")
    if "starts" not in known:
        starts = _next_start(session, known.get("visit_id"), zone)
    ends = starts.after(_USUAL_MINUTES) if isinstance(starts, Moment) else None
    titles = (str(known.get(name) or "") for name in ("title_tr", "title_en"))
    spoken = programme_words.kind_of(*titles)
    is_for_press = known.get("kind", spoken) == "press"
    return {"starts": starts, "ends": ends, "kind": spoken or None, "press": True if is_for_press else None}


def _next_start(session: Session, visit_id: object, zone: str) -> Moment | None:
    visit = session.get(Visit, visit_id) if visit_id else None
    if visit is None:
        return None
    items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit.id))
    ends = [one.ends or one.starts.after(_USUAL_MINUTES) for one in items if one.starts is not None]
    if ends:
        return max(ends)
    return first_start(session, visit, zone)


def _talking_point(session: Session, known: Known, zone: str) -> dict[str, object]:
    """It comes after those that the visit has."""
    of_visit = TalkingPoint.visit_id == known.get("visit_id")
    last, count = session.execute(
        select(func.max(TalkingPoint.place), func.count(TalkingPoint.id)).where(of_visit)
    ).one()
    return {"place": max(last or 0, count) + 1} if known.get("visit_id") else {}


def _member(session: Session, known: Known, zone: str) -> dict[str, object]:
    """An interpreter by post is one in the delegation; else the first one leads it."""
    if role := _role_of_post(session, known):
        return {"role": role}
    here = DelegationMember.delegation_id == known.get("delegation_id")
    wanted = select(DelegationMember.id).where(here, DelegationMember.role == "head").limit(1)
    has_head = not known.get("delegation_id") or session.scalar(wanted) is not None
    return {} if has_head else {"role": "head"}


def _role_of_post(session: Session, known: Known) -> str:
    """The role that goes with the post that is named, or is held on the first day; empty for none."""
    delegation = session.get(Delegation, known["delegation_id"]) if known.get("delegation_id") else None
    visit = delegation.visit if delegation is not None else None
    post = session.get(Post, known["post_id"]) if known.get("post_id") else None
    if post is None and known.get("person_id"):
        partner, day = delegation.partner_id if delegation else None, visit.starts if visit else None
        post = held_post(session, str(known["person_id"]), partner, day)
    return post.function if post is not None and post.function in ROLE_OF_POST else ""


def _commitment(session: Session, known: Known, zone: str) -> dict[str, object]:
    """What is promised during a visit is promised to the partner who is there."""
    visit_id = known.get("visit_id")
    visit = session.get(Visit, visit_id) if visit_id else None
    return {"partner_id": visit.partner_id} if visit is not None else {}


def _post(session: Session, known: Known, zone: str) -> dict[str, object]:
    """The function that a known title of a post means; called just so, what it is in the other language."""
    titles = {spoken: str(known.get(f"title_{spoken}") or "") for spoken in LANGUAGES}
    found: dict[str, object] = {
        "function": next((code for one in titles.values() if (code := guess(one))), None)
    }
    for spoken, title in titles.items():
        if title and fold(title) == fold(_function(guess(title), spoken)):
            found |= {
                f"title_{other}": _function(guess(title), other) for other in LANGUAGES if other != spoken
            }
    return found


def _function(code: str, spoken: str) -> str:
    """What a function is called in a language; empty if there is none of that code."""
    with speaking(spoken):
        return _(FUNCTIONS[code]) if code in FUNCTIONS else ""


def _room(session: Session, known: Known, zone: str) -> dict[str, object]:
    """A room has the beds of its kind; until the hotel tells its number it is Double room 1."""
    kind = str(known.get("kind", field_of(Room, "kind").initial))
    here = (Room.lodging_id == known.get("lodging_id"), Room.kind == kind)
    count = session.scalar(select(func.count(Room.id)).where(*here)) or 0
    number = f"{_(ROOM_KINDS[kind])} {count + 1}" if kind in ROOM_KINDS and known.get("lodging_id") else None
    return {"beds": BEDS.get(kind), "number": number}


def _ceremony(session: Session, known: Known, zone: str) -> dict[str, object]:
    """A ceremony of a visit is where the visit is; its kind is that of which the title speaks."""
    visit_id = known.get("visit_id")
    visit = session.get(Visit, visit_id) if visit_id else None
    titles = (str(known.get(name) or "") for name in ("title_tr", "title_en"))
    place = visit.place or None if visit is not None else None
    return {"place_tr": place, "kind": programme_words.ceremony_of(*titles) or None}


def _journey(session: Session, known: Known, zone: str) -> dict[str, object]:
    """After the way there comes the way back, from where the first arrival went to where it came from."""
    query = select(Travel).where(Travel.visit_id == known.get("visit_id")).order_by(Travel.arrives)
    journeys = session.scalars(query).all() if known.get("visit_id") else ()
    there = next((one for one in journeys if one.direction == "arrival"), None)
    is_over = any(one.direction == "departure" for one in journeys)
    direction = known.get("direction", "arrival" if is_over else "departure")
    if there is None or direction != "departure":
        return {}
    ends = {"origin": there.destination or None, "destination": there.origin or None}
    return {"direction": direction, "means": there.means or None, **ends}


def _expense(session: Session, known: Known, zone: str) -> dict[str, object]:
    """An allowance has the rate of its member for the days away; what is planned is a rate for its days.

    What somebody gets by the day is an allowance; a cost of a ceremony is one of its visit.
    """
    ceremony = session.get(Ceremony, known["ceremony_id"]) if known.get("ceremony_id") else None
    visit_id = known.get("visit_id") or (ceremony.visit_id if ceremony is not None else None)
    member = session.get(DelegationMember, known["member_id"]) if known.get("member_id") else None
    visit = session.get(Visit, visit_id) if visit_id else None
    found: dict[str, object] = {"visit_id": visit_id}
    if known.get("kind") == ALLOWANCE and member is not None and visit is not None:
        found |= {"rate": member.allowance, "days": days_away(visit, member) or None}
    rate, days = ({**found, **known}.get(name) for name in ("rate", "days"))
    if isinstance(rate, Money) and isinstance(days, int):
        found["planned"] = of_days(rate, days)
        found["kind"] = ALLOWANCE if member is not None else None
    return found


def _note(session: Session, known: Known, zone: str) -> dict[str, object]:
    """A note is of today."""
    return {"day": clock.today()}


def _gift(session: Session, known: Known, zone: str) -> dict[str, object]:
    """A gift of a visit is of its first day, from head to head; it takes the next number of the register."""
    visit_id = known.get("visit_id")
    visit = session.get(Visit, visit_id) if visit_id else None
    day = known["day"] if isinstance(known.get("day"), date) else (visit.starts if visit else None)
    number = gift_giving.next_number(session, day if isinstance(day, date) else None)
    return {"day": day, "number": number, **gift_giving.between(session, known)}


def _agreement(_session: Session, known: Known, _zone: str) -> dict[str, object]:
    """Nothing is in force before it is signed."""
    return {"state": "in_force" if known.get("signed_on") else "idea"}


_PROPOSALS: dict[type[Record], Callable[[Session, Known, str], dict[str, object]]] = {
    Partner: _partner,
    ProgrammeItem: _programme_item,
    TalkingPoint: _talking_point,
    Travel: _journey,
    DelegationMember: _member,
    Commitment: _commitment,
    Expense: _expense,
    Room: _room,
    Ceremony: _ceremony,
    Note: _note,
    Post: _post,
    Gift: _gift,
    Agreement: _agreement,
}
