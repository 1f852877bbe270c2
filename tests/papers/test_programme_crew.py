"""What stands behind the items of a programme: cues, notes for guests and crew, gifts, parts, ways."""

from datetime import datetime

import pytest

from dipdesk.model import (
    Ceremony,
    Cue,
    Delegation,
    DelegationMember,
    Duty,
    Gift,
    Person,
    Phase,
    ProgrammeItem,
    Ride,
    TakingPart,
    Vehicle,
)
from dipdesk.model.kinds import Position
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Figure, Grid, Heading, Table, every, in_line
from dipdesk.papers.pdf import qr
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored

TOLD = (
    "Before the plant: Dr Ada",
    "Interpreter: Eda Çeviren",
    "Exchange of gifts: Tile plate for Erika Muster",
)
OWN = {"technician": "Microphones on", "kitchen": "Warm plates", "driver": "Engines on"}


def at(hour: int, minute: int = 0) -> Moment:
    return Moment(datetime(2027, 5, 13, hour, minute))  # noqa: DTZ001 - what the wall clock shows


@pytest.fixture
def crewed(office: OfficeFile, visit: str) -> str:
    """A tour with all that may be known of it, and a start that is a milestone."""
    oath = Ceremony(visit_id=visit, kind="signing", starts=at(9, 15), title_tr="İmza", title_en="Oath")
    tour = ProgrammeItem(
        visit_id=visit,
        starts=at(9, 15),
        ends=at(10, 30),
        title_tr="Tesis gezisi",
        title_en="Plant tour",
        place_tr="Tesis",
        place_en="The plant",
        position=Position(41.00824, 28.97843),
        speakers="Before the plant: Dr Ada",
        ceremony_id=oath.id,
        guests_note_tr="Kapalı ayakkabı",
        guests_note_en="Closed shoes needed",
        crew_note_en="Gate 2",
        note_en="Budget first",
        part_tr="Çevre",
        part_en="Environment",
    )
    start = ProgrammeItem(
        visit_id=visit, starts=at(8), title_tr="Hareket", title_en="We leave", milestone=True
    )
    guest, eda = (
        Person(given_name="Erika", family_name="Muster"),
        Person(given_name="Eda", family_name="Çeviren"),
    )
    stored(office, oath, guest, eda, start, tour)
    stored(
        office,
        Duty(visit_id=visit, person_id=eda.id, kind="interpreter", item_id=tour.id),
        Gift(visit_id=visit, item_id=tour.id, what_tr="Tabak", what_en="Tile plate", receiver_id=guest.id),
        *(
            Cue(item_id=tour.id, role=role, minutes=-10, text_tr=f"TR {words}", text_en=words)
            for role, words in OWN.items()
        ),
    )
    return visit


def said(office: OfficeFile, visit: str, name: str = "programme", **chosen: object) -> str:
    one = paper(name)
    return text.write(making.build(office, one, visit, one.options(**chosen), ("en",), MADE_AT))


@pytest.mark.parametrize("layout", ["timeline", "beside"])
def test_the_office_reads_all_that_stands_behind_an_item(
    office: OfficeFile, crewed: str, layout: str
) -> None:
    shown = said(office, crewed, layout=layout)
    wanted = (*TOLD, *OWN.values(), "Oath", "Gate 2", "Budget first", "Closed shoes needed", "09:05")
    assert [one for one in wanted if one.casefold() not in shown.casefold()] == []


@pytest.mark.parametrize("name", ["programme", "programme_booklet"])
def test_guests_read_their_note_and_nothing_of_the_crew(office: OfficeFile, crewed: str, name: str) -> None:
    for more in ({}, {"layout": "beside"}, {"layout": "roles"}) if name == "programme" else ({},):
        shown = said(office, crewed, name, public=True, **more)
        assert "Closed shoes needed" in shown
        assert [one for one in (*TOLD, *OWN.values(), "Gate 2", "Budget", "41.008") if one in shown] == []


@pytest.mark.parametrize("name", ["programme", "brief"])
def test_the_copy_for_the_guests_has_nothing_of_what_is_for_the_crew(
    office: OfficeFile, crewed: str, name: str
) -> None:
    hidden = ProgrammeItem(visit_id=crewed, starts=at(7), title_en="Sweep the yard", audience="crew")
    rain = ProgrammeItem(visit_id=crewed, starts=at(11), title_en="Walk", plan_b_en="By bus")
    stored(office, hidden, rain)
    inside = said(office, crewed, name)
    told = ("Sweep the yard", "Budget first") if name == "brief" else ("Sweep the yard", "By bus", "Gate 2")
    assert [one for one in told if one not in inside] == []
    copy = said(office, crewed, name, receiver="partner")
    assert "Closed shoes needed" in copy
    secret = ("Sweep the yard", "Budget first", "By bus", "Gate 2")
    assert [one for one in secret if one in copy] == []


def test_only_the_office_reads_the_names_of_those_who_take_part(office: OfficeFile, crewed: str) -> None:
    side, guest = Delegation(visit_id=crewed), Person(given_name="Zoe", family_name="Quill")
    stored(office, side, guest)
    member = DelegationMember(delegation_id=side.id, person_id=guest.id)
    walk = ProgrammeItem(visit_id=crewed, starts=at(12), title_en="Walk", takes_part="named")
    stored(office, member, walk)
    stored(office, TakingPart(item_id=walk.id, member_id=member.id))
    assert "QUILL" in said(office, crewed)
    assert "QUILL" not in said(office, crewed, receiver="technician")


def test_the_brief_tells_who_speaks_and_interprets_and_what_guests_must_know(
    office: OfficeFile, crewed: str
) -> None:
    shown = said(office, crewed, "brief")
    assert [one for one in (*TOLD, "Closed shoes needed") if one.casefold() not in shown.casefold()] == []


@pytest.mark.parametrize("role", list(OWN))
def test_the_pack_of_a_role_holds_its_own_cues_only(office: OfficeFile, crewed: str, role: str) -> None:
    shown = said(office, crewed, "role_pack", role=role)
    assert [key for key, words in OWN.items() if words in shown] == [role]
    assert "Tile plate" not in shown
    assert "Budget first" not in shown


def test_a_column_for_each_role_that_has_a_cue(office: OfficeFile, crewed: str) -> None:
    one = paper("programme")
    for languages in (("tr",), ("en",), ("tr", "en")):
        shown = making.build(office, one, crewed, one.options(layout="roles"), languages, MADE_AT)
        (table,) = (block for block in every(shown.blocks) if isinstance(block, Table))
        assert len(table.columns) == 2 + len(OWN)
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert [
        one for one in (*OWN.values(), "Gate 2", "09:05") if one not in said(office, crewed, layout="roles")
    ] == []


def test_more_roles_than_a_page_holds_stand_in_tables_one_below_the_other(
    office: OfficeFile, crewed: str
) -> None:
    with office.change("more cues") as session:
        item = session.query(ProgrammeItem).filter_by(title_en="Plant tour").one()
        more = ("master", "photographer", "security")
        session.add_all(Cue(item_id=item.id, role=role, text_en=f"For {role}") for role in more)
    one = paper("programme")
    shown = making.build(office, one, crewed, one.options(layout="roles"), ("tr", "en"), MADE_AT)
    tables = [block for block in every(shown.blocks) if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [5, 5]
    titles = [[str(row.cells[1]) for row in table.rows] for table in tables]
    assert "We leave" in " ".join(titles[0])
    assert "We leave" not in " ".join(titles[1])


def test_parts_stand_under_a_heading_and_milestones_stand_out(office: OfficeFile, crewed: str) -> None:
    one = paper("programme")
    shown = making.build(office, one, crewed, one.options(), ("tr", "en"), MADE_AT)
    heads = [in_line(block.text) for block in every(shown.blocks) if isinstance(block, Heading)]
    assert any("Environment · 09:15–10:30" in head for head in heads)
    assert "◆ We leave" in text.write(shown)
    assert "Environment" in said(office, crewed, layout="beside")


def test_a_milestone_has_no_length() -> None:
    stone = ProgrammeItem(title_en="x", starts=at(8), ends=at(9), milestone=True)
    assert "ends" in stone.remarks()


@pytest.mark.parametrize("layout", ["timeline", "beside"])
def test_the_way_to_a_place_is_a_code_that_a_phone_reads(
    office: OfficeFile, crewed: str, layout: str
) -> None:
    one = paper("programme")
    shown = making.build(office, one, crewed, one.options(layout=layout), ("tr", "en"), MADE_AT)
    grids = [
        shape
        for block in every(shown.blocks)
        if isinstance(block, Figure)
        for shape in block.shapes
        if isinstance(shape, Grid)
    ]
    assert [grid.rows for grid in grids] == [qr.rows("geo:41.00824,28.97843")]
    assert "41.00824°, 28.97843°" in text.write(shown)
    assert "41.00824" in said(office, crewed, "role_pack", role="driver")


def test_a_driver_has_the_codes_of_his_own_ways(office: OfficeFile, crewed: str) -> None:
    with office.change("a ride") as session:
        tour = session.query(ProgrammeItem).filter_by(title_en="Plant tour").one()
        session.add(Ride(visit_id=crewed, starts=at(9), item_id=tour.id, destination="Plant"))
        session.add(Vehicle(plate="99 AA 001"))
        session.flush()
        session.query(Ride).one().vehicle_id = session.query(Vehicle).one().id
    assert "41.00824" in said(office, crewed, "car_plan")
    assert "41.00824" not in said(office, crewed, "car_plan", public=True)


def test_a_cue_belongs_somewhere() -> None:
    assert Cue(role="master", text_en="Now").remarks()
    assert not Cue(role="master", text_en="Now", item_id="x").remarks()


def test_cues_of_a_point_stand_in_the_running_order_for_the_crew(office: OfficeFile, crewed: str) -> None:
    with office.change("a point") as session:
        oath = session.query(Ceremony).one()
        point = Phase(ceremony_id=oath.id, title_en="Anthem", minutes=3, place=10)
        session.add(point)
        session.flush()
        session.add(Cue(phase_id=point.id, role="technician", minutes=0, text_en="Play the anthem"))
    one = paper("running_order")

    def order(**chosen: object) -> str:
        built = making.build(office, one, oath.id, one.options(**chosen), ("en",), MADE_AT)
        return text.write(built)

    assert "Play the anthem" in order()
    assert "Play the anthem" not in order(reader="public")
    assert "Play the anthem" not in order(receiver="kitchen")
    assert "Play the anthem" in order(receiver="technician")
