"""The papers for those who move, lodge, feed and serve a visit."""

import csv
import io
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.i18n import LANGUAGES
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Duty,
    Guest,
    Lodging,
    Passenger,
    Person,
    ProgrammeItem,
    Ride,
    Room,
    RoomChange,
    Travel,
    Vehicle,
    Visit,
)
from dipdesk.papers import making, pdf, sheets, text
from dipdesk.papers.blocks import Document
from dipdesk.papers.registry import paper
from dipdesk.progress import Progress
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored
from tests.papers.samples import made

LONG = ("Şçğıüö Ağ İIıi " * 20)[:200]
TABLES = ("rooming_list", "arrival_board", "kitchen_list", "counterpart_matrix")
ALL = (*TABLES, "car_plan", "interpreter_plan", "phone_list")
PEOPLE = 60


def at(day: int, hour: int) -> Moment:
    return Moment(datetime(2027, 5, day, hour))  # noqa: DTZ001 - what the wall clock shows


@pytest.fixture
def crowded(office: OfficeFile) -> str:
    """Sixty people with names of two hundred letters in two hotels, with cars, duties and meals."""
    visit = Visit(title_tr=LONG, title_en=LONG)
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
    side = Delegation(visit_id=visit.id, side="guest", name_tr=LONG)
    hotels = [Lodging(visit_id=visit.id, name=f"{n} {LONG}") for n in range(2)]
    rooms = [Room(lodging_id=hotels[n % 2].id, number=f"{n}", beds=2) for n in range(PEOPLE)]
    people = [
        Person(given_name=f"Ad {n}", family_name=LONG, phone=f"+90 555 000 00 {n:02}") for n in range(PEOPLE)
    ]
    arrival = Travel(visit_id=visit.id, arrives=at(12, 10), number="TK 1", origin=LONG)
    members = [
        DelegationMember(
            delegation_id=side.id,
            person_id=one.id,
            room_id=rooms[n].id if n % 7 else None,
            arrival_id=arrival.id,
            meals=LONG,
        )
        for n, one in enumerate(people)
    ]
    car = Vehicle(plate="99 AA 001", name=LONG, seats=3)
    rides = [
        Ride(visit_id=visit.id, vehicle_id=car.id, starts=at(12, n % 20), origin=LONG) for n in range(PEOPLE)
    ]
    seats = [
        Passenger(ride_id=one.id, member_id=members[(n + k) % PEOPLE].id, place=k)
        for n, one in enumerate(rides)
        for k in range(1, 5)
    ]
    items = [ProgrammeItem(visit_id=visit.id, kind="meal", starts=at(13, n), title_tr=LONG) for n in range(9)]
    duties = [
        Duty(visit_id=visit.id, person_id=one.id, item_id=items[n % 9].id) for n, one in enumerate(people)
    ]
    with office.change("a crowd") as session:
        session.add_all([visit, side, *hotels, *rooms, *people, arrival, *members, car, *rides, *seats])
        session.add_all([*items, *duties])
    return visit.id


def built(office: OfficeFile, name: str, visit: str, **chosen: object) -> Document:
    one = paper(name)
    return making.build(office, one, visit, one.options(**chosen), ("tr", "en"), MADE_AT)


@pytest.mark.parametrize("name", ALL)
def test_a_crowd_is_printed_whole(office: OfficeFile, crowded: str, name: str, tmp_path: Path) -> None:
    document = built(office, name, crowded)
    assert pdf.write(document, tmp_path / "crowd.pdf", Progress()).pages >= 2
    making.write_document(document, "docx", tmp_path / "crowd.docx")
    said = text.write(document)
    if name != "kitchen_list":
        assert all(f"Ad {n} " in said for n in range(PEOPLE))


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_had_as_workbooks_too(office: OfficeFile, crowded: str, name: str) -> None:
    assert {"xlsx", "csv", "html"} <= set(paper(name).formats)
    document = built(office, name, crowded)
    rows = list(csv.reader(io.StringIO(sheets.content(document, "csv").decode("utf-8-sig"))))
    assert len(rows) > 1
    assert sheets.content(document, "xlsx")


def test_rooms_of_two_hotels_say_which(office: OfficeFile, crowded: str) -> None:
    said = text.write(built(office, "rooming_list", crowded))
    assert f"0 {LONG[:20]}" in said
    assert "no room yet" in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_phone_list_of_the_sample_fits_one_page(
    read_office: OfficeFile, code: str, tmp_path: Path
) -> None:
    document = made(read_office, "phone_list", "visit", (code,))
    assert pdf.write(document, tmp_path / "phones.pdf", Progress()).pages == 1


def test_every_driver_has_a_sheet_with_own_rides_only(read_office: OfficeFile) -> None:
    said = text.write(made(read_office, "car_plan", "visit", ("en",)))
    _plan, *sheets_said = re.split("Driver: |Driver of ", said)
    assert len(sheets_said) >= 3
    first = next(one for one in sheets_said if one.startswith("Ali DİREKSİYON"))
    assert "99 AA 001" in first
    assert "99 AA 014" not in first
    without = text.write(made(read_office, "car_plan", "visit", ("en",), sheets=False))
    assert "Driver of " not in without
    assert "Driver: " not in without


def test_duties_can_be_of_one_kind_only(read_office: OfficeFile) -> None:
    said = text.write(made(read_office, "interpreter_plan", "visit", ("en",), kind="escort"))
    assert "Escort officer" in said
    assert "Interpreter |" not in said
    assert "No duty is given for an item of the programme." in said


def test_the_board_counts_where_names_are_not_wanted(read_office: OfficeFile) -> None:
    said = text.write(made(read_office, "arrival_board", "visit", ("en",), people=False))
    assert "11 people" in said
    assert "MUSTERFRAU" not in said


def test_who_moves_stands_in_both_rooms(office: OfficeFile, crowded: str) -> None:
    with office.change("a move") as session:
        found = session.scalars(select(DelegationMember).where(DelegationMember.room_id.is_not(None)))
        member = min(found, key=lambda one: one.id)
        other = session.scalars(select(Room).where(Room.id != member.room_id).order_by(Room.id)).first()
        assert other is not None
        session.add(RoomChange(member_id=member.id, room_id=other.id, starts=date(2027, 5, 13)))
        name = member.person.given_name if member.person else ""
    for chosen in ({}, {"receiver": "hotel"}):
        lines = text.write(built(office, "rooming_list", crowded, **chosen)).splitlines()
        said = [line for line in lines if f"{name} " in line]
        assert len(said) == 2
        assert all(" | 1 " in line or line.rstrip().endswith("| 1") for line in said)
    hidden = text.write(built(office, "rooming_list", crowded, public=True)).splitlines()
    assert len([line for line in hidden if f"{name} " in line]) <= 1


def test_the_kitchen_knows_of_a_dinner_that_no_item_stands_for(office: OfficeFile, visit: str) -> None:
    side = Delegation(visit_id=visit, side="guest")
    people = [Person(family_name=name) for name in ("Comes", "Declined", "Stranger")]
    dinner = Ceremony(visit_id=visit, kind="dinner", title_en="The dinner", starts=at(12, 20))
    members = [
        DelegationMember(delegation_id=side.id, person_id=one.id, meals="vegetarian") for one in people[:2]
    ]
    states = ("coming", "declined", "coming")
    guests = [
        Guest(ceremony_id=dinner.id, person_id=one.id, state=state)
        for one, state in zip(people, states, strict=True)
    ]
    stored(office, side, *people, dinner, *members, *guests)
    one = paper("kitchen_list")
    built = making.build(office, one, visit, one.options(), ("en",), MADE_AT)
    (line,) = list(csv.reader(io.StringIO(sheets.content(built, "csv").decode("utf-8-sig"))))[1:]
    assert (line[1], *line[3:]) == ("The dinner", "2", "1 × vegetarian")
