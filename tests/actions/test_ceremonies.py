"""Ceremonies between the office file and the rules: order, seats, way out, flags, times, words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import (
    ceremony_words,
    flag_rows,
    guest_list,
    guest_order,
    plan_ceremony,
    running_order,
    seating_plans,
)
from dipdesk.actions.story import record_id
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import (
    Ceremony,
    Country,
    FlagPlan,
    FlagShown,
    Guest,
    GuestMove,
    Partner,
    Person,
    Phase,
    Placing,
    Post,
    SeatingPlan,
    Task,
    Visit,
)
from dipdesk.rules import seating
from dipdesk.rules.timing import Moment, PartialDate
from dipdesk.store.office_file import OfficeFile

SIGNING = record_id("ceremony", "2")
DAIS = record_id("seating_plan", "1")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    folder = tmp_path_factory.mktemp("ceremony")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        office = sample.create(Path(folder) / "sample.dipdesk")
        yield office
        office.close()


@pytest.fixture
def office(shared: OfficeFile) -> Iterator[OfficeFile]:
    """The sample office; what a test changes is undone after it."""
    before = len(shared.undo_labels())
    yield shared
    while len(shared.undo_labels()) > before:
        shared.undo()


def names(session: Session) -> list[str]:
    ceremony = session.get(Ceremony, SIGNING)
    assert ceremony is not None
    line = guest_order.guest_order(session, ceremony, "tr").attendees
    return [one.person.family_name for one in line]


def test_every_neighbour_has_a_reason_and_a_move_by_hand_is_seen(office: OfficeFile) -> None:
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        found = guest_order.guest_order(session, ceremony, "tr")
        assert [one.place for one in found.attendees] == list(range(1, 18))
        assert all(one.because for one in found.attendees[:-1])
        by_hand = [one for one in found.attendees if one.by_hand]
        assert [one.guest.id for one in by_hand] == [record_id("guest", "ornekli")]
        assert "Başkanın kararı" in by_hand[0].because


def test_abroad_our_mayor_stands_before_the_host(office: OfficeFile) -> None:
    with office.change("abroad") as session:
        germany = session.scalars(select(Country).where(Country.code == "DE")).one()
        body = Partner(name_tr="Köln", country_id=germany.id)
        visit = Visit(title_tr="Gezi", kind="outbound", partner_id=body.id)
        dinner = Ceremony(title_tr="Yemek", visit_id=visit.id)
        ours, theirs = Person(family_name="Biz"), Person(family_name="Onlar")
        posts = [
            Post(person_id=ours.id, function="mayor"),
            Post(person_id=theirs.id, function="mayor", partner_id=body.id, since=PartialDate(2015)),
        ]
        guests = [
            Guest(ceremony_id=dinner.id, person_id=person.id, side=side)
            for person, side in ((ours, "guest"), (theirs, "host"))
        ]
        session.add_all([body, visit, dinner, ours, theirs, *posts, *guests])
    with office.read() as session:
        found = guest_order.guest_order(session, session.get_one(Ceremony, dinner.id), "tr").attendees
        assert [one.person.family_name for one in found] == ["Biz", "Onlar"]
        assert [one.standing.country for one in found] == ["TR", "DE"]
        assert "Longer" not in found[0].because


def test_own_list_counts_instead_of_the_rule_set(office: OfficeFile) -> None:
    with office.read() as session:
        before = names(session)
    with office.change("own list") as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        ceremony.list_id = record_id("precedence_list", "own")
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        found = guest_order.guest_order(session, ceremony, "tr")
        assert found.rule_set.posts["governor"].domestic == 10
        assert found.rule_set.posts["consul"].domestic > 50
        assert sorted(names(session)) == sorted(before)


def test_a_frozen_order_stays_whatever_changes(office: OfficeFile) -> None:
    with office.read() as session:
        before = names(session)
    guest_order.freeze(office, SIGNING)
    with office.change("rules change") as session:
        for move in session.scalars(select(GuestMove)):
            session.delete(move)
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        ceremony.guest_first = False
    with office.read() as session:
        assert names(session) == before
    guest_order.thaw(office, SIGNING)
    with office.read() as session:
        assert names(session) != before


def seated(office: OfficeFile) -> seating_plans.Seated:
    with office.read() as session:
        plan = session.get(SeatingPlan, DAIS)
        assert plan is not None
        return seating_plans.read(session, plan, "tr")


def test_a_plan_is_made_kept_changed_and_rescued(office: OfficeFile) -> None:
    made = seating.plan(seated(office).request)
    wanted = {one.seat: one.guest for one in made.seats}
    seating_plans.store(office, DAIS, wanted)
    kept = seated(office)
    assert dict(kept.seating) == wanted
    assert kept.plan.unseated == ()
    first, second = list(wanted)[:2]
    seating_plans.move(office, DAIS, wanted[first], second)
    swapped = seated(office).seating
    assert (swapped[first], swapped[second]) == (wanted[second], wanted[first])
    seating_plans.lock(office, DAIS, first, is_locked=True)
    absent = [swapped[second]]
    now = seated(office)
    ways = seating_plans.ways_out(now, absent)
    assert [len(way.moves) for way in ways] == sorted(len(way.moves) for way in ways)
    seating_plans.take_way_out(office, DAIS, ways[0], absent)
    after = seated(office)
    assert absent[0] not in after.seating.values()
    assert after.seating[first] == swapped[first]


def test_a_blocked_seat_stays_empty_until_it_is_given_back(office: OfficeFile) -> None:
    seating_plans.block(office, DAIS, "1/1", is_blocked=True)
    made = seating.plan(seated(office).request)
    assert "1/1" not in {one.seat for one in made.seats}
    seating_plans.block(office, DAIS, "1/1", is_blocked=False)
    with office.read() as session:
        assert not session.scalars(select(Placing).where(Placing.plan_id == DAIS, Placing.blocked)).all()


def test_seats_that_a_new_layout_does_not_have_are_named(office: OfficeFile) -> None:
    seating_plans.store(office, DAIS, {"9/99": record_id("guest", "ornek")})
    assert seated(office).stray == ("9/99",)


def test_flags_say_what_is_short(office: OfficeFile) -> None:
    with office.change("many rows") as session:
        plan = session.scalars(select(FlagPlan)).one()
        plan.sets = 2
    with office.read() as session:
        row = flag_rows.read(session, session.scalars(select(FlagPlan)).one(), "tr")
        assert row.answer.hall == ("TR", "DE", "EU")
        assert {one.code: one.is_short for one in row.fetch} == {"TR": False, "DE": False, "EU": True}


def test_the_running_order_is_timed_and_rain_changes_it(office: OfficeFile) -> None:
    with office.change("rain") as session:
        session.add(Phase(ceremony_id=SIGNING, place=5, title_tr="Çadır", minutes=20, variant="rain"))
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        fair = running_order.running_order(session, ceremony)
        rain = running_order.running_order(session, ceremony, rain=True)
        assert (fair.minutes, rain.minutes) == (45, 65)
        assert fair.phases[0].timed is not None
        assert fair.phases[0].timed.start == Moment.parse("2027-05-13 17:15").aware
        assert rain.phases[0].timed is not None
        assert rain.phases[0].timed.end == Moment.parse("2027-05-13 17:15").aware


def test_speeches_cards_and_the_opening_line(office: OfficeFile) -> None:
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        line = guest_order.guest_order(session, ceremony, "tr").attendees
        order = ceremony_words.speakers(line)
        assert [one.attendee.guest.role for one in order] == ["host", "guest_of_honour"]
        hitap = ceremony_words.opening_line(line, "tr")
        assert hitap.line.startswith("Sayın")
        mostra = next(one for one in line if one.guest.id == record_id("guest", "mostra"))
        assert len(ceremony_words.forms_of(mostra, "tr").card.splitlines()) == 3


def test_who_is_represented_has_no_place_but_the_one_who_comes_has(office: OfficeFile) -> None:
    with office.change("represented") as session:
        session.get_one(Guest, record_id("guest", "sablon")).state = "represented"
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        ids = [one.guest.id for one in guest_order.guest_order(session, ceremony, "tr").attendees]
        assert record_id("guest", "sablon") not in ids
        assert record_id("guest", "mostra") in ids


def test_a_ceremony_is_planned_from_its_kind_once(office: OfficeFile) -> None:
    with office.change("a dinner") as session:
        dinner = Ceremony(title_tr="Yemek", kind="dinner", starts=Moment.parse("2027-06-01 19:00"))
        dinner.visit_id = record_id("visit", "beispielburg_2027")
        session.add(dinner)
        row_id = dinner.id
    assert plan_ceremony.plan(office, row_id) > 10
    assert plan_ceremony.plan(office, row_id) == 0
    with office.read() as session:
        task = session.scalars(select(Task).where(Task.origin == "dinner.plan")).one()
        assert str(task.due) == "2027-05-30"
        codes = session.scalars(select(FlagShown.code).join(FlagPlan).where(FlagPlan.ceremony_id == row_id))
        assert set(codes) == {"TR", "DE"}
    assert plan_ceremony.invite_delegations(office, row_id) == 30
    assert plan_ceremony.invite_delegations(office, row_id) == 0
    with office.read() as session:
        roles = session.scalars(select(Guest.role).where(Guest.ceremony_id == row_id)).all()
        assert (roles.count("host"), roles.count("guest_of_honour"), roles.count("interpreter")) == (1, 1, 2)


@pytest.mark.parametrize(
    "layout", ["head_table", "theatre", "round", "photo", "u", "t", "hollow_square", "bilateral", "armchairs"]
)
def test_a_room_does_not_shrink_when_somebody_stays_away(office: OfficeFile, layout: str) -> None:
    with office.change("a layout") as session:
        session.get_one(SeatingPlan, DAIS).layout = layout
    made = {one.seat: one.guest for one in seating.plan(seated(office).request).seats}
    seating_plans.store(office, DAIS, made)
    before = seated(office).plan.frame.seats
    gone = made[before[0]]
    with office.change("absent") as session:
        session.get_one(Guest, gone).state = "absent"
    after = seated(office)
    assert after.plan.frame.seats == before
    assert dict(after.seating) == {seat: guest for seat, guest in made.items() if guest != gone}
    assert {seat: one.id for seat, one in after.gaps.items()} == {before[0]: gone}
    assert after.stray == ()


@pytest.mark.parametrize("way", [0, 1, 2])
def test_every_way_out_of_a_bilateral_table_leaves_its_room_and_everybody_a_seat(
    office: OfficeFile, way: int
) -> None:
    with office.change("a layout") as session:
        session.get_one(SeatingPlan, DAIS).layout = "bilateral"
    made = {one.seat: one.guest for one in seating.plan(seated(office).request).seats}
    seating_plans.store(office, DAIS, made)
    before = seated(office)
    second = next(chain.seats[1] for chain in before.plan.frame.chains[::-1] if len(chain.seats) > 2)
    gone = made[second]
    guest_list.set_state(office, [gone], "declined")
    told = seated(office)
    found = seating_plans.ways_out(told, [gone])
    assert [len(one.moves) for one in found] == sorted(len(one.moves) for one in found)
    seating_plans.take_way_out(office, DAIS, found[way], [gone])
    after = seated(office)
    assert after.plan.frame.seats == before.plan.frame.seats
    assert set(after.seating.values()) == set(made.values()) - {gone}
    assert (after.stray, after.plan.unseated) == ((), ())
    heads = {chain.seats[0] for chain in before.plan.frame.chains if chain.seats}
    assert {seat: after.seating[seat] for seat in heads} == {seat: made[seat] for seat in heads}
    with office.read() as session:
        assert session.get_one(Guest, gone).state == "declined"


def test_who_is_on_leave_is_named_with_the_deputy(office: OfficeFile) -> None:
    with office.read() as session:
        ceremony = session.get(Ceremony, SIGNING)
        assert ceremony is not None
        warnings = guest_order.guest_order(session, ceremony, "tr").warnings
    assert warnings[0] == "Dr. İpek Işıl ŞABLON is on leave on that day; Mehmet NUMUNE stands in."


def test_without_a_rule_set_that_of_the_kind_decides(office: OfficeFile) -> None:
    with office.change("kinds") as session:
        wreath, odd = Ceremony(title_tr="Çelenk", kind="wreath"), Ceremony(title_tr="Başka", kind="")
        chosen = Ceremony(title_tr="Seçilmiş", kind="wreath", rule_set="district")
        session.add_all([wreath, odd, chosen])
        found = [guest_order.rule_set_of(session, one).key for one in (wreath, odd, chosen)]
    assert found == ["province", "municipality", "district"]


def test_what_was_done_to_several_guests_is_told_in_the_language_of_the_reader(office: OfficeFile) -> None:
    with office.read() as session:
        guests = list(session.scalars(select(Guest.id).limit(2)))
    with speaking("tr"):
        guest_list.set_state(office, guests, "declined")
    with speaking("en"):
        assert office.undo_label.startswith("Guests: ")
