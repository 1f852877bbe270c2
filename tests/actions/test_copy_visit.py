"""A visit copied to new days: programme, people who are still in post, nothing personal, one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.actions import copy_visit
from dipdesk.actions.copy_visit import Wish, day_like, people_instead
from dipdesk.actions.copy_visit_gifts import given_again
from dipdesk.actions.copy_visit_people import leavers
from dipdesk.actions.copy_visit_rows import PARTS
from dipdesk.actions.story import record_id
from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Expense,
    FlagPlan,
    FlagShown,
    Gift,
    Guest,
    GuestMove,
    Passenger,
    Person,
    Phase,
    Placing,
    Post,
    Privacy,
    ProgrammeItem,
    Room,
    SeatingPlan,
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
    answers = dict.fromkeys(found[0].row_ids, post.id)
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, frozenset({"delegations"}), answers))
    assert heads(office, made) == {person.id, record_id("person", "ornek")}
    alone = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, dict.fromkeys(found[0].row_ids, "")))
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


def ceremonies(office: OfficeFile, visit_id: str) -> dict[str, str]:
    """The ids of the ceremonies of a visit by their titles."""
    with office.read() as session:
        found = session.scalars(select(Ceremony).where(Ceremony.visit_id == visit_id))
        return {one.title_tr: one.id for one in found}


SIGNING = "İmza töreni: gençlik değişimi protokolü"


def test_ceremonies_come_along_with_all_that_is_planned_and_nothing_that_was_answered(
    office: OfficeFile,
) -> None:
    old = ceremonies(office, sample.VISIT)[SIGNING]
    with office.change("answers") as session:
        guests = session.scalars(select(Guest).where(Guest.ceremony_id == old).order_by(Guest.id)).all()
        guests[0].state, guests[1].state = "declined", "represented"
        stands_in = Person(family_name="Vekil")
        session.add(stands_in)
        session.flush()
        sent = Guest(ceremony_id=old, person_id=stands_in.id, state="coming", capacity="representing")
        brought = Guest(ceremony_id=old, person_id=stands_in.id, companion_of_id=guests[2].id)
        session.add_all([sent, brought])
        guests[1].substitute_id = sent.id
        session.add(GuestMove(ceremony_id=old, guest_id=guests[0].id, before_id=guests[1].id, reason="Yaş"))
        ceremony = session.get_one(Ceremony, old)
        ceremony.state, ceremony.answer_by, ceremony.frozen_on = "done", date(2027, 5, 1), date(2027, 5, 2)
        plan = SeatingPlan(ceremony_id=old, name_tr="Masa", layout="signing")
        session.add(plan)
        session.flush()
        session.add(Placing(plan_id=plan.id, seat="1", guest_id=guests[0].id))
        session.add(Placing(plan_id=plan.id, seat="2", guest_id=sent.id))
        session.add(Task(subject=f"ceremony/{old}", what_tr="Kartlar", days=-7, done_on=date(2027, 5, 1)))
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    found = ceremonies(office, made)
    assert len(found) == 4
    new = found[SIGNING]
    with office.read() as session:
        ceremony = session.get_one(Ceremony, new)
        assert (str(ceremony.starts), ceremony.answer_by) == (
            "2028-05-11T17:15 Europe/Istanbul", date(2028, 4, 29),
        )  # fmt: skip
        assert (ceremony.state, ceremony.frozen_on) == ("planned", None)
        guests = session.scalars(select(Guest).where(Guest.ceremony_id == new)).all()
        assert len(guests) == 17
        assert {one.state for one in guests} <= {"invited", "expected"}
        assert "expected" in {one.state for one in guests}
        assert not any(one.substitute_id or one.companion_of_id for one in guests)
        own = {one.id for one in guests}
        moves = session.scalars(select(GuestMove).where(GuestMove.ceremony_id == new)).all()
        assert len(moves) == session.query(GuestMove).filter_by(ceremony_id=old).count()
        assert {one.guest_id for one in moves} | {one.before_id for one in moves} <= own
        assert session.query(Phase).filter_by(ceremony_id=new).count() == 7
        flags = session.scalars(select(FlagPlan).where(FlagPlan.ceremony_id == new)).one()
        assert session.query(FlagShown).filter_by(plan_id=flags.id).count() > 1
        table = session.scalars(
            select(SeatingPlan).where(SeatingPlan.ceremony_id == new, SeatingPlan.name_tr == "Masa")
        ).one()
        seats = session.scalars(select(Placing).where(Placing.plan_id == table.id)).all()
        assert [one.seat for one in seats] == ["1"]
        assert {one.guest_id for one in seats} <= own
        task = session.scalars(
            select(Task).where(Task.subject == f"ceremony/{new}", Task.what_tr == "Kartlar")
        ).one()
        assert (task.due, task.done_on) == (date(2028, 5, 4), None)
        items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == made))
        assert new in {one.ceremony_id for one in items}


def test_without_their_box_ceremonies_stay_and_items_name_none(office: OfficeFile) -> None:
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING - {"ceremonies"}))
    assert not ceremonies(office, made)
    with office.read() as session:
        items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == made))
        assert {one.ceremony_id for one in items} == {None}


def counterparts(office: OfficeFile, visit_id: str) -> set[tuple[str, str]]:
    with office.read() as session:
        wanted = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
        members = {one.id: one for one in session.scalars(wanted.where(Delegation.visit_id == visit_id))}
        return {
            (one.person_id or "", members[one.counterpart_id].person_id or "")
            for one in members.values()
            if one.counterpart_id
        }


def test_counterparts_chosen_by_hand_are_those_of_the_copies(office: OfficeFile) -> None:
    before = counterparts(office, sample.VISIT)
    assert len(before) > 2
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    assert counterparts(office, made) == before


def test_guests_who_left_their_posts_are_asked_about_with_the_members(office: OfficeFile) -> None:
    old = ceremonies(office, sample.VISIT)[SIGNING]
    with office.change("elections") as session:
        session.get_one(Post, record_id("post", "musterfrau")).until = PartialDate(2028, 3)
        people = [Person(family_name=name) for name in ("Gider", "Gelir")]
        session.add_all(people)
        session.flush()
        posts = [Post(person_id=one.id, function="governor", title_tr="Vali") for one in people]
        posts[0].until, posts[1].since = PartialDate(2028, 1), PartialDate(2028, 2)
        session.add_all(posts)
        session.add(Guest(ceremony_id=old, person_id=people[0].id))
    with office.read() as session:
        found = leavers(session, sample.VISIT, NEW)
        assert [one.person_id for one in leavers(session, sample.VISIT, NEW, ("ceremonies",))] != []
        assert len(leavers(session, sample.VISIT, NEW, ("delegations",))) == 1
        assert leavers(session, sample.VISIT, NEW, ()) == []
    assert [one.person_id for one in found] == [record_id("person", "musterfrau"), people[0].id]
    assert len(found[0].row_ids) == 2
    assert found[1].successors == (posts[1].id,)
    answers = dict.fromkeys(found[0].row_ids, "")
    answers |= dict.fromkeys(found[1].row_ids, posts[1].id)
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, answers))
    with office.read() as session:
        new = ceremonies(office, made)[SIGNING]
        asked = session.scalars(select(Guest.person_id).where(Guest.ceremony_id == new)).all()
        assert people[1].id in asked
        assert not {people[0].id, record_id("person", "musterfrau")} & set(asked)


def test_who_comes_instead_and_was_there_already_comes_once(office: OfficeFile) -> None:
    with office.read() as session:
        query = select(DelegationMember).join(Delegation, DelegationMember.delegation_id == Delegation.id)
        side = query.where(Delegation.visit_id == sample.VISIT, Delegation.side == "guest")
        goes, stays = session.scalars(side.order_by(DelegationMember.id)).all()[:2]
    with office.change("a post") as session:
        post = Post(person_id=stays.person_id, title_tr="Belediye Başkanı")
        session.add(post)
    wish = Wish(NEW, frozenset({"delegations"}), {goes.id: post.id})
    made = copy_visit.copy(office, sample.VISIT, wish)
    with office.read() as session:
        there = session.scalars(
            select(DelegationMember.person_id)
            .join(Delegation, DelegationMember.delegation_id == Delegation.id)
            .where(Delegation.visit_id == made)
        ).all()
    assert there.count(stays.person_id) == 1
    assert goes.person_id not in there
    assert len(there) == 29


def gifts(office: OfficeFile, visit_id: str) -> set[tuple[str, str | None]]:
    with office.read() as session:
        found = session.scalars(select(Gift).where(Gift.visit_id == visit_id))
        return {(one.what_tr, one.receiver_id) for one in found}


def test_no_gift_is_given_to_the_same_receiver_again_unasked(office: OfficeFile) -> None:
    head, plate = record_id("person", "musterfrau"), "El yapımı çini tabak"
    with office.read() as session:
        assert given_again(session, sample.VISIT, {}) == ()
    with office.change("handed over") as session:
        gift = session.scalars(
            select(Gift).where(Gift.visit_id == sample.VISIT, Gift.receiver_id == head)
        ).one()
        gift.state, gift.receiver_body_id = "done", record_id("partner", "beispielburg")
        other = Person(family_name="Nachfolger")
        session.add(other)
        session.flush()
        post = Post(person_id=other.id, title_tr="Belediye Başkanı")
        session.add(post)
        member = session.scalars(select(DelegationMember).where(DelegationMember.person_id == head)).first()
    assert member is not None
    with office.read() as session:
        found = given_again(session, sample.VISIT, {})
        assert given_again(session, sample.VISIT, {head: other.id}) == ()
        assert given_again(session, sample.VISIT, {head: ""}) == ()
        assert people_instead(session, {member.id: post.id}) == {head: other.id}
    assert [one.gift_id for one in found] == [gift.id]
    assert found[0].said.startswith("Katharina Musterfrau was given")
    made = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING))
    assert (plate, head) not in gifts(office, made)
    assert len(gifts(office, made)) == 2
    again = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, again=frozenset({gift.id})))
    assert (plate, head) in gifts(office, again)
    instead = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, {member.id: post.id}))
    assert (plate, other.id) in gifts(office, instead)
    nobody = copy_visit.copy(office, sample.VISIT, Wish(NEW, EVERYTHING, {member.id: ""}))
    assert plate not in {what for what, _receiver in gifts(office, nobody)}


@pytest.mark.parametrize(
    ("first", "today", "proposed"),
    [
        (date(2022, 5, 13), date(2026, 11, 22), date(2027, 5, 14)),
        (date(2027, 5, 12), date(2026, 11, 22), date(2028, 5, 10)),
        (date(2025, 11, 24), date(2026, 11, 22), date(2026, 11, 23)),
        (date(2025, 11, 22), date(2026, 11, 22), date(2027, 11, 20)),
        (date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 27)),
        (date(9998, 12, 30), date(2026, 11, 22), date.max),
    ],
)
def test_the_day_proposed_lies_ahead_and_is_the_same_day_of_the_week(
    first: date, today: date, proposed: date
) -> None:
    assert day_like(first, today) == proposed
    assert proposed == date.max or proposed.weekday() == first.weekday()
