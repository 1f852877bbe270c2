"""How long clashes, logistics and their sections take with ten visits of sixty people on the same days.

python -m tests.bench.logistics [VISITS]
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QWidget

from dipdesk.actions.clashes import clashes_of, open_plan
from dipdesk.actions.counterparts import matrix
from dipdesk.actions.visit_logistics import visit_logistics
from dipdesk.gui import start
from dipdesk.gui.form.delegations import DelegationsSection
from dipdesk.gui.form.logistics.arrival_section import ArrivalSection
from dipdesk.gui.form.logistics.car_section import CarSection
from dipdesk.gui.form.logistics.clash_section import ClashSection
from dipdesk.gui.form.logistics.counterpart_section import CounterpartSection
from dipdesk.gui.form.logistics.duty_section import DutySection
from dipdesk.gui.form.logistics.room_section import RoomSection
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Duty,
    Lodging,
    Passenger,
    Person,
    Post,
    ProgrammeItem,
    Record,
    Ride,
    Room,
    TakingPart,
    Travel,
    Vehicle,
    Visit,
)
from dipdesk.rules.timing import Moment
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

VISITS, PEOPLE, ITEMS, RIDES, DUTIES = 10, 60, 150, 40, 60
_ROUNDS = 5
_FUNCTIONS = ("mayor", "deputy_mayor", "councillor", "director", "specialist", "press")


def at(minutes: int) -> Moment:
    """So many minutes into the first day."""
    return Moment(datetime(2027, 5, 12, 8) + timedelta(minutes=minutes))  # noqa: DTZ001 - a wall clock


def visit_of(number: int, cars: list[Vehicle]) -> list[Record]:
    """A visit of five days with everything in it."""
    visit = Visit(title_tr=f"Ziyaret {number}", state="confirmed")
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 16)
    guests, hosts = (Delegation(visit_id=visit.id, side=side) for side in ("guest", "host"))
    hotel = Lodging(visit_id=visit.id, name="Otel")
    rooms = [Room(lodging_id=hotel.id, number=str(400 + n), beds=2) for n in range(PEOPLE // 3)]
    arrival = Travel(visit_id=visit.id, arrives=at(60), number="TK 1")
    departure = Travel(visit_id=visit.id, direction="departure", leaves=at(4 * 1440), number="TK 2")
    people = [Person(given_name="Ad", family_name=f"Soyad {number} {n}") for n in range(PEOPLE)]
    posts = [Post(person_id=one.id, function=_FUNCTIONS[n % 6]) for n, one in enumerate(people)]
    members = [
        DelegationMember(
            delegation_id=(guests if n % 3 else hosts).id,
            person_id=one.id,
            role="head" if n in (0, 1) else "member",
            needs_interpreter=n % 5 == 0,
            arrival_id=arrival.id,
            departure_id=departure.id,
            room_id=rooms[n % len(rooms)].id,
        )
        for n, one in enumerate(people)
    ]
    items = [
        ProgrammeItem(
            visit_id=visit.id,
            starts=at(n * 35),
            ends=at(n * 35 + 40),
            title_tr=f"Madde {n}",
            kind="meeting",
            takes_part="named" if n % 3 == 0 else "all",
            travel_minutes=15,
            responsible_id=people[n % PEOPLE].id,
        )
        for n in range(ITEMS)
    ]
    parts = [
        TakingPart(item_id=one.id, member_id=members[(n + k) % PEOPLE].id)
        for n, one in enumerate(items[::3])
        for k in range(6)
    ]
    rides = [
        Ride(visit_id=visit.id, vehicle_id=cars[n % len(cars)].id, starts=at(n * 100), ends=at(n * 100 + 45))
        for n in range(RIDES)
    ]
    seats = [
        Passenger(ride_id=one.id, member_id=members[(n * 4 + k) % PEOPLE].id)
        for n, one in enumerate(rides)
        for k in range(4)
    ]
    duties = [Duty(visit_id=visit.id, person_id=people[n].id, item_id=items[n * 2].id) for n in range(DUTIES)]
    return [
        *(visit, guests, hosts, hotel, arrival, departure, *rooms, *people, *posts, *members),
        *(*items, *parts, *rides, *seats, *duties),
    ]


def fill(office: OfficeFile, visits: int) -> list[str]:
    """So many visits on the same days; the ids of them."""
    cars = [Vehicle(plate=f"99 AA {n:03}", seats=3) for n in range(6)]
    made = [visit_of(number, cars) for number in range(visits)]
    with office.change("Visits") as session:
        session.add_all([*cars, *(one for some in made for one in some)])
    return [some[0].id for some in made]


def timed(name: str, act: Callable[[], object]) -> None:
    """Print the best and the worst of several rounds, in milliseconds of processor time."""
    times = []
    for _round in range(_ROUNDS):
        begun = time.process_time()
        act()
        times.append((time.process_time() - begun) * 1000)
    print(f"{name}: {min(times):.0f} to {max(times):.0f} ms")


def main(visits: int) -> None:
    """Fill a file and print what each part takes."""
    app = start.application()
    with (
        tempfile.TemporaryDirectory() as folder,
        opening.create(Path(folder) / "logistics.dipdesk", "Örnek") as office,
    ):
        first = fill(office, visits)[0]

        def read(act: Callable[..., object], *more: object) -> None:
            with office.read() as session:
                act(session, session.get_one(Visit, first), *more)

        print(f"{visits} visits of {PEOPLE} people, {ITEMS} items each, all on the same days")
        timed("clashes of one visit", lambda: read(clashes_of))
        timed("what the window does of it before others go on", lambda: read(open_plan))
        timed("logistics of one visit", lambda: read(visit_logistics, "tr"))
        timed("counterparts", lambda: read(matrix, "tr"))
        over = QWidget()
        for maker in (
            ClashSection, ArrivalSection, RoomSection, CarSection, DutySection, CounterpartSection,
            DelegationsSection,
        ):  # fmt: skip
            section = maker(office, first, over)
            timed(f"refresh of {maker.__name__}", section.refresh)
        over.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else VISITS)
