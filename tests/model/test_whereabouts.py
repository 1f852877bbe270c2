"""By whose clocks a visit is told: the zone of the partner, of its city, of its capital, or our own."""

import pytest

from dipdesk.model import Country, Partner, Visit
from dipdesk.model.whereabouts import zone_of_end, zone_of_partner, zone_of_visit

HOME = "Europe/Istanbul"


def partner(code: str = "", **values: str) -> Partner:
    made = Partner(**{"zone": "", "seat": "", "name_own": "", "name_en": "", "name_tr": "", **values})
    made.country = Country(code=code) if code else None
    return made


def visit(kind: str, to: Partner | None, place: str = "") -> Visit:
    made = Visit(kind=kind, place=place)
    made.partner = to
    return made


@pytest.mark.parametrize(
    ("code", "values", "zone"),
    [
        ("DE", {"zone": "Europe/Vienna"}, "Europe/Vienna"),
        ("US", {"name_en": "Houston"}, "America/Chicago"),
        ("US", {"name_en": "Union of towns", "seat": "Denver"}, "America/Denver"),
        ("DE", {"name_tr": "Örnekkent"}, "Europe/Berlin"),
        ("", {"name_en": "Berlin"}, ""),
    ],
)
def test_a_partner_has_the_zone_of_its_place(code: str, values: dict[str, str], zone: str) -> None:
    assert zone_of_partner(partner(code, **values)) == zone


def test_abroad_their_clocks_count_and_at_home_ours() -> None:
    berlin = partner("DE", name_en="Berlin-Mitte")
    assert zone_of_visit(visit("outbound", berlin), HOME) == "Europe/Berlin"
    assert zone_of_visit(visit("inbound", berlin), HOME) == HOME
    assert zone_of_visit(visit("outbound", None, "Tbilisi"), HOME) == "Asia/Tbilisi"
    assert zone_of_visit(visit("outbound", None), HOME) == HOME


def test_a_meeting_is_where_it_takes_place() -> None:
    network = partner("ES", seat="Barcelona")
    assert zone_of_visit(visit("meeting", network, "Dubai"), HOME) == "Asia/Dubai"
    assert zone_of_visit(visit("meeting", network, "Salle 3"), HOME) == "Europe/Madrid"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Ankara Esenboğa", HOME),
        ("İstanbul Havalimanı (IST)", HOME),
        ("Berlin Brandenburg (BER)", "Europe/Berlin"),
        ("London Heathrow", "Europe/London"),
        ("", ""),
    ],
)
def test_a_journey_begins_and_ends_in_towns(name: str, zone: str) -> None:
    assert zone_of_end(name, visit("outbound", partner("DE"))) == zone
