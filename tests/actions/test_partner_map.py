"""All partners as the map needs them."""

import pytest
from sqlalchemy import select

from dipdesk.actions import partner_map
from dipdesk.i18n import speaking
from dipdesk.model import Country, Office, Partner, Relation, RelationClass, shipped_id
from dipdesk.model.kinds import Position
from dipdesk.store.office_file import OfficeFile

SISTER, FRIEND = shipped_id("relation_class", "sister_city"), shipped_id("relation_class", "friendship")


def country(code: str) -> str:
    return shipped_id("country", code)


def test_an_empty_office_has_classes_and_no_partners(office: OfficeFile) -> None:
    with office.read() as session:
        found = partner_map.read(session)
    assert found.partners == ()
    assert found.municipalities == ()
    assert found.home is None
    assert found.classes[0].id == SISTER


def test_a_partner_knows_its_relations_the_liveliest_first(office: OfficeFile) -> None:
    tbilisi = Partner(
        name_tr="Tiflis", name_en="Tbilisi", country_id=country("GE"), position=Position(41.7, 44.8)
    )
    member = Partner(name_tr="Çekmeköy", kind="member")
    with office.change("a test") as session:
        session.add_all([tbilisi, member])
        session.add(Relation(partner_id=tbilisi.id, class_id=SISTER, state="ended"))
        session.add(
            Relation(partner_id=tbilisi.id, class_id=FRIEND, state="active", municipality_id=member.id)
        )
    with office.read() as session, speaking("en"):
        found = partner_map.read(session)
    one = next(one for one in found.partners if one.id == tbilisi.id)
    assert (one.name, one.country, one.position) == ("Tbilisi", "Georgia", Position(41.7, 44.8))
    assert [standing.class_id for standing in one.standings] == [FRIEND, SISTER]
    assert found.municipalities == ((member.id, "Çekmeköy"),)


def test_names_are_in_turkish_order(office: OfficeFile) -> None:
    with office.change("a test") as session:
        session.add_all(
            Partner(name_tr=name) for name in ("Şam", "Sofya", "Izmail", "İrbid", "Zagreb", "Çerkessk")
        )
    with office.read() as session, speaking("tr"):
        names = [one.name for one in partner_map.read(session).partners]
    assert names == ["Çerkessk", "Izmail", "İrbid", "Sofya", "Şam", "Zagreb"]


def test_the_office_lies_where_it_says(office: OfficeFile) -> None:
    with office.change("a test") as session:
        session.scalars(select(Office)).one().position = Position(39.65, 27.88)
    with office.read() as session:
        assert partner_map.read(session).home == Position(39.65, 27.88)


@pytest.fixture
def unplaced(office: OfficeFile) -> dict[str, str]:
    """Partners without a position by name: their ids."""
    made = {
        "Tiflis": Partner(name_tr="Tiflis", name_en="Tbilisi", country_id=country("GE")),
        "Nowhere": Partner(name_en="Qqqqqqqq", country_id=country("DE")),
        "Stateless": Partner(name_en="Berlin"),
        "Network": Partner(name_en="Some network", kind="network", seat="Brussels", country_id=country("BE")),
        "Placed": Partner(name_en="Bonn", country_id=country("DE"), position=Position(1, 1)),
    }
    with office.change("a test") as session:
        session.add_all(made.values())
    return {name: one.id for name, one in made.items()}


def test_places_are_proposed_where_name_and_country_are_known(
    office: OfficeFile, unplaced: dict[str, str]
) -> None:
    with office.read() as session:
        found = {one.partner_id: one.place.name for one in partner_map.proposals(session)}
    assert set(found) == {unplaced["Tiflis"], unplaced["Network"]}
    assert found[unplaced["Network"]] == "Brussels"


def test_filling_in_is_one_step_that_can_be_undone(office: OfficeFile, unplaced: dict[str, str]) -> None:
    with office.read() as session:
        wanted = partner_map.proposals(session)
    assert partner_map.place_partners(office, wanted) == 2
    with office.read() as session:
        tiflis = session.get(Partner, unplaced["Tiflis"])
        assert tiflis is not None
        assert tiflis.position is not None
        assert tiflis.zone == "Asia/Tbilisi"
        assert session.get(Partner, unplaced["Placed"]).position == Position(1, 1)  # type: ignore[union-attr]
    office.undo()
    with office.read() as session:
        assert session.get(Partner, unplaced["Tiflis"]).position is None  # type: ignore[union-attr]


def test_what_was_placed_meanwhile_stays(office: OfficeFile, unplaced: dict[str, str]) -> None:
    with office.read() as session:
        wanted = partner_map.proposals(session)
    with office.change("by hand") as session:
        session.get(Partner, unplaced["Tiflis"]).position = Position(2, 2)  # type: ignore[union-attr]
    assert partner_map.place_partners(office, wanted) == 1
    with office.read() as session:
        assert session.get(Partner, unplaced["Tiflis"]).position == Position(2, 2)  # type: ignore[union-attr]


def test_names_of_a_country_that_is_gone_do_no_harm(office: OfficeFile) -> None:
    with office.change("a test") as session:
        session.add(Partner(country_id=None, kind="", position=Position(0, 0)))
    with office.read() as session:
        (only,) = partner_map.read(session).partners
        assert session.scalars(select(Country).limit(1)).one()
        assert session.scalars(select(RelationClass).limit(1)).one()
    assert only.name
    assert only.country == ""
