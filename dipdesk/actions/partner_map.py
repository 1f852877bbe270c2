"""All partners as the map and the figures need them: where they lie and what we have with them.

Positions that are missing can be proposed from the gazetteer and stored in one step.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.i18n import N_, _, sort_key
from dipdesk.model import Country, Office, Partner, Relation, RelationClass, gazetteer
from dipdesk.model.gazetteer import Place
from dipdesk.model.kinds import Position
from dipdesk.model.relation import RELATION_STATES
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.titles import all_titles

MEMBER = "member"
"""The kind of partners that are municipalities of our union."""
NAMING = ("seat", "name_en", "name_tr", "name_own", "published")
"""The fields of a partner that may name its place, the surer first."""
_LIVELIEST = ("active", "approved", "in_talks", "dormant", "suspended", "idea", "ended", "refused")


@dataclass(frozen=True, slots=True)
class Standing:
    """One relation with a partner: its class and state (ids and codes, "" for none), and whose it is.

    ``municipality_id`` is empty if it is ours.
    """

    class_id: str
    state: str
    municipality_id: str = ""


@dataclass(frozen=True, slots=True)
class MappedPartner:
    """A partner, named in the language spoken now; ``standings`` begin with the liveliest relation."""

    id: str
    name: str
    country: str
    kind: str
    position: Position | None
    standings: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class MappedClass:
    """A class of relations: its name in the language spoken now, and its colour (see ``model.colours``)."""

    id: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class PartnerMap:
    """All partners by name, the classes in their order, municipalities (id, name) that have relations."""

    partners: tuple[MappedPartner, ...]
    classes: tuple[MappedClass, ...]
    municipalities: tuple[tuple[str, str], ...]
    home: Position | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place of the gazetteer that a partner without a position may lie at."""

    partner_id: str
    name: str
    place: Place


def read(session: Session) -> PartnerMap:
    """Everything the map shows, in the language spoken now."""
    names, countries = all_titles(session, Partner), all_titles(session, Country)
    classes = [
        MappedClass(one.id, one.title(), one.colour)
        for one in session.scalars(select(RelationClass).order_by(RelationClass.place, RelationClass.id))
    ]
    standings = _standings(session, {one.id: place for place, one in enumerate(classes)})
    rows = session.execute(select(Partner.id, Partner.country_id, Partner.kind, Partner.position))
    partners = [
        MappedPartner(
            row.id,
            names.get(row.id) or _("(without a name)"),
            countries.get(row.country_id or "", ""),
            row.kind,
            row.position,
            tuple(standings.get(row.id, ())),
        )
        for row in rows
    ]
    partners.sort(key=lambda one: (sort_key(one.name), one.id))
    home = session.scalars(select(Office.position)).one()
    return PartnerMap(tuple(partners), tuple(classes), _municipalities(standings, names), home)


def _standings(session: Session, places: Mapping[str, int]) -> dict[str, list[Standing]]:
    found: dict[str, list[Standing]] = {}
    rows = session.execute(
        select(Relation.partner_id, Relation.class_id, Relation.state, Relation.municipality_id)
    )
    for row in rows:
        standing = Standing(row.class_id or "", row.state or "", row.municipality_id or "")
        found.setdefault(row.partner_id or "", []).append(standing)
    for some in found.values():
        some.sort(key=lambda one: (_liveliness(one.state), places.get(one.class_id, len(places))))
    return found


def _liveliness(state: str) -> int:
    return _LIVELIEST.index(state) if state in _LIVELIEST else len(RELATION_STATES)


def _municipalities(
    standings: Mapping[str, Iterable[Standing]], names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    ids = {one.municipality_id for some in standings.values() for one in some} - {""}
    named = [(row_id, names.get(row_id) or _("(without a name)")) for row_id in ids]
    return tuple(sorted(named, key=lambda one: (sort_key(one[1]), one[0])))


def proposals(session: Session) -> list[Proposal]:
    """Where partners without a position may lie, by the gazetteer; only where name and country are known.

    The seat of a union or network comes before its name.
    """
    codes = {row.id: row.code for row in session.execute(select(Country.id, Country.code))}
    names = all_titles(session, Partner)
    found = []
    for partner in session.scalars(select(Partner).where(Partner.position.is_(None))):
        code = codes.get(partner.country_id or "", "")
        if place := place_of([str(getattr(partner, name) or "") for name in NAMING], code):
            found.append(Proposal(partner.id, names.get(partner.id, ""), place))
    return found


def place_of(words: Iterable[str], code: str) -> Place | None:
    """The place of the gazetteer that the first of ``words`` names, in the country with the ISO ``code``."""
    places = (gazetteer.find(word, code) for word in words if code and word)
    return next((one for one in places if one is not None), None)


def place_partners(office: OfficeFile, wanted: Iterable[Proposal], origin: object = None) -> int:
    """Store the positions that were proposed, as one step; how many were stored.

    The time zone is stored with them where there is none. What got a position meanwhile keeps it.
    """
    stored = 0
    with office.change(N_("Positions filled in from the gazetteer"), origin) as session:
        for one in wanted:
            partner = session.get(Partner, one.partner_id)
            if partner is None or partner.position is not None:
                continue
            partner.position = Position(one.place.latitude, one.place.longitude)
            partner.zone = partner.zone or one.place.zone
            stored += 1
    return stored
