"""A ceremony of the programme goes along when its item is moved."""

from datetime import date, datetime, time

import pytest

from dipdesk.actions import programme_changes
from dipdesk.gui.form import storing
from dipdesk.model import Ceremony, ProgrammeItem, Task, Visit, field_of
from dipdesk.rules.programme_stop import Stop
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile

ZONE = "Europe/Istanbul"


def at(hour: int, day: int = 12) -> Moment:
    return Moment(datetime.combine(date(2027, 5, day), time(hour)), ZONE)


@pytest.fixture
def ids(office: OfficeFile) -> dict[str, str]:
    """A signing from nine to ten with its ceremony and a task of the day before."""
    with office.change("A signing") as session:
        visit = Visit(title_tr="Ziyaret", starts=date(2027, 5, 12), ends=date(2027, 5, 14))
        ceremony = Ceremony(title_tr="İmza", starts=at(9), ends=at(10))
        session.add_all([visit, ceremony])
        session.flush()
        task = Task(subject=f"ceremony/{ceremony.id}", what_tr="Kartlar", days=-1, due=date(2027, 5, 11))
        item = ProgrammeItem(visit_id=visit.id, ceremony_id=ceremony.id, starts=at(9), ends=at(10))
        item.title_tr, item.timing = "İmza", "fixed"
        session.add_all([task, item])
        session.flush()
        return {"item": item.id, "ceremony": ceremony.id, "task": task.id}


def move(office: OfficeFile, item_id: str, moment: Moment) -> None:
    before, after = Stop(item_id, at(9), at(10)), Stop(item_id, moment, moment.after(60))
    programme_changes.keep(office, programme_changes.proposed((before,), after, rest_follows=False), "İmza")


def hours(office: OfficeFile, ids: dict[str, str]) -> tuple[Moment | None, Moment | None]:
    with office.read() as session:
        found = session.get_one(Ceremony, ids["ceremony"])
        return found.starts, found.ends


def test_it_moves_with_its_item_and_takes_its_tasks(office: OfficeFile, ids: dict[str, str]) -> None:
    move(office, ids["item"], at(11, 13))
    assert hours(office, ids) == (at(11, 13), at(12, 13))
    with office.read() as session:
        assert session.get_one(Task, ids["task"]).due == date(2027, 5, 12)
    office.undo()
    assert hours(office, ids) == (at(9), at(10)), "one step"


def test_it_moves_when_the_hour_is_typed(office: OfficeFile, ids: dict[str, str]) -> None:
    field = field_of(ProgrammeItem, "starts")
    storing.store_field(office, (ProgrammeItem, ids["item"]), field, at(15), None, lambda session: None)
    assert hours(office, ids) == (at(15), at(16))


def test_an_hour_of_its_own_stays(office: OfficeFile, ids: dict[str, str]) -> None:
    with office.change("Later") as session:
        session.get_one(Ceremony, ids["ceremony"]).starts = at(10)
    move(office, ids["item"], at(14))
    assert hours(office, ids) == (at(10), at(10))
