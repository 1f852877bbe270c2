"""Where a visit takes place, and by whose clocks: those of the partner abroad, else those of the office."""

from dipdesk.model.gazetteer import find
from dipdesk.model.partner import Partner
from dipdesk.model.visit import ABROAD, Visit
from dipdesk.rules import countries
from dipdesk.rules.countries import HOME


def zone_of_partner(partner: Partner) -> str:
    """The time zone of a partner: as entered, else of its city, else of its capital; empty if unknown."""
    code = partner.country.code if partner.country is not None else ""
    if partner.zone or not code:
        return partner.zone
    names = (partner.seat, partner.name_own, partner.name_en, partner.name_tr)
    return next((zone for one in names if (zone := zone_of_place(one, code))), _zone_of_country(code))


def zone_of_place(name: str, country: str = "") -> str:
    """The time zone of a place named in free words, in a country (ISO code) or anywhere; empty if unknown."""
    place = find(name, country) if name.strip() else None
    return place.zone if place is not None else ""


def zone_of_visit(visit: Visit, home: str) -> str:
    """The time zone by which a visit is told; ``home`` is that of the office."""
    if visit.kind not in ABROAD:
        return home
    if visit.partner is None or visit.kind == "meeting":
        there = zone_of_place(visit.place)
        if there:
            return there
    return (zone_of_partner(visit.partner) if visit.partner is not None else "") or home


def zone_of_end(name: str, visit: Visit | None) -> str:
    """The time zone of an end of a journey, such as ``Ankara Esenboğa``; empty if nobody knows the place.

    The town is taken that the first words name: one of the partner's country, else of ours, else the
    largest anywhere.
    """
    partner = visit.partner if visit is not None else None
    theirs = partner.country.code if partner is not None and partner.country is not None else ""
    words = name.split()
    towns = [" ".join(words[:number]) for number in range(len(words), 0, -1)]
    countries_first = dict.fromkeys((theirs or HOME, HOME, ""))
    found = (zone_of_place(town, code) for code in countries_first for town in towns)
    return next((zone for zone in found if zone), "")


def _zone_of_country(code: str) -> str:
    return countries.facts(code, "en").zone
