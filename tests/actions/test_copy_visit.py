"""A visit copied to new days: programme, people who are still in post, nothing personal, one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.actions import copy_visit
from dipdesk.actions.copy_visit import PARTS, Wish
from dipdesk.actions.copy_visit_people import leavers
from dipdesk.actions.story import record_id
from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.model import (
    Delegation,
    DelegationMember,
    Expense,
    Gift,
    Passenger,
    Person,
    Post,
    Privacy,
    ProgrammeItem,
    Room,
    Task,
    Visit,
    entities,
    fields,
)
from dipdesk.rules.timing import PartialDate
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

EVERYTHING = frozenset(PARTS)
NEW = date(2028, 5, 10)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("copy") / "sample.dipdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(made.parent))
        opening.close(sample.create(made))
    return made


@pytest.fixture
def office(path: Path) -> Iterator[OfficeFile]:
    with opening.open_file(path) as found:
        yield found
        while found.undo_label:
            found.undo()


def counted(office: OfficeFile) -> dict[str, int]:
    with office.read() as session:
        return {kind.__tablename__: session.query(kind).count() for kind in entities()}


def test_everything_is_copied_as_one_step(office: OfficeFile) -> None:
    before = counted(office)
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    assert office.undo_labels() == ["Visit copied"]
    with office.read() as session:
        visit = session.get_one(Visit, made)
        assert (visit.starts, visit.ends) == (NEW, date(2028, 5, 12))
        assert (visit.copied_from_id, visit.state, visit.file_number) == (sample.VISIT, "planned", "")
        items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == made)).all()
        first = min(one.starts for one in items if one.starts)
        assert str(first) == "2028-05-10T11:35 Europe/Istanbul"
        old = session.query(ProgrammeItem).filter_by(visit_id=sample.VISIT).count()
        assert len(items) == old
        members = session.scalars(
            select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
            .where(Delegation.visit_id == made)
        ).all()  # fmt: skip
        assert len(members) == 30
        rooms = {one.id for one in session.scalars(select(Room))}
        assert all(one.room_id in rooms for one in members if one.room_id)
        assert session.query(Passenger).count() == 2 * before["passenger"]
        tasks = session.scalars(select(Task).where(Task.subject == f"visit/{made}")).all()
        assert {one.done_on for one in tasks} == {None}
        assert next(one for one in tasks if one.origin == "inbound.request").due == date(2028, 3, 11)
    office.undo()
    assert counted(office) == before


def test_nothing_personal_comes_along(office: OfficeFile) -> None:
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    private = [
        one for one in fields(DelegationMember) if one.privacy in (Privacy.SENSITIVE, Privacy.PERSONAL)
    ]
    assert len(private) > 5
    with office.read() as session:
        for member in session.scalars(
            select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
            .where(Delegation.visit_id == made)
        ):  # fmt: skip
            assert not any(getattr(member, one.name) for one in private)
            assert not any((member.photo_consent, member.privacy_consent, member.privacy_on))
            assert member.state == "expected"


def test_gifts_are_planned_anew_and_costs_not_spent(office: OfficeFile) -> None:
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    with office.read() as session:
        gifts = session.scalars(select(Gift).where(Gift.visit_id == made)).all()
        assert {(one.direction, one.state, one.number) for one in gifts} == {("given", "planned", "")}
        costs = session.scalars(select(Expense).where(Expense.visit_id == made)).all()
        assert all(one.planned and one.spent is None and not one.invoice for one in costs)


def test_what_is_not_wanted_stays_and_links_to_it_are_let_go(office: OfficeFile) -> None:
    before = counted(office)
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, frozenset({"service"})))
    after = counted(office)
    assert after["visit"] == before["visit"] + 1
    assert after["ride"] > before["ride"]
    assert after["passenger"] == before["passenger"]
    assert after["programme_item"] == before["programme_item"]
    with office.read() as session:
        copied = session.get_one(Visit, made)
        assert copied.title_tr == "Beispielburg heyetinin ziyareti"
        assert copied.minutes_tr == copied.lessons == ""


def test_who_left_is_found_with_who_came_instead(office: OfficeFile) -> None:
    with office.change("elections") as session:
        session.get_one(Post, record_id("post", "musterfrau")).until = PartialDate(2028, 3)
        session.get_one(Post, record_id("post", "paradeigma")).until = PartialDate(2028, 9)
        person = Person(family_name="Nachfolger", given_name="Eva")
        session.add(person)
        session.flush()
        post = Post(
            person_id=person.id, partner_id=record_id("partner", "beispielburg"), function="mayor",
            title_tr="Belediye Başkanı", since=PartialDate(2028, 4),
        )  # fmt: skip
        session.add(post)
    with office.read() as session:
        assert leavers(session, sample.VISIT, date(2027, 5, 12)) == []
        found = leavers(session, sample.VISIT, NEW)
    assert [one.person_id for one in found] == [record_id("person", "musterfrau")]
    assert found[0].successors == (post.id,)
    answers = {found[0].member_id: post.id}
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, frozenset({"delegations"}), answers))
    assert heads(office, made) == {person.id, record_id("person", "ornek")}
    alone = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, {found[0].member_id: ""}))
    assert heads(office, alone) == {record_id("person", "ornek")}


def heads(office: OfficeFile, visit_id: str) -> set[str | None]:
    with office.read() as session:
        wanted = select(DelegationMember.person_id).join(
            Delegation, DelegationMember.delegation_id == Delegation.id
        )
        return set(
            session.scalars(wanted.where(Delegation.visit_id == visit_id, DelegationMember.role == "head"))
        )


def test_without_a_day_the_days_stay(office: OfficeFile) -> None:
    made = copy_visit.copy(office, sample.VISIT, Wish(None, frozenset()))
    with office.read() as session:
        assert session.get_one(Visit, made).starts == date(2027, 5, 12)


def test_what_is_gone_or_too_far_is_said(office: OfficeFile) -> None:
    with pytest.raises(Known):
        copy_visit.copy(office, "gone", Wish(NEW, EVERYTHING))
    with pytest.raises(Known):
        copy_visit.copy(office, sample.VISIT, Wish(date(9999, 12, 31), EVERYTHING))
    assert not office.undo_labels()
