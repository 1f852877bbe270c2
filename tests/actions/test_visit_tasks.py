"""The checklist of a visit: laid out once, moved with the days, counted."""

from datetime import date

import pytest
from sqlalchemy import select

from dipdesk.actions import visit_tasks
from dipdesk.errors import Known
from dipdesk.model import Person, Task, Visit
from dipdesk.rules.checklists import checklist
from dipdesk.store.office_file import OfficeFile


def visit_of(office: OfficeFile, **values: object) -> str:
    with office.change("a visit") as session:
        made = Visit(title_tr="Ziyaret", **values)
        session.add(made)
    return made.id


def tasks_of(office: OfficeFile) -> dict[str, Task]:
    with office.read() as session:
        return {one.origin: one for one in session.scalars(select(Task))}


def test_a_checklist_is_laid_out_once(office: OfficeFile) -> None:
    officer = Person(family_name="Timsal")
    with office.change("an officer") as session:
        session.add(officer)
    visit = visit_of(
        office, kind="inbound", starts=date(2027, 5, 12), ends=date(2027, 5, 14), officer_id=officer.id
    )
    found = checklist("inbound")
    assert found is not None
    assert visit_tasks.lay_out(office, visit) == len(found.tasks)
    assert office.undo_label == "Checklist laid out"
    assert visit_tasks.lay_out(office, visit) == 0
    tasks = tasks_of(office)
    assert tasks["inbound.request"].due == date(2027, 3, 13)
    assert tasks["inbound.report"].due == date(2027, 5, 28)
    assert tasks["inbound.minutes"].owner_id == officer.id
    assert tasks["inbound.budget"].owner_id is None


def test_what_was_removed_comes_back_and_nothing_else(office: OfficeFile) -> None:
    visit = visit_of(office, kind="online", starts=date(2027, 5, 12))
    visit_tasks.lay_out(office, visit)
    with office.change("one goes") as session:
        session.delete(session.scalars(select(Task).where(Task.origin == "online.link")).one())
    assert visit_tasks.lay_out(office, visit) == 1


def test_what_is_not_done_moves_with_the_visit(office: OfficeFile) -> None:
    visit = visit_of(office, kind="inbound", starts=date(2027, 5, 12), ends=date(2027, 5, 14))
    visit_tasks.lay_out(office, visit)
    with office.change("done and by hand") as session:
        session.scalars(select(Task).where(Task.origin == "inbound.request")).one().done_on = date(2027, 3, 1)
        session.add(Task(subject=f"visit/{visit}", what_tr="Elle", due=date(2027, 4, 1)))
    with office.change("later") as session:
        found = session.get_one(Visit, visit)
        found.starts, found.ends = date(2027, 6, 12), date(2027, 6, 15)
        moved = visit_tasks.follow(session, found)
    tasks = tasks_of(office)
    assert tasks["inbound.request"].due == date(2027, 3, 13)
    assert tasks["inbound.hold"].due == date(2027, 4, 13)
    assert tasks["inbound.minutes"].due == date(2027, 6, 18)
    assert tasks[""].due == date(2027, 4, 1)
    assert moved == len(tasks) - 2
    office.undo()
    assert tasks_of(office)["inbound.hold"].due == date(2027, 3, 13)


def test_a_visit_without_days_moves_nothing(office: OfficeFile) -> None:
    visit = visit_of(office, kind="inbound")
    visit_tasks.lay_out(office, visit)
    assert {one.due for one in tasks_of(office).values()} == {None}
    with office.change("nothing") as session:
        assert visit_tasks.follow(session, session.get_one(Visit, visit)) == 0


def test_how_far_it_is(office: OfficeFile) -> None:
    visit = visit_of(office, kind="transit", starts=date(2027, 5, 12), ends=date(2027, 5, 12))
    visit_tasks.lay_out(office, visit)
    some = [one.id for one in tasks_of(office).values()][:2]
    assert visit_tasks.finish(office, some, date(2027, 5, 1)) == 2
    assert visit_tasks.finish(office, [*some, "gone"], date(2027, 5, 2)) == 0
    with office.read() as session:
        found = visit_tasks.progress(session, visit, date(2027, 5, 20))
    assert (found.total, found.done, found.late) == (6, 2, 4)


def test_what_cannot_be_laid_out_is_said(office: OfficeFile) -> None:
    with pytest.raises(Known):
        visit_tasks.lay_out(office, "gone")
    with pytest.raises(Known):
        visit_tasks.lay_out(office, visit_of(office, kind=""))
