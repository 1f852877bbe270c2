"""The programme of a visit as plain values: its items with their times, people and troubles, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import programme_presence
from dipdesk.actions.programme_presence import ProgrammePresence
from dipdesk.i18n import language
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Office,
    Person,
    ProgrammeItem,
    TakingPart,
    Visit,
    best_text,
    field_of,
)
from dipdesk.model.kinds import Position
from dipdesk.model.visit import ABROAD
from dipdesk.model.whereabouts import zone_of_visit
from dipdesk.rules.countries import HOME
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_stop import FIXED, Stop, Who, in_order
from dipdesk.rules.programme_troubles import NO_FRAME, Frame, Trouble, troubles
from dipdesk.rules.timing import USUAL_ZONE
from dipdesk.rules.two_clocks import is_elsewhere

_MOST_DAYS = 62
_SIDES = {"guests": "guest", "hosts": "host"}
_ROLES = {"heads": "head", "spouses": "spouse"}


@dataclass(frozen=True)
class Entry:
    """An item: when it is, and what is said about it; texts by language, ``title`` in the one spoken now."""

    stop: Stop
    title: str
    place: str
    titles: Mapping[str, str]
    places: Mapping[str, str]
    kind: str
    responsible: str
    phone: str
    who: str
    audience: str
    position: Position | None = None


@dataclass(frozen=True)
class Site:
    """Where a visit takes place: its zone, its position if it is known, and the countries of both sides.

    ``home`` is the zone of the office.
    """

    zone: str
    position: Position | None
    countries: tuple[str, ...]
    home: str


@dataclass(frozen=True)
class VisitProgramme:
    """All items of a visit in their order."""

    visit_id: str
    entries: tuple[Entry, ...]
    site: Site
    frame: Frame
    presence: ProgrammePresence

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """When everything is."""
        return tuple(one.stop for one in self.entries)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The items by their ids."""
        return {one.stop.id: one for one in self.entries}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles by id, in the language spoken when it was read."""
        return {one.stop.id: one.title for one in self.entries}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of the visit and those on which something is planned, in their order."""
        found = {self.day_of(one) for one in self.entries}
        first, last = self.frame.first, self.frame.last
        if first and last:
            number = min((last - first).days + 1, _MOST_DAYS)
            found |= {first + timedelta(days=at) for at in range(number)}
        found |= {one for one in (first, last) if one}
        return tuple(sorted(found))

    def day_of(self, entry: Entry) -> date:
        """The day of an item by the clocks of the place of the visit."""
        return entry.stop.starts.seen_in(self.site.zone).local.date()

    @property
    def is_of_two_zones(self) -> bool:
        """Whether the clocks of more than one place matter: of the office, the visit, and its items."""
        moments = (moment for one in self.stops for moment in (one.starts, one.ends) if moment)
        zone = self.site.zone
        return zone != self.site.home or any(is_elsewhere(one, zone) for one in moments)

    def troubles(self, fasts: Frame = NO_FRAME) -> tuple[Trouble, ...]:
        """What does not fit; with the hours of fasting that ``fasts`` holds."""
        found = troubles(self.stops, Frame(self.frame.first, self.frame.last, fasts.fasts))
        return (*found, *self._without_people)

    def came(self, found: Ripple) -> tuple[Trouble, ...]:
        """What does not fit any more once things have moved: among them, and with who is there."""
        had = {(one.kind, one.first, one.second) for one in self._without_people}
        now = self.presence.troubles((one.stop for one in found.moves), self.titles)
        return (*found.came, *(one for one in now if (one.kind, one.first, one.second) not in had))

    @cached_property
    def _without_people(self) -> tuple[Trouble, ...]:
        return tuple(self.presence.troubles(self.stops, self.titles))

    def position_on(self, day: date) -> Position | None:
        """Where the day is spent: where its first item with a position is, else the place of the visit."""
        found = (one.position for one in self.entries if one.position and self.day_of(one) == day)
        return next(found, self.site.position)


def read(session: Session, visit_id: str) -> VisitProgramme | None:
    """The programme of a visit; None if it is gone. Items without a time are left out."""
    visit = session.get(Visit, visit_id)
    if visit is None:
        return None
    items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id)).all()
    groups = _groups(session, visit_id)
    named = _named(session, visit_id)
    people = _names(session, {one.responsible_id for one in items if one.responsible_id})
    entries = [_entry(one, groups, named, people) for one in items if one.starts is not None]
    return VisitProgramme(
        visit_id,
        tuple(sorted(entries, key=lambda one: in_order(one.stop))),
        _site(session, visit),
        Frame(visit.starts, visit.ends or visit.starts),
        programme_presence.read(session, visit),
    )


def _entry(
    item: ProgrammeItem,
    groups: Mapping[str, frozenset[str]],
    named: Mapping[str, frozenset[str]],
    people: Mapping[str, str],
) -> Entry:
    assert item.starts is not None
    group = item.takes_part or "all"
    members = named.get(item.id, frozenset()) if group == "named" else groups.get(group, frozenset())
    stop = Stop(
        item.id,
        item.starts,
        item.ends,
        item.timing or FIXED,
        item.travel_minutes or 0,
        Who(group, members),
        item.responsible_id or "",
        item.kind,
    )
    return Entry(
        stop,
        best_text(item, "title", language()),
        best_text(item, "place", language()),
        {"tr": item.title_tr, "en": item.title_en},
        {"tr": item.place_tr, "en": item.place_en},
        item.kind,
        people.get(item.responsible_id or "", ""),
        item.phone,
        "" if group == "all" else field_of(ProgrammeItem, "takes_part").kind.format(group),
        item.audience,
        item.position,
    )


def _groups(session: Session, visit_id: str) -> dict[str, frozenset[str]]:
    """The members that each group has; a group that is not there is not known."""
    query = (
        select(DelegationMember.id, DelegationMember.role, Delegation.side)
        .join(Delegation, Delegation.id == DelegationMember.delegation_id)
        .where(Delegation.visit_id == visit_id)
    )
    rows = session.execute(query).all()
    found = {key: frozenset(one.id for one in rows if one.side == side) for key, side in _SIDES.items()}
    found |= {key: frozenset(one.id for one in rows if one.role == role) for key, role in _ROLES.items()}
    return {key: members for key, members in found.items() if members}


def _named(session: Session, visit_id: str) -> dict[str, frozenset[str]]:
    query = (
        select(TakingPart.item_id, TakingPart.member_id)
        .join(ProgrammeItem, ProgrammeItem.id == TakingPart.item_id)
        .where(ProgrammeItem.visit_id == visit_id)
    )
    found: dict[str, set[str]] = {}
    for item_id, member_id in session.execute(query):
        if item_id and member_id:
            found.setdefault(item_id, set()).add(member_id)
    return {item_id: frozenset(members) for item_id, members in found.items()}


def _names(session: Session, ids: set[str]) -> dict[str, str]:
    return {one.id: one.full_name() for one in session.scalars(select(Person).where(Person.id.in_(ids)))}


def _site(session: Session, visit: Visit) -> Site:
    """The place of the partner for what is abroad, else that of the office."""
    office = session.scalars(select(Office)).one()
    partner = visit.partner
    code = partner.country.code if partner is not None and partner.country is not None else ""
    countries = tuple(dict.fromkeys(one for one in (HOME, code) if one))
    home = office.zone or USUAL_ZONE
    hosts = partner if visit.kind in ABROAD and partner is not None else office
    return Site(zone_of_visit(visit, home), hosts.position, countries, home)
