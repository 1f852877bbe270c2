"""From the counterparts of the sample visit to a bilateral table: one step, heads amid, gaps told, again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from dipdesk.actions import bilateral_table, seating_plans
from dipdesk.actions.counterparts import matrix
from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import Ceremony, DelegationMember, Guest, Placing, ProgrammeItem, SeatingPlan, Visit
from dipdesk.store.office_file import OfficeFile


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    with sample.create(tmp_path_factory.mktemp("sample") / "sample.dipdesk") as office:
        yield office


@pytest.fixture
def told(lived_in: OfficeFile) -> Iterator[OfficeFile]:
    """The sample as it is told; every step of a test is taken back after it."""
    yield lived_in
    while lived_in.undo():
        pass


def without_ceremonies(office: OfficeFile) -> str:
    """Talks of the visit that have no ceremony; the record to seat them at."""
    with office.change("only talks") as session:
        for item in session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == sample.VISIT)):
            item.ceremony_id = None
    with office.read() as session:
        found = bilateral_table.talks_of(session, session.get_one(Visit, sample.VISIT))
    return next(one.record for one in found if one.record.startswith("programme_item/"))


def test_an_item_gets_a_ceremony_guests_and_a_table_in_one_step(told: OfficeFile) -> None:
    record = without_ceremonies(told)
    steps = len(told.undo_labels())
    with speaking("en"):
        found = bilateral_table.seat_both_sides(told, sample.VISIT, record)
        assert "the heads in the middle" in found.said()
    assert len(told.undo_labels()) == steps + 1
    with told.read() as session:
        item = session.get_one(ProgrammeItem, record.partition("/")[2])
        ceremony = session.get_one(Ceremony, found.ceremony_id)
        assert (item.ceremony_id, ceremony.starts, ceremony.kind) == (ceremony.id, item.starts, "meeting")
        plan = session.get_one(SeatingPlan, found.plan_id)
        assert (plan.layout, plan.interpreter) == ("bilateral", "behind")
        seated = seating_plans.read(session, plan, "tr")
        assert seated.stray == ()
        middle = (plan.seats or 0) // 2 // 2 + 1
        heads = [seated.attendee(seated.seating[f"{side}/{middle}"]).guest.role for side in (1, 2)]
        assert heads == ["host", "guest_of_honour"]
        rows = matrix(session, session.get_one(Visit, sample.VISIT), "tr")
        real = sum(
            1 for one in rows if one.guest and one.host and one.guest.member.role in ("head", "member")
        )
        assert 0 < found.pairs <= real
        assert found.apart == 0
        seated = session.scalars(select(Guest.state).where(Guest.ceremony_id == found.ceremony_id))
        assert set(seated) == {"expected"}  # nobody sent them an invitation
    told.undo()
    with told.read() as session:
        assert session.get(SeatingPlan, found.plan_id) is None
        assert session.get(Ceremony, found.ceremony_id) is None


def test_again_the_same_plan_is_brought_up_to_date_and_who_is_locked_stays(told: OfficeFile) -> None:
    record = without_ceremonies(told)
    first = bilateral_table.seat_both_sides(told, sample.VISIT, record)
    with told.read() as session:
        seat, guest = session.execute(
            select(Placing.seat, Placing.guest_id).where(
                Placing.plan_id == first.plan_id, Placing.seat == "2/1"
            )
        ).one()
    seating_plans.lock(told, first.plan_id, seat, is_locked=True)
    again = bilateral_table.seat_both_sides(told, sample.VISIT, f"ceremony/{first.ceremony_id}")
    assert (again.plan_id, again.ceremony_id, again.pairs) == (first.plan_id, first.ceremony_id, first.pairs)
    with told.read() as session:
        kept = session.scalars(select(Placing).where(Placing.plan_id == first.plan_id)).all()
        assert len({one.guest_id for one in kept}) == len(kept)
        assert [one.guest_id for one in kept if one.seat == seat] == [guest]


def test_a_guest_who_declined_leaves_the_chair_opposite_empty(told: OfficeFile) -> None:
    record = without_ceremonies(told)
    first = bilateral_table.seat_both_sides(told, sample.VISIT, record)
    with told.change("the hosts decline") as session:
        guests = session.scalars(select(Guest).where(Guest.ceremony_id == first.ceremony_id)).all()
        hosts = [one for one in guests if one.side == "host" and not one.role]
        for one in hosts:
            one.state = "declined"
    again = bilateral_table.seat_both_sides(told, sample.VISIT, f"ceremony/{first.ceremony_id}")
    assert again.alone
    with speaking("en"):
        assert "The chair opposite stays empty for" in again.said()


def test_an_interpreter_by_post_sits_as_those_by_role(told: OfficeFile) -> None:
    record = without_ceremonies(told)
    first = bilateral_table.seat_both_sides(told, sample.VISIT, record)
    behind = voices(told, first.plan_id)
    assert set(behind) == {"1/behind/1", "2/behind/1"}
    told.undo()
    with told.change("mere members") as session:
        for member in session.scalars(select(DelegationMember).where(DelegationMember.role == "interpreter")):
            member.role = "member"
    again = bilateral_table.seat_both_sides(told, sample.VISIT, record)
    assert voices(told, again.plan_id) == behind
    assert (again.pairs, again.alone) == (first.pairs, first.alone)
    with told.change("guests without a role") as session:
        for guest in session.scalars(select(Guest).where(Guest.role == "interpreter")):
            guest.role = ""
    assert voices(told, again.plan_id) == behind


def voices(office: OfficeFile, plan_id: str) -> dict[str, str]:
    """Whose family name has which chair behind."""
    with office.read() as session:
        seated = seating_plans.read(session, session.get_one(SeatingPlan, plan_id), "tr")
        chairs = {seat: seated.attendee(guest) for seat, guest in seated.seating.items() if "behind" in seat}
        return {seat: one.person.family_name for seat, one in chairs.items()}


def test_what_is_missing_is_said(told: OfficeFile) -> None:
    with pytest.raises(Known):
        bilateral_table.seat_both_sides(told, "x" * 32, "ceremony/x")
    with pytest.raises(Known):
        bilateral_table.seat_both_sides(told, sample.VISIT, "ceremony/x")
    with told.change("alone") as session:
        visit = Visit(title_tr="Boş")
        session.add(visit)
    with pytest.raises(Known):
        bilateral_table.seat_both_sides(told, visit.id, "ceremony/x")
    with told.read() as session:
        assert bilateral_table.talks_of(session, session.get_one(Visit, visit.id)) == []
